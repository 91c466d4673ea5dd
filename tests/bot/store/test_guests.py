"""The guest query that a choice answers is known for two days, across restarts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.store.replies import KEPT_SECONDS
from bot.store.store import Store, open_store

MESSAGE, QUERY = "AgAAAInlineMessageIdentifier", "4000000000000001"


async def test_a_message_leads_to_its_query_and_another_nowhere(store: Store) -> None:
    await store.guests.put(MESSAGE, QUERY)
    assert await store.guests.query(MESSAGE) == QUERY
    assert await store.guests.query(f"{MESSAGE}x") is None
    assert await store.guests.query("\ud800") is None


async def test_what_a_message_answers_does_not_change(store: Store) -> None:
    await store.guests.put(MESSAGE, QUERY)
    await store.guests.put(MESSAGE, "another")
    assert await store.guests.query(MESSAGE) == QUERY


async def test_it_is_known_after_a_restart_and_by_a_digest_only(path: Path, on_disk: Callable[[], bytes]) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.guests.put(MESSAGE, QUERY)
        assert MESSAGE.encode() not in on_disk()
    with open_store(f"sqlite:///{path}") as store:
        assert await store.guests.query(MESSAGE) == QUERY


async def test_it_is_forgotten_after_two_days(
    store: Store, sql: Callable[[str], Awaitable[list[tuple[Any, ...]]]]
) -> None:
    await store.guests.put(MESSAGE, QUERY)
    await sql(f"UPDATE guests SET sent_at = sent_at - {KEPT_SECONDS - 60}")
    await store.expire(90)
    assert await store.guests.query(MESSAGE) == QUERY
    await sql("UPDATE guests SET sent_at = sent_at - 120")
    await store.expire(90)
    assert await store.guests.query(MESSAGE) is None
