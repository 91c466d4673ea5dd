"""The process is killed again and again: nothing is lost, nothing is answered twice, order is kept."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from exchange import KNOWN, OTHER, Json, answered_id
from process import ADMIN, LANES, Bot

QUESTIONS = tuple({**KNOWN, **OTHER}.values()) + tuple(KNOWN.values())


@dataclass(frozen=True)
class Figures:
    """The figures of a run."""

    asked: int
    answered: int
    unknown: int
    reported: int
    kills: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.asked} questions, {self.kills} kills: {self.answered} answered once, {self.unknown} unknown, "
            f"{self.reported} reported, 0 lost, 0 twice, order kept, {self.seconds:.0f} s"
        )


async def played(bot: Bot, *, chats: int, kills: int, seed: int, rate: float = 100) -> Figures:
    """Three questions from each chat, at so many a second, while the bot is killed; what came of it."""
    chance, server = random.Random(seed), bot.server
    started = time.monotonic()
    admin = server.user(ADMIN, "Admin")
    server.private(admin)
    people = [server.user(1000 + number, f"P{number}", language_code="fr") for number in range(chats)]
    asked: dict[int, list[int]] = {person["id"]: [] for person in people}

    async def ask() -> None:
        for turn in range(3):
            for number, person in enumerate(people, turn * len(people)):
                # However quick the bot is, each kill finds its share of the questions still to be answered.
                while bot.kills < number * kills // (3 * len(people)):
                    await asyncio.sleep(0.01)
                text = QUESTIONS[(person["id"] + turn) % len(QUESTIONS)]
                message = server.message(server.private(person), person, text)
                asked[person["id"]].append(message["message_id"])
                await asyncio.sleep(1 / rate)

    await bot.start()
    asking = asyncio.create_task(ask())
    for number in range(kills):
        seen = len(server.calls_of("sendMessage"))
        # At a moment at which it sends: just started, in the middle, or while it reads what it had left.
        await server.until(lambda seen=seen: len(server.calls_of("sendMessage")) > seen, timeout=60)  # type: ignore[misc]
        await asyncio.sleep(chance.uniform(0.0, 0.4))
        await bot.kill()
        if number == kills - 1:
            await asking
        await bot.start()
    await _until(bot.is_done)
    await _until(lambda: _reported(server) >= len(bot.rows("SELECT update_id FROM inbox WHERE state = 'unknown'")))
    await bot.stop()
    return _checked(bot, asked, time.monotonic() - started)


async def _until(predicate: Callable[[], bool], patience: float = 120) -> None:
    """Wait for a change in the database, which wakes nobody."""
    async with asyncio.timeout(patience):
        while not await asyncio.to_thread(predicate):
            await asyncio.sleep(0.1)


def _checked(bot: Bot, asked: Mapping[int, list[int]], seconds: float) -> Figures:
    """The figures of a run in which nothing is lost, nothing twice, and every chat in order."""
    sent: dict[int, list[Json]] = bot.server.sent
    unknown = {
        (chat, message) for chat, message in bot.rows("SELECT chat_id, message_id FROM replies WHERE reply_id IS NULL")
    }
    answered = 0
    for chat, questions in asked.items():
        replies = [answered_id(message) for message in sent.get(chat, [])]
        assert len(set(replies)) == len(replies), f"answered twice in chat {chat}: {replies}"
        assert replies == [question for question in questions if question in replies], f"order of chat {chat}"
        lost = {question for question in questions if question not in replies and (chat, question) not in unknown}
        assert not lost, f"lost in chat {chat}: {lost}"
        answered += len(replies)
    return Figures(
        asked=sum(map(len, asked.values())),
        answered=answered,
        unknown=len(bot.rows("SELECT update_id FROM inbox WHERE state = 'unknown'")),
        reported=_reported(bot.server),
        kills=bot.kills,
        seconds=seconds,
    )


def _reported(server: BotApiServer) -> int:
    """Count the unknown sends that the administrator was told of."""
    notices = [str(message["text"]) for message in server.sent.get(ADMIN, [])]
    return sum(int(found.group()) for notice in notices if (found := re.match(r"\d+", notice)))


@pytest.mark.slow
async def test_a_bot_that_is_killed_loses_and_repeats_nothing(
    server: BotApiServer, tmp_path: Path, learnt: Path, record_property: Callable[[str, object], None]
) -> None:
    bot = Bot(server, tmp_path, learnt)
    figures = await played(bot, chats=20, kills=2, seed=1)
    assert figures.unknown <= LANES * figures.kills
    record_property("figures", f"polling, short: {figures}")


@pytest.mark.slow
async def test_six_hundred_questions_survive_six_kills(
    either_way: Bot, record_property: Callable[[str, object], None]
) -> None:
    figures = await played(either_way, chats=200, kills=6, seed=2)
    assert figures.asked == 600
    assert figures.unknown <= LANES * figures.kills
    record_property("figures", f"{either_way.way}: {figures}")


@pytest.mark.slow
async def test_six_hundred_questions_survive_kills_and_a_server_that_fails_one_request_in_ten(
    either_way: Bot, record_property: Callable[[str, object], None]
) -> None:
    chance, drops = random.Random(3), 0

    def fail(method: str, body: Mapping[str, str], nth: int) -> Fault | None:
        nonlocal drops
        if method in ("getMe", "setWebhook", "deleteWebhook") or chance.random() >= 0.1:
            return None
        fault = chance.choice(
            [Fault(status=429, retry_after=1), Fault(status=500), Fault(drop="after_reading"), Fault(drop="after_work")]
        )
        drops += method == "sendMessage" and fault.drop is not None
        return fault

    either_way.server.on_request = fail
    figures = await played(either_way, chats=200, kills=6, seed=4)
    assert figures.asked == 600
    assert figures.unknown <= drops + LANES * figures.kills
    record_property("figures", f"{either_way.way}, one request in ten fails ({drops} sends dropped): {figures}")
