"""The outcomes of questions are counted: everywhere, in memory, and in the database without a loss or a second time."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, LANGUAGES, OTHER, OTHER_ENTRY, UNKNOWN, Json, edited, heard, labels
from running import Running
from states import turn

from bot.answering.tally import Tally
from bot.dialogue.count import Count
from bot.dialogue.parts import MainText
from bot.dialogue.reply import Reply
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.counts import Counts
from bot.store.days import today
from bot.store.errors import StoreUnavailable
from bot.store.store import Store, open_store
from bot.turn import Turn
from knowledge.matcher import Outcome

ANSWER = Reply("fr", (MainText("Oui."),), entry_key="a", outcome=Outcome.ANSWER)
ABSTAIN = Reply("uk", (MainText("…"),), outcome=Outcome.ABSTAIN)
HELP = Reply("en", (MainText("Help"),))


def concluded(surface: Surface, reply: Reply | None) -> Turn:
    """The turn of an update that a reply answers, or nothing does."""
    made = turn({"update_id": 1})
    made.surface = surface
    made.conclude(reply)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as opened:
        yield opened


async def kept(settings: Settings) -> dict[tuple[str, str, str, str], int]:
    """Return the counts of a bot that has stopped, by surface, language, outcome and entry."""
    with open_store(settings.database_url) as store:
        counted = await store.counts.since(today())
    return {(each.surface, each.language, each.outcome, each.entry_key): number for each, number in counted.items()}


async def stored(store: Store) -> Counter[tuple[str, str]]:
    """Return the counts of a store, by surface and outcome."""
    found: Counter[tuple[str, str]] = Counter()
    for each, number in (await store.counts.since("")).items():
        found[each.surface, each.outcome] += number
    return found


# Every surface, over HTTP.


@pytest.mark.parametrize("language", LANGUAGES)
async def test_questions_in_private_count_and_commands_do_not(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat = server.private(anna)
    for text in (
        "/help",
        KNOWN[language],
        KNOWN[language],
        UNKNOWN[language],
        ambiguous[language],
        "/topics",
        "/start",
    ):
        server.message(chat, anna, text)
    # What holds no words is told so once, and asks nothing.
    server.message(chat, anna, "", caption_of="photo")
    server.message(chat, anna, "", caption_of="photo")
    async with running():
        await heard(server, chat, 8)
    assert await kept(settings) == {
        ("private", language, "answer", KNOWN_ENTRY): 2,
        ("private", language, "abstain", ""): 1,
        ("private", language, "choose", ""): 1,
    }


@pytest.mark.parametrize("place", ["group", "topic"], indirect=True)
async def test_questions_in_groups_count_and_so_does_silence(
    server: BotApiServer, running: Running, settings: Settings, place: Any, anna: Json, boris: Json
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        server.message(place.chat, boris, "Ha, what a nice day it is!", thread=place.thread)
        server.message(place.chat, boris, UNKNOWN["en"], reply_to=reply, thread=place.thread)
        server.message(place.chat, boris, f"@SelonTestBot {UNKNOWN['en']}", thread=place.thread)
        await heard(server, place.chat, 2)
    assert await kept(settings) == {
        ("group", "fr", "answer", KNOWN_ENTRY): 1,
        ("group", "", "silent", ""): 1,
        ("group", "en", "abstain", ""): 1,
    }


async def test_inline_queries_count_as_what_they_are(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    async with running():
        for words in (KNOWN["fr"][:12], KNOWN["fr"], "xqzw kjh"):
            query = server.inline_query(anna, words)
            await server.until(lambda query=query: query["id"] in server.answers.inline.answers)  # type: ignore[misc]
    counted = await kept(settings)
    assert {surface for surface, *_ in counted} == {"inline"}
    assert {entry for *_, entry in counted} == {""}, "nobody may have read what was listed"
    assert sum(counted.values()) == 3


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_guests_and_buttons_and_edits_count(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat, words = server.private(anna), phrases(language)
    server.guest_message(anna, f"@SelonTestBot {KNOWN[language]}")
    async with running():
        await server.called("answerGuestQuery")
        server.message(chat, anna, ambiguous[language])
        asked = server.message(chat, anna, OTHER[language])
        choice, answered = await heard(server, chat, 2)
        server.edit(asked, KNOWN[language])
        await edited(server, 1)
        server.press(anna, choice, words("none-of-these"))
        await edited(server, 2)
        # On to the topics: a page, no answer.
        server.press(anna, (await heard(server, chat, 2))[0], words("topics-button"))
        await edited(server, 3)
        related = labels((await heard(server, chat, 2))[1])[0]
        server.press(anna, (await heard(server, chat, 2))[1], related)
        await heard(server, chat, 3)
    counted = await kept(settings)
    read = {key: number for key, number in counted.items() if key[0] == "button" and key[2] == "answer"}
    assert list(read.values()) == [1]
    assert {key: number for key, number in counted.items() if key not in read} == {
        ("guest", language, "answer", KNOWN_ENTRY): 1,
        ("private", language, "choose", ""): 1,
        ("private", language, "answer", OTHER_ENTRY): 1,
        ("edit", language, "answer", KNOWN_ENTRY): 1,
        ("button", language, "abstain", ""): 1,
    }
    assert answered["message_id"]


async def test_numbers_add_up_over_restarts(
    server: BotApiServer, running: Running, settings: Settings, place: Any, anna: Json
) -> None:
    for _ in range(3):
        async with running():
            server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
            await server.until(lambda: not server.updates.pending)
            await server.idle()
    assert await kept(settings) == {("group", "fr", "answer", KNOWN_ENTRY): 3}


async def test_a_bot_that_runs_writes_from_time_to_time_and_no_statement_for_each_update(
    server: BotApiServer,
    running: Running,
    place: Any,
    anna: Json,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[dict[Count, int]] = []
    add = Counts.add

    async def noted(self: Counts, numbers: Mapping[Count, int]) -> None:
        written.append(dict(numbers))
        await add(self, numbers)

    monkeypatch.setattr(Counts, "add", noted)
    async with running():
        for _ in range(5):
            server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
        await heard(server, place.chat, 5)
        assert written == [], "a minute has not passed"
    assert [sum(numbers.values()) for numbers in written] == [5], "the stop writes it"


# In memory and in the database.


async def test_what_is_no_question_is_not_counted(store: Store) -> None:
    tally = Tally(store.counts)
    tally.count(concluded(Surface.COMMAND, HELP))
    tally.count(concluded(Surface.PRIVATE, HELP))
    tally.count(concluded(Surface.PRIVATE, None))
    tally.count(concluded(Surface.BUTTON, HELP))
    await tally.flush()
    assert await stored(store) == {}


async def test_what_was_flushed_is_not_flushed_again(store: Store) -> None:
    tally = Tally(store.counts)
    tally.count(concluded(Surface.PRIVATE, ANSWER))
    for _ in range(3):
        await tally.flush()
    tally.count(concluded(Surface.PRIVATE, ANSWER))
    await asyncio.gather(tally.flush(), tally.flush(), tally.finish(1))
    assert await stored(store) == {("private", "answer"): 2}


async def test_nothing_is_kept_but_the_sums(store: Store) -> None:
    tally = Tally(store.counts)
    for _ in range(1000):
        tally.count(concluded(Surface.GROUP, ANSWER))
    await tally.flush()
    assert await store.counts.since("") == {Count(today(), Surface.GROUP, "fr", ReplyOutcome.ANSWER, "a"): 1000}


class Full(Counts):
    """A table of counts whose database is full for so many tries."""

    def __init__(self, store: Store, tries: int) -> None:
        super().__init__(store.writer)
        self.tries = tries
        self.tried = asyncio.Event()

    async def add(self, numbers: Mapping[Count, int]) -> None:
        await asyncio.sleep(0)
        self.tried.set()
        self.tried.clear()
        if self.tries:
            self.tries -= 1
            raise StoreUnavailable("database or disk is full")
        await super().add(numbers)


async def test_a_flush_that_fails_loses_nothing(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    tally = Tally(Full(store, 2))
    tally.count(concluded(Surface.PRIVATE, ANSWER))
    failing = asyncio.create_task(tally.flush())
    await asyncio.sleep(0)
    # Counted while the flush is under way.
    tally.count(concluded(Surface.PRIVATE, ANSWER))
    tally.count(concluded(Surface.GUEST, ABSTAIN))
    await failing
    await tally.flush()
    assert await stored(store) == {}
    assert "database or disk is full" in caplog.text
    await tally.flush()
    assert await stored(store) == {("private", "answer"): 2, ("guest", "abstain"): 1}


@pytest.mark.usefixtures("failures_expected")
async def test_the_stop_tries_again_for_a_while_and_tells_what_is_lost(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    tally = Tally(Full(store, 3), retry_seconds=0.01)
    tally.count(concluded(Surface.PRIVATE, ANSWER))
    await tally.finish(5)
    assert await stored(store) == {("private", "answer"): 1}
    hopeless = Tally(Full(store, 10_000), retry_seconds=0.01)
    hopeless.count(concluded(Surface.PRIVATE, ANSWER))
    await hopeless.finish(0.1)
    assert "1 questions could not be counted" in caplog.text


async def test_a_flush_is_seen_through_when_whoever_waits_is_cancelled(store: Store) -> None:
    counts = Full(store, 0)
    tally = Tally(counts, flush_seconds=0)
    tally.count(concluded(Surface.PRIVATE, ANSWER))
    running = asyncio.create_task(tally.run())
    async with asyncio.timeout(5):
        await counts.tried.wait()
    running.cancel()
    await asyncio.wait([running])
    await tally.finish(5)
    assert await stored(store) == {("private", "answer"): 1}


@pytest.mark.parametrize("tries", [0, 3])
async def test_from_time_to_time_the_sums_are_flushed_whatever_became_of_earlier_ones(store: Store, tries: int) -> None:
    counts = Full(store, tries)
    tally = Tally(counts, flush_seconds=0.02)
    running = asyncio.create_task(tally.run())
    for number in range(1, 4):
        tally.count(concluded(Surface.PRIVATE, ANSWER))
        async with asyncio.timeout(5):
            while await stored(store) != {("private", "answer"): number}:
                await counts.tried.wait()
    running.cancel()
    await asyncio.wait([running])
    assert counts.tries == 0


async def test_each_question_counts_on_its_own_day_whenever_it_is_flushed(store: Store) -> None:
    days = iter(["2026-11-26", "2026-11-27", "2026-11-27"])
    tally = Tally(store.counts, day=lambda: next(days))
    for _ in range(3):
        tally.count(concluded(Surface.PRIVATE, ANSWER))
    await tally.flush()
    assert {each.day: number for each, number in (await store.counts.since("")).items()} == {
        "2026-11-26": 1,
        "2026-11-27": 2,
    }
