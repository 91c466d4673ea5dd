"""The Telegram application: everything put together, started and stopped."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from itertools import chain
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    Job,
    MessageHandler,
    filters,
)
from yarl import URL

from bot.answering.administrators import tell_of_unknown_sends
from bot.answering.context import Context, SelonApplication, Services
from bot.answering.limits import Limits
from bot.answering.tally import Tally
from bot.chat_settings_cache import ChatSettingsCache
from bot.clock import TelegramClock
from bot.curation.curator import Curator
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Pace
from bot.delivery.transport import Transport
from bot.dialogue.conversation import Dialogue
from bot.dialogue.retention import Retention
from bot.errors import Refused, SelonError, SettingsError, TelegramUnreachable, WrongToken
from bot.handlers import buttons, chats, commands, guest, inline, questions, review, stats
from bot.handlers.menu import publish_commands
from bot.health_file import HealthFile
from bot.knowledge_base import KnowledgeBase
from bot.logs import failed_at
from bot.settings import Settings
from bot.store.database import sqlite_path
from bot.store.errors import StoreError, StoreUnavailable
from bot.store.inbox import ID_SECONDS, QUARANTINE_SECONDS, Received
from bot.store.replies import KEPT_SECONDS
from bot.store.store import POSTED_SECONDS, Store, open_store
from bot.store.taps import AGAIN_SECONDS
from bot.store.writer import Writer
from bot.turn import Turn
from bot.updates import ids
from bot.updates.dispatch import Dispatch
from bot.updates.polling import Polling
from bot.updates.postponements import Postponed, Superseding
from bot.updates.reception import Reception
from knowledge.library import Library

_LOG = logging.getLogger(__name__)
_ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member")
_STOP_SECONDS = 5
_STOPPING = ("SIGINT", "SIGTERM", "SIGBREAK")
# Besides the lanes: the poll, and answers to queries, which wait for no lane.
_OTHER_CONNECTIONS = 8
_TIDY_SECONDS = 3600
# python-telegram-bot's waits as timedeltas, as its next major version gives them.
os.environ.setdefault("PTB_TIMEDELTA", "1")

Result = TypeVar("Result")


class _Application(SelonApplication):
    """An application that keeps no ids: the library would note every chat and person, for a persistence not in use."""

    def _mark_for_persistence_update(self, *, update: object | None = None, job: Job[Context] | None = None) -> None:
        """Note nothing."""


def build_application(settings: Settings, library: Library, store: Store) -> SelonApplication:
    """Build the application with its handlers, not yet started.

    Args:
        settings: Of this run.
        library: The articles as their files have them.
        store: The database.

    Raises:
        SettingsError: There is no token.
        WrongToken: The token has not even the form of one.
    """
    root = settings.telegram_api_url
    transport = Transport(root, settings.send_lanes + _OTHER_CONNECTIONS)
    try:
        bot: ExtBot[None] = ExtBot(
            settings.token(),
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=transport,
            get_updates_request=transport,
        )
    except InvalidToken as error:
        raise WrongToken from error
    counts: Counter[str] = Counter()
    chat_settings = ChatSettingsCache(store.chats)
    delivery = Delivery(store, chat_settings, Pace(settings.send_rate), settings.send_lanes, counts)
    dialogue = partial(
        Dialogue,
        default_language=settings.language,
        operator_contact=settings.operator_contact,
        retention=retention_of(settings),
    )
    knowledge_base = KnowledgeBase(store, library, dialogue)
    admin_ids = frozenset(settings.admin_ids)
    services = Services(
        knowledge_base,
        Curator(store, knowledge_base),
        store,
        transport,
        delivery,
        chat_settings,
        admin_ids,
        counts,
        Tally(store.counts),
        settings.retention_days,
        Limits(admin_ids, active=settings.send_rate > 0),
    )
    application: SelonApplication = (
        Application.builder()
        .application_class(_Application)
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context, bot_data=cast(type[Services], lambda: services)))
        .build()
    )
    _add_handlers(application, settings.admin_ids)
    return application


def retention_of(settings: Settings) -> Retention:
    """Return the times for which data are kept, in days."""
    handled, failed, kept, posted = (
        seconds // (24 * 3600) for seconds in (ID_SECONDS, QUARANTINE_SECONDS, KEPT_SECONDS, POSTED_SECONDS)
    )
    return Retention(handled, failed, kept, posted, settings.retention_days, AGAIN_SECONDS // 3600)


def _add_handlers(application: SelonApplication, admin_ids: Sequence[int]) -> None:
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
        ("forget", commands.on_forget),
        ("settings", commands.on_settings),
        ("language", commands.on_language),
    ):
        application.add_handler(CommandHandler(name, callback, messages))
    # To everybody else these are words like others.
    curators = (messages | edits) & filters.ChatType.PRIVATE & filters.User(admin_ids)
    application.add_handler(CommandHandler("review", review.on_review, curators))
    application.add_handler(CommandHandler("stats", stats.on_stats, curators))
    application.add_handler(MessageHandler(messages & filters.StatusUpdate.MIGRATE, chats.on_migration))
    application.add_handler(MessageHandler(messages & ~filters.StatusUpdate.ALL, questions.on_message))
    application.add_handler(MessageHandler(edits, questions.on_edited_message))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, guest.on_guest_message))
    application.add_handler(InlineQueryHandler(inline.on_inline_query))
    application.add_handler(CallbackQueryHandler(buttons.on_callback_query))
    application.add_handler(ChatMemberHandler(chats.on_my_chat_member, ChatMemberHandler.MY_CHAT_MEMBER))


async def serve(settings: Settings, library: Library, *, patience: float = 30) -> None:
    """Run the bot until SIGINT or SIGTERM.

    Args:
        settings: Of this run.
        library: The articles.
        patience: The seconds for which to try to reach Telegram at the start.

    Raises:
        SelonError: It cannot start, or another process polls with the same token.
    """
    settings.token()
    health_file = HealthFile(settings.health_file) if settings.health_file is not None else None
    with open_store(settings.database_url, settings.votes()) as store:
        application = build_application(settings, library, store)
        await application.bot_data.knowledge_base.load_taught()
        async with _connected(application, settings, patience):
            if not await store.claim(application.bot.id):
                path = sqlite_path(settings.database_url)
                raise StoreError(str(path), "belongs to another bot: set another DATABASE_URL, or that bot's token.")
            await _run(application, settings, store, patience, health_file)


async def _run(
    application: SelonApplication, settings: Settings, store: Store, patience: float, health_file: HealthFile | None
) -> None:
    """Receive and handle updates, those of an earlier run first."""
    services: Services = application.bot_data
    clock = TelegramClock(await store.inbox.telegrams_time())
    dispatch = Dispatch(store.inbox, lambda received: process(application, received), services.counts, clock)
    services.forget_votes = dispatch.forget_votes
    reception = Reception(store.inbox, dispatch, clock)
    unknown = await store.inbox.recover()
    await store.expire(settings.retention_days)
    # Asked for now, since a new database begins to remember replies when it is first asked.
    await store.replies.since()
    aside = [
        asyncio.create_task(publish_commands(application.bot, settings.admin_ids)),
        asyncio.create_task(tell_of_unknown_sends(services, application.bot, settings.admin_ids)),
        asyncio.create_task(_tidy(store, settings.retention_days)),
        asyncio.create_task(services.tally.run()),
    ]
    try:
        waiting = await store.inbox.count()
        if waiting or unknown:
            _LOG.info("%d updates of an earlier run are handled now; %d replies are unknown.", waiting, unknown)
        async with _receiving(
            application, settings, store, reception, patience=patience, health_file=health_file
        ) as receiving:
            if waiting:
                dispatch.resume()
            _LOG.info("@%s receives updates.", application.bot.username)
            await _until_stopped(receiving, store.writer)
    finally:
        for task in aside:
            task.cancel()
        await asyncio.wait(aside)
        # Without the database nothing can be finished.
        patience = 0 if store.writer.lost else _STOP_SECONDS
        await dispatch.finish(patience)
        await services.delivery.finish(patience)
        await services.tally.finish(patience)


@asynccontextmanager
async def _receiving(
    application: SelonApplication,
    settings: Settings,
    store: Store,
    reception: Reception,
    *,
    patience: float,
    health_file: HealthFile | None,
) -> AsyncIterator[Coroutine[None, None, None]]:
    """Choose what receives updates: the webhook if there is an address for one, else long polling."""
    bot = application.bot
    if settings.webhook_url is not None:
        webhook_url, secret = settings.webhook_url, settings.secret() or secrets.token_urlsafe(32)
        try:
            from bot.updates.webhook import Webhook, listening
        except ImportError as error:
            raise SettingsError(
                "WEBHOOK_URL", "needs the extra server: pip install 'selon[server]', or leave it unset."
            ) from error

        webhook = Webhook(urlsplit(webhook_url).path or "/", secret, reception, store.can_write)
        with listening(settings.webhook_listen) as listener:
            # Whoever connects before it is served waits in the listener's queue.
            await _patiently(
                settings,
                patience,
                "setWebhook",
                lambda: bot.set_webhook(webhook_url, secret_token=secret, allowed_updates=_ALLOWED_UPDATES),
            )
            yield webhook.run(listener)
        return
    await _patiently(settings, patience, "deleteWebhook", bot.delete_webhook)
    yield Polling(bot.request, bot.base_url, _ALLOWED_UPDATES, reception.take, health_file).run()


async def _tidy(store: Store, retention_days: int) -> None:
    """Forget what has expired, from time to time."""
    while True:
        await asyncio.sleep(_TIDY_SECONDS)
        with contextlib.suppress(StoreUnavailable):
            await store.expire(retention_days)


async def process(application: SelonApplication, received: Received) -> Postponed | Superseding | None:
    """Handle one update and put down that it is handled; one that cannot be is quarantined and counted.

    Returns:
        When it is to be handled again, or what it has settled, and it stands as it was; None if it has come to its end.
    """
    services: Services = application.bot_data
    inbox, delivery, number = services.store.inbox, services.delivery, received.update_id
    try:
        update = Update.de_json(received.raw, application.bot)
        if not ids.are_usable(update):
            raise TypeError("an id is none")
    except Exception as error:  # noqa: BLE001 - whatever the parser stumbles over, the next update must be reached
        services.counts["unparsable"] += 1
        reason = failed_at(error)
        _LOG.error("Update %s cannot be parsed; it is quarantined (%s).", number, reason)
        await delivery.put_down(lambda: inbox.failed(number, reason))
        return None
    turn, failure = Turn(number, received.sent_at), None
    if all(getattr(update, kind) is None for kind in _ALLOWED_UPDATES):
        services.counts["unknown"] += 1
    else:
        try:
            end = await _handled(application, update, turn)
        except Exception as error:  # noqa: BLE001 - one update's failure never stops the next
            failure = failed_at(error)
        else:
            if end is not None:
                return end
    if failure is None:
        if turn.end is None:
            await delivery.put_down(lambda: inbox.done(number))
    elif turn.end is None:
        services.counts["failed"] += 1
        _LOG.error("Update %s failed; it is quarantined (%s).", number, failure)
        await delivery.put_down(lambda: inbox.failed(number, failure))
    else:
        services.counts["failed-late"] += 1
        _LOG.error("Update %s failed after its reply; it stays as %s (%s).", number, turn.end, failure)
    return None


async def _handled(application: SelonApplication, update: Update, turn: Turn) -> Postponed | Superseding | None:
    """Hand an update to the first handler that takes it, with its turn, and return what that returns."""
    for handler in chain.from_iterable(application.handlers.values()):
        check = handler.check_update(update)
        if check is None or check is False:
            continue
        context = Context.from_update(update, application)
        context.turn = turn
        result = await handler.handle_update(update, application, check, context)
        return result if isinstance(result, Postponed | Superseding) else None
    return None


@asynccontextmanager
async def _connected(application: SelonApplication, settings: Settings, patience: float) -> AsyncIterator[None]:
    """Keep the application connected and started while the block lasts."""
    try:
        await _patiently(settings, patience, "getMe", application.initialize)
        await application.start()
        yield
    finally:
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()


async def _patiently(
    settings: Settings, patience: float, method: str, request: Callable[[], Awaitable[Result]]
) -> Result:
    """Return the result of a request at the start; a network that is not there yet is waited for.

    Args:
        settings: Of this run.
        patience: The seconds for which to try.
        method: Of the Bot API; only getMe, which comes first, tells whether the token is one.
        request: Makes the request.

    Raises:
        WrongToken: Telegram does not know the token.
        Refused: Telegram refuses the request for good; a SettingsError where the reason is a setting.
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
                address = URL(settings.telegram_api_url).with_user(None)
                raise TelegramUnreachable(str(address), patience, str(error)) from error
            _LOG.warning("Telegram is not reached (%s); trying again.", type(error).__name__)
            await asyncio.sleep(1)


