"""The entries that messages are about: by message, the last before another one, forgotten in time and on demand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.store.replies import KEPT_SECONDS
from bot.store.store import Store, open_store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
AT = 1_790_000_000


async def test_a_message_is_about_what_was_put_down_last(store: Store) -> None:
    assert await store.contexts.of(7, 1) is None
    await store.contexts.put(7, 1, "a/one", AT)
    await store.contexts.put(7, 1, "a/two", AT + 1)
    assert await store.contexts.of(7, 1) == "a/two"
    assert await store.contexts.of(8, 1) is None


async def test_the_last_is_that_before_a_message_and_not_too_long_ago(store: Store) -> None:
    await store.contexts.put(7, 1, "a/one", AT)
    await store.contexts.put(7, 5, "a/two", AT + 10)
    assert await store.contexts.last(7, before=9, since=AT) == "a/two"
    assert await store.contexts.last(7, before=5, since=AT) == "a/one", "an edit goes on from where it did"
    assert await store.contexts.last(7, before=5, since=AT + 1) is None
    assert await store.contexts.last(7, before=1, since=AT) is None


async def test_it_is_known_after_a_restart_and_forgotten_on_demand(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.contexts.put(7, 1, "a/one", AT)
        await store.contexts.put(8, 1, "a/two", AT)
    with open_store(f"sqlite:///{path}") as store:
        assert await store.contexts.of(7, 1) == "a/one"
        await store.contexts.forget(7)
        assert await store.contexts.of(7, 1) is None
        assert await store.contexts.of(8, 1) == "a/two"


async def test_it_expires_with_the_replies(store: Store, sql: Sql) -> None:
    [(now,)] = await sql("SELECT CAST(strftime('%s', 'now') AS INTEGER)")
    await store.contexts.put(7, 1, "a/old", now - KEPT_SECONDS - 60)
    await store.contexts.put(7, 2, "a/new", now - KEPT_SECONDS + 600)
    await store.expire(30)
    assert await sql("SELECT entry_id FROM contexts") == [("a/new",)]
