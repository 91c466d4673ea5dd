"""/stats: for the bot's administrators, in private; for anybody else there is no such command."""

from __future__ import annotations

import asyncio
import os
import signal
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, LANGUAGES, UNKNOWN, Json, heard, silent
from extras import needs_matplotlib
from hypothesis import given
from hypothesis import strategies as st
from running import Running

from bot.app import serve
from bot.dialogue.count import Count
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.handlers.stats import days_wanted
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.days import days_ago
from bot.store.misses import Miss
from bot.store.store import open_store
from bot.store.votes import VotedAnswer
from knowledge.library import Library

ADMIN = 99


@pytest.fixture
def running(settings: Settings, library: Library) -> Running:
    """The bot, with an administrator."""
    library.warm_up()
    own = settings.model_copy(update={"admin_ids": (5, ADMIN)})

    @asynccontextmanager
    async def run() -> AsyncIterator[asyncio.Task[None]]:
        task = asyncio.create_task(serve(own, library, patience=2))
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.wait([task])

    return run


def admin_of(server: BotApiServer, language: str) -> Json:
    """The administrator, with an app in some language."""
    return server.user(ADMIN, "Ada", language_code=language)


async def stats(server: BotApiServer, chat: Json, admin: Json, command: str = "/stats") -> Json:
    """Return the message that a command is answered with."""
    before = len(server.sent.get(chat["id"], []))
    server.message(chat, admin, command)
    # The first picture of a process waits for its library, which looks for all fonts once.
    return (await heard(server, chat, before + 1, timeout=30))[-1]


