"""An update whose handling fails ends as its row in the inbox says, and the next one goes on."""

from __future__ import annotations

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, UNKNOWN
from states import receive, states, turn
from telegram import Update
from telegram.ext import TypeHandler

from bot.answering.context import Context
from bot.answering.limit_notice import tell_too_much
from bot.app import build_application
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.handlers import buttons
from bot.handlers.processing import process
from bot.settings import Settings
from bot.store.inbox import UpdateState
from bot.store.store import open_store
from bot.turn import Ended
from knowledge.library import Library

pytestmark = pytest.mark.usefixtures("failures_expected")


class Stumbling(TypeHandler[Update, Context, object]):
    """A handler of the library's that fails at every update."""

    def check_update(self, update: object) -> bool:
        """Fail at every update."""
        raise ValueError("no such update")


async def test_an_update_that_the_library_fails_at_is_quarantined(
    server: BotApiServer, settings: Settings, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    query = {"id": "1", "from": server.user(7, "Anna"), "query": "nato", "offset": ""}
    raw = {"update_id": 1, "inline_query": query}
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await receive(store, [raw])
        application.handlers[0].insert(0, Stumbling(Update, buttons.on_callback_query))
        end = await process(application, turn(raw))
        assert await states(store) == {UpdateState.FAILED: 1}
    assert end == Ended(UpdateState.FAILED)
    assert "it is quarantined (ValueError at " in caplog.text
    assert application.bot_data.counts == {"failed": 1}


async def test_an_update_whose_handler_fails_after_its_reply_stays_as_its_row_says(
    server: BotApiServer, settings: Settings, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    async def reply_and_stumble(update: Update, context: Context) -> None:
        assert update.message is not None
        await tell_too_much(context.services, context.turn, update.message, "en")
        raise ValueError("too late")

    anna = server.user(7, "Anna")
    raw = {"update_id": 1, "message": server.message(server.private(anna), anna, "Who?")}
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            application.handlers[0].insert(0, TypeHandler(Update, reply_and_stumble))
            await receive(store, [raw])
            end = await process(application, turn(raw))
            assert await states(store) == {UpdateState.DONE: 1}
        finally:
            await application.shutdown()
    assert end == Ended(UpdateState.DONE)
    assert application.bot_data.counts == {"failed-late": 1}
    assert "quarantined" not in caplog.text
    assert "Update 1 failed after its reply; it stays as done (ValueError at " in caplog.text


async def test_a_question_whose_reply_is_refused_is_not_counted_as_answered(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    raw = {"update_id": 1, "message": server.message(server.private(anna), anna, KNOWN["fr"])}
    server.fail_next("sendMessage", status=400, description="Bad Request: can't parse entities")
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            await receive(store, [raw])
            assert await process(application, turn(raw)) == Ended(UpdateState.FAILED)
            await application.bot_data.tally.flush()
            assert await states(store) == {UpdateState.FAILED: 1}
            assert await store.counts.since("2000-01-01") == {}
        finally:
            await application.shutdown()
    assert application.bot_data.counts == {"failed": 1}


@pytest.mark.parametrize(
    ("kind", "text", "surface", "outcome", "entry_key"),
    [
        ("private", KNOWN["fr"], Surface.PRIVATE, ReplyOutcome.ANSWER, KNOWN_ENTRY),
        ("private", "/topics", Surface.COMMAND, ReplyOutcome.REPLY, None),
        ("group", f"/ask {UNKNOWN['fr']}", Surface.GROUP, ReplyOutcome.ABSTAIN, None),
        ("group", "Bonjour à tous", Surface.GROUP, None, None),
    ],
)
async def test_when_it_is_handled_a_turn_knows_its_surface_and_what_it_came_to(
    server: BotApiServer,
    settings: Settings,
    library: Library,
    kind: str,
    text: str,
    surface: Surface,
    outcome: ReplyOutcome | None,
    entry_key: str | None,
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna) if kind == "private" else server.group("Débat")
    raw = {"update_id": 1, "message": server.message(chat, anna, text)}
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            await receive(store, [raw])
            handled = turn(raw)
            assert await process(application, handled) == Ended(UpdateState.DONE)
            assert await states(store) == {UpdateState.DONE: 1}
        finally:
            await application.shutdown()
    assert (handled.surface, handled.outcome, handled.entry_key) == (surface, outcome, entry_key)
    assert handled.language == ("fr" if outcome is not None else None)
    counted = {f"{surface}:{outcome}": 1} if outcome is not None else {}
    assert application.bot_data.counts == counted
