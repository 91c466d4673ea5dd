"""Updates of one chat are handled one after the other, those of several chats side by side."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from bot.dispatch import Dispatch, RawUpdate, chat_of

Json = dict[str, Any]


def message(number: int, chat: int) -> RawUpdate:
    """A message in a chat."""
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat, "type": "group"}}}


class Handling:
    """Handles updates by waiting until the test lets them go."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.done: list[int] = []
        self._open: dict[int, asyncio.Event] = {}

    def gate(self, number: int) -> asyncio.Event:
        """What an update waits for."""
        return self._open.setdefault(number, asyncio.Event())

    def let_go(self, *numbers: int) -> None:
        """Lets updates finish."""
        for number in numbers:
            self.gate(number).set()

    async def __call__(self, raw: RawUpdate) -> None:
        number = raw["update_id"]
        self.begun.append(number)
        await self.gate(number).wait()
        self.done.append(number)


async def turns(count: int = 20) -> None:
    """Lets everything go on that can."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_updates_of_one_chat_are_handled_in_order_and_one_at_a_time() -> None:
    handling = Handling()
    dispatch = Dispatch(handling)
    for number in (1, 2, 3):
        await dispatch.receive(message(number, chat=5))
    handling.let_go(2, 3)
    await turns()
    assert handling.begun == [1]
    handling.let_go(1)
    await dispatch.finish(1)
    assert handling.done == [1, 2, 3]


async def test_a_slow_chat_holds_up_no_other() -> None:
    handling = Handling()
    dispatch = Dispatch(handling)
    await dispatch.receive(message(1, chat=5))
    await dispatch.receive(message(2, chat=6))
    handling.let_go(2)
    await turns()
    assert handling.done == [2]
    handling.let_go(1)
    await dispatch.finish(1)
    assert handling.done == [2, 1]


async def test_a_chat_with_many_updates_takes_the_place_of_one_chat() -> None:
    handling = Handling()
    dispatch = Dispatch(handling)
    for number in range(50):
        await dispatch.receive(message(number, chat=5))
    await dispatch.receive(message(99, chat=6))
    handling.let_go(99)
    await turns()
    assert handling.done == [99]
    handling.let_go(*range(50))
    await dispatch.finish(1)
    assert handling.done == [99, *range(50)]


async def test_too_many_waiting_updates_are_not_taken_until_there_is_room() -> None:
    handling = Handling()
    dispatch = Dispatch(handling)

    async def flood() -> None:
        for number in range(5000):
            await dispatch.receive(message(number, chat=5))

    flooding = asyncio.create_task(flood())
    await turns()
    assert not flooding.done()
    handling.let_go(*range(5000))
    await asyncio.wait_for(flooding, 5)
    await dispatch.finish(5)
    assert handling.done == list(range(5000))


async def test_a_failing_handler_does_not_stop_the_next(caplog: pytest.LogCaptureFixture) -> None:
    handled: list[int] = []

    async def handle(raw: RawUpdate) -> None:
        if raw["update_id"] == 1:
            raise RuntimeError("the first one fails")
        handled.append(raw["update_id"])

    dispatch = Dispatch(handle)
    with caplog.at_level(logging.CRITICAL, logger="asyncio"):
        for number in (1, 2, 3):
            await dispatch.receive(message(number, chat=5))
        await dispatch.finish(1)
        await turns()
    assert handled == [2, 3]


async def test_finishing_gives_up_what_takes_too_long() -> None:
    handling = Handling()
    dispatch = Dispatch(handling)
    await dispatch.receive(message(1, chat=5))
    await dispatch.receive(message(2, chat=6))
    handling.let_go(2)
    await asyncio.wait_for(dispatch.finish(0.05), 1)
    handling.let_go(1)
    await turns()
    assert handling.done == [2]


async def test_finishing_waits_for_everything_that_was_taken_of_a_chat() -> None:
    handling = Handling()
    dispatch = Dispatch(handling)
    for number in range(5):
        await dispatch.receive(message(number, chat=5))
    finishing = asyncio.create_task(dispatch.finish(5))
    await turns()
    assert not finishing.done()
    handling.let_go(*range(5))
    await finishing
    assert handling.done == list(range(5))


async def test_finishing_with_nothing_under_way_ends_at_once() -> None:
    await asyncio.wait_for(Dispatch(Handling()).finish(60), 1)


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"edited_message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"guest_message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"callback_query": {"from": {"id": 7}, "message": {"chat": {"id": -5}, "date": 0}}}, -5),
        ({"callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, 7),
        ({"inline_query": {"from": {"id": 7}, "query": "nato"}}, 7),
        ({"my_chat_member": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"poll": {"id": "1"}}, None),
        ({"message": "no message"}, None),
        ({"message": {"chat": "no chat", "from": None}}, None),
        ({"message": {"chat": {"id": "no number"}}}, None),
        ({}, None),
    ],
)
def test_what_orders_an_update_is_its_chat_or_else_its_sender(update: Json, chat: int | None) -> None:
    assert chat_of({"update_id": 1, **update}) == chat


def test_an_edit_waits_for_the_message_and_a_press_for_the_reply_in_the_same_chat() -> None:
    chat = {"id": -5}
    kinds: list[Json] = [{"message": {"chat": chat}}, {"edited_message": {"chat": chat}}]
    kinds.append({"callback_query": {"from": {"id": 7}, "message": {"chat": chat}}})
    assert {chat_of({"update_id": 1, **kind}) for kind in kinds} == {-5}
