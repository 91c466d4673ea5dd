"""The choice of what receives updates: the webhook if there is an address for one, else long polling."""

from __future__ import annotations

import inspect
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from urllib.parse import urlsplit

from telegram.ext import ExtBot

from bot.delivery.startup import request_at_start
from bot.errors import SettingsError
from bot.health_file import HealthFile
from bot.settings import Settings
from bot.updates.polling import Polling, PollingPauses
from bot.updates.reception import Reception


@asynccontextmanager
async def receiving(
    bot: ExtBot[None],
    settings: Settings,
    reception: Reception,
    *,
    allowed_updates: Sequence[str],
    can_write: Callable[[], Awaitable[bool]],
    patience: float,
    health_file: HealthFile | None,
    pauses: PollingPauses,
) -> AsyncIterator[Coroutine[None, None, None]]:
    """Tell Telegram how it is to bring updates, and give what receives them while the block lasts.

    Args:
        bot: Connected.
        settings: Of this run.
        reception: Takes the updates.
        allowed_updates: The kinds to ask for.
        can_write: Tells whether an update could be stored now, for the webhook's page about the bot's health.
        patience: The seconds for which to try to reach Telegram.
        health_file: Touched after every successful poll.
        pauses: After polls that failed.

    Raises:
        SettingsError: The webhook's address or secret is refused, its port cannot be had, or the extra is missing.
        RequestRefused: Telegram refuses it for good for another reason.
        TelegramUnreachable: Telegram could not be reached for so long.
    """
    root = settings.telegram_api_url
    if settings.webhook_url is None:
        await request_at_start(root, patience, "deleteWebhook", bot.delete_webhook)
        polling = Polling(bot.request, bot.base_url, allowed_updates, reception.take, health_file, pauses=pauses)
        with _closed_unless_begun(polling.run()) as receiver:
            yield receiver
        return
    webhook_url, secret = settings.webhook_url, settings.secret() or secrets.token_urlsafe(32)
    try:
        from bot.updates.webhook import Webhook, listening
    except ImportError as error:
        raise SettingsError(
            "WEBHOOK_URL", "needs the extra server: pip install 'selon[server]', or leave it unset."
        ) from error

    webhook = Webhook(urlsplit(webhook_url).path or "/", secret, reception, can_write)
    with listening(settings.webhook_listen) as listener:
        # Whoever connects before it is served waits in the listener's queue.
        await request_at_start(
            root,
            patience,
            "setWebhook",
            lambda: bot.set_webhook(webhook_url, secret_token=secret, allowed_updates=allowed_updates),
        )
        with _closed_unless_begun(webhook.run(listener)) as receiver:
            yield receiver


@contextmanager
def _closed_unless_begun(work: Coroutine[Any, Any, None]) -> Iterator[Coroutine[Any, Any, None]]:
    """Close a coroutine that nobody has begun to await: the stop came before."""
    try:
        yield work
    finally:
        if inspect.getcoroutinestate(work) == inspect.CORO_CREATED:
            work.close()
