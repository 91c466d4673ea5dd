"""Requests at the start, when the network may not be there yet and a setting may be wrong."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application
from yarl import URL

from bot.errors import RequestRefused, SelonError, SettingsError, TelegramUnreachable, WrongToken

_LOG = logging.getLogger(__name__)
_PAUSE = 1.0

_Result = TypeVar("_Result")


@asynccontextmanager
async def connected_application(
    application: Application[Any, Any, Any, Any, Any, Any], root: str, patience: float
) -> AsyncIterator[None]:
    """Connect and start an application, and stop it at the end of the block.

    Args:
        application: Not yet initialized.
        root: The Bot API's address, as it is set.
        patience: Seconds to try.

    Raises:
        SelonError: As `request_at_start`.
    """
    try:
        await request_at_start(root, patience, "getMe", application.initialize)
        await application.start()
        yield
    finally:
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()


async def request_at_start(
    root: str, patience: float, method: str, request: Callable[[], Awaitable[_Result]]
) -> _Result:
    """Return the result of a request at the start; a network that is not there yet is waited for.

    Args:
        root: The Bot API's address, as it is set; its name and password are not shown.
        patience: Seconds to try.
        method: Of the Bot API; only getMe, which comes first, tells whether the token is one.
        request: Makes the request.

    Raises:
        WrongToken: Telegram does not know the token.
        RequestRefused: Telegram refuses the request for good; a SettingsError where the reason is a setting.
        TelegramUnreachable: It could not be made for so long.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            return await request()
        except TelegramError as error:
            if isinstance(error, InvalidToken) and method == "getMe":
                raise WrongToken from error
            if isinstance(error, BadRequest | Forbidden):
                raise _refused(method, error.message) from error
            if time.monotonic() >= deadline:
                address = URL(root).with_user(None)
                raise TelegramUnreachable(str(address), patience, str(error)) from error
            _LOG.warning("Telegram is not reached (%s); trying again.", error)
            await asyncio.sleep(_PAUSE)


def _refused(method: str, description: str) -> SelonError:
    """Return the error of a refused request, which names the setting that Telegram's sentence is about, if any."""
    words = description.lower()
    if method == "setWebhook" and "webhook" in words:
        return SettingsError("WEBHOOK_URL", f"is refused by Telegram ({description}).")
    if method == "setWebhook" and "secret token" in words:
        return SettingsError("WEBHOOK_SECRET", f"is refused by Telegram ({description}).")
    if "logged out" in words:
        return SettingsError("TELEGRAM_API_URL", f"names a server that the bot has left ({description}): set another.")
    return RequestRefused(method, description)
