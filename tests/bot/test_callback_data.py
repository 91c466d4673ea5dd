"""A button's data come back from Telegram as they went, where they went; nothing else comes back at all."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import assume, find, given
from hypothesis import strategies as st
from invented import village

from bot.callback_data import (
    LONGEST,
    ButtonPlace,
    ButtonSigner,
    Press,
    chat_place,
    earlier_press,
    guest_place,
    is_earlier,
)
from bot.dialogue.actions import (
    Action,
    AdmitAllArticles,
    AdmitArticle,
    AnswerInLanguage,
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowseArticleTopics,
    BrowsePeople,
    BrowsePerson,
    BrowseSources,
    BrowseTopic,
    BrowseTopics,
    ChooseEntry,
    HelpInLanguage,
    JudgeGroup,
    OpenEntry,
    OpenGroupArticles,
    OpenSettings,
    RejectChoices,
    ReleaseArticle,
    RemoveReply,
    ReviewQueue,
    ReviewVariant,
    ReviewVerdict,
    Settle,
    SettleArticle,
    ShowHelp,
    ShowPrivacy,
    TeachVariant,
    UndoAct,
    Vote,
)
from bot.dialogue.names import Name, Names
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Asker, Pressers
from knowledge.library import Library
from knowledge.model import Article

# As long as `selon check` lets them be.
SLUG, ID, OTHER_ID, TOPIC, PERSON = "s" * 24, "e" * 40, "e" * 39 + "-", "t" * 16, "p" * 40
ENTRY, OTHER_ENTRY = f"{SLUG}/{ID}", f"{SLUG}/{OTHER_ID}"


def longest() -> Article:
    """An article all of whose ids are as long as they may be."""
    first, second, *_ = village().entries
    entries = (
        replace(first, id=ID, article=SLUG, topic=TOPIC),
        replace(second, id=OTHER_ID, article=SLUG, topic=TOPIC),
    )
    people = {PERSON: replace(next(iter(village().people.values())), id=PERSON)}
    titles = next(iter(village().topics.values()))
    return replace(village(), slug=SLUG, entries=entries, people=people, topics={TOPIC: titles})


NAMES = Names(Library((longest(),)))
SEAL = ButtonSigner(b"the bot's own key", NAMES)
FOREIGN = ButtonSigner(b"another bot's key", NAMES)

IDS = st.sampled_from([ENTRY, OTHER_ENTRY])
PAGES = st.integers(0, 999)
# Telegram's ids have at most 52 significant bits.
CHATS = st.integers(-(2**52), 2**52)
GROUPS = st.from_regex("[0-9a-z]{1,7}-[0-9a-z]{1,7}", fullmatch=True)
SPOKEN = st.sampled_from(["fr", "en", "ru", "uk"])
STRATEGIES: tuple[st.SearchStrategy[Action], ...] = (
    st.builds(OpenEntry, IDS),
    st.builds(ChooseEntry, IDS),
    st.just(RejectChoices()),
    st.just(BrowseTopics()),
    st.builds(BrowseTopic, st.just(f"{SLUG}/{TOPIC}"), PAGES),
    st.just(BrowsePeople()),
    st.builds(BrowsePerson, st.sampled_from([PERSON, f"{SLUG}/{PERSON}"]), PAGES),
    st.builds(BrowseSources, PAGES),
    st.builds(BrowseArticles, PAGES),
    st.builds(BrowseArticle, st.just(SLUG)),
    st.builds(BrowseArticleTopics, st.just(SLUG)),
    st.builds(BrowseArticlePeople, st.just(SLUG)),
    st.builds(AnswerInLanguage, IDS, SPOKEN),
    st.builds(HelpInLanguage, SPOKEN),
    st.builds(SettleArticle, st.just(SLUG)),
    st.builds(ReleaseArticle, st.just(SLUG)),
    st.builds(OpenGroupArticles, CHATS, PAGES),
    st.builds(AdmitArticle, CHATS, st.just(SLUG), st.booleans()),
    st.builds(AdmitAllArticles, CHATS),
    st.just(RemoveReply()),
    st.just(ShowHelp()),
    st.just(ShowPrivacy()),
    st.builds(Vote, IDS, st.booleans()),
    st.builds(OpenSettings, CHATS, st.text("abcxyz", max_size=1)),
    st.builds(Settle, CHATS, st.text("abcxyz", min_size=1, max_size=1), st.text("auto0123", min_size=1, max_size=8)),
    st.just(ReviewQueue()),
    st.builds(ReviewVariant, GROUPS, IDS),
    st.builds(TeachVariant, GROUPS, IDS),
    st.builds(JudgeGroup, GROUPS, st.sampled_from(ReviewVerdict)),
    st.builds(UndoAct, st.integers(0, 10**15 - 1)),
)
ACTIONS = st.one_of(*STRATEGIES)
WHO: st.SearchStrategy[Pressers] = st.one_of(
    st.just(ANYBODY), st.just(ADMINISTRATORS), st.builds(Asker, st.integers(1, 2**52 - 1))
)
PRESSES = st.builds(Press, ACTIONS, SPOKEN, WHO)
PLACES = st.builds(chat_place, CHATS) | st.builds(guest_place, st.from_regex("[0-9]{1,19}", fullmatch=True))
WORST = (
    OpenEntry(ENTRY),
    ChooseEntry(ENTRY),
    RejectChoices(),
    BrowseTopics(),
    BrowseTopic(f"{SLUG}/{TOPIC}", 999),
    BrowsePeople(),
    BrowsePerson(f"{SLUG}/{PERSON}", 999),
    BrowseSources(999),
    BrowseArticles(999),
    BrowseArticle(SLUG),
    BrowseArticleTopics(SLUG),
    BrowseArticlePeople(SLUG),
    AnswerInLanguage(ENTRY, "uk"),
    HelpInLanguage("uk"),
    SettleArticle(SLUG),
    ReleaseArticle(SLUG),
    OpenGroupArticles(-(2**52), 999),
    AdmitArticle(-(2**52), SLUG, admitted=False),
    AdmitAllArticles(-(2**52)),
    RemoveReply(),
    ShowHelp(),
    ShowPrivacy(),
    Vote(ENTRY, up=False),
    OpenSettings(-(2**52), "a"),
    Settle(-(2**52), "a", "x" * 8),
    ReviewQueue(),
    ReviewVariant("zzzzzzz-zzzzzzz", ENTRY),
    TeachVariant("zzzzzzz-zzzzzzz", ENTRY),
    JudgeGroup("zzzzzzz-zzzzzzz", ReviewVerdict.OUT_OF_SCOPE),
    UndoAct(10**15 - 1),
)


@given(press=PRESSES, place=PLACES)
def test_a_press_comes_back_as_it_went_where_it_went(press: Press, place: ButtonPlace) -> None:
    data = SEAL.data(press, place)
    assert len(data.encode()) <= LONGEST == 64
    assert SEAL.press(data, place) == press


@pytest.mark.parametrize("action", WORST, ids=lambda action: type(action).__name__)
def test_the_longest_data_of_each_action_leave_room(action: Action) -> None:
    assert len(SEAL.data(Press(action, "uk", Asker(2**52 - 1)), chat_place(-(2**52)))) <= 60


def test_every_action_is_among_those_that_are_tried() -> None:
    def members(union: object) -> set[type]:
        return {inner for each in get_args(union) for inner in members(each)} if get_args(union) else {union}  # type: ignore[arg-type]

    assert members(Action) == {type(action) for action in WORST}
    assert members(Action) == {type(find(strategy, lambda _: True)) for strategy in STRATEGIES}


@given(press=PRESSES, place=PLACES, elsewhere=PLACES)
def test_a_button_is_nothing_in_any_other_place(press: Press, place: ButtonPlace, elsewhere: ButtonPlace) -> None:
    assume(place != elsewhere)
    assert SEAL.press(SEAL.data(press, place), elsewhere) is None


@given(press=PRESSES, place=PLACES)
def test_a_button_of_another_bot_is_nothing(press: Press, place: ButtonPlace) -> None:
    assert SEAL.press(FOREIGN.data(press, place), place) is None


@given(press=PRESSES, place=PLACES, position=st.integers(0, 63), sign=st.characters(codec="utf-8") | st.just("\ud800"))
def test_any_change_of_any_character_is_refused(press: Press, place: ButtonPlace, position: int, sign: str) -> None:
    data = SEAL.data(press, place)
    position %= len(data)
    changed = data[:position] + sign + data[position + 1 :]
    assume(changed != data)
    assert SEAL.press(changed, place) is None


@given(press=PRESSES, place=PLACES)
def test_each_character_of_a_tag_counts_in_full(press: Press, place: ButtonPlace) -> None:
    data = SEAL.data(press, place)
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
    for sign in set(signs) - {data[-1]}:
        assert SEAL.press(data[:-1] + sign, place) is None


@given(press=PRESSES, place=PLACES, cut=st.integers(0, 63), more=st.text(max_size=3))
def test_data_that_was_cut_or_added_to_is_refused(press: Press, place: ButtonPlace, cut: int, more: str) -> None:
    data = SEAL.data(press, place)
    assume(data[:cut] + more != data)
    assert SEAL.press(data[:cut] + more, place) is None
    assert SEAL.press(data + "x" + more, place) is None


@given(one=PRESSES, other=PRESSES, place=PLACES)
def test_no_tag_fits_another_button(one: Press, other: Press, place: ButtonPlace) -> None:
    assume(one != other)
    body, tag = SEAL.data(one, place).rpartition(":")[0], SEAL.data(other, place).rpartition(":")[2]
    assert SEAL.press(f"{body}:{tag}", place) is None


@given(press=PRESSES, place=PLACES, person_id=st.integers(1, 2**52 - 1))
def test_nobody_puts_themselves_in_the_place_of_who_may_press(press: Press, place: ButtonPlace, person_id: int) -> None:
    forged = replace(press, pressers=Asker(person_id))
    assume(forged != press)
    tag = SEAL.data(press, place).rpartition(":")[2]
    assert SEAL.press(f"{SEAL.body(forged)}:{tag}", place) is None


@given(data=st.text(max_size=80), place=PLACES)
def test_any_other_text_is_nothing(data: str, place: ButtonPlace) -> None:
    assert SEAL.press(data, place) is None
    assert SEAL.press(f"3:fr:{data}", place) is None


def test_a_body_that_means_the_same_but_is_written_otherwise_is_refused() -> None:
    place, press = chat_place(7), Press(BrowseTopic(f"{SLUG}/{TOPIC}", 1), "fr", Asker(7))
    body, _, tag = SEAL.data(press, place).rpartition(":")
    for other in (body.replace(":7:", ":07:"), body.removesuffix("1") + "01"):
        assert other != body
        assert SEAL.press(f"{other}:{tag}", place) is None


def test_what_is_gone_from_the_library_is_nothing_and_what_stays_is_found() -> None:
    shrunk = replace(longest(), entries=longest().entries[:1])
    later = ButtonSigner(b"the bot's own key", Names(Library((shrunk,))))
    place = chat_place(7)
    kept, gone = (SEAL.data(Press(OpenEntry(entry), "fr", ANYBODY), place) for entry in (ENTRY, OTHER_ENTRY))
    assert later.press(kept, place) == Press(OpenEntry(ENTRY), "fr", ANYBODY)
    assert later.press(gone, place) is None


def test_the_same_entry_of_another_article_is_another() -> None:
    other = replace(longest(), slug="x", entries=tuple(replace(entry, article="x") for entry in longest().entries))
    place = chat_place(7)
    data = ButtonSigner(b"the bot's own key", Names(Library((other,)))).data(
        Press(OpenEntry(ENTRY), "fr", ANYBODY), place
    )
    assert SEAL.press(data, place) is None


def test_things_that_share_a_short_name_are_told_apart() -> None:
    names = Names(Library((longest(),)), lambda _, full: Name("collided", full))
    signer, place = ButtonSigner(b"the bot's own key", names), chat_place(7)
    presses = [Press(OpenEntry(ENTRY), "fr", ANYBODY), Press(OpenEntry(OTHER_ENTRY), "fr", ANYBODY)]
    data = [signer.data(press, place) for press in presses]
    assert {text.rpartition(":")[0] for text in data} == {"3:fr::o:collided"}
    assert [signer.press(text, place) for text in data] == presses


def test_data_that_telegram_would_refuse_are_not_made() -> None:
    with pytest.raises(ValueError, match="64"):
        SEAL.data(Press(Settle(1, "l", "x" * 64), "fr", ANYBODY), chat_place(1))


@pytest.mark.parametrize("number", [0, -1, -7])
def test_nobody_is_who_asked_without_an_id_of_a_person(number: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        Asker(number)


# Data as the version before the table of codes made them.
CHAT, GUEST, ANNA = chat_place(-1001234567890), guest_place("123456789"), Asker(7_654_321_098)


@pytest.mark.parametrize(
    ("data", "action", "who", "place"),
    [
        ("3:uk::o:F4NYpvqj:1IMU04kuT6E", OpenEntry(ENTRY), ANYBODY, CHAT),
        ("3:uk:0:o:F4NYpvqj:DCgjGFw2BYM", OpenEntry(ENTRY), ADMINISTRATORS, CHAT),
        ("3:uk:0:r:fpJ6b_iM7lo", RemoveReply(), ADMINISTRATORS, CHAT),
        ("3:uk:3il6nyi:o:F4NYpvqj:WfmmnTu93o8", OpenEntry(ENTRY), ANNA, CHAT),
        ("3:uk:3il6nyi:c:F4NYpvqj:cRUxhWIn_ws", ChooseEntry(ENTRY), ANNA, CHAT),
        ("3:uk:3il6nyi:n:o7SCJowVCsI", RejectChoices(), ANNA, CHAT),
        ("3:uk:3il6nyi:T:cFmE_io6YNo", BrowseTopics(), ANNA, CHAT),
        ("3:uk:3il6nyi:t:hx27oFrF:999:sUGxECtw19s", BrowseTopic(f"{SLUG}/{TOPIC}", 999), ANNA, CHAT),
        ("3:uk:3il6nyi:P:r8gYD7a1AE0", BrowsePeople(), ANNA, CHAT),
        ("3:uk:3il6nyi:p:6QtHcpmQ:999:TV6yeq-RcMM", BrowsePerson(PERSON, 999), ANNA, CHAT),
        ("3:uk:3il6nyi:r:VcVo155WsfY", RemoveReply(), ANNA, CHAT),
        ("3:uk:3il6nyi:d:F4NYpvqj:RJRGn0c1bnE", Vote(ENTRY, up=False), ANNA, CHAT),
        ("3:uk:3il6nyi:S:-4503599627370496:a:xCzOqJeMOgE", OpenSettings(-(2**52), "a"), ANNA, CHAT),
        (
            "3:uk:3il6nyi:s:-4503599627370496:a:xxxxxxxx:UI7UUfpsyN0",
            Settle(-4503599627370496, "a", "xxxxxxxx"),
            ANNA,
            CHAT,
        ),
        ("3:uk:3il6nyi:R:ZF3cDcqX_4w", ReviewQueue(), ANNA, CHAT),
        ("3:uk:3il6nyi:e:zzzzzzz-zzzzzzz:F4NYpvqj:GXc-RVHHSIg", ReviewVariant("zzzzzzz-zzzzzzz", ENTRY), ANNA, CHAT),
        ("3:uk:3il6nyi:v:zzzzzzz-zzzzzzz:F4NYpvqj:ZqjTPtnEG_Y", TeachVariant("zzzzzzz-zzzzzzz", ENTRY), ANNA, CHAT),
        (
            "3:uk:3il6nyi:j:zzzzzzz-zzzzzzz:x:Sd4Z2LX2bUE",
            JudgeGroup("zzzzzzz-zzzzzzz", ReviewVerdict.OUT_OF_SCOPE),
            ANNA,
            CHAT,
        ),
        ("3:uk:3il6nyi:U:999999999999999:I1EdfxlFuHU", UndoAct(999999999999999), ANNA, CHAT),
        ("3:uk:3il6nyi:u:F4NYpvqj:TKyCrZGUgFw", Vote(ENTRY, up=True), ANNA, CHAT),
        ("3:uk:3il6nyi:S:7::iNgpW7Yhosk", OpenSettings(7, ""), ANNA, CHAT),
        ("3:uk:3il6nyi:t:hx27oFrF:0:e0gsydGpiwY", BrowseTopic(f"{SLUG}/{TOPIC}", 0), ANNA, CHAT),
        ("3:uk:3il6nyi:j:1a-2b:w:RMTofqJnhRA", JudgeGroup("1a-2b", ReviewVerdict.WANTED), ANNA, CHAT),
        ("3:uk:3il6nyi:j:1a-2b:k:pnH6wWTcoPk", JudgeGroup("1a-2b", ReviewVerdict.SKIPPED), ANNA, CHAT),
        ("3:uk:0:c:F4NYpvqj:T2F5Np_w6Z0", ChooseEntry(ENTRY), ADMINISTRATORS, GUEST),
        ("3:uk:0:n:KcYy8rEXLGM", RejectChoices(), ADMINISTRATORS, GUEST),
    ],
)
def test_a_button_made_before_still_says_what_it_said(
    data: str, action: Action, who: Pressers, place: ButtonPlace
) -> None:
    press = Press(action, "uk", who)
    assert SEAL.press(data, place) == press
    assert SEAL.data(press, place) == data


# Data of earlier versions, which had no tags.


@pytest.mark.parametrize(
    ("data", "action"),
    [
        ("2:fr::o:fogel-who", OpenEntry("fogel-who")),
        ("2:fr::T", BrowseTopics()),
        ("2:fr::t:appel-trump-poutine/call:1", BrowseTopic("appel-trump-poutine/call", 1)),
        ("2:fr::P", BrowsePeople()),
        ("2:fr::p:trump:0", BrowsePerson("trump", 0)),
    ],
)
@pytest.mark.parametrize(("asker", "who"), [("", ANYBODY), ("0", ADMINISTRATORS), ("7", Asker(7))])
def test_what_only_shows_something_still_does(data: str, action: Action, asker: str, who: Pressers) -> None:
    assert is_earlier(data)
    assert earlier_press(data.replace("::", f":{asker}:", 1)) == Press(action, "fr", who)


@pytest.mark.parametrize(
    "rest",
    "c:fogel-who|n|r|u:fogel-who|d:fogel-who|S:7:|S:-100:l|s:7:l:uk|s:-100:a:on|R|e:1-2:fogel-who|v:1-2:fogel-who"
    "|j:1-2:k|U:1|z|o:|t:|t:x|t:x:-1|t::0|t:x:٣|t:x:²|p:trump:99999999999999999999|T:x|P:x".split("|"),
)
def test_what_changes_something_does_no_more(rest: str) -> None:
    assert is_earlier(f"2:fr::{rest}")
    assert earlier_press(f"2:fr::{rest}") is None


@pytest.mark.parametrize(
    "data",
    ["", "x", "2", "2:", "2:::::::", "1:fr::o:fogel-who", "2:zzz::T", "2:f1::T", "2:éé::T", "2:fr:-1:T", "2:fr:A:T",
     "2:fr:٣:T", "2:fr:" + "z" * 50 + ":T", "3:fr::T", "22:fr::T", "2:fr::T\ud800"],
)  # fmt: skip
def test_what_no_version_made_is_nothing(data: str) -> None:
    assert earlier_press(data) is None


@given(press=PRESSES, place=PLACES)
def test_data_with_a_tag_are_none_of_an_earlier_version(press: Press, place: ButtonPlace) -> None:
    data = SEAL.data(press, place)
    assert not is_earlier(data)
    assert earlier_press(data) is None


@given(data=st.text(max_size=80))
def test_any_data_of_an_earlier_version_show_something_or_nothing(data: str) -> None:
    for text in (data, f"2:{data}", f"2:fr::{data}"):
        press = earlier_press(text)
        shown = OpenEntry | BrowseTopics | BrowseTopic | BrowsePeople | BrowsePerson
        assert press is None or isinstance(press.action, shown)
