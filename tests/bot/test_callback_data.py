"""What a button carries through Telegram comes back as it went; what was never sent comes back as nothing."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.callback_data import LONGEST, Press, decode, encode
from bot.dialogue.reply import (
    Action,
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    ChooseEntry,
    JudgeGroup,
    OpenEntry,
    OpenSettings,
    RejectChoices,
    RemoveReply,
    ReviewQueue,
    ReviewVariant,
    Settle,
    TeachVariant,
    UndoAct,
    Verdict,
    Vote,
)

IDS = st.text("abcxyz019-", min_size=1, max_size=40)
PAGES = st.integers(0, 999)
# Telegram's ids have at most 52 significant bits.
CHATS = st.integers(-(2**52), 2**52)
GROUPS = st.from_regex("[0-9a-z]{1,6}-[0-9a-z]{1,7}", fullmatch=True)
CURATING: st.SearchStrategy[Action] = st.one_of(
    st.just(ReviewQueue()),
    st.builds(ReviewVariant, GROUPS, IDS),
    st.builds(TeachVariant, GROUPS, IDS),
    st.builds(JudgeGroup, GROUPS, st.sampled_from(Verdict)),
    st.builds(UndoAct, st.integers(0, 10**15 - 1)),
)
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(OpenEntry, IDS),
    st.builds(ChooseEntry, IDS),
    st.just(RejectChoices()),
    st.just(BrowseTopics()),
    st.builds(BrowseTopic, st.text("abcxyz-/", min_size=1, max_size=40), PAGES),
    st.just(BrowsePeople()),
    st.builds(BrowsePerson, IDS, PAGES),
    st.just(RemoveReply()),
    st.builds(Vote, IDS, st.booleans()),
    st.builds(OpenSettings, CHATS, st.text("abcxyz", max_size=1)),
    st.builds(Settle, CHATS, st.text("abcxyz", min_size=1, max_size=1), st.text("auto0123", min_size=1, max_size=8)),
)
ASKERS = st.none() | st.integers(0, 2**52 - 1)
SPOKEN = st.sampled_from(["fr", "en", "ru", "uk"])
# Curators press in private, where nobody's id is needed.
PRESSES = st.builds(Press, ACTIONS, SPOKEN, ASKERS) | st.builds(Press, CURATING, SPOKEN)


@given(press=PRESSES)
def test_a_press_comes_back_as_it_went(press: Press) -> None:
    data = encode(press)
    assert len(data.encode()) <= LONGEST == 64
    assert decode(data) == press


@given(one=PRESSES, other=PRESSES)
def test_two_presses_never_share_their_data(one: Press, other: Press) -> None:
    assume(one != other)
    assert encode(one) != encode(other)


@given(data=st.text(max_size=80))
def test_any_data_is_a_press_or_nothing(data: str) -> None:
    press = decode(data)
    assert press is None or (isinstance(press, Press) and len(press.language) == 2)


@given(press=PRESSES, cut=st.integers(0, 63))
def test_data_that_was_cut_never_crashes_and_never_turns_another_page(press: Press, cut: int) -> None:
    data = encode(press)
    assume(cut < len(data))
    forged = decode(data[:cut])
    assert forged is None or type(forged.action) is type(press.action)


GOOD = encode(Press(BrowseTopics(), "fr"))
VERSION = GOOD.partition(":")[0]


@pytest.mark.parametrize(
    "rest",
    [
        "",
        ":",
        "::::::",
        ":fr",
        ":fr:",
        ":fr::",
        ":fr::o",
        ":fr::o:",
        ":fr::c:",
        ":fr::n:x",
        ":fr::T:x",
        ":fr::P:x",
        ":fr::r:x",
        ":fr::t:",
        ":fr::t:pont/bridge",
        ":fr::t::0",
        ":fr::t:pont/bridge:-1",
        ":fr::t:pont/bridge:x",
        ":fr::t:pont/bridge:٣",
        ":fr::t:pont/bridge:²",
        ":fr::t:pont/bridge:1e3",
        ":fr::p:mayor:99999999999999999999",
        ":fr::z:mayor",
        ":fr::u:",
        ":fr::R:x",
        ":fr::e:1-2",
        ":fr::e:1-2:",
        ":fr::v:1:mayor",
        ":fr::v:A-2:mayor",
        ":fr::j:1-2:z",
        ":fr::j:1-2:",
        ":fr::U:",
        ":fr::U:-1",
        ":fr::U:1234567890123456",
        ":fr::S:",
        ":fr::S:-100",
        ":fr::S:x:",
        ":fr::S:1:ab",
        ":fr::S:٣:",
        ":fr::s:1:l",
        ":fr::s:1:l:",
        ":fr::s:1:l:fr:x",
        ":fr::s:99999999999999999:l:fr",
        ":fr:-1:T",
        ":fr:A:T",
        ":fr:٣:T",
        ":fr:zzzzzzzzzzzzzzzzzzzzzzzzzzzzz:T",
        ":francais::T",
        ":f1::T",
        ":::T",
    ],
)
def test_forged_data_is_nothing(rest: str) -> None:
    assert decode(f"{VERSION}{rest}") is None


def test_data_of_another_version_is_nothing() -> None:
    rest = GOOD.removeprefix(VERSION)
    assert decode(f"{VERSION}{rest}") is not None
    for version in ("", "0", f"0{VERSION}", f"{VERSION} ", f"{VERSION}{VERSION}", "99"):
        assert decode(f"{version}{rest}") is None


def test_every_action_is_among_those_that_are_tried() -> None:
    tried = {OpenEntry, ChooseEntry, RejectChoices, BrowseTopics, BrowseTopic, BrowsePeople, BrowsePerson, RemoveReply}
    curating = {ReviewQueue, ReviewVariant, TeachVariant, JudgeGroup, UndoAct}
    assert set(get_args(Action)) == tried | {Vote, OpenSettings, Settle} | curating


def test_data_of_an_id_that_is_too_long_is_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="64"):
        encode(Press(OpenEntry("x" * 64), "fr"))
    with pytest.raises(ValueError, match="64"):
        encode(Press(OpenEntry("ж" * 30), "fr"))


def test_an_asker_who_is_no_person_has_no_buttons() -> None:
    with pytest.raises(ValueError, match="negative"):
        encode(Press(RemoveReply(), "fr", -7))
