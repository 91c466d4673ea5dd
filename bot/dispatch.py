"""Updates handled in order within a chat, and chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

RawUpdate = dict[str, Any]

_MOST_WAITING = 1000


class Dispatch:
    """Hands raw updates on: those of one chat one after the other, so that a slow chat holds up no other.

    How many are sent at a time is for the lanes to say; what is computed before takes no time to wait for.

    Args:
        handle: Handles one raw update, and raises nothing.
    """

    def __init__(self, handle: Callable[[RawUpdate], Awaitable[None]]) -> None:
        self._handle = handle
        self._last: dict[object, asyncio.Task[None]] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(_MOST_WAITING)

    @property
    def has_room(self) -> bool:
        """Whether another update is taken at once."""
        return not self._room.locked()

    async def receive(self, raw: RawUpdate) -> None:
        """Takes an update; returns at once unless too many are waiting."""
        await self._room.acquire()
        chat = chat_of(raw)
        task = asyncio.create_task(self._after(self._last.get(chat), raw))
        self._last[chat] = task
        self._under_way.add(task)
        task.add_done_callback(lambda done: self._forget(chat, done))

    async def finish(self, patience: float) -> None:
        """Waits for what has been taken, but no longer than some seconds; the rest is given up."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=patience)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    async def _after(self, earlier: asyncio.Task[None] | None, raw: RawUpdate) -> None:
        if earlier is not None:
            await asyncio.wait([earlier])
        await self._handle(raw)

    def _forget(self, chat: object, task: asyncio.Task[None]) -> None:
        self._room.release()
        self._under_way.discard(task)
        if self._last.get(chat) is task:
            del self._last[chat]


def chat_of(raw: RawUpdate) -> object:
    """What orders an update: its chat, or else who sent it, or nothing known."""
    for kind, content in raw.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        message = content.get("message")
        for holder, key in ((message, "chat"), (content, "chat"), (content, "from")):
            place = holder.get(key) if isinstance(holder, dict) else None
            if isinstance(place, dict) and isinstance(place.get("id"), int):
                return place["id"]
    return None
