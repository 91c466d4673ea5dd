"""Log lines that repeat each other: the first of them are written, and then how many there were."""

from __future__ import annotations

import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO, TypeAlias

SAME_LINE, SAME_TEMPLATE = 10, 60
"""The number of lines a minute that say the same and are written, and of those of one template, whatever is put in."""
_SECONDS = 60.0
_MOST_REMEMBERED = 500
_LONGEST_TEXT = 300
_FEWEST_LETTERS = 10
_PUT_IN = re.compile(r"%[-#0 +.\d]*[a-z]|0x[0-9a-f]+|\d+", re.IGNORECASE)
_Key: TypeAlias = tuple[str, int, int, int]


class RepetitionHandler(logging.StreamHandler[TextIO]):
    """A handler that writes, of records that repeat each other, only the first of every minute, and then their number.

    Two records repeat each other if their lines are the same or, less strictly counted, their templates. A record with
    `fields` tells of one thing that has happened: of those only lines that are the same count. The number is written
    as soon as the minute is over and anything is logged, or when the handler is closed.

    Args:
        stream: Is written to.
        clock: Tells the seconds, and only goes on.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(stream)
        self._clock = clock
        self._series: OrderedDict[_Key, _Series] = OrderedDict()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, unless it is one too many."""
        now = self._clock()
        while self._series and next(iter(self._series.values())).until <= now:
            self._end_first()
        template = _template_of(record)
        line = self._known(record, record.getMessage(), SAME_LINE)
        if line is not None and line.is_full:
            line.hold(record)
            return
        if template is not None:
            series = self._known(record, template, SAME_TEMPLATE) or self._begun(record, template, now, SAME_TEMPLATE)
            if series.is_full:
                # The line is not remembered besides: a flood of different ones would take all the room.
                series.hold(record)
                return
            series.written += 1
        line = line or self._begun(record, record.getMessage(), now, SAME_LINE)
        line.written += 1
        super().emit(record)

    def close(self) -> None:
        """Write the counts of repeated records that were not written yet."""
        self.acquire()
        try:
            while self._series:
                self._end_first()
        finally:
            self.release()
        super().close()

    def _known(self, record: logging.LogRecord, text: str, most: int) -> _Series | None:
        return self._series.get(_key(record, text, most))

    def _begun(self, record: logging.LogRecord, text: str, now: float, most: int) -> _Series:
        if len(self._series) >= _MOST_REMEMBERED:
            self._end_first()
        series = self._series[_key(record, text, most)] = _Series(text[:_LONGEST_TEXT], now + _SECONDS, most)
        return series

    def _end_first(self) -> None:
        _, series = self._series.popitem(last=False)
        summary = series.summary()
        if summary is not None:
            super().emit(summary)


@dataclass(slots=True)
class _Series:
    """Records that repeat each other, in one minute.

    Attributes:
        text: The words that they have in common, or their beginning.
        until: The end of the minute, by the clock.
        most: The number that are written at most.
        written: The number that were.
        held: The number that were not.
        first: The first of those.
    """

    text: str
    until: float
    most: int
    written: int = 0
    held: int = 0
    first: logging.LogRecord | None = None

    @property
    def is_full(self) -> bool:
        """Tell whether no more are to be written."""
        return self.written >= self.most

    def hold(self, record: logging.LogRecord) -> None:
        """Count a record instead of writing it."""
        self.held += 1
        self.first = self.first or record

    def summary(self) -> logging.LogRecord | None:
        """Return one record that counts those that were not written; None if all were."""
        if self.first is None:
            return None
        message = f"… repeated {self.held:,} times: {self.text}"
        summary = logging.LogRecord(
            self.first.name, self.first.levelno, self.first.pathname, self.first.lineno, message, None, None
        )
        vars(summary)["fields"] = {"repeated": self.held}
        return summary


def _key(record: logging.LogRecord, text: str, most: int) -> _Key:
    return record.name, record.levelno, most, hash(text)


def _template_of(record: logging.LogRecord) -> str | None:
    """Return a record's template without its arguments; None where that would not tell records apart."""
    if hasattr(record, "fields"):
        return None
    template = _PUT_IN.sub("#", str(getattr(record, "template", record.msg)))
    # One such as "%s: %s" says nothing by itself.
    return template if sum(map(str.isalpha, template)) >= _FEWEST_LETTERS else None
