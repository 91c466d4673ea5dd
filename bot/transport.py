"""HTTP to the Bot API, which tells a request that was never written from one that was not answered.

aiohttp takes a third of the CPU time that python-telegram-bot's own transport (httpx) takes for a message.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from ssl import SSLContext, create_default_context
from typing import Any, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from yarl import URL

_CONNECT_SECONDS = 10.0
_POOL_SECONDS = 30.0
_READ_SECONDS = 20.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_PLACE = frozenset(("message_id", "date", "chat"))
# What goes wrong while there is no connection yet.
_NEVER_WRITTEN = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class NeverWritten(NetworkError):
    """Telegram has seen nothing of a request: it may be made again."""


class Unanswered(NetworkError):
    """A request may have been written, and nobody knows what Telegram has done about it."""


def waiting_time(error: RetryAfter) -> float:
    """How many seconds Telegram asks to wait; the library gives whole ones or a timedelta, as it is set up."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Transport(BaseRequest):
    """Connections to one Bot API server, kept open between requests.

    Args:
        root: The server's address.
        connections: How many requests may be on their way at once; others wait.
    """

    def __init__(self, root: str, connections: int) -> None:
        self._root = root
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds, where a request does not say."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Opens the pool, which is empty."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, ssl=_certificates() if urlsplit(self._root).scheme == "https" else True
                ),
                headers={"User-Agent": BaseRequest.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=_proxy(self._root),
            )

    async def shutdown(self) -> None:
        """Closes all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917 - the library's own parameters
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = None,  # noqa: ARG002
        connect_timeout: object = None,  # noqa: ARG002
        pool_timeout: object = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """The status and the body of the answer to a request.

        Raises:
            NeverWritten: It was not made.
            Unanswered: It was, or may have been.
        """
        if self._session is None:
            raise NeverWritten("The connections are closed")
        seconds = read_timeout if isinstance(read_timeout, int | float) else _READ_SECONDS
        body, headers = _encoded(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=_timeout(seconds), allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except _NEVER_WRITTEN as error:
            raise NeverWritten(type(error).__name__) from error
        except Exception as error:
            raise Unanswered(type(error).__name__) from error

    async def call(self, url: str, fields: dict[str, str]) -> object:
        """The result of a request that is made of a few texts: what the library makes of them first takes far longer.

        Args:
            url: Of the method.
            fields: By name; what is no text is written as JSON.

        Raises:
            TelegramError: As of any other request.
        """
        return await self.post(url, cast(RequestData, _Fields(fields)))

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The object that an answer holds; an answer may hold people's words, so none is logged.

        Of a message that the bot has sent, it is cut down to where that stands: the bot knows what it said, and to
        build objects from all of it would take as long as to send it.

        Raises:
            TelegramError: It holds none.
        """
        try:
            parsed = json.loads(payload)
        except ValueError:
            parsed = None
        if not isinstance(parsed, dict):
            raise TelegramError("The server's answer is no JSON object")
        result = parsed.get("result")
        if isinstance(result, dict) and result.keys() >= _PLACE:
            parsed["result"] = {name: result[name] for name in _PLACE}
        return parsed


@dataclass(frozen=True, slots=True)
class _Fields:
    """All that is read here of a RequestData, which is final: texts by name, and no files."""

    json_parameters: dict[str, str]
    contains_files: bool = False


@lru_cache(maxsize=8)
def _timeout(read_seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        connect=_POOL_SECONDS, sock_connect=_CONNECT_SECONDS, sock_read=read_seconds, total=None
    )


@lru_cache(maxsize=1)
def _certificates() -> SSLContext:
    """Whom to trust: whom the system does, or SSL_CERT_FILE, and certifi's list, as some systems have none."""
    context = create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _proxy(root: str) -> str | None:
    """The proxy that the environment names for an address; aiohttp itself would look for it at every request."""
    parts, proxies = urlsplit(root), getproxies()
    if proxy_bypass(parts.hostname or ""):
        return None
    return proxies.get(parts.scheme) or proxies.get("all")


def _encoded(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """The body of a request and its headers; half a surrogate pair, which UTF-8 cannot carry, is left out."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return URL.build(query=data.json_parameters).raw_query_string.encode(), _FORM
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value.encode(errors="ignore").decode())
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}
