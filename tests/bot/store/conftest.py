"""A store on a file of its own, and what is really in that file."""

from __future__ import annotations

import resource
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from clocks import SetClocks
from sqlalchemy import Connection

from bot.store.store import Store, open_store
from bot.store.writer import IDLE_SECONDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the database, which is not there yet."""
    return tmp_path / "selon.db"


@pytest.fixture
def idle_seconds() -> float:
    """Return the bot's own pause; a test that waits for the writer to rest is parametrized with less."""
    return IDLE_SECONDS


@pytest.fixture
def clocks() -> SetClocks:
    """Return clocks that go as a test sets them."""
    return SetClocks()


@pytest.fixture
def store(path: Path, idle_seconds: float, request: pytest.FixtureRequest) -> Iterator[Store]:
    """A new store in that file, by clocks that the test sets if it asks for them."""
    machine = request.getfixturevalue("clocks") if "clocks" in request.fixturenames else time
    with open_store(f"sqlite:///{path}", idle_seconds=idle_seconds, machine=machine) as opened:
        yield opened


@pytest.fixture
def sql(store: Store) -> Callable[[str], Awaitable[list[tuple[Any, ...]]]]:
    """Run a statement in the store's own thread, and return its rows."""

    async def run(statement: str) -> list[tuple[Any, ...]]:
        def work(connection: Connection) -> list[tuple[Any, ...]]:
            result = connection.exec_driver_sql(statement)
            return [tuple(row) for row in result] if result.returns_rows else []

        return await store.writer.run(work)

    return run


@pytest.fixture
def on_disk(path: Path) -> Callable[[], bytes]:
    """All that the database's files hold: the main one, the write-ahead log, its index."""
    return lambda: b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


@pytest.fixture
def no_file_beyond() -> Callable[[int], AbstractContextManager[None]]:
    """Let this process write no file beyond so many bytes while the block lasts, as a full disk would."""

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limited
