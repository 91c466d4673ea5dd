"""A value is made once for each name, and stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import NoResultFound

from bot.store.keys import key, made_at
from bot.store.store import Store, open_store


def never() -> bytes:
    """Makes a value where none may be made."""
    raise AssertionError("It was there already.")


async def test_a_value_is_made_once_for_each_name(store: Store) -> None:
    run = store.writer.run
    assert await run(lambda c: key(c, "a", lambda: b"one")) == b"one"
    assert await run(lambda c: key(c, "a", never)) == b"one"
    assert await run(lambda c: key(c, "b", lambda: b"two")) == b"two"


async def test_a_value_outlives_the_process(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.writer.run(lambda c: key(c, "a", lambda: b"\x00one"))
    with open_store(f"sqlite:///{path}") as store:
        assert await store.writer.run(lambda c: key(c, "a", never)) == b"\x00one"


async def test_when_a_value_was_made_is_known(store: Store) -> None:
    def work(connection: Connection) -> int:
        key(connection, "a", lambda: b"one")
        return made_at(connection, "a")

    assert abs(await store.writer.run(work) - time.time()) < 5
    with pytest.raises(NoResultFound):
        await store.writer.run(lambda c: made_at(c, "b"))
