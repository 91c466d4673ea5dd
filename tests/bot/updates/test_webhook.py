"""The webhook stores an update before it says so, refuses what it cannot store, and loses and repeats nothing."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, OTHER, OTHER_ENTRY, Json, answer, edited, heard, labels, toasts
from pydantic import SecretStr
from running import Running
from sqlalchemy import Engine, event

from bot.app import serve
from bot.errors import SettingsError
from bot.settings import Settings
from bot.store.database import sqlite_path
from bot.store.errors import StoreError
from knowledge.library import Library

PATH = "/updates/here"
SECRET = "a-secret_of-4-nobody"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1 << 20
KINDS = {"message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member"}
SEEN = ("sendMessage", "editMessageText", "answerCallbackQuery", "answerInlineQuery", "answerGuestQuery")
TWO_LANGUAGES = pytest.mark.parametrize("language", ["fr", "uk"])


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Return settings with a webhook."""
    port = free_port()
    webhook = {"webhook_url": f"http://127.0.0.1:{port}{PATH}", "webhook_listen": f"127.0.0.1:{port}"}
    return settings.model_copy(update={**webhook, "webhook_secret": SecretStr(SECRET)})


@pytest.fixture
def running(running: Running, server: BotApiServer) -> Running:
    """The bot, from when it has set its webhook."""

    @asynccontextmanager
    async def run() -> AsyncIterator[asyncio.Task[None]]:
        before = server.mark()
        async with running() as task:
            await server.called("setWebhook", after=before)
            yield task

    return run


@pytest.fixture
async def hook(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """Post to the webhook as Telegram does, for tests that look at the response."""
    root = f"http://{settings.webhook_listen}"
    async with httpx.AsyncClient(base_url=root, headers={HEADER: SECRET}, trust_env=False, verify=False) as client:
        yield client


@pytest.fixture
def anna(server: BotApiServer) -> Json:
    """Somebody who asks."""
    return server.user(7, "Anna", language_code="fr")


def asked(server: BotApiServer, sender: Json, text: str = KNOWN["fr"]) -> Json:
    """A question in private, as an update for the test to deliver: the server itself will not."""
    server.message(server.private(sender), sender, text)
    pending = server.updates.pending[-1]
    server.updates.confirm(pending.sequence)
    return pending.value


def stored(settings: Settings) -> dict[int, str]:
    """The state of each update that is in the database, read beside the bot."""
    with closing(sqlite3.connect(sqlite_path(settings.database_url))) as database:
        return dict(database.execute("SELECT update_id, state FROM inbox"))


@contextmanager
def locked(settings: Settings) -> Iterator[None]:
    """Somebody else writes to the database for as long as the block lasts."""
    with closing(sqlite3.connect(sqlite_path(settings.database_url), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


async def ready(hook: httpx.AsyncClient) -> int:
    """The status of /readyz."""
    return (await hook.get("/readyz")).status_code


# What it is set to, and what comes of it.


async def test_the_webhook_is_set_with_its_secret_and_every_kind_of_update(
    server: BotApiServer, running: Running, settings: Settings
) -> None:
    async with running():
        [call] = server.calls_of("setWebhook")
    assert call.body["url"] == settings.webhook_url
    assert call.body["secret_token"] == SECRET
    assert set(json.loads(call.body["allowed_updates"])) == KINDS
    assert server.calls_of("getUpdates") == []


@TWO_LANGUAGES
async def test_a_question_in_private_and_its_edit_are_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    chat = server.private(anna)
    server.start_webhook_delivery()
    async with running():
        question = server.message(chat, anna, KNOWN[language])
        [reply] = await heard(server, chat)
        server.edit(question, OTHER[language])
        await edited(server)
        [later] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, language))
    assert later["text"].startswith(answer(library, language, OTHER_ENTRY))


@TWO_LANGUAGES
async def test_a_question_in_a_group_is_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    group = server.group("Débat")
    server.start_webhook_delivery()
    async with running():
        server.message(group, anna, KNOWN[language])
        server.message(group, anna, f"@SelonTestBot {KNOWN[language]}")
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, language))


@TWO_LANGUAGES
async def test_a_query_in_inline_mode_is_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    server.start_webhook_delivery()
    async with running():
        query = server.inline_query(anna, KNOWN[language])
        await server.called("answerInlineQuery")
        await server.idle()
    first = server.answers.inline.answers[query["id"]]["results"][0]
    assert answer(library, language)[:40] in first["input_message_content"]["message_text"]


