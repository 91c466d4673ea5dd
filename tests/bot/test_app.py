"""The application over HTTP, as `selon run` builds it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from botapi.server import BotApiServer
from running import Running, sentence
from sqlalchemy import Engine, event
from states import turn

from bot.app import build_application, serve
from bot.errors import SecondInstance
from bot.handlers.processing import process
from bot.settings import Settings
from bot.store.database import sqlite_path
from bot.store.errors import StoreError
from bot.store.store import open_store
from bot.updates.polling import PollingPauses
from knowledge.library import Library

pytestmark = pytest.mark.asyncio

Json = dict[str, Any]


async def said(server: BotApiServer, chat: Json, count: int = 1) -> list[Json]:
    """Return the bot's messages in a chat, once there are that many."""
    await server.called("sendMessage", count)
    await server.idle()
    return list(server.sent[chat["id"]])


def states_of(path: Path) -> list[str]:
    """Return the states of the updates in a database, none before it has its tables."""
    with closing(sqlite3.connect(path, timeout=5)) as connection, suppress(sqlite3.OperationalError):
        return [str(state) for (state,) in connection.execute("SELECT state FROM inbox")]
    return []


@pytest.mark.parametrize(
    ("question", "fact", "attribution"),
    [
        ("Combien de temps a duré l'appel entre Trump et Poutine ?", "90", "paragraphe 1"),
        ("what did Zelensky say after the call", "meaningful conversation", "paragraph 8"),
        ("Сколько длился разговор Трампа и Путина?", "90", "абзац 1"),
        ("що Гегсет сказав про кордони 2014 року", "AP", "абзац"),
    ],
)
async def test_a_question_in_private_is_answered_in_its_language_with_its_source(
    server: BotApiServer, running: Running, question: str, fact: str, attribution: str
) -> None:
    anna = server.user(7, "Anna", language_code="de")
    chat = server.private(anna)
    asked = server.message(chat, anna, question)
    async with running():
        [reply] = await said(server, chat)
    assert fact in reply["text"]
    assert attribution in reply["text"]
    assert reply["reply_to_message"]["message_id"] == asked["message_id"]
    sent = server.calls_of("sendMessage")[0].body
    assert '"is_disabled": true' in sent["link_preview_options"]


async def test_a_quote_is_a_block_quotation_with_its_translation(server: BotApiServer, running: Running) -> None:
    anna = server.user(7, "Anna")
    chat = server.private(anna)
    server.message(chat, anna, "What did Hegseth say about Ukraine joining NATO?")
    async with running():
        [reply] = await said(server, chat)
    kinds = [entity["type"] for entity in reply["entities"]]
    assert "expandable_blockquote" in kinds
    assert "«\u202fLes États-Unis ne croient pas […]" in reply["text"]
    assert "Translation: “The United States" in reply["text"]
    assert "at NATO headquarters in Brussels · quoted in the article, relayed by AP" in reply["text"]


