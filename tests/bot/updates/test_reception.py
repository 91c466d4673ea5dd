"""Updates that are received are stored before they are handed on, and handed on once."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.clock import TelegramClock
from bot.store.errors import StoreUnavailable
from bot.store.inbox import RawUpdate, ReceivedUpdate, UpdateState
from bot.store.store import Store, open_store
from bot.turn import Ended, Turn
from bot.updates.dispatch import Dispatch
from bot.updates.reception import Reception


def message(number: int, chat: int = 5) -> RawUpdate:
    """A message in a chat."""
    chat_value = {"id": chat, "type": "private"}
    return {"update_id": number, "message": {"message_id": number, "chat": chat_value, "text": "very private"}}


class Handling:
    """A handler that notes each update and its state in the database; done with it once the test lets it go on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.states: list[tuple[int, str | None]] = []
        self.going_on = asyncio.Event()
        self.going_on.set()

    @property
    def numbers(self) -> list[int]:
        """The numbers of the updates that it was handed."""
        return [number for number, _ in self.states]

    async def __call__(self, turn: Turn) -> Ended:
        await self.going_on.wait()
        self.states.append((turn.update_id, stored(self.path).get(turn.update_id)))
        return Ended(UpdateState.DONE)


def stored(path: Path) -> dict[int, str]:
    """The state of each update, read by another connection."""
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT update_id, state FROM inbox"))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Somebody else writes to the database for as long as the block lasts."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the database."""
    return tmp_path / "selon.db"


@pytest.fixture
async def handling(path: Path) -> Handling:
    """Return the handler of updates."""
    return Handling(path)


@asynccontextmanager
async def receiving(path: Path, handling: Handling) -> AsyncIterator[tuple[Reception, Store]]:
    """A run of the bot, as far as it receives, that hardly waits for a locked database; what it took is handled."""
    with open_store(f"sqlite:///{path}", busy_seconds=0.05) as store:
        dispatch = Dispatch(store.inbox, handling, Counter(), TelegramClock())
        yield Reception(store.inbox, dispatch, TelegramClock()), store
        await dispatch.finish(5)


async def test_what_is_handed_on_is_in_the_database(path: Path, handling: Handling) -> None:
    async with receiving(path, handling) as (reception, _):
        await reception.take([message(1), message(2, chat=6)])
        await reception.take([message(-3)])
    assert handling.states == [(1, "new"), (2, "new"), (-3, "new")]


async def test_what_has_been_taken_is_in_the_database_at_once(path: Path, handling: Handling) -> None:
    handling.going_on.clear()
    async with receiving(path, handling) as (reception, _):
        await reception.take([message(1)])
        assert stored(path) == {1: "new"}
        handling.going_on.set()


async def test_what_comes_again_is_not_handed_on_again(path: Path, handling: Handling) -> None:
    async with receiving(path, handling) as (reception, store):
        await reception.take([message(1), message(1), message(2)])
        await reception.take([message(2), message(3), message(1)])
        await asyncio.gather(*(reception.take([message(4)]) for _ in range(10)))
        for number in (1, 2, 3, 4):
            await store.inbox.mark_done(number)
    async with receiving(path, handling) as (reception, _):
        await reception.take([message(number) for number in (4, 3, 2, 1)])
    assert handling.numbers == [1, 2, 3, 4]


async def test_two_of_one_number_are_one_update_and_the_first_counts(path: Path) -> None:
    received: list[RawUpdate] = []

    async def keep(turn: Turn) -> Ended:
        received.append(turn.received.raw)
        return Ended(UpdateState.DONE)

    with open_store(f"sqlite:///{path}") as store:
        dispatch = Dispatch(store.inbox, keep, Counter(), TelegramClock())
        await Reception(store.inbox, dispatch, TelegramClock()).take([message(1, chat=6), message(1, chat=7)])
        await dispatch.finish(5)
    assert received == [message(1, chat=6)]


async def test_what_is_stored_tells_its_chat_and_its_time(path: Path, handling: Handling) -> None:
    dated = message(1, chat=-7)
    dated["message"]["date"] = 1_700_000_000
    async with receiving(path, handling) as (reception, store):
        await reception.take([dated, {"update_id": 2, "poll": {}}])
        assert await store.inbox.waiting(-7, 10) == ([ReceivedUpdate(dated, -7, 1_700_000_000)], False)
        assert [update.chat_id for update in (await store.inbox.waiting(0, 10))[0]] == [0]


ODD: list[Any] = [
    None,
    7,
    "text",
    [],
    [message(9)],
    {},
    {"message": {}},
    {"update_id": None},
    {"update_id": "9"},
    {"update_id": 9.0},
    {"update_id": True},
    {"update_id": 1 << 62},
    {"update_id": -(1 << 62)},
    {"update_id": 10**30},
]


async def test_what_has_no_number_is_skipped_between_what_has(
    path: Path, handling: Handling, caplog: pytest.LogCaptureFixture
) -> None:
    async with receiving(path, handling) as (reception, _):
        await reception.take([message(1), *ODD, message((1 << 62) - 1)])
    assert handling.numbers == [1, (1 << 62) - 1]
    assert set(stored(path)) == {1, (1 << 62) - 1}
    assert f"{len(ODD)} updates without a number are skipped" in caplog.text
    assert "very private" not in caplog.text


async def test_nothing_is_something_that_can_be_taken(path: Path, handling: Handling) -> None:
    async with receiving(path, handling) as (reception, _):
        with locked(path):
            await reception.take([])
            await reception.take([{}])
    assert handling.states == []


async def test_what_cannot_be_stored_is_not_handed_on_until_it_can(path: Path, handling: Handling) -> None:
    async with receiving(path, handling) as (reception, _):
        with locked(path), pytest.raises(StoreUnavailable, match="locked"):
            await reception.take([message(1), message(2)])
        assert handling.states == []
        assert stored(path) == {}
        await reception.take([message(1), message(2)])
    assert handling.numbers == [1, 2]
