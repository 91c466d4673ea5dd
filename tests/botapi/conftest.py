"""A server for each test of the server, and a real bot that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest
import pytest_asyncio
from botapi.server import BotApiServer
from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder, CallbackContext, TypeHandler

Context = CallbackContext[Any, Any, Any, Any]


class Handler(Protocol):
    """A handler of updates that a test has written."""

    async def __call__(self, update: Update, context: Context) -> None:
        """Handle one update."""


@pytest.fixture
def server() -> Iterator[BotApiServer]:
    with BotApiServer() as server:
        yield server


@pytest_asyncio.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=server.base_url) as bot:
        yield bot


class Running(Protocol):
    """A runner of a real Application with one handler, by long polling."""

    def __call__(self, handle: Handler) -> AbstractAsyncContextManager[Application[Any, Any, Any, Any, Any, Any]]:
        """Run while the context lasts."""


@pytest.fixture
def running(server: BotApiServer) -> Running:
    @asynccontextmanager
    async def run(handle: Handler) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
        application = ApplicationBuilder().token(server.token).base_url(server.base_url).build()
        application.add_handler(TypeHandler(Update, handle))
        async with application:
            assert application.updater
            await application.updater.start_polling(timeout=10, allowed_updates=Update.ALL_TYPES)
            await application.start()
            try:
                yield application
            finally:
                await application.updater.stop()
                await application.stop()

    return run