@TWO_LANGUAGES
async def test_a_guest_is_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    server.start_webhook_delivery()
    async with running():
        server.guest_message(anna, f"@SelonTestBot {OTHER[language]}")
        await server.called("answerGuestQuery")
        await server.idle()
    [message] = server.inline.values()
    assert message["text"].startswith(answer(library, language, OTHER_ENTRY))


@TWO_LANGUAGES
async def test_a_button_is_answered(server: BotApiServer, running: Running, anna: Json, language: str) -> None:
    chat = server.private(anna)
    server.start_webhook_delivery()
    async with running():
        server.message(chat, anna, KNOWN[language])
        [reply] = await heard(server, chat)
        server.press(anna, reply, labels(reply)[0])
        _, related = await heard(server, chat, 2)
        assert await toasts(server) == [""]
    assert related["reply_to_message"]["message_id"] == reply["message_id"]


async def conversation(server: BotApiServer) -> list[tuple[str, Json]]:
    """A conversation in every kind of place; what the bot asks of the Bot API in its course."""
    anna = server.user(7, "Anna", language_code="ru")
    chat, group = server.private(anna), server.group("Débat")
    question = server.message(chat, anna, KNOWN["en"])
    [reply] = await heard(server, chat)
    server.press(anna, reply, labels(reply)[0])
    await heard(server, chat, 2)
    server.edit(question, OTHER["ru"])
    await edited(server)
    server.message(group, anna, f"/ask {OTHER['en']}")
    await heard(server, group)
    server.inline_query(anna, KNOWN["ru"])
    await server.called("answerInlineQuery")
    server.guest_message(anna, f"@SelonTestBot {KNOWN['ru']}")
    await server.called("answerGuestQuery")
    server.message(chat, anna, "/topics")
    *_, topics = await heard(server, chat, 3)
    server.press(anna, topics, labels(topics)[0])
    await edited(server, 2)
    return [(call.method, _without_tags(call.body)) for call in server.calls if call.method in SEEN]


def _without_tags(body: Json) -> Json:
    """A request, but for the tags of its buttons, which each database makes with a key of its own."""
    return {name: re.sub(r':[\w-]{11}"', '"', value) for name, value in body.items()}


@pytest.mark.slow
async def test_a_conversation_goes_by_webhook_as_it_goes_by_polling(
    server: BotApiServer, running: Running, settings: Settings, library: Library, tmp_path: Path
) -> None:
    server.start_webhook_delivery()
    async with running():
        by_webhook = await conversation(server)
    with BotApiServer(token=server.token, username="SelonTestBot") as other:
        elsewhere = {"telegram_api_url": other.url, "database_url": f"sqlite:///{tmp_path / 'other.db'}"}
        polling = settings.model_copy(update={**elsewhere, "webhook_url": None})
        task = asyncio.create_task(serve(polling, library))
        await other.until(lambda: other.is_polled)
        by_polling = await conversation(other)
        task.cancel()
        await task
    assert by_webhook == by_polling
    assert {method for method, _ in by_webhook} == set(SEEN)


@pytest.mark.parametrize("path", ["", "/", "/bot123456%3Ahook/", "/%D0%B1%D0%BE%D1%82"])
async def test_whatever_the_path_of_the_address_updates_arrive(
    server: BotApiServer, settings: Settings, library: Library, anna: Json, path: str
) -> None:
    address = f"http://{settings.webhook_listen}{path}"
    task = asyncio.create_task(serve(settings.model_copy(update={"webhook_url": address}), library))
    await server.called("setWebhook")
    server.start_webhook_delivery()
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    await heard(server, chat)
    task.cancel()
    await task


# Who may post, what, and where.


async def test_without_the_secret_nothing_is_stored(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient, anna: Json
) -> None:
    update = asked(server, anna)
    del hook.headers[HEADER]
    async with running():
        assert (await hook.post(PATH, json=update)).status_code == 401
        for secret in ("", "wrong", SECRET[:-1], f"{SECRET}-", SECRET.upper(), "секрет"):
            refused = await hook.post(PATH, json=update, headers={HEADER.encode(): secret.encode()})
            assert refused.status_code == 401, secret
        assert stored(settings) == {}
        assert (await hook.post(PATH, json=update, headers={HEADER: SECRET})).status_code == 200
        await heard(server, server.private(anna))


