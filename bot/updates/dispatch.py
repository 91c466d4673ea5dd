"""Updates handed on: in order within a chat, chats side by side, and no chat or person at the expense of another.

The store is the queue. Memory holds a few updates of each chat that is being handled; what comes beyond that stays in
the store and is read when the chat's place is reached, so that memory is bounded and nobody who brings updates has to
wait. Whoever has many chats that wait has one place among the others who wait, and few chats handled at once. What an
earlier run has left is taken up a few chats at a time, beside what comes in now.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from bot.clock import TelegramClock
from bot.store.inbox import Inbox, InboxPosition, ReceivedUpdate
from bot.turn import Postponed, SubjectKind, Superseding, Turn, TurnEnd
from bot.updates.origin import sender_of, turn_of
from bot.updates.postponements import Postponements
from bot.updates.quarantine import end_failed
from bot.updates.waiting_chats import WaitingChats


@dataclass(frozen=True, slots=True)
class DispatchLimits:
    """The bounds of what is handled at once and held in memory.

    Attributes:
        chats: Chats that are handled at once; others wait in the store.
        updates_of_a_chat: Updates of a chat that are held in memory.
        chats_of_a_sender: Chats at once in which an update of one sender is handled; others of theirs wait.
        resumed_chats: Chats at once beyond which no other is taken up of what an earlier run has left: what comes now
            goes before. Of so many senders their chats are known beforehand, so that each has a place.
        waiting: Pairs of a chat and a sender that are known to wait, of those that come now and of those left each.
        postponed: Updates that wait for their allowance.
        page: Updates that are read from the store at once.
    """

    chats: int = 500
    updates_of_a_chat: int = 8
    chats_of_a_sender: int = 8
    resumed_chats: int = 60
    waiting: int = 10_000
    postponed: int = 1000
    page: int = 500


LIMITS = DispatchLimits()


@dataclass(slots=True)
class _Chat:
    """A chat that is being handled.

    Attributes:
        sender_id: The sender of the update that is being handled, or that it was taken up for.
        queue: Updates in memory, in order.
        has_more: True if the store has later ones; what comes in goes there then, to keep the order.
        missed: The number that came in since the store was last asked.
    """

    sender_id: int
    queue: deque[ReceivedUpdate] = field(default_factory=deque)
    has_more: bool = False
    missed: int = 0


class Dispatch:
    """The queue of stored updates: in order within a chat, chats side by side.

    Args:
        inbox: Holds those that wait; of the handle that waits until the database takes what it is asked for.
        handle: Handles one and returns how its turn ended; what it raises ends the turn as failed. Only one that is
            postponed or supersedes others is left as it is in the store.
        counts: Numbers of events, by a short name.
        clock: Tells the time at which what was postponed is handled again.
        limits: Of chats and updates.
    """

    def __init__(
        self,
        inbox: Inbox,
        handle: Callable[[Turn], Awaitable[TurnEnd]],
        counts: Counter[str],
        clock: TelegramClock,
        limits: DispatchLimits = LIMITS,
    ) -> None:
        self._limits = limits
        self._inbox = inbox
        self._handle = handle
        self._counts = counts
        self._chats: dict[int, _Chat] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._held: Counter[int] = Counter()
        self._waiting = WaitingChats(limits.waiting)
        self._left = WaitingChats(limits.waiting)
        self._unread = self._unknown = False
        self._position: InboxPosition | None = None
        self._reading: asyncio.Task[None] | None = None
        self._clock = clock
        self._postponements = Postponements(self._resume_postponed, limits.postponed)
        self._in_hand: dict[int, ReceivedUpdate] = {}
        # Updates that are let go of while the store has them still, or while a handler may yet postpone them.
        self._dropped: set[int] = set()
        self._stopping = False

    @property
    def chats(self) -> int:
        """The number of chats of which an update is handled or held in memory."""
        return len(self._chats)

    @property
    def held(self) -> int:
        """The number of updates that are held in memory to be handled; those that are being handled not counted."""
        return sum(len(chat.queue) for chat in self._chats.values())

    def resume(self) -> None:
        """Take up what an earlier run has left in the store, from now on."""
        self._unread, self._position = True, None
        self._fill()

    def receive(self, received: ReceivedUpdate) -> None:
        """Take an update that stands in the store."""
        limits = self._limits
        chat = self._chats.get(received.chat_id)
        if chat is None:
            sender_id = sender_of(received)
            has_room = len(self._chats) < limits.chats and self._held[sender_id] < limits.chats_of_a_sender
            if self._unread or self._is_known(received.chat_id) or not has_room:
                # The store may have earlier ones of this chat.
                self._enqueue(received.chat_id, sender_id)
            else:
                self._start(received.chat_id, _Chat(sender_id, deque([received])))
        elif chat.has_more or len(chat.queue) >= limits.updates_of_a_chat:
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
        """Tell whether a chat is known to wait."""
        return chat_id in self._waiting or chat_id in self._left

    def _enqueue(self, chat_id: int, sender_id: int) -> None:
        """Put a chat among those that wait; what comes now goes before what an earlier run has left."""
        self._left.discard(chat_id)
        if not self._waiting.add(chat_id, sender_id):
            self._unknown = True
            if not self._unread:
                self._unread, self._position = True, None
        self._fill()

    def _fill(self) -> None:
        """Begin with chats that wait, as far as there is room."""
        limits = self._limits
        for chats, most in ((self._waiting, limits.chats), (self._left, limits.resumed_chats)):
            while len(self._chats) < most and (taken := chats.take(self._held, limits.chats_of_a_sender)) is not None:
                chat_id, sender_id = taken
                self._start(chat_id, _Chat(sender_id, has_more=True))
        is_wanted = self._is_to_be_read() and len(self._chats) < limits.resumed_chats
        if is_wanted and not self._stopping and (self._reading is None or self._reading.done()):
            self._reading = asyncio.create_task(self._read())

    def _is_to_be_read(self) -> bool:
        """Tell whether more chats are to be looked for in the store: of one sender's alone there may be thousands."""
        return self._unread and not self._left.is_full and self._left.sender_count < self._limits.resumed_chats

    async def _read(self) -> None:
        """Look for more chats of which the store holds updates."""
        while self._is_to_be_read():
            position = self._position
            if position is None:
                self._unknown = False
            page, end = await self._inbox.page(position, self._limits.page)
            are_known = [self._is_noted(received) for received in page]
            if all(are_known):
                self._position, self._unread = end, end is not None or self._unknown
            self._fill()

    def _is_noted(self, received: ReceivedUpdate) -> bool:
        """Note that the store has an update of a chat; False if there is no room for that."""
        chat_id = received.chat_id
        if chat_id in self._chats:
            self._chats[chat_id].has_more = True
            return True
        return chat_id in self._waiting or self._left.add(chat_id, sender_of(received))

    def _start(self, chat_id: int, chat: _Chat) -> None:
        """Begin to handle the updates of a chat."""
        if self._stopping:
            return
        self._chats[chat_id] = chat
        self._held[chat.sender_id] += 1
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
                self._charge(chat, sender_of(received))
                await self._settle(received, await self._handled(received))
        finally:
            del self._chats[chat_id]
            self._release(chat.sender_id)
            self._fill()

    def _charge(self, chat: _Chat, sender_id: int) -> None:
        """Count a chat among those of another sender."""
        if chat.sender_id != sender_id:
            self._release(chat.sender_id)
            self._held[sender_id] += 1
            chat.sender_id = sender_id
            self._fill()

    def _release(self, sender_id: int) -> None:
        """Count one chat less of a sender; whoever has none is not kept."""
        self._held[sender_id] -= 1
        if not self._held[sender_id]:
            del self._held[sender_id]

    async def _handled(self, received: ReceivedUpdate) -> TurnEnd:
        """Handle an update, and return how its turn ended."""
        turn = turn_of(received)
        self._in_hand[received.update_id] = received
        try:
            turn.end = await self._handle(turn)
        except Exception as error:  # noqa: BLE001 - left as it is, it would be read from the store again and again
            turn.end = await end_failed(turn, error, self._inbox, self._counts)
        finally:
            del self._in_hand[received.update_id]
        return turn.end

    async def _refill(self, chat_id: int, chat: _Chat) -> None:
        """Read the next updates of a chat from the store."""
        besides = self._postponements.of_chat(chat_id)
        chat.missed = 0
        found, has_more = await self._inbox.waiting(chat_id, self._limits.updates_of_a_chat, besides)
        chat.queue.extend(each for each in found if each.update_id not in self._dropped)
        chat.has_more = has_more or chat.missed > 0

    async def _settle(self, received: ReceivedUpdate, end: TurnEnd) -> None:
        """Drop what an update supersedes, and keep one that is postponed."""
        is_dropped = received.update_id in self._dropped
        self._dropped.discard(received.update_id)
        superseded: ReceivedUpdate | None
        if isinstance(end, Postponed) and end.subject.kind == SubjectKind.VOTE and is_dropped:
            superseded = received
        elif isinstance(end, Postponed):
            # That may be this one itself, where there are too many.
            superseded = self._postponements.put(received, end)
        else:
            subject = end.subject if isinstance(end, Superseding) else self._postponements.due(received.update_id)
            superseded = self._postponements.discard(subject) if subject is not None else None
            if superseded is not None and superseded.update_id == received.update_id:
                superseded = None
        if superseded is not None:
            self._counts["superseded"] += 1
            await self._drop(superseded)
        if isinstance(end, Superseding):
            # Now only: after a crash amid this, it is the last one that is handled again.
            await self._inbox.mark_done(received.update_id)

    async def forget_votes(self, person_id: int) -> None:
        """Cast no vote of a person's that is postponed."""
        votes = self._postponements.discard_all(SubjectKind.VOTE, person_id)
        # All before the first is dropped: meanwhile the others could be read again, or postponed by their handlers.
        self._dropped.update(each.update_id for each in votes)
        self._dropped.update(number for number, each in self._in_hand.items() if sender_of(each) == person_id)
        for received in votes:
            await self._drop(received)

    async def _drop(self, received: ReceivedUpdate) -> None:
        """End what was postponed; its time may have come meanwhile."""
        self._dropped.add(received.update_id)
        chat = self._chats.get(received.chat_id)
        if chat is not None:
            chat.queue = deque(each for each in chat.queue if each.update_id != received.update_id)
        await self._inbox.mark_done(received.update_id)
        if received.update_id not in self._in_hand:
            self._dropped.discard(received.update_id)

    def _resume_postponed(self, received: ReceivedUpdate) -> None:
        """Handle what was postponed, as of now."""
        received = replace(received, sent_at=self._clock.now() + 1)
        chat = self._chats.get(received.chat_id)
        if chat is not None:
            chat.queue.append(received)
        else:
            has_more = self._is_known(received.chat_id)
            self._start(received.chat_id, _Chat(sender_of(received), deque([received]), has_more=has_more))
            self._waiting.discard(received.chat_id)
            self._left.discard(received.chat_id)
