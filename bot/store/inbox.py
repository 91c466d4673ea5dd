"""The inbox: every update from before it is confirmed to Telegram until it has been handled.

An update is `new` until it is handled (`done`), or until its handling failed (`failed`: quarantined). While a
message that must not be sent twice is on its way, it is `sending`: whoever finds it so after a crash cannot know
whether the message arrived, and calls it `unknown`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, LargeBinary, bindparam, cast, delete, func, or_, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from bot.store.clock import clock
from bot.store.digests import Digests
from bot.store.replies import KEPT_SECONDS, QuestionMessage, SentReply, put_reply
from bot.store.tables import INBOX, REPLIES
from bot.store.writer import Transactions

_LOG = logging.getLogger(__name__)

RawUpdate = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReceivedUpdate:
    """An update as it was received.

    Attributes:
        raw: As Telegram wrote it.
        chat_id: The chat that orders it, or else whoever sent it; 0 where neither is known.
        sent_at: The time when it was made, by Telegram's clock, in seconds since 1970.
    """

    raw: RawUpdate
    chat_id: int
    sent_at: int

    @property
    def update_id(self) -> int:
        """Its number."""
        return int(self.raw["update_id"])


@dataclass(frozen=True, slots=True)
class InboxPosition:
    """A position in the order in which updates came.

    Attributes:
        received_at: The time when an update was stored, in seconds since 1970; later ones are never dated earlier.
        update_id: Its number.
    """

    received_at: int
    update_id: int


ID_SECONDS = 48 * 3600
"""Seconds for which the number of a handled update is kept, so that it is not handled again."""
QUARANTINE_SECONDS = 7 * 24 * 3600
"""Seconds for which an update is kept whose handling failed."""


class UpdateState(StrEnum):
    """The state of an update."""

    NEW = "new"
    SENDING = "sending"
    DONE = "done"
    UNKNOWN = "unknown"
    FAILED = "failed"


_RECEIVE = insert(INBOX).on_conflict_do_nothing().returning(INBOX.c.update_id)
_MOVE = (
    update(INBOX).where(INBOX.c.update_id == bindparam("id")).values(state=bindparam("to"), changed_at=bindparam("now"))
)
# Nothing tells any more whose it was.
_END = _MOVE.values(body=None, chat_id=0)
# As bytes: one text that is none would keep all rows of a result from being read.
_BODY = cast(INBOX.c.body, LargeBinary).label("body")
_FAIL = _MOVE.values(error=bindparam("why"))


class Inbox:
    """Updates on their way through the bot.

    Args:
        transactions: Of the store.
        digests: Stand for who asks in vain.
    """

    def __init__(self, transactions: Transactions, digests: Digests) -> None:
        self._transactions = transactions
        self._digests = digests
        self._latest: int | None = None

    async def receive(self, updates: Sequence[ReceivedUpdate]) -> list[ReceivedUpdate]:
        """Store updates, and return those that were not there before, in their order."""
        rows = [
            {
                "update_id": received.update_id,
                "state": UpdateState.NEW,
                "body": json.dumps(received.raw),
                "chat_id": received.chat_id,
                "sent_at": received.sent_at,
            }
            for received in updates
        ]
        if not rows:
            return []

        def work(connection: Connection) -> set[int]:
            time = clock(connection)
            time.note_dates(connection, [received.raw for received in updates])
            times = {"changed_at": time.machine_time(), "received_at": self._receipt(connection)}
            return set(connection.scalars(_RECEIVE, [row | times for row in rows]))

        added = await self._transactions.run(work)
        fresh: list[ReceivedUpdate] = []
        for received in updates:
            if received.update_id in added:
                added.discard(received.update_id)
                fresh.append(received)
        return fresh

    def _receipt(self, connection: Connection) -> int:
        """Return the time of receipt of new updates: never before that of waiting ones, even if clocks are set back."""
        if self._latest is None:
            self._latest = connection.scalar(
                select(func.max(INBOX.c.received_at)).where(INBOX.c.state == UpdateState.NEW)
            )
        self._latest = max(clock(connection).machine_time(), self._latest or 0)
        return self._latest

    async def telegram_time(self) -> int | None:
        """Return the time by Telegram's clock, in seconds since 1970; None if it has dated nothing yet."""
        return await self._transactions.run(lambda c: clock(c).telegram_time())

    async def count(self) -> int:
        """Return how many updates wait."""
        waiting = select(func.count()).where(INBOX.c.state == UpdateState.NEW)
        return await self._transactions.run(lambda c: c.scalar(waiting)) or 0

    async def page(self, after: InboxPosition | None, limit: int) -> tuple[list[ReceivedUpdate], InboxPosition | None]:
        """Return updates of all chats that wait, in the order in which they came.

        Args:
            after: The end of the page before; None for the first.
            limit: The number of updates of a page.

        Returns:
            The updates, and where the page ends; None if it is the last. One that the database no longer gives as it
            was has nothing but its number and its chat.
        """
        place = tuple_(INBOX.c.received_at, INBOX.c.update_id)
        columns = (INBOX.c.chat_id, INBOX.c.received_at, INBOX.c.update_id, INBOX.c.sent_at, _BODY)
        page = select(*columns).where(INBOX.c.state == UpdateState.NEW)
        if after is not None:
            page = page.where(place > tuple_(after.received_at, after.update_id))
        page = page.order_by(INBOX.c.received_at, INBOX.c.update_id).limit(limit)
        rows = await self._transactions.run(lambda c: c.execute(page).all())
        end = InboxPosition(rows[-1].received_at, rows[-1].update_id) if len(rows) == limit else None
        found = [
            ReceivedUpdate(_decoded(row.body) or {"update_id": row.update_id}, row.chat_id, row.sent_at) for row in rows
        ]
        return found, end

    async def waiting(
        self, chat_id: int, limit: int, besides: Collection[int] = ()
    ) -> tuple[list[ReceivedUpdate], bool]:
        """Return updates of a chat that wait, in the order in which they came, and tell whether there may be more.

        One that the database no longer gives as it was is quarantined.

        Args:
            chat_id: The chat that orders them.
            limit: The number to return at most.
            besides: The numbers of those that are not to be returned.
        """
        rows = (
            select(INBOX.c.update_id, _BODY, INBOX.c.sent_at)
            .where(INBOX.c.state == UpdateState.NEW, INBOX.c.chat_id == chat_id, INBOX.c.update_id.not_in(besides))
            .order_by(INBOX.c.received_at, INBOX.c.update_id)
            .limit(limit)
        )
        found: list[ReceivedUpdate] = []
        read = await self._transactions.run(lambda c: c.execute(rows).all())
        for update_id, body, sent_at in read:
            raw = _decoded(body)
            if raw is None or raw.get("update_id") != update_id or not isinstance(sent_at, int):
                _LOG.error("Update %s cannot be read from the database; it is quarantined.", update_id)
                await self.quarantine(update_id, "not readable")
            else:
                found.append(ReceivedUpdate(raw, chat_id, sent_at))
        return found, len(read) == limit

    async def mark_sending(self, update_id: int) -> None:
        """Mark an update as one whose message is about to be sent."""
        await self._move(update_id, UpdateState.SENDING)

    async def mark_not_sent(self, update_id: int) -> None:
        """Mark an update as new again, as its message was not sent."""
        await self._move(update_id, UpdateState.NEW)

    async def mark_done(self, update_id: int, sent: SentReply | None = None) -> None:
        """Mark an update as handled, store its reply, and delete its body."""

        def work(connection: Connection) -> None:
            connection.execute(_END, _values(connection, update_id, UpdateState.DONE))
            if sent is not None:
                put_reply(connection, self._digests, sent)

        await self._transactions.run(work)

    async def mark_unknown(self, update_id: int, question_message: QuestionMessage | None) -> None:
        """Mark an update as one whose message may have arrived: it is not sent again, nor is its question's edit."""

        def work(connection: Connection) -> None:
            connection.execute(_END, _values(connection, update_id, UpdateState.UNKNOWN))
            if question_message is not None:
                put_reply(connection, self._digests, SentReply(question_message, None))

        await self._transactions.run(work)

    async def quarantine(self, update_id: int, error: str) -> None:
        """Quarantine an update that could not be handled, with the reason."""
        await self._transactions.run(
            lambda c: c.execute(_FAIL, {**_values(c, update_id, UpdateState.FAILED), "why": error}) and None
        )

    async def recover(self) -> int:
        """Mark as unknown the updates whose message was being sent when an earlier run ended; return their number."""

        def work(connection: Connection) -> int:
            found = connection.execute(
                select(INBOX.c.update_id, _BODY).where(INBOX.c.state == UpdateState.SENDING)
            ).all()
            for update_id, body in found:
                connection.execute(_END, _values(connection, update_id, UpdateState.UNKNOWN))
                raw = _decoded(body)
                question_message = _question_message_of(raw) if raw is not None else None
                if question_message is not None:
                    put_reply(connection, self._digests, SentReply(question_message, None))
            return len(found)

        return await self._transactions.run(work)

    async def unreported(self) -> list[int]:
        """Return the updates with an unknown send that administrators were not told of yet."""
        untold = select(INBOX.c.update_id).where(INBOX.c.state == UpdateState.UNKNOWN, INBOX.c.reported.is_(False))
        return await self._transactions.run(lambda c: list(c.scalars(untold)))

    async def mark_reported(self, update_ids: Sequence[int]) -> None:
        """Mark updates with an unknown send as reported to administrators."""
        told = update(INBOX).where(INBOX.c.update_id.in_(update_ids)).values(reported=True)
        await self._transactions.run(lambda c: c.execute(told) and None)

    async def expire(self) -> None:
        """Delete ids of updates handled 48 hours ago, replies as old, and updates quarantined a week ago."""

        def work(connection: Connection) -> None:
            now = clock(connection).earliest()
            connection.execute(
                delete(INBOX).where(
                    or_(
                        INBOX.c.state.in_((UpdateState.DONE, UpdateState.UNKNOWN))
                        & (INBOX.c.changed_at < now - ID_SECONDS),
                        (INBOX.c.state == UpdateState.FAILED) & (INBOX.c.changed_at < now - QUARANTINE_SECONDS),
                    )
                )
            )
            connection.execute(delete(REPLIES).where(REPLIES.c.sent_at < now - KEPT_SECONDS))

        await self._transactions.run(work)

    async def _move(self, update_id: int, state: UpdateState) -> None:
        await self._transactions.run(lambda c: c.execute(_MOVE, _values(c, update_id, state)) and None)


def _values(connection: Connection, update_id: int, state: UpdateState) -> dict[str, int | str]:
    return {"id": update_id, "to": state, "now": clock(connection).machine_time()}


def _decoded(body: object) -> RawUpdate | None:
    """Return the update that a row holds; None if it holds none."""
    try:
        raw = json.loads(body) if isinstance(body, bytes) else None
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None


def _question_message_of(raw: RawUpdate) -> QuestionMessage | None:
    """Return the message of an update; None if it has none."""
    messages: Iterable[Any] = (raw.get("message"), raw.get("edited_message"))
    for message in messages:
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and _fits(chat.get("id")) and _fits(message.get("message_id")):
            return QuestionMessage(chat["id"], message["message_id"], "")
    return None


def _fits(number: object) -> bool:
    """Tell whether a value is an integer that a column of the database takes."""
    return isinstance(number, int) and -(1 << 63) <= number < 1 << 63
