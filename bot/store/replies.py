"""Replies and the questions that they belong to, so that an edited question edits its reply."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.clock import clock
from bot.store.digests import Digests
from bot.store.keys import key, key_made_at
from bot.store.misses import Miss, put_miss
from bot.store.tables import REPLIES
from bot.store.writer import Transactions

_KEY = "asked"
KEPT_SECONDS = 48 * 3600
"""Seconds for which a reply is remembered; later an edit of its question is left alone."""


@dataclass(frozen=True, slots=True)
class QuestionMessage:
    """A message that asks a question.

    Attributes:
        chat_id: The chat in which it was asked.
        message_id: The message's id in that chat.
        text: The question's words; only a keyed digest of them is stored.
        miss: The miss that is kept of it besides if it was asked in vain.
    """

    chat_id: int
    message_id: int
    text: str
    miss: Miss | None = None


@dataclass(frozen=True, slots=True)
class SentReply:
    """A question with the reply that was sent.

    Attributes:
        question_message: The message that asks.
        reply_id: The message id of the reply; None if it may or may not have arrived.
    """

    question_message: QuestionMessage
    reply_id: int | None


@dataclass(frozen=True, slots=True)
class RememberedReply:
    """A reply, as the database remembers it.

    Attributes:
        reply_id: Its message id; None if it may or may not have arrived.
        answers: Tells whether a text is the question that it answers.
    """

    reply_id: int | None
    answers: Callable[[str], bool]


_INSERT = insert(REPLIES)
_PUT_DOWN = _INSERT.on_conflict_do_update(
    index_elements=[REPLIES.c.chat_id, REPLIES.c.message_id],
    set_={name: _INSERT.excluded[name] for name in ("reply_id", "asked", "sent_at")},
)


class Replies:
    """The replies of the last two days.

    Args:
        transactions: Of the store.
        digests: Stand for who asks in vain.
    """

    def __init__(self, transactions: Transactions, digests: Digests) -> None:
        self._transactions = transactions
        self._digests = digests

    async def find(self, chat_id: int, message_id: int) -> RememberedReply | None:
        """Return the reply to a question; None without one."""

        def work(connection: Connection) -> tuple[int | None, bytes, bytes] | None:
            found = connection.execute(
                select(REPLIES.c.reply_id, REPLIES.c.asked).where(
                    REPLIES.c.chat_id == chat_id, REPLIES.c.message_id == message_id
                )
            ).one_or_none()
            return None if found is None else (found.reply_id, found.asked, _key(connection))

        found = await self._transactions.run(work)
        if found is None:
            return None
        reply_id, asked, own_key = found
        return RememberedReply(reply_id, lambda text: secrets.compare_digest(_digest(own_key, text), asked))

    async def remember(self, sent: SentReply) -> None:
        """Store a question with its reply, in place of an earlier reply to it."""
        await self._transactions.run(lambda connection: put_reply(connection, self._digests, sent))

    async def since(self) -> int:
        """Return the time, in seconds since 1970, before which replies may be forgotten."""

        def work(connection: Connection) -> int:
            _key(connection)
            now = clock(connection).telegram_time() or clock(connection).machine_time()
            return max(key_made_at(connection, _KEY), now - KEPT_SECONDS)

        return await self._transactions.run(work)


def put_reply(connection: Connection, digests: Digests, sent: SentReply) -> None:
    """Store a question with its reply, in place of an earlier reply to it, and the miss that it is, if any."""
    row = {
        "chat_id": sent.question_message.chat_id,
        "message_id": sent.question_message.message_id,
        "reply_id": sent.reply_id,
        "asked": _digest(_key(connection), sent.question_message.text),
        "sent_at": clock(connection).latest(),
    }
    connection.execute(_PUT_DOWN, row)
    if sent.question_message.miss is not None:
        put_miss(connection, digests, sent.question_message.miss)


def _key(connection: Connection) -> bytes:
    return key(connection, _KEY, lambda: secrets.token_bytes(32))


def _digest(own_key: bytes, text: str) -> bytes:
    return blake2b(text.encode(errors="surrogatepass"), key=own_key, digest_size=16).digest()