async def test_a_related_question_is_a_new_reply_and_topics_turn_in_place(
    server: BotApiServer, running: Running
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    server.message(chat, anna, "Qui est Marc Fogel ?")
    async with running():
        [answer] = await said(server, chat)
        related = answer["reply_markup"]["inline_keyboard"][0][0]["text"]
        server.press(anna, answer, related)
        assert len(await said(server, chat, 2)) == 2
        server.message(chat, anna, "/topics")
        topics = (await said(server, chat, 3))[-1]
        label = topics["reply_markup"]["inline_keyboard"][0][0]["text"]
        server.press(anna, topics, label)
        await server.called("editMessageText", 1)
        await server.idle()
    assert len(server.sent[chat["id"]]) == 3
    assert len(server.calls_of("answerCallbackQuery")) == 2


async def test_a_choice_is_answered_in_place_and_can_be_rejected(
    server: BotApiServer, running: Running, ambiguous: dict[str, str]
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    server.message(chat, anna, ambiguous["fr"])
    server.message(chat, anna, ambiguous["fr"])
    async with running():
        first, second = await said(server, chat, 2)
        rows = [row[0]["text"] for row in first["reply_markup"]["inline_keyboard"]]
        assert 3 <= len(rows) <= 4
        server.press(anna, first, rows[0])
        server.press(anna, second, rows[-1])
        await server.called("editMessageText", 2)
        await server.idle()
    answered, rejected = server.sent[chat["id"]]
    assert "paragraphe" in answered["text"]
    assert "pas trouvé de réponse" in rejected["text"]


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
async def test_commands_speak_the_language_of_the_app(server: BotApiServer, running: Running, language: str) -> None:
    anna = server.user(7, "Anna", language_code=language)
    chat = server.private(anna)
    for command in ("/start", "/help", "/topics", "/who", "/sources", "/ask"):
        server.message(chat, anna, command)
    async with running():
        replies = await said(server, chat, 6)
    alphabet = "[а-яіїєґ]" if language in ("ru", "uk") else "[a-zà-ÿ]"
    assert all(len(re.findall(alphabet, reply["text"].lower())) > 5 for reply in replies)


async def test_a_message_without_words_is_told_so(server: BotApiServer, running: Running) -> None:
    anna = server.user(7, "Anna", language_code="uk")
    chat = server.private(anna)
    server.message(chat, anna, "", caption_of="photo")
    server.message(chat, anna, "Хто такий Марк Фогель?", caption_of="photo")
    async with running():
        without, captioned = await said(server, chat, 2)
    assert "словами" in without["text"]
    assert "Фогель" in captioned["text"]


@pytest.mark.parametrize(
    "data", ["", "x", "1:fr:o:no-such-entry", "0:fr:n", "1:zz:o:" + "a" * 50, "1:fr:t:x:9", "\u202e"]
)
async def test_stale_and_forged_buttons_get_a_toast(server: BotApiServer, running: Running, data: str) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    server.message(chat, anna, "Qui est Marc Fogel ?")
    async with running():
        [answer] = await said(server, chat)
        server.callback(anna, answer, data)
        [call] = await server.called("answerCallbackQuery", 1)
        await server.idle()
    assert call.body["text"]
    assert len(server.sent[chat["id"]]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 2000,
        "<b>Qui est</b> Marc Fogel & <i>",
        "\u202eQui est Marc Fogel\u202c ?",
        "a" * 4096,
        "/" * 300,
        "\u0000\u200b",
    ],
)
async def test_odd_messages_get_an_answer(server: BotApiServer, running: Running, text: str) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    server.message(chat, anna, text)
    async with running():
        [reply] = await said(server, chat)
    assert reply["text"]


async def test_an_update_that_cannot_be_parsed_is_skipped(
    server: BotApiServer, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    chat = server.private(anna)
    server.push_raw({"message": {"message_id": "not a number", "chat": 5}})
    server.push_raw({"no_such_kind": {}})
    server.message(chat, anna, "Qui est Marc Fogel ?")
    with caplog.at_level(logging.ERROR):
        async with running():
            [reply] = await said(server, chat)
    assert "Fogel" in reply["text"]
    assert "cannot be parsed" in caplog.text


async def test_a_refusal_to_wait_is_waited_for_and_a_blocked_bot_goes_on(
    server: BotApiServer, running: Running
) -> None:
    anna, boris = server.user(7, "Anna", language_code="fr"), server.user(8, "Boris", language_code="fr")
    server.fail_next("sendMessage", status=429, retry_after=1)
    server.message(server.private(anna), anna, "Qui est Marc Fogel ?")
    async with running():
        await said(server, server.private(anna), 2)
        server.fail_next("sendMessage", status=403, description="Forbidden: bot was blocked by the user")
        server.message(server.private(anna), anna, "Qui est Marc Fogel ?")
        server.message(server.private(boris), boris, "Qui est Marc Fogel ?")
        await server.called("sendMessage", 4)
        await server.idle()
    assert len(server.sent[7]) == 1
    assert len(server.sent[8]) == 1


@pytest.mark.slow
async def test_a_server_that_goes_away_is_waited_for(
    server: BotApiServer, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    async with running():
        await server.until(lambda: server.is_polled)
        server.stop_listening()
        await server.until(lambda: "did not answer a poll" in caplog.text)
        server.listen_again()
        server.message(server.private(anna), anna, "Qui est Marc Fogel ?")
        [reply] = await said(server, server.private(anna))
    assert "Fogel" in reply["text"]


async def test_a_second_instance_on_another_database_ends_with_a_sentence(
    server: BotApiServer, settings: Settings, library: Library, tmp_path: Path
) -> None:
    pauses = PollingPauses(overlap=1, overlap_pause=0.3)
    first = asyncio.create_task(serve(settings, library, pauses=pauses))
    await server.until(lambda: server.is_polled)
    elsewhere = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'other.db'}"})
    second = asyncio.create_task(serve(elsewhere, library, pauses=pauses))
    ended, going_on = await asyncio.wait({first, second}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    for task in going_on:
        task.cancel()
    endings = await asyncio.gather(*ended, *going_on, return_exceptions=True)
    assert isinstance(endings[0], SecondInstance)
    assert len(going_on) == 1


async def test_a_second_instance_on_the_same_database_does_not_even_ask_telegram(
    server: BotApiServer, settings: Settings, library: Library, running: Running
) -> None:
    async with running():
        await server.until(lambda: server.is_polled)
        # The list of commands is published meanwhile.
        await server.idle()
        before = server.mark()
        with pytest.raises(StoreError, match="used by another process"):
            await serve(settings, library)
        assert server.mark() == before


@pytest.mark.parametrize("place", ["missing/file", "file/below", "n" * 300, "folder", "pipe", "link", "words"])
async def test_a_health_file_that_cannot_be_is_named_before_anything_is_asked(
    server: BotApiServer, library: Library, settings: Settings, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "words").write_text("somebody's")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    kept = set(tmp_path.iterdir())
    error = await sentence(settings.model_copy(update={"health_file": tmp_path / place}), library)
    assert re.match(r"HEALTH_FILE (cannot be written \(|names something else)", str(error))
    assert error.exit_status == 2
    assert set(tmp_path.iterdir()) == kept
    assert server.calls == []


async def test_a_proxy_that_cannot_be_used_ends_the_start(
    server: BotApiServer, library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("http_proxy", "socks5://anna:secret@localhost:1080")
    assert str(await sentence(settings, library)).startswith("http_proxy names a SOCKS proxy")


@pytest.mark.slow
@pytest.mark.parametrize(("token", "status"), [("", 2), ("1:wrong", 2)])
async def test_selon_run_ends_with_a_sentence_and_no_traceback(
    server: BotApiServer, token: str, status: int, tmp_path: Path, learnt: Path
) -> None:
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'selon.db'}",
        "CACHE_DIR": str(learnt),
    }
    ended = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == status
    assert "TELEGRAM_BOT_TOKEN" in ended.stderr
    assert "Traceback" not in ended.stderr


async def test_selon_run_answers_and_stops_on_sigterm(server: BotApiServer, tmp_path: Path, learnt: Path) -> None:
    token = server.token
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'selon.db'}",
        "CACHE_DIR": str(learnt),
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "DEBUG",
    }
    anna = server.user(7, "Anna", language_code="en")
    server.message(server.private(anna), anna, "How long was the call with Putin?")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
    )
    await server.called("sendMessage", 1, timeout=30)
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), timeout=20)
    assert process.returncode == 0
    assert token not in errors.decode()
    assert "How long" not in errors.decode()
    lines = [json.loads(line) for line in errors.decode().splitlines()]
    [handled] = [line for line in lines if "update_id" in line]
    assert (handled["surface"], handled["language"], handled["outcome"]) == ("private", "en", "answer")


