"""Damage in a database is said in a sentence, at the start and later; nothing is stored in it any more."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Connection, Engine, event
from states import receive

from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.database import open_database, open_read_only
from bot.store.errors import DAMAGED, StoreError, StoreLost
from bot.store.integrity import is_sound
from bot.store.misses import Miss, all_misses
from bot.store.store import Store, open_store

PAGE = 4096
SENTENCE = "is damaged: restore a copy, or set DATABASE_URL to another file."
DAMAGES: dict[str, Callable[[int], bytes]] = {
    "zeros": lambda _: bytes(PAGE),
    "noise": lambda page: random.Random(page).randbytes(PAGE),
    "ones": lambda _: b"\xff" * PAGE,
}


async def fill(store: Store, count: int = 200) -> None:
    """Put something into every kind of page: tables, indexes, overflow, free ones."""
    await receive(store, [{"update_id": number, "text": "x" * 300} for number in range(count)])
    await receive(store, [{"update_id": 5000, "text": "x" * 50_000}])
    for number in range(count):
        await store.misses.add(Miss(f"Qui {number} ?" * 9, "fr", Surface.GROUP, MissReason.ABSTAINED, None, None))
    await store.writer.run(lambda c: c.exec_driver_sql("DELETE FROM inbox WHERE update_id = 5000").close())


@pytest.fixture
def filled(path: Path) -> Path:
    """A database with something in it, closed."""

    async def make() -> None:
        with open_store(f"sqlite:///{path}") as store:
            await fill(store)

    asyncio.run(make())
    with closing(sqlite3.connect(path)) as other:
        [free] = other.execute("PRAGMA freelist_count").fetchone()
    assert free >= 10
    return path


@pytest.fixture
def no_cache() -> Iterator[None]:
    """SQLite keeps no pages in memory: it sees at once what becomes of the file."""

    def shrink(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA cache_size = 0").close()

    event.listen(Engine, "connect", shrink)
    yield
    event.remove(Engine, "connect", shrink)


def pages_of(path: Path) -> dict[str, int]:
    """One page of each kind, counted from 0: the root of every table and index, and the first that lists free ones."""
    with closing(sqlite3.connect(path)) as other:
        roots = other.execute("SELECT name, rootpage - 1 FROM sqlite_master").fetchall()
    return {"the first": 0, "a list of free pages": int.from_bytes(path.read_bytes()[32:36]) - 1, **dict(roots)}


def overwrite(path: Path, page: int, content: bytes) -> None:
    """Overwrite a page."""
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(content)


def assert_refused(path: Path) -> None:
    """Fail unless a database is refused for its damage."""
    with pytest.raises(StoreError) as refused, open_database(path):
        pass
    assert str(refused.value) == f"The database {path} {SENTENCE}"
    assert refused.value.exit_status == 1


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_database_with_a_page_that_was_overwritten_is_refused_and_left_as_it_is(filled: Path, kind: str) -> None:
    content = filled.read_bytes()
    filled.chmod(0o644)
    pages = pages_of(filled)
    assert len(pages) > 15
    for page in {*pages.values(), len(content) // PAGE - 1}:
        overwrite(filled, page, DAMAGES[kind](page))
        damaged = filled.read_bytes()
        assert_refused(filled)
        assert filled.read_bytes() == damaged
        assert filled.stat().st_mode & 0o777 == 0o644
        filled.write_bytes(content)


@pytest.mark.parametrize("kept", [PAGE, 3 * PAGE, 10 * PAGE + 100, -PAGE])
def test_a_database_whose_end_is_gone_is_refused_and_left_as_it_is(filled: Path, kept: int) -> None:
    content = filled.read_bytes()[:kept]
    filled.write_bytes(content)
    assert_refused(filled)
    assert filled.read_bytes() == content


def test_a_reader_says_damage_in_a_sentence(filled: Path) -> None:
    overwrite(filled, pages_of(filled)["misses"], bytes(PAGE))
    with pytest.raises(StoreError, match="is damaged"), open_read_only(filled) as connection:
        all_misses(connection)


@pytest.mark.parametrize("table", ["inbox", "misses"])
def test_a_reader_says_damage_that_it_would_not_have_read(filled: Path, table: str) -> None:
    overwrite(filled, pages_of(filled)[table], bytes(PAGE))
    with pytest.raises(StoreError, match="is damaged"), open_read_only(filled):
        pytest.fail("It is read.")


@pytest.mark.slow
def test_a_huge_database_does_not_hold_up_the_start(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as huge:
        huge.execute("WITH RECURSIVE n(i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)"
        " INSERT INTO inbox (update_id, state, received_at, changed_at) SELECT i, 'done', 0, 0 FROM n")  # fmt: skip
        huge.commit()
        begun = time.monotonic()
        assert is_sound(huge, seconds=0.01)
        took = time.monotonic() - begun
        begun = time.monotonic()
        assert is_sound(huge, seconds=60)
        assert took < (time.monotonic() - begun) / 2
        assert huge.execute("SELECT count(*) FROM inbox").fetchone() == (300_201,)


async def test_damage_that_shows_later_ends_all_writing(filled: Path, no_cache: None) -> None:
    with open_store(f"sqlite:///{filled}") as store:
        overwrite(filled, pages_of(filled)["misses"], bytes(PAGE))
        for _ in range(2):
            with pytest.raises(StoreLost) as refused:
                await store.misses.undecided()
            assert refused.value is DAMAGED
        with pytest.raises(StoreLost):
            await receive(store, [{"update_id": 7000}])
        assert await store.writer.wait_until_lost() is DAMAGED


async def test_work_that_shared_its_commit_with_damage_is_not_said_to_be_done(filled: Path, no_cache: None) -> None:
    with open_store(f"sqlite:///{filled}") as store:
        begun, all_wait = Event(), Event()

        def busy(_: Connection) -> bool:
            begun.set()
            return all_wait.wait(10)

        # Whatever comes in while the thread is at this work shares the next commit.
        first = asyncio.create_task(store.writer.run(busy))
        assert await asyncio.to_thread(begun.wait, 10)
        overwrite(filled, pages_of(filled)["misses"], bytes(PAGE))
        work = asyncio.gather(
            *(store.chats.put_usage_hint(number, 1) for number in range(10)),
            store.misses.undecided(),
            return_exceptions=True,
        )
        await asyncio.sleep(0)
        all_wait.set()
        assert await first
        done = await work
    assert done == [DAMAGED] * 11


async def test_a_text_that_is_none_any_more_is_damage(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content.replace(b"Qui 77 ?", b"Qui \xff7 ?"))

    async def use() -> None:
        with open_store(f"sqlite:///{filled}") as store:
            await store.misses.undecided()

    with pytest.raises(StoreError, match="is damaged"):
        await use()


async def test_what_a_person_writes_is_no_damage(store: Store) -> None:
    for text in ("\ud800", "\x00", "database disk image is malformed"):
        await receive(store, [{"update_id": ord(text[0]), "text": text}])
    with pytest.raises(UnicodeEncodeError):
        await store.misses.add(Miss("\ud800", "fr", Surface.GROUP, MissReason.ABSTAINED, None, None))
    assert store.writer.loss is None
