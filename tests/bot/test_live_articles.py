"""Articles are taken up while the bot runs, in a process of its own."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import answered_id
from invented import write_crossing
from process import ADMIN, Bot

from bot.phrases import phrases

Json = dict[str, Any]

ANSWER = "Before autumn, the official promises."
EDITED = "Before autumn, as the mayor has it."
PATIENCE = 30


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "articles"
    write_crossing(folder, "ferry")
    return folder


@pytest.fixture
def bot(server: BotApiServer, tmp_path: Path, knowledge: Path) -> Bot:
    """A bot that answers from it, not yet started."""
    server.private(server.user(ADMIN, "Admin"))
    return Bot(server, tmp_path, tmp_path / "cache", knowledge=knowledge)


@asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[None]:
    """The bot, from when it asks for updates."""
    await bot.start()
    try:
        await bot.server.until(lambda: bot.server.is_polled, timeout=PATIENCE)
        yield
    finally:
        await bot.stop()


def question(name: str) -> str:
    return f"When will the {name} reopen?"


async def asked(server: BotApiServer, text: str, person_id: int = 7) -> Json:
    """The reply to a question in private."""
    anna = server.user(person_id, "Anna", language_code="en")
    message = server.message(server.private(anna), anna, text)

    def replies() -> list[Json]:
        return [each for each in server.sent.get(person_id, []) if answered_id(each) == message["message_id"]]

    await server.until(lambda: bool(replies()), timeout=PATIENCE)
    [reply] = replies()
    return reply


async def answered(server: BotApiServer, name: str, words: str) -> float:
    """The seconds until a question about something is answered with some words, asked again and again."""
    started = time.monotonic()
    while words not in (reply := await asked(server, question(name)))["text"]:
        assert time.monotonic() - started < PATIENCE, f"{reply['text']!r} lacks {words!r}"
        await asyncio.sleep(0.05)
    return time.monotonic() - started


def told(server: BotApiServer) -> list[str]:
    """Return the messages to the administrator."""
    return [str(message["text"]) for message in server.sent.get(ADMIN, [])]


def edit(path: Path, old: str, new: str) -> None:
    """Write a file anew, in place."""
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


@pytest.mark.slow
async def test_an_edited_answer_is_answered_without_a_restart(
    bot: Bot, knowledge: Path, record_property: Callable[[str, object], None]
) -> None:
    async with running(bot):
        await answered(bot.server, "ferry", ANSWER)
        edit(knowledge / "ferry" / "en.yaml", ANSWER, EDITED)
        seconds = await answered(bot.server, "ferry", EDITED)
    assert told(bot.server) == []
    record_property("figures", f"an edited answer is taken up after {seconds:.1f} s")


@pytest.mark.slow
async def test_a_broken_edit_keeps_the_last_version_and_tells_the_administrator_once(bot: Bot, knowledge: Path) -> None:
    path, other = knowledge / "ferry" / "en.yaml", knowledge / "ferry" / "faq.yaml"
    async with running(bot):
        await answered(bot.server, "ferry", ANSWER)
        edit(path, '"answer": "Before', '"anwser": "Before')
        await bot.server.until(lambda: bool(told(bot.server)), timeout=PATIENCE)
        [notice] = told(bot.server)
        assert "ferry" in notice
        assert "anwser" in notice
        await answered(bot.server, "ferry", ANSWER)
        # Touched again, it has the same findings; the next change of the article says when that was seen.
        other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        write_crossing(knowledge, "tunnel")
        await answered(bot.server, "tunnel", "The tunnel")
        assert told(bot.server) == [notice]
        edit(path, '"anwser": "Before', '"answer": "Well before')
        await answered(bot.server, "ferry", "Well before")
    assert told(bot.server) == [notice]
    assert len(re.findall("anwser", bot.log)) == notice.count("anwser")


@pytest.mark.slow
async def test_an_article_without_its_article_yaml_goes_on_and_the_administrator_is_told(
    bot: Bot, knowledge: Path
) -> None:
    write_crossing(knowledge, "tunnel")
    path = knowledge / "ferry" / "article.yaml"
    async with running(bot):
        await answered(bot.server, "ferry", ANSWER)
        path.rename(knowledge.parent / path.name)
        await bot.server.until(lambda: bool(told(bot.server)), timeout=PATIENCE)
        [notice] = told(bot.server)
        assert "article.yaml" in notice
        assert ANSWER in (await asked(bot.server, question("ferry")))["text"]
        (knowledge.parent / path.name).rename(path)
        edit(knowledge / "ferry" / "en.yaml", ANSWER, EDITED)
        await answered(bot.server, "ferry", EDITED)
        assert told(bot.server) == [notice]


@pytest.mark.slow
async def test_an_article_that_does_not_hold_is_left_out_at_the_start_until_it_does(bot: Bot, knowledge: Path) -> None:
    path = write_crossing(knowledge, "tunnel") / "fr.yaml"
    content = path.read_text(encoding="utf-8")
    path.write_text(content[: len(content) // 2], encoding="utf-8")
    async with running(bot):
        await bot.server.until(lambda: bool(told(bot.server)), timeout=PATIENCE)
        assert "tunnel" in told(bot.server)[0]
        await answered(bot.server, "ferry", ANSWER)
        path.write_text(content, encoding="utf-8")
        await answered(bot.server, "tunnel", "The tunnel")


@pytest.mark.slow
@pytest.mark.parametrize("how", ["no article holds", "no folder"])
async def test_a_run_without_any_article_ends_with_status_2(bot: Bot, knowledge: Path, how: str) -> None:
    if how == "no folder":
        rmtree(knowledge)
    else:
        edit(knowledge / "ferry" / "article.yaml", '"served"', '"severd"')
    await bot.start()
    assert await bot.ended() == 2
    assert ("severd" if how == "no article holds" else "set KNOWLEDGE_DIR") in bot.log
    assert "Traceback" not in bot.log


@pytest.mark.slow
async def test_articles_come_go_and_get_another_name(bot: Bot, knowledge: Path) -> None:
    server = bot.server
    async with running(bot):
        write_crossing(knowledge, "tunnel")
        await answered(server, "tunnel", "The tunnel")
        tunnel = server.sent[7][-1]
        (knowledge / "ferry").rename(knowledge / "boat")
        await answered(server, "ferry", ANSWER)
        rmtree(knowledge / "tunnel")
        while "The tunnel" in (await asked(server, question("tunnel")))["text"]:
            await asyncio.sleep(0.05)
        button = tunnel["reply_markup"]["inline_keyboard"][0][0]["text"]
        server.press(server.user(7, "Anna", language_code="en"), tunnel, button)
        await server.called("answerCallbackQuery", 1, timeout=PATIENCE)
    [toast] = server.calls_of("answerCallbackQuery")
    assert toast.body["text"] == phrases("en")("stale")
    assert told(server) == []


@pytest.mark.slow
async def test_the_last_articles_stay_where_all_are_gone(bot: Bot, knowledge: Path) -> None:
    aside = knowledge.with_name("aside")
    async with running(bot):
        knowledge.rename(aside)
        await bot.server.until(lambda: bool(told(bot.server)), timeout=PATIENCE)
        await answered(bot.server, "ferry", ANSWER)
        edit(aside / "ferry" / "en.yaml", ANSWER, EDITED)
        aside.rename(knowledge)
        await answered(bot.server, "ferry", EDITED)
    [notice] = told(bot.server)
    assert "KNOWLEDGE_DIR" in notice


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(__import__("signal"), "SIGHUP"), reason="there is no SIGHUP")
async def test_a_hangup_never_ends_the_bot(bot: Bot, knowledge: Path) -> None:
    async with running(bot):
        for _ in range(3):
            bot.hang_up()
        edit(knowledge / "ferry" / "en.yaml", ANSWER, EDITED)
        bot.hang_up()
        await answered(bot.server, "ferry", EDITED)
        bot.hang_up()
        await answered(bot.server, "ferry", EDITED)
    assert bot.log == ""
