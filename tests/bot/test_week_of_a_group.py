"""A week of a lively group: the bot says what it was asked, once, and not a word besides."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

import pytest
from articles import sole
from botapi.chats import Topic
from botapi.server import BotApiServer
from chatter import chatter
from exchange import LANGUAGES, UNKNOWN, Json, answer, answered_id, short_line
from running import Running, Settle

from bot.phrases import phrases
from knowledge.ambient import certain_match
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.model import Wording

DAYS = 7
THANKS = {"fr": "merci !", "en": "thanks, lol", "ru": "спасибо", "uk": "дякую"}
# One after the other, for what is put to the bot besides a command in every half of a day.
PUT_TO_THE_BOT = ("mention", "reply", "repeat", "abstain", "thanks", "command", "repeat", "mention", "reply")
Rows = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Known:
    """A question that is surely answered, whoever puts it to whom."""

    language: str
    key: str
    text: str


@dataclass
class ExpectedAnswer:
    """An answer that stands, or will once the bot has given it."""

    known: Known
    thread: Topic | None
    message: Json | None = None


@dataclass(frozen=True)
class Expected:
    """An expected message of the bot.

    Attributes:
        kind: answer, pointer or short line.
        text: The words that it begins with.
        asked: The message that asks.
        answer: The answer that it is, or that it points to.
    """

    kind: str
    text: str
    asked: Json
    answer: ExpectedAnswer | None = None


def known_questions(library: Library, chance: random.Random) -> list[Known]:
    """A question of every entry in every language, as far as it is surely answered, in any order."""
    found: list[Known] = []
    for entry in library.entries.values():
        for language in LANGUAGES:
            texts = entry.variants[language].get(Wording.QUESTION, ())
            sure = (text for text in texts if _is_sure(library, language, text))
            found.extend(Known(language, entry.key, text) for text in islice(sure, 1))
    return chance.sample(found, len(found))


def _is_sure(library: Library, language: str, text: str) -> bool:
    match = sole(library).matcher.decide(text)
    return match.outcome is Outcome.ANSWER and match.language == language and certain_match(library, text) is not None


class Week:
    """Plays the week, and knows what the bot has to say.

    Args:
        server: The Bot API server on which it is played.
        library: The articles that the bot knows.
        messages: The number of messages that people write.
        to_the_bot: The number of them that are put to the bot: by command, mention or reply, thanks among them.
        unasked: The number of questions that are put to nobody and surely answered.
    """

    def __init__(self, server: BotApiServer, library: Library, *, messages: int, to_the_bot: int, unasked: int) -> None:
        self._server, self._library = server, library
        self._chance = random.Random(7)
        self._talk = chatter(self._chance)
        self.questions = known_questions(library, self._chance)
        self._fresh = cycle(self.questions)
        self.forum = server.group("Café du Commerce", forum=True)
        topics = [server.topic(self.forum, name) for name in ("Politique", "Divers")]
        self._topics = {topic.message_thread_id: topic for topic in topics}
        self._threads = (None, *topics)
        names = ("Anna", "Борис", "Олена", "Chloé", "Dan", "Éric", "Фёдор", "Ганна", "Root")
        self._people = [server.user(7 + number, name) for number, name in enumerate(names)]
        self._root = self._people[-1]
        server.administrator(self.forum, self._root)
        self._other_bot = server.user(99, "Quiz", is_bot=True, username="QuizBot")
        self._channel = server.channel("La chaîne")
        self.counts: Counter[str] = Counter()
        self.expected: list[Expected] = []
        self._answers: list[ExpectedAnswer] = []
        self._removed: ExpectedAnswer | None = None
        self._latest = self._write(next(self._talk))
        self.counts["chatter"] += 1
        self.halves = self._shared_out(messages - 1, to_the_bot, unasked)

    def _shared_out(self, messages: int, to_the_bot: int, unasked: int) -> list[list[str]]:
        """The kinds of what is said in each half of each day, a command first, and the rest in any order."""
        halves = [["command"] for _ in range(min(2 * DAYS, to_the_bot))]
        rest = list(islice(cycle(PUT_TO_THE_BOT), to_the_bot - len(halves)))
        rest += ["unasked, again" if number % 4 == 3 else "unasked" for number in range(unasked)]
        rest += ["chatter"] * (messages - to_the_bot - unasked)
        self._chance.shuffle(rest)
        for number, half in enumerate(halves):
            half.extend(rest[number :: len(halves)])
        return halves

    def say(self, half: list[str]) -> None:
        """Send the messages of half a day."""
        for kind in half:
            self.counts[kind] += 1
            match kind:
                case "chatter":
                    self._chatter()
                case "unasked":
                    self._ask_afresh("", self._thread())
                case "unasked, again":
                    posted = self._chance.choice(self._answers)
                    self._write(posted.known.text, thread=posted.thread)
                case "thanks":
                    self._write(THANKS[self._chance.choice(LANGUAGES)], reply_to=self._said_by_the_bot())
                case "abstain":
                    language, address = self._chance.choice(LANGUAGES), self._chance.choice(("/ask", "@SelonTestBot"))
                    asked = self._write(f"{address} {UNKNOWN[language]}", thread=self._thread())
                    self.expected.append(Expected("short line", short_line(language), asked))
                case "repeat":
                    self._ask_again(self._chance.choice(self._answers))
                case "reply":
                    self._ask_afresh("", reply_to=self._said_by_the_bot())
                case _:
                    self._ask_afresh("@SelonTestBot " if kind == "mention" else "/ask ", self._thread())

    def _ask_afresh(self, address: str, thread: Topic | None = None, reply_to: Json | None = None) -> None:
        """Ask what nobody has asked, or whose answer was removed."""
        known = next(self._fresh)
        if self._removed is not None and reply_to is None:
            known, thread, self._removed = self._removed.known, self._removed.thread, None
        asked = self._write(f"{address}{known.text}", thread=thread, reply_to=reply_to)
        posted = ExpectedAnswer(known, self._topics.get(asked.get("message_thread_id", 0)))
        self._answers.append(posted)
        start = answer(self._library, known.language, known.key)
        self.expected.append(Expected("answer", start, asked, posted))

    def _ask_again(self, posted: ExpectedAnswer) -> None:
        """Ask a question whose answer still stands."""
        asked = self._write(f"@SelonTestBot {posted.known.text}", thread=posted.thread)
        line = f"{asked['from']['first_name']}, {phrases(posted.known.language)('pointer-named')}"
        self.expected.append(Expected("pointer", line, asked, posted))

    def _chatter(self) -> None:
        """Say something that is none of the bot's business, though it may look like it."""
        known, thread = self._chance.choice(self.questions).text, self._thread()
        match self._chance.randrange(40):
            case 0:
                self._write(known, thread=thread, forward=self._somebody())
            case 1:
                self._write(known, reply_to=self._latest)
            case 2:
                self._server.message(self.forum, self._other_bot, known, thread=thread)
            case 3:
                self._write(f"@QuizBot {known}", thread=thread)
            case 4:
                self._write(f"/quiz@QuizBot {known}", thread=thread)
            case 5:
                self._write(known, thread=thread, via_bot=self._other_bot)
            case 6:
                self._write("", thread=thread, caption_of=self._chance.choice(("photo", "sticker", "voice")))
            case 7:
                self._server.message(
                    self.forum, None, known, thread=thread, sender_chat=self._channel, is_automatic_forward=True
                )
            case 8:
                self._server.edit(self._write(next(self._talk), thread=thread), known)
            case _:
                self._latest = self._write(next(self._talk), thread=thread)

    def _write(self, text: str, **how: Any) -> Json:
        return self._server.message(self.forum, self._somebody(), text, **how)

    def _somebody(self) -> Json:
        return self._chance.choice(self._people)

    def _thread(self) -> Topic | None:
        return self._chance.choice(self._threads)

    def _said_by_the_bot(self) -> Json:
        """An answer of today."""
        return self._chance.choice([each.message for each in self._answers if each.message is not None])

    def account_for(self, said: list[Json]) -> None:
        """Fail unless the bot has said what it was to say since, in order, and nothing else."""
        assert len(said) == len(self.expected), self._server.transcript()
        for message, expected in zip(said, self.expected, strict=True):
            assert message["text"].startswith(expected.text)
            under: Json | None = expected.asked
            if expected.kind == "pointer":
                assert expected.answer is not None
                under = expected.answer.message
            elif expected.answer is not None:
                expected.answer.message = message
            assert under is not None
            assert answered_id(message) == under["message_id"]
            assert message.get("message_thread_id") == expected.asked.get("message_thread_id")
            self.counts[f"said: {expected.kind}"] += 1
        self.expected.clear()

    def remove(self) -> None:
        """The administrator removes the latest answer; the next question asks for it again."""
        self._removed = self._answers.pop()
        assert self._removed.message is not None
        label = phrases(self._removed.known.language)("remove-button")
        self._server.press(self._root, self._removed.message, label)

    def forget_the_day(self) -> None:
        """Forget the answers of yesterday, which may be given again."""
        self._answers.clear()


