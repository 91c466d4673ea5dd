"""Telegram's time, read off the updates: this machine's clock may be wrong, and presses bear no date."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

_DATED = ("message", "edited_message", "guest_message", "my_chat_member")
# Beyond that it is no time: the database's column takes no more.
_LATEST = 1 << 31


class MachineClock(Protocol):
    """This machine's clocks, as the module `time` has them."""

    def time(self) -> float:
        """Return the seconds since 1970, which somebody may set."""
        ...

    def monotonic(self) -> float:
        """Return the seconds that have passed since some moment, which nobody sets."""
        ...


class TelegramClock:
    """Times of updates in the order in which they came.

    An update that bears a date has that. Any other has the latest date before it, and what this machine's monotonic
    clock says has passed since that came: early by what the latest update was late, never ahead of Telegram.

    Args:
        latest: The latest date that is known from an earlier run, in seconds since 1970; None if there is none, and
            this machine's clock has to do.
        monotonic: Returns the seconds that have passed since some moment.
    """

    def __init__(self, latest: int | None = None, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._latest = float(latest) if latest is not None else time.time()
        self._monotonic = monotonic
        self._seen = monotonic()

    def time_of(self, raw: Mapping[str, Any]) -> int:
        """Return the time at which an update was made, in whole seconds since 1970."""
        date = date_of(raw)
        if date is None:
            return self.now()
        if date > self._running():
            self._latest, self._seen = float(date), self._monotonic()
        return date

    def now(self) -> int:
        """Return the time, in whole seconds since 1970."""
        return int(self._running())

    def _running(self) -> float:
        return self._latest + self._monotonic() - self._seen


def date_of(raw: Mapping[str, Any]) -> int | None:
    """Return the date that an update bears, in seconds since 1970; None if it bears none."""
    for kind in _DATED:
        content = raw.get(kind)
        if isinstance(content, dict):
            date = content.get("edit_date" if kind == "edited_message" else "date")
            if isinstance(date, int) and not isinstance(date, bool) and 0 < date < _LATEST:
                return date
    return None
