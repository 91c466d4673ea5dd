"""Counts are sums by day, surface, language, outcome and entry."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.dialogue.count import Count
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.store.store import Store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
COUNT = Count("2026-11-27", Surface.PRIVATE, "fr", ReplyOutcome.ANSWER, "closed")


async def test_the_database_holds_surfaces_and_outcomes_as_plain_words(sql: Sql, store: Store) -> None:
    await store.counts.add({COUNT: 2})
    await store.counts.add({COUNT: 1})
    assert await sql("SELECT * FROM counts") == [("2026-11-27", "private", "fr", "answer", "closed", 3)]
    assert await store.counts.since("2026-11-27") == {COUNT: 3}


async def test_surfaces_and_outcomes_that_only_another_version_knows_are_left_out(sql: Sql, store: Store) -> None:
    await store.counts.add({COUNT: 1})
    for surface, outcome in (("page", "answer"), ("private", "unheard-of")):
        await sql(f"INSERT INTO counts VALUES ('2026-11-27', '{surface}', 'fr', '{outcome}', '', 7)")
    assert await store.counts.since("2026-11-27") == {COUNT: 1}
