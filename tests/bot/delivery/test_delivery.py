"""A chat that does not let the bot write is left alone for an hour, whatever the machine's clock does meanwhile."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

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
