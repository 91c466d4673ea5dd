"""Counts of the outcomes of questions, by day: sums, nobody's questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.tables import COUNTS
from bot.store.writer import Transactions


@dataclass(frozen=True, slots=True)
class Count:
    """A kind of outcome, whose questions are counted together.

    Attributes:
        day: As 2026-11-27.
        surface: Where: private, group, ambient, inline, guest, button, edit.
        language: ISO 639-1 code of the reply; empty where there was none.
        outcome: answer, choose, abstain, silent and the like.
        entry_id: The entry that answered; empty where none did.
    """

    day: str
    surface: str
    language: str
    outcome: str
    entry_id: str


_INSERT = insert(COUNTS)
_ADD = _INSERT.on_conflict_do_update(
    index_elements=["day", "surface", "language", "outcome", "entry_id"],
    set_={"number": COUNTS.c.number + _INSERT.excluded.number},
)


class Counts:
    """The counts.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def add(self, numbers: Mapping[Count, int]) -> None:
        """Add to the numbers that are stored."""
        rows = [
            {name: getattr(counted, name) for name in Count.__slots__} | {"number": number}
            for counted, number in numbers.items()
        ]
        if rows:
            await self._transactions.run(lambda c: c.execute(_ADD, rows) and None)

    async def since(self, day: str) -> Counter[Count]:
        """Return the numbers from a day on."""
        return await self._transactions.run(lambda c: counts_since(c, day))


def counts_since(connection: Connection, day: str) -> Counter[Count]:
    """Return the numbers from a day on."""
    rows = connection.execute(select(COUNTS).where(COUNTS.c.day >= day))
    return Counter({Count(row.day, row.surface, row.language, row.outcome, row.entry_id): row.number for row in rows})


def expire(connection: Connection, before: str) -> None:
    """Forget the numbers of earlier days."""
    connection.execute(delete(COUNTS).where(COUNTS.c.day < before))


def date_anew(connection: Connection, today: str) -> None:
    """Add the numbers of later days to those of today."""
    later = COUNTS.c.day > today
    rows = [{**row._mapping, "day": today} for row in connection.execute(select(COUNTS).where(later))]
    if rows:
        connection.execute(delete(COUNTS).where(later))
        connection.execute(_ADD, rows)
