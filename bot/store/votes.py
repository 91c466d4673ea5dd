"""Votes on answers: one a person and answer, by keyed digests that only whoever has the key can make."""

from __future__ import annotations

import secrets
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.days import today
from bot.store.keys import key
from bot.store.misses import Miss, put_miss
from bot.store.tables import MISSES, VOTES
from bot.store.writer import Writer

_KEY = "vote"


class Votes:
    """The votes.

    Args:
        writer: Of the store.
        own_key: Makes the digests; the database's own, made when first needed, if None.
    """

    def __init__(self, writer: Writer, own_key: bytes | None = None) -> None:
        self._writer = writer
        self._own_key = own_key

    async def cast(self, voter_id: int, answer: tuple[int, int], entry_id: str, language: str, *, up: bool) -> bool:
        """Casts or changes a vote.

        Args:
            voter_id: Who votes.
            answer: The chat and the message that hold the answer.
            entry_id: The entry that answers.
            language: ISO 639-1 code of the answer.
            up: Whether it helped.

        Returns:
            Whether that is news: the person has not voted so before.
        """

        def work(connection: Connection) -> bool:
            voter, message = self._digest(connection, voter_id), self._digest(connection, *answer)
            before = connection.scalars(
                select(VOTES.c.up).where(VOTES.c.voter == voter, VOTES.c.answer == message)
            ).one_or_none()
            if before is up:
                return False
            values = {"entry_id": entry_id, "language": language, "up": up, "day": today()}
            vote = insert(VOTES).values(voter=voter, answer=message, **values)
            connection.execute(vote.on_conflict_do_update(index_elements=["voter", "answer"], set_=values))
            _without_orphans(connection, message)
            return True

        return await self._writer.run(work)

    async def miss(self, answer: tuple[int, int], miss: Miss) -> None:
        """Keeps the question of an answer that is voted down, once, as long as a vote against it stands."""

        def work(connection: Connection) -> None:
            put_miss(connection, miss, self._digest(connection, *answer))

        await self._writer.run(work)

    async def forget(self, voter_id: int) -> int:
        """Deletes what a person has voted, and returns how many votes that was."""

        def work(connection: Connection) -> int:
            voter = self._digest(connection, voter_id)
            answers = list(connection.scalars(delete(VOTES).where(VOTES.c.voter == voter).returning(VOTES.c.answer)))
            for answer in answers:
                _without_orphans(connection, answer)
            return len(answers)

        return await self._writer.run(work)

    async def tally(self) -> dict[str, tuple[int, int]]:
        """How many votes for and against each entry there are."""
        counted = select(VOTES.c.entry_id, VOTES.c.up, func.count()).group_by(VOTES.c.entry_id, VOTES.c.up)
        found: dict[str, tuple[int, int]] = {}
        for entry_id, up, number in await self._writer.run(lambda c: c.execute(counted).all()):
            ups, downs = found.get(entry_id, (0, 0))
            found[entry_id] = (ups + number, downs) if up else (ups, downs + number)
        return found

    def _digest(self, connection: Connection, *numbers: int) -> bytes:
        own_key = self._own_key or key(connection, _KEY, lambda: secrets.token_bytes(32))
        return blake2b(":".join(map(str, numbers)).encode(), key=own_key, digest_size=16).digest()


def expire(connection: Connection, before: str) -> None:
    """Forgets the votes of earlier days."""
    connection.execute(delete(VOTES).where(VOTES.c.day < before))


def _without_orphans(connection: Connection, answer: bytes) -> None:
    """Forgets the question of an answer that nobody votes down any more, unless a curator has dealt with it."""
    against = select(func.count()).select_from(VOTES).where(VOTES.c.answer == answer, VOTES.c.up.is_(False))
    if not connection.scalars(against).one():
        connection.execute(delete(MISSES).where(MISSES.c.answer == answer, MISSES.c.decision.is_(None)))
