"""The time by two clocks, this machine's and Telegram's, of which neither is trusted alone.

This machine's clock may be wrong by years. Telegram dates the messages that it delivers; to the newest of its dates,
which the database keeps, the time is added that the process has run since. So Telegram's clock is never ahead, but
behind by as long as the bot was stopped, until the next update comes.

Times are whole seconds since 1970.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from bot.clock import MachineClock, date_of
from bot.store.days import day_of, start_of
from bot.store.tables import COUNTS, INBOX, KEYS, REPLIES

_NAME = "telegram's date"
_LEAST_NEWS = 60


class Clock:
    """This machine's clock and Telegram's, for the thread that owns the connection.

    Args:
        connection: To the database, in a transaction.
        machine: This machine's clocks.
    """

    def __init__(self, connection: Connection, machine: MachineClock = time) -> None:
        self._machine = machine
        kept = connection.scalars(select(KEYS.c.made_at).where(KEYS.c.name == _NAME)).one_or_none()
        self._kept: int | None = kept
        # An earlier version kept no date: what it wrote last is from no later day than this one.
        self._newest = kept if kept is not None else _last_write(connection)
        self._since = self._machine.monotonic()

    def note_dates(self, connection: Connection, updates: Sequence[Mapping[str, Any]]) -> None:
        """Set Telegram's clock by the newest date in some updates."""
        newest = max(filter(None, map(date_of, updates)), default=None)
        telegrams = self.telegram_time()
        if newest is not None and (telegrams is None or newest > telegrams):
            self._newest, self._since = newest, self._machine.monotonic()
            if self._kept is None or newest - self._kept >= _LEAST_NEWS:
                self._keep(connection, newest)

    def store_time(self, connection: Connection) -> None:
        """Store the time by Telegram's clock, if that is known."""
        telegrams = self.telegram_time()
        if telegrams is not None:
            self._keep(connection, telegrams)

    def machine_time(self) -> int:
        """Return the time by this machine's clock."""
        return int(self._machine.time())

    def telegram_time(self) -> int | None:
        """Return the time by Telegram's clock; None if it has dated nothing yet."""
        return self._running() if self._kept is not None else None

    def earliest(self) -> int:
        """Return the earlier of both times: what is old by this one is old by both.

        Where Telegram has dated nothing, the end of the last run stands in for it, if there was one.
        """
        running, machines = self._running(), self.machine_time()
        return machines if running is None else min(running, machines)

    def latest(self) -> int:
        """Return the later of both times, to date what happens now: what is later is in the future by both clocks."""
        return max(self.telegram_time() or 0, self.machine_time())

    def today(self) -> str:
        """Return the day by which events of now are dated, as 2026-11-27."""
        return day_of(self.latest())

    def _running(self) -> int | None:
        return None if self._newest is None else self._newest + int(self._machine.monotonic() - self._since)

    def _keep(self, connection: Connection, date: int) -> None:
        statement = insert(KEYS).values(name=_NAME, value=b"", made_at=date)
        connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"made_at": date}))
        self._kept = date


def clock(connection: Connection, machine: MachineClock = time) -> Clock:
    """Return the clock of a connection, set by this machine's clocks when it is first asked for."""
    found = connection.info.get(_NAME)
    if not isinstance(found, Clock):
        found = connection.info[_NAME] = Clock(connection, machine)
    return found


def _last_write(connection: Connection) -> int | None:
    columns = (INBOX.c.received_at, INBOX.c.changed_at, REPLIES.c.sent_at)
    times = [connection.scalar(select(func.max(column))) for column in columns]
    day = connection.scalar(select(func.max(COUNTS.c.day)))
    return max(filter(None, [*times, day and start_of(day)]), default=None)
