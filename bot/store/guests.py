"""Choices offered in chats that the bot is not in, each with the guest query that it answers.

Nothing else ties its buttons to it: what a press there tells of the message is its inline id, and that is not known
yet when the buttons are made.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.clock import clock
from bot.store.digests import Digests
from bot.store.replies import KEPT_SECONDS
from bot.store.tables import GUESTS
from bot.store.writer import Transactions

_QUERY = select(GUESTS.c.query_id).where(GUESTS.c.message == bindparam("digest"))


class Guests:
    """The choices of the last two days.

    Args:
        transactions: Of the store.
        digests: Stand for messages.
    """

    def __init__(self, transactions: Transactions, digests: Digests) -> None:
        self._transactions = transactions
        self._digests = digests

    async def put(self, inline_message_id: str, query_id: str) -> None:
        """Store the guest query that a message answers."""

        def work(connection: Connection) -> None:
            message = self._digests.inline_message(connection, inline_message_id)
            row = {"message": message, "query_id": query_id, "sent_at": clock(connection).latest()}
            connection.execute(insert(GUESTS).values(row).on_conflict_do_nothing())

        await self._transactions.run(work)

    async def query(self, inline_message_id: str) -> str | None:
        """Return the query that a message answers; None for any message but such a choice."""

        def work(connection: Connection) -> str | None:
            digest = self._digests.inline_message(connection, inline_message_id)
            return connection.scalars(_QUERY, {"digest": digest}).one_or_none()

        return await self._transactions.run(work)


def expire(connection: Connection, now: int) -> None:
    """Forget the choices of more than two days before now."""
    connection.execute(delete(GUESTS).where(GUESTS.c.sent_at <= now - KEPT_SECONDS))
