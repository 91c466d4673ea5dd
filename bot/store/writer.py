"""One thread that owns the connection, and commits what has come in together.

A commit waits for the disk; whatever is handed over meanwhile shares the next one. So many small writes, each of which
somebody waits for, cost few commits.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError

from bot.store.errors import DAMAGED, GONE, StoreLost, StoreUnavailable, problem_of

_LOG = logging.getLogger(__name__)
_MOST_TOGETHER = 200
IDLE_SECONDS = 0.5
"""Seconds without work after which the writer rests, if something was written."""
LOOK_SECONDS = 1.0
"""Seconds within which it is noticed that the database is gone, though nothing is written."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_Result = TypeVar("_Result")
Work = Callable[[Connection], _Result]


class Transactions(Protocol):
    """A way to run work on the database, each piece within a transaction."""

    async def run(self, work: Work[_Result]) -> _Result:
        """Return what the work returns, once it is committed."""
        ...


class _Job(Generic[_Result]):
    """A piece of work, and the future of whoever waits for it."""

    __slots__ = ("error", "future", "loop", "result", "work")

    def __init__(self, work: Work[_Result]) -> None:
        self.work = work
        self.loop = asyncio.get_running_loop()
        self.future: asyncio.Future[_Result] = self.loop.create_future()
        self.result: _Result | None = None
        self.error: Exception | None = None

    def settle(self) -> None:
        """Set the future's result or error, in the loop's own thread."""
        if self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)  # type: ignore[arg-type]


class Writer:
    """A thread that runs work on a connection, one piece after the other, many to a transaction.

    Args:
        connection: Used by this thread alone from now on.
        when_idle: Called when nothing has come in for `idle_seconds` after something was written.
        is_there: Tells whether what is written can be found again. Once it cannot, or the database turns out to be
            damaged, everything is refused, also what was just committed.
        idle_seconds: As said.
        look_seconds: The time between two looks at `is_there` while nothing is written.
    """

    def __init__(
        self,
        connection: Connection,
        when_idle: Callable[[Connection], None],
        is_there: Callable[[], bool] = lambda: True,
        *,
        idle_seconds: float = IDLE_SECONDS,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._look_seconds = look_seconds
        self._idle_seconds = idle_seconds
        self._connection = connection
        self._when_idle = when_idle
        self._is_there = is_there
        self._loss: Future[StoreLost] = Future()
        self._jobs: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    async def run(self, work: Work[_Result]) -> _Result:
        """Return what the work returns, once it is committed.

        Args:
            work: Reads and writes, and nothing else: it is run again if the transaction that it shared fails.

        Raises:
            StoreUnavailable: It could not be done, and has left nothing behind; or the writer is closed.
            StoreLost: Nothing can be done any more.
        """
        if not self._thread.is_alive():
            raise StoreUnavailable("closed")
        job = _Job(work)
        self._jobs.put(job)
        return await job.future

    @property
    def loss(self) -> StoreLost | None:
        """The reason why the database can no longer be used; None as long as it can."""
        return self._loss.result() if self._loss.done() else None

    async def wait_until_lost(self) -> StoreLost:
        """Wait until the database can no longer be used, and return why."""
        return await asyncio.shield(asyncio.wrap_future(self._loss))

    async def run_unless_lost(self, work: Awaitable[_Result]) -> _Result:
        """Return the result of some work, which is given up once the database can no longer be used.

        Raises:
            StoreLost: It cannot be used any more.
        """
        task, loss = asyncio.ensure_future(work), asyncio.ensure_future(self.wait_until_lost())
        try:
            await asyncio.wait((task, loss), return_when=asyncio.FIRST_COMPLETED)
            if self.loss is not None and not task.done():
                raise self.loss
            return await task
        finally:
            for each in (task, loss):
                each.cancel()
            await asyncio.wait((task, loss))

    def close(self) -> None:
        """Run the work that was handed over, then stop the thread."""
        self._jobs.put(None)
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        written = False
        while True:
            try:
                first = self._jobs.get(timeout=self._idle_seconds if written else self._look_seconds)
            except Empty:
                if written:
                    self._rest()
                written = False
                self._look()
                continue
            jobs, going_on = self._together(first)
            if jobs:
                self._do(jobs)
                self._settle(jobs)
                written = True
            if not going_on:
                self._rest()
                return

    def _together(self, first: _Job[Any] | None) -> tuple[list[_Job[Any]], bool]:
        """Return a first job with all that wait already, and whether the writer goes on after them."""
        jobs: list[_Job[Any]] = []
        job = first
        while job is not None:
            jobs.append(job)
            if len(jobs) == _MOST_TOGETHER:
                return jobs, True
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return jobs, True
        return jobs, False

    def _do(self, jobs: list[_Job[Any]]) -> None:
        if self.loss is None:
            self._commit(jobs)
            # Afterwards: a commit to a file that went away meanwhile is worth nothing.
            self._look()
        for job in jobs:
            job.error = self.loss or job.error

    def _look(self) -> None:
        if self.loss is None and not self._is_there():
            self._loss.set_result(GONE)

    def _notice(self, error: Exception) -> None:
        """Mark the database as lost if an error says that it is damaged."""
        cause = error.orig if isinstance(error, DatabaseError) else error
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if self.loss is None and (code in _DAMAGED or problem_of(str(cause)) == DAMAGED.problem):
            self._loss.set_result(DAMAGED)

    def _commit(self, jobs: list[_Job[Any]]) -> None:
        """Run all jobs in one transaction; if that fails, each in its own, so that none fails for another."""
        begun = False
        try:
            with self._connection.begin():
                begun = True
                for job in jobs:
                    job.result = job.work(self._connection)
        except Exception as error:  # noqa: BLE001 - whatever a piece of work does wrong is told to whoever waits for it
            self._notice(error)
            if len(jobs) == 1 or not begun or self.loss is not None:
                # Where another program holds the database, each would wait as long in vain.
                for job in jobs:
                    job.error = _unavailable(error)
                return
            for job in jobs:
                self._commit([job])

    @staticmethod
    def _settle(jobs: list[_Job[Any]]) -> None:
        for loop in {job.loop for job in jobs}:
            own = [job for job in jobs if job.loop is loop]
            try:
                loop.call_soon_threadsafe(lambda own=own: [job.settle() for job in own])  # type: ignore[misc]
            except RuntimeError:
                _LOG.debug("Nobody waits any more for what was written.")

    def _rest(self) -> None:
        try:
            self._when_idle(self._connection)
        except Exception as error:  # noqa: BLE001 - the driver's own errors too: without this thread all work waits for ever
            self._notice(error)
            _LOG.warning("The database could not be tidied (%s).", type(error).__name__)


def _unavailable(error: Exception) -> Exception:
    """Return a database's error as StoreUnavailable; an error that would repeat itself as it is."""
    if isinstance(error, DatabaseError) and not isinstance(error, (DataError, IntegrityError, ProgrammingError)):
        return StoreUnavailable(str(error.orig))
    return error
