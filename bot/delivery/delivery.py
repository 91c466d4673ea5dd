"""Requests to Telegram that somebody sees: paced, a few at a time, and a message at most once.

Telegram knows no key that would make a repeated `sendMessage` harmless. So "sending" is committed before a message is
written, and "done" after Telegram has said that it has it; between the two, its fate is open. A request that was
never written or was refused is sent again; one that was written and not answered is not.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.chat_settings_cache import ChatSettingsCache
from bot.delivery.pace import Pace
from bot.delivery.transport import Unanswered, waiting_time
from bot.store.chats import CLOSED_SECONDS
from bot.store.errors import StoreUnavailable
from bot.store.inbox import State
from bot.store.replies import QuestionMessage, Sent
from bot.store.store import Store
from bot.turn import Turn

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_BRIEF_TRIES = 3
# However many buttons are pressed, connections are left for messages and for the poll.
_MOST_BRIEF = 6
BRIEF_SECONDS = 5.0
"""How long a brief answer is waited for: then whoever pressed a button looks at it no longer."""
# A chat, topic or person that the bot may not write to just now, as the Bot API says it besides 403. A refusal that
# Telegram's servers name in capitals comes as 400, even where it is 403 for them.
_CLOSED = (
    "not enough rights",
    "have no rights to send",
    "have no write access",
    "need administrator rights",
    "chat not found",
    "channel not found",
    "user not found",
    "group chat was deactivated",
    "group chat is deactivated",
    "message thread not found",
    "bot was kicked",
    "bot was blocked",
    "bot is not a member",
    "bot can't initiate conversation",
    "bot can't send messages to",
    "user is deactivated",
    "topic_closed",
    "topic_deleted",
    "topic_id_invalid",
    "chat_restricted",
    "chat_forbidden",
    "chat_admin_required",
    "chat_id_invalid",
    "peer_id_invalid",
    "channel_private",
    "channel_invalid",
    "input_user_deactivated",
    "user_deactivated",
    "user_is_blocked",
    "user_is_bot",
    "user_id_invalid",
    "user_banned_in_channel",
    "user_not_participant",
    "user_restricted",
    "you_blocked_user",
    "privacy_premium_required",
    "allow_payment_required",
    "right_forbidden",
    "voice_messages_forbidden",
)
# chat_write_forbidden, chat_send_plain_forbidden, chat_guest_send_forbidden and their kind.
_CLOSED_KIND = re.compile(r"\bchat_(?:\w+_)?forbidden\b")

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class SentMessage:
    """Where a message of the bot stands.

    Attributes:
        chat_id: In which chat.
        message_id: Which it is.
    """

    chat_id: int
    message_id: int


class Fate(Enum):
    """What became of a request that failed."""

    REFUSED = auto()
    CLOSED = auto()
    FORBIDDEN = auto()
    WAIT = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a request failed.

    Attributes:
        fate: What became of it.
        error: As python-telegram-bot tells it.
        seconds: How long Telegram asks to wait; None where it does not say.
    """

    fate: Fate
    error: TelegramError
    seconds: float | None = None


