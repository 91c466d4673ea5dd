"""Pauses double up to the longest, and begin anew after a success."""

from __future__ import annotations

from bot.backoff import Backoff


def test_pauses_double_up_to_the_longest() -> None:
    backoff = Backoff(0.5, 3.0)
    assert [backoff.pause() for _ in range(5)] == [0.5, 1.0, 2.0, 3.0, 3.0]


def test_after_a_success_they_begin_anew() -> None:
    backoff = Backoff(0.5, 30.0)
    backoff.pause()
    backoff.pause()
    backoff.reset()
    assert backoff.pause() == 0.5
