"""Several articles: pages that list, find and group them, and replies that say which one they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import Foreseen, every_reply, verdict, village
from two_articles import BRIDGE, BRIDGE_ANSWER, BRIDGE_ONLY, BRIDGE_URL, EITHER, MUSEUM, MUSEUM_ANSWER, many_articles
from two_articles import two_articles as two

from bot.dialogue.actions import (
    BrowseArticle,
    BrowseArticles,
    BrowsePerson,
    BrowseSources,
    OpenEntry,
    ReleaseArticle,
    SettleArticle,
)
from bot.dialogue.articles import ARTICLES_A_PAGE, ArticlePages, ordered
from bot.dialogue.browse import SOURCES_A_PAGE, Browser
from bot.dialogue.conversation import Dialogue
from bot.dialogue.labels import LONGEST_LABEL, cut
from bot.dialogue.parts import Item, Title
from bot.dialogue.question import ChatSettings, Question
from bot.dialogue.reply import Reply
from bot.phrases import LANGUAGES, phrases
from bot.rendering.html import plain
from knowledge.library import ArticleChoice, Library
from knowledge.matcher import Outcome


@pytest.fixture(scope="module")
def dialogue() -> Dialogue:
    """A dialogue over both."""
    return Dialogue(two())


def listed(reply: Reply) -> list[str]:
    """The articles that a page's buttons open."""
    return [button.action.article for button in reply.buttons if isinstance(button.action, BrowseArticle)]


def test_the_current_article_comes_first_then_the_newest() -> None:
    library = many_articles(4)
    assert [each.slug for each in ordered(library)] == ["pont-4", "pont-3", "pont-2", "pont-1"]
    chosen = ArticleChoice(frozenset({"pont-1", "pont-2", "pont-3"}), "pont-2")
    assert [each.slug for each in ordered(library, chosen)] == ["pont-2", "pont-3", "pont-1"]
    assert len(ordered(library, ArticleChoice(frozenset({"gone"})))) == 4


def test_a_chat_talks_of_the_article_answered_from_lately_else_of_the_one_it_has_settled(dialogue: Dialogue) -> None:
    settings = ChatSettings(article=BRIDGE)
    assert dialogue.choice(settings, MUSEUM) == ArticleChoice(None, MUSEUM)
    assert dialogue.choice(settings) == ArticleChoice(None, BRIDGE)
    assert dialogue.choice(ChatSettings(), "gone") == ArticleChoice()
    only = replace(settings, articles=frozenset({MUSEUM, "gone"}))
    assert dialogue.choice(only, BRIDGE) == ArticleChoice(frozenset({MUSEUM}))
    assert dialogue.choice(replace(settings, articles=frozenset({"gone"}))) == ArticleChoice(frozenset())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chat_whose_articles_are_all_gone_is_told_so_and_nothing_of_the_others(
    dialogue: Dialogue, language: str
) -> None:
    none = ArticleChoice(frozenset())
    gone = phrases(language)("articles-gone")
    asked = dialogue.ask(Question(BRIDGE_ONLY, language, none))
    assert (asked.outcome, plain(asked)) == (None, gone), "it is nothing to be reviewed"
    assert dialogue.ask_unasked(Question(BRIDGE_ONLY, language, none)) is None
    assert dialogue.listed(Question(BRIDGE_ONLY, language, none)) == []


def test_two_articles_of_one_title_are_told_apart_by_their_slugs() -> None:
    bridge, museum = two().articles
    dialogue = Dialogue(Library((bridge, replace(museum, title=bridge.title))))
    listing = dialogue.article_pages.articles("en")
    assert listing is not None
    title = bridge.title["en"]
    assert [button.label for button in listing.buttons] == [
        cut(f"{MUSEUM}: {title}"),
        cut(f"{BRIDGE}: {title}"),
    ]
    choice = dialogue.ask(Question(EITHER, "en", ArticleChoice(newest=False)))
    assert [f" · {slug}: " in button.label for button, slug in zip(choice.buttons, (BRIDGE, MUSEUM), strict=False)]


def test_only_the_article_that_is_settled_is_ticked(dialogue: Dialogue) -> None:
    current = ArticleChoice(current=MUSEUM)
    for settled, ticked in ((None, []), (BRIDGE, [BRIDGE])):
        for page in (
            dialogue.article_pages.overview("", "en", current, settled),
            dialogue.act(BrowseArticles(), "en", current, ChatSettings(article=settled)),
        ):
            assert page is not None
            marked = [button.action for button in page.buttons if button.label.startswith("✓")]
            assert marked == [BrowseArticle(slug) for slug in ticked]


