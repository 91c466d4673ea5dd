"""The listening socket: uvicorn in a thread, down and up again on the same port."""

from __future__ import annotations

import asyncio
import socket
import threading

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HOST = "127.0.0.1"
_PATIENCE = 5.0


class _AbortableProtocol(H11Protocol):
    """Lets the application close the connection of its request: ``scope["state"]["abort"]()``."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "abort": transport.abort}


class Listener:
    """Serves an ASGI application on loopback.

    Attributes:
        port: Chosen when listening begins for the first time, and kept.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self.port = 0

    def start(self) -> None:
        """Listen; does nothing if it does already."""
        if self._thread is not None:
            return
        opened = _open(self.port)
        self.port = opened.getsockname()[1]
        ready = threading.Event()
        run = self._serve(opened, ready)
        self._thread = threading.Thread(target=asyncio.run, args=(run,), name="botapi", daemon=True)
        self._thread.start()
        if not ready.wait(_PATIENCE):
            raise RuntimeError("the Bot API server did not start")

    def stop(self) -> None:
        """Close the socket and every connection, and forget what is under way."""
        if self._thread is None or self._loop is None or self._stop is None:
            return
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)
        if self._thread.is_alive():
            raise RuntimeError("the Bot API server did not stop")
        self._thread = None

    async def _serve(self, opened: socket.socket, ready: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        config = uvicorn.Config(
            self._app,
            http=_AbortableProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_keep_alive=60,
        )
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[opened])
        ready.set()
        await self._stop.wait()
        await _close(server, opened)


def _open(port: int) -> socket.socket:
    # asyncio sets TCP_NODELAY only if the protocol is named; without it every answer waits 40 ms.
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.bind((HOST, port))
    return opened


async def _close(server: uvicorn.Server, opened: socket.socket) -> None:
    """Close at once, where uvicorn's own shutdown would wait for connections to end."""
    for listening in server.servers:
        listening.close()
    opened.close()
    for connection in list(server.server_state.connections):
        connection.transport.abort()
    tasks = list(server.server_state.tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, asyncio.sleep(0), return_exceptions=True)
