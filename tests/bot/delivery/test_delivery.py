"""A closed chat is left alone for an hour, and brief answers leave connections to others."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from pathlib import Path

import pytest
from telegram.error import RetryAfter

from bot.chat_settings_cache import ChatSettingsCache
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Pace
from bot.store.store import Store, open_store
from bot.turn import Turn

HOUR = 3600
DAY = 24 * HOUR
CHAT = -100


class Clocks:
    """This machine's clocks, as a test sets them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.ran = time.time(), 0.0
        monkeypatch.setattr("bot.delivery.delivery.time", self)
        monkeypatch.setattr("bot.store.chats.time", self)

    def time(self) -> float:
        """As `time.time`."""
        return self.wall

    def monotonic(self) -> float:
        """As `time.monotonic`."""
        return self.ran


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    """Clocks that go as a test has them."""
    return Clocks(monkeypatch)


def delivery(store: Store) -> Delivery:
    """A delivery of a run that begins now."""
    return Delivery(store, ChatSettingsCache(store.chats), Pace(0), 1, Counter())


async def is_written_to(delivery: Delivery) -> bool:
    """Whether anything is sent to the chat."""

    async def request(chat_id: int) -> bool:
        return True

    return await delivery.once(Turn(1, 0), CHAT, request) is not None


@pytest.mark.parametrize("jump", [-400 * DAY, -2 * DAY, 0, 2 * HOUR, 400 * DAY])
async def test_an_hour_is_an_hour_whatever_the_clock_says(tmp_path: Path, clocks: Clocks, jump: int) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        sending = delivery(store)
        await sending.close(CHAT)
        clocks.wall += jump
        clocks.ran += HOUR - 1
        assert not await is_written_to(sending)
        clocks.ran += 2
        assert await is_written_to(sending)


@pytest.mark.parametrize(
    ("passed", "is_open"),
    [(0, False), (HOUR - 1, False), (HOUR + 1, True), (400 * DAY, True), (-60, True), (-2 * DAY, True)],
)
async def test_after_a_restart_the_rest_of_the_hour_is_waited_for(
    tmp_path: Path, clocks: Clocks, passed: int, is_open: bool
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        await delivery(store).close(CHAT)
        clocks.wall += passed
        sending = delivery(store)
        assert await is_written_to(sending) == is_open
        clocks.ran += HOUR + 1
        assert await is_written_to(sending)


async def test_memory_keeps_no_chat_that_was_closed_for_its_hour(tmp_path: Path, clocks: Clocks) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        sending = delivery(store)
        for chat in range(-200, 0):
            await sending.close(chat)
            clocks.ran += HOUR // 10
        assert len(await sending._closed_chats()) <= 11
        clocks.wall += 2 * HOUR
        assert await delivery(store)._closed_chats() == {}


async def test_brief_answers_are_few_at_once_and_those_beyond_are_given_up(tmp_path: Path) -> None:
    begun, going_on = Counter[str](), asyncio.Event()

    async def request() -> bool:
        begun["brief"] += 1
        await going_on.wait()
        return True

    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        sending = delivery(store)
        patient = [asyncio.create_task(sending.brief(request, patience=10)) for _ in range(20)]
        while begun["brief"] < 6:
            await asyncio.sleep(0)
        assert await sending.brief(request, patience=0) is None
        assert await sending.brief(request, patience=0.01) is None
        assert begun["brief"] == 6
        assert sending._counts["given-up"] == 2
        going_on.set()
        assert await asyncio.gather(*patient) == [True] * 20
        assert await sending.brief(request, patience=0)


async def test_a_brief_answer_that_telegram_wants_much_later_is_given_up(tmp_path: Path) -> None:
    async def request() -> bool:
        raise RetryAfter(60)

    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        sending = delivery(store)
        async with asyncio.timeout(10):
            for _ in range(20):
                assert await sending.brief(request) is None
        assert sending._counts["given-up"] == 20