class Delivery:
    """Sends for the handlers.

    Args:
        store: Where what is on its way is put down.
        chat_settings: What chats have settled: it moves along with a group that becomes a supergroup.
        pace: How fast to send.
        lanes: How many messages may be on their way at once.
        counts: How often what happened, by a short name.

    Attributes:
        news: Set when the fate of another message is unknown.
    """

    def __init__(
        self, store: Store, chat_settings: ChatSettingsCache, pace: Pace, lanes: int, counts: Counter[str]
    ) -> None:
        self.news = asyncio.Event()
        self._store = store
        self._chat_settings = chat_settings
        self._pace = pace
        self._lanes = asyncio.Semaphore(lanes)
        self._brief = asyncio.Semaphore(_MOST_BRIEF)
        self._counts = counts
        self._closed: dict[int, float] | None = None
        self._critical: set[asyncio.Task[object]] = set()

    async def once(
        self,
        turn: Turn,
        chat_id: int | None,
        request: Callable[[int], Awaitable[Result]],
        question: QuestionMessage | None = None,
    ) -> Result | None:
        """The result of a request that must not be repeated; None if the chat is closed, or the fate unknown.

        Args:
            turn: Of the update that it answers, which is handled with it.
            chat_id: Where it goes; None for one that the bot is not in: that is never closed.
            request: Makes the request to a chat, which is another one where a group became a supergroup; 0 for none.
            question: What it answers, to be remembered with it.

        Raises:
            BadRequest: Telegram refuses it for good.
        """
        pause = _FIRST_PAUSE
        while True:
            if chat_id is not None and await self._is_closed(chat_id):
                return None
            await self._pace.turn(chat_id or 0)
            async with self._lanes:
                outcome = await self._seen_through(self._attempt(turn, chat_id or 0, request, question))
            if not isinstance(outcome, Failure):
                await outcome.put_down
                turn.end = State.DONE
                return outcome.result
            if isinstance(outcome.error, ChatMigrated):
                chat_id = outcome.error.new_chat_id
                continue
            if outcome.fate is Fate.UNKNOWN:
                return None
            waited = await self._before_another(outcome, pause, chat_id)
            if waited is None:
                return None
            pause = waited

    async def repeatable(self, chat_id: int, request: Callable[[], Awaitable[Result]]) -> Result | None:
        """The result of a request that may be repeated (an edit, a deletion); None if the chat is closed.

        Raises:
            BadRequest: Telegram refuses it for good.
        """
        pause: float | None = _FIRST_PAUSE
        while pause is not None:
            await self._pace.turn(chat_id)
            async with self._lanes:
                try:
                    return await request()
                except TelegramError as error:
                    failure = failure_of(error)
            pause = await self._before_another(failure, pause, chat_id)
        return None

    async def brief(
        self, request: Callable[[], Awaitable[Result]], *, patience: float = BRIEF_SECONDS
    ) -> Result | None:
        """The result of an answer that is worth nothing later (a toast, a list of results); None if it failed.

        Args:
            request: Makes the request.
            patience: How many seconds to wait while as many as may be are on their way; at 0 it is given up then.

        Raises:
            BadRequest: Telegram refuses it.
        """
        pause = _FIRST_PAUSE
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
            waited = await self._before_another(failure, pause)
            if waited is None:
                break
            pause = waited
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
        """Whoever writes in private, or lets the bot in again, can be written to."""
        if (await self._closed_chats()).pop(chat_id, None) is not None:
            await self.put_down(lambda: self._store.chats.open(chat_id))

    async def close(self, chat_id: int) -> None:
        """A chat does not let the bot write."""
        closed, now = await self._closed_chats(), time.monotonic()
        closed.pop(chat_id, None)
        closed[chat_id] = now + CLOSED_SECONDS
        while (earliest := next(iter(closed))) != chat_id and closed[earliest] <= now:
            del closed[earliest]
        await self.put_down(lambda: self._store.chats.close(chat_id))

    async def finish(self, patience: float) -> None:
        """Waits for what is on its way, but no longer than some seconds."""
        if self._critical:
            await asyncio.wait(self._critical, timeout=patience)

    async def put_down(self, write: Callable[[], Awaitable[Result]]) -> Result:
        """The result of a write, tried until the database takes it: a full disk loses nothing."""
        pause = _FIRST_PAUSE
        while True:
            try:
                return await write()
            except StoreUnavailable as error:
                self._counts["not-stored"] += 1
                _LOG.error("The database cannot be written (%s); trying again in %.1f s.", error.reason, pause)
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, 2 * pause)

    async def _attempt(
        self, turn: Turn, chat_id: int, request: Callable[[int], Awaitable[Result]], question: QuestionMessage | None
    ) -> _Delivered[Result] | Failure:
        inbox, update_id = self._store.inbox, turn.update_id
        await self.put_down(lambda: inbox.sending(update_id))
        try:
            result = await request(chat_id)
        except TelegramError as error:
            return await self._put_down_failure(failure_of(error), turn, chat_id, question)
        except Exception:
            # What goes wrong before the request is made; once made, it is a TelegramError.
            await self.put_down(lambda: inbox.not_sent(update_id))
            raise
        sent = Sent(question, result.message_id) if question and isinstance(result, SentMessage) else None
        # Writes are committed in the order in which they are handed over: the lane need not wait for this one.
        return _Delivered(result, self._seen_through(self.put_down(lambda: inbox.done(update_id, sent))))

    async def _put_down_failure(
        self, failure: Failure, turn: Turn, chat_id: int, question: QuestionMessage | None
    ) -> Failure:
        inbox, update_id, error = self._store.inbox, turn.update_id, failure.error
        if failure.fate is Fate.UNKNOWN:
            self._counts["unknown-sends"] += 1
            _LOG.warning("Update %s: nobody knows whether its reply arrived (%s).", update_id, _cause(error))
            await self.put_down(lambda: inbox.unknown(update_id, question))
            turn.end = State.UNKNOWN
            self.news.set()
        else:
            await self.put_down(lambda: inbox.not_sent(update_id))
        if isinstance(error, ChatMigrated):
            moved_to = error.new_chat_id
            await self.put_down(lambda: self._chat_settings.migrate(chat_id, moved_to))
        return failure

    def _seen_through(self, work: Coroutine[None, None, Result]) -> asyncio.Future[Result]:
        """The result of what is begun now and seen through, even if whoever waits for it is stopped."""
        task: asyncio.Task[Result] = asyncio.create_task(work)
        self._critical.add(task)
        task.add_done_callback(self._critical.discard)
        return asyncio.shield(task)

    async def _before_another(self, failure: Failure, pause: float, chat_id: int | None = None) -> float | None:
        """Waits until a request may be made again, and returns the next pause; None if the chat takes none.

        Args:
            failure: What became of the last one.
            pause: How many seconds to wait where Telegram does not say.
            chat_id: The chat that is to count as closed if it forbids the bot to write; none if None.

        Raises:
            TelegramError: Telegram refuses it for good.
        """
        if failure.fate in (Fate.WAIT, Fate.UNKNOWN):
            return await self._wait(failure, pause)
        if failure.fate is Fate.REFUSED:
            raise failure.error
        if chat_id is not None:
            await self._give_up(chat_id, failure.fate)
        return None

    async def _wait(self, failure: Failure, pause: float) -> float:
        """Waits as long as Telegram says, or a little longer each time; no lane is held meanwhile."""
        if failure.seconds is not None:
            self._counts["retry-after"] += 1
            await asyncio.sleep(failure.seconds)
            return _FIRST_PAUSE
        self._counts["sent-again"] += 1
        _LOG.warning("Telegram did not take a request (%s); trying again in %.1f s.", _cause(failure.error), pause)
        await asyncio.sleep(pause)
        return min(_LONGEST_PAUSE, 2 * pause)

    async def _give_up(self, chat_id: int, fate: Fate) -> None:
        self._counts["closed"] += 1
        _LOG.info("A chat or topic does not let the bot write; nothing is sent there.")
        if fate is Fate.FORBIDDEN:
            await self.close(chat_id)

    async def _is_closed(self, chat_id: int) -> bool:
        until = (await self._closed_chats()).get(chat_id)
        return until is not None and time.monotonic() < until

    async def _closed_chats(self) -> dict[int, float]:
        """The chats that do not let the bot write, with the monotonic time until which that is believed, by that."""
        if self._closed is None:
            closed = await self.put_down(self._store.chats.closed)
            now, until = time.monotonic(), ((_left(time.time() - since), chat_id) for chat_id, since in closed.items())
            self._closed = {chat_id: now + left for left, chat_id in sorted(until) if left}
        return self._closed


