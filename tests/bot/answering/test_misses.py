"""Questions asked in vain are kept: what was asked, in what kind of chat, nearest to what; never whose it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, LANGUAGES, OTHER, UNKNOWN, Json, at_once, edited, heard, labels, silent, toasts
from running import Running
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from bot.dialogue.conversation import Dialogue
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.question import Question
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.database import open_read_only, sqlite_path
from bot.store.days import today
from bot.store.misses import MOST_A_DAY, Miss, all_misses
from knowledge.library import Library

DOWN, UP = "👎", "👍"
SECRET = "@durov"


def kept(settings: Settings) -> list[Miss]:
    """The misses in the database, also while the bot runs."""
    with open_read_only(sqlite_path(settings.database_url)) as connection:
        return all_misses(connection)


def texts(settings: Settings) -> list[tuple[str, str]]:
    """Return the questions that were asked in vain, with the reasons."""
    return [(miss.text, miss.reason.value) for miss in kept(settings)]


# Abstentions.


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_that_the_article_does_not_answer_is_kept_redacted(
    server: BotApiServer, running: Running, settings: Settings, library: Library, anna: Json, language: str
) -> None:
    chat = server.private(anna)
    asked = f"{UNKNOWN[language]} @durov"
    server.message(chat, anna, asked)
    async with running():
        await heard(server, chat)
    [miss] = kept(settings)
    best = Dialogue(library).ask(Question(asked)).candidate
    assert (miss.text, miss.language) == (f"{UNKNOWN[language]} […]", language)
    assert (miss.surface, miss.reason, miss.day) == ("private", MissReason.ABSTAINED, today())
    assert (miss.entry_key, miss.score) == ((best.entry_id, best.score) if best else (None, None))
    with closing(sqlite3.connect(sqlite_path(settings.database_url))) as connection:
        [row] = connection.execute("SELECT * FROM misses")
    assert not {anna["id"], chat["id"]} & set(row[1:])


@pytest.mark.slow
@pytest.mark.parametrize("place", ["group", "supergroup", "topic", "general"], indirect=True)
@pytest.mark.parametrize("address", ["/ask", "/ask@SelonTestBot", "@SelonTestBot"])
async def test_the_address_is_no_part_of_a_question_asked_in_a_group(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, place: Any, address: str
) -> None:
    server.message(place.chat, anna, f"{address} {UNKNOWN['ru']}", thread=place.thread)
    async with running():
        await heard(server, place.chat)
    assert [(miss.text, miss.surface) for miss in kept(settings)] == [(UNKNOWN["ru"], "group")]


async def test_the_message_that_was_looked_up_is_what_was_asked(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    original = server.message(group, boris, UNKNOWN["en"])
    server.message(group, anna, "/ask", reply_to=original)
    async with running():
        await heard(server, group)
    assert [(miss.text, miss.surface) for miss in kept(settings)] == [(UNKNOWN["en"], "group")]


async def test_a_guest_asks_in_vain_too(server: BotApiServer, running: Running, settings: Settings, anna: Json) -> None:
    server.guest_message(anna, f"@SelonTestBot {UNKNOWN['uk']}")
    server.guest_message(anna, f"@SelonTestBot {KNOWN['uk']}")
    server.guest_message(anna, "@SelonTestBot")
    async with running():
        await server.called("answerGuestQuery", 3)
        await server.idle()
    assert [(miss.text, miss.surface) for miss in kept(settings)] == [(UNKNOWN["uk"], "guest")]


async def test_what_is_met_with_silence_without_words_inline_or_answered_is_not_kept(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, boris: Json, ambiguous: dict[str, str]
) -> None:
    chat, group = server.private(anna), server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        server.message(group, boris, UNKNOWN["fr"], reply_to=reply)
        server.message(group, boris, UNKNOWN["fr"])
        server.inline_query(anna, UNKNOWN["fr"])
        await server.called("answerInlineQuery")
        for count, text in enumerate((ambiguous["fr"], "🎉🎉", "@durov +33 6 12 34 56 78", "/topics", KNOWN["ru"]), 1):
            server.message(chat, anna, text)
            await heard(server, chat, count)
        await silent(server, group, anna, already=1)
    assert texts(settings) == [(UNKNOWN["fr"], "abstain")], "only what was asked last"


async def test_an_edited_question_is_kept_when_it_fails_and_once_when_it_says_the_same(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat, group = server.private(anna), server.group("Débat")
    async with running():
        await server.until(lambda: server.is_polled)
        asked = server.message(chat, anna, KNOWN["fr"])
        await heard(server, chat)
        server.edit(asked, UNKNOWN["fr"])
        await edited(server)
        server.edit(asked, UNKNOWN["fr"])
        server.edit(asked, OTHER["fr"])
        await edited(server, 2)
        told = server.message(group, anna, UNKNOWN["ru"])
        server.edit(told, f"/ask {UNKNOWN['ru']}")
        await heard(server, group)
    assert texts(settings) == [(UNKNOWN["fr"], "abstain"), (UNKNOWN["ru"], "abstain")]


async def test_an_answered_question_costs_no_statement(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    statements: list[str] = []

    def note(connection: Connection, cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        async with running():
            await server.until(lambda: server.is_polled)
            statements.clear()
            server.message(chat, anna, KNOWN["fr"])
            await heard(server, chat)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert any("inbox" in each for each in statements), "statements are seen"
    assert [each for each in statements if "misses" in each or "votes" in each] == []


async def test_a_question_is_kept_only_once_its_reply_was_sent(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, failures_expected: None
) -> None:
    chat, other = server.private(anna), server.private(server.user(31, "Olha", language_code="uk"))
    server.fail_next("sendMessage", status=403, description="Forbidden: bot was blocked by the user")
    server.message(chat, anna, UNKNOWN["fr"])
    async with running():
        await server.called("sendMessage")
        await server.idle()
        server.message(other, server.user(31, "Olha", language_code="uk"), UNKNOWN["uk"])
        await heard(server, other)
    assert texts(settings) == [(UNKNOWN["uk"], "abstain")]


# None of these.


@pytest.mark.parametrize(("kind", "language"), [("private", "fr"), ("group", "ru"), ("topic", "en")])
async def test_a_question_with_none_of_the_choices_is_kept_once(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    library: Library,
    anna: Json,
    ambiguous: dict[str, str],
    kind: str,
    language: str,
) -> None:
    chat = server.private(anna) if kind == "private" else server.group("Débat", forum=kind == "topic")
    thread = server.topic(chat, "Politique") if kind == "topic" else None
    server.message(
        chat, anna, ambiguous[language] if kind == "private" else f"/ask {ambiguous[language]}", thread=thread
    )
    none = phrases(language)("none-of-these")
    async with running():
        [choice] = await heard(server, chat)
        with at_once(server):
            server.press(anna, choice, none)
            server.press(anna, choice, none)
        await toasts(server, 2)
        await edited(server)
    [miss] = kept(settings)
    best = Dialogue(library).ask(Question(ambiguous[language])).candidate
    assert best is not None
    assert (miss.reason, miss.language, miss.entry_key, miss.score) == (
        MissReason.REJECTED,
        language,
        best.entry_id,
        best.score,
    )
    assert miss.surface == ("private" if kind == "private" else "group")
    assert miss.text == " ".join(ambiguous[language].split())[:500]


async def test_nothing_is_kept_of_a_choice_whose_question_is_gone_or_that_a_guest_got(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, ambiguous: dict[str, str]
) -> None:
    chat, none = server.private(anna), phrases("fr")("none-of-these")
    asked = server.message(chat, anna, ambiguous["fr"])
    server.guest_message(anna, f"@SelonTestBot {ambiguous['fr']}")
    async with running():
        [choice] = await heard(server, chat)
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        server.delete_message(asked)
        server.press(anna, choice, none)
        server.press(anna, identifier, none)
        await edited(server, 2)
    assert kept(settings) == []


# 👎.


@pytest.mark.parametrize(
    ("place", "language"),
    [("group", "fr"), ("supergroup", "uk"), ("topic", "en"), ("general", "ru")],
    indirect=["place"],
)
async def test_the_question_of_an_answer_is_kept_while_somebody_votes_it_down(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    library: Library,
    anna: Json,
    boris: Json,
    place: Any,
    language: str,
) -> None:
    server.member(place.chat, boris)
    server.message(place.chat, anna, f"@SelonTestBot {KNOWN[language]} {SECRET}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        server.press(anna, reply, DOWN)
        server.press(boris, reply, DOWN)
        await toasts(server, 2)
        [miss] = kept(settings)
        server.press(anna, reply, UP)
        await toasts(server, 3)
        assert kept(settings) == [miss]
        server.press(boris, reply, UP)
        await toasts(server, 4)
        assert kept(settings) == []
    assert miss.text == f"{KNOWN[language]} […]"
    assert (miss.surface, miss.language, miss.reason) == ("group", language, MissReason.VOTED_DOWN)
    [candidate] = [
        each
        for each in library.match(f"{KNOWN[language]} {SECRET}", candidates=50).candidates
        if each.entry_id == KNOWN_ENTRY
    ]
    assert (miss.entry_key, miss.score) == (KNOWN_ENTRY, candidate.score)


async def test_a_mere_reply_to_the_bot_that_was_answered_is_a_question_too(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [first] = await heard(server, group)
        server.message(group, boris, OTHER["en"], reply_to=first)
        _, second = await heard(server, group, 2)
        server.press(boris, second, DOWN)
        await toasts(server)
    assert texts(settings) == [(OTHER["en"], "down")]


async def test_the_question_is_what_it_is_when_the_vote_is_cast(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    async with running():
        await server.until(lambda: server.is_polled)
        asked = server.message(chat, anna, KNOWN["fr"])
        [reply] = await heard(server, chat)
        server.edit(asked, OTHER["fr"])
        await edited(server)
        server.press(anna, reply, DOWN)
        await toasts(server)
    assert texts(settings) == [(OTHER["fr"], "down")]


async def test_what_was_looked_up_is_kept_with_its_answer_and_a_button_leaves_only_a_vote(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    original = server.message(group, boris, KNOWN["fr"])
    server.message(group, anna, "/ask", reply_to=original)
    async with running():
        [reply] = await heard(server, group)
        server.press(anna, reply, labels(reply)[0])
        _, opened = await heard(server, group, 2)
        # The answer stands under what was looked up; the question of the other is a button of ours.
        server.press(anna, reply, DOWN)
        server.press(anna, opened, DOWN)
        assert await toasts(server, 3) == ["", *[phrases("fr")("vote-down")] * 2]
    assert texts(settings) == [(KNOWN["fr"], "down")]


# Who asks.


@pytest.mark.parametrize("surface", ["private", "group", "guest"])
async def test_what_somebody_asks_without_end_is_not_kept_without_end(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, boris: Json, surface: str
) -> None:
    chat = server.private(anna) if surface == "private" else server.group("Débat")
    for number in range(MOST_A_DAY + 3):
        text = f"{UNKNOWN['en']} {'x' * number}"
        if surface == "guest":
            server.guest_message(anna, f"@SelonTestBot {text}")
        else:
            server.message(chat, anna, text if surface == "private" else f"/ask {text}")
    server.message(server.private(boris), boris, UNKNOWN["uk"])
    async with running():
        await server.called("answerGuestQuery" if surface == "guest" else "sendMessage", MOST_A_DAY + 3)
        await heard(server, server.private(boris))
    assert len(kept(settings)) == MOST_A_DAY + 1
    assert ("Скільки коштує квиток до Львова?", "abstain") in texts(settings), "others' are"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_forget_deletes_what_somebody_asked_in_vain_today(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, language: str
) -> None:
    asker = server.user(31, "Olha", language_code=language)
    chat, other = server.private(asker), server.private(boris)
    server.message(other, boris, UNKNOWN["en"])
    for text in (UNKNOWN[language], f"{UNKNOWN[language]} ?"):
        server.message(chat, asker, text)
    async with running():
        await heard(server, chat, 2)
        await heard(server, other)
        server.message(chat, asker, "/forget")
        *_, told = await heard(server, chat, 3)
    words = phrases(language)
    assert told["text"] == f"{words('forgotten', count=0)}\n\n{words('forgotten-questions', count=2)}"
    assert texts(settings) == [(UNKNOWN["en"], "abstain")]


async def test_forget_of_a_channel_deletes_what_was_asked_in_its_name_and_nobody_elses(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    group, channel = server.group("Débat", supergroup=True), server.channel("Canal")
    server.message(group, anna, f"/ask {UNKNOWN['en']}")
    server.message(group, None, f"/ask {UNKNOWN['fr']}", sender_chat=channel)
    server.message(group, None, f"/ask {UNKNOWN['ru']}", sender_chat=group)
    async with running():
        await heard(server, group, 3)
        server.message(group, None, "/forget", sender_chat=channel)
        await heard(server, group, 4)
    assert sorted(texts(settings)) == sorted([(UNKNOWN["en"], "abstain"), (UNKNOWN["ru"], "abstain")])


async def test_a_question_is_kept_without_what_commands_a_terminal_or_hides_a_name(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, f"{UNKNOWN['en']}\u202e\x9b2J @du\u200brov\u2066\nhere")
    async with running():
        await heard(server, chat)
    assert [miss.text for miss in kept(settings)] == [f"{UNKNOWN['en']} 2J […] here"]
