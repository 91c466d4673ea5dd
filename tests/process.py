"""The bot as a process of its own, which can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from botapi.server import BotApiServer

ADMIN = 999
LANES = 4


@dataclass
class Bot:
    """The bot as a process that can be killed."""

    server: BotApiServer
    folder: Path
    cache: Path
    webhook_port: int | None = None
    send_rate: float = 0
    knowledge: Path | None = None
    kills: int = 0
    _process: asyncio.subprocess.Process | None = field(default=None, init=False)

    @property
    def database(self) -> Path:
        """Its database."""
        return self.folder / "selon.db"

    @property
    def way(self) -> str:
        """The way in which updates reach it."""
        return "polling" if self.webhook_port is None else "webhook"

    async def start(self) -> None:
        """Start it; it is ready when it asks for updates, or listens for them."""
        environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": self.server.token,
            "TELEGRAM_API_URL": self.server.url,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "CACHE_DIR": str(self.cache),
            "DEFAULT_LANGUAGE": "ru",
            "SEND_RATE": str(self.send_rate),
            "SEND_LANES": str(LANES),
            "ADMIN_IDS": str(ADMIN),
            "LOG_LEVEL": "WARNING",
        }
        if self.knowledge is not None:
            environment["KNOWLEDGE_DIR"] = str(self.knowledge)
        if self.webhook_port is not None:
            address = f"127.0.0.1:{self.webhook_port}"
            environment |= {
                "WEBHOOK_URL": f"http://{address}/hook",
                "WEBHOOK_LISTEN": address,
                "WEBHOOK_SECRET": "a-secret",
            }
        with (self.folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=environment, stderr=log
            )

    async def kill(self) -> None:
        """Kill it: no handler runs, nothing is finished."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()
        self.kills += 1

    async def stop(self) -> None:
        """Ask it to stop."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(self._process.wait(), 20)

    def hang_up(self) -> None:
        """Send it SIGHUP."""
        assert self._process is not None
        self._process.send_signal(signal.SIGHUP)

    async def ended(self, patience: float = 30) -> int:
        """Its exit status, once it has ended by itself."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), patience)

    @property
    def log(self) -> str:
        """Its log."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def rows(self, query: str) -> list[tuple[int, ...]]:
        """Return rows of its database."""
        if not self.database.exists():
            return []
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=5)) as connection:
            return connection.execute(query).fetchall()

    def is_done(self) -> bool:
        """Tell whether nothing waits, neither with it nor with the server."""
        return not self.server.updates.pending and self.rows(
            "SELECT count(*) FROM inbox WHERE state IN ('new', 'sending')"
        ) == [(0,)]

    def peak_memory(self) -> int:
        """The most bytes that it has held in memory so far; on Linux."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) << 10
