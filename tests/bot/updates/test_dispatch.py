"""Updates of one chat are handled one after the other, chats side by side, and none at the expense of another."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from states import NOW, receive, received, states, waiting

from bot.clock import TelegramClock
from bot.store.inbox import RawUpdate, UpdateState
from bot.store.store import Store, open_store
from bot.turn import Ended, Postponed, Subject, SubjectKind, Superseding, Turn, TurnEnd
from bot.updates.dispatch import LIMITS, Dispatch, DispatchLimits

Json = dict[str, Any]


def message(number: int, chat: int) -> RawUpdate:
    """A message in a chat."""
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat, "type": "group"}}}


def postponed(message_id: int, seconds: float, person_id: int = 1) -> Postponed:
    """The end of an edit that comes too early."""
    return Postponed(Subject(SubjectKind.EDIT, 5, message_id, person_id), seconds)


@dataclass
class Handling:
    """A handler that waits until the test lets an update go, and ends it in the store as the bot does.

    Attributes:
        store: Has the updates.
        is_open: True if those that the test does not know wait for nothing.
        begun: The numbers of those whose handling has begun.
        done: The numbers of those that are handled.
        postponed: The ends with which an update is still to be postponed, by its number.
        settled: The end of an update that supersedes others, by its number.
    """

    store: Store
    is_open: bool = False
    begun: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    postponed: dict[int, list[Postponed]] = field(default_factory=dict)
    settled: dict[int, Superseding] = field(default_factory=dict)
    gates: dict[int, asyncio.Event] = field(default_factory=dict)

    def let_go(self, *numbers: int) -> None:
        """Let updates finish."""
        for number in numbers:
            self._gate(number).set()

    async def __call__(self, turn: Turn) -> TurnEnd:
        number = turn.update_id
        self.begun.append(number)
        if not self.is_open:
            await self._gate(number).wait()
        if again := self.postponed.get(number):
            return again.pop(0)
        if settled := self.settled.get(number):
            self.done.append(number)
            return settled
        await self.store.inbox.mark_done(number)
        self.done.append(number)
        return Ended(UpdateState.DONE)

    def _gate(self, number: int) -> asyncio.Event:
        return self.gates.setdefault(number, asyncio.Event())


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """A store of its own."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as opened:
        yield opened


@pytest.fixture
async def handling(store: Store) -> Handling:
    """Return the handler of updates."""
    return Handling(store)


@pytest.fixture
def limits() -> DispatchLimits:
    """Return the bot's limits; a test that wants others is parametrized with them."""
    return LIMITS


@pytest.fixture
def counts() -> Counter[str]:
    """Return the counts of the dispatch."""
    return Counter()


@pytest.fixture
async def dispatch(
    store: Store, handling: Handling, counts: Counter[str], limits: DispatchLimits
) -> AsyncIterator[Dispatch]:
    """Yield a dispatch that hands updates to the handler."""
    made = Dispatch(store.inbox, handling, counts, TelegramClock(), limits)
    yield made
    await made.finish(0)


async def taken(store: Store, dispatch: Dispatch, updates: Sequence[RawUpdate]) -> None:
    """Take updates as the bot does."""
    for raw in await receive(store, updates):
        dispatch.receive(received(raw))


async def until(is_so: Any) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(60):
        while not is_so():
            await asyncio.sleep(0.001)


