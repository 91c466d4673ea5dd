"""The entries that messages are about: by message, the last before another one, forgotten in time and on demand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.store.contexts import AnsweredEntry
from bot.store.replies import KEPT_SECONDS
from bot.store.store import Store, open_store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
AT = 1_790_000_000
ONE, TWO = AnsweredEntry("a/one", "fr"), AnsweredEntry("a/two", "uk")


async def test_a_message_is_about_what_was_put_down_last(store: Store) -> None:
    assert await store.contexts.of(7, 1) is None
    await store.contexts.put(7, 1, ONE, AT)
    await store.contexts.put(7, 1, TWO, AT + 1)
    assert await store.contexts.of(7, 1) == TWO
    assert await store.contexts.of(8, 1) is None


async def test_the_last_is_that_before_a_message_and_not_too_long_ago(store: Store) -> None:
    await store.contexts.put(7, 1, ONE, AT)
    await store.contexts.put(7, 5, TWO, AT + 10)
    assert await store.contexts.last(7, before=9, since=AT) == TWO
    assert await store.contexts.last(7, before=5, since=AT) == ONE, "an edit goes on from where it did"
    assert await store.contexts.last(7, before=5, since=AT + 1) is None
    assert await store.contexts.last(7, before=1, since=AT) is None


async def test_it_is_known_after_a_restart_and_forgotten_on_demand(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.contexts.put(7, 1, ONE, AT)
        await store.contexts.put(8, 1, TWO, AT)
    with open_store(f"sqlite:///{path}") as store:
        assert await store.contexts.of(7, 1) == ONE
        await store.contexts.forget(7)
        assert await store.contexts.of(7, 1) is None
        assert await store.contexts.of(8, 1) == TWO


async def test_it_expires_with_the_replies(store: Store, sql: Sql) -> None:
    [(now,)] = await sql("SELECT CAST(strftime('%s', 'now') AS INTEGER)")
    await store.contexts.put(7, 1, AnsweredEntry("a/old", "fr"), now - KEPT_SECONDS - 60)
    await store.contexts.put(7, 2, AnsweredEntry("a/new", "fr"), now - KEPT_SECONDS + 600)
    await store.expire(30)
    assert await sql("SELECT entry_id FROM contexts") == [("a/new",)]
