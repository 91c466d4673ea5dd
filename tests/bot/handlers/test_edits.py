"""Edited questions: the earlier reply is edited, and never is there a second one."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    OTHER,
    OTHER_ENTRY,
    UNKNOWN,
    Json,
    answer,
    answered_id,
    at_once,
    edited,
    heard,
    labels,
    silent,
)
from exchange import short_line as short
from running import Running
from running import started as run

from bot.answering.limits import BUDGETS, Act, Budget
from bot.phrases import phrases
from bot.settings import Settings
from knowledge.library import Library


async def started(server: BotApiServer) -> None:
    """Wait until the bot asks for updates: what is written from now on is written after its start."""
    await server.until(lambda: server.is_polled)


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_an_edit_in_private_edits_the_reply(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    chat = server.private(anna)
    asked = server.message(chat, anna, UNKNOWN[language])
    async with running():
        [before] = await heard(server, chat)
        server.edit(asked, KNOWN[language])
        await edited(server)
        [after] = await heard(server, chat)
    assert after["message_id"] == before["message_id"]
    assert after["text"].startswith(answer(library, language))
    assert len(server.calls_of("sendMessage")) == 1


@pytest.mark.parametrize("place", ["group", "topic", "general"], indirect=True)
@pytest.mark.parametrize(("address", "language"), [("/ask", "en"), ("@SelonTestBot", "ru")])
async def test_an_edit_in_a_group_edits_the_reply(
    server: BotApiServer, running: Running, library: Library, anna: Json, place: Any, address: str, language: str
) -> None:
    asked = server.message(place.chat, anna, f"{address} {KNOWN[language]}", thread=place.thread)
    async with running():
        [before] = await heard(server, place.chat)
        server.edit(asked, f"{address} {OTHER[language]}")
        await edited(server)
        [after] = await heard(server, place.chat)
        await silent(server, place.chat, anna, already=1, thread=place.thread)
    assert after["message_id"] == before["message_id"]
    assert after["text"].startswith(answer(library, language, OTHER_ENTRY))
    assert labels(after)[-1] == phrases(language)("remove-button")


async def test_every_further_edit_edits_the_same_reply(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await heard(server, group)
        for text in (UNKNOWN["fr"], OTHER["en"], KNOWN["uk"]):
            server.edit(asked, f"/ask {text}")
        await edited(server, 3)
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "uk"))


async def test_an_edited_caption_edits_the_reply(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['ru']}", caption_of="photo")
    async with running():
        await heard(server, group)
        server.edit(asked, f"/ask {OTHER['ru']}")
        await edited(server)
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "ru", OTHER_ENTRY))


@pytest.mark.parametrize(("address", "language"), [("/ask", "fr"), ("@SelonTestBot", "uk")])
async def test_an_edit_that_adds_the_address_is_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, place: Any, address: str, language: str
) -> None:
    async with running():
        await started(server)
        asked = server.message(place.chat, anna, KNOWN[language], thread=place.thread)
        server.edit(asked, f"{address} {KNOWN[language]}")
        [reply] = await heard(server, place.chat)
        server.edit(asked, f"{address} {OTHER[language]}")
        await edited(server)
        [again] = await heard(server, place.chat)
    assert reply["text"].startswith(answer(library, language))
    assert answered_id(reply) == asked["message_id"]
    assert reply["is_topic_message"]
    assert again["text"].startswith(answer(library, language, OTHER_ENTRY))


@pytest.mark.parametrize(("address", "language"), [("/ask", "fr"), ("@SelonTestBot", "en"), ("/ask", "ru")])
async def test_an_edit_that_the_article_does_not_answer_becomes_the_short_line(
    server: BotApiServer, running: Running, anna: Json, address: str, language: str
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"{address} {KNOWN[language]}")
    async with running():
        await heard(server, group)
        server.edit(asked, f"{address} {UNKNOWN[language]}")
        await edited(server)
        [reply] = await heard(server, group)
    assert reply["text"] == short(language)
    assert labels(reply) == []


async def test_a_mere_reply_that_was_answered_and_no_longer_asks_becomes_the_short_line(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [first] = await heard(server, group)
        asked = server.message(group, anna, OTHER["fr"], reply_to=first)
        await heard(server, group, 2)
        server.edit(asked, UNKNOWN["fr"])
        await edited(server)
        _, second = await heard(server, group, 2)
    assert second["text"] == short("fr")


async def test_an_edit_that_leaves_the_question_as_it_was_does_nothing(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await heard(server, group)
        server.edit(asked, f"/ask {KNOWN['fr']}")
        server.edit(asked, f"/ask@SelonTestBot   {KNOWN['fr']} ")
        server.edit(asked, KNOWN["fr"])
        server.edit(asked, "/ask")
        await silent(server, group, anna, already=1)
    assert server.calls_of("editMessageText") == []


@pytest.mark.parametrize("text", ["lol", "Qui est Marc Fogel ?", "/ask@OtherBot Qui est Marc Fogel ?"])
async def test_an_edit_of_what_is_not_meant_for_the_bot_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, text: str
) -> None:
    group = server.group("Débat")
    async with running():
        await started(server)
        server.edit(server.message(group, anna, "Bonjour"), text)
        await silent(server, group, anna)


@pytest.mark.parametrize("kind", ["private", "group"])
async def test_an_edit_of_a_message_from_before_the_start_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, kind: str
) -> None:
    chat = server.private(anna) if kind == "private" else server.group("Débat")
    asked = server.message(chat, anna, "Bonjour", date=int(time.time()) - 600)
    server.updates.drop()
    server.edit(asked, f"/ask {KNOWN['fr']}")
    async with running():
        await silent(server, chat, anna)
    assert server.calls_of("editMessageText") == []


async def test_an_edit_after_a_restart_sends_no_second_reply(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}", date=int(time.time()) - 5)
    async with running():
        await heard(server, group)
    async with running():
        server.edit(asked, f"/ask {OTHER['fr']}")
        await silent(server, group, anna, already=1)


async def test_an_edit_after_the_reply_was_deleted_sends_no_second_reply(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        server.delete_message(reply)
        server.edit(asked, f"/ask {OTHER['fr']}")
        await silent(server, group, anna)
    assert len(server.calls_of("sendMessage")) == 2


async def test_a_reply_that_was_removed_does_not_come_back_by_an_edit_that_changes_nothing(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    async with running():
        await started(server)
        asked = server.message(group, anna, f"/ask {KNOWN['fr']}")
        [reply] = await heard(server, group)
        server.press(anna, reply, phrases("fr")("remove-button"))
        await server.called("deleteMessage")
        server.edit(asked, f"/ask {KNOWN['fr']}")
        await silent(server, group, anna)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_in_private_an_edit_that_adds_words_is_answered_although_the_chat_was_told_before(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    chat = server.private(anna)
    async with running():
        await started(server)
        photos = [server.message(chat, anna, "", caption_of="photo") for _ in range(2)]
        await heard(server, chat)
        for photo in photos:
            server.edit(photo, KNOWN[language])
        replies = await heard(server, chat, 2)
    assert all(reply["text"].startswith(answer(library, language)) for reply in replies)


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_an_edit_of_a_question_that_left_a_choice_edits_what_was_chosen(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat = server.private(anna)
    asked = server.message(chat, anna, ambiguous[language])
    async with running():
        [choice] = await heard(server, chat)
        server.press(anna, choice, labels(choice)[0])
        await edited(server)
        server.edit(asked, KNOWN[language])
        await edited(server, 2)
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, language))


@pytest.fixture
def two_a_second(settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The bot, paced and limited: only two edits a second are made at once."""
    monkeypatch.setenv("SEND_RATE", "1000")
    paced = Settings()
    edits = (Budget("edits", ((2, 1.0),)),)
    return lambda: run(paced, library, budgets=replace(BUDGETS, in_groups={**BUDGETS.in_groups, Act.EDIT: edits}))


