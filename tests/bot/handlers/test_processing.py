"""An update whose handling fails ends as its row in the inbox says, and the next one goes on."""

from __future__ import annotations

import pytest
from botapi.server import BotApiServer
from states import receive, received, states
from telegram import Update
from telegram.ext import TypeHandler

from bot.answering.context import Context
from bot.answering.quiet import tell_too_much
from bot.app import build_application
from bot.handlers import buttons
from bot.handlers.processing import process
from bot.settings import Settings
from bot.store.inbox import UpdateState
from bot.store.store import open_store
from knowledge.library import Library

pytestmark = pytest.mark.usefixtures("failures_expected")


class Stumbling(TypeHandler[Update, Context, object]):
    """A handler of the library's that fails at every update."""

    def check_update(self, update: object) -> bool:
        """Fails."""
        raise ValueError("no such update")


async def test_an_update_that_the_library_fails_at_is_quarantined(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    query = {"id": "1", "from": server.user(7, "Anna"), "query": "nato", "offset": ""}
    raw = {"update_id": 1, "inline_query": query}
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await receive(store, [raw])
        application.handlers[0].insert(0, Stumbling(Update, buttons.on_callback_query))
        await process(application, received(raw))
        assert await states(store) == {UpdateState.FAILED: 1}
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
            await process(application, received(raw))
            assert await states(store) == {UpdateState.DONE: 1}
        finally:
            await application.shutdown()
    assert application.bot_data.counts == {"failed-late": 1}
    assert "quarantined" not in caplog.text
    assert "Update 1 failed after its reply; it stays as done (ValueError" in caplog.text
