"""Nobody but whoever runs the bot can open what it keeps, at no moment."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from platformdirs import user_data_path
from states import receive

from bot.store.database import open_database, open_read_only
from bot.store.errors import StoreError
from bot.store.permissions import make_file
from bot.store.store import open_store

SUFFIXES = ("", "-wal", "-shm")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Modes mean nothing here.")


def mode(path: Path) -> int:
    """The rights to a file or folder."""
    return path.stat().st_mode & 0o777


def modes(path: Path) -> dict[str, int]:
    """The rights to all files whose names begin with that of a database."""
    return {file.name.removeprefix(path.name): mode(file) for file in path.parent.glob(f"{path.name}*")}


def beside(path: Path, suffix: str) -> Path:
    """A file beside a database."""
    return path.with_name(f"{path.name}{suffix}")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Set the rights that this process takes from whatever it makes, while the block lasts."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_all_that_is_made_is_its_owners_alone(tmp_path: Path, mask: int) -> None:
    path = tmp_path / "a" / "b" / "selon.db"
    with umask(mask), open_store(f"sqlite:///{path}") as store:
        asyncio.run(receive(store, [{"update_id": 1}]))
        assert modes(path) == dict.fromkeys(SUFFIXES, 0o600)
    assert modes(path) == {"": 0o600}
    assert [mode(folder) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]


def test_a_file_is_its_owners_alone_before_sqlite_opens_it(path: Path) -> None:
    with umask(0):
        make_file(path)
    assert mode(path) == 0o600
    assert path.stat().st_size == 0
    path.write_text("mine")
    make_file(path)
    assert path.read_text() == "mine"


def test_a_link_that_leads_nowhere_yet_leads_to_a_file_of_its_owner(tmp_path: Path) -> None:
    link, target = tmp_path / "link.db", tmp_path / "there" / "selon.db"
    link.symlink_to(target)
    with umask(0), open_database(link):
        assert modes(target) == dict.fromkeys(SUFFIXES, 0o600)
    assert link.is_symlink()


@pytest.mark.parametrize("is_link", [False, True])
def test_what_an_earlier_version_left_open_is_narrowed(tmp_path: Path, path: Path, is_link: bool) -> None:
    with open_database(path):
        pass
    with closing(sqlite3.connect(path)) as killed:
        # A process that is killed leaves its log and index behind.
        killed.execute("PRAGMA user_version = 0").close()
        killed.execute("BEGIN IMMEDIATE").close()
        killed.execute("INSERT INTO chats (chat_id) VALUES (7)").close()
        killed.execute("COMMIT").close()
        for suffix in SUFFIXES:
            beside(path, suffix).chmod(0o644)
        copy = tmp_path / "copy.db"
        for suffix in SUFFIXES[:2]:
            beside(copy, suffix).write_bytes(beside(path, suffix).read_bytes())
            beside(copy, suffix).chmod(0o666)
    beside(copy, ".lock").touch(0o644)
    name = copy
    if is_link:
        name = tmp_path / "link.db"
        name.symlink_to(copy)
    with open_database(name) as connection, connection.begin():
        assert connection.exec_driver_sql("SELECT chat_id FROM chats").scalars().all() == [7]
        assert modes(copy) == dict.fromkeys((*SUFFIXES, ".lock"), 0o600)


def test_what_a_link_beside_it_leads_to_keeps_its_rights(tmp_path: Path, path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "mine").chmod(0o644)
    beside(path, ".lock").symlink_to(tmp_path / "mine")
    with open_database(path):
        pass
    assert mode(tmp_path / "mine") == 0o644


def test_what_reads_makes_nothing_that_others_can_open(path: Path) -> None:
    with open_database(path):
        pass
    with umask(0), open_read_only(path):
        assert set(modes(path).values()) == {0o600}


def test_a_database_that_is_refused_keeps_its_rights(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    path.chmod(0o644)
    with pytest.raises(StoreError, match="another program"), open_database(path):
        pass
    path.with_name("text.db").write_text("My notes.")
    path.with_name("text.db").chmod(0o664)
    with pytest.raises(StoreError, match="no SQLite"), open_database(path.with_name("text.db")):
        pass
    assert (mode(path), mode(path.with_name("text.db"))) == (0o644, 0o664)


def test_a_folder_of_somebody_elses_is_left_and_that_is_said(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.chmod(0o755)
    with open_database(path):
        pass
    assert mode(path.parent) == 0o755
    [record] = caplog.records
    assert record.levelno == logging.WARNING
    assert str(path.parent) in record.getMessage()
    caplog.clear()
    path.parent.chmod(0o700)
    with open_database(path):
        pass
    assert caplog.records == []


def test_the_default_folder_is_the_bots_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = user_data_path("selon")
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    with open_database(folder / "selon.db"):
        assert mode(folder) == 0o700
    assert caplog.records == []
