"""The webhook: an update is stored before Telegram is told that it has arrived.

Telegram delivers again whatever is not answered with 2xx, so a refusal loses nothing.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import socket
from collections.abc import Awaitable, Callable
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot import json_text
from bot.errors import SettingsError
from bot.store.errors import StoreUnavailable
from bot.updates.connections import Server
from bot.updates.reception import Reception

_LOG = logging.getLogger(__name__)
_LARGEST = 1 << 20
"""Bytes; an update with every text that Telegram allows has a few tens of thousands."""
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
_STOP_SECONDS = 3
# Else the rest of a body that nobody wants would be read to its end, if it has one.
_CLOSE = {"connection": "close"}


class Webhook:
    """An HTTP server for Telegram's updates, and for whoever watches over the bot.

    Args:
        path: The path that updates are posted to, as in a URL; anything else is 404, besides /healthz and /readyz.
        secret: The secret that Telegram sends along.
        reception: Takes the updates.
        ready: Tells whether updates can be stored now.
    """

    def __init__(self, path: str, secret: str, reception: Reception, ready: Callable[[], Awaitable[bool]]) -> None:
        self._secret = secret.encode()
        self._reception = reception
        self._ready = ready
        self.app = Starlette(
            routes=[
                Route(unquote(path), self._update, methods=["POST"]),
                Route("/healthz", self._health, methods=["GET"]),
                Route("/readyz", self._readiness, methods=["GET"]),
            ]
        )
        self.app.router.redirect_slashes = False

    async def run(self, listener: socket.socket) -> None:
        """Serve until cancelled, and then answer what has come in."""
        server = Server(self.app, _STOP_SECONDS)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            await asyncio.shield(serving)
        finally:
            server.should_exit = True
            await serving

    async def _update(self, request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(_SECRET_HEADER, "").encode(), self._secret):
            return PlainTextResponse("The secret is missing or wrong.", 401, headers=_CLOSE)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return PlainTextResponse(f"An update has at most {_LARGEST} bytes.", 413, headers=_CLOSE)
        try:
            raw = json_text.read(body)
        except ValueError:
            return PlainTextResponse("The body is not JSON.", 400)
        try:
            await self._reception.take([raw])
        except StoreUnavailable as error:
            _LOG.error("An update could not be stored (%s); Telegram sends it again.", error.reason)
            return PlainTextResponse("It could not be stored; send it again later.", 503)
        return Response(status_code=200)

    async def _health(self, _: Request) -> Response:
        return PlainTextResponse("alive")

    async def _readiness(self, _: Request) -> Response:
        return PlainTextResponse("ready", 200) if await self._ready() else PlainTextResponse("not ready", 503)


def listening(address: str) -> socket.socket:
    """Listen at HOST:PORT.

    Raises:
        SettingsError: It cannot.
    """
    host, _, port = address.rpartition(":")
    is_v6 = host.startswith("[")
    family = socket.AF_INET6 if is_v6 else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), int(port)), family=family)
    except OSError as error:
        raise SettingsError(
            "WEBHOOK_LISTEN", f"cannot be listened at ({error.strerror or error}): {address}."
        ) from error


async def _body(request: Request) -> bytes | None:
    """Return the body, or None if it is too large; no more than that is read."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > _LARGEST:
            return None
        parts.append(part)
    return b"".join(parts)
