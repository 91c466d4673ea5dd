"""Questions put to nobody: answered only where a group wants it, only beyond doubt, and never what is somebody's."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    LANGUAGES,
    OTHER,
    OTHER_ENTRY,
    UNKNOWN,
    Json,
    answer,
    answered_id,
    edited,
    heard,
    labels,
    short_line,
    silent,
    toasts,
)
from running import Running, Settle

from bot.phrases import phrases
from knowledge.library import Library
from knowledge.matcher import Match, Matcher

PLACES = pytest.mark.parametrize("place", ["group", "supergroup", "topic", "general"], indirect=True)


@pytest.mark.parametrize(
    ("place", "language"),
    [("group", "fr"), ("supergroup", "en"), ("topic", "ru"), ("general", "uk")],
    indirect=["place"],
)
async def test_a_question_that_is_surely_known_is_answered_as_a_reply_in_its_thread(
    server: BotApiServer, running: Running, settle: Settle, library: Library, anna: Json, place: Any, language: str
) -> None:
    await settle(place.chat, ambient=True)
    asked = server.message(place.chat, anna, KNOWN[language], thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        await silent(server, place.chat, anna, already=1, thread=place.thread)
    assert reply["text"].startswith(answer(library, language))
    assert answered_id(reply) == asked["message_id"]
    assert labels(reply)[-1] == phrases(language)("remove-button")
    assert reply.get("is_topic_message") == asked.get("is_topic_message")


async def test_a_question_that_is_put_to_nobody_is_matched_once(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided: list[str] = []
    decide = Matcher.decide

    def counted(self: Matcher, text: str) -> Match:
        decided.append(text)
        return decide(self, text)

    monkeypatch.setattr(Matcher, "decide", counted)
    group = server.group("Débat")
    await settle(group, ambient=True)
    server.message(group, anna, KNOWN["fr"])
    async with running():
        await heard(server, group)
    assert decided.count(KNOWN["fr"]) == 1


@PLACES
async def test_by_default_nothing_is_answered_that_is_put_to_nobody(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, place: Any
) -> None:
    await settle(place.chat, repeat_seconds=60)
    for language in LANGUAGES:
        server.message(place.chat, anna, KNOWN[language], thread=place.thread)
    async with running():
        await silent(server, place.chat, anna, thread=place.thread)


async def test_another_group_that_wants_it_changes_nothing(
    server: BotApiServer, running: Running, settle: Settle, anna: Json
) -> None:
    await settle(server.group("Une autre"), ambient=True)
    group = server.group("Débat")
    server.message(group, anna, KNOWN["fr"])
    async with running():
        await silent(server, group, anna)


NOT_SURELY_A_KNOWN_QUESTION = (
    *UNKNOWN.values(),
    "Marc Fogel",
    "Marc Fogel est libre, enfin !",
    "Trump a appelé Poutine pendant une heure et demie",
    "How long was the call?",
    "who said what",
    "Quel âge a Trump ?",
    "Le bus de Poutine passe à quelle heure ?",
    "Bonjour à tous. Qui est Marc Fogel ? Mon oncle en parle sans cesse.",
    "J'ai demandé « Qui est Marc Fogel ? » hier et personne ne savait",
    "@boris Qui est Marc Fogel ?",
    "Qui est Marc Fogel ? @boris",
    "/quiz Qui est Marc Fogel ?",
    "Qui est Marc Fogel ? /quiz",
    "Qui est Marc Fogel ? https://example.org/fogel",
    "#quiz Qui est Marc Fogel ?",
    "?",
    "👍👍",
    "\u202eQui est",
)


@PLACES
async def test_anything_else_is_met_with_silence(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, place: Any
) -> None:
    await settle(place.chat, ambient=True)
    for text in NOT_SURELY_A_KNOWN_QUESTION:
        server.message(place.chat, anna, text, thread=place.thread)
    async with running():
        await silent(server, place.chat, anna, thread=place.thread)


@PLACES
async def test_what_somebody_else_wrote_or_is_asked_is_met_with_silence(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, boris: Json, place: Any
) -> None:
    chat, thread = place.chat, place.thread
    await settle(chat, ambient=True)
    question, channel = KNOWN["fr"], server.channel("La chaîne")
    elsewhere = server.message(server.group("Ailleurs"), boris, "Fogel est libre")
    said = server.message(chat, boris, "Marc Fogel est libre", thread=thread)
    server.message(chat, anna, question, reply_to=said)
    server.message(chat, anna, question, reply_to=said, quote="Marc Fogel")
    server.message(chat, anna, question, reply_to=elsewhere, thread=thread)
    server.message(chat, anna, question, forward=boris, thread=thread)
    server.message(chat, anna, question, forward="Somebody", thread=thread)
    server.message(chat, server.user(5, "Other", is_bot=True), question, thread=thread)
    server.message(chat, anna, question, via_bot=server.user(6, "Inline", is_bot=True), thread=thread)
    server.message(chat, None, question, sender_chat=channel, is_automatic_forward=True, thread=thread)
    server.message(chat, anna, question, caption_of="photo", thread=thread)
    server.message(chat, anna, f"Boris, {question}", mentions={"Boris": boris}, thread=thread)
    server.message(chat, anna, question, entities=[{"type": "pre", "offset": 0, "length": 20}], thread=thread)
    async with running():
        await silent(server, chat, anna, thread=thread)


async def test_a_message_in_a_thread_of_replies_answers_something(
    server: BotApiServer, running: Running, settle: Settle, anna: Json
) -> None:
    group = server.group("Débat")
    await settle(group, ambient=True)
    server.message(group, anna, KNOWN["fr"], thread=77)
    async with running():
        await silent(server, group, anna)


async def test_a_reply_to_the_bot_is_no_less_answered(
    server: BotApiServer, running: Running, settle: Settle, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    await settle(group, ambient=True)
    server.message(group, anna, KNOWN["fr"])
    async with running():
        [first] = await heard(server, group)
        server.message(group, boris, OTHER["en"], reply_to=first)
        _, second = await heard(server, group, 2)
        server.message(group, boris, "thanks", reply_to=second)
        await silent(server, group, anna, already=2)
    assert second["text"].startswith(answer(library, "en", OTHER_ENTRY))


@pytest.mark.parametrize("place", ["group", "topic"], indirect=True)
async def test_bold_words_and_an_anonymous_administrator_ask_too(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, place: Any
) -> None:
    await settle(place.chat, ambient=True)
    bold = [{"type": "bold", "offset": 0, "length": 3}]
    server.message(place.chat, anna, KNOWN["fr"], entities=bold, thread=place.thread)
    server.message(place.chat, None, OTHER["fr"], sender_chat=place.chat, thread=place.thread)
    async with running():
        await heard(server, place.chat, 2)


@PLACES
async def test_what_stands_there_already_is_not_even_pointed_to(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, boris: Json, place: Any
) -> None:
    await settle(place.chat, ambient=True)
    server.message(place.chat, anna, KNOWN["fr"], thread=place.thread)
    async with running():
        await heard(server, place.chat)
    async with running():
        server.message(place.chat, boris, KNOWN["fr"], thread=place.thread)
        await silent(server, place.chat, anna, already=1, thread=place.thread)


@pytest.mark.parametrize("place", ["group", "topic"], indirect=True)
async def test_an_edit_edits_the_answer_and_makes_no_question(
    server: BotApiServer, running: Running, settle: Settle, library: Library, anna: Json, place: Any
) -> None:
    await settle(place.chat, ambient=True)
    async with running():
        await server.until(lambda: server.is_polled)
        asked = server.message(place.chat, anna, KNOWN["fr"], thread=place.thread)
        [before] = await heard(server, place.chat)
        server.edit(asked, OTHER["fr"])
        await edited(server)
        [after] = await heard(server, place.chat)
        assert after["message_id"] == before["message_id"]
        assert after["text"].startswith(answer(library, "fr", OTHER_ENTRY))
        server.edit(asked, UNKNOWN["fr"])
        await edited(server, 2)
        [after] = await heard(server, place.chat)
        assert after["text"] == short_line("fr")
        chatter = server.message(place.chat, anna, "Bonjour tout le monde", thread=place.thread)
        server.edit(chatter, KNOWN["en"])
        await silent(server, place.chat, anna, already=1, thread=place.thread)
    assert len(server.calls_of("editMessageText")) == 2


@pytest.mark.parametrize("place", ["group", "supergroup", "topic"], indirect=True)
async def test_whoever_asked_or_an_administrator_removes_the_answer(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, boris: Json, root: Json, place: Any
) -> None:
    chat, remove = place.chat, phrases("fr")("remove-button")
    server.administrator(chat, root)
    await settle(chat, ambient=True)
    server.message(chat, anna, KNOWN["fr"], thread=place.thread)
    server.message(chat, anna, OTHER["fr"], thread=place.thread)
    async with running():
        first, second = await heard(server, chat, 2)
        server.press(boris, first, remove)
        assert await toasts(server) == [phrases("fr")("not-yours")]
        server.press(anna, first, remove)
        server.press(root, second, remove)
        await server.called("deleteMessage", 2)
        await silent(server, chat, anna, thread=place.thread)


async def test_chatter_leaves_no_line_in_the_log(
    server: BotApiServer, running: Running, settle: Settle, anna: Json, caplog: pytest.LogCaptureFixture
) -> None:
    group = server.group("Débat")
    await settle(group, ambient=True)
    async with running():
        await server.until(lambda: server.is_polled)
        server.message(group, anna, KNOWN["fr"])
        await heard(server, group)
        for text in (*NOT_SURELY_A_KNOWN_QUESTION, KNOWN["fr"]):
            server.message(group, anna, text)
        await server.idle()
    at_start = {"bot.app", "bot.knowledge_base"}
    logged = [each for each in caplog.records if each.levelno >= logging.INFO and each.name not in at_start]
    assert len(logged) == 1, "that of the first, which was answered"
    surfaces = [record.fields["surface"] for record in caplog.records if hasattr(record, "fields")]
    assert surfaces == ["ambient"]
