"""Postponed updates come back one by one, each person's apart, and only the last about the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.store.inbox import ReceivedUpdate
from bot.turn import Postponed, Subject, SubjectKind
from bot.updates.postponements import Postponements

NEVER = 3600.0


class Resumed:
    """Postponements, and what they have given back."""

    def __init__(self, most: int = 100) -> None:
        self.queue: asyncio.Queue[int] = asyncio.Queue()
        self.postponements = Postponements(lambda received: self.queue.put_nowait(received.update_id), most)

    def put(self, update_id: int, subject: Subject, seconds: float = NEVER) -> int | None:
        """Postpone an update, and return the number of the one that is not kept any more."""
        gone = self.postponements.put(update(update_id, subject), Postponed(subject, seconds))
        return gone.update_id if gone is not None else None

    async def next(self) -> int:
        """Wait for the number of the next one that is given back."""
        async with asyncio.timeout(10):
            return await self.queue.get()


def update(update_id: int, subject: Subject) -> ReceivedUpdate:
    """An update of the chat of its subject."""
    return ReceivedUpdate({"update_id": update_id}, subject.chat_id, 0)


def edit(message_id: int, person_id: int = 70, kind: SubjectKind = SubjectKind.EDIT) -> Subject:
    """Something that an update may be about."""
    return Subject(kind, 1, message_id, person_id)


@pytest.fixture
async def resumed() -> AsyncIterator[Resumed]:
    resumed = Resumed()
    yield resumed
    resumed.postponements.stop()


async def test_a_later_update_about_the_same_takes_the_place_of_the_earlier(resumed: Resumed) -> None:
    assert resumed.put(1, edit(5)) is None
    assert resumed.put(2, edit(5)) == 1
    assert resumed.put(3, edit(6)) is None
    assert resumed.postponements.of_chat(1) == [2, 3]
    assert resumed.postponements.of_chat(2) == []


async def test_those_behind_come_back_only_when_the_first_has_come_to_its_end(resumed: Resumed) -> None:
    postponements = resumed.postponements
    resumed.put(1, edit(5), 0)
    resumed.put(2, edit(6))
    assert await resumed.next() == 1
    assert postponements.due(1) == edit(5)
    assert (postponements.due(2), resumed.queue.empty()) == (None, True)
    ended = postponements.discard(edit(5))
    assert ended is not None
    assert ended.update_id == 1
    assert await resumed.next() == 2
    assert postponements.due(1) is None


async def test_one_that_is_postponed_again_goes_behind_the_others(resumed: Resumed) -> None:
    resumed.put(1, edit(5), 0)
    resumed.put(2, edit(6))
    assert await resumed.next() == 1
    assert resumed.put(1, edit(5), 0) is None, "it is kept still"
    assert await resumed.next() == 2
    assert resumed.postponements.of_chat(1) == [2, 1]


async def test_people_do_not_wait_for_each_other(resumed: Resumed) -> None:
    resumed.put(1, edit(5, person_id=70), 0)
    resumed.put(2, edit(5, person_id=80), 0)
    assert sorted([await resumed.next(), await resumed.next()]) == [1, 2]


async def test_where_there_are_too_many_the_newest_of_whoever_has_most_goes() -> None:
    resumed = Resumed(most=3)
    resumed.put(1, edit(1, person_id=80))
    for number in (2, 3):
        assert resumed.put(number, edit(number)) is None
    assert resumed.put(4, edit(4, person_id=90)) == 3
    assert resumed.postponements.of_chat(1) == [1, 2, 4]
    resumed.postponements.stop()


async def test_all_of_a_kind_of_a_persons_are_discarded_and_no_others(resumed: Resumed) -> None:
    resumed.put(1, edit(5), 0)
    resumed.put(2, edit(5, kind=SubjectKind.VOTE))
    resumed.put(3, edit(6))
    resumed.put(4, edit(5, person_id=80))
    assert await resumed.next() == 1
    gone = resumed.postponements.discard_all(SubjectKind.EDIT, 70)
    assert [received.update_id for received in gone] == [3, 1]
    assert resumed.postponements.discard_all(SubjectKind.EDIT, 60) == []
    assert resumed.postponements.of_chat(1) == [2, 4]


async def test_nothing_comes_back_after_the_stop(resumed: Resumed) -> None:
    resumed.put(1, edit(5), 0)
    resumed.postponements.stop()
    later = asyncio.Event()
    # A timer that is due later fires after those that are due now.
    asyncio.get_running_loop().call_later(0.001, later.set)
    await later.wait()
    assert resumed.queue.empty()
