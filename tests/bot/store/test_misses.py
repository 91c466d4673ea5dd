"""Questions asked in vain are kept as they are given, in their order, until somebody deals with them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.store.days import today
from bot.store.misses import Decision, Miss, Why, all_misses
from bot.store.store import Store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
MISS = Miss("Як зварити борщ? […] 👍", "uk", "guest", Why.ABSTAINED, None, None)
NEAR = Miss("Who?", "en", "private", Why.REJECTED, "fogel-who", 17.25)


async def test_a_miss_is_kept_as_it_is_given_with_the_day(store: Store) -> None:
    for miss in (MISS, NEAR, MISS):
        await store.misses.add(miss)
    kept = await store.misses.open()
    assert [replace(each, id=0, day="") for each in kept] == [MISS, NEAR, MISS]
    assert {each.day for each in kept} == {today()}
    assert [each.id for each in kept] == sorted({each.id for each in kept})


async def test_one_that_is_dealt_with_is_no_longer_open_until_it_is_opened_again(store: Store) -> None:
    for _ in range(3):
        await store.misses.add(MISS)
    first, second, third = [each.id for each in await store.misses.open()]
    act = await store.curation.decide([first, third], Decision.WANTED)
    assert act is not None
    assert [each.id for each in await store.misses.open()] == [second]
    assert [each.decision for each in await store.writer.run(all_misses)] == [Decision.WANTED, None, Decision.WANTED]
    await store.curation.undo(act)
    assert [each.id for each in await store.misses.open()] == [first, second, third]


async def test_a_choice_that_is_rejected_counts_once_for_each_question(store: Store) -> None:
    reworded = replace(NEAR, text="And who?")
    for chat, message, miss in ((7, 1, NEAR), (7, 1, NEAR), (7, 2, NEAR), (71, 2, NEAR), (7, 1, reworded)):
        await store.misses.reject(chat, message, miss)
    assert [each.text for each in await store.misses.open()] == ["Who?", "Who?", "Who?", "And who?"]


async def test_nothing_but_what_was_asked_is_in_the_table(store: Store, sql: Sql) -> None:
    await store.misses.add(MISS)
    await store.misses.reject(-100_1234567890, 4_321_987, NEAR)
    rows = await sql("SELECT * FROM misses")
    assert not {-100_1234567890, 4_321_987} & {value for row in rows for value in row}
