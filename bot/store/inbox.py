"""The inbox: every update from before it is confirmed to Telegram until it has been handled.

An update is `new` until it is handled (`done`), or until its handling failed (`failed`: quarantined). While a
message that must not be sent twice is on its way, it is `sending`: whoever finds it so after a crash cannot know
whether the message arrived, and calls it `unknown`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.store.digests import Digests
from bot.store.replies import KEPT_SECONDS, Question, Sent, put_down
from bot.store.tables import INBOX, REPLIES
from bot.store.writer import Writer

RawUpdate = dict[str, Any]

ID_SECONDS = 48 * 3600
"""How long the number of a handled update is kept, so that it is not handled again."""
QUARANTINE_SECONDS = 7 * 24 * 3600
"""How long an update is kept whose handling failed."""


class State(StrEnum):
    """Where an update stands."""

    NEW = "new"
    SENDING = "sending"
    DONE = "done"
    UNKNOWN = "unknown"
    FAILED = "failed"


_RECEIVE = insert(INBOX).on_conflict_do_nothing().returning(INBOX.c.update_id)
_MOVE = (
    update(INBOX).where(INBOX.c.update_id == bindparam("id")).values(state=bindparam("to"), changed_at=bindparam("now"))
)
_END = _MOVE.values(body=None)
_FAIL = _MOVE.values(error=bindparam("why"))


class Inbox:
    """Updates on their way through the bot.

    Args:
        writer: Of the store.
        digests: Stand for who asks in vain.
    """

    def __init__(self, writer: Writer, digests: Digests) -> None:
        self._writer = writer
        self._digests = digests

    async def receive(self, updates: Sequence[RawUpdate]) -> list[RawUpdate]:
        """Stores updates, and returns those that were not there before, in their order."""
        now = int(time.time())
        rows = [
            {
                "update_id": raw["update_id"],
                "state": State.NEW,
                "received_at": now,
                "changed_at": now,
                "body": json.dumps(raw),
            }
            for raw in updates
        ]
        if not rows:
            return []

        def work(connection: Connection) -> set[int]:
            return set(connection.scalars(_RECEIVE, rows))

        added = await self._writer.run(work)
        fresh: list[RawUpdate] = []
        for raw in updates:
            if raw["update_id"] in added:
                added.discard(raw["update_id"])
                fresh.append(raw)
        return fresh

    async def waiting(self) -> list[RawUpdate]:
        """Those that were stored and not handled, in the order in which they came."""
        bodies = select(INBOX.c.body).where(INBOX.c.state == State.NEW).order_by(INBOX.c.received_at, INBOX.c.update_id)
        return [json.loads(body) for body in await self._writer.run(lambda c: list(c.scalars(bodies))) if body]

    async def sending(self, update_id: int) -> None:
        """Puts down that its message is about to be sent."""
        await self._move(update_id, State.SENDING)

    async def not_sent(self, update_id: int) -> None:
        """Puts down that its message was not sent after all."""
        await self._move(update_id, State.NEW)

    async def done(self, update_id: int, sent: Sent | None = None) -> None:
        """Puts down that it is handled, and what answers it; its body is deleted."""

        def work(connection: Connection) -> None:
            connection.execute(_END, _values(update_id, State.DONE))
            if sent is not None:
                put_down(connection, self._digests, sent)

        await self._writer.run(work)

    async def unknown(self, update_id: int, question: Question | None) -> None:
        """Puts down that nobody knows whether its message arrived: it is not sent again, nor is its question's edit."""

        def work(connection: Connection) -> None:
            connection.execute(_END, _values(update_id, State.UNKNOWN))
            if question is not None:
                put_down(connection, self._digests, Sent(question, None))

        await self._writer.run(work)

    async def failed(self, update_id: int, error: str) -> None:
        """Quarantines it."""
        await self._writer.run(lambda c: c.execute(_FAIL, {**_values(update_id, State.FAILED), "why": error}) and None)

    async def recover(self) -> int:
        """After a crash: calls unknown what was being sent, and returns how much that is."""

        def work(connection: Connection) -> int:
            found = connection.execute(
                select(INBOX.c.update_id, INBOX.c.body).where(INBOX.c.state == State.SENDING)
            ).all()
            for update_id, body in found:
                connection.execute(_END, _values(update_id, State.UNKNOWN))
                question = _question_of(json.loads(body)) if body else None
                if question is not None:
                    put_down(connection, self._digests, Sent(question, None))
            return len(found)

        return await self._writer.run(work)

    async def unreported(self) -> list[int]:
        """The updates whose send is unknown and that nobody was told of."""
        untold = select(INBOX.c.update_id).where(INBOX.c.state == State.UNKNOWN, INBOX.c.reported.is_(False))
        return await self._writer.run(lambda c: list(c.scalars(untold)))

    async def reported(self, update_ids: Sequence[int]) -> None:
        """Puts down that somebody was told of them."""
        told = update(INBOX).where(INBOX.c.update_id.in_(update_ids)).values(reported=True)
        await self._writer.run(lambda c: c.execute(told) and None)

    async def expire(self) -> None:
        """Forgets the ids of what was handled 48 hours ago, replies as old, and what was quarantined a week ago."""
        now = int(time.time())

        def work(connection: Connection) -> None:
            connection.execute(
                delete(INBOX).where(
                    or_(
                        INBOX.c.state.in_((State.DONE, State.UNKNOWN)) & (INBOX.c.changed_at < now - ID_SECONDS),
                        (INBOX.c.state == State.FAILED) & (INBOX.c.changed_at < now - QUARANTINE_SECONDS),
                    )
                )
            )
            connection.execute(delete(REPLIES).where(REPLIES.c.sent_at < now - KEPT_SECONDS))

        await self._writer.run(work)

    async def _move(self, update_id: int, state: State) -> None:
        await self._writer.run(lambda c: c.execute(_MOVE, _values(update_id, state)) and None)


def _values(update_id: int, state: State) -> dict[str, int | str]:
    return {"id": update_id, "to": state, "now": int(time.time())}


def _question_of(raw: RawUpdate) -> Question | None:
    """The message that an update brought, as far as it can be told."""
    messages: Iterable[Any] = (raw.get("message"), raw.get("edited_message"))
    for message in messages:
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and _fits(chat.get("id")) and _fits(message.get("message_id")):
            return Question(chat["id"], message["message_id"], "")
    return None


def _fits(number: object) -> bool:
    """Whether it is a number that a column of the database takes."""
    return isinstance(number, int) and -(1 << 63) <= number < 1 << 63
