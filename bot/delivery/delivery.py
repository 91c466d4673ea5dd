"""Requests to Telegram that somebody sees: paced, a few at a time, and a message at most once.

Telegram knows no key that would make a repeated `sendMessage` harmless. So "sending" is committed before a message is
written, and "done" after Telegram has said that it has it; between the two, its fate is open. A request that was
never written or was refused is sent again; one that was written and not answered is not.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Generic, TypeVar

from telegram.error import ChatMigrated, TelegramError

from bot.backoff import Backoff
from bot.chat_settings_cache import ChatSettingsCache
from bot.clock import MachineClock
from bot.delivery.failures import Failure, Fate, failure_of
from bot.delivery.pace import Pace
from bot.delivery.transport import RequestUnanswered
from bot.logs import error_location
from bot.store.chats import CLOSED_SECONDS
from bot.store.errors import StoreUnavailable
from bot.store.inbox import UpdateState
from bot.store.replies import QuestionMessage, SentReply
from bot.store.store import Store
from bot.turn import Ended, Turn, TurnOver

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_BRIEF_TRIES = 3
# However many buttons are pressed, connections are left for messages and for the poll.
_MOST_BRIEF = 6
BRIEF_SECONDS = 5.0
"""Seconds for which a brief answer is tried: then whoever pressed a button looks at it no longer."""
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class SentMessage:
    """The place of a message of the bot.

    Attributes:
        chat_id: In which chat.
        message_id: The message's id in that chat.
    """

    chat_id: int
    message_id: int


class Delivery:
    """The sender of the handlers' requests.

    Args:
        store: Keeps which messages are on their way; the handle that waits until the database takes them.
        chat_settings: The settings of chats: they move along with a group that becomes a supergroup.
        pace: The rates at which to send.
        lanes: The number of messages that may be on their way at once.
        counts: Numbers of events, by a short name.
        machine: This machine's clocks.

    Attributes:
        news: Set when the fate of another message is unknown.
    """

    def __init__(
        self,
        store: Store,
        chat_settings: ChatSettingsCache,
        pace: Pace,
        lanes: int,
        counts: Counter[str],
        *,
        machine: MachineClock = time,
    ) -> None:
        self._machine = machine
        self.news = asyncio.Event()
        self._store = store
        self._chat_settings = chat_settings
        self._pace = pace
        self._lanes = asyncio.Semaphore(lanes)
        self._brief = asyncio.Semaphore(_MOST_BRIEF)
        self._counts = counts
        self._closed: dict[int, float] | None = None
        self._critical: set[asyncio.Task[object]] = set()

    async def send_once(
        self,
        turn: Turn,
        chat_id: int | None,
        request: Callable[[int], Awaitable[_Result]],
        question_message: QuestionMessage | None = None,
    ) -> _Result | None:
        """Return the result of a request that must not be repeated; None if the chat is closed, or the fate unknown.

        Args:
            turn: Of the update that it answers, which is handled with it.
            chat_id: The chat that it goes to; None for one that the bot is not in: that is never closed.
            request: Makes the request to a chat, which is another one where a group became a supergroup; 0 for none.
            question_message: The message that it answers, to be remembered with it.

        Raises:
            BadRequest: Telegram refuses it for good.
            TurnOver: Another message has ended the turn.
        """
        if isinstance(turn.end, Ended):
            raise TurnOver(turn.update_id, turn.end.state)
        backoff = _backoff()
        while True:
            if chat_id is not None and await self._is_closed(chat_id):
                return None
            await self._pace.acquire(chat_id or 0)
            async with self._lanes:
                outcome = await self._shielded(self._attempt(turn, chat_id or 0, request, question_message))
            if not isinstance(outcome, Failure):
                await outcome.stored
                turn.end = Ended(UpdateState.DONE)
                return outcome.result
            if isinstance(outcome.error, ChatMigrated):
                chat_id = outcome.error.new_chat_id
                continue
            if outcome.fate is Fate.UNKNOWN:
                return None
            if not await self._may_repeat(outcome, backoff, chat_id):
                return None

    async def send_repeatable(self, chat_id: int, request: Callable[[], Awaitable[_Result]]) -> _Result | None:
        """Return the result of a request that may be repeated (an edit, a deletion); None if the chat is closed.

        Raises:
            BadRequest: Telegram refuses it for good.
        """
        backoff = _backoff()
        while True:
            await self._pace.acquire(chat_id)
            async with self._lanes:
                try:
                    return await request()
                except TelegramError as error:
                    failure = failure_of(error)
            if not await self._may_repeat(failure, backoff, chat_id):
                return None

    async def send_brief(
        self, request: Callable[[], Awaitable[_Result]], *, patience: float = BRIEF_SECONDS
    ) -> _Result | None:
        """Return the result of an answer that is worth nothing later (a toast, inline results); None if it failed.

        Args:
            request: Makes the request.
            patience: Seconds to wait while as many as may be are on their way; at 0 it is given up then.

        Raises:
            BadRequest: Telegram refuses it.
        """
        backoff = _backoff()
        for _ in range(_BRIEF_TRIES):
            if not await self._may_be_brief(patience):
                break
            try:
                return await request()
            except TelegramError as error:
                failure = failure_of(error)
            finally:
                self._brief.release()
            if failure.seconds is not None and failure.seconds > BRIEF_SECONDS:
                break
            if not await self._may_repeat(failure, backoff):
                break
        self._counts["given-up"] += 1
        return None

    async def _may_be_brief(self, patience: float) -> bool:
        try:
            async with asyncio.timeout(patience):
                await self._brief.acquire()
        except TimeoutError:
            return False
        return True

    async def open(self, chat_id: int) -> None:
        """Note that a chat lets the bot write: somebody writes in private, or lets the bot in again."""
        if (await self.closed_chats()).pop(chat_id, None) is not None:
            await self._store.chats.open(chat_id)

    async def close(self, chat_id: int) -> None:
        """Note that a chat does not let the bot write; an hour later it is tried again."""
        closed, now = await self.closed_chats(), self._machine.monotonic()
        closed.pop(chat_id, None)
        closed[chat_id] = now + CLOSED_SECONDS
        while (earliest := next(iter(closed))) != chat_id and closed[earliest] <= now:
            del closed[earliest]
        await self._store.chats.close(chat_id)

    @property
    def is_idle(self) -> bool:
        """True if no request is being sent that has to end."""
        return not self._critical

    async def wait_until_sent(self, patience: float) -> None:
        """Wait for the requests that are being sent, but no longer than some seconds."""
        if self._critical:
            await asyncio.wait(self._critical, timeout=patience)

    async def _attempt(
        self,
        turn: Turn,
        chat_id: int,
        request: Callable[[int], Awaitable[_Result]],
        question_message: QuestionMessage | None,
    ) -> _Delivered[_Result] | Failure:
        inbox, update_id = self._store.inbox, turn.update_id
        await inbox.mark_sending(update_id)
        try:
            result = await request(chat_id)
        except TelegramError as error:
            return await self._failed(failure_of(error), turn, chat_id, question_message)
        except Exception as error:  # noqa: BLE001 - whatever a library stumbles over in Telegram's answer
            unreadable = RequestUnanswered(f"The answer cannot be read: {type(error).__name__}")
            return await self._failed(failure_of(unreadable), turn, chat_id, question_message)
        sent = (
            SentReply(question_message, result.message_id)
            if question_message and isinstance(result, SentMessage)
            else None
        )
        # Writes are committed in the order in which they are handed over: the lane need not wait for this one.
        return _Delivered(result, self._shielded(self._mark_done(update_id, sent)))

    async def _mark_done(self, update_id: int, sent: SentReply | None) -> None:
        """Put down that a message was sent, without what is to be remembered with it if that is refused for good."""
        inbox = self._store.inbox
        try:
            await inbox.mark_done(update_id, sent)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - it was sent, whatever is wrong with the rest
            self._counts["failed-late"] += 1
            _LOG.error("Update %s: its reply was sent and cannot be remembered (%s).", update_id, error_location(error))
            await inbox.mark_done(update_id)

    async def _failed(
        self, failure: Failure, turn: Turn, chat_id: int, question_message: QuestionMessage | None
    ) -> Failure:
        inbox, update_id, error = self._store.inbox, turn.update_id, failure.error
        if failure.fate is Fate.UNKNOWN:
            self._counts["unknown-sends"] += 1
            _LOG.warning("Update %s: nobody knows whether its reply arrived (%s).", update_id, _cause(error))
            await inbox.mark_unknown(update_id, question_message)
            turn.end = Ended(UpdateState.UNKNOWN)
            self.news.set()
        else:
            await inbox.mark_not_sent(update_id)
        if isinstance(error, ChatMigrated):
            await self._chat_settings.migrate(chat_id, error.new_chat_id)
        return failure

    def _shielded(self, work: Coroutine[None, None, _Result]) -> asyncio.Future[_Result]:
        """Start a task that goes on even if whoever waits for its result is cancelled."""
        task: asyncio.Task[_Result] = asyncio.create_task(work)
        self._critical.add(task)
        task.add_done_callback(self._critical.discard)
        return asyncio.shield(task)

    async def _may_repeat(self, failure: Failure, backoff: Backoff, chat_id: int | None = None) -> bool:
        """Wait until a request may be made again, and return True; False at once if the chat takes none.

        Args:
            failure: The failure of the last one.
            backoff: Of this request, for where Telegram does not say how long to wait.
            chat_id: The chat that is to count as closed if it forbids the bot to write; none if None.

        Raises:
            TelegramError: Telegram refuses it for good.
        """
        if failure.fate in (Fate.WAIT, Fate.UNKNOWN):
            await self._wait(failure, backoff)
            return True
        if failure.fate is Fate.REFUSED:
            raise failure.error
        if chat_id is not None:
            await self._give_up(chat_id, failure.fate)
        return False

    async def _wait(self, failure: Failure, backoff: Backoff) -> None:
        """Wait as long as Telegram says, or a little longer each time; no lane is held meanwhile."""
        if failure.seconds is not None:
            self._counts["retry-after"] += 1
            await asyncio.sleep(failure.seconds)
            backoff.reset()
            return
        pause = backoff.pause()
        self._counts["sent-again"] += 1
        _LOG.warning("Telegram did not take a request (%s); trying again in %.1f s.", _cause(failure.error), pause)
        await asyncio.sleep(pause)

    async def _give_up(self, chat_id: int, fate: Fate) -> None:
        self._counts["closed"] += 1
        _LOG.info("A chat or topic does not let the bot write; nothing is sent there.")
        if fate is Fate.FORBIDDEN:
            await self.close(chat_id)

    async def _is_closed(self, chat_id: int) -> bool:
        until = (await self.closed_chats()).get(chat_id)
        return until is not None and self._machine.monotonic() < until

    async def closed_chats(self) -> dict[int, float]:
        """Return the chats that do not let the bot write, by the monotonic time until which that is believed."""
        if self._closed is None:
            closed = await self._store.chats.closed_chats()
            now, wall = self._machine.monotonic(), self._machine.time()
            until = ((_left(wall - since), chat_id) for chat_id, since in closed.items())
            self._closed = {chat_id: now + left for left, chat_id in sorted(until) if left}
        return self._closed


@dataclass(frozen=True, slots=True)
class _Delivered(Generic[_Result]):
    """An answer of Telegram's, and a future that ends once the store has it."""

    result: _Result
    stored: asyncio.Future[None]


def _backoff() -> Backoff:
    return Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)


def _left(elapsed: float) -> float:
    """Return for how many seconds a chat still counts as closed; 0 where a clock ran ahead when it was closed."""
    return max(0.0, CLOSED_SECONDS - elapsed) if elapsed >= 0 else 0.0


def _cause(error: TelegramError) -> str:
    return type(error.__cause__ or error).__name__
