"""Counts of updates by day and outcome: sums, without any question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.dialogue.count import Count
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.store.tables import COUNTS
from bot.store.writer import Transactions

_INSERT = insert(COUNTS)
_ADD = _INSERT.on_conflict_do_update(
    index_elements=["day", "surface", "language", "outcome", "entry_id"],
    set_={"number": COUNTS.c.number + _INSERT.excluded.number},
)


class Counts:
    """The counts of updates in the database.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def add(self, numbers: Mapping[Count, int]) -> None:
        """Add numbers to the counts."""
        rows = [
            {
                "day": counted.day,
                "surface": counted.surface,
                "language": counted.language,
                "outcome": counted.outcome,
                # The column has kept the name of the entry's id.
                "entry_id": counted.entry_key,
                "number": number,
            }
            for counted, number in numbers.items()
        ]
        if rows:
            await self._transactions.run(lambda c: c.execute(_ADD, rows) and None)

    async def since(self, day: str) -> Counter[Count]:
        """Return the counts from a day on, as `counts_since` does."""
        return await self._transactions.run(lambda c: counts_since(c, day))


def counts_since(connection: Connection, day: str) -> Counter[Count]:
    """Return the numbers from a day on; those of surfaces and outcomes that only another version knows are left out."""
    is_known = (COUNTS.c.surface.in_(tuple(Surface)), COUNTS.c.outcome.in_(tuple(ReplyOutcome)))
    rows = connection.execute(select(COUNTS).where(COUNTS.c.day >= day, *is_known))
    return Counter(
        {
            Count(row.day, Surface(row.surface), row.language, ReplyOutcome(row.outcome), row.entry_id): row.number
            for row in rows
        }
    )


def expire(connection: Connection, before: str) -> None:
    """Delete the counts of earlier days."""
    connection.execute(delete(COUNTS).where(COUNTS.c.day < before))


def redate_later_counts(connection: Connection, today: str) -> None:
    """Add counts that are dated later than today to today's."""
    later = COUNTS.c.day > today
    rows = [{**row._mapping, "day": today} for row in connection.execute(select(COUNTS).where(later))]
    if rows:
        connection.execute(delete(COUNTS).where(later))
        connection.execute(_ADD, rows)
