"""Commands that browse, in private and in groups, in the language of the person's app."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN_ENTRY, LANGUAGES, Json, answer, answered_id, heard, labels, silent
from running import Running

from bot.app import serve
from bot.dialogue.browse import Browser
from bot.dialogue.reply import Reply
from bot.phrases import phrases
from bot.rendering.html import plain
from bot.settings import Settings
from knowledge.library import Library

PAGES = {
    "topics": Browser.topics,
    "who": Browser.people,
    "sources": Browser.sources,
    "privacy": Browser.privacy,
    "help": Browser.help,
}
COMMANDS = pytest.mark.parametrize("command", list(PAGES))


def page(library: Library, command: str, language: str, **values: Any) -> Reply:
    """What a command shows."""
    build: Any = PAGES[command]
    shown: Reply = build(Browser(library), language, **values)
    return shown


@COMMANDS
@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_a_command_in_private_is_answered(
    server: BotApiServer, running: Running, library: Library, command: str, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    asked = server.message(chat, olha, f"/{command}")
    async with running():
        [reply] = await heard(server, chat)
    expected = page(library, command, language)
    assert reply["text"] == plain(expected)
    assert labels(reply) == [button.label for button in expected.buttons]
    assert answered_id(reply) == asked["message_id"]


@COMMANDS
@pytest.mark.parametrize(("place", "language"), [("group", "en"), ("topic", "ru")], indirect=["place"])
async def test_a_command_in_a_group_is_answered_in_its_thread_and_can_be_removed(
    server: BotApiServer, running: Running, library: Library, place: Any, command: str, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    asked = server.message(place.chat, olha, f"/{command}@SelonTestBot", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        assert answered_id(reply) == asked["message_id"]
        assert reply.get("is_topic_message", False) == (place.thread is not None)
        assert labels(reply)[-1] == phrases(language)("remove-button")
        if command != "help":
            assert reply["text"] == plain(page(library, command, language))
        server.press(olha, reply, phrases(language)("remove-button"))
        await server.called("deleteMessage")
        await server.idle()
    assert place.chat["id"] not in server.sent


@pytest.mark.parametrize("language", LANGUAGES)
async def test_privacy_tells_how_to_reach_whoever_runs_the_bot(
    server: BotApiServer, settings: Settings, library: Library, language: str
) -> None:
    contact = "Jo <jo@example.org> & Co"
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, "/privacy")
    task = asyncio.create_task(serve(settings.model_copy(update={"operator_contact": contact}), library))
    [reply] = await heard(server, chat)
    task.cancel()
    await asyncio.wait([task])
    assert reply["text"] == plain(Browser(library, contact).privacy(language))
    assert reply["text"].endswith(f": {contact}")


async def test_a_command_without_the_name_of_the_bot_is_answered_in_a_group_too(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, "/topics")
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"] == phrases("fr")("topics-title")


@pytest.mark.parametrize("language", ["de", None])
async def test_an_app_in_another_language_is_spoken_to_in_the_default_one(
    server: BotApiServer, running: Running, library: Library, language: str | None
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat, group = server.private(olha), server.group("Débat")
    server.message(chat, olha, "/topics")
    server.message(group, None, "/topics", sender_chat=group)
    async with running():
        [reply] = await heard(server, chat)
        [anonymous] = await heard(server, group)
    assert reply["text"] == anonymous["text"] == phrases("en")("topics-title")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_start_says_what_the_bot_does(server: BotApiServer, running: Running, language: str) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, "/start")
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(phrases(language)("welcome"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_start_with_the_id_of_an_entry_opens_it(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, f"/start {library.entries[KNOWN_ENTRY].id}")
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, language))


async def test_start_with_anything_else_is_help(server: BotApiServer, running: Running, anna: Json) -> None:
    chat = server.private(anna)
    payloads = ["no-such-entry", "inline", "FOGEL-WHO", "a" * 64, "fogel-who-", "../etc", "<b>", "é", "two words"]
    for payload in payloads:
        server.message(chat, anna, f"/start {payload}")
    async with running():
        replies = await heard(server, chat, len(payloads))
    assert all(reply["text"].startswith(phrases("fr")("welcome")) for reply in replies)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_examples_of_help_in_a_group_are_answered_when_they_are_sent_as_they_stand(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    group = server.group("Débat")
    server.message(group, olha, "/help")
    async with running():
        [reply] = await heard(server, group)
        examples = [line.strip() for line in reply["text"].splitlines() if "/ask@SelonTestBot " in line]
        assert len(examples) == 3
        for example in examples:
            server.message(group, olha, example)
        _, *replies = await heard(server, group, 4)
    titles = {entry.title(language): entry for entry in library.entries.values()}
    for example, answered in zip(examples, replies, strict=True):
        entry = titles[example.removeprefix("/ask@SelonTestBot ")]
        assert answered["text"].startswith(entry.answers[language])


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_the_examples_of_help_in_private_are_buttons_that_answer(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, "/help")
    titles = {entry.title(language)[:60]: entry for entry in library.entries.values()}
    async with running():
        [reply] = await heard(server, chat)
        assert "/ask@" not in reply["text"]
        title = labels(reply)[0]
        server.press(olha, reply, title)
        _, answered = await heard(server, chat, 2)
    assert answered["text"].startswith(titles[title[:60]].answers[language])


async def test_commands_of_other_bots_other_bots_themselves_and_forwards_are_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, boris: Json
) -> None:
    group, channel = server.group("Débat"), server.channel("La chaîne")
    other = server.user(99, "Other", username="OtherBot", is_bot=True)
    for command in (*PAGES, "start"):
        server.message(group, anna, f"/{command}@OtherBot")
        server.message(group, other, f"/{command}")
        server.message(group, anna, f"/{command}", via_bot=other)
        server.message(group, None, f"/{command}", sender_chat=channel, is_automatic_forward=True)
    async with running():
        await silent(server, group, anna)


async def test_a_forwarded_command_in_a_group_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    for command in PAGES:
        server.message(group, anna, f"/{command}", forward=boris)
    async with running():
        await silent(server, group, anna)


@pytest.mark.parametrize("kind", ["private", "group"])
async def test_an_edited_command_is_not_answered_again(
    server: BotApiServer, running: Running, anna: Json, kind: str
) -> None:
    chat = server.private(anna) if kind == "private" else server.group("Débat")
    async with running():
        await server.until(lambda: server.is_polled)
        asked = server.message(chat, anna, "/topics")
        await heard(server, chat)
        server.edit(asked, "/who")
        await silent(server, chat, anna, already=1)
