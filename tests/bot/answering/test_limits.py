"""Somebody who asks without end is told so once, and then met with silence, until some time has passed."""

from __future__ import annotations

import time
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, LANGUAGES, UNKNOWN, Json, answered_id, heard, labels, toasts
from hypothesis import given
from hypothesis import strategies as st
from running import Running, Settle

from bot.answering.limits import Act, LimitDecision, Limits
from bot.dialogue.carried_words import carried
from bot.dialogue.conversation import Dialogue
from bot.dialogue.reply import Reply
from bot.phrases import phrases
from bot.settings import Settings

ANNA, BORIS, ROOT = 7, 8, 9
GROUP, OTHER_GROUP = -5, -6
NOW = 1_800_000_000.0
A, N, S = LimitDecision.ANSWER, LimitDecision.NOTICE, LimitDecision.SILENCE


@pytest.fixture
def limits() -> Limits:
    """Return limits that are in force, for all but Root."""
    return Limits(frozenset([ROOT]), active=True)


def asked(limits: Limits, count: int, person: int = ANNA, chat: int = GROUP, at: float = NOW) -> list[LimitDecision]:
    """Return the decisions on so many questions at once."""
    return [limits.decide(Act.ASK, person, chat, at) for _ in range(count)]


def test_in_groups_a_person_asks_six_questions_a_minute(limits: Limits) -> None:
    assert asked(limits, 9) == [A] * 6 + [N, S, S]
    assert asked(limits, 2, chat=OTHER_GROUP) == [S, S], "in all groups together"
    assert asked(limits, 1, person=BORIS) == [A]
    assert asked(limits, 2, at=NOW + 10) == [A, S], "every ten seconds one more"
    assert asked(limits, 8, at=NOW + 120) == [A] * 6 + [N, S]


def test_in_groups_a_person_asks_thirty_questions_an_hour(limits: Limits) -> None:
    verdicts = [verdict for minute in range(40) for verdict in asked(limits, 1, at=NOW + 61 * minute)]
    assert verdicts == [A] * 40, "one a minute is what thirty an hour and what seeps away allow"
    busy = [asked(limits, 6, BORIS, OTHER_GROUP, at=NOW + 61 * minute) for minute in range(8)]
    assert sum(verdicts.count(N) for verdicts in busy) == 1, "once in that hour"
    assert 30 <= sum(verdicts.count(A) for verdicts in busy) <= 34


def test_in_private_a_person_asks_fifteen_questions_a_minute(limits: Limits) -> None:
    assert asked(limits, 17, chat=ANNA) == [A] * 15 + [N, S]
    assert asked(limits, 1) == [A], "apart from groups"


def test_a_group_asks_twenty_questions_a_minute(limits: Limits) -> None:
    verdicts = [verdict for person in range(100, 105) for verdict in asked(limits, 5, person=person)]
    assert verdicts == [A] * 20 + [N, S, S, S, S], "the group is told once, not each person"
    assert asked(limits, 1, person=104, chat=OTHER_GROUP) == [A], "what was not answered does not count"


def test_administrators_of_the_bot_ask_as_much_as_they_like(limits: Limits) -> None:
    assert asked(limits, 100, person=ROOT) == [A] * 100
    assert asked(limits, 100, person=ROOT, chat=ROOT) == [A] * 100


def test_without_limits_anybody_does() -> None:
    assert asked(Limits(frozenset(), active=False), 100) == [A] * 100


def test_an_anonymous_administrator_and_the_group_are_counted_apart(limits: Limits) -> None:
    assert asked(limits, 8, person=GROUP) == [A] * 6 + [N, S]
    assert asked(limits, 6, person=BORIS) == [A] * 6


def test_only_those_that_asked_last_are_known() -> None:
    limits = Limits(frozenset(), active=True, most_known=10)
    for person in range(100, 200):
        asked(limits, 15, person, person)
    # A person has two allowances. Whoever is known has used them up; whoever is forgotten begins anew.
    assert [asked(limits, 1, person, person) for person in range(199, 194, -1)] == [[N]] * 5
    assert asked(limits, 1, 100, 100) == [A]


@given(st.lists(st.tuples(st.sampled_from([ANNA, BORIS]), st.floats(-1e4, 1e4)), max_size=80))
def test_whatever_the_order_of_times_nobody_gets_more_than_their_share(questions: list[tuple[int, float]]) -> None:
    limits = Limits(frozenset(), active=True)
    latest, answered = NOW, 0
    for person, offset in questions:
        answered += limits.decide(Act.ASK, person, GROUP, NOW + offset) is A
        latest = max(latest, NOW + offset)
    earliest = min((NOW + offset for _, offset in questions), default=NOW)
    assert answered <= 2 * (6 + (latest - earliest) / 10)


