"""The Telegram application: everything put together, started and stopped."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack, nullcontext
from functools import partial
from threading import Thread
from typing import cast

from telegram import BotCommandScope
from telegram.error import InvalidToken
from telegram.ext import Application, ContextTypes, ExtBot, Job

from bot.answering.administrators import tell_of_unknown_sends
from bot.answering.context import Context, SelonApplication, Services
from bot.answering.limits import BUDGETS, Budgets, Limits
from bot.answering.live import follow_articles
from bot.answering.meaning import follow_meaning
from bot.answering.menu import EVERYBODY, publish_commands
from bot.answering.tally import Tally
from bot.chat_settings_cache import ChatSettingsCache
from bot.clock import TelegramClock
from bot.curation.curator import Curator
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Pace
from bot.delivery.startup import connected_application
from bot.delivery.transport import Transport
from bot.dialogue.conversation import Dialogue
from bot.errors import WrongToken
from bot.handlers.processing import process
from bot.handlers.registration import HANDLED_UPDATES, register
from bot.health_file import HealthFile
from bot.knowledge_base import KnowledgeBase
from bot.live_articles import LiveArticles
from bot.settings import Settings
from bot.signals import on_hangups, run_until_stopped
from bot.store.database import BUSY_SECONDS, sqlite_path
from bot.store.errors import StoreError
from bot.store.retention import retention
from bot.store.store import Store, open_store
from bot.updates.dispatch import Dispatch
from bot.updates.polling import PAUSES, PollingPauses
from bot.updates.receiving import receiving
from bot.updates.reception import Reception
from bot.watching import watch
from knowledge.library import Library
from knowledge.text.identify import load_widespread

_LOG = logging.getLogger(__name__)
_STOP_SECONDS = 5
# Besides the lanes: the poll, and answers to queries, which wait for no lane.
_OTHER_CONNECTIONS = 8
# python-telegram-bot's waits as timedeltas, as its next major version gives them.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class _Application(SelonApplication):
    """An application that keeps no ids: the library would note every chat and person, for a persistence not in use."""

    def _mark_for_persistence_update(self, *, update: object | None = None, job: Job[Context] | None = None) -> None:
        """Do nothing: no persistence is in use."""


def build_application(
    settings: Settings, library: Library, store: Store, *, budgets: Budgets = BUDGETS
) -> SelonApplication:
    """Build the application with its handlers, not yet started.

    Args:
        settings: Of this run.
        library: The articles as their files have them.
        store: The database; handlers get a handle that waits where this one fails.
        budgets: The acts that people and groups may do.

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
    patient = store.retrying(counts)
    chat_settings = ChatSettingsCache(patient.chats)
    delivery = Delivery(patient, chat_settings, Pace(settings.send_rate), settings.send_lanes, counts)
    dialogue = partial(
        Dialogue,
        default_language=settings.language,
        operator_contact=settings.operator_contact,
        retention=retention(settings.retention_days),
        embeddings_server=settings.embeddings_server,
    )
    knowledge_base = KnowledgeBase(patient, library, dialogue)
    admin_ids = frozenset(settings.admin_ids)
    services = Services(
        knowledge_base,
        Curator(patient, knowledge_base),
        patient,
        transport,
        delivery,
        chat_settings,
        admin_ids,
        counts,
        Tally(store.counts),
        settings.retention_days,
        Limits(admin_ids, active=settings.send_rate > 0, budgets=budgets),
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
    register(application, settings.admin_ids)
    return application


async def serve(
    settings: Settings,
    library: Library,
    live: LiveArticles | None = None,
    *,
    patience: float = 30,
    pauses: PollingPauses = PAUSES,
    budgets: Budgets = BUDGETS,
    busy_seconds: float = BUSY_SECONDS,
    command_scopes: Sequence[BotCommandScope] = EVERYBODY,
) -> None:
    """Run the bot until SIGINT or SIGTERM.

    Args:
        settings: Of this run.
        library: The articles.
        live: Their files, to be read anew when they change, and at SIGHUP; never if None.
        patience: The seconds for which to try to reach Telegram at the start.
        pauses: After polls that failed.
        budgets: The acts that people and groups may do.
        busy_seconds: Seconds to wait for another program that has locked the database.
        command_scopes: The kinds of chat that have the list of commands for everybody.

    Raises:
        SelonError: It cannot start, or another process polls with the same token.
    """
    settings.token()
    health_file = HealthFile(settings.health_file) if settings.health_file is not None else None
    with open_store(settings.database_url, settings.votes(), busy_seconds=busy_seconds) as store:
        first = await store.first_loads.of(library.by_slug)
        library = library.with_articles(library.articles, library.warnings, first)
        application = build_application(settings, library, store, budgets=budgets)
        async with AsyncExitStack() as stack:
            loading = asyncio.create_task(application.bot_data.knowledge_base.load_taught())
            stack.push_async_callback(_cancelled, loading)
            if not library.is_to_be_learnt:
                # What is kept is restored in a second, in which those who ask would only wait for it.
                await store.writer.run_unless_lost(asyncio.shield(loading))
            connecting = connected_application(application, settings.telegram_api_url, patience)
            await store.writer.run_unless_lost(stack.enter_async_context(connecting))
            if not await store.claim(application.bot.id):
                path = sqlite_path(settings.database_url)
                raise StoreError(str(path), "belongs to another bot: set another DATABASE_URL, or that bot's token.")
            with on_hangups(live.may_have_changed.set) if live is not None else nullcontext():
                await _run(
                    application,
                    settings,
                    store,
                    live,
                    loading,
                    patience=patience,
                    pauses=pauses,
                    health_file=health_file,
                    command_scopes=command_scopes,
                )


async def _run(
    application: SelonApplication,
    settings: Settings,
    store: Store,
    live: LiveArticles | None,
    loading: asyncio.Task[None],
    *,
    patience: float,
    pauses: PollingPauses,
    health_file: HealthFile | None,
    command_scopes: Sequence[BotCommandScope],
) -> None:
    """Receive and handle updates, those of an earlier run first; questions wait for what is still being loaded."""
    services: Services = application.bot_data
    clock = TelegramClock(await store.inbox.telegram_time())
    dispatch = Dispatch(services.store.inbox, partial(process, application), services.counts, clock)
    services.forget_votes = dispatch.forget_votes
    reception = Reception(store.inbox, dispatch, clock)
    unknown = await store.inbox.recover()
    await store.expire(settings.retention_days)
    # Asked for now, since a new database begins to remember replies when it is first asked.
    await store.replies.since()
    aside = [
        # It reads the interface's words in all languages, which the first answers need as well.
        asyncio.create_task(publish_commands(application.bot, settings.admin_ids, command_scopes)),
        asyncio.create_task(tell_of_unknown_sends(services, application.bot, settings.admin_ids)),
        asyncio.create_task(store.expire_hourly(settings.retention_days)),
        asyncio.create_task(services.tally.run()),
        asyncio.create_task(follow_meaning(services, application.bot, settings.admin_ids)),
        *([asyncio.create_task(services.curator.prepare())] if settings.admin_ids else ()),
    ]
    if live is not None:
        watching = watch(live.folder, live.may_have_changed)
        following = follow_articles(services, application.bot, settings.admin_ids, live)
        aside += [asyncio.create_task(watching), asyncio.create_task(following)]
    try:
        waiting = await store.inbox.count()
        if waiting or unknown:
            _LOG.info("%d updates of an earlier run are handled now; %d replies are unknown.", waiting, unknown)
        async with AsyncExitStack() as stack:
            beginning = receiving(
                application.bot,
                settings,
                reception,
                allowed_updates=HANDLED_UPDATES,
                can_write=store.can_write,
                patience=patience,
                health_file=health_file,
                pauses=pauses,
            )
            receiver = await store.writer.run_unless_lost(stack.enter_async_context(beginning))
            if waiting:
                dispatch.resume()
            _LOG.info("@%s receives updates.", application.bot.username)
            await run_until_stopped(_unless_failed(receiver, loading), store.writer)
    finally:
        for task in aside:
            task.cancel()
        await asyncio.wait(aside)
        # Without the database nothing can be finished.
        patience = 0 if store.writer.loss else _STOP_SECONDS
        await dispatch.finish(patience)
        await services.delivery.wait_until_sent(patience)
        await services.tally.finish(patience)


async def _unless_failed(receiver: Coroutine[None, None, None], loading: asyncio.Task[None]) -> None:
    """Receive until it ends by itself, or what is loaded meanwhile fails."""
    receiving_task = asyncio.ensure_future(receiver)
    try:
        await asyncio.wait((receiving_task, loading), return_when=asyncio.FIRST_COMPLETED)
        if loading.done():
            await loading
            # It takes half a second, for which neither an answer nor the end waits; and memory, which learning needs.
            Thread(target=load_widespread, daemon=True).start()
        await receiving_task
    finally:
        await _cancelled(receiving_task)


async def _cancelled(task: asyncio.Task[None]) -> None:
    """Cancel a task, and wait until it has ended."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
