"""Which failures leave a request unmade, and what else a request carries and brings back."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import socket
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from botapi.server import BotApiServer
from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot import transport
from bot.handlers.delivery import Fate, failure_of
from bot.transport import NeverWritten, Transport, Unanswered, waiting_time

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
        with pytest.raises(NeverWritten) as caught:
            await request.post(f"{root}/bot{TOKEN}/getMe")
        await request.shutdown()
    assert failure_of(caught.value).fate is Fate.WAIT
    assert TOKEN not in str(caught.value)


async def test_what_is_asked_for_after_the_end_is_never_written(server: BotApiServer) -> None:
    request = Transport(server.url, 1)
    await request.initialize()
    await request.shutdown()
    with pytest.raises(NeverWritten):
        await request.post(f"{server.url}/bot{TOKEN}/getMe")
    assert server.calls_of("getMe") == []


async def test_who_waits_for_a_connection_in_vain_has_written_nothing(
    server: BotApiServer, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    timeout = aiohttp.ClientTimeout(total=None, connect=0.1, sock_read=5)
    monkeypatch.setattr(transport, "_timeout", lambda _: timeout)
    server.fail_next("sendMessage", delay=1, times=2)
    busy = [asyncio.create_task(bot.send_message(7, text)) for text in ("two", "three")]
    await server.until(lambda: server.most_in_flight("sendMessage") == 2)
    assert isinstance(await failed(bot), NeverWritten)
    await asyncio.gather(*busy)
    assert [message["text"] for message in server.sent[7]] == ["two", "three"]


@pytest.mark.parametrize("drop", ["before_reading", "after_reading", "after_work"])
async def test_a_connection_that_breaks_leaves_a_request_unanswered(server: BotApiServer, bot: Bot, drop: str) -> None:
    await bot.get_me()
    server.fail_next("sendMessage", drop=drop)  # type: ignore[arg-type]
    error = await failed(bot)
    assert isinstance(error, Unanswered)
    assert failure_of(error).fate is Fate.UNKNOWN
    assert len(server.calls_of("sendMessage")) == (drop != "before_reading"), "it is not made a second time"


async def test_an_answer_that_comes_too_late_is_none(server: BotApiServer, bot: Bot) -> None:
    server.fail_next("sendMessage", delay=0.5)
    assert isinstance(await failed(bot, read_timeout=0.1), Unanswered)
    await server.called("sendMessage")


@pytest.mark.parametrize(("status", "html"), [(500, False), (502, True), (503, True)])
async def test_a_server_that_is_ill_has_done_nothing(
    server: BotApiServer, bot: Bot, status: int, html: bool, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("sendMessage", status=status, html=html)
    error = await failed(bot)
    assert isinstance(error, NetworkError)
    assert not isinstance(error, (NeverWritten, Unanswered))
    assert failure_of(error).fate is Fate.WAIT
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_refusals_are_the_librarys(server: BotApiServer, bot: Bot) -> None:
    server.fail_next("sendMessage", status=400)
    server.fail_next("sendMessage", status=429, retry_after=3)
    assert isinstance(await failed(bot), BadRequest)
    assert isinstance(await failed(bot), RetryAfter)


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


async def test_the_proxy_of_the_environment_is_used_except_where_it_says_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        body = json.dumps({"ok": True, "result": True}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    proxy = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = proxy.sockets[0].getsockname()[1]
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
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
