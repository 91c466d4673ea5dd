"""HTTP transport to the Bot API that tells a request that was never written from one that was not answered.

aiohttp takes a third of the CPU time that python-telegram-bot's own transport (httpx) takes for a message.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from http import HTTPStatus
from ssl import SSLContext, create_default_context
from typing import Any, NoReturn, cast
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies

import aiohttp
import certifi
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot import json_text
from bot.delivery.refusals import refusal_of
from bot.errors import SettingsError
from knowledge.proxy import UnusableProxy, proxy_for

_CONNECT_SECONDS = 10.0
POOL_SECONDS = 30.0
_READ_SECONDS = 20.0
LARGEST = 64 << 20
"""Bytes of an answer; a hundred updates with the longest texts, of three-byte characters, have less than half of it."""
_BEGINNING = 4096
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_PLACE = frozenset(("message_id", "date", "chat"))
# What goes wrong while there is no connection yet; a proxy that makes none answers itself.
_NEVER_WRITTEN = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


class RequestNotWritten(NetworkError):
    """Telegram has seen nothing of a request: it may be made again."""


class RequestUnanswered(NetworkError):
    """A request may have been written, and nobody knows what Telegram has done about it."""


class GarbledResponse(RequestUnanswered):
    """An answer that is none of the Bot API's: a proxy's page, an empty one, one that breaks off, one without end.

    Attributes:
        status: Of HTTP.
        beginning: The first bytes, which may hold people's words.
    """

    def __init__(self, status: int, beginning: bytes) -> None:
        super().__init__(f"HTTP {status} with an answer that is none of the Bot API's")
        self.status = status
        self.beginning = beginning[:_BEGINNING]


def waiting_time(error: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait; the library gives whole ones or a timedelta, as it is set up."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Transport(BaseRequest):
    """Connections to one Bot API server, kept open between requests.

    Args:
        root: The server's address.
        connections: The number of requests that may be on their way at once; others wait.
        pool_seconds: Seconds that a request waits for a connection.
        largest: The number of bytes of an answer that are read, about.

    Raises:
        SettingsError: The environment names a proxy that cannot be used.
    """

    def __init__(
        self, root: str, connections: int, *, pool_seconds: float = POOL_SECONDS, largest: int = LARGEST
    ) -> None:
        self._root = root
        self._pool_seconds = pool_seconds
        self._largest = largest
        self._proxy = _proxy(root)
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The seconds that an answer may take where a request does not say."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool, which is empty."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, ssl=_certificates() if urlsplit(self._root).scheme == "https" else True
                ),
                headers={"User-Agent": BaseRequest.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close all connections."""
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
        """Make a request, and read the response's body.

        Returns:
            The status, which is one of success, and the body.

        Raises:
            RequestNotWritten: The request was not made.
            RequestUnanswered: It was, or may have been; `GarbledResponse` if the answer is none of the Bot API's.
            TelegramError: The Bot API refuses it.
        """
        if self._session is None:
            raise RequestNotWritten("The connections are closed")
        seconds = read_timeout if isinstance(read_timeout, int | float) else _READ_SECONDS
        body, headers = _encoded(request_data)
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=_timeout(seconds, self._pool_seconds),
                allow_redirects=False,
            ) as response:
                status, payload = response.status, await _payload(response, self._largest)
        except _NEVER_WRITTEN as error:
            raise RequestNotWritten(type(error).__name__) from error
        except GarbledResponse:
            raise
        except Exception as error:
            raise RequestUnanswered(type(error).__name__) from error
        if not 200 <= status < 300:
            _refuse(status, payload)
        return status, payload

    async def call(self, url: str, fields: dict[str, str]) -> object:
        """Return the result of a request with a few text fields, without the library's far slower preparation.

        Args:
            url: Of the method.
            fields: By name; what is no text is written as JSON.

        Raises:
            TelegramError: As of any other request.
        """
        return await self.post(url, cast(RequestData, _Fields(fields)))

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read a successful answer; it may hold people's words, so none is logged.

        Of a message that the bot has sent, it is cut down to where that stands: the bot knows what it said, and to
        build objects from all of it would take as long as to send it.

        Returns:
            The object, which has a `result`.

        Raises:
            GarbledResponse: It is no answer of the Bot API.
            TelegramError: It is a refusal all the same.
        """
        try:
            parsed = json_text.read(payload)
        except ValueError:
            raise GarbledResponse(200, payload) from None
        if not isinstance(parsed, dict) or parsed.get("ok") is not True or "result" not in parsed:
            raise refusal_of(parsed) or GarbledResponse(200, payload)
        result = parsed["result"]
        if isinstance(result, dict) and result.keys() >= _PLACE:
            parsed["result"] = {name: result[name] for name in _PLACE}
        return parsed


@dataclass(frozen=True, slots=True)
class _Fields:
    """A stand-in for RequestData, which cannot be subclassed: text fields by name, and no files."""

    json_parameters: dict[str, str]
    contains_files: bool = False


@lru_cache(maxsize=8)
def _timeout(read_seconds: float, pool_seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        connect=pool_seconds, sock_connect=_CONNECT_SECONDS, sock_read=read_seconds, total=None
    )


@lru_cache(maxsize=1)
def _certificates() -> SSLContext:
    """Return a context that trusts the certificates of the system or SSL_CERT_FILE, and certifi's."""
    context = create_default_context()
    context.load_verify_locations(certifi.where())
    return context


async def _payload(response: aiohttp.ClientResponse, largest: int) -> bytes:
    """Read a decompressed body up to a limit well above any answer's length."""
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_any():
        parts.append(part)
        size += len(part)
        if size > largest:
            raise GarbledResponse(response.status, b"".join(parts))
    return b"".join(parts)


def _refuse(status: int, payload: bytes) -> NoReturn:
    """Raise the error of a response other than success.

    Whoever else answers, be it a proxy's 502 or 504, does not know what Telegram has done: only that a request is too
    large, which is said before it is passed on.
    """
    try:
        answer = json_text.read(payload)
    except ValueError:
        answer = None
    refusal = refusal_of(answer)
    if refusal is None and status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        refusal = BadRequest("Request Entity Too Large")
    raise refusal or GarbledResponse(status, payload)


def _proxy(root: str) -> URL | None:
    """Find the proxy that the environment names for an address; aiohttp itself would look for it at every request.

    Raises:
        SettingsError: It is none that can be used; what it says of it holds no password.
    """
    try:
        return proxy_for(root)
    except UnusableProxy as error:
        raise SettingsError(error.variable, error.problem) from None


def proxy_passwords() -> list[str]:
    """List the passwords of all proxies that the environment names, as they stand in an address and decoded."""
    found: list[str] = []
    for named in getproxies().values():
        login, at, _ = named.rpartition("://")[2].rpartition("@")
        _, colon, password = login.partition(":")
        if at and colon:
            # With the signs around it: a short one alone stands in every other word.
            found += [f":{password}@", f":{unquote(password)}@"]
    return found


def _encoded(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """Return the body of a request and its headers; half a surrogate pair, which UTF-8 cannot carry, is left out."""
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
