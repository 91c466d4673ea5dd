"""The store: everything kept, behind one writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from bot.store.chats import Chats
from bot.store.database import opened, sqlite_path, tidy
from bot.store.errors import StoreUnavailable
from bot.store.inbox import Inbox
from bot.store.keys import key
from bot.store.replies import Replies
from bot.store.tables import KEYS
from bot.store.writer import Writer

# Bytes: more than a batch of updates takes.
_PROBE = 1 << 18


@dataclass(frozen=True)
class Store:
    """What outlives the process.

    Attributes:
        writer: The one thread that reads and writes.
        inbox: Updates on their way.
        replies: Which reply belongs to which question.
        chats: What is known of chats.
    """

    writer: Writer
    inbox: Inbox
    replies: Replies
    chats: Chats

    async def claim(self, bot_id: int) -> bool:
        """Whether the database is this bot's; a new one becomes so. Two bots number their updates alike."""

        def work(connection: Connection) -> bool:
            own = str(bot_id).encode()
            return key(connection, "bot", lambda: own) == own

        return await self.writer.run(work)

    async def can_write(self) -> bool:
        """Whether the database takes a write now."""

        def work(connection: Connection) -> None:
            # Written and taken back within one transaction, which needs the room all the same.
            connection.execute(insert(KEYS).values(name="probe", value=bytes(_PROBE), made_at=0))
            connection.execute(delete(KEYS).where(KEYS.c.name == "probe"))

        try:
            await self.writer.run(work)
        except StoreUnavailable:
            return False
        return True


@contextmanager
def open_store(url: str) -> Iterator[Store]:
    """The store of a database, for one process at a time.

    Args:
        url: `sqlite:///PATH`.

    Raises:
        SettingsError: The URL is of no kind that is known.
        StoreError: The database cannot be used.
    """
    with opened(sqlite_path(url)) as connection:
        writer = Writer(connection, when_idle=tidy)
        try:
            yield Store(writer, Inbox(writer), Replies(writer), Chats(writer))
        finally:
            writer.close()
