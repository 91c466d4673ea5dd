"""One thread that owns the connection, and commits what has come in together.

A commit waits for the disk; whatever is handed over meanwhile shares the next one. So many small writes, each of which
somebody waits for, cost few commits.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError

from bot.store.errors import StoreUnavailable

_LOG = logging.getLogger(__name__)
_MOST_TOGETHER = 200
_IDLE_SECONDS = 0.5

Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class _Job(Generic[Result]):
    """Work, and who waits for it."""

    __slots__ = ("error", "future", "loop", "result", "work")

    def __init__(self, work: Work[Result]) -> None:
        self.work = work
        self.loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Result] = self.loop.create_future()
        self.result: Result | None = None
        self.error: Exception | None = None

    def settle(self) -> None:
        """Tells who waits; in the loop's own thread."""
        if self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)  # type: ignore[arg-type]


class Writer:
    """Runs work on a connection, one piece after the other, many to a transaction.

    Args:
        connection: Used by this thread alone from now on.
        when_idle: Called when nothing has come in for a moment after something was written.
    """

    def __init__(self, connection: Connection, when_idle: Callable[[Connection], None]) -> None:
        self._connection = connection
        self._when_idle = when_idle
        self._jobs: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    async def run(self, work: Work[Result]) -> Result:
        """What the work returns, once it is committed.

        Args:
            work: Reads and writes, and nothing else: it is run again if the transaction that it shared fails.

        Raises:
            StoreUnavailable: It could not be done, and has left nothing behind; or the writer is closed.
        """
        if not self._thread.is_alive():
            raise StoreUnavailable("closed")
        job = _Job(work)
        self._jobs.put(job)
        return await job.future

    def close(self) -> None:
        """Does what has been handed over, and ends."""
        self._jobs.put(None)
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        written = False
        while True:
            try:
                first = self._jobs.get(timeout=_IDLE_SECONDS if written else None)
            except Empty:
                written = False
                self._rest()
                continue
            jobs, going_on = self._together(first)
            if jobs:
                self._commit(jobs)
                self._settle(jobs)
                written = True
            if not going_on:
                self._rest()
                return

    def _together(self, first: _Job[Any] | None) -> tuple[list[_Job[Any]], bool]:
        """The first job and those that wait already, and whether there is more to come."""
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

    def _commit(self, jobs: list[_Job[Any]]) -> None:
        """All in one transaction; if that fails, each in its own, so that none suffers for another."""
        begun = False
        try:
            with self._connection.begin():
                begun = True
                for job in jobs:
                    job.result = job.work(self._connection)
        except Exception as error:  # noqa: BLE001 - whatever a piece of work does wrong is told to whoever waits for it
            if len(jobs) == 1 or not begun:
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
            _LOG.warning("The database could not be tidied (%s).", type(error).__name__)


def _unavailable(error: Exception) -> Exception:
    """A database's refusal in our terms; what would be refused again however often it is tried, as it is."""
    if isinstance(error, DatabaseError) and not isinstance(error, (DataError, IntegrityError, ProgrammingError)):
        return StoreUnavailable(str(error.orig))
    return error