async def test_nobodys_id_stays_in_memory(server: BotApiServer, settings: Settings, library: Library) -> None:
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            anna = server.user(7, "Anna")
            message = server.message(server.private(anna), anna, "/help")
            await process(application, turn({"update_id": 1, "message": message}))
            assert application.bot_data.counts["command:reply"] == 1
            kept = [getattr(application, name) for name in dir(application) if name.endswith("_in_persistence")]
            assert len(kept) >= 2
            assert not any(kept)
            assert not application.chat_data
            assert not application.user_data
        finally:
            await application.shutdown()


async def ending(bot: asyncio.Task[None]) -> str:
    """The sentence with which the bot ends; fails if it does not within seconds."""
    with pytest.raises(StoreError) as ended:
        await asyncio.wait_for(bot, 10)
    assert ended.value.exit_status == 1
    return str(ended.value)


@pytest.mark.parametrize("is_moved", [False, True])
async def test_a_database_that_goes_away_ends_the_bot_in_a_sentence_and_confirms_nothing(
    server: BotApiServer, settings: Settings, library: Library, is_moved: bool
) -> None:
    path, anna = sqlite_path(settings.database_url), server.user(7, "Anna", language_code="fr")
    bot = asyncio.create_task(serve(settings, library))
    server.message(server.private(anna), anna, "Qui est Marc Fogel ?")
    await said(server, server.private(anna))
    if is_moved:
        path.rename(path.with_name("moved.db"))
    else:
        path.unlink()
    server.message(server.private(anna), anna, "/help")
    assert "was deleted, moved or replaced while it was in use" in await ending(bot)
    assert [pending.value["message"]["text"] for pending in server.updates.pending] == ["/help"]
    assert len(server.sent[anna["id"]]) == 1


