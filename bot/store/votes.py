"""Votes on answers: one a person and answer."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.store import taps
from bot.store.clock import clock
from bot.store.digests import Digests
from bot.store.misses import Miss, put_miss
from bot.store.tables import MISSES, VOTES
from bot.store.taps import TimedTap
from bot.store.writer import Transactions

# A press that follows the same one so closely is a slip; a later one withdraws the vote.
_QUICK_SECONDS = 10


@dataclass(frozen=True, slots=True)
class VotedAnswer:
    """A message that answers.

    Attributes:
        chat_id: The chat in which it stands; only a keyed digest of this and the next is stored.
        message_id: The message's id in that chat.
        entry_key: The entry that it answers with; an edit may make that another one.
        language: ISO 639-1 code.
    """

    chat_id: int
    message_id: int
    entry_key: str
    language: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on an answer after somebody has voted.

    Attributes:
        up: The vote of that person; None if none of theirs stands.
        is_changed: True if it was another before.
        ups: The number of votes for it.
        downs: The number of votes against it.
    """

    up: bool | None
    is_changed: bool
    ups: int
    downs: int


class Votes:
    """The votes.

    Args:
        transactions: Of the store.
        digests: Stand for who votes and for what is voted on.
    """

    def __init__(self, transactions: Transactions, digests: Digests) -> None:
        self._transactions = transactions
        self._digests = digests

    async def cast(
        self, voter_id: int, answer: VotedAnswer, miss: Miss | None = None, *, up: bool, press: TimedTap | None = None
    ) -> Ballot:
        """Cast a vote, change it, or withdraw it by the same press once more.

        Args:
            voter_id: The person who votes.
            answer: The answer that is voted on.
            miss: The question that was answered, to be kept once as long as a vote against the answer stands.
            up: True if it helped.
            press: By which it is cast, so that one that is handled again, or comes in quick succession, does nothing;
                if None, the same vote again changes nothing.
        """

        def work(connection: Connection) -> Ballot:
            voter = self._digests.person(connection, voter_id)
            message = self._message(connection, answer)
            own = (VOTES.c.voter == voter, VOTES.c.answer == message)
            before = connection.scalars(select(VOTES.c.up).where(*own)).one_or_none()
            # Whoever votes otherwise at once means it; whoever had to wait has pressed what nobody knows meanwhile.
            seconds = _QUICK_SECONDS if before is up else 0
            is_postponed = press is not None and taps.is_postponed_since(connection, self._digests, press)
            is_repeated = press is not None and taps.is_repeated(connection, self._digests, press, seconds)
            if is_repeated or (press is None and before is up):
                return _ballot(connection, message, before, is_changed=False)
            if before is up and not is_postponed:
                connection.execute(delete(VOTES).where(*own))
                _without_orphans(connection, message)
                return _ballot(connection, message, None, is_changed=True)
            day = clock(connection).today()
            values = {"entry_id": answer.entry_key, "language": answer.language, "up": up, "day": day}
            vote = insert(VOTES).values(voter=voter, answer=message, **values)
            connection.execute(vote.on_conflict_do_update(index_elements=["voter", "answer"], set_=values))
            if up:
                _without_orphans(connection, message)
            elif miss is not None:
                put_miss(connection, self._digests, miss, message)
            return _ballot(connection, message, up, is_changed=True)

        return await self._transactions.run(work)

    def _message(self, connection: Connection, answer: VotedAnswer) -> bytes:
        """Return the digest of an answer, with the votes on its former name under it."""
        message = self._digests.message(connection, answer.chat_id, answer.message_id, answer.entry_key)
        former_name = answer.entry_key.rpartition("/")[2]
        former = self._digests.message(connection, answer.chat_id, answer.message_id, former_name)
        if former != message:
            _rename(connection, former, message, answer.entry_key)
        return message

    async def forget(self, voter_id: int) -> int:
        """Delete a person's votes, and return their number."""

        def work(connection: Connection) -> int:
            voter = self._digests.person(connection, voter_id)
            answers = list(connection.scalars(delete(VOTES).where(VOTES.c.voter == voter).returning(VOTES.c.answer)))
            for answer in answers:
                _without_orphans(connection, answer)
            return len(answers)

        return await self._transactions.run(work)

    async def tally(self) -> dict[str, tuple[int, int]]:
        """Return the numbers of votes for and against each entry."""
        return await self._transactions.run(tally)


def tally(connection: Connection) -> dict[str, tuple[int, int]]:
    """Return the numbers of votes for and against each entry."""
    counted = select(VOTES.c.entry_id, VOTES.c.up, func.count()).group_by(VOTES.c.entry_id, VOTES.c.up)
    found: dict[str, tuple[int, int]] = {}
    for entry_key, up, number in connection.execute(counted):
        ups, downs = found.get(entry_key, (0, 0))
        found[entry_key] = (ups + number, downs) if up else (ups, downs + number)
    return found


def _ballot(connection: Connection, answer: bytes, up: bool | None, *, is_changed: bool) -> Ballot:
    counted = select(VOTES.c.up, func.count()).where(VOTES.c.answer == answer).group_by(VOTES.c.up)
    ups = downs = 0
    for is_up, number in connection.execute(counted):
        ups, downs = (number, downs) if is_up else (ups, number)
    return Ballot(up, is_changed, ups, downs)


def expire(connection: Connection, before: str) -> None:
    """Delete the votes of earlier days."""
    connection.execute(delete(VOTES).where(VOTES.c.day < before))


def _rename(connection: Connection, former: bytes, answer: bytes, entry_id: str) -> None:
    """Move votes on an entry's id, as earlier versions named entries, to its key."""
    own = select(VOTES.c.voter).where(VOTES.c.answer == answer)
    former_votes = VOTES.c.answer == former
    connection.execute(delete(VOTES).where(former_votes, VOTES.c.voter.in_(own)))
    connection.execute(update(VOTES).where(former_votes).values(answer=answer, entry_id=entry_id))
    connection.execute(update(MISSES).where(MISSES.c.answer == former).values(answer=answer))


def _without_orphans(connection: Connection, answer: bytes) -> None:
    """Delete the miss of an answer that nobody votes down any more, unless a curator has decided on it."""
    against = select(func.count()).select_from(VOTES).where(VOTES.c.answer == answer, VOTES.c.up.is_(False))
    if not connection.scalars(against).one():
        connection.execute(delete(MISSES).where(MISSES.c.answer == answer, MISSES.c.decision.is_(None)))
