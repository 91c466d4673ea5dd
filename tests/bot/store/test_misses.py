"""Questions asked in vain are kept as they are given, in their order, until somebody deals with them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from clocks import SetClocks

from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.days import today
from bot.store.misses import MOST_A_DAY, Miss, all_misses
from bot.store.store import Store
from bot.store.votes import VotedAnswer

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
MISS = Miss("Як зварити борщ? […] 👍", "uk", Surface.GUEST, MissReason.ABSTAINED, None, None)
NEAR = Miss("Who?", "en", Surface.PRIVATE, MissReason.REJECTED, "fogel-who", 17.25)


async def test_a_miss_is_kept_as_it_is_given_with_the_day(store: Store) -> None:
    for miss in (MISS, NEAR, MISS):
        await store.misses.add(miss)
    kept = await store.misses.undecided()
    assert [replace(each, id=0, day="") for each in kept] == [MISS, NEAR, MISS]
    assert {each.day for each in kept} == {today()}
    assert [each.id for each in kept] == sorted({each.id for each in kept})


async def test_one_that_is_dealt_with_is_no_longer_open_until_it_is_opened_again(store: Store) -> None:
    for _ in range(3):
        await store.misses.add(MISS)
    first, second, third = [each.id for each in await store.misses.undecided()]
    act = await store.curation.decide([first, third], Decision.WANTED)
    assert act is not None
    assert [each.id for each in await store.misses.undecided()] == [second]
    assert [each.decision for each in await store.writer.run(all_misses)] == [Decision.WANTED, None, Decision.WANTED]
    await store.curation.undo(act)
    assert [each.id for each in await store.misses.undecided()] == [first, second, third]


async def test_a_choice_that_is_rejected_counts_once_for_each_question(store: Store) -> None:
    reworded = replace(NEAR, text="And who?")
    for chat, message, miss in ((7, 1, NEAR), (7, 1, NEAR), (7, 2, NEAR), (71, 2, NEAR), (7, 1, reworded)):
        await store.misses.reject(chat, message, miss)
    assert [each.text for each in await store.misses.undecided()] == ["Who?", "Who?", "Who?", "And who?"]


async def test_nothing_but_what_was_asked_is_in_the_table(store: Store, sql: Sql) -> None:
    await store.misses.add(MISS)
    await store.misses.reject(-100_1234567890, 4_321_987, NEAR)
    rows = await sql("SELECT * FROM misses")
    assert not {-100_1234567890, 4_321_987} & {value for row in rows for value in row}


# So many a person and day.


async def test_one_person_adds_so_many_a_day_and_no_more_than_that(store: Store) -> None:
    for asker_id in (7, 8):
        for number in range(MOST_A_DAY + 5):
            await store.misses.add(replace(MISS, text=f"{asker_id}: {number}", asker_id=asker_id))
    await store.misses.reject(1, 2, replace(NEAR, asker_id=7))
    await store.votes.cast(7, VotedAnswer(1, 2, "fogel-who", "en"), replace(NEAR, asker_id=7), up=False)
    kept = [miss.text for miss in await store.misses.undecided()]
    assert kept == [f"{asker_id}: {number}" for asker_id in (7, 8) for number in range(MOST_A_DAY)]


async def test_who_asked_is_a_digest_of_the_day(store: Store, sql: Sql, on_disk: Callable[[], bytes]) -> None:
    asker_id = 4_321_987_650_123
    await store.misses.add(replace(MISS, asker_id=asker_id))
    await store.votes.cast(asker_id, VotedAnswer(1, 2, "fogel-who", "en"), up=True)
    [(digest,)] = await sql("SELECT asker FROM misses")
    assert len(digest) == 16
    assert [(digest,)] != await sql("SELECT voter FROM votes"), "nobody sees that they are the same"
    assert str(asker_id).encode() not in on_disk()
    assert asker_id.to_bytes(6, "big") not in on_disk()
    await sql("UPDATE misses SET day = '2026-11-01'")
    await store.expire(3650)
    assert await sql("SELECT asker, day FROM misses") == [(None, "2026-11-01")]


async def test_with_the_next_question_it_is_forgotten_who_asked_the_day_before(
    clocks: SetClocks, store: Store, sql: Sql
) -> None:
    for _ in range(MOST_A_DAY):
        await store.misses.add(replace(MISS, asker_id=7))
    clocks.run(24 * 3600)
    await store.misses.add(replace(MISS, asker_id=7))
    assert len(await store.misses.undecided()) == MOST_A_DAY + 1
    assert await sql("SELECT count(DISTINCT asker), count(asker) FROM misses") == [(1, 1)]


async def test_forgetting_deletes_what_somebody_asked_today_and_nothing_else(store: Store, sql: Sql) -> None:
    answer = VotedAnswer(1, 2, "fogel-who", "en")
    for text, asker_id in (("dealt with", 7), ("open", 7), ("another's", 8)):
        await store.misses.add(replace(MISS, text=text, asker_id=asker_id))
    await store.misses.reject(1, 3, replace(NEAR, text="rejected", asker_id=7))
    for voter_id in (7, 8):
        miss = replace(NEAR, text="voted down by two", reason=MissReason.VOTED_DOWN, asker_id=voter_id)
        await store.votes.cast(voter_id, answer, miss, up=False)
    await store.curation.decide([1], Decision.WANTED)
    assert await store.misses.forget(7) == 2
    assert await store.misses.forget(7) == 0
    assert await sql("SELECT text, asker IS NULL FROM misses ORDER BY id") == [
        ("dealt with", 1),
        ("another's", 0),
        ("voted down by two", 1),
    ]
