"""Inline mode: a ranked, paged list of entries to send, each with its attribution."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import KNOWN, KNOWN_ENTRY, LANGUAGES, UNKNOWN, Json, answer, heard, labels
from invented import CLOSED, entry, village
from running import Running, started

from bot.dialogue.parts import MainText
from bot.dialogue.reply import Reply
from bot.handlers.inline import RESULTS_A_PAGE, result
from bot.phrases import phrases
from bot.settings import Settings
from knowledge.article_folders import LONGEST_SLUG
from knowledge.library import Library

WITHOUT_ANSWER = {"fr": "cèpes à la crème", "en": "mushroom soup", "ru": "грибной суп", "uk": "грибна юшка"}
BROAD = {"fr": "Trump Poutine", "en": "Trump", "ru": "Путин", "uk": "Трамп"}
"""Words that many entries fit."""


async def listed(server: BotApiServer, user: Json, words: str, offset: str = "") -> Json:
    """The answer to an inline query, with its results and button."""
    query = server.inline_query(user, words, offset)
    answers = server.answers.inline.answers
    return await server.until(lambda: answers.get(query["id"], {}), what=f"results for {words!r}")


def ids(answered: Json) -> list[str]:
    """The results, best first."""
    return [result["id"] for result in answered["results"]]


def text(result: Json) -> str:
    """Return the text that a result sends, with its markup."""
    return str(result["input_message_content"]["message_text"])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_entry_that_is_meant_comes_first_in_the_language_of_the_words(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    async with running():
        answered = await listed(server, anna, KNOWN[language])
    first = answered["results"][0]
    assert first["id"] == KNOWN_ENTRY
    assert first["title"] == library.entries[KNOWN_ENTRY].label(language)
    assert text(first).startswith(answer(library, language))
    assert answered["button"] is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_result_carries_its_attribution(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    article, olha = library.articles[0], server.user(31, "Olha", language_code=language)
    async with running():
        answered = await listed(server, olha, BROAD[language])
    assert answered["results"]
    for listed_result in answered["results"]:
        assert article.title[language] in text(listed_result)
        for statement in library.entries[listed_result["id"]].statements:
            if statement.speaker is not None:
                assert article.people[statement.speaker].name[language] in text(listed_result)
            if statement.via is not None:
                assert article.outlets[statement.via].name[language] in text(listed_result)
        assert listed_result["description"]
        content = listed_result["input_message_content"]
        assert content["parse_mode"] == "HTML"
        assert content["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_a_description_begins_with_the_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    entry = library.entries["appel-trump-poutine/nato-hegseth"]
    async with running():
        answered = await listed(server, anna, entry.title(language))
    assert ids(answered)[0] == entry.key
    assert entry.answers[language].startswith(answered["results"][0]["description"].removesuffix("…"))


@pytest.mark.parametrize(
    ("app", "typed", "spoken"),
    [
        ("uk", "pes", "uk"),
        ("fr", "tr", "fr"),
        ("ru", "Trump", "ru"),
        ("en", "qui est", "en"),
        ("en", "qui est marc f", "fr"),
        ("fr", "where did hegs", "en"),
        ("fr", "Зеленський", "uk"),
    ],
)
async def test_beginnings_are_found_in_the_apps_language_until_the_words_clearly_are_anothers(
    server: BotApiServer, running: Running, library: Library, app: str, typed: str, spoken: str
) -> None:
    olha = server.user(31, "Olha", language_code=app)
    async with running():
        answered = await listed(server, olha, typed)
    assert answered["results"]
    for each in answered["results"]:
        assert each["title"] == library.entries[each["id"]].label(spoken)


async def test_a_beginning_lists_those_whose_title_has_it_first(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    async with running():
        answered = await listed(server, anna, "pesk")
    assert {"peskov-who", "peskov-said"} == {key.partition("/")[2] for key in ids(answered)[:2]}


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_pages_follow_each_other_by_offset_without_repeating_anything(
    server: BotApiServer, running: Running, anna: Json, language: str
) -> None:
    pages: list[list[str]] = []
    offset = ""
    async with running():
        while not pages or offset:
            answered = await listed(server, anna, BROAD[language], offset)
            pages.append(ids(answered))
            offset = answered.get("next_offset", "")
            assert len(pages) < 20
    every = [each for page in pages for each in page]
    assert len(pages) > 1
    assert all(len(page) == RESULTS_A_PAGE for page in pages[:-1])
    assert pages[-1]
    assert len(set(every)) == len(every) <= 50


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk", "de"])
async def test_an_empty_query_lists_the_main_topics_in_the_language_of_the_app(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    async with running():
        answered = await listed(server, olha, "")
        blank = await listed(server, olha, "   ")
    spoken = language if language in LANGUAGES else "en"
    assert {library.entries[key].topic for key in ids(answered)} == set(library.articles[0].topics)
    assert [result["title"] for result in answered["results"]] == [
        library.entries[key].label(spoken) for key in ids(answered)
    ]
    assert ids(blank) == ids(answered)
    assert answered["button"] is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_found_is_an_empty_list_with_a_button_into_the_private_chat(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    async with running():
        answered = await listed(server, olha, WITHOUT_ANSWER[language])
        button = answered["button"]
        assert answered["results"] == []
        assert button["text"] == phrases(language)("inline-button")
        server.message(chat, olha, f"/start {button['start_parameter']}")
        [carried] = await heard(server, chat)
        server.message(chat, olha, WITHOUT_ANSWER[language])
        [_, typed] = await heard(server, chat, 2)
    assert carried["text"] == typed["text"]


async def test_words_that_no_link_has_room_for_lead_to_the_start(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    chat = server.private(anna)
    async with running():
        answered = await listed(server, anna, "x" * 200)
        server.message(chat, anna, f"/start {answered['button']['start_parameter']}")
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(phrases("fr")("welcome"))


async def test_what_the_article_does_not_answer_lists_nothing_that_is_not_near(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    async with running():
        for question in UNKNOWN.values():
            answered = await listed(server, anna, question)
            match = library.match(question, candidates=50)
            assert ids(answered) == [near.entry_id for near in match.candidates if near.is_near]


ODD_OFFSETS = ["-1", "abc", "0", "00", "999", "99999", "100000", "9" * 64, "1.5", " 5", "٣", "½", "1e3", "\u0000"]


async def test_odd_offsets_are_answered(server: BotApiServer, running: Running, anna: Json) -> None:
    async with running():
        first = await listed(server, anna, BROAD["en"])
        for offset in ODD_OFFSETS:
            answered = await listed(server, anna, BROAD["en"], offset)
            assert ids(answered) in ([], ids(first))
            assert answered["button"] is None


@pytest.mark.parametrize(
    "words",
    ["a" * 256, "Путін " * 42, "😀" * 128, "<b>&amp;</i>", "Qui est Marc Fogel ? " * 12, "\u202e\u200b", "@@@ ///"],
)
async def test_odd_and_long_queries_are_answered(
    server: BotApiServer, running: Running, anna: Json, words: str
) -> None:
    async with running():
        answered = await listed(server, anna, words[:256])
    assert bool(answered["results"]) != bool(answered["button"])


async def test_every_keystroke_is_answered_within_the_limits_of_telegram(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    question = KNOWN["fr"]
    async with running():
        queries = [server.inline_query(anna, question[:length]) for length in range(0, len(question) + 1, 2)]
        calls = await server.called("answerInlineQuery", len(queries))
    answers = [server.answers.inline.answers[query["id"]] for query in queries]
    assert all(call.ok for call in calls)
    for answered in answers:
        assert len(answered["results"]) <= 50
        assert len(set(ids(answered))) == len(ids(answered))
        assert all(1 <= len(each.encode()) <= 64 for each in ids(answered))
        assert answered["is_personal"] == "true"
        assert len(str(answered.get("next_offset", "")).encode()) <= 64
    assert ids(answers[-1])[0] == KNOWN_ENTRY


async def test_the_longest_slug_and_id_are_listed(server: BotApiServer, settings: Settings, anna: Json) -> None:
    slug = "s" * LONGEST_SLUG
    longest = (entry("e" * 39 + end, "bridge", CLOSED, article=slug) for end in "ab")
    library = Library((replace(village(), slug=slug, entries=tuple(longest)),))
    async with started(settings, library):
        answered = await listed(server, anna, "question")
    assert len(answered["results"]) == len(set(ids(answered))) == 2
    assert all(len(each.encode()) <= 64 for each in ids(answered))
    [[[first]], [[second]]] = (result["reply_markup"]["inline_keyboard"] for result in answered["results"])
    assert first["url"] != second["url"]
    assert all(len(url.partition("?start=")[2]) <= 64 for url in (first["url"], second["url"]))


def test_entries_of_slugs_that_differ_in_one_letter_have_results_of_their_own() -> None:
    keys = [f"{letter}{'s' * (LONGEST_SLUG - 1)}/{'e' * 40}" for letter in "ab"]
    found = {result("Title", Reply("en", (MainText("An answer."),), entry_key=key)).id for key in keys}
    assert len(found) == 2
    assert all(len(each.encode()) <= 64 for each in found)


async def test_a_query_that_expired_holds_up_nothing(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    server.expire(server.inline_query(anna, KNOWN["fr"]))
    async with running():
        answered = await listed(server, anna, KNOWN["fr"])
    assert ids(answered)[0] == KNOWN_ENTRY
    assert [call.ok for call in server.calls_of("answerInlineQuery")] == [False, True]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_result_has_a_button_that_opens_the_answer_in_private(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    async with running():
        answered = await listed(server, olha, KNOWN[language])
        [[button]] = answered["results"][0]["reply_markup"]["inline_keyboard"]
        link, _, payload = button["url"].partition("?start=")
        server.message(chat, olha, f"/start {payload}")
        [reply] = await heard(server, chat)
    assert button["text"] == phrases(language)("open-in-private")
    assert link == "https://t.me/SelonTestBot"
    assert reply["text"].startswith(answer(library, language))


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_what_is_sent_inline_reads_like_an_answer_and_leads_to_the_private_chat_alone(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    async with running():
        query = server.inline_query(anna, KNOWN[language])
        await server.called("answerInlineQuery")
        chosen: Any = server.chosen_inline_result(anna, query, KNOWN_ENTRY)
        assert chosen["inline_message_id"] in server.inline
    [message] = server.inline.values()
    assert message["text"].startswith(answer(library, language))
    assert labels(message) == [phrases(language)("open-in-private")]