async def turns(count: int = 20) -> None:
    """Let everything go on that can."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_updates_of_one_chat_are_handled_in_order_and_one_at_a_time(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [message(number, chat=5) for number in (1, 2, 3)])
    handling.let_go(2, 3)
    await turns()
    assert handling.begun == [1]
    handling.let_go(1)
    await dispatch.finish(1)
    assert handling.done == [1, 2, 3]


async def test_a_slow_chat_holds_up_no_other(store: Store, dispatch: Dispatch, handling: Handling) -> None:
    await taken(store, dispatch, [message(1, chat=5), message(2, chat=6)])
    handling.let_go(2)
    await until(lambda: handling.done == [2])
    handling.let_go(1)
    await dispatch.finish(1)
    assert handling.done == [2, 1]


async def test_a_chat_with_many_updates_takes_the_place_of_one_chat_and_keeps_its_order(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [message(number, chat=5) for number in range(50)])
    await taken(store, dispatch, [message(99, chat=6)])
    handling.let_go(99)
    await until(lambda: handling.done == [99])
    await taken(store, dispatch, [message(number, chat=5) for number in range(50, 60)])
    handling.is_open = True
    handling.let_go(*range(60))
    await until(lambda: len(handling.done) == 61)
    assert handling.done == [99, *range(60)]


async def test_memory_holds_a_few_updates_of_a_chat_and_takes_them_all_the_same(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [message(number, chat=5) for number in range(300)])
    assert dispatch.held <= LIMITS.updates_of_a_chat
    handling.is_open = True
    handling.let_go(0)
    await until(lambda: len(handling.done) == 300)
    assert handling.done == list(range(300))


@pytest.mark.parametrize("limits", [DispatchLimits(chats=10, waiting=20, page=10)])
async def test_memory_holds_so_many_chats_and_the_others_come_in_turn(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [message(number, chat=number) for number in range(1, 101)])
    await until(lambda: len(handling.begun) >= 10)
    await turns()
    assert sorted(handling.begun) == list(range(1, 11))
    handling.is_open = True
    handling.let_go(*range(1, 101))
    await until(lambda: len(handling.done) == 100)
    assert set(handling.done) == set(range(1, 101))


@pytest.mark.parametrize("limits", [DispatchLimits(chats=7, waiting=9, updates_of_a_chat=2, resumed_chats=3)])
async def test_whatever_the_order_and_the_pace_each_update_is_handled_once_and_in_its_chats_order(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    chats = {number: 1 + number * number % 31 for number in range(300)}
    await receive(store, [message(number, chats[number]) for number in range(100)])
    dispatch.resume()
    handling.is_open = True
    for start in range(100, 300, 40):
        await taken(store, dispatch, [message(number, chats[number]) for number in range(start, start + 40)])
        await turns(start % 70)
    await until(lambda: len(handling.done) >= 300)
    await turns()
    assert sorted(handling.done) == list(range(300))
    for chat in set(chats.values()):
        own = [number for number in handling.done if chats[number] == chat]
        assert own == sorted(own)
    assert await states(store) == {UpdateState.DONE: 300}


async def test_what_comes_now_goes_before_what_an_earlier_run_has_left(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await receive(store, [message(number, chat=1000 + number) for number in range(700)])
    dispatch.resume()
    await until(lambda: len(handling.begun) == LIMITS.resumed_chats)
    await taken(store, dispatch, [message(5000, chat=5)])
    await until(lambda: handling.begun[-1] == 5000)
    handling.is_open = True
    handling.let_go(*range(700), 5000)
    await until(lambda: len(handling.done) == 701)


async def test_what_a_chat_says_now_comes_after_what_it_has_said_before_the_start(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await receive(store, [message(number, chat=1000 + number % 100) for number in range(300)])
    dispatch.resume()
    await taken(store, dispatch, [message(5000, chat=1080)])
    handling.is_open = True
    await until(lambda: len(handling.done) == 301)
    assert [number for number in handling.done if number in (80, 180, 280, 5000)] == [80, 180, 280, 5000]


async def test_a_failing_handler_does_not_stop_the_next(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    handled: list[int] = []

    async def handle(turn: Turn) -> Ended:
        if turn.update_id == 1:
            raise RuntimeError("the first one fails")
        handled.append(turn.update_id)
        await store.inbox.mark_done(turn.update_id)
        return Ended(UpdateState.DONE)

    dispatch = Dispatch(store.inbox, handle, Counter(), TelegramClock())
    with caplog.at_level(logging.CRITICAL, logger="bot"):
        await taken(store, dispatch, [message(number, chat=5) for number in range(1, 30)])
        await until(lambda: len(handled) == 28)
    assert handled == list(range(2, 30))
    assert await states(store) == {UpdateState.DONE: 28, UpdateState.FAILED: 1}


@pytest.mark.parametrize("state", [UpdateState.DONE, UpdateState.UNKNOWN])
async def test_what_fails_after_its_message_was_sent_is_logged_as_its_row_says(
    store: Store, caplog: pytest.LogCaptureFixture, state: UpdateState
) -> None:
    async def handle(turn: Turn) -> TurnEnd:
        await (store.inbox.mark_done(1) if state is UpdateState.DONE else store.inbox.mark_unknown(1, None))
        turn.end = Ended(state)
        raise RuntimeError("too late")

    dispatch = Dispatch(store.inbox, handle, Counter(), TelegramClock())
    await taken(store, dispatch, [message(1, chat=5)])
    await until(lambda: not dispatch._chats)
    assert await states(store) == {state: 1}
    assert f"Update 1 failed after its reply; it stays as {state} (RuntimeError" in caplog.text
    assert "quarantined" not in caplog.text
    assert dispatch._counts == {"failed-late": 1}


async def test_what_is_postponed_is_handled_later_and_of_several_about_the_same_only_the_last(
    store: Store, dispatch: Dispatch, handling: Handling, counts: Counter[str]
) -> None:
    handling.is_open = True
    handling.postponed = {number: [postponed(7, 0.1)] for number in (2, 3, 4)}
    handling.postponed[5] = [postponed(8, 0.1)]
    await taken(store, dispatch, [message(number, chat=5) for number in range(1, 7)])
    await until(lambda: handling.done == [1, 6])
    assert [raw["update_id"] for raw in await waiting(store)] == [4, 5], "it waits in the store"
    await until(lambda: len(handling.done) == 4)
    assert sorted(handling.done[2:]) == [4, 5]
    assert counts == {"superseded": 2}
    assert await states(store) == {UpdateState.DONE: 6}


async def test_what_is_postponed_is_not_read_from_the_store_meanwhile(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.postponed = {0: [postponed(7, 0.2)]}
    handling.is_open = True
    await taken(store, dispatch, [message(number, chat=5) for number in range(60)])
    await until(lambda: len(handling.done) == 60)
    assert sorted(handling.done) == list(range(60))
    assert sorted(handling.begun) == [0, *range(60)]


async def test_what_is_postponed_is_dated_by_when_it_is_handled_again(store: Store) -> None:
    times: list[int] = []

    class Clock(TelegramClock):
        def now(self) -> int:
            return NOW + 100 * len(times)

    async def handle(turn: Turn) -> TurnEnd:
        times.append(turn.sent_at)
        return postponed(7, 0.05) if len(times) < 3 else Ended(UpdateState.DONE)

    dispatch = Dispatch(store.inbox, handle, Counter(), Clock(NOW))
    await taken(store, dispatch, [message(1, chat=5)])
    await until(lambda: len(times) == 3)
    assert times == [NOW, NOW + 101, NOW + 201]


async def test_what_is_postponed_is_forgotten_once_a_later_one_has_settled_the_same(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.is_open = True
    handling.postponed = {1: [postponed(7, 0.2)], 2: [postponed(8, 0.2)]}
    handling.settled = {3: Superseding(Subject(SubjectKind.EDIT, 5, 7, 1))}
    await taken(store, dispatch, [message(number, chat=5) for number in (1, 2, 3)])
    await until(lambda: handling.done == [3, 2])
    await until(lambda: not dispatch.chats)
    assert await states(store) == {UpdateState.DONE: 3}
    assert handling.begun == [1, 2, 3, 2]


@pytest.mark.parametrize("later", ["settled", "postponed"])
async def test_also_if_its_time_comes_while_the_later_one_is_handled(
    store: Store, dispatch: Dispatch, handling: Handling, later: str
) -> None:
    handling.postponed = {1: [postponed(7, 0.05)], 2: [postponed(7, 0.05)] if later == "postponed" else []}
    handling.settled = {2: Superseding(Subject(SubjectKind.EDIT, 5, 7, 1))}
    handling.let_go(1)
    await taken(store, dispatch, [message(1, chat=5), message(2, chat=5)])
    await until(lambda: handling.begun == [1, 2])
    await until(lambda: dispatch.held)
    handling.let_go(2)
    await until(lambda: handling.done == [2])
    await until(lambda: not dispatch.chats)
    assert 1 not in handling.done
    assert await states(store) == {UpdateState.DONE: 2}


async def test_after_a_crash_before_the_last_is_put_down_that_one_is_handled_again(
    store: Store, dispatch: Dispatch, handling: Handling, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    done = store.inbox.mark_done

    async def noted(update_id: int) -> None:
        ended.append(update_id)
        await done(update_id)

    monkeypatch.setattr(store.inbox, "mark_done", noted)
    handling.is_open = True
    handling.postponed = {1: [postponed(7, 60)]}
    handling.settled = {2: Superseding(Subject(SubjectKind.EDIT, 5, 7, 1))}
    await taken(store, dispatch, [message(1, chat=5), message(2, chat=5)])
    await until(lambda: len(ended) == 2)
    assert ended == [1, 2]


async def test_of_one_person_only_one_is_tried_again_at_a_time(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.is_open = True
    count, tries = 40, 4
    handling.postponed = {number: [postponed(number, 0.05)] for number in range(count)}
    handling.postponed[0] = [postponed(0, 0.05) for _ in range(tries)]
    handling.postponed[99] = [postponed(99, 0.05, person_id=2)]
    await taken(store, dispatch, [message(99, chat=6), *(message(number, chat=5) for number in range(count))])
    await until(lambda: len(handling.done) == count + 1)
    assert [number for number in handling.done if number != 99] == [*range(1, count), 0], "refused ones go behind"
    assert handling.done[0] == 99, "another's waits for nobody"
    assert len(handling.begun) == 2 * (count + 1) + tries - 1


@pytest.mark.parametrize("limits", [DispatchLimits(postponed=3)])
async def test_only_so_much_is_postponed_and_whoever_has_most_goes_without_the_rest(
    store: Store, dispatch: Dispatch, handling: Handling, counts: Counter[str]
) -> None:
    handling.is_open = True
    handling.postponed = {number: [postponed(number, 60, person_id=2 if number == 1 else 1)] for number in range(10)}
    await taken(store, dispatch, [message(number, chat=5) for number in range(10)])
    await until(lambda: len(handling.begun) == 10)
    await until(lambda: counts["superseded"] == 7)
    assert [raw["update_id"] for raw in await waiting(store)] == [0, 1, 2]


async def test_what_is_postponed_when_the_bot_stops_is_taken_up_at_the_next_start(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.is_open = True
    handling.postponed = {1: [postponed(7, 60)]}
    await taken(store, dispatch, [message(1, chat=5)])
    await until(lambda: not dispatch.chats)
    await dispatch.finish(1)
    again = Dispatch(store.inbox, handling, Counter(), TelegramClock())
    again.resume()
    await until(lambda: handling.done == [1])


async def test_a_row_that_cannot_be_read_is_quarantined_and_the_others_are_handled(
    store: Store, dispatch: Dispatch, handling: Handling, caplog: pytest.LogCaptureFixture
) -> None:
    await receive(store, [message(number, chat=5) for number in range(1, 8)])
    damage = {2: "'{'", 3: "NULL", 4: "x'ff00'", 5: "'[]'", 6: "'{\"update_id\": 1}'"}
    for number, body in damage.items():
        statement = f"UPDATE inbox SET body = {body} WHERE update_id = {number}"
        await store.writer.run(lambda c, statement=statement: c.exec_driver_sql(statement) and None)  # type: ignore[misc]
    handling.is_open = True
    dispatch.resume()
    await until(lambda: handling.done == [1, 7])
    assert await states(store) == {UpdateState.DONE: 2, UpdateState.FAILED: 5}
    assert "Update 2 cannot be read" in caplog.text


def pressed(number: int, chat: int, person: int) -> RawUpdate:
    """A press of somebody's in a chat."""
    place = {"message_id": 1, "chat": {"id": chat, "type": "group"}}
    return {"update_id": number, "callback_query": {"id": "1", "from": {"id": person}, "message": place}}


