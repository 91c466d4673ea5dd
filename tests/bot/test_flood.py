"""One chat that floods the bot, by whatever way in, holds up nobody else."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from exchange import KNOWN, UNKNOWN, Json, answered_id, data, labels
from process import Bot

from bot.store.store import open_store

OTHERS = range(2001, 2011)
DEFAULT_RATE = 30
# Without fairness it is tens of seconds.
MEDIAN_SECONDS, WORST_SECONDS = 1.0, 3.0


@dataclass
class Flooder:
    """Somebody who does one thing again and again, in a group of theirs.

    Attributes:
        server: The Bot API server that carries the messages.
        person: The person who floods.
        group: In which group.
        asked: A question of theirs there.
        browser: The bot's list of topics there.
        reply: The bot's answer to the question.
        elsewhere: A chat that the bot is not in.
    """

    server: BotApiServer
    person: Json
    group: Json
    asked: Json
    browser: Json
    reply: Json
    elsewhere: Json

    def presses(self, number: int) -> None:
        """Turn a page."""
        self.server.callback(self.person, self.browser, data(self.browser, labels(self.browser)[0]))

    def related(self, number: int) -> None:
        """Open a related question."""
        self.server.callback(self.person, self.reply, data(self.reply, labels(self.reply)[0]))

    def votes(self, number: int) -> None:
        """Vote, one way and the other."""
        self.server.press(self.person, self.reply, "👍" if number % 2 else "👎")

    def edits(self, number: int) -> None:
        """Edit the question."""
        text = (KNOWN if number % 2 else UNKNOWN)["fr"]
        self.server.edit(self.asked, f"/ask {text} {number}")

    def inline(self, number: int) -> None:
        """Type on."""
        self.server.inline_query(self.person, f"nato {number}")

    def commands(self, number: int) -> None:
        """Send a command."""
        self.server.message(self.group, self.person, ("/settings", "/topics", "/forget", "/start", "/who")[number % 5])

    def questions(self, number: int) -> None:
        """Ask a question."""
        self.server.message(self.group, self.person, f"/ask {KNOWN['fr']}")

    def guest(self, number: int) -> None:
        """Ask where the bot is not."""
        self.server.guest_message(self.person, f"@SelonTestBot {KNOWN['en']}", chat=self.elsewhere)

    def forged(self, number: int) -> None:
        """Press what is no button."""
        self.server.callback(self.person, self.browser, f"no such data {number}")


WAYS = ("presses", "related", "votes", "edits", "inline", "commands", "questions", "guest", "forged")


@pytest.fixture
def limited(either_way: Bot) -> Bot:
    """The bot with default limits."""
    either_way.send_rate = DEFAULT_RATE
    return either_way


async def prepared(bot: Bot) -> Flooder:
    """A group in which the bot has answered."""
    server = bot.server
    person = server.user(666, "Flo", language_code="fr")
    group = server.group("Flood", supergroup=True)
    asked = server.message(group, person, f"/ask {KNOWN['fr']}")
    server.message(group, person, "/topics")
    await server.until(lambda: len(server.sent.get(group["id"], [])) == 2, timeout=30)
    by_question = {answered_id(message): message for message in server.sent[group["id"]]}
    reply = by_question.pop(asked["message_id"])
    [browser] = by_question.values()
    elsewhere = server.group("Elsewhere", bot_status="left")
    return Flooder(server, person, group, asked, browser, reply, elsewhere)


async def asked_by_others(server: BotApiServer) -> list[float]:
    """Return the seconds that each of ten others waits for an answer."""
    asked: dict[int, float] = {}
    for number in OTHERS:
        person = server.user(number, f"P{number}", language_code="fr")
        asked[number] = time.monotonic()
        server.message(server.private(person), person, KNOWN["fr"])
        await asyncio.sleep(0.05)

    def answered() -> dict[int, float]:
        calls = server.calls_of("sendMessage")
        return {int(c.body["chat_id"]): c.answered_at for c in calls if int(c.body["chat_id"]) in asked and c.ok}

    await server.until(lambda: asked.keys() <= answered().keys(), timeout=60, what="ten answers")
    return [answered()[number] - moment for number, moment in asked.items()]


def flood(flooder: Flooder, way: str, count: int) -> None:
    """Send so many acts at once."""
    act: Callable[[int], None] = getattr(flooder, way)
    for number in range(count):
        act(number)


def checked(waits: list[float]) -> str:
    """The figures, of waits that are short enough."""
    median, worst = statistics.median(waits), max(waits)
    assert median <= MEDIAN_SECONDS, waits
    assert worst <= WORST_SECONDS, waits
    return f"median {median * 1000:.0f} ms, worst {worst * 1000:.0f} ms"


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
async def test_fifteen_hundred_of_a_kind_hold_up_nobody_else(
    limited: Bot, way: str, record_property: Callable[[str, object], None]
) -> None:
    await limited.start()
    try:
        flooder = await prepared(limited)
        flood(flooder, way, 1500)
        waits = await asked_by_others(limited.server)
        record_property("figures", f"flood by {way}, {limited.way}: {checked(waits)}")
    finally:
        await limited.stop()


def waiting_rows(count: int) -> Iterator[tuple[int, str, int, int, str, int]]:
    """Return rows of the inbox with small talk of many groups, the bot's business now and then."""
    for number in range(count):
        chat = -1_000_000_000 - number % 20_000
        message = {
            "message_id": number,
            "from": {"id": 50_000 + number, "is_bot": False, "first_name": "P", "language_code": "fr"},
            "chat": {"id": chat, "type": "supergroup", "title": "G"},
            "date": 1_700_000_000,
            "text": "un mot sur autre chose, puis un autre " * 5,
        }
        yield number, "new", 1_700_000_000, 1_700_000_000, json.dumps({"update_id": number, "message": message}), chat


