"""Contexts: the entry that each message of the bot answers with, so that a conversation can go on from it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.replies import KEPT_SECONDS
from bot.store.tables import CONTEXTS
from bot.store.writer import Transactions

NOTHING = ""
"""The entry of a message that was looked up in vain."""

_INSERT = insert(CONTEXTS)
_PUT = _INSERT.on_conflict_do_update(
    index_elements=["chat_id", "message_id"],
    set_={name: _INSERT.excluded[name] for name in ("entry_id", "answered_at", "language")},
)


class AnsweredEntry(NamedTuple):
    """The entry that a message of the bot is about.

    Attributes:
        key: Of the entry; `NOTHING` for a message that was looked up in vain.
        language: Of the answer, as ISO 639-1 code; None if it is not known.
    """

    key: str
    language: str | None = None


class Contexts:
    """The entries by which chats were answered in the last two days; no words, and no person.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def put(self, chat_id: int, message_id: int, answered: AnsweredEntry, at: int) -> None:
        """Put down the entry that a message of the bot is about from now on.

        Args:
            chat_id: The chat.
            message_id: The message.
            answered: The entry, and the language of the answer.
            at: The time of the message, by Telegram's clock, in seconds since 1970.
        """
        row = {
            "chat_id": chat_id,
            "message_id": message_id,
            "entry_id": answered.key,
            "answered_at": at,
            "language": answered.language,
        }
        await self._transactions.run(lambda c: c.execute(_PUT, row) and None)

    async def of(self, chat_id: int, message_id: int) -> AnsweredEntry | None:
        """Return the entry that a message of the bot is about; None if it is about none, or is forgotten."""
        return await self._first(CONTEXTS.c.chat_id == chat_id, CONTEXTS.c.message_id == message_id)

    async def last(self, chat_id: int, before: int, since: int) -> AnsweredEntry | None:
        """Return the entry that the last message before another one is about.

        Args:
            chat_id: The chat.
            before: The id of the other message, so that an edited one goes on from where it did.
            since: The time from which on it was answered, by Telegram's clock, in seconds since 1970.
        """
        there = (CONTEXTS.c.chat_id == chat_id, CONTEXTS.c.message_id < before)
        return await self._first(*there, CONTEXTS.c.answered_at >= since)

    async def forget(self, chat_id: int) -> None:
        """Delete the contexts of a chat."""
        await self._transactions.run(
            lambda c: c.execute(delete(CONTEXTS).where(CONTEXTS.c.chat_id == chat_id)) and None
        )

    async def _first(self, *conditions: ColumnElement[bool]) -> AnsweredEntry | None:
        answered = select(CONTEXTS.c.entry_id, CONTEXTS.c.language).where(*conditions)
        last = answered.order_by(CONTEXTS.c.message_id.desc()).limit(1)
        row = await self._transactions.run(lambda c: c.execute(last).one_or_none())
        return None if row is None else AnsweredEntry(*row)


def expire(connection: Connection, now: int) -> None:
    """Delete contexts older than replies are remembered.

    Args:
        connection: To the database.
        now: The time in seconds since 1970.
    """
    connection.execute(delete(CONTEXTS).where(CONTEXTS.c.answered_at <= now - KEPT_SECONDS))
