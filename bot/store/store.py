"""The store: all tables, behind one writer."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, delete, insert, update

from bot.clock import MachineClock
from bot.store import chats, contexts, counts, guests, misses, posted_answers, taps, votes
from bot.store.chats import Chats
from bot.store.clock import clock
from bot.store.contexts import Contexts
from bot.store.counts import Counts
from bot.store.curation import Curation
from bot.store.database import BUSY_SECONDS, checkpoint, explained_errors, open_database, sqlite_path
from bot.store.days import day_of
from bot.store.digests import Digests
from bot.store.errors import StoreError, StoreLost, StoreUnavailable, problem_of
from bot.store.first_loads import FirstLoads
from bot.store.guests import Guests
from bot.store.inbox import Inbox
from bot.store.keys import button_key, key
from bot.store.misses import Misses
from bot.store.posted_answers import PostedAnswers
from bot.store.presence import Presence
from bot.store.replies import Replies
from bot.store.retries import RetriedTransactions
from bot.store.schema import NEWEST, Schema
from bot.store.tables import CONTEXTS, GUESTS, INBOX, KEYS, MISSES, POSTED, REPLIES, TAPS, VOTES
from bot.store.taps import Taps
from bot.store.taught_variants import TaughtVariants
from bot.store.votes import Votes
from bot.store.writer import IDLE_SECONDS, Transactions, Writer

# Bytes: more than a batch of updates takes.
_PROBE = 1 << 18
_DAY_SECONDS = 24 * 3600
_EXPIRE_SECONDS = 3600
POSTED_SECONDS = 7 * 24 * 3600
"""Seconds for which it is known which answers stand in a group: the longest that a group may ask for."""


class Store:
    """A handle on the database and its tables.

    Of the two kinds this is the one that fails at once: for the start, and for callers that have something
    better to do than to wait, such as not to confirm an update. `retrying` gives the other one.

    Args:
        writer: The one thread that reads and writes.
        digests: Stand for people and messages.
        button_key: Makes the tags of buttons.
        transactions: Those of the parts; the writer's own, which fail at once, if None.

    Attributes:
        writer: As given.
        button_key: As given.
        inbox: Updates on their way.
        replies: The reply to each question.
        chats: The settings and the state of chats.
        contexts: The entries that conversations go on from.
        posted: The answers that stand in groups.
        taps: The buttons that were pressed lately.
        guests: The guest queries that choices answer.
        votes: People's votes on answers.
        misses: Questions asked in vain.
        taught: The variants that curators have taught.
        curation: The decisions of curators.
        counts: The number of questions by outcome.
        first_loads: The times at which articles were first loaded.
    """

    def __init__(
        self, writer: Writer, digests: Digests, button_key: bytes, transactions: Transactions | None = None
    ) -> None:
        self._digests = digests
        self._transactions = transactions = writer if transactions is None else transactions
        self.writer = writer
        self.button_key = button_key
        self.inbox = Inbox(transactions, digests)
        self.replies = Replies(transactions, digests)
        self.chats = Chats(transactions)
        self.contexts = Contexts(transactions)
        self.posted = PostedAnswers(transactions)
        self.taps = Taps(transactions, digests)
        self.guests = Guests(transactions, digests)
        self.votes = Votes(transactions, digests)
        self.misses = Misses(transactions, digests)
        self.taught = TaughtVariants(transactions)
        self.curation = Curation(transactions)
        self.counts = Counts(transactions)
        self.first_loads = FirstLoads(transactions)

    def retrying(self, failures: Counter[str]) -> Store:
        """Return a handle on the same database whose methods retry until it takes their transactions.

        Args:
            failures: Under `not-stored`, how often it did not.
        """
        return Store(self.writer, self._digests, self.button_key, RetriedTransactions(self.writer, failures))

    async def expire(self, retention_days: int) -> None:
        """Delete records that are older than their retention, by this machine's clock and by Telegram's.

        Args:
            retention_days: For how many days, today among them, votes, misses and counts are kept.
        """

        def work(connection: Connection) -> None:
            clocks = clock(connection)
            _date_anew(connection, clocks.latest())
            posted_answers.expire(connection, clocks.earliest() - POSTED_SECONDS)
            taps.expire(connection, clocks.earliest())
            guests.expire(connection, clocks.earliest())
            chats.expire(connection, clocks.earliest(), clocks.latest())
            contexts.expire(connection, clocks.earliest())
            before = day_of(clocks.earliest() - (retention_days - 1) * _DAY_SECONDS)
            for kept in (votes, misses, counts):
                kept.expire(connection, before)
            clocks.store_time(connection)

        await self.inbox.expire()
        await self._transactions.run(work)

    async def expire_hourly(self, retention_days: int) -> None:
        """Delete expired records every hour until cancelled; a failure is tried again an hour later.

        Args:
            retention_days: As for `expire`.
        """
        while True:
            await asyncio.sleep(_EXPIRE_SECONDS)
            with suppress(StoreUnavailable):
                await self.expire(retention_days)

    async def claim(self, bot_id: int) -> bool:
        """Tell whether the database is this bot's; a new one becomes so, since two bots number their updates alike."""

        def work(connection: Connection) -> bool:
            own = str(bot_id).encode()
            return key(connection, "bot", lambda: own) == own

        return await self._transactions.run(work)

    async def can_write(self) -> bool:
        """Tell whether the database takes a write now."""

        def work(connection: Connection) -> None:
            # Written and taken back within one transaction, which needs the room all the same.
            connection.execute(insert(KEYS).values(name="probe", value=bytes(_PROBE), made_at=0))
            connection.execute(delete(KEYS).where(KEYS.c.name == "probe"))

        try:
            await self.writer.run(work)
        except StoreUnavailable:
            return False
        return True


