"""A handle that retries waits until the database takes what it is asked for; what it then does, it does once."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.dialogue.count import Count
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.store.errors import StoreUnavailable
from bot.store.retries import RetriedTransactions
from bot.store.store import Store

COUNT = Count("2026-11-27", Surface.PRIVATE, "en", ReplyOutcome.ANSWER, "closed")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the database while the block lasts."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.fixture
async def impatient(store: Store) -> Store:
    """A store whose driver waits for no other program."""
    await store.writer.run(lambda c: c.exec_driver_sql("PRAGMA busy_timeout=0").close())
    return store


async def until_failed(failures: Counter[str], times: int = 1) -> None:
    """Wait until so much could not be stored."""
    async with asyncio.timeout(10):
        while failures["not-stored"] < times:
            await asyncio.sleep(0.01)


async def test_what_cannot_be_stored_now_is_stored_once_and_what_cannot_be_read_now_is_read(
    impatient: Store, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    failures: Counter[str] = Counter()
    patient = impatient.retrying(failures)
    with locked(path):
        write = asyncio.create_task(patient.counts.add({COUNT: 1}))
        read = asyncio.create_task(patient.chats.closed_chats())
        await until_failed(failures, 2)
        assert not write.done()
        assert not read.done()
    async with asyncio.timeout(10):
        await write
        assert await read == {}
    assert await impatient.counts.since("2026-11-27") == {COUNT: 1}
    messages = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert failures == {"not-stored": len(messages)}
    assert messages[:2] == ["The database cannot be written (database is locked); trying again in 0.5 s."] * 2


async def test_the_other_handle_on_the_same_database_fails_at_once(impatient: Store, path: Path) -> None:
    impatient.retrying(Counter())
    with locked(path), pytest.raises(StoreUnavailable, match="locked"):
        await impatient.counts.add({COUNT: 1})


async def test_whether_it_can_be_written_is_told_at_once_by_both(impatient: Store, path: Path) -> None:
    patient = impatient.retrying(Counter())
    with locked(path):
        assert not await patient.can_write()
    assert await patient.can_write()


async def test_who_waits_may_be_cancelled(impatient: Store, path: Path) -> None:
    failures: Counter[str] = Counter()
    with locked(path):
        write = asyncio.create_task(impatient.retrying(failures).counts.add({COUNT: 1}))
        await until_failed(failures)
        write.cancel()
        with pytest.raises(asyncio.CancelledError):
            await write
    assert await impatient.counts.since("2026-11-27") == {}


async def test_what_the_database_never_takes_is_not_tried_again(store: Store) -> None:
    failures: Counter[str] = Counter()

    def work(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO chats (chat_id) VALUES (?)", (None,))

    with pytest.raises(DBAPIError):
        await RetriedTransactions(store.writer, failures).run(work)
    assert not failures
