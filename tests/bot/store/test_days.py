"""Days are those of UTC, wherever the machine stands."""

from __future__ import annotations

import pytest

from bot.store.days import day_of, days_ago, last_days, start_of, today

DAY = 24 * 3600


@pytest.mark.parametrize(
    ("seconds", "day"), [(0, "1970-01-01"), (DAY - 1, "1970-01-01"), (DAY, "1970-01-02"), (1_709_208_000, "2024-02-29")]
)
def test_a_time_is_on_the_day_that_it_has_in_utc(seconds: int, day: str) -> None:
    assert day_of(seconds) == day
    assert start_of(day) == seconds - seconds % DAY


def test_the_last_days_end_today_and_leave_none_out() -> None:
    days = last_days(400)
    assert days == [day_of(start_of(days[0]) + number * DAY) for number in range(400)]
    # The day may have changed meanwhile.
    assert days[-1] in (today(), days_ago(1))
    assert last_days(0) == []


def test_so_many_days_ago_is_counted_from_today() -> None:
    before, ago, after = today(), days_ago(31), today()
    assert start_of(ago) + 31 * DAY in (start_of(before), start_of(after))
