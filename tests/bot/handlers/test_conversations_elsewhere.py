"""Conversations over HTTP in a forum's topics, in guest mode, and with an app in another language."""

from __future__ import annotations

import pytest
from botapi.server import BotApiServer
from exchange import LANGUAGES, UNKNOWN, Json, heard, silent
from running import Running

from bot.phrases import phrases
from knowledge.library import Library

PEACE, DURATION = "appel-trump-poutine/peace-path", "appel-trump-poutine/call-duration"
WHERE = {"fr": "où ça ?", "en": "where?", "ru": "где?", "uk": "де?"}
WHO = {"fr": "qui ?", "en": "who?", "ru": "кто сказал?", "uk": "хто сказав?"}
TRUE = {"fr": "vrai ?", "en": "true?", "ru": "правда?", "uk": "правда?"}
THANKS = {"fr": "merci !", "en": "thanks!", "ru": "спасибо!", "uk": "дякую!"}
OTHER_APP = {"fr": "en", "en": "fr", "ru": "uk", "uk": "ru"}


def title(library: Library, language: str, key: str) -> str:
    """The question that stands for an entry."""
    return library.entries[key].title(language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_conversation_keeps_its_language_whatever_the_app_s(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    person = server.user(7, "Anna", language_code=OTHER_APP[language])
    chat = server.private(person)
    async with running():
        server.message(chat, person, title(library, language, PEACE))
        await heard(server, chat)
        server.message(chat, person, WHO[language])
        _, who = await heard(server, chat, 2)
    async with running():
        server.message(chat, person, TRUE[language])
        *_, checked = await heard(server, chat, 3)
    assert who["text"].startswith(library.articles[0].people["trump"].name[language])
    assert checked["text"].startswith(phrases(language)("not-judged"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_topic_of_a_forum_has_its_own_conversation(
    server: BotApiServer, running: Running, library: Library, root: Json, language: str
) -> None:
    person = server.user(7, "Anna", language_code=OTHER_APP[language])
    forum = server.group("Café du Commerce", forum=True)
    server.administrator(forum, root)
    one, other = server.topic(forum, "Ukraine"), server.topic(forum, "Divers")
    async with running():
        server.message(forum, person, f"/ask {title(library, language, PEACE)}", thread=one)
        [peace] = await heard(server, forum)
        server.message(forum, person, f"/ask {title(library, language, DURATION)}", thread=other)
        _, duration = await heard(server, forum, 2)
        server.message(forum, person, WHERE[language], reply_to=peace)
        *_, where = await heard(server, forum, 3)
        server.message(forum, person, THANKS[language], reply_to=where)
        await silent(server, forum, person, already=3)
    assert peace["message_thread_id"] == where["message_thread_id"] == one.message_thread_id
    assert duration["message_thread_id"] == other.message_thread_id
    assert library.articles[0].venues["oval-office"][language] in where["text"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_mention_in_a_topic_looks_the_message_up_that_it_answers(
    server: BotApiServer, running: Running, library: Library, boris: Json, root: Json, language: str
) -> None:
    person = server.user(7, "Anna", language_code=language)
    forum = server.group("Café du Commerce", forum=True)
    server.administrator(forum, root)
    topic = server.topic(forum, "Ukraine")
    async with running():
        claim = server.message(forum, boris, library.entries[DURATION].answers[language], thread=topic)
        server.message(forum, person, f"@SelonTestBot {TRUE[language]}", reply_to=claim)
        [checked] = await heard(server, forum)
    assert checked["text"].startswith(library.entries[DURATION].answers[language])
    assert checked["message_thread_id"] == topic.message_thread_id


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_guest_query_answers_looks_up_is_courteous_or_names_the_article(
    server: BotApiServer, running: Running, library: Library, boris: Json, language: str
) -> None:
    person = server.user(7, "Anna", language_code=language)
    answer = library.entries[DURATION].answers[language]
    claim = server.message(server.group("Débat"), boris, answer)
    async with running():
        server.guest_message(person, f"@SelonTestBot {title(library, language, DURATION)}")
        server.guest_message(person, f"@SelonTestBot {TRUE[language]}", reply_to=claim)
        server.guest_message(person, f"@SelonTestBot {THANKS[language]}")
        server.guest_message(person, f"@SelonTestBot {UNKNOWN[language]}")
        await server.called("answerGuestQuery", 4)
    asked, looked_up, thanked, silence = (each["text"] for each in server.inline.values())
    assert asked.startswith(answer)
    assert looked_up.startswith(answer)
    assert thanked in {phrases(language)("courtesy-thanks", number=number) for number in range(3)}
    assert library.articles[0].title[language] in silence
