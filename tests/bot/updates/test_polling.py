"""Polling hands on every update once and in order, whatever it is, and goes on after failures."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from exchange import KNOWN, OTHER, OTHER_ENTRY, answer, heard
from raw_http import answering, response
from running import Running
from states import receive, states, turn

from bot.app import build_application
from bot.delivery.transport import Transport
from bot.errors import SecondInstance
from bot.handlers.processing import process
from bot.health_file import HealthFile
from bot.settings import Settings
from bot.store.errors import StoreUnavailable
from bot.store.inbox import RawUpdate, UpdateState
from bot.store.store import open_store
from bot.updates.polling import PAUSES, Polling, PollingPauses
from knowledge.library import Library

KINDS = ("message", "inline_query")
NOTHING_MORE = 0.5
"""Seconds in which a poll that is repeated at once would come a hundred times: that none comes has no event."""


class Received:
    """A reception that keeps all updates."""

    def __init__(self) -> None:
        self.updates: list[RawUpdate] = []
        self.fails_at: int | None = None

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        if self.fails_at is not None and len(self.updates) + len(updates) > self.fails_at:
            raise StoreUnavailable("database or disk is full")
        self.updates.extend(updates)

    @property
    def texts(self) -> list[str]:
        """The texts of the messages."""
        return [raw["message"]["text"] for raw in self.updates]


@asynccontextmanager
async def polling(
    server: BotApiServer, received: Received, health_file: HealthFile | None = None, pauses: PollingPauses = PAUSES
) -> AsyncIterator[asyncio.Task[None]]:
    """Poll while the block lasts."""
    request = Transport(server.url, 1)
    await request.initialize()
    url = f"{server.base_url}{server.token}"
    task = asyncio.create_task(Polling(request, url, KINDS, received, health_file, pauses=pauses).run())
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await task
        await request.shutdown()


def write(server: BotApiServer, *texts: str) -> None:
    """Push messages of one person."""
    anna = server.user(7, "Anna")
    for text in texts:
        server.message(server.private(anna), anna, text)


async def test_updates_are_handed_on_in_order_and_confirmed(server: BotApiServer) -> None:
    received = Received()
    write(server, "1", "2", "3")
    async with polling(server, received):
        await server.until(lambda: not server.updates.pending and server.is_polled)
        write(server, "4")
        await server.until(lambda: not server.updates.pending and len(received.updates) == 4)
    assert received.texts == ["1", "2", "3", "4"]
    first, second = server.calls_of("getUpdates")[:2]
    assert "offset" not in first.body
    assert second.body["offset"] == str(received.updates[2]["update_id"] + 1)


async def test_more_updates_than_one_answer_holds_are_all_handed_on(server: BotApiServer) -> None:
    received, texts = Received(), [str(number) for number in range(250)]
    write(server, *texts)
    async with polling(server, received):
        await server.until(lambda: not server.updates.pending)
    assert received.texts == texts


async def test_the_kinds_of_updates_are_named_in_every_request(server: BotApiServer) -> None:
    async with polling(server, Received()):
        await server.until(lambda: server.is_polled)
        write(server, "1")
        await server.called("getUpdates", 1)
        await server.until(lambda: not server.updates.pending and server.is_polled)
        write(server, "2")
        await server.called("getUpdates", 2)
    assert all(json.loads(call.body["allowed_updates"]) == list(KINDS) for call in server.calls_of("getUpdates"))


async def test_what_was_not_taken_is_not_confirmed(server: BotApiServer) -> None:
    received, later = Received(), Received()
    received.fails_at = 1
    write(server, "1", "2", "3")
    async with polling(server, received):
        await server.called("getUpdates", 2)
    assert len(server.updates.pending) == 3
    async with polling(server, later):
        await server.until(lambda: not server.updates.pending)
    assert received.texts == []
    assert later.texts == ["1", "2", "3"]


async def test_what_could_not_be_stored_is_asked_for_again_and_nothing_is_spun(server: BotApiServer) -> None:
    received = Received()
    received.fails_at = 0
    write(server, "1", "2")
    async with polling(server, received):
        await server.called("getUpdates", 1)
        await asyncio.sleep(NOTHING_MORE)
        assert len(server.calls_of("getUpdates")) == 1
        received.fails_at = None
        await server.until(lambda: not server.updates.pending)
    assert received.texts == ["1", "2"]


async def test_what_is_no_update_at_the_end_of_an_answer_stops_nothing(server: BotApiServer) -> None:
    received = Received()
    write(server, "1")
    server.push_raw({"update_id": "no number", "message": {"text": "2"}})
    async with polling(server, received) as task:
        await server.until(lambda: not server.updates.pending and server.is_polled)
        assert not task.done()
    assert received.texts == ["1", "2"]


async def test_an_answer_of_which_nothing_can_be_confirmed_is_not_asked_for_again_at_once(
    server: BotApiServer,
) -> None:
    server.push_raw({"update_id": "no number", "message": {"text": "1"}})
    async with polling(server, Received()) as task:
        await server.called("getUpdates", 1)
        await asyncio.sleep(NOTHING_MORE)
        assert not task.done()
    assert len(server.calls_of("getUpdates")) == 1


async def test_an_identifier_that_jumps_after_an_idle_week_is_followed(server: BotApiServer) -> None:
    received = Received()
    write(server, "1")
    async with polling(server, received):
        await server.until(lambda: not server.updates.pending)
        chat = {"id": 7, "type": "private"}
        server.push_raw({"update_id": 900_000_000, "message": {"message_id": 9, "chat": chat, "text": "2"}})
        await server.until(lambda: len(received.updates) == 2)
        write(server, "3")
        await server.until(lambda: not server.updates.pending and len(received.updates) == 3)
    assert received.texts == ["1", "2", "3"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"status": 502}, {"status": 429, "retry_after": 1}, {"drop": "after_work"}],
)
async def test_a_poll_that_fails_is_repeated_soon_and_loses_nothing(
    server: BotApiServer, caplog: pytest.LogCaptureFixture, fault: dict[str, Any]
) -> None:
    received = Received()
    write(server, "1", "2")
    server.fail_next("getUpdates", **fault)
    with caplog.at_level(logging.WARNING):
        async with polling(server, received):
            await server.until(lambda: not server.updates.pending, timeout=4)
    assert received.texts == ["1", "2"]
    assert "did not answer a poll" in caplog.text
    assert server.token not in caplog.text


async def test_a_server_that_goes_away_and_comes_back_is_polled_again(server: BotApiServer) -> None:
    received = Received()
    async with polling(server, received):
        await server.until(lambda: server.is_polled)
        write(server, "1")
        await server.until(lambda: not server.updates.pending and server.is_polled)
        server.stop_listening()
        write(server, "2")
        server.listen_again()
        await server.until(lambda: not server.updates.pending)
    assert received.texts == ["1", "2"]


QUICK = PollingPauses(first=0.05, longest=0.05, longest_wait=0.05, overlap=0.5, overlap_pause=0.05)


async def test_a_second_instance_ends_the_polling_if_it_stays(server: BotApiServer) -> None:
    server.on_request = lambda method, body, nth: Fault(status=409)
    began = time.monotonic()
    async with polling(server, Received(), pauses=QUICK) as task:
        await asyncio.wait([task], timeout=5)
        assert isinstance(task.exception(), SecondInstance)
    assert time.monotonic() - began >= 0.5


async def test_a_second_instance_that_gets_updates_in_between_ends_the_polling_too(server: BotApiServer) -> None:
    server.on_request = lambda method, body, nth: Fault(status=409) if nth % 2 else None
    async with polling(server, Received(), pauses=QUICK) as task:
        while not task.done():
            write(server, "1")
            await asyncio.wait([task], timeout=0.05)
        assert isinstance(task.exception(), SecondInstance)


async def test_an_instance_that_is_about_to_leave_is_waited_for(
    server: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    received = Received()
    server.fail_next("getUpdates", status=409, times=5)
    write(server, "1")
    async with polling(server, received, pauses=QUICK) as task:
        await server.until(lambda: not server.updates.pending)
        assert not task.done()
    assert received.texts == ["1"]
    assert "Another process receives this bot's updates" in caplog.text


REFUSALS: list[dict[str, Any]] = [
    {"status": 401, "description": "Unauthorized"},
    {"status": 404, "description": "Not Found"},
    *({"status": status, "html": True} for status in (400, 401, 403, 404, 409, 429, 502)),
    {"status": 200, "html": True},
]


@pytest.mark.slow
@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
@pytest.mark.parametrize("times", [1, 8])
async def test_a_token_that_has_worked_is_tried_again_whatever_is_said_of_it(
    server: BotApiServer, refusal: dict[str, Any], times: int
) -> None:
    received = Received()
    server.fail_next("getUpdates", times=times, **refusal)
    write(server, "1")
    async with polling(server, received, pauses=QUICK) as task:
        await server.until(lambda: not server.updates.pending)
        assert not task.done()
    assert received.texts == ["1"]


async def test_between_refusals_of_the_token_there_is_a_pause(server: BotApiServer) -> None:
    server.on_request = lambda method, body, nth: Fault(status=401, description="Unauthorized")
    async with polling(server, Received()) as task:
        await asyncio.wait([task], timeout=1.7)
        assert len(server.calls_of("getUpdates")) == 2


async def test_a_wait_of_years_is_cut_short(server: BotApiServer) -> None:
    server.fail_next("getUpdates", status=429, retry_after=10**9)
    received = Received()
    write(server, "1")
    async with polling(server, received, pauses=QUICK):
        await server.until(lambda: not server.updates.pending)


# What cannot be read.


class RawUpdates:
    """Updates in JSON that need not be any, given out as the Bot API does."""

    def __init__(self, *texts: bytes) -> None:
        self.texts = dict(enumerate(texts, 1))
        self.asked: list[dict[str, str]] = []
        self.served = asyncio.Event()

    async def __call__(self, target: str) -> bytes:
        asked = dict(parse_qsl(urlsplit(target).query))
        self.asked.append(asked)
        offset = int(asked.get("offset", 0))
        batch = [text for number, text in self.texts.items() if number >= offset][: int(asked.get("limit", 100))]
        if not batch:
            self.served.set()
            await asyncio.Event().wait()
        return response(200, b'{"ok": true, "result": [' + b", ".join(batch) + b"]}")


def raw(number: int, more: bytes = b"") -> bytes:
    """An update with a text, and something besides."""
    return b'{"update_id": %d, "message": {"text": "%d"%s}}' % (number, number, more)


async def taken(updates: RawUpdates, pauses: PollingPauses = PAUSES) -> list[RawUpdate]:
    """Return the updates that polling hands on."""
    received = Received()
    async with answering(updates) as root:
        request = Transport(root, 1, largest=1 << 20)
        await request.initialize()
        task = asyncio.create_task(Polling(request, f"{root}/bot1:x", KINDS, received, pauses=pauses).run())
        try:
            await asyncio.wait_for(updates.served.wait(), 10)
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await request.shutdown()
    return received.updates


READABLE = {
    "900 levels": b', "deep": ' + b"[" * 900 + b"]" * 900,
    "970 levels": b', "deep": ' + b'{"a":' * 970 + b"1" + b"}" * 970,
    "100,000 levels": b', "deep": ' + b"[" * 100_000 + b"]" * 100_000,
    "5,000 digits": b', "date": ' + b"9" * 5000,
    "not a number": b', "date": NaN, "other": -Infinity',
    "the same key again": b', "text": "2"',
}


@pytest.mark.parametrize("more", READABLE.values(), ids=READABLE)
async def test_an_update_that_is_too_much_for_the_parser_costs_no_other(more: bytes) -> None:
    updates = RawUpdates(raw(1), raw(2, more), raw(3))
    received = await taken(updates)
    assert [update["update_id"] for update in received] == [1, 2, 3]
    assert all(update["message"]["text"] == str(update["update_id"]) for update in received)
    assert json.loads(json.dumps(received[2])) == received[2]
    assert len(updates.asked) == 2


UNREADABLE = {
    "cut off": b'{"update_id": 3, "message": {"text": "Anna\'s words',
    "no UTF-8": raw(3, b', "name": "\xff"'),
    "a control character": raw(3, b', "name": "\x00"'),
    "more than any answer": raw(3, b', "pad": "' + b"x" * (1 << 20) + b'"'),
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
async def test_an_update_that_cannot_be_read_is_left_out_and_no_other_is(
    text: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    updates = RawUpdates(raw(1), raw(2), text, raw(4), raw(5))
    received = await taken(updates, QUICK)
    assert [update["update_id"] for update in received] == [1, 2, 3, 4, 5]
    assert received[2] == {"update_id": 3, "message": "unreadable"}
    assert "Update 3 cannot be read" in caplog.text
    assert "Anna" not in caplog.text
    assert "limit" not in updates.asked[-1], "the rest is asked for as ever"


async def test_an_answer_that_is_garbled_on_its_way_costs_no_update() -> None:
    garbled = 3

    class Sometimes(RawUpdates):
        async def __call__(self, target: str) -> bytes:
            nonlocal garbled
            whole = await super().__call__(target)
            garbled -= 1
            return response(200, whole.partition(b"\r\n\r\n")[2][:-20]) if garbled >= 0 else whole

    updates = Sometimes(raw(1), raw(2), raw(3))
    assert [update["message"]["text"] for update in await taken(updates, QUICK)] == ["1", "2", "3"]


async def test_an_update_that_cannot_be_read_is_quarantined_and_counted(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            unreadable = {"update_id": 3, "message": "unreadable"}
            await receive(store, [unreadable])
            await process(application, turn(unreadable))
            assert application.bot_data.counts == {"unparsable": 1}
            assert await states(store) == {UpdateState.FAILED: 1}
        finally:
            await application.shutdown()


async def test_a_health_file_that_cannot_be_touched_any_more_ends_nothing(
    server: BotApiServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "health").mkdir()
    file = HealthFile(tmp_path / "health" / "file")
    (tmp_path / "health").rmdir()
    received = Received()
    write(server, "1")
    async with polling(server, received, file) as task:
        await server.until(lambda: not server.updates.pending and server.is_polled)
        assert not task.done()
    assert "HEALTH_FILE cannot be written" in caplog.text


# The application on top of it.

UNPARSABLE: list[RawUpdate] = [
    {"message": {"message_id": "not a number", "chat": 5}},
    {"message": []},
    {"message": {"message_id": 1, "date": "yesterday", "chat": {"id": 7, "type": "private"}}},
    {"callback_query": {"id": "1"}},
    {"inline_query": "nato"},
]
UNKNOWN_KINDS: list[RawUpdate] = [{"no_such_kind": {"chat": {"id": 7}}}, {}]


async def test_what_follows_an_update_that_cannot_be_parsed_or_is_unknown_is_answered(
    server: BotApiServer, running: Running, library: Library
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    for odd in (*UNPARSABLE, *UNKNOWN_KINDS):
        server.push_raw(odd)
    server.message(chat, anna, KNOWN["fr"])
    for odd in UNPARSABLE:
        server.push_raw(odd)
    server.message(chat, anna, OTHER["uk"])
    async with running() as serving:
        first, second = await heard(server, chat, 2)
        await server.until(lambda: not server.updates.pending)
        assert not serving.done()
    assert first["text"].startswith(answer(library, "fr"))
    assert second["text"].startswith(answer(library, "uk", OTHER_ENTRY))


@pytest.mark.parametrize("odd", [*UNPARSABLE, *UNKNOWN_KINDS])
async def test_an_update_that_is_skipped_is_counted(
    server: BotApiServer, settings: Settings, library: Library, odd: RawUpdate
) -> None:
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            await process(application, turn({"update_id": 1, **odd}))
            assert application.bot_data.counts.total() == 1
        finally:
            await application.shutdown()


async def test_a_handler_that_fails_does_not_stop_the_next(
    server: BotApiServer, running: Running, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    server.fail_next("sendMessage", status=400, description="Bad Request: something new")
    server.message(chat, anna, KNOWN["fr"])
    server.message(chat, anna, OTHER["fr"])
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, "fr", OTHER_ENTRY))
    assert "failed" in caplog.text
    assert KNOWN["fr"] not in caplog.text
