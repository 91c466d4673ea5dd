"""The times at which articles were first loaded: they order those that have no year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from bot.store.keys import key
from bot.store.tables import KEYS
from bot.store.writer import Transactions

_PREFIX = "article "


class FirstLoads:
    """The times of the first loads, kept also for articles that are gone: one that comes back is not new.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def of(self, slugs: Iterable[str]) -> Mapping[str, float]:
        """Return the times at which articles were first loaded, in seconds since 1970; the present for new ones.

        Args:
            slugs: Of the articles.
        """
        names = {f"{_PREFIX}{slug}": slug for slug in slugs}

        def work(connection: Connection) -> dict[str, float]:
            for name in names:
                key(connection, name, lambda: b"")
            rows = connection.execute(select(KEYS.c.name, KEYS.c.made_at).where(KEYS.c.name.startswith(_PREFIX)))
            return {names[row.name]: float(row.made_at) for row in rows if row.name in names}

        return await self._transactions.run(work)
