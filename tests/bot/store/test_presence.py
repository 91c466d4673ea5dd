"""A database that goes away while it is in use is noticed, and what was written to it counts for nothing."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from states import receive, waiting

from bot.store.errors import GONE, StoreError, StoreLost
from bot.store.presence import Presence
from bot.store.store import Store, open_store


def beside(path: Path, suffix: str) -> Path:
    """A file beside a database."""
    return path.with_name(f"{path.name}{suffix}")


def replace(path: Path) -> None:
    """Put a copy in the place of a file."""
    copy = beside(path, ".copy")
    shutil.copy(path, copy)
    copy.replace(path)


def move_folder(path: Path) -> None:
    """Move all of a database at once."""
    path.parent.rename(path.parent.with_name("elsewhere"))


def delete_all(path: Path) -> None:
    """Delete all files of a database."""
    for suffix in ("", "-wal", "-shm"):
        beside(path, suffix).unlink()


LOSSES: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "moved": lambda path: path.rename(beside(path, ".old")),
    "replaced": replace,
    "in a folder that was moved": move_folder,
    "in a folder that was deleted": lambda path: shutil.rmtree(path.parent),
    "without its log": lambda path: beside(path, "-wal").unlink(),
    "with another log": lambda path: replace(beside(path, "-wal")),
    "without its index": lambda path: beside(path, "-shm").unlink(),
    "all gone": delete_all,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database in a folder of its own, which is not there yet."""
    return tmp_path / "folder" / "selon.db"


async def lost(store: Store) -> StoreLost:
    """Return the reason why a store can no longer be used; fail if that does not show within seconds."""
    async with asyncio.timeout(5):
        return await store.writer.wait_until_lost()


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
async def test_nothing_is_said_to_be_stored_once_the_database_is_gone(
    path: Path, loss: Callable[[Path], object]
) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await receive(store, [{"update_id": 1}])
        loss(path)
        for _ in range(2):
            with pytest.raises(StoreLost) as refused:
                await receive(store, [{"update_id": 2}])
            assert refused.value.reason == "gone"
        assert not await store.can_write()
        assert await lost(store) is GONE


@pytest.mark.slow
@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
async def test_it_is_noticed_within_seconds_though_nothing_is_written(
    path: Path, loss: Callable[[Path], object]
) -> None:
    with open_store(f"sqlite:///{path}") as store:
        assert store.writer.loss is None
        loss(path)
        assert await lost(store) is GONE


async def test_a_link_that_leads_elsewhere_is_noticed(path: Path) -> None:
    link, other = path.parent.parent / "link.db", path.with_name("other.db")
    link.symlink_to(path)
    with open_store(f"sqlite:///{link}") as store:
        other.touch()
        link.unlink()
        link.symlink_to(other)
        assert await lost(store) is GONE


async def test_a_loss_ends_the_use_in_a_sentence(path: Path) -> None:
    async def use() -> None:
        with open_store(f"sqlite:///{path}") as store:
            path.unlink()
            await receive(store, [{"update_id": 1}])

    with pytest.raises(StoreError, match=r"^The database \S+ was deleted, moved or replaced [^\n]+\.$") as ended:
        await use()
    assert ended.value.exit_status == 1


@pytest.mark.parametrize("is_replaced", [False, True])
async def test_what_moves_takes_along_what_was_stored_and_leaves_nothing_to_another(
    path: Path, is_replaced: bool
) -> None:
    moved = beside(path, ".old")
    with open_store(f"sqlite:///{path}") as store:
        await receive(store, [{"update_id": 1}])
        copy = path.read_bytes()
        path.rename(moved)
        if is_replaced:
            path.write_bytes(copy)
    assert beside(path, "-wal").stat().st_size == 0
    with open_store(f"sqlite:///{moved}") as store:
        assert await waiting(store) == [{"update_id": 1}]
    with open_store(f"sqlite:///{path}") as store:
        assert await waiting(store) == []


async def test_the_log_of_the_database_that_takes_its_place_is_left_alone(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with open_store(f"sqlite:///{path}") as store:
        with open_store(f"sqlite:///{other}") as replacing:
            await receive(replacing, [{"update_id": 7}])
            copies = {suffix: beside(other, suffix).read_bytes() for suffix in ("", "-wal", "-shm")}
        assert copies["-wal"]
        for suffix, content in copies.items():
            beside(path, f"{suffix}.new").write_bytes(content)
            beside(path, f"{suffix}.new").replace(beside(path, suffix))
        await lost(store)
    assert beside(path, "-wal").read_bytes() == copies["-wal"]
    with open_store(f"sqlite:///{path}") as store:
        assert await waiting(store) == [{"update_id": 7}]


async def test_what_belongs_to_ordinary_use_is_no_loss(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await receive(store, [{"update_id": 1}])
        path.touch()
        path.chmod(0o600)
        beside(path, ".copy").write_bytes(path.read_bytes())
        beside(path, ".link").hardlink_to(path)
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        # Before what is written counts as written, the writer looks.
        await store.inbox.mark_done(1)
        assert store.writer.loss is None
        assert Presence(path).is_whole()
