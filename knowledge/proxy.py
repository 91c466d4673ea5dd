"""The proxy that the environment names for an address."""

from __future__ import annotations

import os
from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from yarl import URL

_NAME_ANOTHER = "set it to one that speaks HTTP (http://HOST:PORT), or unset it."


class UnusableProxy(Exception):
    """The environment names a proxy that cannot be used; the message holds no password.

    Attributes:
        variable: Names it.
        problem: As the end of a sentence that says what to do.
    """

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable} {problem}")
        self.variable = variable
        self.problem = problem


def proxy_for(address: str) -> URL | None:
    """Return the proxy that the environment names for an address; None if there is none, or `no_proxy` excludes it.

    Raises:
        UnusableProxy: It is none that can be used.
    """
    parts, proxies = urlsplit(address), getproxies()
    scheme = next((name for name in (parts.scheme, "all") if proxies.get(name)), None)
    if scheme is None or proxy_bypass(parts.hostname or ""):
        return None
    named = proxies[scheme].strip()
    variable = f"{scheme}_proxy"
    variable = variable if variable in os.environ else variable.upper()
    try:
        # As curl and others take it, a name and a port alone are an HTTP proxy's.
        proxy = URL(named if "://" in named else f"http://{named}")
    except ValueError:
        proxy = URL()
    if proxy.scheme.startswith("socks"):
        raise UnusableProxy(variable, f"names a SOCKS proxy, which is not supported: {_NAME_ANOTHER}")
    if proxy.scheme not in ("http", "https") or not proxy.host or not proxy.port:
        raise UnusableProxy(variable, f"is no address of a proxy: {_NAME_ANOTHER}")
    return proxy


def is_loopback(host: str) -> bool:
    """Tell if a host is this machine, by its name or by its address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
