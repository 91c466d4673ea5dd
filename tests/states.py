"""The states of the updates in a store, and functions that put them there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from bot.store.inbox import RawUpdate, ReceivedUpdate, UpdateState
from bot.store.store import Store
from bot.store.tables import INBOX
from bot.turn import Turn
from bot.updates.origin import chat_of, turn_of

NOW = 1_800_000_000
"""The time when the updates of these tests are made, by Telegram's clock."""


def received(raw: RawUpdate) -> ReceivedUpdate:
    """Return an update as the bot takes it in."""
    return ReceivedUpdate(raw, chat_of(raw), NOW)


def turn(raw: RawUpdate) -> Turn:
    """Return the turn of an update whose handling begins."""
    return turn_of(received(raw))


async def receive(store: Store, updates: Sequence[RawUpdate]) -> list[RawUpdate]:
    """Store updates, and return those that were not there before."""
    return [fresh.raw for fresh in await store.inbox.receive([received(raw) for raw in updates])]


async def waiting(store: Store) -> list[RawUpdate]:
    """Return the updates of all chats that wait, in the order in which they came."""
    new = INBOX.c.state == UpdateState.NEW
    bodies = select(INBOX.c.body).where(new).order_by(INBOX.c.received_at, INBOX.c.update_id)
    return [json.loads(body) for body in await store.writer.run(lambda c: list(c.scalars(bodies)))]


async def states(store: Store) -> Counter[UpdateState]:
    """Return the number of updates in each state."""
    found = await store.writer.run(lambda connection: connection.scalars(select(INBOX.c.state)).all())
    return Counter(map(UpdateState, found))