@needs_matplotlib
@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_administrator_sees_what_was_asked_a_moment_ago_in_words_and_as_a_picture(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    words, admin = phrases(language), admin_of(server, language)
    private, own = server.private(anna), server.private(admin)
    async with running():
        for count, text in enumerate((KNOWN["fr"], KNOWN["ru"], UNKNOWN["fr"]), 1):
            server.message(private, anna, text)
            await heard(server, private, count)
        shown = await stats(server, own, admin)
    caption = shown["caption"]
    assert words("stats-questions", count=3) in caption
    for line in (
        words("stats-line-share", name=words("stats-answer"), number=2, share=2 / 3),
        words("stats-line-share", name=words("stats-abstain"), number=1, share=1 / 3),
        words("stats-line-share", name=words("stats-private"), number=3, share=1),
        words("stats-line-share", name=words("language-ru"), number=1, share=1 / 3),
        words("stats-misses", share=1 / 3),
        words("stats-entry", name=library.entries[KNOWN_ENTRY].title(language), number=2),
    ):
        assert line in caption
    assert shown["caption_entities"][0]["type"] == "bold"
    png = server.photos[shown["photo"][-1]["file_id"]]
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (1024, 1088)
    [call] = server.calls_of("sendPhoto")
    assert call.body["photo"] == "attach://selon.png", "its ending tells the type"
    assert len(server.sent[own["id"]]) == 1


@pytest.mark.slow
@needs_matplotlib
async def test_a_picture_is_sent_again_until_telegram_takes_it_and_no_more(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    admin = admin_of(server, "en")
    private, own = server.private(anna), server.private(admin)
    async with running():
        server.message(private, anna, KNOWN["fr"])
        await heard(server, private)
        server.fail_next("sendPhoto", status=502, html=False)
        await stats(server, own, admin)
    assert len(server.calls_of("sendPhoto")) == 2
    assert len(server.sent[own["id"]]) == 1


async def test_without_a_question_there_is_text_alone(server: BotApiServer, running: Running) -> None:
    admin = admin_of(server, "fr")
    async with running():
        shown = await stats(server, server.private(admin), admin)
    assert phrases("fr")("stats-questions", count=0) in shown["text"]
    assert "photo" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_matplotlib_the_text_says_how_to_get_the_picture(
    server: BotApiServer, running: Running, anna: Json, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"] or ["matplotlib"]:
        monkeypatch.setitem(sys.modules, module, None)
    words, admin = phrases(language), admin_of(server, language)
    private, own = server.private(anna), server.private(admin)
    async with running():
        server.message(private, anna, KNOWN["fr"])
        await heard(server, private)
        shown = await stats(server, own, admin)
    assert words("stats-questions", count=1) in shown["text"]
    assert words("stats-no-picture") in shown["text"]
    assert server.calls_of("sendPhoto") == []


@needs_matplotlib
async def test_the_days_asked_for_are_counted_with_votes_and_open_misses(
    server: BotApiServer, running: Running, settings: Settings, library: Library
) -> None:
    with open_store(settings.database_url) as store:
        await store.counts.add(
            {
                Count(days_ago(back), Surface.PRIVATE, "fr", ReplyOutcome.ANSWER, KNOWN_ENTRY): 1
                for back in (0, 6, 7, 29, 30, 89)
            }
        )
        await store.votes.cast(7, VotedAnswer(7, 1, KNOWN_ENTRY, "fr"), up=True)
        await store.votes.cast(8, VotedAnswer(7, 1, KNOWN_ENTRY, "fr"), up=False)
        await store.misses.add(Miss("Où ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None))
    words, admin = phrases("en"), admin_of(server, "en")
    chat = server.private(admin)
    async with running():
        shown = {command: await stats(server, chat, admin, command) for command in ("/stats", "/stats 7", "/stats 90")}
    for command, count in (("/stats", 4), ("/stats 7", 2), ("/stats 90", 6)):
        caption = shown[command]["caption"]
        assert words("stats-questions", count=count) in caption
        assert words("stats-vote", name=library.entries[KNOWN_ENTRY].title("en"), count=1, number=1) in caption
        assert words("stats-line", name=words("stats-open"), number=1) in caption


@pytest.mark.parametrize("argument", ["0", "91", "-7", "seven", "7 8", "٧", "9" * 5000, "1e1", "😀" * 2000])
async def test_what_is_no_number_of_days_is_told_so(server: BotApiServer, running: Running, argument: str) -> None:
    admin = admin_of(server, "uk")
    async with running():
        shown = await stats(server, server.private(admin), admin, f"/stats {argument}")
    assert shown["text"] == phrases("uk")("stats-which-days", count=90)


async def test_a_corrected_command_is_answered_anew(server: BotApiServer, running: Running) -> None:
    admin = admin_of(server, "ru")
    chat = server.private(admin)
    async with running():
        asked = server.message(chat, admin, "/stats семь")
        await heard(server, chat)
        server.edit(asked, "/stats 7")
        _, shown = await heard(server, chat, 2)
    assert phrases("ru")("stats-questions", count=0) in shown["text"]


@pytest.mark.parametrize("text", ["{}", "{} 7", "{}@SelonTestBot", "{}@OtherBot"])
async def test_a_stranger_is_answered_as_to_any_unknown_command(
    server: BotApiServer, running: Running, anna: Json, boris: Json, text: str
) -> None:
    boris = server.user(8, "Boris", language_code="fr")
    first, second = server.private(anna), server.private(boris)
    async with running():
        server.message(first, anna, text.format("/stats"))
        server.message(second, boris, text.format("/foo"))
        [reply], [unknown] = await heard(server, first), await heard(server, second)
    assert reply["text"] == unknown["text"]
    assert "/stats" not in reply["text"]


@pytest.mark.parametrize("place", ["group", "topic"], indirect=True)
async def test_in_a_group_there_is_silence_for_the_administrator_too(
    server: BotApiServer, running: Running, place: Any
) -> None:
    admin = admin_of(server, "en")
    server.administrator(place.chat, admin)
    async with running():
        for text in ("/stats", "/stats@SelonTestBot 7"):
            server.message(place.chat, admin, text, thread=place.thread)
        await silent(server, place.chat, admin, thread=place.thread)
    assert server.calls_of("sendPhoto") == []


async def test_nobody_administers_where_nobody_is_named(
    server: BotApiServer, settings: Settings, library: Library
) -> None:
    admin = admin_of(server, "en")
    chat = server.private(admin)
    server.message(chat, admin, "/stats")
    task = asyncio.create_task(serve(settings, library, patience=2))
    [reply] = await heard(server, chat)
    task.cancel()
    await asyncio.wait([task])
    assert reply["text"] == phrases("en")("no-such-command")


@given(st.lists(st.text(), max_size=3), st.integers(1, 3650))
def test_days_wanted_are_days_that_are_kept(arguments: list[str], most: int) -> None:
    days = days_wanted(arguments, most)
    assert days is None or 1 <= days <= most


@given(st.integers(1, 3650), st.integers(1, 3650))
def test_every_number_of_days_that_are_kept_can_be_asked_for(days: int, most: int) -> None:
    assert days_wanted([str(days)], most) == (days if days <= most else None)


@needs_matplotlib
@pytest.mark.slow
async def test_sigterm_keeps_the_counts_and_a_picture_is_never_logged(
    server: BotApiServer, tmp_path: Path, learnt: Path, anna: Json
) -> None:
    database = f"sqlite:///{tmp_path / 'selon.db'}"
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": database,
        "CACHE_DIR": str(learnt),
        "ADMIN_IDS": str(ADMIN),
        "LOG_LEVEL": "DEBUG",
    }
    admin = admin_of(server, "en")
    private, own = server.private(anna), server.private(admin)
    server.message(private, anna, KNOWN["fr"])
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
    )
    await server.called("sendMessage", timeout=30)
    # An answer is sent before it is counted; the next question of the same chat is taken up after that.
    server.message(private, anna, KNOWN["fr"])
    await heard(server, private, 2)
    server.message(own, admin, "/stats")
    await server.called("sendPhoto", timeout=30)
    server.message(private, anna, KNOWN["fr"])
    await heard(server, private, 3)
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), timeout=20)
    assert process.returncode == 0
    log = errors.decode()
    assert "PNG" not in log
    assert "IHDR" not in log
    assert phrases("en")("stats-entries") not in log
    assert max(map(len, log.splitlines())) < 500
    with open_store(database) as store:
        assert list((await store.counts.since(days_ago(1))).values()) == [3]