def _date_anew(connection: Connection, now: int) -> None:
    """Date records of the future today: a clock that ran ahead has dated them, and they would be kept too long."""
    times = (
        INBOX.c.changed_at,
        REPLIES.c.sent_at,
        CONTEXTS.c.answered_at,
        POSTED.c.sent_at,
        TAPS.c.tapped_at,
        GUESTS.c.sent_at,
    )
    for column in times:
        connection.execute(update(column.table).where(column > now).values({column: now}))
    for column in (VOTES.c.day, MISSES.c.day):
        connection.execute(update(column.table).where(column > day_of(now)).values({column: day_of(now)}))
    counts.redate_later_counts(connection, day_of(now))


@contextmanager
def open_store(
    url: str,
    vote_key: bytes | None = None,
    *,
    busy_seconds: float = BUSY_SECONDS,
    idle_seconds: float = IDLE_SECONDS,
    machine: MachineClock = time,
    schema: Schema = NEWEST,
) -> Iterator[Store]:
    """Open the store of a database, for one process at a time.

    Args:
        url: `sqlite:///PATH`.
        vote_key: Makes the digests by which votes are kept; one that the database keeps if None.
        busy_seconds: Seconds to wait for another program that has locked the database.
        idle_seconds: Seconds after the last write at which the log is emptied.
        machine: This machine's clocks.
        schema: The one that an older database is brought to.

    Raises:
        SettingsError: The URL is of no kind that is known.
        StoreError: The database cannot be used, or not any more.
    """
    path = sqlite_path(url)
    with open_database(path, busy_seconds=busy_seconds, schema=schema) as connection:
        with explained_errors(path), connection.begin():
            # Before anything is dated by a clock that may be wrong.
            clock(connection, machine)
            own_key = button_key(connection)
        writer = Writer(connection, checkpoint, Presence(path).is_whole, idle_seconds=idle_seconds)
        digests = Digests(vote_key)
        try:
            yield Store(writer, digests, own_key)
        except StoreLost as error:
            raise StoreError(str(path), error.problem) from error
        except StoreUnavailable as error:
            raise StoreError(str(path), problem_of(error.reason)) from error
        finally:
            writer.close()
