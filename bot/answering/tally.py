"""The tally of questions' outcomes: in memory, and in the database once a minute."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Callable

from bot.dialogue.count import Count
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.store.counts import Counts
from bot.store.days import today
from bot.store.errors import StoreUnavailable
from bot.turn import Turn

_LOG = logging.getLogger(__name__)
FLUSH_SECONDS = 60.0
RETRY_SECONDS = 0.5
# What the bot hears there and leaves without a word may have been a question; elsewhere it was none.
_HEARD_IN_SILENCE = (Surface.GROUP, Surface.AMBIENT, Surface.INLINE)


class Tally:
    """Sums by day, surface, language, outcome and entry: nothing that tells one person or chat from another.

    What is no question (a command, a page to browse, a button that only leads on) is not counted. An inline query
    comes at every keystroke: it is counted as one, without the entry, which nobody may have read.

    A process that is killed loses what it has counted since the last flush, a minute's worth at most. An update that
    is handled again after that counts again if it was flushed before.

    Args:
        counts: Keep the sums.
        flush_seconds: The time that a sum waits in memory.
        retry_seconds: The time that the last flush waits before it tries again.
        day: Returns the day that it is, as 2026-11-27.
    """

    def __init__(
        self,
        counts: Counts,
        *,
        flush_seconds: float = FLUSH_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
        day: Callable[[], str] = today,
    ) -> None:
        self._counts = counts
        self._day = day
        self._flush_seconds = flush_seconds
        self._retry_seconds = retry_seconds
        self._numbers: Counter[Count] = Counter()
        self._flushing: asyncio.Task[None] | None = None

    def count(self, turn: Turn) -> None:
        """Count what an update has come to.

        Args:
            turn: Of the update.
        """
        surface, outcome = turn.surface, turn.outcome
        if surface is None or outcome is None or outcome is ReplyOutcome.REPLY:
            return
        if outcome is ReplyOutcome.SILENT and surface not in _HEARD_IN_SILENCE:
            return
        entry_key = turn.entry_key if surface is not Surface.INLINE else None
        self._numbers[Count(self._day(), surface, turn.language or "", outcome, entry_key or "")] += 1

    async def run(self) -> None:
        """Flush from time to time, until it is cancelled."""
        while True:
            await asyncio.sleep(self._flush_seconds)
            await self.flush()

    async def flush(self) -> None:
        """Add the counts to those in the database; what that does not take now is kept for the next time.

        Whoever waits may be cancelled: the flush is seen through, so that nothing counts twice.
        """
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())
        await asyncio.shield(self._flushing)

    async def finish(self, patience: float) -> None:
        """Flush what is left, trying again for some seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                # Not by `store.retrying`, which waits without end: a stop has a few seconds, too few for pauses that
                # grow, and until then sums that the database does not take stay in memory and hold up nobody.
                # The first one may be under way already, without what was counted since.
                await self.flush()
                while self._numbers:
                    await self.flush()
                    if self._numbers:
                        await asyncio.sleep(self._retry_seconds)
        if self._numbers:
            _LOG.error("What came of %d questions could not be counted.", self._numbers.total())

    async def _flush(self) -> None:
        numbers, self._numbers = self._numbers, Counter()
        try:
            await self._counts.add(numbers)
        except StoreUnavailable as error:
            self._numbers.update(numbers)
            _LOG.warning("The counts cannot be written (%s); they are kept in memory.", error.reason)
