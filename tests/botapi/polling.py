"""Getting updates: long polling with its conflicts, and the registration of a webhook instead."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from botapi.monitor import Monitor
from botapi.updates import Updates
from botapi.wire import ApiError, Arguments, Json, bad_request

_OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = "Conflict: terminated by setWebhook request"
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_LONGEST_POLL = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class ClientGoneError(Exception):
    """The client closed its connection during a long poll."""


@dataclass(slots=True)
class Webhook:
    """The webhook as setWebhook set it; without a URL there is none."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Poll:
    loop: asyncio.AbstractEventLoop
    woken: asyncio.Future[str]

    def wake(self, conflict: str = "") -> None:
        """End the wait, from any thread."""
        with suppress(RuntimeError):  # the loop is closed: the server has stopped listening
            self.loop.call_soon_threadsafe(self._set, conflict)

    def _set(self, conflict: str) -> None:
        if not self.woken.done():
            self.woken.set_result(conflict)


class Polling:
    """One long poll at a time, or a webhook."""

    def __init__(self, monitor: Monitor, updates: Updates) -> None:
        self._monitor = monitor
        self._updates = updates
        self._current: _Poll | None = None
        self.webhook = Webhook()
        self.on_webhook: list[Callable[[], None]] = []
        updates.on_push.append(self._wake)

    @property
    def is_waiting(self) -> bool:
        """True if a long poll is under way."""
        return self._current is not None

    async def get_updates(self, arguments: Arguments, gone: asyncio.Task[None]) -> list[Json]:
        """Return updates at once if there are any; else wait for some as long as asked, at most 50 seconds.

        Args:
            arguments: The call.
            gone: Ends when the client closes its connection.

        Raises:
            ApiError: Another getUpdates or a webhook took over.
            ClientGoneError: The client closed its connection.
        """
        offset = arguments.integer("offset")
        limit = min(max(arguments.integer("limit", 100), 1), 100)
        timeout = min(max(arguments.integer("timeout"), 0), _LONGEST_POLL)
        with self._monitor.changing():
            if self.webhook.url:
                raise ApiError(409, _WEBHOOK_ACTIVE)
            self._allow(arguments)
            batch = self._updates.fetch(offset, limit)
            if batch or not timeout:
                return batch
            self._interrupt(_OTHER)
            loop = asyncio.get_running_loop()
            poll = self._current = _Poll(loop, loop.create_future())
        ends: list[asyncio.Future[Any]] = [poll.woken, gone]
        try:
            await asyncio.wait(ends, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._end(poll)
        if gone.done():
            raise ClientGoneError
        if poll.woken.done() and poll.woken.result():
            raise ApiError(409, poll.woken.result())
        return self._updates.fetch(offset, limit)

    def _end(self, poll: _Poll) -> None:
        with self._monitor.changing():
            if self._current is poll:
                self._current = None

    def set_webhook(self, arguments: Arguments) -> bool:
        """Deliver to a URL from now on; an empty one restores polling. Plain HTTP is let through on loopback."""
        url, secret = arguments.text("url"), arguments.text("secret_token")
        if not url:
            return self.delete_webhook(arguments)
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        with self._monitor.changing():
            self._interrupt(_WEBHOOK_SET)
            self.webhook = Webhook(url, secret, min(max(arguments.integer("max_connections", 40), 1), 100))
            self._settle(arguments)
        return True

    def delete_webhook(self, arguments: Arguments) -> bool:
        """Return to polling."""
        with self._monitor.changing():
            self.webhook = Webhook()
            self._settle(arguments)
        return True

    def get_webhook_info(self, _arguments: Arguments) -> Json:
        """Return a WebhookInfo."""
        info: Json = {
            "url": self.webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.pending),
        }
        if self.webhook.url:
            info |= {"max_connections": self.webhook.max_connections, "ip_address": "127.0.0.1"}
        if self._updates.allowed:
            info["allowed_updates"] = self._updates.allowed
        return info | self.webhook.last_error

    def _settle(self, arguments: Arguments) -> None:
        self._allow(arguments)
        if arguments.boolean("drop_pending_updates"):
            self._updates.drop()
        for listener in self.on_webhook:
            listener()

    def _allow(self, arguments: Arguments) -> None:
        kinds: Any = arguments.json("allowed_updates")
        if isinstance(kinds, list):
            self._updates.allow([str(kind) for kind in kinds])

    def _wake(self) -> None:
        if self._current:
            self._current.wake()

    def _interrupt(self, conflict: str) -> None:
        if self._current:
            self._current.wake(conflict)
            self._current = None
