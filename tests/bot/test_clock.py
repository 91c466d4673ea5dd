"""Updates are dated by Telegram, and those that bear no date by what came before them."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot.clock import TelegramClock

THEN = 1_700_000_000


def message(date: Any) -> dict[str, Any]:
    """A message of some moment."""
    return {"update_id": 1, "message": {"date": date}}


PRESS = {"update_id": 1, "callback_query": {"message": {"date": 5}}}


def test_a_message_has_its_own_date_and_an_edit_that_of_the_edit() -> None:
    clock = TelegramClock(THEN)
    assert clock.time_of(message(THEN - 50)) == THEN - 50
    assert clock.time_of({"edited_message": {"date": THEN, "edit_date": THEN + 9}}) == THEN + 9
    assert clock.time_of({"my_chat_member": {"date": THEN + 20}}) == THEN + 20


def test_a_press_has_the_latest_date_and_the_seconds_since() -> None:
    seconds = 1000.0
    clock = TelegramClock(THEN, monotonic=lambda: seconds)
    clock.time_of(message(THEN + 100))
    seconds += 30
    assert clock.time_of(PRESS) == THEN + 130
    clock.time_of(message(THEN + 105))
    assert clock.time_of(PRESS) == THEN + 130, "an earlier date takes nothing back"


def test_a_press_after_hours_of_rest_is_not_ahead_of_the_messages_that_waited_with_it() -> None:
    clock = TelegramClock(THEN)
    assert clock.time_of(PRESS) == THEN
    assert clock.time_of(message(THEN + 900)) == THEN + 900


def test_without_an_earlier_date_this_machines_clock_has_to_do() -> None:
    assert abs(TelegramClock().time_of(PRESS) - time.time()) < 5


@pytest.mark.parametrize("date", [None, "5", True, -1, 0, 1 << 31, 1e9, [], {}])
def test_what_is_no_date_is_none(date: Any) -> None:
    assert TelegramClock(THEN).time_of(message(date)) == THEN
