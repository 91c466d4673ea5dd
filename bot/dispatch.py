"""Updates handled in order within a chat, and a few chats at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

RawUpdate = dict[str, Any]

_AT_A_TIME = 8
_MOST_WAITING = 1000


class Dispatch:
    """Hands raw updates on: those of one chat one after the other, so that a slow chat holds up no other.

    Args:
        handle: Handles one raw update, and raises nothing.
    """

    def __init__(self, handle: Callable[[RawUpdate], Awaitable[None]]) -> None:
        self._handle = handle
        self._last: dict[object, asyncio.Task[None]] = {}
        self._at_a_time = asyncio.Semaphore(_AT_A_TIME)
        self._room = asyncio.Semaphore(_MOST_WAITING)

    async def receive(self, raw: RawUpdate) -> None:
        """Takes an update; returns at once unless too many are waiting."""
        await self._room.acquire()
        chat = chat_of(raw)
        task = asyncio.create_task(self._after(self._last.get(chat), raw))
        self._last[chat] = task
        task.add_done_callback(lambda done: self._forget(chat, done))

    async def finish(self, patience: float) -> None:
        """Waits for what has been taken, but no longer than some seconds; the rest is given up."""
        waiting = list(self._last.values())
        if waiting:
            _, late = await asyncio.wait(waiting, timeout=patience)
            for task in late:
                task.cancel()

    async def _after(self, earlier: asyncio.Task[None] | None, raw: RawUpdate) -> None:
        if earlier is not None:
            await asyncio.wait([earlier])
        async with self._at_a_time:
            await self._handle(raw)

    def _forget(self, chat: object, task: asyncio.Task[None]) -> None:
        self._room.release()
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