@pytest.mark.slow
@pytest.mark.parametrize("limits", [DispatchLimits(chats=20, resumed_chats=20)])
@pytest.mark.parametrize("is_restarted", [False, True])
async def test_whoever_is_in_many_chats_has_one_turn_among_the_others(
    store: Store, dispatch: Dispatch, handling: Handling, *, is_restarted: bool
) -> None:
    handling.is_open = True
    flood = [pressed(number, chat=-1 - number, person=666) for number in range(1500)]
    others = [pressed(5000 + number, chat=-5000 - number, person=number + 1) for number in range(10)]
    if is_restarted:
        await receive(store, [*flood, *others])
        dispatch.resume()
    else:
        await taken(store, dispatch, [*flood, *others])
    await until(lambda: len(handling.done) == 1510)
    # While the first page is read, those of it are handled.
    assert max(handling.done.index(update["update_id"]) for update in others) < (600 if is_restarted else 60)
    await until(lambda: not dispatch.chats)


async def test_whoever_is_in_many_chats_holds_few_of_them_at_a_time(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [pressed(number, chat=-1 - number, person=666) for number in range(100)])
    await taken(store, dispatch, [pressed(500, chat=-500, person=1)])
    await until(lambda: 500 in handling.begun)
    await turns()
    assert len(handling.begun) == LIMITS.chats_of_a_sender + 1
    handling.is_open = True
    handling.let_go(*range(100), 500)
    await until(lambda: len(handling.done) == 101)