async def test_a_database_that_goes_away_is_noticed_while_nothing_comes(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    bot = asyncio.create_task(serve(settings, library))
    await server.until(lambda: server.is_polled)
    sqlite_path(settings.database_url).unlink()
    assert "was deleted, moved or replaced while it was in use" in await ending(bot)


async def test_a_database_that_goes_away_while_the_articles_are_loaded_is_noticed(
    settings: Settings, library: Library
) -> None:
    path = sqlite_path(settings.database_url)

    class Deleting(Library):
        """A library that deletes the database when it is told when its articles were first loaded."""

        def with_articles(self, *given: Any) -> Library:
            path.unlink()
            return library.with_articles(*given)

    deleting = Deleting(library.articles, library.cache)
    assert "was deleted, moved or replaced while it was in use" in str(await sentence(settings, deleting))


async def test_a_question_stays_for_the_next_start_where_the_articles_could_not_be_learnt(
    server: BotApiServer, settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_asked = threading.Event()

    def learn(*_: object, **__: object) -> None:
        is_asked.wait(20)
        raise MemoryError

    monkeypatch.setattr(Library, "warm_up", learn)
    boris = server.user(8, "Boris", language_code="en")
    server.message(server.private(boris), boris, "How long did the call last?")
    running = asyncio.create_task(serve(settings, Library(library.articles), patience=2, command_scopes=()))
    path = sqlite_path(settings.database_url)
    async with asyncio.timeout(20):
        while not path.exists() or states_of(path) != ["new"]:
            await asyncio.sleep(0.05)
    is_asked.set()
    with pytest.raises(MemoryError):
        await running
    assert states_of(path) == ["new"]
    assert not server.sent.get(8)


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_a_database_that_goes_away_is_noticed_while_telegram_is_waited_for(
    server: BotApiServer, settings: Settings, library: Library, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next(method, status=502, html=True, times=1_000)
    bot = asyncio.create_task(serve(settings, library))
    async with asyncio.timeout(20):
        while "trying again" not in caplog.text:
            await asyncio.sleep(0.01)
    sqlite_path(settings.database_url).unlink()
    assert "was deleted, moved or replaced while it was in use" in await ending(bot)
    for name in ("NeverWritten", "Garbled", "Unanswered"):
        assert name not in caplog.text


async def test_damage_that_shows_while_the_bot_runs_ends_it_in_a_sentence_and_confirms_nothing(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    def shrink(connection: sqlite3.Connection, _: object) -> None:
        # SQLite sees at once what becomes of the file.
        connection.execute("PRAGMA cache_size = 0").close()

    path, anna = sqlite_path(settings.database_url), server.user(7, "Anna", language_code="fr")
    event.listen(Engine, "connect", shrink)
    try:
        bot = asyncio.create_task(serve(settings, library))
        await server.until(lambda: server.is_polled)
    finally:
        event.remove(Engine, "connect", shrink)
    await asyncio.to_thread(_until_written, path)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(path.stat().st_size - 4096))
    server.message(server.private(anna), anna, "Qui est Marc Fogel ?")
    assert await ending(bot) == (
        f"The database {path} is damaged: restore a copy, or set DATABASE_URL to another file."
    )
    assert len(server.updates.pending) == 1
    assert anna["id"] not in server.sent


def _until_written(path: Path) -> None:
    """Wait until all is in the database's main file."""
    while path.with_name(f"{path.name}-wal").stat().st_size:
        time.sleep(0.01)


@pytest.mark.slow
async def test_selon_run_ends_with_status_1_when_its_database_goes_away(
    server: BotApiServer, settings: Settings, learnt: Path
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env={**os.environ, "CACHE_DIR": str(learnt), "LOG_LEVEL": "WARNING"},
        stderr=asyncio.subprocess.PIPE,
    )
    await server.until(lambda: server.is_polled, timeout=30)
    path = sqlite_path(settings.database_url)
    path.unlink()
    _, err = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 1
    assert err.decode() == (
        f"The database {path} was deleted, moved or replaced while it was in use: "
        "put it back if you can, and start the bot again.\n"
    )