def test_a_link_with_an_id_that_several_articles_have_offers_their_entries(dialogue: Dialogue) -> None:
    reply = dialogue.follow("closed", "en")
    assert reply is not None
    assert [button.action for button in reply.buttons] == [OpenEntry(f"{slug}/closed") for slug in (BRIDGE, MUSEUM)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_the_pages_leads_somewhere(dialogue: Dialogue, language: str) -> None:
    settling = SettleArticle | ReleaseArticle
    waiting = [
        dialogue.browse.help(language),
        dialogue.browse.topics(language),
        dialogue.browse.people(language),
        dialogue.browse.sources(language),
        dialogue.article_pages.overview("", language),
    ]
    pressed, seen = set(), 0
    while waiting:
        for button in waiting.pop().buttons:
            if button.action not in pressed and not isinstance(button.action, settling):
                pressed.add(button.action)
                following = dialogue.act(button.action, language)
                assert following is not None, f"{button} leads nowhere"
                waiting.append(following)
                seen += 1
    assert {BrowseArticle(BRIDGE), BrowseArticle(MUSEUM), BrowsePerson(f"{BRIDGE}/mayor")} <= pressed
    assert seen > 15


def test_one_article_has_the_pages_that_it_always_had() -> None:
    dialogue = Dialogue(Library((village(),)))
    assert not [
        button
        for reply in every_reply(dialogue, "en")
        for button in reply.buttons
        if isinstance(button.action, BrowseArticles | BrowseSources | SettleArticle)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_opens_the_card_of_the_only_article(language: str) -> None:
    library = Library((village(),))
    reply = ArticlePages(library).overview("whatever", language)
    served = village().served_language(language)
    assert reply.parts[0] == Title(village().title[served])
    assert phrases(language)("source-entries", entries=7, sentences=6) in plain(reply)


def test_many_articles_are_turned_over_page_by_page() -> None:
    library = many_articles(2 * ARTICLES_A_PAGE + 1)
    pages, seen, number = ArticlePages(library), [], 0
    while (page := pages.articles("en", page=number)) is not None:
        seen.extend(listed(page))
        turns = [button.action.page for button in page.buttons if isinstance(button.action, BrowseArticles)]
        assert turns == [other for other in (number - 1, number + 1) if 0 <= other < 3]
        number += 1
    assert seen == [article.slug for article in library.newest_first]
    assert pages.articles("en", page=-1) is None


def test_the_articles_of_a_group_alone_are_listed_and_the_settled_one_is_marked() -> None:
    choice = ArticleChoice(frozenset({"pont-1", "pont-3"}), "pont-1")
    page = ArticlePages(many_articles(4)).overview("", "en", choice, "pont-1")
    assert [button.label for button in page.buttons] == ["Bridge number 3", "✓ Bridge number 1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("clocks", MUSEUM),
        ("CLOKCS", MUSEUM),
        ("horloges", MUSEUM),
        ("vallée info", BRIDGE),
        ("rust", BRIDGE),
        ("museum of", MUSEUM),
    ],
)
def test_words_find_an_article_by_title_publisher_and_questions(words: str, found: str) -> None:
    card = ArticlePages(two()).overview(words, "en")
    assert SettleArticle(found) in [button.action for button in card.buttons]


def test_words_that_fit_several_articles_list_the_first_and_count_the_others() -> None:
    pages = ArticlePages(many_articles(ARTICLES_A_PAGE + 3))
    found = pages.overview("bridge", "en")
    assert len(listed(found)) == ARTICLES_A_PAGE
    assert plain(found).endswith(phrases("en")("articles-more", count=3))
    assert listed(pages.overview("xyzzy", "en")) == []


def test_a_card_says_whether_its_article_is_settled() -> None:
    pages = ArticlePages(two())
    for settled, action in (
        (None, SettleArticle(BRIDGE)),
        (MUSEUM, SettleArticle(BRIDGE)),
        (BRIDGE, ReleaseArticle(BRIDGE)),
    ):
        card = pages.article(BRIDGE, "en", settled)
        assert card is not None
        assert action in [button.action for button in card.buttons]
    assert pages.article("gone", "en") is None


def test_sources_of_many_articles_fill_several_pages() -> None:
    browser = Browser(many_articles(SOURCES_A_PAGE + 1))
    for number, count in ((0, SOURCES_A_PAGE), (1, 1)):
        page = browser.sources_page(number, "en")
        assert page is not None
        assert sum(isinstance(part, Item) for part in page.parts) == count
    assert browser.sources_page(2, "en") is None


def test_a_person_s_page_is_of_one_article_and_leads_to_the_others_of_that_name() -> None:
    page = Browser(two()).person(f"{BRIDGE}/mayor", 0, "en")
    assert page is not None
    assert BRIDGE_ANSWER in plain(page)
    assert MUSEUM_ANSWER not in plain(page)
    assert BrowsePerson(f"{MUSEUM}/mayor") in [button.action for button in page.buttons]
    both = Browser(two()).person("mayor", 0, "en")
    assert both is not None, "buttons of earlier versions name the person alone"


def test_a_thousand_articles_do_not_make_pages_longer_than_telegram_takes() -> None:
    browser = Browser(many_articles(28))
    for page in (browser.topics("en"), browser.people("en"), browser.sources("en"), browser.help("en")):
        assert len(page.buttons) < 20
        assert len(plain(page)) < 4096


# Which article a reply is of.


def test_a_choice_over_several_articles_has_their_titles_on_its_buttons_and_fits() -> None:
    library = two()
    over_both = Foreseen(library, verdict(Outcome.CHOOSE, {f"{BRIDGE}/closed": 90, f"{MUSEUM}/closed": 89}, "en"))
    labels = [button.label for button in over_both.ask(Question(EITHER)).buttons[:2]]
    assert all(len(label) <= LONGEST_LABEL for label in labels)
    assert labels == ["Since when has… · The bridge…", "Since when has… · The museum…"]
    over_one = Foreseen(library, verdict(Outcome.CHOOSE, {f"{BRIDGE}/closed": 90, f"{BRIDGE}/rust": 89}, "en"))
    assert [button.label for button in over_one.ask(Question(EITHER)).buttons[:2]] == [
        library.title(f"{BRIDGE}/{each}", "en") for each in ("closed", "rust")
    ]


def test_where_nobody_knows_which_article_is_talked_of_a_choice_is_offered(dialogue: Dialogue) -> None:
    reply = dialogue.ask(Question(EITHER, "en", ArticleChoice(newest=False)))
    assert reply.outcome is Outcome.CHOOSE


@pytest.mark.parametrize("language", LANGUAGES)
def test_silence_is_that_of_several_articles_or_of_the_only_one(language: str) -> None:
    dialogue = Foreseen(two(), verdict(Outcome.ABSTAIN, {}, language))
    served = "en" if language not in ("fr", "en") else language
    for among, key in ((None, "abstain-many"), (frozenset({BRIDGE}), "abstain")):
        reply = dialogue.ask(Question("?", choice=ArticleChoice(among)))
        assert phrases(served)(key) in plain(reply)


def test_a_link_outside_of_what_a_group_is_answered_from_selects_nothing(dialogue: Dialogue) -> None:
    choice = ArticleChoice(frozenset({MUSEUM}))
    reply = dialogue.ask(Question(f"{EITHER} {BRIDGE_URL}", "en", choice))
    assert reply.entry_key == f"{MUSEUM}/closed"


def test_a_vote_is_scored_with_its_own_article(dialogue: Dialogue) -> None:
    assert dialogue.candidate(Question(BRIDGE_ONLY), f"{BRIDGE}/closed").score > 90


def test_a_list_of_answers_is_grouped_by_article(dialogue: Dialogue) -> None:
    replies = dialogue.listed(Question("", "en", ArticleChoice(current=BRIDGE)))
    assert [reply.entry_key for reply in replies] == [f"{BRIDGE}/closed", f"{MUSEUM}/closed"]
    assert dialogue.article_title(replies[0]) == "The bridge at Valmorel is closed"
    assert (
        Dialogue(Library((village(),))).article_title(Dialogue(Library((village(),))).answer("pont/vote", "en")) is None
    )


@pytest.mark.parametrize("payload", ["", "_", "pont", "pont_", "pont_gone", "a" * 64, "é", "<b>"])
def test_a_link_that_names_no_entry_leads_nowhere(dialogue: Dialogue, payload: str) -> None:
    assert dialogue.follow(payload, "en") is None


@pytest.mark.parametrize("along", ["@news_bot", "https://elsewhere.example/a", "+380 67 123 45 67"])
def test_a_link_beside_what_is_no_word_shows_the_article_too(along: str) -> None:
    reply = Dialogue(two()).ask(Question(f"{along} {BRIDGE_URL}", "en"))
    assert reply == Dialogue(two()).ask(Question(BRIDGE_URL, "en"))


@pytest.mark.parametrize("text", [BRIDGE_ONLY, EITHER])
def test_a_link_to_elsewhere_beside_a_question_changes_nothing(text: str) -> None:
    dialogue = Dialogue(two())
    assert dialogue.match(Question(f"{text} https://elsewhere.example/musee")) == dialogue.match(Question(text))
