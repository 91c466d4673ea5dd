"""Variants that curators have taught the matcher since the knowledge was written."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from bot.store.days import today
from bot.store.tables import TAUGHT
from bot.store.writer import Transactions
from knowledge.article_variant import ArticleVariant


class TaughtVariants:
    """The variants that were taught.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def all(self) -> list[ArticleVariant]:
        """Return all of them, in the order in which they were taught."""
        return await self._transactions.run(taught_variants)

    async def forget(self, some: Sequence[ArticleVariant]) -> None:
        """Delete some variants."""

        def work(connection: Connection) -> None:
            for each in some:
                is_it = (TAUGHT.c[name].is_not_distinct_from(getattr(each, name)) for name in ArticleVariant.__slots__)
                connection.execute(delete(TAUGHT).where(*is_it))

        await self._transactions.run(work)


def put_taught(connection: Connection, act: int, some: Sequence[ArticleVariant]) -> None:
    """Store variants, taught in one act."""
    rows = [
        {"article": each.article, "entry_id": each.entry_id, "language": each.language, "text": each.text}
        | {"day": today(), "act": act}
        for each in some
    ]
    if rows:
        connection.execute(insert(TAUGHT), rows)


def taught_variants(connection: Connection) -> list[ArticleVariant]:
    """Return all taught variants, in the order in which they were taught."""
    rows = connection.execute(select(TAUGHT).order_by(TAUGHT.c.id))
    return [ArticleVariant(row.article, row.entry_id, row.language, row.text) for row in rows]
