"""Long polling that keeps updates as Telegram wrote them.

python-telegram-bot's own updater asks for the same batch for ever if one update in it cannot be parsed;
here each is parsed by itself, later.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.errors import SecondInstance, WrongToken
from bot.reception import is_numbered
from bot.store.errors import StoreUnavailable
from bot.store.inbox import RawUpdate
from bot.transport import waiting_time

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_POLL_SECONDS = 25


class Polling:
    """Asks for updates, hands them on, and confirms them with the next request.

    Args:
        request: The connections to use; a poll occupies one of them.
        base_url: The Bot API's address with the token.
        allowed_updates: The kinds to ask for; Telegram remembers the last list, so it is always sent.
        receive: Takes raw updates; what it has returned from is confirmed.
        health_file: Touched after every successful poll; a file left from an earlier run is removed.
    """

    def __init__(
        self,
        request: BaseRequest,
        base_url: str,
        allowed_updates: Sequence[str],
        receive: Callable[[Sequence[RawUpdate]], Awaitable[None]],
        health_file: Path | None = None,
    ) -> None:
        self._health_file = health_file
        if health_file is not None:
            health_file.unlink(missing_ok=True)
        self._request = request
        self._url = f"{base_url}/getUpdates"
        self._allowed_updates = list(allowed_updates)
        self._receive = receive
        self._offset: int | None = None

    async def run(self) -> None:
        """Polls until it is cancelled.

        Raises:
            SecondInstance: Another process polls with the same token.
            WrongToken: Telegram no longer knows the token.
        """
        pause = 0.0
        while True:
            try:
                updates = await self._updates()
                await self._receive(updates)
                pause = 0.0
                if self._health_file is not None:
                    self._health_file.touch()
            except Conflict as error:
                raise SecondInstance from error
            except InvalidToken as error:
                raise WrongToken from error
            except TelegramError as error:
                pause = _next_pause(error, pause)
                _LOG.warning("Telegram did not answer a poll (%s); the next is in %.0f s.", type(error).__name__, pause)
                await asyncio.sleep(pause)
            except StoreUnavailable as error:
                pause = _longer(pause)
                _LOG.error("Updates could not be stored (%s); they are asked for again in %.0f s.", error.reason, pause)
                await asyncio.sleep(pause)
            else:
                numbers = [update["update_id"] for update in updates if is_numbered(update)]
                if numbers:
                    self._offset = numbers[-1] + 1
                elif updates:
                    # Nothing of it can be confirmed: the same would come again at once.
                    await asyncio.sleep(_FIRST_PAUSE)

    async def _updates(self) -> list[RawUpdate]:
        parameters: dict[str, Any] = {"timeout": _POLL_SECONDS, "allowed_updates": json.dumps(self._allowed_updates)}
        if self._offset is not None:
            parameters["offset"] = self._offset
        result = await self._request.post(f"{self._url}?{urlencode(parameters)}", read_timeout=_POLL_SECONDS + 10)
        return result if isinstance(result, list) else []


def _next_pause(error: TelegramError, pause: float) -> float:
    if isinstance(error, RetryAfter):
        return waiting_time(error)
    return _longer(pause) if isinstance(error, NetworkError) else _LONGEST_PAUSE


def _longer(pause: float) -> float:
    return min(_LONGEST_PAUSE, max(_FIRST_PAUSE, 2 * pause))
