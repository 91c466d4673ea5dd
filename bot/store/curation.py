"""Decisions of curators: one act decides on misses and teaches variants, and can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, func, select, update

from bot.dialogue.decision import Decision
from bot.store.clock import clock
from bot.store.tables import MISSES, TAUGHT
from bot.store.taught_variants import put_taught
from bot.store.writer import Transactions
from knowledge.article_variant import ArticleVariant


class Curation:
    """The decisions of curators in the database.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def decide(
        self, misses: Sequence[int], decision: Decision, taught: Sequence[ArticleVariant] = ()
    ) -> int | None:
        """Store the decision on some misses, and the variants that it teaches.

        Returns:
            The number of the act; None, and nothing is done, if one of the misses is gone or dealt with.
        """

        def work(connection: Connection) -> int | None:
            is_open = select(func.count()).where(MISSES.c.id.in_(misses), MISSES.c.decision.is_(None))
            if connection.scalars(is_open).one() < len(misses):
                return None
            # By the clock, too: what was left of the latest may have expired, while its button can still be pressed.
            latest = max(_latest_act(connection, table) for table in (MISSES, TAUGHT))
            act = max(latest + 1, clock(connection).latest())
            connection.execute(update(MISSES).where(MISSES.c.id.in_(misses)).values(decision=decision, act=act))
            put_taught(connection, act, taught)
            return act

        return await self._transactions.run(work)

    async def undo(self, act: int) -> bool:
        """Reopen the misses of an act and delete its variants; return whether there were any."""

        def work(connection: Connection) -> bool:
            opened = update(MISSES).where(MISSES.c.act == act).values(decision=None, act=None).returning(MISSES.c.id)
            forgotten = delete(TAUGHT).where(TAUGHT.c.act == act).returning(TAUGHT.c.id)
            return bool([*connection.scalars(opened), *connection.scalars(forgotten)])

        return await self._transactions.run(work)


def _latest_act(connection: Connection, table: Table) -> int:
    return int(connection.scalars(select(func.coalesce(func.max(table.c.act), 0))).one())
