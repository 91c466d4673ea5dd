"""A value is made once for each name, and stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import NoResultFound, OperationalError

from bot.store.errors import StoreError
from bot.store.keys import key, key_made_at
from bot.store.store import Store, open_store


def never() -> bytes:
    """Fail where no value may be made."""
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
        return key_made_at(connection, "a")

    assert abs(await store.writer.run(work) - time.time()) < 5
    with pytest.raises(NoResultFound):
        await store.writer.run(lambda c: key_made_at(c, "b"))


async def test_the_key_of_buttons_is_made_once_for_each_database(path: Path, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        made = store.button_key
    with open_store(f"sqlite:///{path}") as store, open_store(f"sqlite:///{tmp_path / 'other.db'}") as other:
        assert store.button_key == made
        assert other.button_key != made
        assert len(made) == len(other.button_key) == 32


def test_a_database_that_takes_no_key_is_told_of_in_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Connection) -> bytes:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr("bot.store.store.button_key", full)
    problem = r"selon\.db cannot be written since the disk is full: make room\."
    with pytest.raises(StoreError, match=problem), open_store(f"sqlite:///{path}"):
        pass