async def test_a_chat_that_somebody_else_has_written_in_first_has_its_turn_with_all_who_write_there(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [pressed(number, chat=-1 - number, person=666) for number in range(1000)])
    await taken(store, dispatch, [pressed(2000, chat=-1000, person=1)])
    await until(lambda: 999 in handling.begun)
    assert len(handling.begun) <= LIMITS.chats_of_a_sender + 1
    handling.is_open = True
    handling.let_go(*range(1000))
    await until(lambda: len(handling.done) == 1001)
    assert handling.done.index(999) < handling.done.index(2000) < 100


async def test_votes_that_are_postponed_are_dropped_and_nobody_elses(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.is_open = True
    handling.postponed = {
        1: [Postponed(Subject(SubjectKind.VOTE, 5, 1, 1), 60)],
        2: [Postponed(Subject(SubjectKind.VOTE, 6, 2, 1), 60)],
        3: [Postponed(Subject(SubjectKind.EDIT, 5, 3, 1), 60)],
        4: [Postponed(Subject(SubjectKind.VOTE, 5, 1, 2), 60)],
    }
    await taken(store, dispatch, [message(number, chat=6 if number == 2 else 5) for number in range(1, 5)])
    await until(lambda: len(handling.begun) == 4)
    await dispatch.forget_votes(3)
    await dispatch.forget_votes(1)
    assert [raw["update_id"] for raw in await waiting(store)] == [3, 4]


async def test_a_vote_whose_time_has_come_is_dropped_before_it_is_cast(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.postponed = {number: [Postponed(Subject(SubjectKind.VOTE, 5, number, 1), 0.01)] for number in (1, 2)}
    handling.let_go(1, 2)
    await taken(store, dispatch, [message(number, chat=5) for number in (1, 2, 3)])
    await until(lambda: handling.begun == [1, 2, 3])
    await until(lambda: dispatch.held)
    await dispatch.forget_votes(1)
    handling.let_go(3)
    await until(lambda: not dispatch.chats)
    assert handling.begun == [1, 2, 3]
    assert await states(store) == {UpdateState.DONE: 3}


async def test_a_vote_that_its_handler_postpones_after_it_was_dropped_is_not_cast(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    handling.postponed = {
        1: [Postponed(Subject(SubjectKind.VOTE, 5, 1, 7), 0.01)],
        2: [Postponed(Subject(SubjectKind.VOTE, 6, 1, 8), 60)],
    }
    await taken(store, dispatch, [pressed(1, chat=5, person=7), pressed(2, chat=6, person=8)])
    await until(lambda: sorted(handling.begun) == [1, 2])
    await dispatch.forget_votes(7)
    handling.let_go(1, 2)
    await until(lambda: not dispatch.chats)
    assert [raw["update_id"] for raw in await waiting(store)] == [2]
    assert sorted(handling.begun) == [1, 2]


async def test_finishing_gives_up_what_takes_too_long(store: Store, dispatch: Dispatch, handling: Handling) -> None:
    await taken(store, dispatch, [message(1, chat=5), message(2, chat=6)])
    handling.let_go(2)
    await asyncio.wait_for(dispatch.finish(0.05), 1)
    handling.let_go(1)
    await turns()
    assert handling.done == [2]


async def test_finishing_waits_for_what_memory_holds_of_a_chat_and_leaves_the_rest_in_the_store(
    store: Store, dispatch: Dispatch, handling: Handling
) -> None:
    await taken(store, dispatch, [message(number, chat=5) for number in range(50)])
    finishing = asyncio.create_task(dispatch.finish(5))
    await turns()
    assert not finishing.done()
    handling.let_go(*range(50))
    await finishing
    held = LIMITS.updates_of_a_chat
    assert handling.done == list(range(held))
    assert [raw["update_id"] for raw in await waiting(store)] == list(range(held, 50))


async def test_finishing_with_nothing_under_way_ends_at_once(dispatch: Dispatch) -> None:
    await asyncio.wait_for(dispatch.finish(60), 1)


async def test_however_many_rows_cannot_be_read_those_behind_them_are_handled(
    store: Store, dispatch: Dispatch, handling: Handling, caplog: pytest.LogCaptureFixture
) -> None:
    await receive(store, [message(number, chat=5) for number in range(60)])
    statement = "UPDATE inbox SET body = NULL WHERE update_id IN (3, 11) OR update_id BETWEEN 20 AND 50"
    await store.writer.run(lambda c: c.exec_driver_sql(statement) and None)
    handling.is_open = True
    dispatch.resume()
    kept = [number for number in range(60) if number not in (3, 11) and not 20 <= number <= 50]
    await until(lambda: handling.done == kept)
    await until(lambda: not dispatch.chats)
    assert await states(store) == {UpdateState.DONE: len(kept), UpdateState.FAILED: 33}
