"""Questions asked in vain: what curators work from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.clock import clock
from bot.store.digests import Digests
from bot.store.tables import MISSES
from bot.store.writer import Writer


class Why(StrEnum):
    """In what way a question was asked in vain."""

    ABSTAINED = "abstain"
    REJECTED = "rejected"
    VOTED_DOWN = "down"


class Decision(StrEnum):
    """What a curator made of a miss."""

    TAUGHT = "taught"
    WANTED = "wanted"
    EXCLUDED = "excluded"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Miss:
    """A question asked in vain.

    Attributes:
        text: What was asked, redacted.
        language: ISO 639-1 code of the reply.
        surface: Where: private, group, guest.
        why: In what way.
        entry_id: The best candidate; None where nothing was near.
        score: Its score, 0 to 100.
        day: As 2026-11-27.
        id: In the store; 0 before it is there.
        decision: What a curator made of it; None while it is open.
    """

    text: str
    language: str
    surface: str
    why: Why
    entry_id: str | None
    score: float | None
    day: str = ""
    id: int = 0
    decision: Decision | None = None


# Made once: to make a statement costs several times what it costs to run it.
_PUT = insert(MISSES).on_conflict_do_nothing()


class Misses:
    """The misses.

    Args:
        writer: Of the store.
        digests: Stand for messages whose buttons may be pressed again.
    """

    def __init__(self, writer: Writer, digests: Digests) -> None:
        self._writer = writer
        self._digests = digests

    async def add(self, miss: Miss) -> None:
        """Keeps one."""
        await self._writer.run(lambda c: put_miss(c, miss))

    async def reject(self, chat_id: int, message_id: int, miss: Miss) -> None:
        """Keeps a question whose choices a message offered in vain: once, however often that is said."""

        def work(connection: Connection) -> None:
            put_miss(connection, miss, self._digests.message(connection, chat_id, message_id, miss.text))

        await self._writer.run(work)

    async def open(self) -> list[Miss]:
        """Those that no curator has dealt with, in the order in which they came."""
        return await self._writer.run(open_misses)


def open_misses(connection: Connection) -> list[Miss]:
    """Those that no curator has dealt with, in the order in which they came."""
    rows = connection.execute(select(MISSES).where(MISSES.c.decision.is_(None)).order_by(MISSES.c.id))
    return [_miss(row) for row in rows]


def all_misses(connection: Connection) -> list[Miss]:
    """All of them, in the order in which they came."""
    return [_miss(row) for row in connection.execute(select(MISSES).order_by(MISSES.c.id))]


def put_miss(connection: Connection, miss: Miss, answer: bytes | None = None) -> None:
    """Keeps one; with the digest of what it was asked in vain of, once."""
    row = {
        "text": miss.text,
        "language": miss.language,
        "surface": miss.surface,
        "outcome": miss.why,
        "entry_id": miss.entry_id,
        "score": miss.score,
        "day": miss.day or clock(connection).today(),
        "answer": answer,
    }
    connection.execute(_PUT, row)


def expire(connection: Connection, before: str) -> None:
    """Forgets those of earlier days."""
    connection.execute(delete(MISSES).where(MISSES.c.day < before))


def _miss(row: Row[Any]) -> Miss:
    return Miss(
        row.text,
        row.language,
        row.surface,
        Why(row.outcome),
        row.entry_id,
        row.score,
        row.day,
        row.id,
        Decision(row.decision) if row.decision else None,
    )
