"""Updates handed on: in order within a chat, chats side by side, and no chat at the expense of another.

The store is the queue. Memory holds a few updates of each chat that is being handled; what comes beyond that stays in
the store and is read when the chat's turn has come, so that memory is bounded and nobody who brings updates has to
wait. What an earlier run has left is taken up a few chats at a time, beside what comes in now.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.backoff import Backoff
from bot.clock import TelegramClock
from bot.store.errors import StoreUnavailable
from bot.store.inbox import Inbox, Place, RawUpdate, Received
from bot.updates.postponements import Postponed, Postponements, Superseding

_LOG = logging.getLogger(__name__)

_MOST_CHATS = 500
"""Chats that are handled at once; others wait in the store."""
_MOST_OF_A_CHAT = 8
"""Updates of a chat that are held in memory."""
_MOST_RESUMED = 60
"""Chats at once beyond which no other is taken up of what an earlier run has left: what comes now goes before."""
_MOST_KNOWN = 10_000
"""Chats that are known to wait; of others the store is asked again."""
_PAGE = 500
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0


@dataclass(slots=True)
class _Chat:
    """A chat that is being handled.

    Attributes:
        queue: Updates in memory, in order.
        has_more: Whether the store has later ones; what comes in goes there then, to keep the order.
        missed: How many came in since the store was last asked.
    """

    queue: deque[Received] = field(default_factory=deque)
    has_more: bool = False
    missed: int = 0


class Dispatch:
    """Hands updates on.

    Args:
        inbox: Where they wait.
        handle: Handles one, raises nothing, and leaves it as it is in the store only if it returns that it is
            postponed, or that it has settled something.
        counts: How often what happened, by a short name.
        clock: Tells how late it is when what was postponed is handled again.
    """

    def __init__(
        self,
        inbox: Inbox,
        handle: Callable[[Received], Awaitable[Postponed | Superseding | None]],
        counts: Counter[str],
        clock: TelegramClock,
    ) -> None:
        self._inbox = inbox
        self._handle = handle
        self._counts = counts
        self._chats: dict[int, _Chat] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._waiting: dict[int, None] = {}
        self._left: dict[int, None] = {}
        self._unread = False
        self._place: Place | None = None
        self._reading: asyncio.Task[None] | None = None
        self._clock = clock
        self._postponements = Postponements(self._again)
        self._stopping = False

    def resume(self) -> None:
        """Take up what an earlier run has left in the store, from now on."""
        self._unread, self._place = True, None
        self._fill()

    def receive(self, received: Received) -> None:
        """Take an update that stands in the store."""
        chat = self._chats.get(received.chat_id)
        if chat is None:
            if self._unread or self._is_known(received.chat_id) or len(self._chats) >= _MOST_CHATS:
                # The store may have earlier ones of this chat.
                self._await_turn(received.chat_id)
            else:
                self._start(received.chat_id, _Chat(deque([received])))
        elif chat.has_more or len(chat.queue) >= _MOST_OF_A_CHAT:
            chat.has_more = True
            chat.missed += 1
        else:
            chat.queue.append(received)

    async def finish(self, patience: float) -> None:
        """Wait for what is held in memory, no longer than some seconds; the rest stays in the store."""
        self._stopping = True
        self._postponements.stop()
        if self._reading is not None:
            self._reading.cancel()
        tasks = {*self._workers, *([self._reading] if self._reading is not None else [])}
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    def _is_known(self, chat_id: int) -> bool:
        return chat_id in self._waiting or chat_id in self._left

    def _await_turn(self, chat_id: int) -> None:
        """Put a chat among those that wait; what comes now goes before what an earlier run has left."""
        self._left.pop(chat_id, None)
        if chat_id in self._waiting or len(self._waiting) < _MOST_KNOWN:
            self._waiting[chat_id] = None
        elif not self._unread:
            self._unread, self._place = True, None
        self._fill()

    def _fill(self) -> None:
        """Begin with chats that wait, as far as there is room."""
        while self._waiting and len(self._chats) < _MOST_CHATS:
            self._start(_first(self._waiting), _Chat(has_more=True))
        while self._left and len(self._chats) < _MOST_RESUMED:
            self._start(_first(self._left), _Chat(has_more=True))
        is_wanted = self._unread and not self._left and len(self._chats) < _MOST_RESUMED
        if is_wanted and not self._stopping and (self._reading is None or self._reading.done()):
            self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        """Look for more chats of which the store holds updates."""
        while self._unread and not self._left:
            place = self._place
            chats, end = await self._stored(lambda place=place: self._inbox.chats(place, _PAGE))  # type: ignore[misc]
            if self._place is not place:
                continue
            for chat_id in chats:
                if chat_id in self._chats:
                    self._chats[chat_id].has_more = True
                elif chat_id not in self._waiting:
                    self._left[chat_id] = None
            self._place, self._unread = end, end is not None
        self._fill()

    def _start(self, chat_id: int, chat: _Chat) -> None:
        if self._stopping:
            return
        self._chats[chat_id] = chat
        worker = asyncio.create_task(self._work(chat_id, chat))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, chat_id: int, chat: _Chat) -> None:
        """Handle the updates of a chat, until there are no more."""
        try:
            while chat.queue or (chat.has_more and not self._stopping):
                if not chat.queue:
                    await self._refill(chat_id, chat)
                    continue
                received = chat.queue.popleft()
                await self._end(received, chat, await self._handled(received))
        finally:
            del self._chats[chat_id]
            self._fill()

    async def _handled(self, received: Received) -> Postponed | Superseding | None:
        try:
            return await self._handle(received)
        except Exception as error:  # noqa: BLE001 - left as it is, it would be read from the store again and again
            _LOG.error("Update %s was not handled; it is quarantined (%s).", received.update_id, type(error).__name__)
            reason = type(error).__name__
            await self._stored(lambda: self._inbox.failed(received.update_id, reason))
            return None

    async def _refill(self, chat_id: int, chat: _Chat) -> None:
        besides = self._postponements.of_chat(chat_id)
        chat.missed = 0
        found, has_more = await self._stored(lambda: self._inbox.waiting(chat_id, _MOST_OF_A_CHAT, besides))
        chat.queue.extend(found)
        chat.has_more = has_more or chat.missed > 0

    async def _end(self, received: Received, chat: _Chat, end: Postponed | Superseding | None) -> None:
        """See to what an update's end means for those about the same."""
        match end:
            case Postponed():
                superseded = self._postponements.put(received, end)
            case Superseding():
                superseded = self._postponements.end(end.subject)
            case None:
                due = self._postponements.due(received.update_id)
                superseded = self._postponements.end(due) if due is not None else None
        if superseded is not None and superseded.update_id != received.update_id:
            # Its time may have come meanwhile.
            chat.queue = deque(each for each in chat.queue if each.update_id != superseded.update_id)
            self._counts["superseded"] += 1
            await self._stored(lambda: self._inbox.done(superseded.update_id))
        if isinstance(end, Superseding):
            # Now only: after a crash amid this, it is the last one that is handled again.
            await self._stored(lambda: self._inbox.done(received.update_id))

    def _again(self, received: Received) -> None:
        """Handle what was postponed, as of now."""
        received = replace(received, sent_at=self._clock.now() + 1)
        chat = self._chats.get(received.chat_id)
        if chat is not None:
            chat.queue.append(received)
        else:
            self._start(received.chat_id, _Chat(deque([received]), has_more=self._is_known(received.chat_id)))
            self._waiting.pop(received.chat_id, None)
            self._left.pop(received.chat_id, None)

    async def _stored(self, access: Callable[[], Awaitable[Any]]) -> Any:
        """Return what the store gives, asked until it does."""
        backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        while True:
            try:
                return await access()
            except StoreUnavailable as error:
                pause = backoff.pause()
                _LOG.error("The database cannot be used (%s); trying again in %.1f s.", error.reason, pause)
                await asyncio.sleep(pause)


def _first(chats: dict[int, None]) -> int:
    chat_id = next(iter(chats))
    del chats[chat_id]
    return chat_id


def chat_of(raw: RawUpdate) -> int:
    """Return what orders an update: the id of its chat, or else of who sent it; 0 where neither is known."""
    for kind, content in raw.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        message = content.get("message")
        for holder, key in ((message, "chat"), (content, "chat"), (content, "from")):
            place = holder.get(key) if isinstance(holder, dict) else None
            if isinstance(place, dict) and _is_id(place.get("id")):
                return int(place["id"])
    return 0


def _is_id(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < 1 << 62
