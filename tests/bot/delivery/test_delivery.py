"""A message is sent at most once and its fate put down; closed chats and brief answers hold up nobody."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from clocks import SetClocks
from states import turn
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat_settings_cache import ChatSettingsCache
from bot.clock import MachineClock
from bot.delivery.delivery import Delivery, SentMessage
from bot.delivery.pace import Pace
from bot.delivery.transport import RequestUnanswered
from bot.store.inbox import ReceivedUpdate, UpdateState
from bot.store.replies import QuestionMessage
from bot.store.store import Store, open_store
from bot.turn import Ended, Turn, TurnOver

HOUR = 3600
DAY = 24 * HOUR
CHAT = -100


@pytest.fixture
def clocks() -> SetClocks:
    """Return clocks that go as a test sets them."""
    return SetClocks()


def delivery(store: Store, counts: Counter[str] | None = None, machine: MachineClock = time) -> Delivery:
    """A delivery of a run that begins now."""
    counts = Counter() if counts is None else counts
    return Delivery(store, ChatSettingsCache(store.chats), Pace(0), 1, counts, machine=machine)


async def is_written_to(delivery: Delivery) -> bool:
    """Tell whether anything is sent to the chat."""

    async def request(chat_id: int) -> bool:
        return True

    return await delivery.send_once(turn({"update_id": 1}), CHAT, request) is not None


@pytest.mark.parametrize("jump", [-400 * DAY, -2 * DAY, 0, 2 * HOUR, 400 * DAY])
async def test_an_hour_is_an_hour_whatever_the_clock_says(tmp_path: Path, clocks: SetClocks, jump: int) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}", machine=clocks) as store:
        sending = delivery(store, machine=clocks)
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
    tmp_path: Path, clocks: SetClocks, passed: int, is_open: bool
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}", machine=clocks) as store:
        await delivery(store, machine=clocks).close(CHAT)
        clocks.wall += passed
        sending = delivery(store, machine=clocks)
        assert await is_written_to(sending) == is_open
        clocks.ran += HOUR + 1
        assert await is_written_to(sending)


async def test_memory_keeps_no_chat_that_was_closed_for_its_hour(tmp_path: Path, clocks: SetClocks) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}", machine=clocks) as store:
        sending = delivery(store, machine=clocks)
        for chat in range(-200, 0):
            await sending.close(chat)
            clocks.ran += HOUR // 10
        assert len(await sending.closed_chats()) <= 11
        clocks.wall += 2 * HOUR
        assert await delivery(store, machine=clocks).closed_chats() == {}


async def test_brief_answers_are_few_at_once_and_those_beyond_are_given_up(tmp_path: Path) -> None:
    begun, going_on = Counter[str](), asyncio.Event()

    async def request() -> bool:
        begun["brief"] += 1
        await going_on.wait()
        return True

    counts = Counter[str]()
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        sending = delivery(store, counts)
        patient = [asyncio.create_task(sending.send_brief(request, patience=10)) for _ in range(20)]
        while begun["brief"] < 6:
            await asyncio.sleep(0)
        assert await sending.send_brief(request, patience=0) is None
        assert await sending.send_brief(request, patience=0.01) is None
        assert begun["brief"] == 6
        assert counts["given-up"] == 2
        going_on.set()
        assert await asyncio.gather(*patient) == [True] * 20
        assert await sending.send_brief(request, patience=0)


async def test_a_brief_answer_that_telegram_wants_much_later_is_given_up(tmp_path: Path) -> None:
    async def request() -> bool:
        raise RetryAfter(60)

    counts = Counter[str]()
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        sending = delivery(store, counts)
        async with asyncio.timeout(10):
            for _ in range(20):
                assert await sending.send_brief(request) is None
        assert counts["given-up"] == 20


# What becomes of one message.

FIRST_PAUSE = 0.5
"""Seconds after which a request that Telegram did not take is made again."""


@dataclass
class Telegram:
    """A receiver of requests that fails as often as told, then keeps them."""

    failures: list[Exception] = field(default_factory=list)
    asked: list[tuple[int, float]] = field(default_factory=list)

    async def __call__(self, chat_id: int) -> SentMessage:
        """Take one request."""
        self.asked.append((chat_id, time.monotonic()))
        if self.failures:
            raise self.failures.pop(0)
        return SentMessage(chat_id, 100 + len(self.asked))


@dataclass
class Desk:
    """A delivery with its store, its counts and an update that is being handled."""

    delivery: Delivery
    counts: Counter[str]
    path: Path
    turn: Turn

    def row(self) -> str:
        """Return the state of the update in the database."""
        with closing(sqlite3.connect(self.path, timeout=5)) as connection:
            return str(connection.execute("SELECT state FROM inbox").fetchone()[0])


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A delivery of two lanes without a limit of speed."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        await store.inbox.receive([ReceivedUpdate({"update_id": 1}, CHAT, 0)])
        counts: Counter[str] = Counter()
        delivery = Delivery(store, ChatSettingsCache(store.chats), Pace(0), 2, counts)
        yield Desk(delivery, counts, tmp_path / "selon.db", turn({"update_id": 1}))
        await delivery.wait_until_sent(5)


async def test_a_message_that_arrived_ends_its_update(desk: Desk) -> None:
    telegram = Telegram()
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) == SentMessage(CHAT, 101)
    assert (desk.row(), desk.turn.end) == ("done", Ended(UpdateState.DONE))


async def test_a_message_whose_fate_is_unknown_is_never_sent_again(desk: Desk) -> None:
    telegram = Telegram([RequestUnanswered("the connection broke")])
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is None
    assert len(telegram.asked) == 1
    assert (desk.row(), desk.turn.end) == ("unknown", Ended(UpdateState.UNKNOWN))
    assert desk.delivery.news.is_set()
    assert desk.counts["unknown-sends"] == 1


@pytest.mark.parametrize("failures", [[], [RequestUnanswered("the connection broke")]])
async def test_a_turn_that_a_message_has_ended_takes_no_second_one(desk: Desk, failures: list[Exception]) -> None:
    await desk.delivery.send_once(desk.turn, CHAT, Telegram(failures))
    row, second = desk.row(), Telegram()
    with pytest.raises(TurnOver, match="The turn of update 1 is over") as raised:
        await desk.delivery.send_once(desk.turn, CHAT, second)
    assert raised.value.update_id == 1
    assert not second.asked
    assert desk.row() == row


@pytest.mark.parametrize("failure", [NetworkError("no connection"), RetryAfter(timedelta(seconds=FIRST_PAUSE))])
async def test_what_telegram_did_not_take_is_sent_again_after_a_pause(desk: Desk, failure: TelegramError) -> None:
    telegram = Telegram([failure])
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is not None
    (_, first), (_, second) = telegram.asked
    assert second - first >= FIRST_PAUSE
    assert desk.row() == "done"


async def test_no_lane_is_held_while_something_waits_to_be_sent_again(desk: Desk) -> None:
    refused = [Telegram([NetworkError("no connection")]) for _ in range(2)]
    waiting = [asyncio.create_task(desk.delivery.send_repeatable(CHAT, partial(each, CHAT))) for each in refused]
    while not all(each.asked for each in refused):
        await asyncio.sleep(0)
    between = Telegram()
    await desk.delivery.send_repeatable(CHAT, partial(between, CHAT))
    await asyncio.gather(*waiting)
    assert between.asked[0][1] < min(each.asked[1][1] for each in refused)


async def test_what_telegram_refuses_for_good_is_told_and_was_not_sent(desk: Desk) -> None:
    with pytest.raises(BadRequest):
        await desk.delivery.send_once(desk.turn, CHAT, Telegram([BadRequest("Message is too long")]))
    assert (desk.row(), desk.turn.end) == ("new", None)


async def test_an_answer_that_a_library_stumbles_over_leaves_the_fate_unknown(desk: Desk) -> None:
    telegram = Telegram([TypeError("the answer has no such field")])
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is None
    assert len(telegram.asked) == 1
    assert (desk.row(), desk.turn.end) == ("unknown", Ended(UpdateState.UNKNOWN))
    assert desk.counts["unknown-sends"] == 1


@pytest.mark.usefixtures("failures_expected")
async def test_a_message_that_cannot_be_remembered_has_ended_its_update_all_the_same(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(sqlite3.connect(desk.path)) as connection, connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON replies BEGIN SELECT RAISE(ABORT, 'full'); END")
    asked = QuestionMessage(CHAT, 7, "Who is Marc Fogel?")
    assert await desk.delivery.send_once(desk.turn, CHAT, Telegram(), asked) == SentMessage(CHAT, 101)
    assert (desk.row(), desk.turn.end) == ("done", Ended(UpdateState.DONE))
    assert "Update 1: its reply was sent and cannot be remembered" in caplog.text


async def test_a_chat_that_forbids_the_bot_to_write_is_asked_once(desk: Desk) -> None:
    telegram = Telegram([Forbidden("bot was kicked")])
    for _ in range(2):
        assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is None
    assert len(telegram.asked) == 1
    await desk.delivery.open(CHAT)
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is not None


async def test_a_closed_topic_closes_no_chat(desk: Desk) -> None:
    telegram = Telegram([BadRequest("TOPIC_CLOSED")])
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is None
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) is not None


async def test_a_message_follows_a_group_that_became_a_supergroup(desk: Desk) -> None:
    telegram = Telegram([ChatMigrated(-1001)])
    assert await desk.delivery.send_once(desk.turn, CHAT, telegram) == SentMessage(-1001, 102)
    assert [chat for chat, _ in telegram.asked] == [CHAT, -1001]


async def test_an_edit_is_repeated_even_if_its_fate_is_unknown(desk: Desk) -> None:
    telegram = Telegram([RequestUnanswered("the connection broke")])
    assert await desk.delivery.send_repeatable(CHAT, partial(telegram, CHAT)) == SentMessage(CHAT, 102)


async def test_an_answer_that_is_worth_nothing_later_is_given_up_after_three_tries(desk: Desk) -> None:
    telegram = Telegram([RetryAfter(timedelta(seconds=0.01)) for _ in range(4)])
    assert await desk.delivery.send_brief(partial(telegram, CHAT)) is None
    assert len(telegram.asked) == 3
    assert desk.counts["given-up"] == 1


async def test_no_more_messages_are_on_their_way_than_there_are_lanes(desk: Desk) -> None:
    under_way: list[int] = []
    most = 0

    async def request() -> bool:
        nonlocal most
        under_way.append(1)
        most = max(most, len(under_way))
        await asyncio.sleep(0)
        under_way.pop()
        return True

    await asyncio.gather(*(desk.delivery.send_repeatable(CHAT, request) for _ in range(10)))
    assert most == 2


async def test_a_message_on_its_way_is_seen_through_when_its_handler_is_stopped(desk: Desk) -> None:
    under_way, answered = asyncio.Event(), asyncio.Event()

    async def request(chat_id: int) -> bool:
        under_way.set()
        return await answered.wait()

    handler = asyncio.create_task(desk.delivery.send_once(desk.turn, CHAT, request))
    await asyncio.wait_for(under_way.wait(), 5)
    handler.cancel()
    await asyncio.wait([handler])
    assert desk.row() == "sending"
    answered.set()
    while desk.row() != "done":
        await desk.delivery.wait_until_sent(5)


async def test_messages_and_edits_share_one_speed(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        await store.inbox.receive([ReceivedUpdate({"update_id": 1}, CHAT, 0)])
        sending = Delivery(store, ChatSettingsCache(store.chats), Pace(2), 4, Counter())
        telegram = Telegram()
        await sending.send_once(turn({"update_id": 1}), CHAT, telegram)
        await sending.send_repeatable(CHAT, partial(telegram, CHAT))
        await sending.send_repeatable(7, partial(telegram, 7))
        await sending.wait_until_sent(5)
    moments = [moment for _, moment in telegram.asked]
    assert moments[1] - moments[0] >= 0.4
    assert moments[2] - moments[0] >= 0.9