def _refused(method: str, description: str) -> SelonError:
    """Name the setting that Telegram's sentence is about, if it is about one."""
    words = description.lower()
    if method == "setWebhook" and "webhook" in words:
        return SettingsError("WEBHOOK_URL", f"is refused by Telegram ({description}).")
    if method == "setWebhook" and "secret token" in words:
        return SettingsError("WEBHOOK_SECRET", f"is refused by Telegram ({description}).")
    if "logged out" in words:
        return SettingsError("TELEGRAM_API_URL", f"names a server that the bot has left ({description}): set another.")
    return Refused(method, description)


async def _until_stopped(work: Coroutine[None, None, None], writer: Writer) -> None:
    """Run until the work ends by itself, or a signal asks to stop; a second signal ends the process at once.

    The signals are SIGINT and SIGTERM. Windows knows Ctrl+C (SIGINT) and Ctrl+Break (SIGBREAK) only; whatever else ends
    a process there, as `taskkill /F` does, ends this one as `kill -9` would.

    Raises:
        StoreLost: The database can no longer be used.
    """
    task, loss = asyncio.ensure_future(work), asyncio.ensure_future(writer.loss())
    numbers = [getattr(signal, name) for name in _STOPPING if hasattr(signal, name)]
    with _stopping(numbers, task.cancel), contextlib.suppress(asyncio.CancelledError):
        await asyncio.wait((task, loss), return_when=asyncio.FIRST_COMPLETED)
    for each in (task, loss):
        each.cancel()
    await asyncio.wait((task, loss))
    if writer.lost is not None:
        raise writer.lost
    if not task.cancelled():
        task.result()


@contextlib.contextmanager
def _stopping(numbers: Sequence[signal.Signals], stop: Callable[[], object]) -> Iterator[None]:
    """Let signals stop something while the block lasts: the first does, and from then on they end the process."""
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in numbers}

    def handle(number: signal.Signals, handler: Any) -> None:
        with contextlib.suppress(NotImplementedError):
            loop.remove_signal_handler(number)
        signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def asked() -> None:
        before.clear()
        for number in numbers:
            handle(number, signal.SIG_DFL)
        stop()

    for number in numbers:
        try:
            loop.add_signal_handler(number, asked)
        except NotImplementedError:
            # The loops of Windows have none; a handler of the interpreter's may run amid whatever the loop does.
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(asked))
    try:
        yield
    finally:
        for number, handler in before.items():
            handle(number, handler)
