"""No more is sent than Telegram takes: so many messages a second in all, and so many a minute in one group."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

import pytest

from bot.delivery.pace import Pace

PERSON, GROUP, OTHER_GROUP, YET_ANOTHER_GROUP = 7, -5, -6, -8
AT_ONCE = 0.05
"""Fewer seconds than any pause that a test expects; granting turns that need no pause takes far less."""
SLOW_MACHINE = 5.0
"""Seconds that a test leaves for what would take a fraction of one on a machine that does nothing else."""


async def moments(pace: Pace, chats: Iterable[int]) -> list[float]:
    """The seconds after which each of some messages may go, in the order in which they may."""
    began, granted = time.monotonic(), []

    async def send(chat_id: int) -> None:
        await pace.acquire(chat_id)
        granted.append(time.monotonic() - began)

    await asyncio.gather(*map(send, chats))
    return granted


async def may_go(pace: Pace, chat_id: int) -> bool:
    """Tell whether a message may go at once."""
    try:
        await asyncio.wait_for(pace.acquire(chat_id), AT_ONCE)
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize("rate", [40.0, 100.0])
async def test_a_fifth_of_a_second_goes_at_once_and_the_rest_at_the_rate(rate: float) -> None:
    burst = round(rate / 5)
    granted = await moments(Pace(rate), [PERSON] * 3 * burst)
    assert granted[burst - 1] < granted[burst]
    for number, moment in enumerate(granted):
        # What seeps away while the burst is granted may go as well.
        assert moment >= (number - burst) / rate - 0.01, (number, granted)
    assert granted[-1] <= 2 * burst / rate + SLOW_MACHINE


async def test_a_rate_below_one_a_second_still_lets_one_message_go() -> None:
    pace = Pace(0.5)
    assert await may_go(pace, PERSON)
    assert not await may_go(pace, PERSON)


async def test_what_one_chat_sends_another_waits_for() -> None:
    pace = Pace(1.0)
    assert [await may_go(pace, PERSON + number) for number in range(2)] == [True, False]


async def test_after_a_pause_as_much_goes_at_once_as_before() -> None:
    pace = Pace(20.0)
    await moments(pace, [PERSON] * 4)
    # A real pause, as between two conversations: a fifth of a second empties what was filled.
    await asyncio.sleep(0.25)
    assert [await may_go(pace, PERSON) for _ in range(4)] == [True] * 4


async def test_a_group_hears_twenty_messages_a_minute_and_others_do_not_wait_for_it() -> None:
    pace = Pace(1000.0)
    await asyncio.wait_for(moments(pace, [GROUP] * 20), SLOW_MACHINE)
    assert not await may_go(pace, GROUP)
    assert await may_go(pace, OTHER_GROUP)
    assert await may_go(pace, PERSON)


async def test_a_group_that_waits_takes_no_turn_from_others() -> None:
    pace = Pace(1000.0)
    await asyncio.wait_for(moments(pace, [GROUP] * 20), SLOW_MACHINE)
    waiting = [asyncio.create_task(pace.acquire(GROUP)) for _ in range(300)]
    try:
        await asyncio.wait_for(moments(pace, [OTHER_GROUP] * 20 + [PERSON] * 100), SLOW_MACHINE)
        assert sum(task.done() for task in waiting) <= SLOW_MACHINE / 3
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def test_private_chats_have_no_limit_of_their_own() -> None:
    granted = await moments(Pace(1000.0), [PERSON] * 150)
    assert len(granted) == 150
    assert granted[-1] < SLOW_MACHINE


@pytest.mark.parametrize("chat_id", [PERSON, GROUP])
async def test_a_rate_of_none_is_no_limit(chat_id: int) -> None:
    granted = await asyncio.wait_for(moments(Pace(0), [chat_id] * 1000), SLOW_MACHINE)
    assert len(granted) == 1000


async def test_of_many_groups_those_that_heard_something_last_are_counted() -> None:
    pace = Pace(1_000_000.0, most_groups=2)
    await moments(pace, [GROUP] * 20 + [OTHER_GROUP] * 20 + [YET_ANOTHER_GROUP])
    assert not await may_go(pace, OTHER_GROUP)
    assert await may_go(pace, GROUP), "it is counted anew"
