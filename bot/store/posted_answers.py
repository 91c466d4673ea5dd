"""Answers posted in groups, so that a repeated question is pointed to the earlier answer."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.tables import POSTED
from bot.store.writer import Transactions


@dataclass(frozen=True, slots=True)
class PostedAnswer:
    """A group, a thread, an entry and a language that an answer was posted for.

    Attributes:
        chat_id: The group.
        thread_id: The topic; 0 where there are none, and for the General topic.
        entry_key: The entry that answers.
        language: ISO 639-1 code of the answer.
    """

    chat_id: int
    thread_id: int
    entry_key: str
    language: str


# Presses are dated by what came before them: an answer may seem a little later than what follows it.
_AHEAD = 60

_INSERT = insert(POSTED)
_PUT = _INSERT.on_conflict_do_update(
    index_elements=["chat_id", "thread_id", "entry_id", "language"],
    set_={name: _INSERT.excluded[name] for name in ("message_id", "sent_at")},
)


class PostedAnswers:
    """The latest answer with each entry in each group.

    Args:
        transactions: Of the store.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def put(self, posted: PostedAnswer, message_id: int, sent_at: int) -> None:
        """Store the message that answers, in place of an earlier one.

        Args:
            posted: The group, the thread, the entry and the language of the answer.
            message_id: The message.
            sent_at: The time of its update, by Telegram's clock, in seconds since 1970.
        """
        row = {**_row(posted), "message_id": message_id, "sent_at": sent_at}
        await self._transactions.run(lambda c: c.execute(_PUT, row) and None)

    async def find(self, posted: PostedAnswer, now: int, seconds: int) -> int | None:
        """Return the message that answered within some seconds before now, by Telegram's clock; None without one."""
        there = [POSTED.c[name] == value for name, value in _row(posted).items() if name != "entry_id"]
        # Earlier versions named an entry by its id alone.
        entry = POSTED.c.entry_id.in_((posted.entry_key, posted.entry_key.rpartition("/")[2]))
        fresh = POSTED.c.sent_at.between(now - seconds + 1, now + _AHEAD)
        message = select(POSTED.c.message_id).where(*there, entry, fresh).order_by(POSTED.c.sent_at.desc()).limit(1)
        return await self._transactions.run(lambda c: c.scalars(message).one_or_none())

    async def remove(self, chat_id: int, message_id: int) -> None:
        """Delete the record of a message that no longer answers: it was deleted or edited."""
        gone = delete(POSTED).where(POSTED.c.chat_id == chat_id, POSTED.c.message_id == message_id)
        await self._transactions.run(lambda c: c.execute(gone) and None)


def _row(posted: PostedAnswer) -> dict[str, str | int]:
    """Return the columns of a posted answer; that of the entry's key is still called `entry_id`."""
    return {
        "chat_id": posted.chat_id,
        "thread_id": posted.thread_id,
        "entry_id": posted.entry_key,
        "language": posted.language,
    }


def expire(connection: Connection, until: int) -> None:
    """Delete answers that were posted up to a time in seconds since 1970."""
    connection.execute(delete(POSTED).where(POSTED.c.sent_at <= until))
