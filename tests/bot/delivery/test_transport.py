"""Failures that leave a request unmade, and whatever else a request carries and brings back."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import logging
import socket
import tracemalloc
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from botapi.server import BotApiServer
from raw_http import answering, response
from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.delivery.failures import Fate, failure_of
from bot.delivery.transport import (
    LARGEST,
    GarbledResponse,
    RequestNotWritten,
    RequestUnanswered,
    Transport,
    proxy_passwords,
    waiting_time,
)
from bot.errors import SettingsError

TOKEN = "123456:test-token-of-nobody"


@pytest.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    server.private(server.user(7, "Anna"))
    async with Bot(TOKEN, base_url=f"{server.url}/bot", request=Transport(server.url, 2)) as running:
        yield running


async def failed(bot: Bot, **waits: float) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(7, "one", **waits)  # type: ignore[arg-type]
    return caught.value


async def test_a_server_that_is_not_there_has_seen_nothing() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{free.getsockname()[1]}"
        request = Transport(root, 1)
        await request.initialize()
        with pytest.raises(RequestNotWritten) as caught:
            await request.post(f"{root}/bot{TOKEN}/getMe")
        await request.shutdown()
    assert failure_of(caught.value).fate is Fate.WAIT
    assert TOKEN not in str(caught.value)


async def test_what_is_asked_for_after_the_end_is_never_written(server: BotApiServer) -> None:
    request = Transport(server.url, 1)
    await request.initialize()
    await request.shutdown()
    with pytest.raises(RequestNotWritten):
        await request.post(f"{server.url}/bot{TOKEN}/getMe")
    assert server.calls_of("getMe") == []


async def test_who_waits_for_a_connection_in_vain_has_written_nothing(server: BotApiServer) -> None:
    server.private(server.user(7, "Anna"))
    server.fail_next("sendMessage", delay=1, times=2)
    transport = Transport(server.url, 2, pool_seconds=0.1)
    async with Bot(TOKEN, base_url=f"{server.url}/bot", request=transport) as bot:
        busy = [asyncio.create_task(bot.send_message(7, text)) for text in ("two", "three")]
        await server.until(lambda: server.most_in_flight("sendMessage") == 2)
        assert isinstance(await failed(bot), RequestNotWritten)
        await asyncio.gather(*busy)
    assert [message["text"] for message in server.sent[7]] == ["two", "three"]


@pytest.mark.parametrize("drop", ["before_reading", "after_reading", "after_work"])
async def test_a_connection_that_breaks_leaves_a_request_unanswered(server: BotApiServer, bot: Bot, drop: str) -> None:
    await bot.get_me()
    server.fail_next("sendMessage", drop=drop)  # type: ignore[arg-type]
    error = await failed(bot)
    assert isinstance(error, RequestUnanswered)
    assert failure_of(error).fate is Fate.UNKNOWN
    assert len(server.calls_of("sendMessage")) == (drop != "before_reading"), "it is not made a second time"


async def test_an_answer_that_comes_too_late_is_none(server: BotApiServer, bot: Bot) -> None:
    server.fail_next("sendMessage", delay=0.5)
    assert isinstance(await failed(bot, read_timeout=0.1), RequestUnanswered)
    await server.called("sendMessage")


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_server_that_says_it_is_ill_has_done_nothing(
    server: BotApiServer, bot: Bot, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("sendMessage", status=status, html=False)
    error = await failed(bot)
    assert isinstance(error, NetworkError)
    assert not isinstance(error, (RequestNotWritten, RequestUnanswered))
    assert failure_of(error).fate is Fate.WAIT
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_refusals_are_the_librarys(server: BotApiServer, bot: Bot) -> None:
    server.fail_next("sendMessage", status=400)
    server.fail_next("sendMessage", status=429, retry_after=3)
    assert isinstance(await failed(bot), BadRequest)
    assert isinstance(await failed(bot), RetryAfter)


GIVEN = b"""{"ok": true, "result": {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}}}"""


async def outcome(written: bytes, *, largest: int = LARGEST) -> object:
    """Return the result of a request for a message that is answered so, or its error."""

    async def answer(_: str) -> bytes:
        return written

    async with answering(answer) as root:
        request = Transport(root, 1, largest=largest)
        await request.initialize()
        try:
            return await request.call(f"{root}/bot{TOKEN}/sendMessage", {"chat_id": "7", "text": "one"})
        except TelegramError as error:
            return error
        finally:
            await request.shutdown()


PAGE = b"<html><body><h1>Anna's words</h1></body></html>"
NO_ANSWERS = {
    "a gateway's page": response(502, PAGE),
    "a gateway's other page": response(504, PAGE),
    "an overloaded proxy's page": response(503, PAGE),
    "a proxy's own JSON": response(502, b'{"error": "bad gateway"}', "Content-Type: application/json"),
    "a page with success": response(200, PAGE),
    "nothing with success": response(200, b""),
    "nothing with failure": response(500, b""),
    "no content": b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
    "a redirection": response(302, PAGE, "Location: http://127.0.0.1:1/elsewhere"),
    "a redirection for good": response(308, b"", "Location: /elsewhere"),
    "a page that is not found": response(404, PAGE),
    "a page that asks who it is": response(401, PAGE),
    "a page that forbids": response(403, PAGE),
    "a page that refuses": response(400, PAGE),
    "a page that asks to wait": response(429, PAGE, "Retry-After: 5"),
    "an unknown status": response(599, PAGE),
    "no result": response(200, b'{"ok": true}'),
    "success by its status only": response(200, b'{"ok": false}'),
    "an array": response(200, b"[1]"),
    "half of it": response(200, GIVEN[:-9]),
    "less than is promised": response(200, GIVEN + b" " * 99)[:-50],
    "another charset": response(
        200, b'{"ok": true, "result": "\xe9"}', "Content-Type: application/json; charset=latin-1"
    ),
    "what is not packed": response(200, GIVEN, "Content-Encoding: gzip"),
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
    "nothing": b"",
}


@pytest.mark.parametrize("written", NO_ANSWERS.values(), ids=NO_ANSWERS)
async def test_what_is_no_answer_of_the_bot_api_leaves_the_fate_of_a_message_open(
    written: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    error = await outcome(written)
    assert isinstance(error, TelegramError)
    assert failure_of(error).fate is Fate.UNKNOWN
    assert "Anna" not in caplog.text + str(error) + repr(error.__cause__)


async def test_a_request_that_is_too_large_for_whoever_passes_it_on_is_refused() -> None:
    error = await outcome(response(413, PAGE))
    assert isinstance(error, TelegramError)
    assert failure_of(error).fate is Fate.REFUSED


@pytest.mark.parametrize(
    ("refusal", "fate"),
    [
        ({"error_code": 500, "description": "Internal Server Error"}, Fate.WAIT),
        ({"error_code": 502, "description": "Bad Gateway"}, Fate.WAIT),
        ({"error_code": 418}, Fate.WAIT),
        ({"error_code": 401, "description": "Unauthorized"}, Fate.WAIT),
        ({"error_code": 400, "description": "Bad Request: something new"}, Fate.REFUSED),
        ({"error_code": 400, "description": ["no", "text"]}, Fate.REFUSED),
        ({"error_code": 400, "parameters": [1]}, Fate.REFUSED),
        ({"error_code": 400, "parameters": {"migrate_to_chat_id": "elsewhere"}}, Fate.REFUSED),
        ({"error_code": 400, "parameters": {"migrate_to_chat_id": -100}}, Fate.REFUSED),
        ({"error_code": 429, "parameters": {"retry_after": 5}}, Fate.WAIT),
        ({"error_code": 429, "parameters": {"retry_after": 10**30}}, Fate.WAIT),
        ({"error_code": 429, "parameters": {"retry_after": -5}}, Fate.WAIT),
        ({"error_code": 429, "parameters": {"retry_after": "soon"}}, Fate.WAIT),
        ({"error_code": 429, "parameters": {"retry_after": float("nan")}}, Fate.WAIT),
    ],
)
@pytest.mark.parametrize("status", [None, 200])
async def test_whatever_a_refusal_holds_it_is_one(refusal: dict[str, object], fate: Fate, status: int | None) -> None:
    body = json.dumps({"ok": False, **refusal}).encode()
    error = await outcome(response(status or int(str(refusal["error_code"])), body))
    assert isinstance(error, TelegramError)
    assert failure_of(error).fate is fate
    seconds = failure_of(error).seconds
    assert seconds is None or 0 < seconds <= 24 * 3600


@pytest.mark.parametrize("levels", [900, 970, 990, 5000, 100_000])
async def test_an_answer_that_is_nested_too_deep_is_an_answer(levels: int) -> None:
    body = GIVEN[:-2] + b', "text": %s}}' % (b"[" * levels + b"]" * levels)
    assert await outcome(response(200, body)) == {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}}
    refusal = await outcome(
        response(400, b'{"ok": false, "error_code": 400, "a": %s}' % (b"[" * levels + b"]" * levels))
    )
    assert isinstance(refusal, BadRequest)


async def test_an_integer_of_five_thousand_digits_is_no_reason_to_end() -> None:
    assert await outcome(response(200, GIVEN[:-2] + b', "text": %s}}' % (b"9" * 5000))) is not None
    error = await outcome(response(400, b'{"ok": false, "error_code": %s}' % (b"9" * 5000)))
    assert isinstance(error, GarbledResponse)


@pytest.mark.parametrize("packed", [False, True])
async def test_an_answer_without_end_is_not_read_to_its_end(packed: bool) -> None:
    body = b'{"ok": true, "result": "' + b"x" * (32 << 20) + b'"}'
    written = response(200, gzip.compress(body), "Content-Encoding: gzip") if packed else response(200, body)
    tracemalloc.start()
    error = await outcome(written, largest=1 << 20)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(error, GarbledResponse)
    assert error.status == 200
    assert len(error.beginning) == 4096
    # The server of this test has some of it in hand, too.
    assert peak < (8 << 20) + 2 * len(written)


SOCKS = ["socks5://localhost:1080", "socks5h://anna:secret@localhost:1080", "SOCKS4://localhost"]
NO_PROXIES = [
    "http://",
    "http://:3128",
    "http://proxy:port",
    "http://proxy:99999",
    "http://[::1",
    "ftp://proxy:21",
    "a b:c",
]


@pytest.mark.parametrize("variable", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
@pytest.mark.parametrize("value", [*SOCKS, *NO_PROXIES, "anna:secret@proxy:port"])
def test_a_proxy_that_cannot_be_used_is_named_at_once_without_its_password(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        Transport("https://bots.invalid", 1)
    assert str(caught.value).startswith(f"{variable} ")
    assert ("SOCKS" in str(caught.value)) == (value in SOCKS)
    assert "secret" not in str(caught.value)
    assert caught.value.exit_status == 2


def test_only_the_proxy_that_would_be_used_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://localhost:1080")
    Transport("http://bots.invalid", 1)
    monkeypatch.setenv("no_proxy", "bots.invalid")
    Transport("https://bots.invalid", 1)


@pytest.mark.parametrize("refusal", [407, 403, 502])
async def test_a_proxy_that_makes_no_connection_has_written_nothing(
    refusal: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(_: str) -> bytes:
        return response(refusal, PAGE)

    async with answering(answer) as proxy:
        monkeypatch.setenv("https_proxy", f"http://anna:s%20ecret@{proxy.removeprefix('http://')}")
        request = Transport("https://bots.invalid", 1)
        await request.initialize()
        with pytest.raises(RequestNotWritten) as caught:
            await request.post("https://bots.invalid/bot1:x/close")
        await request.shutdown()
    assert "ecret" not in f"{caught.value!r}"
    assert {":s%20ecret@", ":s ecret@"} <= set(proxy_passwords())


@pytest.mark.parametrize("body", [b"Anna's words", b"[1]", b"", b"\xff\xfe"])
def test_an_answer_that_is_no_object_is_an_error_that_tells_nobodys_words(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(TelegramError) as caught:
        Transport.parse_json_payload(body)
    assert failure_of(caught.value).fate is Fate.UNKNOWN
    assert "Anna" not in caplog.text + str(caught.value)


async def test_of_a_message_sent_comes_back_where_it_stands(server: BotApiServer, bot: Bot) -> None:
    first = await bot.send_message(7, "one")
    second = await bot.send_message(7, "two", reply_parameters=ReplyParameters(first.message_id))
    assert second.message_id == server.sent[7][-1]["message_id"]
    assert second.chat.id == 7
    assert second.reply_to_message is None
    assert server.sent[7][-1]["reply_to_message"]["message_id"] == first.message_id


async def test_half_a_character_is_left_out(server: BotApiServer, bot: Bot) -> None:
    await bot.send_message(7, "half: \ud800, whole: 😀 & é = + ;")
    assert server.sent[7][-1]["text"] == "half: , whole: 😀 & é = + ;"


async def test_half_a_character_is_left_out_of_a_caption_too(server: BotApiServer, bot: Bot) -> None:
    await bot.send_photo(7, b"a picture", caption="half: \ud800, whole: 😀 & é = + ;")
    assert server.sent[7][-1]["caption"] == "half: , whole: 😀 & é = + ;"


async def test_a_picture_is_uploaded_with_its_caption(server: BotApiServer, bot: Bot) -> None:
    with contextlib.suppress(TelegramError):
        await bot.send_photo(7, b"\x89PNG\r\n\x1a\n", caption="Légende", filename="questions.png")
    body = server.calls_of("sendPhoto")[0].body
    assert body["caption"] == "Légende"
    assert body["chat_id"] == "7"
    assert any(value == "attach://questions.png" for value in body.values())


@pytest.mark.parametrize("scheme", ["http://", ""])
async def test_the_proxy_of_the_environment_is_used_except_where_it_says_not(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        body = json.dumps({"ok": True, "result": True}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    proxy = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = proxy.sockets[0].getsockname()[1]
    monkeypatch.setenv("http_proxy", f"{scheme}127.0.0.1:{port}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    request = Transport("http://bots.invalid", 1)
    await request.initialize()
    assert await request.post("http://bots.invalid/bot1:x/close") is True
    assert asked[0].startswith(b"POST http://bots.invalid/bot1:x/close HTTP/1.1\r\n")
    await request.shutdown()
    direct = Transport(f"http://127.0.0.1:{port}", 1)
    await direct.initialize()
    assert await direct.post(f"http://127.0.0.1:{port}/bot1:x/close") is True
    assert asked[1].startswith(b"POST /bot1:x/close HTTP/1.1\r\n")
    await direct.shutdown()
    proxy.close()
    await proxy.wait_closed()


@pytest.mark.parametrize(("wait", "expected"), [(3, 3.0), (timedelta(seconds=2), 2.0)])
def test_a_wait_is_told_in_seconds_whatever_its_type(wait: int | timedelta, expected: float) -> None:
    assert waiting_time(RetryAfter(wait)) == expected
