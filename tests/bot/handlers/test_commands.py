"""Commands that browse, in private and in groups, in the language of the person's app."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, LANGUAGES, Json, answer, answered_id, heard, labels, silent
from running import Running

from bot.app import serve
from bot.dialogue.articles import ArticlePages
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
COMMANDS = pytest.mark.parametrize("command", [*PAGES, "article"])


def page(library: Library, command: str, language: str, **values: Any) -> Reply:
    """Return the page that a command shows."""
    if command == "article":
        return ArticlePages(library).current(language)
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
        expected = page(library, command, language)
        if command == "help":
            expected = Browser(library).greeting(language, "SelonTestBot")
        assert reply["text"] == plain(expected)
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
async def test_the_example_in_a_group_is_answered_when_it_is_sent_as_it_stands(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    group = server.group("Débat")
    server.message(group, olha, "/start@SelonTestBot")
    async with running():
        [reply] = await heard(server, group)
        [example, _] = [line.strip() for line in reply["text"].splitlines() if "/ask@SelonTestBot " in line]
        server.message(group, olha, example)
        _, answered = await heard(server, group, 2)
    titles = {entry.title(language): entry for entry in library.entries.values()}
    entry = titles[example.removeprefix("/ask@SelonTestBot ")]
    assert answered["text"].startswith(entry.answers[language])


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_the_examples_of_help_in_private_are_answered_in_their_languages(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, "/help")
    async with running():
        [reply] = await heard(server, chat)
        assert "/ask@" not in reply["text"]
        lines = [line.strip() for line in reply["text"].splitlines()]
        first = lines.index(f"• {phrases(language)('welcome-ask')}") + 1
        for example in lines[first : first + 4]:
            server.message(chat, olha, example)
        _, *replies = await heard(server, chat, 5)
    titles = {entry.title(code): entry.answers[code] for entry in library.entries.values() for code in LANGUAGES}
    for example, answered in zip(lines[first : first + 4], replies, strict=True):
        assert answered["text"].startswith(titles[example])


async def test_the_whole_of_privacy_is_a_press_away(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/privacy")
    async with running():
        [reply] = await heard(server, chat)
        server.press(anna, reply, phrases("fr")("privacy-more"))
        await server.called("editMessageText")
        await server.idle()
    assert server.sent[chat["id"]][0]["text"] == plain(Browser(library).whole_privacy("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_article_is_told_on_its_card_which_the_source_of_an_answer_leads_to(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, KNOWN[language])
    server.message(chat, olha, "/article")
    async with running():
        answered, card = await heard(server, chat, 2)
        [url] = [entity["url"] for entity in answered["entities"] if entity["type"] == "text_link"]
        server.message(chat, olha, f"/start {url.partition('?start=')[2]}")
        *_, linked = await heard(server, chat, 3)
    [article] = library.articles
    assert article.summary is not None
    assert article.summary.texts[language] in card["text"]
    assert linked["text"] == card["text"]
    assert url.startswith("https://t.me/SelonTestBot?start=")


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