# On Telegram.


@pytest.fixture
def settings(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return settings of a bot that is paced and limited, as it is by default; Root administers it."""
    monkeypatch.setenv("SEND_RATE", "1000")
    monkeypatch.setenv("ADMIN_IDS", str(ROOT))
    return Settings()


@pytest.mark.parametrize("place", ["group", "supergroup", "topic"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_beyond_the_limit_there_is_one_notice_and_then_silence(
    server: BotApiServer, running: Running, anna: Json, boris: Json, place: Any, language: str
) -> None:
    questions = [server.message(place.chat, anna, f"/ask {UNKNOWN[language]}", thread=place.thread) for _ in range(10)]
    last = server.message(place.chat, boris, f"/ask {UNKNOWN[language]}", thread=place.thread)
    async with running():
        replies = await heard(server, place.chat, 8)
    assert [answered_id(reply) for reply in replies] == [
        *(message["message_id"] for message in questions[:7]),
        last["message_id"],
    ]
    assert replies[6]["text"] == phrases(language)("too-much")
    assert "\n" not in replies[6]["text"]
    assert labels(replies[6]) == []


async def test_in_private_too_and_commands_count(server: BotApiServer, running: Running, anna: Json) -> None:
    chat = server.private(anna)
    for number in range(18):
        server.message(chat, anna, "/topics" if number % 2 else UNKNOWN["fr"])
    async with running():
        replies = await heard(server, chat, 16)
    assert replies[-1]["text"] == phrases("fr")("too-much")


@pytest.mark.parametrize("payload", [KNOWN_ENTRY.partition("/")[2], carried(KNOWN["fr"])])
async def test_where_a_link_leads_is_not_looked_up_beyond_the_limit(
    server: BotApiServer, running: Running, anna: Json, payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[str] = []
    follow = Dialogue.follow

    def counted(self: Dialogue, payload: str, language: str) -> Reply | None:
        followed.append(payload)
        return follow(self, payload, language)

    monkeypatch.setattr(Dialogue, "follow", counted)
    chat = server.private(anna)
    for _ in range(18):
        server.message(chat, anna, f"/start {payload}")
    async with running():
        replies = await heard(server, chat, 16)
    assert replies[-1]["text"] == phrases("fr")("too-much")
    assert followed == [payload] * 15


async def test_an_administrator_of_the_bot_is_always_answered(
    server: BotApiServer, running: Running, root: Json
) -> None:
    chat = server.private(root)
    for _ in range(25):
        server.message(chat, root, UNKNOWN["ru"])
    async with running():
        replies = await heard(server, chat, 25)
    assert phrases("ru")("too-much") not in {reply["text"] for reply in replies}


async def test_what_waited_while_the_bot_was_stopped_is_no_flood(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group, now = server.group("Débat"), int(time.time())
    for number in range(15):
        server.message(group, anna, f"/ask {UNKNOWN['fr']}", date=now - 15 * (15 - number))
    async with running():
        replies = await heard(server, group, 15)
    assert phrases("fr")("too-much") not in {reply["text"] for reply in replies}


async def test_thanks_are_no_questions(server: BotApiServer, running: Running, anna: Json) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        for _ in range(10):
            server.message(group, anna, "merci !", reply_to=reply)
        server.message(group, anna, f"/ask {UNKNOWN['fr']}")
        _, last = await heard(server, group, 2)
    assert last["text"] != phrases("fr")("too-much")


async def test_what_is_put_to_nobody_is_met_with_silence_beyond_the_limit(
    server: BotApiServer, running: Running, settle: Settle, anna: Json
) -> None:
    group = server.group("Débat")
    await settle(group, ambient=True)
    for _ in range(4):
        server.message(group, anna, f"/ask {UNKNOWN['fr']}")
    for language in LANGUAGES:
        server.message(group, anna, KNOWN[language])
    server.message(group, anna, f"/ask {UNKNOWN['fr']}")
    async with running():
        replies = await heard(server, group, 7)
    assert [reply["text"] == phrases("fr")("too-much") for reply in replies] == [False] * 6 + [True]


async def test_presses_that_open_answers_count_and_a_toast_tells(
    server: BotApiServer, running: Running, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [first] = await heard(server, group)
        for _ in range(8):
            server.press(boris, first, labels(first)[0])
        told = await toasts(server, 8)
        await heard(server, group, 2)
    assert told == [""] * 6 + [phrases("fr")("too-much"), ""]
