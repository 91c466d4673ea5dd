"""Web pages: public ones only, within limits, on a server of this machine that a test allows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.web_pages import MOST_BYTES, PageNotRead, fetch_page, is_public

PAGE = "<html><body><p>Le pont est fermé.</p></body></html>"
ENCODED = {
    "/silent": ("text/html", "utf-8", ""),
    "/bogus": ("text/html; charset=bogus", "utf-8", ""),
    "/zlib": ("text/html; charset=zlib", "utf-8", ""),
    "/latin": ("text/html; charset=iso-8859-1", "iso-8859-1", ""),
    "/told": ("text/html", "cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
}


class _Pages(BaseHTTPRequestHandler):
    """A page, redirects to it and around in a circle, one that is too large, and a picture."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            return self._answer(302, location="/page")
        if self.path == "/circle":
            return self._answer(302, location="/circle")
        if self.path == "/away":
            return self._answer(302, location="ftp://127.0.0.1/page")
        if self.path == "/large":
            return self._answer(200, content=b"a" * (MOST_BYTES + 1))
        if self.path == "/picture":
            return self._answer(200, content=b"png", kind="image/png")
        if self.path in ENCODED:
            kind, encoding, before = ENCODED[self.path]
            return self._answer(200, content=(before + PAGE).encode(encoding), kind=kind)
        if self.path == "/page":
            return self._answer(200, content=PAGE.encode())
        return self._answer(404)

    def _answer(
        self, status: int, *, content: bytes = b"", kind: str = "text/html; charset=utf-8", location: str | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if location is not None:
            self.send_header("Location", location)
        self.end_headers()
        try:
            self.wfile.write(content)
        except OSError:
            # Whoever has read enough goes.
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def anywhere(address: str) -> bool:
    return bool(address)


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_read_where_it_is_in_the_end(server: str, path: str) -> None:
    assert fetch_page(server + path, is_allowed=anywhere) == (PAGE, f"{server}/page")


@pytest.mark.parametrize(
    ("path", "said"),
    [("/gone", "404"), ("/circle", "leads on"), ("/large", "5 MB"), ("/picture", "image/png"), ("/away", "https://")],
)
def test_what_is_no_page_is_said_in_a_sentence(server: str, path: str, said: str) -> None:
    with pytest.raises(PageNotRead, match=said):
        fetch_page(server + path, is_allowed=anywhere)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_a_private_network_is_refused(host: str) -> None:
    with pytest.raises(PageNotRead, match="private network"):
        fetch_page(f"http://{host}/page")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("::ffff:10.0.0.1", False),
        ("fd00::1", False),
        ("224.0.0.1", False),
    ],
)
def test_public_addresses_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("path", ENCODED)
def test_a_page_is_read_in_the_encoding_that_is_told(server: str, path: str) -> None:
    text, _ = fetch_page(server + path, is_allowed=lambda _: True)
    assert "Le pont est fermé." in text


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "::1",
    ],
)
def test_an_address_that_carries_a_private_one_is_private(address: str) -> None:
    assert not is_public(address)


def test_an_address_that_carries_a_public_one_is_public() -> None:
    assert is_public("64:ff9b::808:808")
