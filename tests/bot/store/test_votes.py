"""Votes: one a person and answer, changeable, and nothing in the file that tells whose they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.digests import Digests
from bot.store.misses import Miss
from bot.store.store import Store, open_store
from bot.store.taps import Tap, TimedTap
from bot.store.votes import Ballot, VotedAnswer

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
ANNA, BORIS = 700_700_701, 800_800_802
ANSWER = VotedAnswer(-100_1234567890, 4_321_987, "fogel-who", "fr")
MISS = Miss("Qui est-ce ?", "fr", Surface.GROUP, MissReason.VOTED_DOWN, "fogel-who", 42.5)


async def test_a_vote_is_news_once_and_again_when_it_changes(store: Store) -> None:
    cast = store.votes.cast
    assert (await cast(ANNA, ANSWER, up=True)).is_changed
    assert not (await cast(ANNA, ANSWER, up=True)).is_changed
    assert await store.votes.tally() == {"fogel-who": (1, 0)}
    assert (await cast(ANNA, ANSWER, up=False)).is_changed
    assert not (await cast(ANNA, ANSWER, up=False)).is_changed
    assert await store.votes.tally() == {"fogel-who": (0, 1)}


def pressed(update_id: int, tapped_at: int, version: int = 0, *, up: bool = True) -> TimedTap:
    return TimedTap(Tap("-100", "7", "up" if up else "down", ANNA), update_id, tapped_at, version)


async def test_the_same_press_once_more_withdraws_the_vote_with_its_question(store: Store) -> None:
    cast = store.votes.cast
    assert (await cast(ANNA, ANSWER, MISS, up=False, press=pressed(1, 100, up=False))).up is False
    assert len(await store.misses.undecided()) == 1
    assert await cast(ANNA, ANSWER, MISS, up=False, press=pressed(2, 200, up=False)) == Ballot(
        up=None, is_changed=True, ups=0, downs=0
    )
    assert await store.misses.undecided() == []
    assert await cast(ANNA, ANSWER, up=True, press=pressed(3, 300)) == Ballot(up=True, is_changed=True, ups=1, downs=0)
    assert await cast(BORIS, ANSWER, up=False) == Ballot(up=False, is_changed=True, ups=1, downs=1)


async def test_a_press_that_is_handled_again_or_follows_at_once_leaves_the_vote_as_it_is(store: Store) -> None:
    cast = store.votes.cast
    await cast(ANNA, ANSWER, up=True, press=pressed(1, 100))
    for again in (pressed(1, 100), pressed(2, 101), pressed(1, 500, 7)):
        assert await cast(ANNA, ANSWER, up=True, press=again) == Ballot(up=True, is_changed=False, ups=1, downs=0)
    assert (await cast(ANNA, ANSWER, up=False, press=pressed(2, 101, up=False))).up is False
    assert (await cast(ANNA, ANSWER, up=True, press=pressed(2, 102))).up is True, "the other vote is no slip"
    assert (await cast(ANNA, ANSWER, up=True, press=pressed(3, 101, 100))).up is None, "the message was edited since"
    assert (await cast(ANNA, ANSWER, up=True, press=pressed(3, 101, 100))).up is None


async def test_each_person_has_a_vote_on_each_answer(store: Store) -> None:
    elsewhere = VotedAnswer(ANSWER.chat_id, ANSWER.message_id + 1, "fogel-who", "uk")
    for voter, answer, up in ((ANNA, ANSWER, True), (BORIS, ANSWER, True), (ANNA, elsewhere, False)):
        assert (await store.votes.cast(voter, answer, up=up)).is_changed
    assert await store.votes.tally() == {"fogel-who": (2, 1)}


async def test_a_message_that_answers_something_else_by_now_is_another_answer(store: Store) -> None:
    after = VotedAnswer(ANSWER.chat_id, ANSWER.message_id, "call-duration", "fr")
    assert (await store.votes.cast(ANNA, ANSWER, up=True)).is_changed
    assert (await store.votes.cast(ANNA, after, up=True)).is_changed
    assert await store.votes.tally() == {"fogel-who": (1, 0), "call-duration": (1, 0)}


async def test_nothing_in_the_file_tells_who_voted_or_where(
    store: Store, sql: Sql, on_disk: Callable[[], bytes]
) -> None:
    await store.votes.cast(ANNA, ANSWER, MISS, up=False)
    [row] = await sql("SELECT * FROM votes")
    numbers = (ANNA, ANSWER.chat_id, ANSWER.message_id)
    assert not set(numbers) & set(row)
    written = on_disk()
    for number in numbers:
        assert str(abs(number)).encode() not in written
        assert all(number.to_bytes(8, order, signed=True)[-6:] not in written for order in ("big", "little"))


async def test_digests_of_people_and_messages_cannot_be_taken_for_each_other(store: Store) -> None:
    digests = Digests()
    made = await store.writer.run(
        lambda c: [
            digests.person(c, 1),
            digests.person(c, 11),
            digests.person(c, -1),
            digests.message(c, 1, 1, ""),
            digests.message(c, 11, 1, ""),
            digests.message(c, 1, 11, ""),
            digests.message(c, 1, 1, "1"),
            digests.message(c, 1, 1, ":1"),
            digests.message(c, 1, 1, "é"),
        ]
    )
    assert len(set(made)) == len(made)
    assert {len(each) for each in made} == {16}


@pytest.mark.parametrize("own_key", [None, b"k" * 64])
async def test_votes_are_known_again_after_a_restart_by_the_same_key(path: Path, own_key: bytes | None) -> None:
    for is_news in (True, False):
        with open_store(f"sqlite:///{path}", own_key) as store:
            assert (await store.votes.cast(ANNA, ANSWER, up=True)).is_changed == is_news
    with open_store(f"sqlite:///{path}", b"another") as store:
        assert (await store.votes.cast(ANNA, ANSWER, up=True)).is_changed, "another key orphans them"
        assert await store.votes.forget(ANNA) == 1


async def test_the_question_of_an_answer_goes_with_the_last_vote_against_it(store: Store) -> None:
    cast, misses = store.votes.cast, store.misses.undecided
    await cast(ANNA, ANSWER, MISS, up=False)
    await cast(BORIS, ANSWER, MISS, up=False)
    [kept] = await misses()
    assert (kept.text, kept.reason, kept.entry_key, kept.score) == (
        "Qui est-ce ?",
        MissReason.VOTED_DOWN,
        "fogel-who",
        42.5,
    )
    await cast(ANNA, ANSWER, up=True)
    assert len(await misses()) == 1
    await cast(BORIS, ANSWER, up=True)
    assert await misses() == []
    await cast(BORIS, ANSWER, MISS, up=False)
    assert len(await misses()) == 1


async def test_a_question_stays_while_an_answer_elsewhere_loses_its_last_vote_against(store: Store) -> None:
    elsewhere = VotedAnswer(ANSWER.chat_id, ANSWER.message_id + 1, "fogel-who", "fr")
    await store.votes.cast(ANNA, ANSWER, MISS, up=False)
    await store.votes.cast(ANNA, elsewhere, MISS, up=False)
    await store.misses.add(MISS)
    await store.votes.cast(ANNA, elsewhere, up=True)
    assert len(await store.misses.undecided()) == 2


async def test_a_question_that_a_curator_has_dealt_with_stays_dealt_with(store: Store, sql: Sql) -> None:
    await store.votes.cast(ANNA, ANSWER, MISS, up=False)
    [kept] = await store.misses.undecided()
    await store.curation.decide([kept.id], Decision.SKIPPED)
    await store.votes.cast(ANNA, ANSWER, up=True)
    await store.votes.cast(ANNA, ANSWER, MISS, up=False)
    assert await store.misses.undecided() == []
    assert await sql("SELECT text, decision FROM misses") == [("Qui est-ce ?", "skipped")]


async def test_to_forget_somebody_deletes_all_their_votes_and_nobody_elses(store: Store, sql: Sql) -> None:
    elsewhere = VotedAnswer(7, 1, "call-duration", "en")
    for voter, answer in ((ANNA, ANSWER), (ANNA, elsewhere), (BORIS, ANSWER)):
        await store.votes.cast(voter, answer, MISS, up=False)
    assert await store.votes.forget(ANNA) == 2
    assert await store.votes.forget(ANNA) == 0
    assert await store.votes.tally() == {"fogel-who": (0, 1)}
    assert len(await sql("SELECT 1 FROM misses")) == 1, "what nobody votes down any more is forgotten too"
    assert await store.votes.forget(BORIS) == 1
    assert await sql("SELECT 1 FROM misses") == []


async def test_a_vote_of_an_earlier_version_on_the_bare_id_is_known_by_the_key(store: Store, sql: Sql) -> None:
    now = replace(ANSWER, entry_key="appel-trump-poutine/fogel-who")
    assert (await store.votes.cast(ANNA, ANSWER, MISS, up=False)).is_changed
    assert (await store.votes.cast(BORIS, ANSWER, up=True)).is_changed
    assert not (await store.votes.cast(ANNA, now, MISS, up=False)).is_changed
    assert await store.votes.tally() == {now.entry_key: (1, 1)}
    assert (await store.votes.cast(ANNA, now, up=True)).is_changed
    assert await sql("SELECT count(*) FROM misses") == [(0,)]
    assert not (await store.votes.cast(BORIS, now, up=True)).is_changed
    assert await store.votes.tally() == {now.entry_key: (2, 0)}


async def test_who_has_voted_under_both_names_keeps_the_later_vote(store: Store) -> None:
    now = replace(ANSWER, entry_key="appel-trump-poutine/fogel-who")
    assert (await store.votes.cast(ANNA, now, up=True)).is_changed
    assert (await store.votes.cast(ANNA, ANSWER, up=False)).is_changed
    assert not (await store.votes.cast(ANNA, now, up=True)).is_changed
    assert await store.votes.tally() == {now.entry_key: (1, 0)}
