"""Web pages, fetched for a curator: public ones only, within limits of size, time and redirects."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from bot.errors import SelonError
from bot.printable import printable

MOST_BYTES = 5_000_000
_MOST_REDIRECTS = 5
_SECONDS = 20.0
_MOVED = frozenset((301, 302, 303, 307, 308))
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")

_TOLD_IN_PAGE = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_TOLD_WITHIN = 4096
# Of these addresses, the last 32 bits are one of the older kind: translated, compatible and mapped ones.
_EMBEDDING = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96")))

IsAllowed = Callable[[str], bool]


class PageNotRead(SelonError):
    """A page that cannot or must not be read."""


def is_public(address: str) -> bool:
    """Tell if an IP address is one of the public Internet: not of this machine, nor of a private network.

    An address of the newer kind that carries one of the older is as public as that.
    """
    found = ip_address(address)
    every: list[IPv4Address | IPv6Address] = [found]
    if isinstance(found, IPv6Address):
        every = _embedded(found) or every
    return all(each.is_global and not each.is_multicast for each in every)


def _embedded(address: IPv6Address) -> list[IPv4Address | IPv6Address]:
    carried: list[IPv4Address | IPv6Address] = [
        IPv4Address(int(address) & 0xFFFFFFFF) for network in _EMBEDDING if address in network
    ]
    if address.sixtofour is not None:
        carried.append(address.sixtofour)
    if address.teredo is not None:
        carried.extend(address.teredo)
    return carried


def fetch_page(address: str, *, is_allowed: IsAllowed = is_public) -> tuple[str, str]:
    """Fetch a page; every address of a redirect is checked by the same rules.

    Args:
        address: http or https.
        is_allowed: Tells of an IP address if it may be connected to.

    Returns:
        Its HTML or text, and the address that it came from in the end.

    Raises:
        PageNotRead: It is not there, too large or too slow, no page, or in a network that is not public.
    """
    try:
        return asyncio.run(asyncio.wait_for(_fetch(URL(address), is_allowed), _SECONDS))
    except TimeoutError:
        raise PageNotRead(f"{printable(address)} was not read in {_SECONDS:.0f} seconds: save its text.") from None
    except (aiohttp.ClientError, OSError, ValueError, UnicodeError) as error:
        reason = printable(str(error)) or type(error).__name__
        raise PageNotRead(f"{printable(address)} cannot be read ({reason}): save its text as a file.") from None


class _Resolver(AbstractResolver):
    """A resolver that knows only addresses that may be connected to, so that no name leads elsewhere."""

    def __init__(self, is_allowed: IsAllowed) -> None:
        self._resolver = ThreadedResolver()
        self._is_allowed = is_allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        allowed = [each for each in found if self._is_allowed(each["host"])]
        if not allowed:
            raise PageNotRead(f"{printable(host)} is in a private network, which no page is read from: save its text.")
        return allowed

    async def close(self) -> None:
        await self._resolver.close()


async def _fetch(url: URL, is_allowed: IsAllowed) -> tuple[str, str]:
    connector = aiohttp.TCPConnector(resolver=_Resolver(is_allowed))
    headers = {"User-Agent": "Selon (a curator reads this page)", "Accept": ", ".join(_TYPES)}
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:
        for _ in range(_MOST_REDIRECTS + 1):
            _require_allowed(url, is_allowed)
            async with session.get(url, allow_redirects=False) as response:
                if response.status in _MOVED and "Location" in response.headers:
                    url = url.join(URL(response.headers["Location"]))
                    continue
                return await _content(response, url), str(url)
    raise PageNotRead(f"{printable(str(url))} leads on more than {_MOST_REDIRECTS} times: give the last address.")


def _require_allowed(url: URL, is_allowed: IsAllowed) -> None:
    """Raise PageNotRead for an address that is not of the web, and for a literal IP address that is not allowed."""
    if url.scheme not in ("http", "https") or not url.host:
        raise PageNotRead(f"{printable(str(url))} is no address of a page: it has to begin with https:// or http://.")
    try:
        refused = not is_allowed(url.host)
    except ValueError:
        return
    if refused:
        raise PageNotRead(f"{printable(url.host)} is in a private network, which no page is read from: save its text.")


async def _content(response: Any, url: URL) -> str:
    if response.status != 200:
        raise PageNotRead(f"{printable(str(url))} answers with status {response.status}: see if the address is right.")
    if response.content_type not in _TYPES:
        raise PageNotRead(f"{printable(str(url))} is no page but {printable(response.content_type)}: save its text.")
    content = await response.content.read(MOST_BYTES + 1)
    while len(content) <= MOST_BYTES and (more := await response.content.read(MOST_BYTES + 1 - len(content))):
        content += more
    if len(content) > MOST_BYTES:
        raise PageNotRead(f"{printable(str(url))} has more than {MOST_BYTES // 1_000_000} MB: save its text as a file.")
    return _decoded(content, response.charset)


def _decoded(content: bytes, charset: str | None) -> str:
    """The text of a page, in the encoding that the server names, else the page, else UTF-8."""
    told = _TOLD_IN_PAGE.search(content[:_TOLD_WITHIN])
    for name in (charset, told[1].decode() if told else None):
        if name is not None:
            try:
                return content.decode(name, errors="replace")
            except LookupError:
                continue
    return content.decode(errors="replace")
