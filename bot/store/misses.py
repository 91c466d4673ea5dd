"""Questions asked in vain, from which curators work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.clock import clock
from bot.store.digests import Digests
from bot.store.tables import MISSES
from bot.store.writer import Transactions

MOST_A_DAY = 20
"""Questions of one person that are kept a day: nobody drowns those of the others."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A question asked in vain.

    Attributes:
        text: The question, redacted.
        language: ISO 639-1 code of the reply.
        surface: The way in: private, group or guest.
        reason: For which it is kept.
        entry_key: The best candidate; None where nothing was near.
        score: Its score, 0 to 100.
        day: As 2026-11-27.
        id: In the store; 0 before it is there.
        decision: A curator's decision on it; None while it is open.
        asker_id: The person who asked, or the chat on whose behalf; None of one that is read from the store, which
            keeps but a digest, for the day.
    """

    text: str
    language: str
    surface: Surface
    reason: MissReason
    entry_key: str | None
    score: float | None
    day: str = ""
    id: int = 0
    decision: Decision | None = None
    asker_id: int | None = None


_FORGOTTEN = "day up to which askers are forgotten"

_PUT = insert(MISSES).on_conflict_do_nothing()
_OF_TODAY = (
    select(func.count())
    .select_from(MISSES)
    .where(MISSES.c.asker == bindparam("asker"), MISSES.c.day == bindparam("day"))
)


class Misses:
    """The misses.

    Args:
        transactions: Of the store.
        digests: Stand for who asks, and for messages whose buttons may be pressed again.
    """

    def __init__(self, transactions: Transactions, digests: Digests) -> None:
        self._transactions = transactions
        self._digests = digests

    async def add(self, miss: Miss) -> None:
        """Store a miss, unless its asker has reached the day's limit of misses."""
        await self._transactions.run(lambda c: put_miss(c, self._digests, miss))

    async def reject(self, chat_id: int, message_id: int, miss: Miss) -> None:
        """Store the question of a message whose choices were all rejected, once."""

        def work(connection: Connection) -> None:
            message = self._digests.message(connection, chat_id, message_id, miss.text)
            put_miss(connection, self._digests, miss, message)

        await self._transactions.run(work)

    async def undecided(self, after: int = 0) -> list[Miss]:
        """Return the misses without a curator's decision, in the order in which they came.

        Args:
            after: The id behind which to begin.
        """
        return await self._transactions.run(lambda c: undecided_misses(c, after))

    async def forget(self, asker_id: int) -> int:
        """Delete the misses that a person has asked today, and return their number.

        What a curator has dealt with, and what votes keep, stays, and is nobody's.
        """

        def work(connection: Connection) -> int:
            is_theirs = MISSES.c.asker == self._digests.asker(connection, asker_id)
            is_voted = MISSES.c.outcome == MissReason.VOTED_DOWN
            forgotten = delete(MISSES).where(is_theirs, MISSES.c.decision.is_(None), ~is_voted).returning(MISSES.c.id)
            number = len(connection.scalars(forgotten).all())
            connection.execute(update(MISSES).where(is_theirs).values(asker=None))
            return number

        return await self._transactions.run(work)


def undecided_misses(connection: Connection, after: int = 0) -> list[Miss]:
    """Return the misses after an id without a curator's decision, in the order in which they came."""
    is_open = (MISSES.c.decision.is_(None), MISSES.c.id > after)
    rows = connection.execute(select(MISSES).where(*is_open).order_by(MISSES.c.id))
    return [_miss(row) for row in rows]


def all_misses(connection: Connection) -> list[Miss]:
    """Return all misses, in the order in which they came."""
    return [_miss(row) for row in connection.execute(select(MISSES).order_by(MISSES.c.id))]


def put_miss(connection: Connection, digests: Digests, miss: Miss, answer: bytes | None = None) -> None:
    """Store a miss, unless its asker has reached the day's limit of misses.

    Args:
        connection: To the database.
        digests: Stand for who asks.
        miss: The question that was asked in vain.
        answer: The digest of what it was asked in vain of, with which it is kept once.
    """
    today, asker = clock(connection).today(), None
    day = miss.day or today
    if miss.asker_id is not None:
        asker = digests.asker(connection, miss.asker_id)
        if connection.info.get(_FORGOTTEN) != today:
            _forget_askers(connection, today)
        if connection.scalars(_OF_TODAY, {"asker": asker, "day": day}).one() >= MOST_A_DAY:
            return
    row = {
        "text": miss.text,
        "language": miss.language,
        "surface": miss.surface,
        "outcome": miss.reason,
        "entry_id": miss.entry_key,
        "score": miss.score,
        "day": day,
        "answer": answer,
        "asker": asker,
    }
    connection.execute(_PUT, row)


def expire(connection: Connection, before: str) -> None:
    """Delete the misses of days before one, and the askers of all that were not asked today."""
    connection.execute(delete(MISSES).where(MISSES.c.day < before))
    _forget_askers(connection, clock(connection).today())


def _forget_askers(connection: Connection, today: str) -> None:
    is_old = (MISSES.c.asker.is_not(None), MISSES.c.day < today)
    connection.execute(update(MISSES).where(*is_old).values(asker=None))
    connection.info[_FORGOTTEN] = today


def _miss(row: Row[Any]) -> Miss:
    return Miss(
        row.text,
        row.language,
        Surface(row.surface),
        MissReason(row.outcome),
        row.entry_id,
        row.score,
        row.day,
        row.id,
        Decision(row.decision) if row.decision else None,
    )
