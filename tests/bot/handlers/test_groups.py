"""Groups: the greeting when the bot comes, the place of answers to look-ups, and silence where nothing is asked."""

from __future__ import annotations

from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, LANGUAGES, Json, answer, answered_id, edited, heard, labels, silent, toasts
from running import Running

from bot.dialogue.browse import Browser
from bot.phrases import phrases
from bot.rendering.html import plain
from knowledge.library import Library

CLAIMS = {
    "fr": "Trump a parlé 90 minutes avec Poutine",
    "en": "Trump and Putin talked for 90 minutes",
    "ru": "Трамп и Путин говорили 90 минут",
    "uk": "Трамп і Путін говорили 90 хвилин",
}


def greeting(library: Library, language: str, *, is_ambient: bool = False) -> str:
    return plain(Browser(library).greeting(language, "SelonTestBot", is_ambient=is_ambient))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_group_that_lets_the_bot_in_is_told_once_how_to_ask_it(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    group = server.group("Débat")
    server.my_chat_member(group, olha, "left")
    server.my_chat_member(group, olha, "member")
    server.my_chat_member(group, olha, "administrator")
    server.message(group, olha, "/start@SelonTestBot true")
    async with running():
        [told] = await heard(server, group)
        await silent(server, group, olha, already=1)
    assert told["text"] == greeting(library, language)
    assert labels(told) == [phrases(language)(key) for key in ("help-in-private", "remove-button")]
    assert told["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://t.me/SelonTestBot?start=help"


async def test_whoever_asks_a_group_that_was_greeted_is_told_again(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat")
    server.my_chat_member(group, anna, "left")
    server.my_chat_member(group, anna, "member")
    asked = server.message(group, anna, "/start@SelonTestBot")
    async with running():
        first, second = await heard(server, group, 2)
    assert first["text"] == second["text"] == greeting(library, "fr")
    assert answered_id(second) == asked["message_id"]


async def test_a_channel_and_a_private_chat_that_let_the_bot_in_are_told_nothing(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    chat = server.private(anna)
    server.my_chat_member(chat, anna, "kicked")
    server.my_chat_member(chat, anna, "member")
    async with running():
        await server.idle()
    assert server.calls_of("sendMessage") == []


async def test_the_button_to_help_opens_it_in_private(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/start help")
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"] == plain(Browser(library).help("fr"))


@pytest.mark.parametrize(
    ("place", "language"),
    [("supergroup", "fr"), ("topic", "en"), ("group", "ru"), ("general", "uk")],
    indirect=["place"],
)
@pytest.mark.parametrize("command", ["/ask", "@SelonTestBot"])
async def test_the_answer_to_a_look_up_stands_under_the_claim_and_whoever_asked_may_remove_it(
    server: BotApiServer,
    running: Running,
    anna: Json,
    boris: Json,
    place: Any,
    language: str,
    command: str,
) -> None:
    server.member(place.chat, boris)
    claim = server.message(place.chat, boris, CLAIMS[language], thread=place.thread)
    server.message(place.chat, anna, command, reply_to=claim, thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        assert answered_id(reply) == claim["message_id"]
        assert "90" in reply["text"]
        remove = phrases(language)("remove-button")
        server.press(boris, reply, remove)
        assert await toasts(server) == [phrases(language)("not-yours")]
        server.press(anna, reply, remove)
        await server.called("deleteMessage")


async def test_the_fragment_that_was_quoted_stands_over_the_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    fragment = KNOWN["fr"]
    claim = server.message(group, boris, f"Dites-moi. {fragment} Et il fait beau.")
    server.message(group, anna, "/ask", reply_to=claim, quote=fragment)
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "fr"))
    assert answered_id(reply) == claim["message_id"]
    assert reply["quote"]["text"] == fragment


async def test_a_fragment_that_was_edited_away_is_not_quoted(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    claim = server.message(group, boris, KNOWN["fr"])
    server.message(group, anna, "/ask", reply_to=claim, quote=KNOWN["fr"])
    server.edit(claim, "Rien.")
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "fr"))
    assert answered_id(reply) == claim["message_id"]
    assert "quote" not in reply


async def test_a_question_of_ones_own_is_answered_under_itself(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    claim = server.message(group, boris, CLAIMS["fr"])
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}", reply_to=claim)
    async with running():
        [reply] = await heard(server, group)
    assert answered_id(reply) == asked["message_id"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_panel_says_what_to_change_where_the_bot_cannot_read_what_it_is_to_answer_unasked(
    server: BotApiServer, running: Running, language: str
) -> None:
    root = server.user(90, "Root", language_code=language)
    group, words = server.group("Débat"), phrases(language)
    server.administrator(group, root)
    server.message(group, root, "/settings")
    async with running():
        [page] = await heard(server, group)
        assert words("settings-cannot-read") not in page["text"], "nothing is to be answered unasked"
        opened = next(label for label in labels(page) if label.startswith(words("settings-ambient")))
        server.press(root, page, opened)
        await edited(server)
        server.press(root, page, words("settings-on"))
        await edited(server, 2)
        assert words("settings-cannot-read") in server.sent[group["id"]][0]["text"]
        server.my_chat_member(group, root, "administrator")
        server.message(group, root, "/settings")
        *_, again = await heard(server, group, 2)
    assert words("settings-cannot-read") not in again["text"]