@dataclass(frozen=True, slots=True)
class _Delivered(Generic[Result]):
    """What Telegram answered, and what waits until that is put down."""

    result: Result
    put_down: asyncio.Future[None]


def failure_of(error: TelegramError) -> Failure:
    """Tell what became of a request that failed.

    Only what the Bot API itself says tells that Telegram has not done it, be it 5xx; a gateway's page does not.
    """
    match error:
        case RetryAfter():
            return Failure(Fate.WAIT, error, waiting_time(error))
        case Forbidden():
            return Failure(Fate.FORBIDDEN, error)
        case BadRequest() if says(error, _CLOSED) or _CLOSED_KIND.search(error.message.lower()):
            return Failure(Fate.CLOSED, error)
        case BadRequest() | ChatMigrated():
            return Failure(Fate.REFUSED, error)
        case Unanswered():
            return Failure(Fate.UNKNOWN, error)
        case NetworkError() | InvalidToken():
            return Failure(Fate.WAIT, error)
    return Failure(Fate.UNKNOWN, error)


def says(error: TelegramError, texts: tuple[str, ...]) -> bool:
    """Whether Telegram's sentence holds one of some texts, which are in small letters."""
    message = error.message.lower()
    return any(text in message for text in texts)


def _left(elapsed: float) -> float:
    """For how many seconds more a chat counts as closed that has been so for some; not if by a clock that ran ahead."""
    return max(0.0, CLOSED_SECONDS - elapsed) if elapsed >= 0 else 0.0


def _cause(error: TelegramError) -> str:
    return type(error.__cause__ or error).__name__
