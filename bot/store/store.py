"""The store: everything kept, behind one writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from bot.store import counts, misses, posted, votes
from bot.store.chats import Chats
from bot.store.counts import Counts
from bot.store.curation import Curation
from bot.store.database import opened, sqlite_path, tidy
from bot.store.days import days_ago
from bot.store.digests import Digests
from bot.store.errors import StoreUnavailable
from bot.store.inbox import Inbox
from bot.store.keys import key
from bot.store.misses import Misses
from bot.store.posted import Posted
from bot.store.replies import Replies
from bot.store.tables import KEYS
from bot.store.taught import Taught
from bot.store.votes import Votes
from bot.store.writer import Writer

# Bytes: more than a batch of updates takes.
_PROBE = 1 << 18
POSTED_SECONDS = 7 * 24 * 3600
"""How long it is known which answers stand in a group: the longest that a group may ask for."""


@dataclass(frozen=True)
class Store:
    """What outlives the process.

    Attributes:
        writer: The one thread that reads and writes.
        inbox: Updates on their way.
        replies: Which reply belongs to which question.
        chats: What is known of chats.
        posted: Which answers stand in groups.
        votes: What people think of answers.
        misses: Questions asked in vain.
        taught: What curators have taught.
        curation: What curators decide.
        counts: How many questions came to what.
    """

    writer: Writer
    inbox: Inbox
    replies: Replies
    chats: Chats
    posted: Posted
    votes: Votes
    misses: Misses
    taught: Taught
    curation: Curation
    counts: Counts

    async def expire(self, retention_days: int) -> None:
        """Forgets what is older than it may be.

        Args:
            retention_days: For how many days, today among them, votes, misses and counts are kept.
        """
        before = days_ago(retention_days - 1)

        def work(connection: Connection) -> None:
            posted.expire(connection, POSTED_SECONDS)
            for kept in (votes, misses, counts):
                kept.expire(connection, before)

        await self.inbox.expire()
        await self.writer.run(work)

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
def open_store(url: str, vote_key: bytes | None = None) -> Iterator[Store]:
    """The store of a database, for one process at a time.

    Args:
        url: `sqlite:///PATH`.
        vote_key: Makes the digests by which votes are kept; one that the database keeps if None.

    Raises:
        SettingsError: The URL is of no kind that is known.
        StoreError: The database cannot be used.
    """
    with opened(sqlite_path(url)) as connection:
        writer, digests = Writer(connection, when_idle=tidy), Digests(vote_key)
        try:
            yield Store(
                writer,
                Inbox(writer, digests),
                Replies(writer, digests),
                Chats(writer),
                Posted(writer),
                Votes(writer, digests),
                Misses(writer, digests),
                Taught(writer),
                Curation(writer),
                Counts(writer),
            )
        finally:
            writer.close()