@pytest.mark.slow
async def test_a_hundred_thousand_that_wait_at_the_start_hold_up_nobody(
    server: BotApiServer, tmp_path: Path, learnt: Path, record_property: Callable[[str, object], None]
) -> None:
    bot = Bot(server, tmp_path, learnt, send_rate=DEFAULT_RATE)
    with open_store(f"sqlite:///{bot.database}"):
        pass
    columns = "update_id, state, received_at, changed_at, body, chat_id"
    with closing(sqlite3.connect(bot.database)) as database, database:
        database.executemany(f"INSERT INTO inbox ({columns}) VALUES (?, ?, ?, ?, ?, ?)", waiting_rows(100_000))
    started = time.monotonic()
    await bot.start()
    try:
        await server.until(lambda: server.is_polled, timeout=60)
        polled = time.monotonic() - started
        waits = await asked_by_others(server)
        memory = bot.peak_memory()
        left = bot.rows("SELECT count(*) FROM inbox WHERE state = 'new'")[0][0]
        assert left > 50_000, "it was still at it"
        assert polled < 15
        assert memory < 300 << 20
        told = f"polls after {polled:.1f} s, {memory >> 20} MiB at most, {checked(waits)}"
        record_property("figures", f"100,000 updates wait at the start: {told}")
    finally:
        await bot.stop()


@pytest.mark.slow
@pytest.mark.parametrize("way", ["presses", "edits", "votes", "questions"])
async def test_nor_do_they_after_a_restart_in_the_middle(
    limited: Bot, way: str, record_property: Callable[[str, object], None]
) -> None:
    await limited.start()
    flooder = await prepared(limited)
    flood(flooder, way, 1500)
    await limited.server.until(lambda: len(limited.server.updates.pending) < 1400, timeout=60)
    await limited.kill()
    left = len(limited.server.updates.pending)
    await limited.start()
    try:
        # How long a start takes is another matter.
        await limited.server.until(lambda: len(limited.server.updates.pending) < left, timeout=30)
        waits = await asked_by_others(limited.server)
        record_property("figures", f"flood by {way}, restarted, {limited.way}: {checked(waits)}")
    finally:
        await limited.stop()


def slow_toasts(method: str, body: object, nth: int) -> Fault | None:
    """Take as long over a toast as Telegram does, from far away."""
    return Fault(delay=0.2) if method == "answerCallbackQuery" else None


@pytest.mark.slow
@pytest.mark.parametrize("is_restarted", [False, True], ids=["running", "restarted"])
async def test_nor_does_one_person_who_presses_in_fifteen_hundred_groups(
    limited: Bot, record_property: Callable[[str, object], None], *, is_restarted: bool
) -> None:
    await limited.start()
    server = limited.server
    flooder = await prepared(limited)
    server.on_request = slow_toasts
    groups = [server.group(f"Group {number}", supergroup=True) for number in range(1500)]
    button = data(flooder.browser, labels(flooder.browser)[0])
    for group in groups:
        server.callback(flooder.person, {**flooder.browser, "chat": group}, button)
    if is_restarted:
        await server.until(lambda: len(server.updates.pending) < 1400, timeout=60)
        await limited.kill()
        left = len(server.updates.pending)
        await limited.start()
    try:
        if is_restarted:
            await server.until(lambda: len(server.updates.pending) < left, timeout=30)
        waits = await asked_by_others(server)
        told = "restarted, " if is_restarted else ""
        record_property("figures", f"presses of one person in 1,500 groups, {told}{limited.way}: {checked(waits)}")
    finally:
        await limited.stop()
