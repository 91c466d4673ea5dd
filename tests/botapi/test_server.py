"""The server as a running Application sees it: polling, faults, conflicts, going down and up."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from botapi.server import BotApiServer, Fault, WaitTimeoutError
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

if TYPE_CHECKING:
    from botapi.conftest import Context, Running


async def echo(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message
    assert message.text
    await message.reply_text(f"« {message.text} »", do_quote=True)


def post(server: BotApiServer, method: str, **body: object) -> httpx.Response:
    return httpx.post(f"{server.base_url}{server.token}/{method}", data=body, trust_env=False)


@pytest.mark.asyncio
async def test_an_application_answers_and_the_transcript_tells(server: BotApiServer, running: Running) -> None:
    anna = server.user(7, "Anna", "fr")
    async with running(echo):
        server.message(server.private(anna), anna, "Bonjour\n& salut 👋")
        calls = await server.called("sendMessage")
        await server.idle()
    assert calls[0].body["text"] == "« Bonjour\n& salut 👋 »"
    assert json.loads(calls[0].body["reply_parameters"])["message_id"] == 1
    assert server.sent[7][0]["reply_to_message"]["text"] == "Bonjour\n& salut 👋"
    assert server.transcript() == (
        "[Anna, private] Anna (#1): Bonjour\n    & salut 👋\n"
        "[Anna, private] @SelonTestBot (#2, to #1): « Bonjour\n    & salut 👋 »"
    )


@pytest.mark.asyncio
async def test_a_push_ends_a_long_poll_at_once(server: BotApiServer, running: Running) -> None:
    anna = server.user(7, "Anna")
    async with running(echo):
        await server.until(lambda: server.is_polled)
        started = time.monotonic()
        server.message(server.private(anna), anna, "one")
        await server.called("sendMessage")
        assert time.monotonic() - started < 1


def test_updates_come_again_until_an_offset_confirms_them(server: BotApiServer) -> None:
    anna = server.user(7, "Anna")
    for text in ("one", "two", "three"):
        server.message(server.private(anna), anna, text)
    first = post(server, "getUpdates", limit=2).json()["result"]
    again = post(server, "getUpdates").json()["result"]
    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert again[:2] == first
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    later = post(server, "getUpdates", offset=first[1]["update_id"] + 1).json()["result"]
    assert [update["message"]["text"] for update in later] == ["three"]
    assert len(server.updates.pending) == 1


def test_a_negative_offset_forgets_all_but_the_last(server: BotApiServer) -> None:
    anna = server.user(7, "Anna")
    for text in ("one", "two", "three"):
        server.message(server.private(anna), anna, text)
    assert [u["message"]["text"] for u in post(server, "getUpdates", offset=-1).json()["result"]] == ["three"]
    assert len(post(server, "getUpdates").json()["result"]) == 1


def test_an_offset_ahead_of_the_queue_confirms_nothing(server: BotApiServer) -> None:
    server.push_raw({"poll": {}})
    assert len(post(server, "getUpdates", offset=2_000_000_000).json()["result"]) == 1


def test_allowed_updates_are_remembered(server: BotApiServer) -> None:
    anna = server.user(7, "Anna")
    post(server, "getUpdates", allowed_updates='["callback_query", "message_reaction"]')
    post(server, "getUpdates")
    server.message(server.private(anna), anna, "unheard")
    server.push_raw({"message_reaction": {}})
    assert [set(pending.value) for pending in server.updates.pending] == [{"update_id", "message_reaction"}]
    post(server, "getUpdates", allowed_updates="[]")
    server.message(server.private(anna), anna, "heard")
    assert server.push_raw({"message_reaction": {}}) is None
    assert len(server.updates.pending) == 2


def test_a_repeated_update_counts_as_confirmed_only_once_given(server: BotApiServer) -> None:
    first = server.push_raw({"poll": {"id": "1"}})
    assert first is not None
    offset = first["update_id"] + 1
    assert post(server, "getUpdates", offset=offset).json()["result"] == []
    server.push_raw(first)
    assert post(server, "getUpdates", offset=offset).json()["result"] == [first]
    assert post(server, "getUpdates", offset=offset).json()["result"] == []
    ahead = server.push_raw({"update_id": offset + 1000, "poll": {}})
    following = server.push_raw({"poll": {}})
    assert ahead
    assert following
    assert following["update_id"] == offset + 1001


def test_malformed_updates_go_through(server: BotApiServer) -> None:
    server.push_raw({"message": {"text": 5}})
    server.push_raw({"update_id": "no number", "nonsense": []})
    assert [u["update_id"] for u in post(server, "getUpdates").json()["result"]][1] == "no number"


@pytest.mark.asyncio
async def test_a_second_long_poll_ends_the_first_with_a_conflict(server: BotApiServer, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await server.until(lambda: server.is_polled)
    async with Bot(server.token, base_url=server.base_url) as other:
        second = asyncio.create_task(other.get_updates(timeout=10))
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await first
        server.push_raw({"poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}})
        assert len(await second) == 1


@pytest.mark.asyncio
async def test_a_webhook_excludes_polling(server: BotApiServer, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await server.until(lambda: server.is_polled)
    await bot.set_webhook("https://example.org/hook", secret_token="s")
    with pytest.raises(Conflict, match="terminated by setWebhook"):
        await poll
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    assert (await bot.get_webhook_info()).url == "https://example.org/hook"
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    with pytest.raises(BadRequest, match=r"(?i)https url must be provided"):
        await bot.set_webhook("http://example.org/hook")


@pytest.mark.asyncio
async def test_a_client_that_goes_away_ends_its_poll(server: BotApiServer, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await server.until(lambda: server.is_polled)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    await server.until(lambda: not server.is_polled)
    assert await bot.get_updates(timeout=0) == ()
    assert [call.response for call in server.calls_of("getUpdates")] == [{"ok": True, "result": []}]


def test_wrong_tokens_and_unknown_methods_are_refused(server: BotApiServer) -> None:
    wrong = httpx.get(f"{server.base_url}1:x/getMe", trust_env=False)
    assert wrong.status_code == 401
    assert wrong.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert post(server, "sendNonsense").status_code == 404
    assert httpx.get(server.url, trust_env=False).json()["error_code"] == 404
    assert post(server, "getme").json()["result"]["username"] == "SelonTestBot"
    assert post(server, "setMessageReaction", chat_id=1).json() == {"ok": True, "result": True}


@pytest.mark.asyncio
async def test_ordered_failures_come_once_and_in_order(
    server: BotApiServer, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    server.private(server.user(7, "Anna"))
    server.fail_next("sendMessage", status=429, retry_after=3)
    server.fail_next("sendMessage", status=403)
    server.fail_next("sendMessage", status=500)
    server.fail_next("sendMessage", status=502)
    with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
        await bot.send_message(7, "a")
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(7, "b")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(7, "c")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(7, "d")
    await bot.send_message(7, "e")
    assert [call.ok for call in server.calls_of("sendMessage")] == [False, False, False, False, True]
    assert [message["text"] for message in server.sent[7]] == ["e"]


@pytest.mark.asyncio
async def test_connections_are_cut_before_during_and_after_the_work(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))
    server.fail_next("sendMessage", drop="before_reading")
    server.fail_next("sendMessage", drop="after_reading")
    server.fail_next("sendMessage", drop="after_work")
    for text in ("unread", "undone", "done"):
        with pytest.raises(NetworkError):
            await bot.send_message(7, text)
    assert [call.body["text"] for call in server.calls_of("sendMessage")] == ["undone", "done"]
    assert [call.response for call in server.calls_of("sendMessage")] == [{}, {}]
    assert [message["text"] for message in server.sent[7]] == ["done"]


@pytest.mark.asyncio
async def test_a_late_answer_times_out_after_the_work(server: BotApiServer) -> None:
    server.private(server.user(7, "Anna"))
    server.fail_next("sendMessage", delay=0.3)
    async with Bot(server.token, base_url=server.base_url, request=HTTPXRequest(read_timeout=0.1)) as hasty:
        with pytest.raises(TimedOut):
            await hasty.send_message(7, "late")
    await server.called("sendMessage")
    assert len(server.sent[7]) == 1


@pytest.mark.asyncio
async def test_a_function_may_order_failures(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))

    def every_second(method: str, body: Mapping[str, str], nth: int) -> Fault | None:
        return Fault(status=500) if method == "sendMessage" and nth % 2 == 0 else None

    server.on_request = every_second
    await bot.send_message(7, "1")
    with pytest.raises(NetworkError):
        await bot.send_message(7, "2")
    await bot.send_message(7, "3")


@pytest.mark.asyncio
async def test_the_server_goes_down_and_comes_up_on_the_same_port(server: BotApiServer, running: Running) -> None:
    anna = server.user(7, "Anna")
    url = server.url
    async with running(echo):
        await server.until(lambda: server.is_polled)
        started = time.monotonic()
        server.stop_listening()
        assert not server.is_polled
        assert time.monotonic() - started < 0.5
        with pytest.raises(httpx.ConnectError):
            httpx.get(server.url, trust_env=False)
        server.message(server.private(anna), anna, "are you there?")
        server.listen_again()
        await server.called("sendMessage")
    assert server.url == url


@pytest.mark.asyncio
async def test_parallel_calls_are_counted(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))
    server.fail_next("sendMessage", delay=0.1, times=3)
    await asyncio.gather(*(bot.send_message(7, str(n)) for n in range(3)))
    assert server.most_in_flight("sendMessage") == 3
    mark = server.mark()
    await bot.send_message(7, "more")
    assert [call.body["text"] for call in await server.calls_after(mark)] == ["more"]


def test_waiting_in_vain_shows_the_transcript(server: BotApiServer) -> None:
    anna = server.user(7, "Anna")
    server.message(server.private(anna), anna, "Hello?")
    with pytest.raises(WaitTimeoutError, match=r"(?s)1 × sendMessage did not come.*Anna \(#1\): Hello\?"):
        server.wait_for_call("sendMessage", timeout=0.01)
    with pytest.raises(WaitTimeoutError, match="not idle"):
        server.wait_until_idle(timeout=0.01)


@pytest.mark.asyncio
async def test_calls_are_dumped_a_line_each(server: BotApiServer, bot: Bot, tmp_path: Path) -> None:
    server.private(server.user(7, "Anna"))
    await bot.send_message(7, "é")
    await bot.send_photo(7, b"not really a photo", caption="c")
    server.dump_calls(tmp_path / "calls.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "calls.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows[1] == {"n": 2, "method": "sendMessage", "body": {"chat_id": "7", "text": "é"}}
    assert rows[2]["body"]["photo"].startswith("attach://")


@pytest.mark.asyncio
async def test_a_wrong_token_stops_a_real_bot(server: BotApiServer) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=server.base_url):
            pass


@pytest.mark.slow
def test_servers_start_and_stop_fast() -> None:
    started = time.monotonic()
    for _ in range(5):
        with BotApiServer() as server:
            assert post(server, "getMe").json()["ok"]
    assert time.monotonic() - started < 2
    program = "from botapi.server import BotApiServer\nwith BotApiServer(): pass"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[1], timeout=20)
