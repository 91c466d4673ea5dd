"""Delivery by webhook to an application that sometimes refuses."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator

import pytest
from botapi.listener import HOST, Listener
from botapi.server import BotApiServer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot


class Hook:
    """A bot that takes updates by webhook, refusing the first `refusals`; where there is a `crowd`, so many at once."""

    def __init__(self) -> None:
        self.refusals = 0
        self.crowd: asyncio.Barrier | None = None
        self.secrets: set[str | None] = set()
        self.texts: defaultdict[int, list[str]] = defaultdict(list)
        self.listener = Listener(Starlette(routes=[Route("/hook", self.take, methods=["POST"])]))

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.listener.port}/hook"

    async def take(self, request: Request) -> Response:
        message = (await request.json())["message"]
        if self.crowd is not None:
            await self.crowd.wait()
        if self.refusals:
            self.refusals -= 1
            return Response(status_code=503)
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.texts[message["chat"]["id"]].append(message["text"])
        return Response()


@pytest.fixture
def hook() -> Iterator[Hook]:
    hook = Hook()
    hook.listener.start()
    yield hook
    hook.listener.stop()


@pytest.mark.asyncio
async def test_updates_come_in_order_until_they_are_taken(server: BotApiServer, bot: Bot, hook: Hook) -> None:
    anna, boris = server.user(7, "Anna"), server.user(8, "Boris")
    await bot.set_webhook(hook.url, secret_token="secret-1")
    hook.refusals = 3
    for number in range(4):
        for user in (anna, boris):
            server.message(server.private(user), user, str(number))
    assert (await bot.get_webhook_info()).pending_update_count == 8
    server.start_webhook_delivery(backoff=0.01)
    await server.idle()
    assert hook.texts == {7: ["0", "1", "2", "3"], 8: ["0", "1", "2", "3"]}
    assert hook.secrets == {"secret-1"}
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 0
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


@pytest.mark.asyncio
async def test_chats_do_not_wait_for_each_other(server: BotApiServer, bot: Bot, hook: Hook) -> None:
    users = [server.user(number, "User") for number in range(1, 11)]
    hook.crowd = asyncio.Barrier(len(users))
    await bot.set_webhook(hook.url)
    server.start_webhook_delivery()
    for user in users:
        server.message(server.private(user), user, "x")
    await server.idle()
    assert hook.texts == {user["id"]: ["x"] for user in users}
    assert len(hook.texts) == 10


@pytest.mark.asyncio
async def test_a_hook_that_is_down_gets_its_updates_later(server: BotApiServer, bot: Bot, hook: Hook) -> None:
    anna = server.user(7, "Anna")
    await bot.set_webhook(hook.url)
    server.start_webhook_delivery(backoff=0.01)
    hook.listener.stop()
    server.message(server.private(anna), anna, "x")
    await server.until(lambda: server.polling.webhook.last_error)
    hook.listener.start()
    await server.idle()
    assert hook.texts[7] == ["x"]
    server.stop_webhook_delivery()
    server.message(server.private(anna), anna, "y")
    await bot.delete_webhook()
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["y"]
