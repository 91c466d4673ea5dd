"""Connections that ask something are answered, however many others wait."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import resource
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, heard
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.updates.connections import REQUEST_SECONDS, Server

HALF_A_HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nX-Endless: "
HALF_A_BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"
# Seconds. That a connection still stands has no event to wait for, so it is given the time to be closed.
WORK, BETWEEN_REQUESTS, CLOSING, PRESSURE = 1.0, 0.1, 0.05, 1.5


async def _answer(request: Request) -> Response:
    try:
        return PlainTextResponse(await request.body())
    except ClientDisconnect:
        return Response(status_code=400)


async def _slow(_: Request) -> Response:
    await asyncio.sleep(WORK)
    return PlainTextResponse("slow")


@asynccontextmanager
async def serving(most: int | None = None, request_seconds: float = REQUEST_SECONDS) -> AsyncIterator[int]:
    """The port of a server that sends back what it gets."""
    app = Starlette(routes=[Route("/", _answer, methods=["POST"]), Route("/slow", _slow)])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(app, 1, most=most, request_seconds=request_seconds)
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            await task


class Crowd:
    """Connections that send something and then no more."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.all: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def come(self, count: int, said: bytes) -> None:
        """Open some more."""
        for _ in range(count):
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            writer.write(said)
            self.all.append((reader, writer))

    async def standing(self) -> list[bool]:
        """Return those that are still open."""
        await asyncio.sleep(CLOSING)
        return [not (reader.at_eof() or reader.exception()) for reader, _ in self.all]

    async def go(self) -> None:
        """Close them."""
        for _, writer in self.all:
            writer.close()
        for _, writer in self.all:
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


@asynccontextmanager
async def crowd(port: int) -> AsyncIterator[Crowd]:
    """A crowd that goes when the block ends."""
    come = Crowd(port)
    try:
        yield come
    finally:
        await come.go()


async def posted(port: int, body: bytes = b"here") -> float:
    """Return the seconds that a request takes which is answered."""
    began = time.monotonic()
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
        response = await client.post(f"http://127.0.0.1:{port}/", content=body)
    assert (response.status_code, response.content) == (200, body)
    return time.monotonic() - began


@pytest.mark.parametrize("said", [b"", b"P", HALF_A_HEAD, HALF_A_BODY])
async def test_the_connection_that_has_waited_longest_goes_first(said: bytes) -> None:
    async with serving(most=10) as port, crowd(port) as waiting:
        await waiting.come(10, said)
        assert await waiting.standing() == [True] * 10
        assert await posted(port) < 1
        assert await waiting.standing() == [False] + [True] * 9
        await waiting.come(4, said)
        assert sum(await waiting.standing()) == 10
        assert (await waiting.standing())[-4:] == [True] * 4


async def test_a_request_that_is_being_answered_is_not_closed_for_a_newer_one() -> None:
    asked = b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    async with serving(most=10) as port, crowd(port) as busy, crowd(port) as waiting:
        await busy.come(5, asked)
        await waiting.come(30, HALF_A_HEAD)
        await busy.come(9, asked)
        answers = [await asyncio.wait_for(reader.read(), 3) for reader, _ in busy.all[:5]]
        assert all(answer.endswith(b"slow") for answer in answers)


@pytest.mark.parametrize("said", [b"", HALF_A_HEAD, HALF_A_BODY])
async def test_a_request_that_does_not_come_is_not_waited_for(said: bytes) -> None:
    async with serving(request_seconds=0.3) as port, crowd(port) as waiting:
        await waiting.come(1, said)
        [(reader, _)] = waiting.all
        began = time.monotonic()
        with contextlib.suppress(ConnectionError):
            await asyncio.wait_for(reader.read(), 5)
        assert 0.2 < time.monotonic() - began < 2


@pytest.mark.parametrize("said", [HALF_A_HEAD, HALF_A_BODY])
async def test_neither_is_one_that_comes_a_byte_at_a_time(said: bytes) -> None:
    async with serving(request_seconds=0.3) as port, crowd(port) as waiting:
        await waiting.come(1, said)
        [(reader, writer)] = waiting.all
        began = time.monotonic()
        while not (reader.at_eof() or reader.exception()):
            assert time.monotonic() - began < 2
            with contextlib.suppress(ConnectionError, TimeoutError):
                writer.write(b"x")
                await asyncio.wait_for(reader.read(), 0.05)


