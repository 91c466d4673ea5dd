"""Chats: their settings, the hints that they were given, and whether they let the bot write."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.store.clock import clock
from bot.store.tables import CHATS, CONTEXTS, POSTED, REPLIES
from bot.store.writer import Transactions

CLOSED_SECONDS = 3600
"""Seconds after which a closed chat is tried again: a group's rights change without a word to the bot."""

TOLD_SECONDS = 24 * 3600
"""Seconds after which a chat is told again that a question needs words."""


@dataclass(frozen=True, slots=True)
class StoredSettings:
    """The settings of a chat.

    Attributes:
        language: ISO 639-1 code; None for automatic.
        ambient: True if questions that are put to nobody are answered; None for the default.
        repeat_seconds: Seconds for which an answer is not given again; None for the default.
        article: The slug of the article that is talked of; None for none.
        articles: The slugs of the articles that are answered from; None for all.
    """

    language: str | None = None
    ambient: bool | None = None
    repeat_seconds: int | None = None
    article: str | None = None
    articles: frozenset[str] | None = None


class Chats:
    """The chats of the bot.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def has_usage_hint(self, chat_id: int, now: int) -> bool:
        """Tell whether a chat was given, within a day, the hint that a question needs words.

        Args:
            chat_id: The chat.
            now: The time by Telegram's clock, in seconds since 1970.
        """
        told = select(CHATS.c.told_at).where(CHATS.c.chat_id == chat_id)
        at = await self._transactions.run(lambda c: c.scalars(told).one_or_none())
        return at is not None and now - at < TOLD_SECONDS

    async def put_usage_hint(self, chat_id: int, now: int) -> None:
        """Store that a chat is given the hint that a question needs words, at a time by Telegram's clock."""
        await self._transactions.run(lambda c: _put(c, chat_id, told_at=now))

    async def close(self, chat_id: int) -> None:
        """Store that a chat does not let the bot write."""
        await self._transactions.run(lambda c: _put(c, chat_id, closed_at=clock(c).machine_time()))

    async def open(self, chat_id: int) -> None:
        """Store that a chat lets the bot write."""
        opened = update(CHATS).where(CHATS.c.chat_id == chat_id).values(closed_at=None)
        await self._transactions.run(lambda c: c.execute(opened) and None)

    async def closed_chats(self) -> dict[int, int]:
        """Return the chats that do not let the bot write, each with the time since when, in seconds since 1970."""
        closed = select(CHATS.c.chat_id, CHATS.c.closed_at).where(CHATS.c.closed_at.is_not(None))
        rows = await self._transactions.run(lambda c: c.execute(closed).all())
        return {row.chat_id: row.closed_at for row in rows}

    async def put_settings(self, chat_id: int, settled: StoredSettings) -> None:
        """Store the settings of a chat, in place of those that it had."""
        values = {name: getattr(settled, name) for name in StoredSettings.__slots__}
        if settled.articles is not None:
            values["articles"] = json.dumps(sorted(settled.articles))
        await self._transactions.run(lambda c: _put(c, chat_id, **values))

    async def all_settings(self) -> dict[int, StoredSettings]:
        """Return the settings of each chat that has any."""
        columns = [CHATS.c[name] for name in StoredSettings.__slots__]
        anything = select(CHATS.c.chat_id, *columns).where(or_(*(column.is_not(None) for column in columns)))
        rows = await self._transactions.run(lambda c: c.execute(anything).all())
        return {row.chat_id: _settled(row) for row in rows}

    async def supergroups(self) -> dict[int, int]:
        """Return the groups that have become supergroups, each with its supergroup: buttons still name the group."""
        moved = select(CHATS.c.chat_id, CHATS.c.moved_to).where(CHATS.c.moved_to.is_not(None))
        rows = await self._transactions.run(lambda c: c.execute(moved).all())
        return {row.chat_id: row.moved_to for row in rows}

    async def migrate(self, old: int, new: int) -> None:
        """Move the record of a group to the supergroup that it has become.

        Message ids begin anew there, so what is known of messages stays behind.
        """

        def work(connection: Connection) -> None:
            row = connection.execute(select(CHATS).where(CHATS.c.chat_id == old)).one_or_none()
            if row is not None and row.moved_to is None:
                stays = ("chat_id", "closed_at", "moved_to")
                _put(connection, new, **{name: value for name, value in row._mapping.items() if name not in stays})
            connection.execute(delete(CHATS).where(CHATS.c.chat_id == old))
            _put(connection, old, moved_to=new)
            connection.execute(delete(REPLIES).where(REPLIES.c.chat_id == old))
            connection.execute(delete(POSTED).where(POSTED.c.chat_id == old))
            connection.execute(delete(CONTEXTS).where(CONTEXTS.c.chat_id == old))

        await self._transactions.run(work)


def expire(connection: Connection, earliest: int, latest: int) -> None:
    """Delete closings and hints that are too old to count, and chats of which nothing else is stored.

    Args:
        connection: To the database.
        earliest: The time by the clock that is behind, in seconds since 1970.
        latest: By the one that is ahead: what is dated later is none of theirs.
    """
    at = CHATS.c.closed_at
    connection.execute(update(CHATS).where(or_(at < earliest - CLOSED_SECONDS, at > latest)).values(closed_at=None))
    told = CHATS.c.told_at
    connection.execute(update(CHATS).where(or_(told < earliest - TOLD_SECONDS, told > latest)).values(told_at=None))
    is_empty = and_(*(column.is_(None) for column in CHATS.c if column.nullable))
    connection.execute(delete(CHATS).where(is_empty))


def _settled(row: Row[Any]) -> StoredSettings:
    settled = StoredSettings(*row[1:])
    return settled if row.articles is None else replace(settled, articles=frozenset(json.loads(row.articles)))


def _put(connection: Connection, chat_id: int, **values: Any) -> None:
    statement = insert(CHATS).values(chat_id=chat_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["chat_id"], set_=values))
