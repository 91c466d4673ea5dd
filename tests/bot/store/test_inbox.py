"""Every update is kept until it is handled, comes back in its order, and leaves no word behind."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from clocks import SetClocks
from states import receive, states, waiting

from bot.store.inbox import RawUpdate, ReceivedUpdate, UpdateState
from bot.store.replies import QuestionMessage, SentReply
from bot.store.store import Store, open_store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
OnDisk = Callable[[], bytes]

HOUR = 3600
DAY = 24 * HOUR


def raw(update_id: int, text: str = "", *, kind: str = "message", chat_id: int = 7) -> RawUpdate:
    """An update with a message, whose id is that of the update."""
    return {"update_id": update_id, kind: {"message_id": update_id, "chat": {"id": chat_id}, "text": text}}


async def test_an_update_is_received_once_however_often_it_comes(store: Store) -> None:
    assert await receive(store, [raw(1), raw(2)]) == [raw(1), raw(2)]
    assert await receive(store, [raw(2), raw(3)]) == [raw(3)]
    assert await receive(store, [raw(1), raw(2), raw(3)]) == []
    assert await receive(store, []) == []
    assert await waiting(store) == [raw(1), raw(2), raw(3)]


async def test_of_an_update_that_comes_twice_at_once_the_first_is_kept(store: Store) -> None:
    assert await receive(store, [raw(5, "a"), raw(4), raw(5, "b"), raw(3)]) == [raw(5, "a"), raw(4), raw(3)]
    assert raw(5, "a") in await waiting(store)
    assert len(await waiting(store)) == 3


async def test_two_that_receive_the_same_at_once_share_it_out(store: Store) -> None:
    updates = [raw(number) for number in range(50)]
    halves = await asyncio.gather(receive(store, updates), receive(store, updates))
    assert sorted(update["update_id"] for half in halves for update in half) == list(range(50))


async def test_a_handled_update_is_not_received_again(store: Store) -> None:
    await receive(store, [raw(1), raw(2), raw(3)])
    await store.inbox.mark_done(1)
    await store.inbox.quarantine(2, "ValueError")
    await store.inbox.mark_unknown(3, None)
    assert await receive(store, [raw(1), raw(2), raw(3)]) == []


async def test_an_update_comes_back_as_it_was(store: Store) -> None:
    odd = {
        "update_id": 2**53,
        "message": {"text": "Кто\u202e 😀 \ud83d \u0000", "big": 2**63, "nested": [{}, None, 1.5]},
    }
    await receive(store, [odd])
    assert await waiting(store) == [odd]


async def test_updates_wait_in_the_order_in_which_they_came_though_their_ids_jump_down(store: Store, sql: Sql) -> None:
    for age, ids in ((30, (900, 901)), (20, (5, 6)), (10, (902,))):
        await receive(store, [raw(number) for number in ids])
        times = f"received_at = received_at - {age}"
        await sql(f"UPDATE inbox SET {times} WHERE update_id IN ({', '.join(map(str, ids))})")
    await store.inbox.mark_sending(901)
    await store.inbox.mark_not_sent(901)
    assert [update["update_id"] for update in await waiting(store)] == [900, 901, 5, 6, 902]


async def test_only_what_is_not_handled_waits(store: Store) -> None:
    await receive(store, [raw(number) for number in range(1, 7)])
    await store.inbox.mark_sending(2)
    await store.inbox.mark_done(3)
    await store.inbox.mark_unknown(4, None)
    await store.inbox.quarantine(5, "ValueError")
    await store.inbox.mark_sending(6)
    await store.inbox.mark_not_sent(6)
    assert await waiting(store) == [raw(1), raw(6)]
    assert await states(store) == {
        UpdateState.NEW: 2,
        UpdateState.SENDING: 1,
        UpdateState.DONE: 1,
        UpdateState.UNKNOWN: 1,
        UpdateState.FAILED: 1,
    }


async def test_a_body_is_kept_until_its_update_is_handled_and_in_quarantine(store: Store, sql: Sql) -> None:
    await receive(store, [raw(number) for number in range(1, 6)])
    await store.inbox.mark_sending(2)
    await store.inbox.mark_done(3)
    await store.inbox.mark_unknown(4, None)
    await store.inbox.quarantine(5, "ValueError at x.py:1")
    rows = await sql("SELECT update_id, body IS NOT NULL, error FROM inbox ORDER BY update_id")
    assert rows == [(1, 1, None), (2, 1, None), (3, 0, None), (4, 0, None), (5, 1, "ValueError at x.py:1")]


async def test_a_reply_is_remembered_with_the_update_that_it_ends(store: Store) -> None:
    await receive(store, [raw(1), raw(2)])
    await store.inbox.mark_done(1, SentReply(QuestionMessage(7, 1, "Who?"), 70))
    await store.inbox.mark_unknown(2, QuestionMessage(7, 2, "When?"))
    first, second = await store.replies.find(7, 1), await store.replies.find(7, 2)
    assert first is not None
    assert first.reply_id == 70
    assert first.answers("Who?")
    assert second is not None
    assert second.reply_id is None
    assert second.answers("When?")


async def test_after_a_crash_what_was_being_sent_is_unknown_and_an_edit_of_it_is_known(path: Path) -> None:
    url = f"sqlite:///{path}"
    without_message: RawUpdate = {"update_id": 4, "callback_query": {"id": "x"}}
    with open_store(url) as store:
        await receive(store, [raw(1), raw(2), raw(3, kind="edited_message"), without_message, raw(5)])
        for number in (2, 3, 4):
            await store.inbox.mark_sending(number)
        await store.inbox.mark_done(5)
    with open_store(url) as store:
        assert await store.inbox.recover() == 3
        assert await states(store) == {UpdateState.NEW: 1, UpdateState.UNKNOWN: 3, UpdateState.DONE: 1}
        assert await waiting(store) == [raw(1)]
        for number in (2, 3):
            known = await store.replies.find(7, number)
            assert known is not None
            assert known.reply_id is None
        assert await store.replies.find(7, 1) is None
        assert await store.replies.find(7, 4) is None
        assert await store.inbox.recover() == 0


@pytest.mark.parametrize(
    "message", [None, 5, {}, {"chat": 5}, {"chat": {"id": "a"}, "message_id": 1}, {"chat": {"id": 1}}]
)
async def test_a_message_of_no_known_form_is_recovered_without_its_question(
    store: Store, sql: Sql, message: object
) -> None:
    await receive(store, [{"update_id": 1, "message": message}])
    await store.inbox.mark_sending(1)
    assert await store.inbox.recover() == 1
    assert await sql("SELECT * FROM replies") == []


@pytest.mark.parametrize(("chat", "number"), [(1 << 63, 1), (7, 1 << 63), (-(1 << 63) - 1, 1), (7, -(10**30))])
async def test_a_message_of_which_the_database_takes_no_number_is_recovered_without_its_question(
    store: Store, sql: Sql, chat: int, number: int
) -> None:
    await receive(store, [{"update_id": 1, "message": {"chat": {"id": chat}, "message_id": number}}])
    await store.inbox.mark_sending(1)
    assert await store.inbox.recover() == 1
    assert await sql("SELECT * FROM replies") == []


async def test_an_unknown_send_is_to_be_reported_until_somebody_was_told(store: Store) -> None:
    await receive(store, [raw(number) for number in range(1, 5)])
    await store.inbox.mark_unknown(1, None)
    await store.inbox.mark_sending(2)
    await store.inbox.recover()
    await store.inbox.quarantine(3, "ValueError")
    assert sorted(await store.inbox.unreported()) == [1, 2]
    await store.inbox.mark_reported([1])
    assert await store.inbox.unreported() == [2]
    await store.inbox.mark_reported([])
    assert await store.inbox.unreported() == [2]
    await store.inbox.mark_reported([2])
    assert await store.inbox.unreported() == []


@pytest.mark.parametrize(
    ("state", "age", "is_kept"),
    [
        (UpdateState.NEW, 365 * DAY, True),
        (UpdateState.SENDING, 365 * DAY, True),
        (UpdateState.DONE, 48 * HOUR - 60, True),
        (UpdateState.DONE, 48 * HOUR + 60, False),
        (UpdateState.UNKNOWN, 48 * HOUR - 60, True),
        (UpdateState.UNKNOWN, 48 * HOUR + 60, False),
        (UpdateState.FAILED, 7 * DAY - 60, True),
        (UpdateState.FAILED, 7 * DAY + 60, False),
    ],
)
async def test_an_update_is_forgotten_when_its_time_is_over(
    store: Store, sql: Sql, state: UpdateState, age: int, is_kept: bool
) -> None:
    await receive(store, [raw(1), raw(2)])
    await sql(f"UPDATE inbox SET state = '{state}', changed_at = {int(time.time()) - age} WHERE update_id = 1")
    # That it came long ago is no reason to forget it.
    await sql("UPDATE inbox SET received_at = 0")
    await store.inbox.expire()
    assert await sql("SELECT update_id FROM inbox ORDER BY update_id") == ([(1,), (2,)] if is_kept else [(2,)])


@pytest.mark.parametrize(("age", "is_kept"), [(48 * HOUR - 60, True), (48 * HOUR + 60, False)])
async def test_a_reply_is_forgotten_after_two_days(store: Store, sql: Sql, age: int, is_kept: bool) -> None:
    await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who?"), 70))
    await sql(f"UPDATE replies SET sent_at = {int(time.time()) - age}")
    await store.inbox.expire()
    assert (await store.replies.find(7, 1) is not None) == is_kept


async def test_the_words_of_a_handled_update_are_in_no_file(path: Path, on_disk: OnDisk, tmp_path: Path) -> None:
    words = [f"<word-{number}>" for number in range(8)]
    with open_store(f"sqlite:///{path}", idle_seconds=0.01) as store:
        await receive(store, [raw(number, word) for number, word in enumerate(words)])
        assert _found(words, on_disk()) == words
        await store.inbox.mark_done(0, SentReply(QuestionMessage(7, 0, words[0]), 70))
        await store.inbox.mark_done(1)
        await store.inbox.mark_unknown(2, QuestionMessage(7, 2, words[2]))
        await store.inbox.mark_sending(3)
        await store.inbox.recover()
        await store.inbox.quarantine(4, "ValueError")
        await store.inbox.mark_sending(5)
        await _until_the_log_is_empty(path)
        assert _found(words, on_disk()) == words[4:]
    assert _found(words, on_disk()) == words[4:]


async def test_the_words_of_updates_of_every_length_are_in_no_file(path: Path, on_disk: OnDisk) -> None:
    chance = random.Random(1)
    words = [f"<word-{number}>" for number in range(160)]
    with open_store(f"sqlite:///{path}", idle_seconds=0.01) as store:
        for start in range(0, 160, 40):
            some = range(start, start + 40)
            await receive(store, [raw(n, words[n] * chance.choice((1, 3, 30, 300, 900))) for n in some])
            await _until_the_log_is_empty(path)
            for number in chance.sample(some, 40):
                await store.inbox.mark_done(number)
        await _until_the_log_is_empty(path)
        assert _found(words, on_disk()) == []
    assert _found(words, on_disk()) == []


@pytest.mark.parametrize("idle_seconds", [0.01])
async def test_the_words_of_a_quarantined_update_are_in_no_file_once_it_is_forgotten(
    store: Store, sql: Sql, path: Path, on_disk: OnDisk
) -> None:
    await receive(store, [raw(1, "<word-1>")])
    await store.inbox.quarantine(1, "ValueError")
    await _until_the_log_is_empty(path)
    assert _found(["<word-1>"], on_disk())
    await sql("UPDATE inbox SET changed_at = 0")
    await store.inbox.expire()
    await _until_the_log_is_empty(path)
    assert not _found(["<word-1>"], on_disk())


def _found(words: list[str], content: bytes) -> list[str]:
    return [word for word in words if word.encode() in content]


async def _until_the_log_is_empty(path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    async with asyncio.timeout(5):
        while log.stat().st_size:
            await asyncio.sleep(0.005)


async def test_whose_a_handled_update_was_is_forgotten(store: Store, sql: Sql) -> None:
    await receive(store, [raw(number, chat_id=7) for number in range(1, 5)])
    await store.inbox.mark_done(1)
    await store.inbox.mark_unknown(2, None)
    await store.inbox.quarantine(3, "ValueError")
    assert await sql("SELECT update_id, chat_id FROM inbox ORDER BY update_id") == [(1, 0), (2, 0), (3, 7), (4, 7)]


async def test_a_page_gives_what_waits_of_all_chats_in_the_order_in_which_it_came(store: Store) -> None:
    for number, chat in enumerate((9, 7, 9, 8, 7, 6), 1):
        await receive(store, [raw(number, chat_id=chat)])
    await store.inbox.mark_done(4)
    first, place = await store.inbox.page(None, 3)
    assert [(update.chat_id, update.raw) for update in first] == [
        (chat, raw(number, chat_id=chat)) for number, chat in ((1, 9), (2, 7), (3, 9))
    ]
    assert place is not None
    second, end = await store.inbox.page(place, 3)
    assert [update.chat_id for update in second] == [7, 6]
    assert end is None
    assert await store.inbox.count() == 5


async def test_the_updates_of_a_chat_come_in_their_order_without_some(store: Store) -> None:
    await receive(store, [raw(number, chat_id=7 + number % 2) for number in range(1, 10)])
    for besides, numbers, has_more in (([], [1, 3, 5], True), ([1, 5], [3, 7, 9], True), ([1, 3, 5], [7, 9], False)):
        found, more = await store.inbox.waiting(8, 3, besides)
        assert ([update.update_id for update in found], more) == (numbers, has_more)


async def test_the_time_by_telegrams_clock_is_known_once_it_has_dated_something(store: Store) -> None:
    assert await store.inbox.telegram_time() is None
    dated = raw(1)
    dated["message"]["date"] = 1_700_000_000
    await store.inbox.receive([ReceivedUpdate(dated, 7, 5), ReceivedUpdate(raw(2), 7, 9)])
    await store.inbox.mark_done(1)
    assert await store.inbox.telegram_time() in (1_700_000_000, 1_700_000_001)


DAMAGE = ["CAST(x'ff' AS TEXT)", "CAST(x'c3' AS TEXT)", "NULL", "'{'", "x'00'", "'[]'", "7", "'[' || char(0)"]


async def test_what_cannot_be_read_hides_nothing_behind_it(store: Store, sql: Sql) -> None:
    await receive(store, [raw(number) for number in range(1, 12)])
    for number, body in enumerate(DAMAGE, 1):
        await sql(f"UPDATE inbox SET body = {body} WHERE update_id = {number}")
    await sql("UPDATE inbox SET sent_at = 'x' WHERE update_id = 9")
    page, _ = await store.inbox.page(None, 100)
    assert [update.update_id for update in page] == list(range(1, 12))
    assert await store.inbox.waiting(7, 4) == ([], True)
    assert await store.inbox.waiting(7, 4) == ([], True)
    found, has_more = await store.inbox.waiting(7, 4)
    assert ([update.update_id for update in found], has_more) == ([10, 11], False)
    assert await states(store) == {UpdateState.FAILED: 9, UpdateState.NEW: 2}


async def test_nor_does_what_was_being_sent_keep_the_bot_from_starting(store: Store, sql: Sql) -> None:
    await receive(store, [raw(number) for number in range(1, 1 + len(DAMAGE))])
    for number, body in enumerate(DAMAGE, 1):
        await sql(f"UPDATE inbox SET body = {body}, state = 'sending' WHERE update_id = {number}")
    assert await store.inbox.recover() == len(DAMAGE)


async def test_a_clock_that_is_set_back_reverses_nothing(path: Path) -> None:
    clocks = SetClocks()
    for run in (((1, 1000), (2, 990)), ((3, 2000), (4, 5))):
        with open_store(f"sqlite:///{path}", machine=clocks) as store:
            for number, clocks.wall in run:
                await receive(store, [raw(number)])
    with open_store(f"sqlite:///{path}", machine=clocks) as store:
        assert [update["update_id"] for update in await waiting(store)] == [1, 2, 3, 4]
        found, _ = await store.inbox.waiting(7, 10)
        assert [update.update_id for update in found] == [1, 2, 3, 4]
