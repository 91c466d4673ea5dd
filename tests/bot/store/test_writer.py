"""Work is done once, in its order, many pieces to a commit; what one does wrong harms no other."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, closing
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError

from bot.store.database import checkpoint, open_database
from bot.store.errors import StoreUnavailable
from bot.store.writer import Work, Writer

_Result = TypeVar("_Result")
Limit = Callable[[int], AbstractContextManager[None]]


class Bounded(Writer):
    """A writer for whose work a test does not wait for ever."""

    async def run(self, work: Work[_Result]) -> _Result:
        """Return what the work returns; fail after some seconds."""
        async with asyncio.timeout(5):
            return await super().run(work)


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    """A connection to a database with a table of notes."""
    with open_database(path) as connection:
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE notes (text TEXT)")
        yield connection


@pytest.fixture
def writer(connection: Connection, idle_seconds: float) -> Iterator[Writer]:
    """A writer on that connection."""
    writer = Bounded(connection, when_idle=checkpoint, idle_seconds=idle_seconds)
    yield writer
    writer.close()


@pytest.fixture
def notes(path: Path) -> Callable[[], list[str]]:
    """The notes that are committed, as another program reads them."""

    def read() -> list[str]:
        with closing(sqlite3.connect(path)) as other:
            return [note for (note,) in other.execute("SELECT text FROM notes ORDER BY rowid")]

    return read


def noting(note: str) -> Callable[[Connection], str]:
    """Work that writes a note, and returns it."""

    def work(connection: Connection) -> str:
        connection.execute(text("INSERT INTO notes VALUES (:note)"), {"note": note})
        return note

    return work


def large(connection: Connection) -> None:
    """Work that writes 400 kB."""
    connection.exec_driver_sql("INSERT INTO notes VALUES (hex(zeroblob(200000)))")


@asynccontextmanager
async def busy(writer: Writer) -> AsyncIterator[None]:
    """Keep the writer at work while the block lasts, so that what is handed over then waits together."""
    begun, over = threading.Event(), threading.Event()

    def work(connection: Connection) -> bool:
        begun.set()
        return over.wait(10)

    task = asyncio.create_task(writer.run(work))
    assert await asyncio.to_thread(begun.wait, 10)
    yield
    # Tasks that were made in the block have not yet handed anything over.
    await asyncio.sleep(0)
    over.set()
    assert await task


async def test_work_gives_its_result_when_it_is_committed(writer: Writer, notes: Callable[[], list[str]]) -> None:
    assert await writer.run(noting("first")) == "first"
    assert notes() == ["first"]
    assert await writer.run(lambda c: c.exec_driver_sql("SELECT count(*) FROM notes").scalar()) == 1


async def test_what_comes_in_together_shares_few_commits_and_keeps_its_order(
    writer: Writer, connection: Connection, notes: Callable[[], list[str]]
) -> None:
    commits: list[Connection] = []
    event.listen(connection.engine, "commit", commits.append)
    names = [f"note {number}" for number in range(300)]
    async with busy(writer):
        tasks = [asyncio.create_task(writer.run(noting(name))) for name in names]
    assert await asyncio.gather(*tasks) == names
    assert notes() == names
    assert len(commits) <= 3, "one for what kept it busy, two for 300 pieces of work"


async def test_work_alone_waits_for_no_other(writer: Writer, connection: Connection) -> None:
    commits: list[Connection] = []
    event.listen(connection.engine, "commit", commits.append)
    for number in range(3):
        await writer.run(noting(str(number)))
    assert len(commits) == 3


async def test_work_that_fails_harms_none_that_it_shared_a_commit_with_and_leaves_nothing(
    writer: Writer, notes: Callable[[], list[str]]
) -> None:
    def wrong(connection: Connection) -> None:
        noting("wrong")(connection)
        raise ValueError("of its own")

    def refused(connection: Connection) -> None:
        noting("refused")(connection)
        connection.exec_driver_sql("INSERT INTO no_such_table VALUES (1)")

    async with busy(writer):
        tasks = [asyncio.create_task(writer.run(work)) for work in (noting("a"), wrong, noting("b"), refused)]
        tasks.append(asyncio.create_task(writer.run(noting("c"))))
    a, own, b, unavailable, c = await asyncio.gather(*tasks, return_exceptions=True)
    assert (a, b, c) == ("a", "b", "c")
    assert isinstance(own, ValueError)
    assert str(own) == "of its own"
    assert isinstance(unavailable, StoreUnavailable)
    assert "no_such_table" in unavailable.reason
    assert notes() == ["a", "b", "c"]


@pytest.mark.parametrize("value", [[], {}, None])
async def test_a_value_that_the_database_never_takes_is_an_error_of_its_own(writer: Writer, value: object) -> None:
    """An error called unavailable would be tried for ever."""

    def work(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO chats (chat_id) VALUES (?)", (value,))

    with pytest.raises(DBAPIError):
        await writer.run(work)
    assert await writer.run(noting("next")) == "next"


async def test_a_full_disk_is_unavailable_until_there_is_room(
    writer: Writer, notes: Callable[[], list[str]], path: Path
) -> None:
    await writer.run(lambda c: c.exec_driver_sql("PRAGMA max_page_count=1").close())
    async with busy(writer):
        small = asyncio.create_task(writer.run(noting("small")))
        too_large = asyncio.create_task(writer.run(large))
    assert await small == "small"
    with pytest.raises(StoreUnavailable, match="full"):
        await too_large
    with pytest.raises(StoreUnavailable, match="full"):
        await writer.run(large)
    assert notes() == ["small"]
    await writer.run(lambda c: c.exec_driver_sql("PRAGMA max_page_count=100000").close())
    await writer.run(large)
    assert [len(note) for note in notes()] == [5, 400_000]


async def test_a_commit_that_the_system_refuses_is_unavailable_until_it_does_not(
    writer: Writer, notes: Callable[[], list[str]], no_file_beyond: Limit
) -> None:
    with no_file_beyond(200_000):
        with pytest.raises(StoreUnavailable, match="disk"):
            await writer.run(large)
        assert await writer.run(noting("small")) == "small"
    await writer.run(large)
    assert [len(note) for note in notes()] == [5, 400_000]


async def test_a_database_that_another_program_has_locked_is_unavailable_until_it_is_free(
    writer: Writer, notes: Callable[[], list[str]], path: Path
) -> None:
    await writer.run(lambda c: c.exec_driver_sql("PRAGMA busy_timeout=0").close())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="locked"):
            await writer.run(noting("too early"))
    assert await writer.run(noting("now")) == "now"
    assert notes() == ["now"]


@pytest.mark.parametrize("idle_seconds", [0.01])
async def test_a_log_that_cannot_be_emptied_stops_no_work(
    writer: Writer, path: Path, no_file_beyond: Limit, caplog: pytest.LogCaptureFixture
) -> None:
    log = path.with_name(f"{path.name}-wal")
    await writer.run(large)
    await until(lambda: log.stat().st_size == 0)
    with no_file_beyond(200_000), caplog.at_level(logging.WARNING, "bot.store"):
        # It fits into the log; its place in the file, behind what is there, lies beyond the limit.
        await writer.run(lambda c: c.exec_driver_sql("CREATE TABLE others (text TEXT)").close())
        await until(lambda: "could not be tidied" in caplog.text)
        assert log.stat().st_size > 0
    assert await writer.run(noting("later")) == "later"
    await until(lambda: log.stat().st_size == 0)


async def test_the_writer_rests_once_after_work_and_not_before(connection: Connection) -> None:
    rests: list[Connection] = []
    looks = 0

    def is_there() -> bool:
        nonlocal looks
        looks += 1
        return True

    writer = Writer(connection, rests.append, is_there, idle_seconds=0.01, look_seconds=0.01)
    with closing(writer):
        await until(lambda: looks >= 3)
        assert rests == []
        await writer.run(noting("a"))
        await until(lambda: rests == [connection])
        seen = looks
        await until(lambda: looks >= seen + 3)
        assert rests == [connection]


async def test_closing_does_what_was_handed_over(writer: Writer, notes: Callable[[], list[str]]) -> None:
    names = [str(number) for number in range(250)]
    async with busy(writer):
        tasks = [asyncio.create_task(writer.run(noting(name))) for name in names]
        await asyncio.sleep(0)
        closed = asyncio.create_task(asyncio.to_thread(writer.close))
    await closed
    assert notes() == names
    assert await asyncio.gather(*tasks) == names


async def test_two_event_loops_may_hand_over_work(
    writer: Writer, notes: Callable[[], list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    # In this mode a loop complains of whatever another thread does to it.
    asyncio.get_running_loop().set_debug(True)

    async def many(name: str) -> list[str]:
        return await asyncio.gather(*(writer.run(noting(f"{name} {number}")) for number in range(50)))

    async with busy(writer):
        here = asyncio.create_task(many("here"))
        there = asyncio.create_task(asyncio.to_thread(asyncio.run, many("there"), debug=True))
    assert await here == [f"here {number}" for number in range(50)]
    assert await there == [f"there {number}" for number in range(50)]
    assert sorted(notes()) == sorted([*here.result(), *there.result()])
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_whoever_stops_waiting_stops_no_work(writer: Writer, notes: Callable[[], list[str]]) -> None:
    async def hand_over_and_leave() -> None:
        task = asyncio.create_task(writer.run(noting("of a loop that is closed")))
        await asyncio.sleep(0)
        task.cancel()

    async with busy(writer):
        cancelled = asyncio.create_task(writer.run(noting("cancelled")))
        await asyncio.sleep(0)
        cancelled.cancel()
        await asyncio.to_thread(asyncio.run, hand_over_and_leave())
    assert await writer.run(noting("awaited")) == "awaited"
    assert cancelled.cancelled()
    assert notes() == ["cancelled", "of a loop that is closed", "awaited"]


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fail if it does not within some seconds."""
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.01)