async def test_a_connection_that_is_kept_may_be_used_again_for_long() -> None:
    async with serving(request_seconds=0.3) as port, httpx.AsyncClient(trust_env=False) as client:
        streams = set()
        for _ in range(6):
            response = await client.post(f"http://127.0.0.1:{port}/", content=b"here")
            streams.add(response.extensions["network_stream"].get_extra_info("client_addr"))
            assert response.status_code == 200
            await asyncio.sleep(BETWEEN_REQUESTS)
        assert len(streams) == 1


async def test_a_head_without_end_is_refused() -> None:
    async with serving() as port, crowd(port) as waiting:
        await waiting.come(1, HALF_A_HEAD + b"x" * 100_000)
        [(reader, _)] = waiting.all
        with contextlib.suppress(ConnectionError):
            assert (await asyncio.wait_for(reader.read(), 2)).split()[1] in (b"400", b"431")


# The process, with few descriptors.

PRESSING = """
import asyncio, contextlib, sys

async def press():
    while True:
        with contextlib.suppress(ConnectionError):
            reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
            writer.write(b"POST / HTTP/1.1\\r\\nHost: x\\r\\nX-Endless: ")
            with contextlib.suppress(ConnectionError):
                await reader.read()
            writer.close()
        await asyncio.sleep(0.05)

async def main():
    await asyncio.gather(*(press() for _ in range(300)))

asyncio.run(main())
"""


@asynccontextmanager
async def selon(server: BotApiServer, folder: Path, learnt: Path, descriptors: int) -> AsyncIterator[tuple[int, Path]]:
    """The port of the webhook of `selon run` under `ulimit -n`, and its log."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{folder / 'selon.db'}",
        "CACHE_DIR": str(learnt),
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/here",
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "SEND_RATE": "0",
    }
    log = folder / "log"
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=environment,
            stderr=errors,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors)),
        )
    try:
        await server.called("setWebhook", timeout=60)
        yield port, log
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), 20)


@pytest.mark.slow
@pytest.mark.parametrize("said", [b"", HALF_A_HEAD])
async def test_amid_hundreds_of_half_requests_telegram_and_whoever_watches_are_answered_within_a_second(
    server: BotApiServer, tmp_path: Path, learnt: Path, said: bytes
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    async with selon(server, tmp_path, learnt, 256) as (port, log), crowd(port) as waiting:
        server.start_webhook_delivery(backoff=5)
        for count in range(1, 4):
            await waiting.come(400, said)
            async with httpx.AsyncClient(trust_env=False, timeout=1) as client:
                assert (await client.get(f"http://127.0.0.1:{port}/healthz")).status_code == 200
            began = time.monotonic()
            server.message(chat, anna, KNOWN["fr"])
            await server.until(lambda: not server.updates.pending, timeout=1)
            assert time.monotonic() - began < 1
            await heard(server, chat, count)
        standing = sum(await waiting.standing())
        assert 40 < standing < 256
    assert log.stat().st_size < 20_000
    assert "Traceback" not in log.read_text()


@pytest.mark.slow
async def test_whoever_comes_back_at_once_when_turned_away_keeps_nobody_waiting(
    server: BotApiServer, tmp_path: Path, learnt: Path
) -> None:
    async with selon(server, tmp_path, learnt, 256) as (port, log):
        # Apart, since whoever asks here would otherwise have to wait for their turns.
        pressing = await asyncio.create_subprocess_exec(sys.executable, "-c", PRESSING, str(port))
        await asyncio.sleep(PRESSURE)
        async with httpx.AsyncClient(trust_env=False, timeout=1, headers={"Connection": "close"}) as client:
            for _ in range(5):
                assert (await client.get(f"http://127.0.0.1:{port}/healthz")).status_code == 200
        pressing.kill()
        await pressing.wait()
    assert log.stat().st_size < 20_000
    assert not re.search("Traceback|out of system resource", log.read_text())
