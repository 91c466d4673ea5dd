"""Long polling that keeps updates as Telegram wrote them.

python-telegram-bot's own updater asks for the same batch for ever if one update in it cannot be parsed;
here each is parsed by itself, later.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.backoff import Backoff
from bot.delivery.transport import GarbledResponse, waiting_time
from bot.errors import SecondInstance
from bot.health_file import HealthFile
from bot.store.errors import StoreUnavailable
from bot.store.inbox import RawUpdate
from bot.updates.reception import is_numbered

_LOG = logging.getLogger(__name__)
_POLL_SECONDS = 25
_MOST_AT_ONCE = 100
_TRIES = 3
_FIRST_NUMBER = re.compile(rb'"result"\s*:\s*\[\s*\{\s*"update_id"\s*:\s*(-?\d{1,18})\b')


@dataclass(frozen=True, slots=True)
class PollingPauses:
    """The pauses after polls that failed, in seconds.

    Attributes:
        first: After the first failure; each that follows doubles it.
        longest: No pause exceeds it.
        longest_wait: No wait that Telegram asks for exceeds it.
        overlap: Another process may receive the same bot's updates for so long, as the old one does for a moment after
            an update.
        overlap_pause: After a poll that another process has ended.
    """

    first: float = 1.0
    longest: float = 30.0
    longest_wait: float = 600.0
    overlap: float = 60.0
    overlap_pause: float = 3.0


PAUSES = PollingPauses()


class Polling:
    """A loop of polls for updates, each of which confirms what the one before it brought.

    Args:
        request: The connections to use; a poll occupies one of them.
        base_url: The Bot API's address with the token, which has worked.
        allowed_updates: The kinds to ask for; Telegram remembers the last list, so it is always sent.
        receive: Takes raw updates; what it has returned from is confirmed.
        health_file: Touched after every successful poll.
        pauses: After polls that failed.
    """

    def __init__(
        self,
        request: BaseRequest,
        base_url: str,
        allowed_updates: Sequence[str],
        receive: Callable[[Sequence[RawUpdate]], Awaitable[None]],
        health_file: HealthFile | None = None,
        *,
        pauses: PollingPauses = PAUSES,
    ) -> None:
        self._pauses = pauses
        self._health_file = health_file
        self._request = request
        self._url = f"{base_url}/getUpdates"
        self._allowed_updates = list(allowed_updates)
        self._receive = receive
        self._offset: int | None = None
        self._overlap = _Overlap(pauses.overlap)
        self._unreadable = _Unreadable()

    async def run(self) -> None:
        """Poll until cancelled.

        A token that is refused now has worked before: a server that is being set up anew, or a proxy, may refuse it for
        a while, and nothing that is asked for later is lost.

        Raises:
            SecondInstance: Another process has been polling with the same token for a minute.
        """
        backoff = Backoff(self._pauses.first, self._pauses.longest)
        while True:
            try:
                updates = await self._updates()
                await self._receive(updates)
            except TelegramError as error:
                await asyncio.sleep(self._pause_after(error, backoff))
            except StoreUnavailable as error:
                pause = backoff.pause()
                _LOG.error("Updates could not be stored (%s); they are asked for again in %.0f s.", error.reason, pause)
                await asyncio.sleep(pause)
            else:
                backoff.reset()
                if self._health_file is not None:
                    self._health_file.touch()
                numbers = [update["update_id"] for update in updates if is_numbered(update)]
                if numbers:
                    self._offset = numbers[-1] + 1
                elif updates:
                    # Nothing of it can be confirmed: the same would come again at once.
                    await asyncio.sleep(self._pauses.first)

    async def _updates(self) -> list[RawUpdate]:
        parameters: dict[str, Any] = {"timeout": _POLL_SECONDS, "allowed_updates": json.dumps(self._allowed_updates)}
        if self._offset is not None:
            parameters["offset"] = self._offset
        if self._unreadable.is_near:
            parameters["limit"] = 1
        try:
            result = await self._request.post(f"{self._url}?{urlencode(parameters)}", read_timeout=_POLL_SECONDS + 10)
        except GarbledResponse as error:
            number = self._unreadable.given_up(error)
            if number is None:
                raise
            _LOG.error("Update %d cannot be read; it is left out.", number)
            # Of a kind that no message is: it is quarantined as whatever cannot be parsed.
            return [{"update_id": number, "message": "unreadable"}]
        updates = result if isinstance(result, list) else []
        self._unreadable.passed(len(updates))
        return updates

    def _pause_after(self, error: TelegramError, backoff: Backoff) -> float:
        """Say how many seconds to wait after a poll that failed, and log why.

        Raises:
            SecondInstance: As `run`.
        """
        pause = self._next_pause(error, backoff)
        if isinstance(error, Conflict):
            self._overlap.goes_on(error)
            _LOG.warning("Another process receives this bot's updates; the next poll is in %.0f s.", pause)
        elif isinstance(error, InvalidToken):
            _LOG.error(
                "Telegram refuses the token (%s), which has worked; the next poll is in %.0f s. "
                "If it was revoked, set TELEGRAM_BOT_TOKEN to the new one and start again.",
                error.message,
                pause,
            )
        else:
            reason = str(error) if isinstance(error, GarbledResponse) else type(error).__name__
            _LOG.warning("Telegram did not answer a poll (%s); the next is in %.0f s.", reason, pause)
        return pause

    def _next_pause(self, error: TelegramError, backoff: Backoff) -> float:
        if isinstance(error, RetryAfter):
            return min(self._pauses.longest_wait, waiting_time(error))
        if isinstance(error, Conflict):
            return self._pauses.overlap_pause
        return backoff.pause() if isinstance(error, NetworkError | InvalidToken) else self._pauses.longest


class _Overlap:
    """The time during which another process polls too; the two of them end each other's polls in turn.

    Args:
        most: Seconds that it may last.
    """

    def __init__(self, most: float) -> None:
        self._most = most
        self._since = self._last = float("-inf")

    def goes_on(self, error: Conflict) -> None:
        """Note that there is another process now.

        Raises:
            SecondInstance: It has been there for too long.
        """
        now = time.monotonic()
        if now - self._last > self._most:
            self._since = now
        self._last = now
        if now - self._since >= self._most:
            raise SecondInstance from error


class _Unreadable:
    """The update that makes an answer unreadable: asked for one at a time, it comes alone."""

    def __init__(self) -> None:
        self._near = 0
        self._number: int | None = None
        self._tries = 0

    @property
    def is_near(self) -> bool:
        """True as long as updates are to be asked for one at a time."""
        return self._near > 0

    def passed(self, count: int) -> None:
        """Note that an answer could be read, with some updates."""
        self._near = self._near - 1 if count else 0

    def given_up(self, error: GarbledResponse) -> int | None:
        """Return the number of the update that came alone, again and again, and cannot be read; None if unknown yet."""
        found = _FIRST_NUMBER.search(error.beginning) if 200 <= error.status < 300 else None
        if found is None:
            return None
        number = int(found[1])
        self._tries = self._tries + 1 if self.is_near and number == self._number else 0
        self._near, self._number = _MOST_AT_ONCE, number
        if self._tries < _TRIES:
            return None
        self._near = 0
        return number
