"""Transactions that are repeated until the database takes them: a full disk or a lock loses nothing, it only delays."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from typing import TypeVar

from bot.backoff import Backoff
from bot.store.errors import StoreUnavailable
from bot.store.writer import Transactions, Work

_Result = TypeVar("_Result")
_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0


class RetriedTransactions:
    """Transactions that wait for the database instead of failing, for callers that have nobody to tell of a failure.

    Args:
        transactions: Fail at once.
        counts: Under `not-stored`, how often one failed.
    """

    def __init__(self, transactions: Transactions, counts: Counter[str]) -> None:
        self._transactions = transactions
        self._counts = counts

    async def run(self, work: Work[_Result]) -> _Result:
        """Return what the work returns, once it is committed; wait as long as that takes, or until cancelled.

        A transaction that failed has had no effect, so the same work may be run again.

        Args:
            work: Reads and writes, and nothing else.
        """
        backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        while True:
            try:
                return await self._transactions.run(work)
            except StoreUnavailable as error:
                pause = backoff.pause()
                self._counts["not-stored"] += 1
                _LOG.error("The database cannot be written (%s); trying again in %.1f s.", error.reason, pause)
                await asyncio.sleep(pause)
