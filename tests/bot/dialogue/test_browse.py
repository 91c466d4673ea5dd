"""Topics, people, sources and help: everything that the library holds, page by page, and nothing beyond."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from invented import REOPENS, crowded, entry, village

from bot.dialogue.actions import (
    Action,
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    OpenEntry,
    ShowHelp,
    ShowPrivacy,
)
from bot.dialogue.attribution import events
from bot.dialogue.browse import COMMANDS, QUESTIONS_A_PAGE, STATEMENTS_A_PAGE, Browser
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Footnote, Item, MainText, Title
from bot.dialogue.reply import Reply
from bot.phrases import LANGUAGES, phrases, quoted
from bot.rendering.html import plain
from knowledge.library import ArticleChoice, Library
from knowledge.model import Article, ArticleDate, Outlet, Person, Statement
from knowledge.shape import LONGEST_BUTTON


def opened(reply: Reply) -> list[str]:
    """Return the entries that a page's buttons open."""
    return [button.action.entry_key for button in reply.buttons if isinstance(button.action, OpenEntry)]


def turned_to(reply: Reply) -> list[int]:
    """Return the pages that a page's buttons turn to."""
    return [button.action.page for button in reply.buttons if isinstance(button.action, BrowseTopic | BrowsePerson)]


def items(reply: Reply) -> list[Item]:
    """Return the items of a page."""
    return [part for part in reply.parts if isinstance(part, Item)]


def lines(reply: Reply) -> str:
    """Return the items of a page with their details, a line each."""
    return "\n".join(line for item in items(reply) for line in (item.text, *item.details))


def statements_of(article: Article, speaker: str) -> set[Statement]:
    """Return what a person says in an article, or an outlet reports in it."""
    said = {statement for entry in article.entries for statement in entry.statements}
    return {statement for statement in said if (statement.speaker or statement.via) == speaker}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_button_with_its_label_and_the_number_of_its_questions(
    library: Library, language: str
) -> None:
    article = library.articles[0]
    reply = Browser(library).topics(language)
    assert reply.language == language
    for button, topic in zip(reply.buttons[:-1], article.topics, strict=True):
        count = sum(entry.topic == topic for entry in article.entries)
        assert button.action == BrowseTopic(f"{article.slug}/{topic}")
        assert button.label.startswith(article.topics[topic][language])
        assert str(count) in button.label
    assert reply.buttons[-1].action == BrowsePeople()


def test_the_pages_of_the_topics_open_every_entry_once(library: Library) -> None:
    browser = Browser(library)
    seen: list[str] = []
    for button in browser.topics("ru").buttons:
        if isinstance(button.action, BrowseTopic):
            page = 0
            while (reply := browser.topic(button.action.topic, page, "ru")) is not None:
                seen.extend(opened(reply))
                page += 1
    assert sorted(seen) == sorted(library.entries)


def test_a_topic_with_more_questions_than_a_page_is_turned_both_ways() -> None:
    browser = Browser(Library((crowded(2 * QUESTIONS_A_PAGE + 1),)))
    pages = [browser.topic("pont/bridge", page, "fr") for page in range(3)]
    assert [turned_to(page) for page in pages if page] == [[1], [0, 2], [1]]
    assert [len(opened(page)) for page in pages if page] == [QUESTIONS_A_PAGE, QUESTIONS_A_PAGE, 1]
    labels = [button.label for button in pages[1].buttons] if pages[1] else []
    assert len(set(labels)) == len(labels), "back and on are worded differently"


@pytest.mark.parametrize("page", [-1, 1, 2, 10**9])
def test_a_page_beyond_the_questions_of_a_topic_is_none(page: int) -> None:
    browser = Browser(Library((crowded(QUESTIONS_A_PAGE),)))
    assert browser.topic("pont/bridge", 0, "fr") is not None
    assert browser.topic("pont/bridge", page, "fr") is None


def test_a_full_page_alone_has_nothing_to_turn_to() -> None:
    page = Browser(Library((crowded(QUESTIONS_A_PAGE),))).topic("pont/bridge", 0, "fr")
    assert page is not None
    assert turned_to(page) == []
    assert page.buttons[-1].action == BrowseTopics()


@pytest.mark.parametrize("key", ["", "bridge", "pont/", "pont/gone", "gone/bridge"])
def test_a_topic_that_is_not_there_is_none(key: str) -> None:
    assert Browser(Library((village(),))).topic(key, 0, "fr") is None