async def test_a_body_may_be_as_large_as_the_limit_and_no_larger(
    running: Running, settings: Settings, hook: httpx.AsyncClient
) -> None:
    start = b'{"update_id": 1, "pad": "'
    body = start + b"x" * (LARGEST - len(start) - 2) + b'"}'
    async with running():
        assert (await hook.post(PATH, content=body + b" ")).status_code == 413
        assert stored(settings) == {}
        assert (await hook.post(PATH, content=body)).status_code == 200
        assert set(stored(settings)) == {1}


async def flood(settings: Settings, head: str, piece: bytes, pieces: int) -> tuple[bytes, bool]:
    """Return the answer to a body that goes on and on, and tell whether all of it was taken."""
    host, _, port = settings.webhook_listen.rpartition(":")
    loop, taken = asyncio.get_running_loop(), True
    with socket.socket() as connection:
        connection.settimeout(0)
        await loop.sock_connect(connection, (host, int(port)))
        try:
            await loop.sock_sendall(connection, f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\n{head}\r\n\r\n".encode())
            for _ in range(pieces):
                await loop.sock_sendall(connection, piece)
        except ConnectionError:
            taken = False
        return await asyncio.wait_for(loop.sock_recv(connection, 1 << 16), 2), taken


PIECE = b" " * 65536
CHUNK = b"10000\r\n" + PIECE + b"\r\n"


@pytest.mark.parametrize(
    ("head", "piece"),
    [("Transfer-Encoding: chunked", CHUNK), (f"Content-Length: {1 << 30}", PIECE)],
    ids=["chunked", "with its length"],
)
async def test_a_body_that_is_too_large_is_not_read_to_its_end(
    running: Running, settings: Settings, hook: httpx.AsyncClient, head: str, piece: bytes
) -> None:
    async with running():
        for more, status in ((f"\r\n{HEADER}: {SECRET}", b"413"), ("", b"401")):
            response, taken = await flood(settings, head + more, piece, 1000)
            assert response.split()[1] == status
            assert not taken
        assert await ready(hook) == 200
        assert stored(settings) == {}


async def test_what_is_not_json_is_refused(
    running: Running, settings: Settings, hook: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    async with running():
        for body in (b"", b"{", b"update_id=1", b"\xff\xfe\xfd", b"[" * 100_000, b'{"update_id": "\xd0"}'):
            assert (await hook.post(PATH, content=body)).status_code == 400, body[:20]
        assert stored(settings) == {}
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("levels", [900, 970, 100_000])
async def test_an_update_that_is_nested_too_deep_is_stored_and_answered(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient, anna: Json, levels: int
) -> None:
    update = json.dumps(asked(server, anna)).encode()
    body = update[:-1] + b', "deep": %s, "long": %s}' % (b"[" * levels + b"]" * levels, b"9" * 5000)
    async with running():
        assert (await hook.post(PATH, content=body)).status_code == 200
        assert len(stored(settings)) == 1
        await heard(server, server.private(anna))


NO_UPDATES: list[Any] = [
    [],
    [{"update_id": 1}],
    7,
    "update_id",
    None,
    True,
    {},
    {"update_id": None},
    {"update_id": "1"},
    {"update_id": 1.0},
    {"update_id": True},
    {"update_id": [1]},
    {"update_id": 1 << 62},
    {"update_id": -(10**400)},
]


async def test_what_is_no_update_is_skipped_and_the_next_one_is_answered(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient, library: Library, anna: Json
) -> None:
    update = asked(server, anna)
    async with running():
        for odd in NO_UPDATES:
            assert (await hook.post(PATH, content=json.dumps(odd))).status_code == 200, odd
        assert stored(settings) == {}
        assert (await hook.post(PATH, json=update)).status_code == 200
        [reply] = await heard(server, server.private(anna))
    assert reply["text"].startswith(answer(library, "fr"))


async def test_an_update_of_which_nothing_is_known_is_stored_and_done(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient
) -> None:
    async with running():
        for number, rest in enumerate([{}, {"no_such_kind": {"chat": {"id": 7}}}], 1):
            assert (await hook.post(PATH, json={"update_id": number, **rest})).status_code == 200
        await server.until(lambda: stored(settings) == {1: "done", 2: "done"})


PLACES = {
    ("POST", "/"): 404,
    ("POST", f"{PATH}/"): 404,
    ("POST", f"{PATH}/more"): 404,
    ("POST", PATH.upper()): 404,
    ("GET", "/docs"): 404,
    ("GET", PATH): 405,
    ("PUT", PATH): 405,
    ("DELETE", PATH): 405,
    ("POST", "/healthz"): 405,
    ("POST", "/readyz"): 405,
    ("GET", "/healthz"): 200,
    ("GET", "/readyz"): 200,
}


async def test_there_is_one_place_for_updates_and_two_for_health(
    running: Running, settings: Settings, hook: httpx.AsyncClient
) -> None:
    async with running():
        found = {place: (await hook.request(*place, json={"update_id": 1})).status_code for place in PLACES}
        assert found == PLACES
        assert stored(settings) == {}


async def test_health_needs_no_secret(running: Running, hook: httpx.AsyncClient) -> None:
    del hook.headers[HEADER]
    async with running():
        for path in ("/healthz", "/readyz"):
            assert (await hook.get(path)).status_code == 200


async def test_whoever_goes_away_amid_a_body_leaves_no_trace(
    running: Running, settings: Settings, hook: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    host, _, port = settings.webhook_listen.rpartition(":")
    async with running():
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 99\r\n\r\n{{".encode())
        await writer.drain()
        assert await ready(hook) == 200
        writer.close()
        await writer.wait_closed()
        assert await ready(hook) == 200
        assert stored(settings) == {}
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


# What is stored, and when.


@pytest.mark.parametrize("busy_seconds", [0.05])
async def test_a_database_that_cannot_be_written_is_alive_but_not_ready(
    running: Running, settings: Settings, hook: httpx.AsyncClient
) -> None:
    async with running():
        assert await ready(hook) == 200
        with locked(settings):
            assert await ready(hook) == 503
            assert (await hook.get("/healthz")).status_code == 200
        assert await ready(hook) == 200


@pytest.mark.parametrize("busy_seconds", [0.05])
async def test_what_could_not_be_stored_is_refused_delivered_again_and_answered_once(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    library: Library,
    anna: Json,
    caplog: pytest.LogCaptureFixture,
) -> None:
    chat = server.private(anna)
    server.start_webhook_delivery(backoff=0.01)
    async with running():
        await server.idle()
        with locked(settings):
            server.message(chat, anna, KNOWN["fr"])
            await server.until(lambda: server.polling.webhook.last_error)
            assert "503" in server.polling.webhook.last_error["last_error_message"]
            assert server.updates.pending
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, "fr"))
    assert "could not be stored (database is locked)" in caplog.text
    assert KNOWN["fr"] not in caplog.text


@contextmanager
def small_databases() -> Iterator[None]:
    """Every database that is opened meanwhile is full at 60 pages, as on a disk without room."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count=60")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


async def test_a_full_database_refuses_and_goes_on_with_what_fits(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    hook: httpx.AsyncClient,
    anna: Json,
) -> None:
    update = asked(server, anna)
    with small_databases():
        async with running():
            large = await hook.post(PATH, json={"update_id": 1, "pad": "x" * 300_000})
            assert large.status_code == 503
            assert stored(settings) == {}
            assert (await hook.post(PATH, json=update)).status_code == 200
            await heard(server, server.private(anna))


async def test_an_update_that_is_delivered_twice_is_answered_once(
    server: BotApiServer, running: Running, hook: httpx.AsyncClient, anna: Json
) -> None:
    update = asked(server, anna)
    async with running():
        responses = await asyncio.gather(*(hook.post(PATH, json=update) for _ in range(20)))
        assert {response.status_code for response in responses} == {200}
        await heard(server, server.private(anna))
        assert (await hook.post(PATH, json=update)).status_code == 200
        await heard(server, server.private(anna))
    async with running():
        assert (await hook.post(PATH, json=update)).status_code == 200
        await heard(server, server.private(anna))
    assert len(server.calls_of("sendMessage")) == 1


async def test_an_update_is_in_the_database_when_its_arrival_is_confirmed(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient, anna: Json
) -> None:
    async with running():
        await server.idle()
        for text in (KNOWN["fr"], OTHER["fr"]):
            update = asked(server, anna, text)
            with locked(settings):
                posting = asyncio.create_task(hook.post(PATH, json=update))
                await asyncio.wait([posting], timeout=0.1)
                assert not posting.done()
                assert update["update_id"] not in stored(settings)
            response = await posting
            assert response.status_code == 200
            assert update["update_id"] in stored(settings)


async def test_however_many_wait_in_a_chat_more_are_taken_and_answered_in_their_order(
    server: BotApiServer, running: Running, hook: httpx.AsyncClient, library: Library, anna: Json
) -> None:
    server.fail_next("sendMessage", delay=0.6)
    chat = server.private(anna)
    server.start_webhook_delivery(backoff=0.01)
    async with running():
        for text in (*KNOWN.values(), *OTHER.values()) * 2:
            server.message(chat, anna, text)
        await server.until(lambda: not server.updates.pending)
        assert await ready(hook) == 200
        replies = await heard(server, chat, 16)
    assert not server.polling.webhook.last_error
    expected = [answer(library, language, entry) for entry in (KNOWN_ENTRY, OTHER_ENTRY) for language in KNOWN] * 2
    assert [reply["text"].startswith(text) for reply, text in zip(replies, expected, strict=True)] == [True] * 16


# Starting, stopping, changing over.


async def test_a_port_that_is_in_use_is_said_and_no_webhook_is_set(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    host, _, port = settings.webhook_listen.rpartition(":")
    with (
        socket.create_server((host, int(port))),
        pytest.raises(SettingsError, match=f"WEBHOOK_LISTEN .*in use.*{port}"),
    ):
        await serve(settings, library)
    assert server.calls_of("setWebhook") == []


@pytest.mark.parametrize("listen", ["no-such-host.invalid:8080", "192.0.2.1:8080"])
async def test_an_address_that_is_not_of_this_machine_is_said(
    server: BotApiServer, settings: Settings, library: Library, listen: str
) -> None:
    with pytest.raises(SettingsError, match="WEBHOOK_LISTEN cannot be listened at"):
        await serve(settings.model_copy(update={"webhook_listen": listen}), library)


@pytest.mark.parametrize("missing", ["starlette.applications", "uvicorn"])
async def test_without_the_extra_the_sentence_names_it(
    server: BotApiServer, settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in ("bot.updates.webhook", "bot.updates.connections"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(SettingsError, match=r"WEBHOOK_URL needs the extra server: pip install 'selon\[server\]'"):
        await serve(settings, library)
    assert server.calls_of("setWebhook") == []


async def test_a_secret_is_made_anew_at_each_start_if_none_is_set(
    server: BotApiServer, settings: Settings, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.start_webhook_delivery(backoff=0.01)
    for count in (1, 2):
        task = asyncio.create_task(serve(settings.model_copy(update={"webhook_secret": None}), library))
        await server.called("setWebhook", count)
        server.message(chat, anna, KNOWN["fr"])
        await heard(server, chat, count)
        task.cancel()
        await task
    first, second = (call.body["secret_token"] for call in server.calls_of("setWebhook"))
    assert first != second
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32,256}", secret) for secret in (first, second))


async def test_stopping_answers_what_has_come_in_and_leaves_the_webhook(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient, anna: Json
) -> None:
    server.fail_next("sendMessage", delay=0.5)
    updates = [asked(server, anna, text) for text in (KNOWN["fr"], OTHER["fr"])]
    async with running():
        for update in updates:
            assert (await hook.post(PATH, json=update)).status_code == 200
        await server.until(lambda: not server.recorder.quiet_for(0))
        assert server.sent == {}
        began = time.monotonic()
    assert time.monotonic() - began < 3
    await heard(server, server.private(anna), 2)
    assert server.calls_of("deleteWebhook") == []
    assert server.polling.webhook.url == settings.webhook_url


async def test_an_update_that_is_being_stored_while_the_bot_stops_is_confirmed_and_answered(
    server: BotApiServer, running: Running, settings: Settings, hook: httpx.AsyncClient, anna: Json
) -> None:
    update = asked(server, anna)
    async with running() as task:
        await server.idle()
        with locked(settings):
            posting = asyncio.create_task(hook.post(PATH, json=update))
            await asyncio.wait([posting], timeout=0.1)
            task.cancel()
            await asyncio.wait([posting], timeout=0.2)
            assert not posting.done()
        assert (await posting).status_code == 200
    await heard(server, server.private(anna))


@pytest.mark.slow
async def test_whoever_sends_half_an_update_does_not_hold_up_the_stop_for_long(
    running: Running, settings: Settings, hook: httpx.AsyncClient
) -> None:
    host, _, port = settings.webhook_listen.rpartition(":")
    async with running():
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 99\r\n\r\n{{".encode())
        await writer.drain()
        assert await ready(hook) == 200
        began = time.monotonic()
    assert time.monotonic() - began < 6
    assert not (await asyncio.wait_for(reader.read(), 2)).startswith(b"HTTP/1.1 2")
    writer.close()
    assert stored(settings) == {}


async def test_polling_afterwards_takes_over_what_is_pending_and_repeats_nothing(
    server: BotApiServer, running: Running, settings: Settings, library: Library, hook: httpx.AsyncClient, anna: Json
) -> None:
    chat = server.private(anna)
    async with running():
        server.message(chat, anna, KNOWN["fr"])
        # Taken by the bot, though Telegram has not heard so.
        [pending] = server.updates.pending
        assert (await hook.post(PATH, json=pending.value)).status_code == 200
        await server.called("sendMessage")
    server.message(chat, anna, OTHER["uk"])
    assert len(server.updates.pending) == 2
    task = asyncio.create_task(serve(settings.model_copy(update={"webhook_url": None}), library))
    first, second = await heard(server, chat, 2)
    await server.until(lambda: server.is_polled)
    task.cancel()
    await task
    assert first["text"].startswith(answer(library, "fr"))
    assert second["text"].startswith(answer(library, "uk", OTHER_ENTRY))
    assert len(server.calls_of("deleteWebhook")) == 1
    assert server.polling.webhook.url == ""


async def test_the_webhook_afterwards_takes_over_what_polling_left(
    server: BotApiServer, running: Running, settings: Settings, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    task = asyncio.create_task(serve(settings.model_copy(update={"webhook_url": None}), library))
    server.message(chat, anna, KNOWN["fr"])
    await server.called("sendMessage")
    task.cancel()
    await task
    server.message(chat, anna, OTHER["uk"])
    server.start_webhook_delivery()
    async with running():
        _, second = await heard(server, chat, 2)
    assert second["text"].startswith(answer(library, "uk", OTHER_ENTRY))


# The process.


@asynccontextmanager
async def selon_run(
    server: BotApiServer, settings: Settings, **changed: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`selon run` with these settings and no secret, which is killed if it has not ended with the block."""
    environment = {
        **os.environ,
        "DATABASE_URL": settings.database_url,
        "WEBHOOK_URL": settings.webhook_url or "",
        "WEBHOOK_LISTEN": settings.webhook_listen,
        **changed,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.slow
async def test_selon_run_stops_on_sigterm_and_logs_neither_the_secret_nor_the_token(
    server: BotApiServer, settings: Settings, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.start_webhook_delivery()
    async with selon_run(server, settings, LOG_LEVEL="DEBUG") as process:
        [call] = await server.called("setWebhook", timeout=30)
        async with httpx.AsyncClient(trust_env=False, verify=False) as stranger:
            refused = await stranger.post(str(settings.webhook_url), headers={HEADER: "wrong"}, json={"update_id": 1})
        assert refused.status_code == 401
        server.on_request = lambda method, body, nth: Fault(delay=0.3) if method == "sendMessage" else None
        server.message(chat, anna, KNOWN["fr"])
        await server.until(lambda: not server.updates.pending)
        process.send_signal(signal.SIGTERM)
        _, errors = await asyncio.wait_for(process.communicate(), timeout=10)
    [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, "fr"))
    assert process.returncode == 0
    log = errors.decode()
    assert "receives updates" in log
    assert call.body["secret_token"] not in log
    assert server.token not in log
    assert KNOWN["fr"] not in log
    assert server.polling.webhook.url == settings.webhook_url


@pytest.mark.slow
async def test_selon_run_leaves_with_2_if_the_port_is_in_use(server: BotApiServer, settings: Settings) -> None:
    address = urlsplit(settings.webhook_url)
    with socket.create_server((str(address.hostname), int(address.port or 0))):
        async with selon_run(server, settings) as process:
            _, errors = await asyncio.wait_for(process.communicate(), timeout=30)
    assert process.returncode == 2
    assert errors.decode().splitlines()[-1].startswith("WEBHOOK_LISTEN cannot be listened at")
    assert "Traceback" not in errors.decode()


async def test_a_database_that_goes_away_is_503_and_ends_the_bot(
    settings: Settings, library: Library, hook: httpx.AsyncClient, server: BotApiServer, anna: Json
) -> None:
    update = asked(server, anna)
    bot = asyncio.create_task(serve(settings, library))
    await server.called("setWebhook")
    sqlite_path(settings.database_url).unlink()
    assert (await hook.post(PATH, json=update)).status_code == 503
    with pytest.raises(StoreError, match="was deleted, moved or replaced"):
        await asyncio.wait_for(bot, 10)
    assert server.sent == {}
