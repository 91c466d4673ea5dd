"""A signal stops the bot, a second one ends it at once, whatever its loop can."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer

STOPPING = """
import asyncio, sys
from bot.app import serve
from bot.settings import Settings
from knowledge.files import load_library

class Loop(asyncio.SelectorEventLoop):
    def add_signal_handler(self, *_): raise NotImplementedError
    def remove_signal_handler(self, *_): raise NotImplementedError

with asyncio.Runner(loop_factory=Loop if sys.argv[1] == "windows" else None) as runner:
    settings = Settings()
    runner.run(serve(settings, load_library(cache=settings.cache_dir)))
print("stopped")
"""


@asynccontextmanager
async def polling_process(
    server: BotApiServer, tmp_path: Path, learnt: Path, loop: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, from when it polls; its loop handles signals, or cannot."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'selon.db'}",
        "CACHE_DIR": str(learnt),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", STOPPING, loop, env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        await server.until(lambda: server.is_polled, timeout=30)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.slow
@pytest.mark.parametrize("loop", ["windows", "unix"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_stops_the_bot_whatever_its_loop_can(
    server: BotApiServer, tmp_path: Path, learnt: Path, loop: str, number: signal.Signals
) -> None:
    async with polling_process(server, tmp_path, learnt, loop) as process:
        process.send_signal(number)
        output, _ = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, output.split()) == (0, [b"stopped"])


@pytest.mark.slow
@pytest.mark.parametrize("loop", ["windows", "unix"])
@pytest.mark.parametrize("second", [signal.SIGINT, signal.SIGTERM])
async def test_a_second_signal_ends_it_at_once(
    server: BotApiServer, tmp_path: Path, learnt: Path, loop: str, second: signal.Signals
) -> None:
    anna = server.user(7, "Anna", language_code="en")
    server.on_request = lambda method, body, nth: Fault(delay=4) if method == "sendMessage" else None
    async with polling_process(server, tmp_path, learnt, loop) as process:
        server.message(server.private(anna), anna, "How long was the call with Putin?")
        await server.until(lambda: server.most_in_flight("sendMessage") == 1)
        process.send_signal(signal.SIGTERM)
        await server.until(lambda: not server.is_polled)
        process.send_signal(second)
        await asyncio.wait_for(process.wait(), 2)
    assert process.returncode == -second