def test_a_topic_of_one_article_does_not_list_those_of_another() -> None:
    other = replace(village(), slug="autre", entries=(entry("elsewhere", "bridge", REOPENS, article="autre"),))
    browser = Browser(Library((village(), other)))
    page = browser.topic("autre/bridge", 0, "fr")
    assert page is not None
    assert opened(page) == ["autre/elsewhere"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_who_is_quoted_has_a_button_with_the_number_of_statements(library: Library, language: str) -> None:
    article = library.articles[0]
    quoted_people = {button.action.person: button.label for button in Browser(library).people(language).buttons
                     if isinstance(button.action, BrowsePerson)}  # fmt: skip
    bearers: dict[str, Person | Outlet] = {**article.people, **article.outlets}
    assert quoted_people.keys() == {key for key in bearers if statements_of(article, key)}
    for person, label in quoted_people.items():
        assert label.startswith(bearers[person].name[language])
    counts = {person: int(re.sub(r"\D", "", label)) for person, label in quoted_people.items()}
    assert counts == {"trump": 5, "zelensky": 2, "hegseth": 4, "peskov": 1, "kremlin": 2, "cnn": 2}


def test_somebody_who_is_only_named_is_not_among_the_people_quoted(library: Library) -> None:
    assert "fogel" in library.articles[0].people
    assert Browser(library).person("fogel", 0, "fr") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_of_a_person_has_venue_relay_quote_and_translation(library: Library, language: str) -> None:
    article = library.articles[0]
    browser = Browser(library)
    for key, person in article.people.items():
        shown: list[Item] = []
        page = 0
        while (reply := browser.person(key, page, language)) is not None:
            title = reply.parts[0]
            assert isinstance(title, Title)
            assert person.name[language] in title.text
            assert person.role is None or person.role[language] in title.text
            shown.extend(items(reply))
            page += 1
        assert len({item.text for item in shown}) == len(shown), "an answer stands once"
        assert all(person.name[language] not in item.details[-1] for item in shown), "the page's title has the name"
        for statement in statements_of(article, key):
            answers = {one.answers[language] for one in article.entries if statement in one.statements}
            shown_with = ["\n".join(item.details) for item in shown if item.text in answers]
            wanted = [f"§ {article.paragraphs[statement.sentence]}", *facts(article, statement, language)]
            assert any(all(fact in details for fact in wanted) for details in shown_with)


@pytest.mark.parametrize(
    ("speaker", "entries"),
    [
        ("kremlin", ["kremlin-confirmed", "kremlin-welcomed"]),
        ("cnn", ["zelensky-told", "zelensky-promised"]),
        ("zelensky", ["zelensky-reaction"]),
        ("peskov", ["peskov-said"]),
        ("hegseth", ["nato-hegseth", "borders-illusory", "borders-allies", "borders-consequences"]),
        ("trump", ["talks-announced", "peace-path", "peace-wanted", "nato-trump", "nato-agrees-with-russians"]),
    ],
)
def test_nothing_that_somebody_said_is_lost(library: Library, speaker: str, entries: list[str]) -> None:
    reply = Browser(library).person(speaker, 0, "fr")
    assert reply is not None
    assert [item.text for item in items(reply)] == [
        library.entries[f"appel-trump-poutine/{entry}"].answers["fr"] for entry in entries
    ]


def test_an_outlet_that_reports_by_itself_stands_after_the_people() -> None:
    buttons = Browser(Library((village(),))).people("en").buttons
    assert [button.action for button in buttons] == [BrowsePerson(key) for key in ("mayor", "council", "gazette")]
    page = Browser(Library((village(),))).person("gazette", 0, "en")
    assert page is not None
    assert page.parts[0] == Title("The Gazette")
    assert Browser(Library((village(),))).person("radio", 0, "en") is None, "it relays what others say"


def facts(article: Article, statement: Statement, language: str) -> list[str]:
    """Return what has to stand below a statement."""
    found = []
    if statement.venue:
        found.append(article.venues[statement.venue][language])
    if statement.via:
        found.append(article.outlets[statement.via].name[language])
    if statement.quote_line:
        found.append(quoted(statement.quote_line, article.language))
        if language != article.language:
            found.append(phrases(language).quoted(str(article.translation(statement, language))))
    return found


def test_a_statement_with_no_venue_or_relay_shows_none_of_another(library: Library) -> None:
    reply = Browser(library).person("peskov", 0, "en")
    assert reply is not None
    article = library.articles[0]
    for venue in article.venues.values():
        assert venue["en"] not in lines(reply)
    for outlet in article.outlets.values():
        assert outlet.name["en"] not in lines(reply)


def test_a_person_who_said_much_is_turned_page_by_page() -> None:
    browser = Browser(Library((crowded(2 * STATEMENTS_A_PAGE + 1),)))
    pages = [browser.person("mayor", page, "fr") for page in range(3)]
    assert [turned_to(page) for page in pages if page] == [[1], [0, 2], [1]]
    assert [len(items(page)) for page in pages if page] == [STATEMENTS_A_PAGE, STATEMENTS_A_PAGE, 1]


@pytest.mark.parametrize("page", [-1, 1, 10**9])
def test_a_page_beyond_what_a_person_said_is_none(page: int) -> None:
    browser = Browser(Library((crowded(STATEMENTS_A_PAGE),)))
    assert browser.person("mayor", 0, "fr") is not None
    assert browser.person("mayor", page, "fr") is None


def test_of_several_articles_the_people_of_one_stand_together_with_a_way_to_those_of_the_others() -> None:
    zoe = replace(village().people["mayor"], id="zoe")
    second = replace(
        village(),
        slug="autre",
        people={"zoe": zoe},
        entries=(entry("elsewhere", "bridge", replace(REOPENS, speaker="zoe"), article="autre"),),
    )
    browser = Browser(Library((village(), second)))
    mine = [BrowsePerson(f"pont/{key}") for key in ("mayor", "council", "gazette")]
    others = [BrowsePerson("autre/zoe")]
    for current, listed, other in (("pont", mine, "autre"), ("autre", others, "pont")):
        page = browser.people("fr", ArticleChoice(current=current))
        assert [button.action for button in page.buttons] == [*listed, BrowseArticlePeople(other), BrowseArticles()]


def test_what_a_person_says_in_two_articles_stands_on_one_page() -> None:
    second = replace(village(), slug="autre", entries=(entry("elsewhere", "bridge", REOPENS, article="autre"),))
    page = Browser(Library((village(), second))).person("mayor", 0, "fr")
    assert page is not None
    assert [item.text for item in items(page)].count("Réponse elsewhere.") == 1
    assert len(items(page)) == len(statements_of(village(), "mayor")) + 1


def test_a_reader_of_a_language_that_is_not_served_sees_one_form_of_a_name() -> None:
    mayor = replace(village().people["mayor"], name={"en": "Mrs Odile Marchand", "fr": "Odile Marchand"})
    page = Browser(Library((replace(village(), people={"mayor": mayor}, topics={}),))).person("mayor", 0, "uk")
    assert page is not None
    title = page.parts[0]
    assert isinstance(title, Title)
    assert title.text.startswith("Odile Marchand"), "the article speaks for itself, in its own language"
    assert "Marchand" not in lines(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_of_an_article_is_said_and_not_guessed(library: Library, language: str) -> None:
    reply = Browser(library).sources(language)
    article = library.articles[0]
    words = phrases(language)
    assert article.title[language] in lines(reply)
    missing = ", ".join(words(f"missing-{name}") for name in ("year", "place", "publisher", "author", "link"))
    assert lines(reply).count(words("source-unknown", missing=missing)) == 1
    dated = str(events(article, words))
    assert dated[0].upper() + dated[1:] in lines(reply)
    for fact in ("AP", "CNN", str(len(article.entries)), str(len(article.paragraphs))):
        assert fact in lines(reply)
    assert not [part for part in reply.parts if isinstance(part, Footnote)], "there is no address to link to"


def test_what_is_known_of_an_article_is_said() -> None:
    article = replace(
        village(),
        publisher="Le Courrier",
        author="Jo Martin",
        url="https://example.org/pont",
        place={"fr": "Valmorel-du-Lac", "en": "Valmorel on the lake"},
        date=ArticleDate(3, 5, 2021),
    )
    reply = Browser(Library((article,))).sources("en")
    for fact in ("Le Courrier", "Jo Martin", "Valmorel on the lake", "3 May 2021", "Valley Radio, The Gazette"):
        assert fact in lines(reply)
    assert "Not stated" not in lines(reply)
    assert Footnote("https://example.org/pont", "https://example.org/pont") in reply.parts


def test_an_article_that_credits_nobody_and_has_no_date_says_both() -> None:
    article = replace(village(), outlets={}, entries=(village().entries[0],), date=ArticleDate(None, None, None))
    reply = Browser(Library((article,))).sources("en")
    assert phrases("en")("source-no-outlets") in lines(reply)
    assert "Not stated: date, place" in lines(reply)


def test_a_text_that_gives_its_year_alone_is_not_said_to_be_without_a_date() -> None:
    article = replace(village(), date=ArticleDate(None, None, 2021))
    reply = Browser(Library((article,))).sources("en")
    assert "Not stated: place" in lines(reply), "the date and the year would stand before it"
    assert "2021" in lines(reply)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lists_each_command_and_an_example_in_each_language(library: Library, language: str) -> None:
    reply, [article] = Browser(library).help(language), library.articles
    for command in COMMANDS:
        assert f"/{command} — {phrases(language)(f'command-{command}')}" in lines(reply)
    asked = next(item for item in items(reply) if item.text == phrases(language)("welcome-ask"))
    assert len(asked.details) == len(article.served)
    for code, example in zip(article.served, asked.details, strict=True):
        assert example in {entry.title(code) for entry in article.entries}
    assert article.title[language] in lines(reply)
    assert BrowseArticle(article.slug) in [button.action for button in reply.buttons]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_tells_the_article_in_one_sentence_and_lists_no_commands(library: Library, language: str) -> None:
    [article] = library.articles
    assert article.summary is not None
    first = article.summary.texts[language].split(". ")[0]
    reply = Browser(library).help(language, ())
    assert first in lines(reply)
    assert article.summary.texts[language] not in lines(reply)
    assert "/topics" not in lines(reply)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_greeting_of_a_group_says_how_to_ask_and_how_to_quiet_the_bot(library: Library, language: str) -> None:
    browser, words = Browser(library), phrases(language)
    for ambient in (False, True):
        reply = browser.greeting(language, "SelonBot", is_ambient=ambient)
        for fact in (library.articles[0].title[language], "/ask@SelonBot", "/settings", words("remove-button")):
            assert fact in plain(reply)
        [button] = reply.buttons
        assert button.url == "https://t.me/SelonBot?start=help"
    assert browser.greeting(language, "SelonBot") != reply


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_is_short_with_a_way_to_the_whole(library: Library, language: str) -> None:
    browser = Browser(library)
    reply = browser.privacy(language)
    assert len(plain(reply)) < 500
    assert [button.action for button in reply.buttons] == [ShowPrivacy()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_of_a_page_or_an_answer_is_cut_on_a_small_telephone(library: Library, language: str) -> None:
    dialogue, [article] = Dialogue(library), library.articles
    topics = [BrowseTopic(f"{article.slug}/{topic}", page) for topic in article.topics for page in (0, 1)]
    actions: list[Action] = [BrowseArticle(article.slug), BrowseTopics(), BrowsePeople(), ShowHelp(), *topics]
    pages = [dialogue.act(action, language) for action in actions]
    replies = [*pages, *(dialogue.answer(entry.key, language) for entry in article.entries)]
    assert max(len(button.label) for reply in replies if reply for button in reply.buttons) <= LONGEST_BUTTON


def test_help_lists_only_the_commands_that_there_are() -> None:
    reply = Browser(Library((village(),))).help("en", ("who", "quit"))
    assert "/who" in lines(reply)
    assert "/quit" in lines(reply)
    assert "/ask" not in lines(reply)


def test_pages_in_a_language_that_is_not_served_label_the_articles_in_their_own() -> None:
    browser = Browser(Library((village(),)))
    assert browser.topics("uk").buttons[0].label.startswith("Le pont")
    assert "Le pont fermé" in lines(browser.sources("uk"))
    topic = browser.topic("pont/bridge", 0, "uk")
    assert topic is not None
    assert topic.buttons[0].label == "Question closed ?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_names_the_operator_only_where_there_is_a_contact(language: str) -> None:
    without = Browser(Library((village(),))).privacy(language)
    with_contact = Browser(Library((village(),)), "@operator").privacy(language)
    assert with_contact.parts[:-1] == without.parts
    assert isinstance(with_contact.parts[-1], MainText)
    assert "@operator" in with_contact.parts[-1].text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", {0: "aucun vote", 1: "votre unique vote", 2: "vos 2 votes", 21: "vos 21 votes"}),
        ("en", {0: "no votes", 1: "your one vote", 2: "your 2 votes", 21: "your 21 votes"}),
        (
            "ru",
            {0: "голосов у меня нет", 1: "ваш голос удалён", 2: "2 ваших голоса", 5: "5 ваших голосов", 21: "21 ваш"},
        ),
        (
            "uk",
            {
                0: "голосів у мене немає",
                1: "ваш голос видалено",
                2: "2 ваші голоси",
                5: "5 ваших голосів",
                21: "21 ваш",
            },
        ),
    ],
)
def test_it_is_told_how_many_votes_were_deleted(language: str, words: dict[int, str]) -> None:
    for number, text in words.items():
        [part] = Browser(Library((village(),))).forgotten(number, language).parts
        assert isinstance(part, MainText)
        assert text in part.text