async def played(
    server: BotApiServer, running: Running, settle: Settle, library: Library, rows: Rows, week: Week
) -> str:
    """The figures of a week in which the bot has said what it was asked, and nothing else."""
    await settle(week.forum, ambient=True)
    began = time.monotonic()
    handled = "SELECT count(*) FROM inbox WHERE state IN ('new', 'sending')"
    accounted = 0

    async def account() -> None:
        nonlocal accounted
        await server.until(lambda: not server.updates.pending, timeout=30, what="every update taken")
        while rows(handled) != [(0,)]:
            await asyncio.sleep(0.02)
        await server.idle()
        said = [call.response["result"] for call in server.calls_of("sendMessage")]
        week.account_for(said[accounted:])
        accounted = len(said)

    async with running():
        await server.until(lambda: server.is_polled)
        for number, half in enumerate(week.halves):
            week.say(half[:1])
            await account()
            week.say(half[1:])
            await account()
            if number % 2 == 0:
                week.remove()
                await server.called("deleteMessage", number // 2 + 1)
                await server.idle()
            else:
                week.forget_the_day()
                rows("UPDATE posted SET sent_at = sent_at - 86400")
    counts = week.counts
    assert len(server.calls_of("editMessageText")) == 0
    said = {kind.removeprefix("said: "): number for kind, number in counts.items() if kind.startswith("said")}
    assert sum(said.values()) == accounted
    silent = counts["thanks"] + counts["unasked, again"]
    put = sum(number for kind, number in counts.items() if kind != "chatter" and not kind.startswith("said"))
    assert accounted == put - silent
    return (
        f"{put + counts['chatter']} messages, {put} of them questions or thanks: {said['answer']} answers, "
        f"{said['pointer']} pointers, {said['short line']} short lines, {silent} left alone, nothing else, "
        f"{time.monotonic() - began:.1f} s"
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("messages", "to_the_bot", "unasked"), [(120, 24, 8), pytest.param(3000, 60, 12, marks=pytest.mark.slow)]
)
async def test_every_message_of_the_bot_is_accounted_for(
    messages: int,
    to_the_bot: int,
    unasked: int,
    server: BotApiServer,
    running: Running,
    settle: Settle,
    library: Library,
    rows: Rows,
    record_property: Callable[[str, object], None],
) -> None:
    week = Week(server, library, messages=messages, to_the_bot=to_the_bot, unasked=unasked)
    assert len(week.questions) > to_the_bot + unasked, "each is fresh"
    figures = await played(server, running, settle, library, rows, week)
    counts = week.counts
    assert sum(number for kind, number in counts.items() if not kind.startswith("said")) == messages
    assert counts["unasked"] + counts["unasked, again"] == unasked
    assert counts["said: pointer"] == counts["repeat"]
    assert counts["said: short line"] == counts["abstain"]
    record_property("figures", f"a week of a group: {figures}")
