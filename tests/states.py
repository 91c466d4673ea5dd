"""Where the updates in a store stand."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from bot.store.inbox import State
from bot.store.store import Store
from bot.store.tables import INBOX


async def states(store: Store) -> Counter[State]:
    """How many updates stand where."""
    found = await store.writer.run(lambda connection: connection.scalars(select(INBOX.c.state)).all())
    return Counter(map(State, found))
