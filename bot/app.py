"""The Telegram application: everything put together, started and stopped."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import time
from collections.abc import Coroutine
from typing import cast

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.dialogue.conversation import Dialogue
from bot.dispatch import Dispatch, RawUpdate
from bot.errors import TelegramUnreachable, WrongToken
from bot.handlers import buttons, commands, guest, inline, questions
from bot.handlers.context import Context, SelonApplication, Services
from bot.handlers.menu import publish_commands
from bot.polling import Polling
from bot.settings import Settings
from knowledge.library import Library

_LOG = logging.getLogger(__name__)
_ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "guest_message")
_STOP_SECONDS = 5
_CONNECTIONS = 8
# python-telegram-bot's waits as timedeltas, as its next major version gives them.
os.environ.setdefault("PTB_TIMEDELTA", "1")


def build_application(settings: Settings, library: Library) -> SelonApplication:
    """The application with its handlers, not yet started.

    Raises:
        SettingsError: There is no token.
        WrongToken: The token has not even the form of one.
    """
    try:
        bot: ExtBot[None] = ExtBot(
            settings.token(),
            base_url=f"{settings.telegram_api_url}/bot",
            base_file_url=f"{settings.telegram_api_url}/file/bot",
            request=HTTPXRequest(connection_pool_size=_CONNECTIONS, read_timeout=20, connect_timeout=10),
        )
    except InvalidToken as error:
        raise WrongToken from error
    services = Services(Dialogue(library, default_language=settings.language))
    application: SelonApplication = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context, bot_data=cast(type[Services], lambda: services)))
        .build()
    )
    _add_handlers(application)
    return application


def _add_handlers(application: SelonApplication) -> None:
    # Edited, business and guest messages pass the plain filters too: `update.message` would be None.
    messages = filters.UpdateType.MESSAGE & (filters.ChatType.PRIVATE | filters.ChatType.GROUPS)
    edits = filters.UpdateType.EDITED_MESSAGE & (filters.ChatType.PRIVATE | filters.ChatType.GROUPS)
    application.add_handler(CommandHandler("start", commands.on_start, messages & filters.ChatType.PRIVATE))
    for name, callback in (
        ("help", commands.on_help),
        ("topics", commands.on_topics),
        ("who", commands.on_who),
        ("sources", commands.on_sources),
        ("privacy", commands.on_privacy),
    ):
        application.add_handler(CommandHandler(name, callback, messages))
    application.add_handler(MessageHandler(messages & ~filters.StatusUpdate.ALL, questions.on_message))
    application.add_handler(MessageHandler(edits, questions.on_edited_message))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, guest.on_guest_message))
    application.add_handler(InlineQueryHandler(inline.on_inline_query))
    application.add_handler(CallbackQueryHandler(buttons.on_callback_query))
    application.add_error_handler(_on_error)


async def _on_error(update: object, context: Context) -> None:
    """One update's failure never stops the next."""
    context.services.counts["failed"] += 1
    number = update.update_id if isinstance(update, Update) else None
    _LOG.error("Update %s failed.", number, exc_info=context.error)


async def serve(settings: Settings, library: Library, *, patience: float = 30) -> None:
    """Runs the bot until SIGINT or SIGTERM.

    Args:
        settings: Of this run.
        library: The articles.
        patience: How many seconds to try to reach Telegram at the start.

    Raises:
        SelonError: It cannot start, or another process polls with the same token.
    """
    application = build_application(settings, library)
    library.matcher.warm_up()
    try:
        await _start(application, settings, patience)
    except BaseException:
        await application.bot.shutdown()
        raise
    polling_request = HTTPXRequest(connection_pool_size=1, connect_timeout=10)
    dispatch = Dispatch(lambda raw: process(application, raw))
    polling = Polling(
        polling_request, application.bot.base_url, _ALLOWED_UPDATES, dispatch.receive, settings.health_file
    )
    publishing = asyncio.create_task(publish_commands(application.bot))
    try:
        _LOG.info("@%s receives updates.", application.bot.username)
        await _until_stopped(polling.run())
    finally:
        publishing.cancel()
        await asyncio.wait([publishing])
        await dispatch.finish(_STOP_SECONDS)
        await polling_request.shutdown()
        await application.stop()
        await application.shutdown()


async def process(application: SelonApplication, raw: RawUpdate) -> None:
    """Handles one raw update; one that cannot be parsed is skipped and counted."""
    services: Services = application.bot_data
    try:
        update = Update.de_json(raw, application.bot)
    except Exception:  # noqa: BLE001 - whatever the parser stumbles over, the next update must be reached
        services.counts["unparsable"] += 1
        _LOG.exception("Update %s cannot be parsed; it is skipped.", raw.get("update_id"))
        return
    if all(getattr(update, kind) is None for kind in _ALLOWED_UPDATES):
        services.counts["unknown"] += 1
        return
    await application.process_update(update)


async def _start(application: SelonApplication, settings: Settings, patience: float) -> None:
    """Connects; a network that is not there yet is waited for."""
    deadline = time.monotonic() + patience
    while True:
        try:
            await application.initialize()
            break
        except InvalidToken as error:
            raise WrongToken from error
        except TelegramError as error:
            if time.monotonic() >= deadline:
                raise TelegramUnreachable(settings.telegram_api_url, patience, str(error)) from error
            _LOG.warning("Telegram is not reached (%s); trying again.", type(error).__name__)
            await asyncio.sleep(1)
    await application.start()


async def _until_stopped(work: Coroutine[None, None, None]) -> None:
    """Runs until the work ends by itself, or a signal asks to stop."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task
