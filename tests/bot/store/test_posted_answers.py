"""An answer that stands is found by its place, entry and language, as long as it is fresh."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.store.posted_answers import PostedAnswer
from bot.store.store import POSTED_SECONDS, Store, open_store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
NOW = int(time.time())
SPOT = PostedAnswer(-100_1234567890, 5, "fogel-who", "fr")


async def test_an_answer_is_found_where_it_stands_and_nowhere_else(store: Store) -> None:
    await store.posted.put(SPOT, 70, NOW)
    assert await store.posted.find(SPOT, NOW, 600) == 70
    elsewhere = (
        replace(SPOT, chat_id=-5),
        replace(SPOT, thread_id=0),
        replace(SPOT, entry_key="call-duration"),
        replace(SPOT, language="en"),
    )
    assert [await store.posted.find(spot, NOW, 600) for spot in elsewhere] == [None] * 4


async def test_the_latest_answer_takes_the_place_of_the_earlier(store: Store, sql: Sql) -> None:
    await store.posted.put(SPOT, 70, NOW)
    await sql("UPDATE posted SET sent_at = 0")
    await store.posted.put(SPOT, 71, NOW)
    assert await store.posted.find(SPOT, NOW, 600) == 71
    assert await sql("SELECT count(*) FROM posted") == [(1,)]


@pytest.mark.parametrize(("age", "seconds", "found"), [(590, 600, 70), (610, 600, None), (10, 5, None), (0, 0, None)])
async def test_an_answer_counts_for_so_many_seconds(
    store: Store, sql: Sql, age: int, seconds: int, found: int | None
) -> None:
    await store.posted.put(SPOT, 70, NOW)
    await sql(f"UPDATE posted SET sent_at = sent_at - {age}")
    assert await store.posted.find(SPOT, NOW, seconds) == found


async def test_an_answer_of_a_clock_that_was_ahead_is_not_taken_for_a_fresh_one(store: Store) -> None:
    await store.posted.put(SPOT, 70, NOW + 24 * 3600)
    assert await store.posted.find(SPOT, NOW, 600) is None


async def test_a_message_that_answers_nothing_any_more_is_forgotten(store: Store) -> None:
    other = replace(SPOT, entry_key="call-duration")
    await store.posted.put(SPOT, 70, NOW)
    await store.posted.put(other, 71, NOW)
    await store.posted.put(replace(SPOT, chat_id=-5), 70, NOW)
    await store.posted.remove(SPOT.chat_id, 70)
    await store.posted.remove(SPOT.chat_id, 99)
    assert await store.posted.find(SPOT, NOW, 600) is None
    assert await store.posted.find(other, NOW, 600) == 71
    assert await store.posted.find(replace(SPOT, chat_id=-5), NOW, 600) == 70


async def test_what_no_group_may_ask_for_any_more_expires(store: Store, sql: Sql) -> None:
    await store.posted.put(SPOT, 70, NOW)
    await store.expire(90)
    assert await store.posted.find(SPOT, NOW, 600) == 70
    await sql(f"UPDATE posted SET sent_at = sent_at - {POSTED_SECONDS + 60}")
    await store.expire(90)
    assert await sql("SELECT count(*) FROM posted") == [(0,)]


async def test_an_answer_is_known_after_a_restart_and_forgotten_when_the_group_moves(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.posted.put(SPOT, 70, NOW)
    with open_store(f"sqlite:///{path}") as store:
        assert await store.posted.find(SPOT, NOW, 600) == 70
        await store.chats.migrate(SPOT.chat_id, -100_5)
        assert await store.posted.find(SPOT, NOW, 600) is None


async def test_an_answer_that_an_earlier_version_put_down_by_the_bare_id_is_found_by_the_key(store: Store) -> None:
    now = replace(SPOT, entry_key="appel-trump-poutine/fogel-who")
    await store.posted.put(SPOT, 70, NOW - 5)
    assert await store.posted.find(now, NOW, 600) == 70
    await store.posted.put(now, 71, NOW)
    assert await store.posted.find(now, NOW, 600) == 71
    assert await store.posted.find(replace(now, entry_key="appel-trump-poutine/call-duration"), NOW, 600) is None