async def test_of_too_many_edits_the_last_is_made(
    server: BotApiServer, library: Library, two_a_second: Running, anna: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with two_a_second():
        await heard(server, group)
        for number in range(7):
            server.edit(asked, f"/ask {(OTHER if number % 2 else KNOWN)['en']} {number}")
        server.edit(asked, f"/ask {OTHER['uk']}")
        await edited(server, 3)
        [after] = await heard(server, group)
    assert after["text"].startswith(answer(library, "uk", OTHER_ENTRY))


async def test_an_edit_back_to_what_is_answered_undoes_one_that_waits(
    server: BotApiServer, library: Library, two_a_second: Running, anna: Json
) -> None:
    group = server.group("Débat")
    asked, witness = (server.message(group, anna, f"/ask {KNOWN['fr']} {number}") for number in (1, 2))
    async with two_a_second():
        await heard(server, group, 2)
        for language in ("en", "fr", "uk", "fr"):
            server.edit(asked, f"/ask {OTHER[language]}")
        server.edit(witness, f"/ask {OTHER['ru']}")
        await edited(server, 3)
        first, second = await heard(server, group, 2)
    assert first["text"].startswith(answer(library, "fr", OTHER_ENTRY))
    assert second["text"].startswith(answer(library, "ru", OTHER_ENTRY)), "it was tried again after the one that waits"


async def test_a_later_edit_that_is_made_at_once_stands_although_an_earlier_one_waits(
    server: BotApiServer, library: Library, two_a_second: Running, anna: Json
) -> None:
    group, now = server.group("Débat"), int(time.time())
    asked, witness = (server.message(group, anna, f"/ask {KNOWN['fr']} {number}", date=now - 90) for number in (1, 2))
    async with two_a_second():
        await heard(server, group, 2)
        with at_once(server):
            for moment, text in ((70, OTHER["en"]), (70, OTHER["fr"]), (70, UNKNOWN["fr"]), (10, OTHER["uk"])):
                server.edit(asked, f"/ask {text}")
                server.updates.pending[-1].value["edited_message"]["edit_date"] = now - moment
            for language in ("ru", "en", "fr"):
                server.edit(witness, f"/ask {OTHER[language]}")
        await edited(server, 6)
        first, second = await heard(server, group, 2)
    assert first["text"].startswith(answer(library, "uk", OTHER_ENTRY))
    assert second["text"].startswith(answer(library, "fr", OTHER_ENTRY))
