"""Only what is old by this machine's clock and by Telegram's expires; a clock that is wrong costs nothing."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from clocks import SetClocks
from states import receive, waiting

from bot.dialogue.count import Count
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.store.days import day_of
from bot.store.inbox import RawUpdate
from bot.store.misses import Miss
from bot.store.posted_answers import PostedAnswer
from bot.store.replies import QuestionMessage, SentReply
from bot.store.store import Store, open_store
from bot.store.votes import VotedAnswer

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
HOUR = 3600
DAY = 24 * HOUR
RETENTION = 90
NOW = int(time.time())
TABLES = ("inbox", "replies", "posted", "votes", "misses", "counts")


def dated(update_id: int, date: float, kind: str = "message") -> RawUpdate:
    """An update with a message of some date."""
    name = "edit_date" if kind.startswith("edited") else "date"
    content = {"message_id": update_id, "date": int(date) - 5 * DAY, "chat": {"id": 7}}
    return {"update_id": update_id, kind: {**content, name: int(date)}}


async def keep(store: Store, date: float) -> None:
    """Handle an update of some date, and keep something in each table."""
    await receive(store, [dated(1, date)])
    await store.inbox.mark_done(1, SentReply(QuestionMessage(7, 1, "Qui ?"), 70))
    await store.posted.put(PostedAnswer(7, 0, "fogel-who", "fr"), 70, int(date))
    await store.votes.cast(7, VotedAnswer(7, 70, "fogel-who", "fr"), up=True)
    await store.misses.add(Miss("Qui ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None))
    await store.counts.add({Count(day_of(int(date)), Surface.PRIVATE, "fr", ReplyOutcome.ABSTAIN, ""): 1})


async def kept(store: Store) -> set[str]:
    """The tables in which something is left."""

    async def count(table: str) -> int:
        return await store.writer.run(lambda c: int(c.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()))

    return {table for table in TABLES if await count(table)}


@pytest.mark.parametrize("days", [-400, -2, 2, 8, 100, 400])
@pytest.mark.parametrize("comes", [False, True])
async def test_a_start_with_a_clock_that_is_wrong_forgets_nothing(
    path: Path, clocks: SetClocks, days: int, comes: bool
) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, clocks.wall)
    clocks.wall += days * DAY
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        if comes:
            await receive(store, [dated(2, NOW + HOUR)])
            await store.inbox.mark_done(2)
        await store.expire(RETENTION)
        assert await kept(store) == set(TABLES)
        clocks.run(10 * HOUR)
        await store.expire(RETENTION)
        assert await kept(store) == set(TABLES)
    clocks.wall = NOW + 20 * HOUR
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await store.expire(RETENTION)
        assert await kept(store) == set(TABLES)


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (1, set(TABLES)),
        (3, {"posted", "votes", "misses", "counts"}),
        (8, {"votes", "misses", "counts"}),
        (89, {"votes", "misses", "counts"}),
        (90, set()),
    ],
)
@pytest.mark.parametrize("idle", [False, True])
async def test_what_both_clocks_call_old_is_forgotten(
    path: Path, clocks: SetClocks, days: int, left: set[str], idle: bool
) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, clocks.wall)
        if idle:
            # Nothing comes, but the process has seen the time pass.
            clocks.run(days * DAY + 60)
            await store.expire(RETENTION)
            assert await kept(store) == left
    if not idle:
        clocks.wall += days * DAY + 60
        with open_store(f"sqlite:///{path}", machine=clocks) as store:
            await receive(store, [dated(2, clocks.wall)])
            await store.expire(RETENTION)
            assert await kept(store) - {"inbox"} == left - {"inbox"}


async def test_time_that_passed_in_an_earlier_run_is_not_forgotten(path: Path, clocks: SetClocks) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, clocks.wall)
    for _ in range(9):
        with open_store(f"sqlite:///{path}", machine=clocks) as store:
            clocks.run(10 * DAY + 60)
            await store.expire(RETENTION)
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await store.expire(RETENTION)
        assert await kept(store) == set()


async def test_where_no_update_has_ever_come_this_machines_clock_decides(path: Path, clocks: SetClocks) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        for age in (RETENTION - 1, RETENTION):
            miss = Miss("Qui ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None, day=day_of(NOW - age * DAY))
            await store.misses.add(miss)
        await store.expire(RETENTION)
        assert [miss.day for miss in await store.misses.undecided()] == [day_of(NOW - (RETENTION - 1) * DAY)]


async def test_a_database_of_an_earlier_version_is_as_old_as_what_it_wrote_last(path: Path, clocks: SetClocks) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, clocks.wall)
        await store.writer.run(lambda c: c.exec_driver_sql("DELETE FROM keys WHERE value = x''").close())
    clocks.wall += 400 * DAY
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await store.expire(RETENTION)
        assert await kept(store) == set(TABLES)
        await receive(store, [dated(2, clocks.wall)])
        await store.expire(RETENTION)
        assert await kept(store) == {"inbox"}


@pytest.mark.parametrize("days", [-400, -3])
async def test_what_is_kept_while_the_clock_is_behind_is_as_young_as_it_is(
    path: Path, clocks: SetClocks, days: int
) -> None:
    clocks.wall += days * DAY
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, NOW)
        assert [miss.day for miss in await store.misses.undecided()] == [day_of(NOW)]
    clocks.wall = NOW + HOUR
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await receive(store, [dated(2, NOW + HOUR)])
        await store.expire(RETENTION)
        assert {"replies", "votes", "misses", "counts"} <= await kept(store)


async def test_what_is_kept_while_the_clock_is_ahead_is_not_kept_longer(path: Path, clocks: SetClocks) -> None:
    clocks.wall += 400 * DAY
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, NOW)
        ahead, also = (
            Count(day_of(NOW + DAY * days), Surface.PRIVATE, "fr", ReplyOutcome.ABSTAIN, "") for days in (400, 401)
        )
        await store.counts.add({ahead: 2, also: 3})
    clocks.wall = NOW
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await store.expire(RETENTION)
        assert await kept(store) == set(TABLES)
        assert list((await store.counts.since("")).items()) == [
            (Count(day_of(NOW), Surface.PRIVATE, "fr", ReplyOutcome.ABSTAIN, ""), 6)
        ]
        clocks.run((RETENTION + 1) * DAY)
        await store.expire(RETENTION)
        assert await kept(store) == set()


@pytest.mark.parametrize("kind", ["message", "edited_message", "my_chat_member", "guest_message"])
async def test_the_newest_date_of_any_kind_of_update_counts(path: Path, clocks: SetClocks, kind: str) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await keep(store, NOW - 100 * DAY)
        clocks.wall = NOW + 100 * DAY
        await receive(store, [dated(2, NOW, kind), dated(3, NOW - 99 * DAY), {"update_id": 4, "inline_query": {}}])
        await store.misses.add(
            Miss("Et ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None, day=day_of(NOW - 89 * DAY))
        )
        await store.misses.add(
            Miss("Non ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None, day=day_of(NOW - 90 * DAY))
        )
        await store.expire(RETENTION)
        assert "Et ?" in [miss.text for miss in await store.misses.undecided()]
        assert "Non ?" not in [miss.text for miss in await store.misses.undecided()]


@pytest.mark.parametrize("date", [None, "now", True, -5, 0, 1 << 70, 1.5, {}, []])
async def test_a_date_that_is_none_is_passed_over(store: Store, date: object) -> None:
    await receive(store, [{"update_id": 1, "message": {"date": date}}])
    await store.expire(RETENTION)
    assert len(await waiting(store)) == 1


@pytest.mark.parametrize("days", [-2, 400])
async def test_since_when_replies_are_remembered_is_told_by_telegrams_clock(
    path: Path, clocks: SetClocks, days: int
) -> None:
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        await store.replies.since()
        await store.writer.run(lambda c: c.exec_driver_sql("UPDATE keys SET made_at = 5").close())
        clocks.wall += days * DAY
        await receive(store, [dated(1, NOW)])
        assert await store.replies.since() == NOW - 48 * HOUR
