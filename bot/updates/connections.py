"""Connections to the webhook's server: no more than there are descriptors for, and none that only waits."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from functools import partial
from typing import Any, cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 10.0
"""Seconds in which a request has to arrive whole, from when the connection was made or the last response sent."""
_MOST = 1000
_FEWEST = 8
# Of the descriptors: the others are for the database, requests to Telegram, and what is accepted amid a flood.
_SHARE = 3
# The loop accepts as many as that at a stretch, before any of them can be turned away.
_ACCEPTED_AT_ONCE = 16
_QUEUE = 512
_LARGEST_HEAD = 1 << 14


class Connection(H11Protocol):
    """One connection, which is closed for a newer one if it is the one that has been idle for longest.

    uvicorn's own `limit_concurrency` refuses newer ones instead, and it waits for the rest of a request for ever.

    Args:
        most: The number of connections that there may be.
        request_seconds: The time that a request may take to arrive whole.
        args: Passed on to uvicorn's connection.
        kwargs: The same.
    """

    def __init__(self, *args: Any, most: int, request_seconds: float, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._most = most
        self._request_seconds = request_seconds
        self._idle_since = self.loop.time()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the place of another connection if all are taken."""
        super().connection_made(transport)
        others = [each for each in self._all() if each is not self]
        if len(others) >= self._most:
            idle = [each for each in others if each.is_idle]
            min(idle, key=lambda each: each._idle_since, default=self).abort()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._idle_since = self.loop.time()
        super().on_response_complete()

    @property
    def is_idle(self) -> bool:
        """True while no whole request waits for its response."""
        return self.cycle is None or self.cycle.response_complete or self.cycle.more_body

    def abort(self) -> None:
        """Close it without another word."""
        self.transport.abort()

    def end_if_late(self) -> None:
        """Close it if its request does not come."""
        if self.is_idle and self.loop.time() - self._idle_since > self._request_seconds:
            self.abort()

    def _all(self) -> list[Connection]:
        return [each for each in cast("set[Connection]", self.connections) if not each.transport.is_closing()]


class Server(uvicorn.Server):
    """Uvicorn for the bot, which stops it itself: it does not handle signals.

    Args:
        app: Answers the requests.
        stop_seconds: The time that requests under way may take after it has been told to stop.
        most: The number of connections that there may be; as many as this process has descriptors for if None.
        request_seconds: The time that a request may take to arrive whole.
    """

    def __init__(
        self,
        app: ASGIApp,
        stop_seconds: int,
        *,
        most: int | None = None,
        request_seconds: float = REQUEST_SECONDS,
    ) -> None:
        connection = partial(Connection, most=_limit() if most is None else most, request_seconds=request_seconds)
        super().__init__(
            uvicorn.Config(
                app,
                http=cast("type[asyncio.Protocol]", connection),
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                backlog=_ACCEPTED_AT_ONCE,
                h11_max_incomplete_event_size=_LARGEST_HEAD,
                timeout_graceful_shutdown=stop_seconds,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, with more room in the queue than is accepted at a stretch."""
        await super().startup(sockets)
        for listener in sockets or ():
            listener.listen(_QUEUE)

    async def on_tick(self, counter: int) -> bool:
        """Close what is late; uvicorn calls this ten times a second."""
        for connection in list(cast("set[Connection]", self.server_state.connections)):
            connection.end_if_late()
        return await super().on_tick(counter)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them alone."""
        yield


def _limit() -> int:
    """Say how many connections there may be, by the descriptors that this process may open."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit
    except ImportError:  # Windows has no such limit.
        return _MOST
    descriptors, _ = getrlimit(RLIMIT_NOFILE)
    return _MOST if descriptors == RLIM_INFINITY else max(_FEWEST, min(_MOST, descriptors // _SHARE))
