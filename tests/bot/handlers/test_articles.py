"""Several articles on Telegram: the one that a chat talks of answers, links and buttons lead to each."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import LANGUAGES, Json, edited, heard, labels, toasts
from people import Place
from running import Running, Sealed
from two_articles import (
    BRIDGE,
    BRIDGE_ANSWER,
    BRIDGE_ONLY,
    BRIDGE_URL,
    EITHER,
    MUSEUM,
    MUSEUM_ANSWER,
    MUSEUM_ONLY,
    MUSEUM_URL,
    NEITHER,
    two_articles,
)

from bot.dialogue.articles import ArticlePages
from bot.dialogue.labels import cut
from bot.dialogue.recent_articles import RECENT_SECONDS
from bot.phrases import phrases
from bot.rendering.html import plain
from bot.settings import Settings
from bot.store.chats import StoredSettings
from bot.store.store import open_store
from knowledge.library import Library

Rows = Callable[[str], list[tuple[Any, ...]]]
EN = phrases("en")
# Characters of a title that a button shows in any case.
CUT = 10


@pytest.fixture(scope="module")
def library() -> Library:
    """The bridge, and the museum, which is newer."""
    return two_articles()


def text_of(message: Json) -> str:
    """The answer itself, without what stands below it."""
    return str(message["text"]).split("\n", 1)[0]


def title(library: Library, slug: str, language: str = "en") -> str:
    """The title of an article."""
    return library.by_slug[slug].title[language]


def label(library: Library, slug: str, language: str = "en") -> str:
    """The title of an article as buttons have it."""
    return cut(title(library, slug, language))


async def settled(settings: Settings) -> dict[int, StoredSettings]:
    """Return the articles that the database has for chats."""
    with open_store(settings.database_url) as store:
        return await store.chats.all_settings()


# Which article.


async def test_a_question_that_names_no_article_is_about_the_newest_until_another_was_answered_from(
    server: BotApiServer, running: Running, boris: Json
) -> None:
    chat = server.private(boris)
    async with running():
        for number, question in enumerate((EITHER, BRIDGE_ONLY, EITHER, MUSEUM_ONLY, EITHER), start=1):
            server.message(chat, boris, question)
            await heard(server, chat, number)
        replies = await heard(server, chat, 5)
    assert [text_of(reply) for reply in replies] == [
        MUSEUM_ANSWER,
        BRIDGE_ANSWER,
        BRIDGE_ANSWER,
        MUSEUM_ANSWER,
        MUSEUM_ANSWER,
    ]
    assert title(two_articles(), BRIDGE) in replies[2]["text"], "the source line names the article"


@pytest.mark.parametrize(("seconds", "answered"), [(-2, BRIDGE_ANSWER), (1, MUSEUM_ANSWER)])
async def test_an_answer_of_half_an_hour_ago_tells_nothing_any_more(
    server: BotApiServer, running: Running, boris: Json, seconds: int, answered: str
) -> None:
    chat, now = server.private(boris), int(time.time())
    server.message(chat, boris, BRIDGE_ONLY, date=now - RECENT_SECONDS - seconds)
    server.message(chat, boris, EITHER, date=now)
    async with running():
        [_, reply] = await heard(server, chat, 2)
    assert text_of(reply) == answered


async def test_another_chat_and_another_topic_talk_of_articles_of_their_own(
    server: BotApiServer, running: Running, boris: Json
) -> None:
    forum = server.group("Débat", forum=True)
    one, other = server.topic(forum, "One"), server.topic(forum, "Other")
    async with running():
        server.message(forum, boris, f"/ask {BRIDGE_ONLY}", thread=one)
        await heard(server, forum, 1)
        server.message(forum, boris, f"/ask {EITHER}", thread=other)
        _, reply = await heard(server, forum, 2)
    assert text_of(reply) == MUSEUM_ANSWER


async def test_an_opened_answer_is_what_is_talked_of(
    server: BotApiServer, running: Running, sealed: Sealed, boris: Json
) -> None:
    chat = server.private(boris)
    server.message(chat, boris, f"/start {BRIDGE}_rust")
    async with running():
        await heard(server, chat, 1)
        server.message(chat, boris, EITHER)
        _, reply = await heard(server, chat, 2)
    assert text_of(reply) == BRIDGE_ANSWER


@pytest.mark.parametrize(
    ("url", "answered"),
    [
        (BRIDGE_URL, BRIDGE_ANSWER),
        ("http://vallee-info.example/2024/pont/?utm_source=tg&fbclid=x#comments", BRIDGE_ANSWER),
        (f"{MUSEUM_URL}&gclid=1", MUSEUM_ANSWER),
    ],
)
@pytest.mark.parametrize("place", ["supergroup", "topic"], indirect=True)
async def test_a_link_in_the_message_that_is_replied_to_selects_its_article(
    server: BotApiServer, running: Running, place: Place, anna: Json, boris: Json, url: str, answered: str
) -> None:
    shared = server.message(place.chat, anna, f"Look at this: {url}", thread=place.thread)
    server.message(place.chat, boris, f"/ask {EITHER}", reply_to=shared)
    async with running():
        [reply] = await heard(server, place.chat)
    assert text_of(reply) == answered


async def test_a_link_in_the_question_selects_its_article_and_is_no_word_of_it(
    server: BotApiServer, running: Running, boris: Json
) -> None:
    chat = server.private(boris)
    hidden = [{"type": "text_link", "offset": 0, "length": 5, "url": BRIDGE_URL}]
    server.message(chat, boris, f"{EITHER} {BRIDGE_URL}")
    server.message(chat, boris, EITHER, entities=hidden)
    server.message(chat, boris, f"{MUSEUM_ONLY} {BRIDGE_URL}")
    async with running():
        replies = await heard(server, chat, 3)
    assert [text_of(reply) for reply in replies][:2] == [BRIDGE_ANSWER] * 2
    assert MUSEUM_ANSWER not in replies[2]["text"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_link_alone_is_answered_with_the_card_of_its_article(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    server.message(chat, olha, f"{BRIDGE_URL}?utm_campaign=x")
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"] == plain(ArticlePages(library).card(library.by_slug[BRIDGE], language))


async def test_a_reply_to_an_answer_is_about_its_article_and_may_turn_to_the_other(
    server: BotApiServer, running: Running, boris: Json
) -> None:
    chat = server.private(boris)
    async with running():
        server.message(chat, boris, BRIDGE_ONLY)
        [first] = await heard(server, chat)
        server.message(chat, boris, MUSEUM_ONLY)
        await heard(server, chat, 2)
        server.message(chat, boris, EITHER, reply_to=first)
        await heard(server, chat, 3)
        server.message(chat, boris, MUSEUM_ONLY, reply_to=first)
        replies = await heard(server, chat, 4)
    assert [text_of(reply) for reply in replies[2:]] == [BRIDGE_ANSWER, MUSEUM_ANSWER]


# Links to the bot, and buttons.


@pytest.mark.parametrize(
    ("payload", "answered"), [(f"{BRIDGE}_closed", BRIDGE_ANSWER), (f"{MUSEUM}_closed", MUSEUM_ANSWER)]
)
async def test_a_link_to_the_bot_names_article_and_entry(
    server: BotApiServer, running: Running, boris: Json, payload: str, answered: str
) -> None:
    chat = server.private(boris)
    server.message(chat, boris, f"/start {payload}")
    async with running():
        [reply] = await heard(server, chat)
    assert text_of(reply) == answered


async def test_an_earlier_link_opens_what_has_its_id_or_offers_the_entries_that_have(
    server: BotApiServer, running: Running, boris: Json
) -> None:
    chat = server.private(boris)
    server.message(chat, boris, "/start rust")
    server.message(chat, boris, "/start closed")
    async with running():
        opened, offered = await heard(server, chat, 2)
    assert text_of(opened) == "Rust has eaten two pillars."
    assert offered["text"] == EN("choose"), "two articles have it"
    assert len(labels(offered)) == 2


async def test_entries_of_the_same_id_have_buttons_and_votes_of_their_own(
    server: BotApiServer, running: Running, rows: Rows, boris: Json
) -> None:
    chat = server.private(boris)
    async with running():
        for number, question in enumerate((BRIDGE_ONLY, MUSEUM_ONLY), start=1):
            server.message(chat, boris, question)
            *_, reply = await heard(server, chat, number)
            server.press(boris, reply, "👍")
            await toasts(server, number)
    assert sorted(rows("SELECT entry_id FROM votes")) == [(f"{MUSEUM}/closed",), (f"{BRIDGE}/closed",)]


# /articles.


@pytest.mark.parametrize("language", LANGUAGES)
async def test_articles_lists_them_and_opens_a_card_from_which_one_is_settled(
    server: BotApiServer, running: Running, settings: Settings, library: Library, language: str
) -> None:
    olha, words = server.user(31, "Olha", language_code=language), phrases(language)
    chat, served = server.private(olha), library.articles[0].served_language(language)
    server.message(chat, olha, "/articles")
    async with running():
        [page] = await heard(server, chat)
        assert labels(page) == [label(library, slug, served) for slug in (MUSEUM, BRIDGE)]
        server.press(olha, page, label(library, BRIDGE, served))
        await edited(server)
        [card] = await heard(server, chat)
        assert words("source-publisher", publisher="Vallée Info") in card["text"]
        server.press(olha, card, words("article-settle"))
        await edited(server, 2)
        [card] = await heard(server, chat)
        assert words("article-release") in labels(card)
        assert (await toasts(server, 2))[-1] == words("article-settled")
        server.message(chat, olha, "c'est fermé depuis quand")
        _, answered = await heard(server, chat, 2)
        assert title(library, BRIDGE, "fr") in answered["text"]
    assert (await settled(settings))[31].article == BRIDGE


async def test_what_is_settled_can_be_released(
    server: BotApiServer, running: Running, settings: Settings, boris: Json
) -> None:
    chat = server.private(boris)
    server.message(chat, boris, "/articles pillars")
    async with running():
        [card] = await heard(server, chat)
        server.press(boris, card, EN("article-settle"))
        await edited(server)
        [card] = await heard(server, chat)
        server.press(boris, card, EN("article-release"))
        await edited(server, 2)
        server.message(chat, boris, EITHER)
        _, reply = await heard(server, chat, 2)
    assert text_of(reply) == MUSEUM_ANSWER
    assert (await settled(settings)) == {8: StoredSettings(None, ambient=False, repeat_seconds=600)}


@pytest.mark.parametrize("place", ["group", "supergroup", "topic"], indirect=True)
async def test_in_a_group_its_administrators_alone_settle_the_article(
    server: BotApiServer, running: Running, settings: Settings, library: Library, place: Place, boris: Json, root: Json
) -> None:
    server.member(place.chat, boris)
    server.administrator(place.chat, root)
    server.message(place.chat, boris, "/articles bridge", thread=place.thread)
    async with running():
        [card] = await heard(server, place.chat)
        server.press(boris, card, EN("article-settle"))
        assert await toasts(server) == [EN("settings-administrators")]
        server.press(root, card, EN("article-settle"))
        await edited(server)
        server.message(place.chat, boris, f"/ask {EITHER}", thread=place.thread)
        _, reply = await heard(server, place.chat, 2)
    assert text_of(reply) == BRIDGE_ANSWER
    assert (await settled(settings))[place.chat["id"]].article == BRIDGE


@pytest.mark.parametrize("command", ["/topics", "/who", "/sources", "/start"])
async def test_pages_begin_with_the_article_that_is_talked_of(
    server: BotApiServer, running: Running, library: Library, boris: Json, command: str
) -> None:
    chat = server.private(boris)
    async with running():
        server.message(chat, boris, command)
        [newest] = await heard(server, chat)
        server.message(chat, boris, BRIDGE_ONLY)
        await heard(server, chat, 2)
        server.message(chat, boris, command)
        *_, current = await heard(server, chat, 3)

    def first(page: Json) -> str:
        shown = f"{page['text']}\n{labels(page)}"
        return min((BRIDGE, MUSEUM), key=lambda slug: shown.index(title(library, slug)[:CUT]))

    assert (first(newest), first(current)) == (MUSEUM, BRIDGE)


async def test_inline_mode_without_words_begins_with_the_article_that_is_talked_of(
    server: BotApiServer, running: Running, library: Library, boris: Json
) -> None:
    chat, answers = server.private(boris), server.answers.inline.answers
    async with running():
        server.message(chat, boris, BRIDGE_ONLY)
        await heard(server, chat)
        query = server.inline_query(boris, "")
        answered = await server.until(lambda: answers.get(query["id"], {}), what="results")
    assert [result["id"].split("/")[0] for result in answered["results"]] == [BRIDGE, MUSEUM]
    assert answered["results"][0]["description"].endswith(title(library, BRIDGE))


# The articles of a group.


@pytest.mark.parametrize("place", ["group", "supergroup", "topic"], indirect=True)
async def test_a_group_is_answered_from_the_articles_that_it_chooses(
    server: BotApiServer, running: Running, settings: Settings, library: Library, place: Place, root: Json
) -> None:
    server.administrator(place.chat, root)
    server.message(place.chat, root, "/language en", thread=place.thread)
    async with running():
        await heard(server, place.chat, 1)
        server.message(place.chat, root, "/settings", thread=place.thread)
        _, page = await heard(server, place.chat, 2)
        server.press(root, page, EN("settings-articles"))
        await edited(server)
        _, page = await heard(server, place.chat, 2)
        assert labels(page)[:3] == [
            f"✓ {EN('settings-articles-all')}",
            *(label(library, each) for each in (MUSEUM, BRIDGE)),
        ]
        server.press(root, page, label(library, BRIDGE))
        await edited(server, 2)
        _, page = await heard(server, place.chat, 2)
        assert labels(page)[:3] == [EN("settings-articles-all"), label(library, MUSEUM), f"✓ {label(library, BRIDGE)}"]
        assert (await toasts(server, 2))[-1] == f"✓ {EN('settings-articles')}: {title(library, BRIDGE)}"
        server.message(place.chat, root, f"/ask {EITHER}", thread=place.thread)
        await heard(server, place.chat, 3)
        server.message(place.chat, root, f"/ask {NEITHER}", thread=place.thread)
        *_, answered, silence = await heard(server, place.chat, 4)
        assert text_of(answered) == BRIDGE_ANSWER
        assert title(library, BRIDGE) in silence["text"], "there is but one article here"
    assert (await settled(settings))[place.chat["id"]].articles == frozenset({BRIDGE})
    async with running():
        server.press(root, page, EN("settings-articles-all"))
        await edited(server, 3)
    assert (await settled(settings))[place.chat["id"]].articles is None


async def test_members_do_not_choose_the_articles_of_a_group(
    server: BotApiServer, running: Running, settings: Settings, library: Library, boris: Json, root: Json
) -> None:
    group = server.group("Débat")
    server.member(group, boris)
    server.administrator(group, root)
    server.message(group, root, "/settings")
    async with running():
        [page] = await heard(server, group)
        server.press(root, page, phrases("ru")("settings-articles"))
        await edited(server)
        [page] = await heard(server, group)
        server.press(boris, page, library.by_slug[BRIDGE].title["fr"])
        assert (await toasts(server, 2))[-1] == phrases("ru")("settings-administrators")
    assert await settled(settings) == {}


@pytest.mark.slow
async def test_what_a_group_has_settled_about_articles_moves_with_it(
    server: BotApiServer, running: Running, settings: Settings, rows: Rows, boris: Json
) -> None:
    group = server.group("Débat", supergroup=False)
    with open_store(settings.database_url) as store:
        await store.chats.put_settings(
            group["id"], StoredSettings(article=BRIDGE, articles=frozenset({BRIDGE, MUSEUM}))
        )
    async with running():
        await server.until(lambda: server.is_polled)
        supergroup = server.migrate(group)
        await server.until(lambda: rows("SELECT * FROM chats WHERE moved_to IS NOT NULL"), what="the move")
        server.message(supergroup, boris, f"/ask {EITHER}")
        [reply] = await heard(server, supergroup)
    assert text_of(reply) == BRIDGE_ANSWER


async def test_a_group_whose_articles_are_all_gone_is_told_so_until_an_administrator_chooses_others(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, root: Json
) -> None:
    group = server.group("Débat")
    with open_store(settings.database_url) as store:
        await store.chats.put_settings(group["id"], StoredSettings(article="gone", articles=frozenset({"gone"})))
    server.administrator(group, root)
    async with running():
        for number, typed in enumerate((f"/ask {BRIDGE_ONLY}", "/topics", "/help"), start=1):
            server.message(group, boris, typed)
            *_, reply = await heard(server, group, number)
            assert reply["text"] == EN("articles-gone")
        server.message(group, boris, BRIDGE_ONLY, reply_to=reply)
        server.message(group, root, "/settings")
        *_, page = await heard(server, group, 4)
        own = phrases("ru")
        line = own("settings-line", name=own("settings-articles"), value=own("settings-articles-gone"))
        assert line in labels(page), "nothing was said to a mere reply"
        server.press(root, page, line)
        await edited(server)
        *_, page = await heard(server, group, 4)
        assert not any(label.startswith("✓") for label in labels(page))
        server.press(root, page, labels(page)[2])
        await edited(server, 2)
        server.message(group, boris, f"/ask {EITHER}")
        *_, reply = await heard(server, group, 5)
    assert text_of(reply) == BRIDGE_ANSWER
