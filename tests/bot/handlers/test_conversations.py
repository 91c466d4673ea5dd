"""Conversations over HTTP: what goes on from an answer, what points to a message, and courtesy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import LANGUAGES, UNKNOWN, Json, answered_id, edited, heard, labels, silent
from running import Running, started

from bot.phrases import phrases
from bot.settings import Settings
from bot.store.contexts import NOTHING
from knowledge.library import Library

Rows = Callable[[str], list[tuple[Any, ...]]]
PEACE = "appel-trump-poutine/peace-path"
DURATION, SECOND_DURATION = "appel-trump-poutine/call-duration", "appel-trump-poutine/second-call-duration"
WHERE = {"fr": "où ça ?", "en": "where did he say that?", "ru": "а где он это сказал?", "uk": "а де він це сказав?"}
WHO = {"fr": "qui a dit ça ?", "en": "who said that?", "ru": "кто это сказал?", "uk": "хто це сказав?"}
WORDS = {"fr": "mot pour mot ?", "en": "in those words?", "ru": "дословно?", "uk": "дослівно?"}
AND_ZELENSKY = {
    "fr": "et avec Zelensky ?",
    "en": "and with Zelensky?",
    "ru": "а с Зеленским?",
    "uk": "а із Зеленським?",
}
TRUE = {"fr": "c'est vrai ?", "en": "is it true?", "ru": "это правда?", "uk": "це правда?"}
THANKS = {"fr": "merci !", "en": "thank you!", "ru": "спасибо!", "uk": "дякую!"}
TWO = {
    "fr": "Qui est Marc Fogel ? Et combien de temps a duré l'appel avec Poutine ?",
    "en": "Who is Marc Fogel? And how long was the call with Putin?",
    "ru": "Кто такой Марк Фогель? И сколько длился разговор с Путиным?",
    "uk": "Хто такий Марк Фогель? І скільки тривала розмова з Путіним?",
}


def title(library: Library, language: str, key: str) -> str:
    """The question that stands for an entry."""
    return library.entries[key].title(language)


def venue(library: Library, language: str) -> str:
    """The venue of the statement on peace."""
    return library.articles[0].venues["oval-office"][language]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_private_a_conversation_goes_on_from_the_last_answer(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    person = server.user(7, "Anna", language_code=language)
    chat, words = server.private(person), phrases(language)
    name = library.articles[0].people["trump"].name[language]
    async with running():
        for number, said in enumerate(
            (
                title(library, language, PEACE),
                WHERE[language],
                WHO[language],
                WORDS[language],
                TRUE[language],
                title(library, language, DURATION),
                AND_ZELENSKY[language],
                TWO[language],
            ),
            1,
        ):
            server.message(chat, person, said)
            await heard(server, chat, number)
        _, where, who, quoted, checked, _, other, two = (each["text"] for each in server.sent[chat["id"]])
    assert venue(library, language) in where
    assert who.startswith(name)
    assert quoted.startswith(words("facet-quote-whole"))
    assert checked.startswith(words("not-judged"))
    assert name in checked
    assert other.startswith(library.entries[SECOND_DURATION].answers[language])
    assert library.entries["appel-trump-poutine/fogel-who"].answers[language] in two
    assert library.entries[DURATION].answers[language] in two


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_a_group_a_reply_to_an_answer_goes_on_from_it(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    person = server.user(7, "Anna", language_code=language)
    chat = server.group("Débat")
    async with running():
        server.message(chat, person, f"/ask {title(library, language, PEACE)}")
        [first] = await heard(server, chat)
        server.message(chat, person, f"/ask {title(library, language, DURATION)}")
        await heard(server, chat, 2)
        asked = server.message(chat, person, WHERE[language], reply_to=first)
        *_, where = await heard(server, chat, 3)
        server.message(chat, person, THANKS[language], reply_to=where)
        await silent(server, chat, person, already=3)
    assert venue(library, language) in where["text"]
    assert answered_id(where) == asked["message_id"]
    assert labels(where) == [phrases(language)("remove-button")]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_that_only_point_look_the_message_up_that_they_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, language: str
) -> None:
    chat, claim = server.group("Débat"), library.entries[DURATION].answers[language]
    async with running():
        said = server.message(chat, boris, claim)
        server.message(chat, anna, f"@SelonTestBot {TRUE[language]}", reply_to=said)
        [looked_up] = await heard(server, chat)
        unknown = server.message(chat, boris, UNKNOWN[language])
        server.message(chat, anna, f"/ask {TRUE[language]}", reply_to=unknown)
        *_, silence = await heard(server, chat, 2)
        server.guest_message(anna, f"@SelonTestBot {TRUE[language]}", reply_to=said)
        await server.called("answerGuestQuery")
    assert looked_up["text"].startswith(library.entries[DURATION].answers[language])
    assert library.articles[0].title[language] in silence["text"]
    assert list(server.inline.values())[-1]["text"].startswith(library.entries[DURATION].answers[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_courtesy_is_answered_in_a_word_counts_as_nothing_and_is_no_miss(
    server: BotApiServer, running: Running, rows: Rows, language: str
) -> None:
    person = server.user(7, "Anna", language_code=language)
    chat = server.private(person)
    group = server.group("Débat")
    async with running():
        server.message(chat, person, THANKS[language])
        [private] = await heard(server, chat)
        server.message(chat, person, "🙏")
        _, emoji = await heard(server, chat, 2)
        server.message(group, person, f"@SelonTestBot {THANKS[language]}")
        [mentioned] = await heard(server, group)
    lines = {phrases(language)("courtesy-thanks", number=number) for number in range(3)}
    assert {private["text"], mentioned["text"]} <= lines
    assert labels(private) == labels(mentioned) == []
    assert len(emoji["text"]) <= 2
    assert rows("SELECT * FROM misses") == rows("SELECT * FROM counts") == []


async def test_a_conversation_goes_on_after_a_restart_and_is_forgotten_on_demand(
    server: BotApiServer, running: Running, library: Library, anna: Json, rows: Rows
) -> None:
    chat = server.private(anna)
    async with running():
        server.message(chat, anna, title(library, "fr", PEACE))
        await heard(server, chat)
    async with running():
        server.message(chat, anna, WHERE["fr"])
        _, where = await heard(server, chat, 2)
        assert {entry for (entry,) in rows("SELECT entry_id FROM contexts")} == {PEACE}
        server.message(chat, anna, "/forget")
        await heard(server, chat, 3)
        assert rows("SELECT * FROM contexts") == []
        server.message(chat, anna, TRUE["fr"])
        *_, nothing = await heard(server, chat, 4)
    assert venue(library, "fr") in where["text"]
    assert nothing["text"] == phrases("fr")("nothing-to-check")


async def test_an_edit_of_a_follow_up_edits_its_reply_and_goes_on_from_the_same_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    async with running():
        server.message(chat, anna, title(library, "en", DURATION))
        await heard(server, chat)
        asked = server.message(chat, anna, AND_ZELENSKY["en"])
        await heard(server, chat, 2)
        server.edit(asked, TRUE["en"])
        await edited(server)
        _, corrected = await heard(server, chat, 2)
    assert corrected["text"].startswith(phrases("en")("not-judged"))


async def test_an_edit_to_what_is_not_answered_leaves_nothing_to_go_on_from(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    async with running():
        asked = server.message(chat, anna, title(library, "en", PEACE))
        await heard(server, chat)
        server.edit(asked, UNKNOWN["en"])
        await edited(server)
        server.message(chat, anna, WHO["en"])
        *_, after = await heard(server, chat, 2)
    assert venue(library, "en") not in after["text"]


@pytest.mark.usefixtures("settings")
async def test_a_group_is_not_flooded_with_courtesy(
    server: BotApiServer, library: Library, anna: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEND_RATE", "1000")
    group = server.group("Débat")
    async with started(Settings(), library):
        for _ in range(10):
            server.message(group, anna, f"@SelonTestBot {THANKS['en']}")
        await heard(server, group, 3)
        await server.idle()
    assert len(server.sent[group["id"]]) == 3


async def test_what_points_to_a_forwarded_message_that_was_looked_up_in_vain_is_not_about_an_earlier_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, rows: Rows
) -> None:
    chat = server.private(anna)
    async with running():
        server.message(chat, anna, title(library, "en", DURATION))
        await heard(server, chat)
        server.message(chat, anna, UNKNOWN["en"], forward=boris)
        await heard(server, chat, 2)
        server.message(chat, anna, TRUE["en"])
        *_, silence = await heard(server, chat, 3)
    assert silence["text"].startswith(phrases("en")("abstain").removesuffix("."))
    assert (NOTHING,) in rows("SELECT entry_id FROM contexts")


async def test_words_that_only_point_or_go_on_are_no_misses(
    server: BotApiServer, running: Running, anna: Json, boris: Json, rows: Rows
) -> None:
    chat, group = server.private(anna), server.group("Débat")
    async with running():
        for number, (said, forward) in enumerate(((UNKNOWN["en"], boris), (TRUE["en"], None), (WHO["en"], None)), 1):
            server.message(chat, anna, said, forward=forward)
            await heard(server, chat, number)
        unknown = server.message(group, boris, UNKNOWN["en"])
        server.message(group, anna, f"@SelonTestBot {TRUE['en']}", reply_to=unknown)
        await heard(server, group)
        await server.idle()
    kept = {text for (text,) in rows("SELECT text FROM misses")}
    assert kept.isdisjoint({TRUE["en"], WHO["en"]})


@pytest.mark.parametrize("text", ["/foo", "/stats"])
async def test_an_unknown_command_in_private_is_told_with_the_ways_into_the_article(
    server: BotApiServer, running: Running, anna: Json, text: str
) -> None:
    chat, words = server.private(anna), phrases("fr")
    async with running():
        server.message(chat, anna, text)
        server.message(chat, anna, "/ask")
        server.message(chat, anna, "/ask")
        unknown, *how = await heard(server, chat, 3)
    assert unknown["text"] == words("no-such-command")
    assert labels(unknown) == [words("topics-button"), words("people-button")]
    assert [each["text"] for each in how] == [words("no-words")] * 2


@pytest.mark.parametrize("text", ["русский", "english", "language"])
async def test_a_wish_for_a_language_is_met_with_all_of_them(
    server: BotApiServer, running: Running, anna: Json, text: str
) -> None:
    chat = server.private(anna)
    async with running():
        server.message(chat, anna, text)
        [offered] = await heard(server, chat)
        server.press(anna, offered, "Українська")
        await edited(server)
    assert labels(offered)[1:] == ["Français", "English", "Русский", "Українська"]
    assert server.sent[chat["id"]][-1]["text"].startswith(phrases("uk")("settings-language"))
