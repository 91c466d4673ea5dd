"""A reply speaks the question's language, or the nearest that is known of the person who asks."""

from __future__ import annotations

import pytest
from invented import village

from bot.dialogue.chat_settings import OWN_NAMES
from bot.dialogue.conversation import Dialogue
from bot.dialogue.languages import ReplyLanguage, reply_language
from bot.dialogue.question import ChatSettings, Question
from bot.phrases import phrases
from knowledge.library import Library
from knowledge.matcher import Match, Outcome

UNDECIDED = "Trump NATO"


def spoken(
    asked_in: str | None,
    *,
    chat: str | None = None,
    app: str | None = None,
    default: str | None = None,
    plausible: tuple[str, ...] = (),
) -> ReplyLanguage:
    """Return the language of a reply from an article that is French and also served in English."""
    match = Match(Outcome.ABSTAIN, (), asked_in, plausible)
    return reply_language(village(), match, Question("?", app), ChatSettings(chat), default)


def test_a_preference_counts_in_whatever_alphabet_a_word_was_typed() -> None:
    assert spoken(None, app="fr", default="en", plausible=("en",)) == ReplyLanguage("fr")
    assert spoken(None, default="fr", plausible=("en",)) == ReplyLanguage("fr")
    assert spoken(None, chat="fr", plausible=("en",)) == ReplyLanguage("fr")


def test_without_any_preference_the_alphabet_tells_what_it_can() -> None:
    assert spoken(None, plausible=("en",)) == ReplyLanguage("en")
    assert spoken(None, plausible=("en", "fr")) == ReplyLanguage("fr")


@pytest.mark.parametrize("asked_in", ["fr", "en"])
def test_the_questions_own_language_wins_over_everything(asked_in: str) -> None:
    other = "en" if asked_in == "fr" else "fr"
    assert spoken(asked_in, chat=other, app=other, default=other) == ReplyLanguage(asked_in)


def test_where_it_cannot_be_told_the_chats_setting_comes_first() -> None:
    assert spoken(None, chat="en", app="fr", default="fr") == ReplyLanguage("en")


def test_then_comes_the_language_of_the_app() -> None:
    assert spoken(None, app="en", default="fr") == ReplyLanguage("en")


def test_then_comes_the_default() -> None:
    assert spoken(None, default="en") == ReplyLanguage("en")


def test_at_last_the_article_speaks_its_own_language() -> None:
    assert spoken(None) == ReplyLanguage("fr")


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us", "en_US.UTF-8"])
def test_the_region_of_the_app_does_not_matter(tag: str) -> None:
    assert spoken(None, app=tag) == ReplyLanguage("en")


@pytest.mark.parametrize(("tag", "default"), [("enm", "fr"), ("frp-CH", "en")])
def test_a_language_tag_of_three_letters_is_not_its_first_two(tag: str, default: str) -> None:
    assert spoken(None, app=tag, default=default) == ReplyLanguage(default)


def test_a_preference_that_the_article_is_not_served_in_is_passed_over_without_a_word() -> None:
    assert spoken(None, chat="uk", app="de", default="en") == ReplyLanguage("en")
    assert spoken(None, chat="uk", app="ru-RU", default="uk") == ReplyLanguage("fr")


@pytest.mark.parametrize("asked_in", ["de", "uk"])
def test_a_language_that_is_not_served_is_answered_in_the_articles_and_not_in_a_preference(asked_in: str) -> None:
    assert spoken(asked_in, chat="en", app="en", default="en") == ReplyLanguage("fr", instead=True)


def test_names_alone_are_in_no_language(library: Library) -> None:
    dialogue = Dialogue(library, default_language="en")
    assert dialogue.ask(Question(UNDECIDED)).language == "en"
    assert dialogue.ask(Question(UNDECIDED, "en-GB")).language == "en"
    assert dialogue.ask(Question(UNDECIDED, "en-GB"), ChatSettings("ru")).language == "ru"
    assert Dialogue(library).ask(Question(UNDECIDED)).language == library.articles[0].language


@pytest.mark.parametrize("text", ["test", "start", "sport", "kino", "fake news", "settings", "hello world", "новости"])
@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_a_word_or_two_that_name_nobody_change_no_language_and_are_not_answered(
    library: Library, text: str, language: str
) -> None:
    by_app = Dialogue(library).ask(Question(text, language))
    by_setting = Dialogue(library).ask(Question(text, "en"), ChatSettings(language))
    by_default = Dialogue(library, default_language=language).ask(Question(text))
    assert [reply.language for reply in (by_app, by_setting, by_default)] == [language] * 3
    assert by_app.outcome is not Outcome.ANSWER


def test_two_words_that_are_a_question_tell_their_language(library: Library) -> None:
    reply = Dialogue(library).ask(Question("call duration", "ru"))
    assert (reply.outcome, reply.language) == (Outcome.ANSWER, "en")


@pytest.mark.parametrize(
    ("text", "language"), [("CNN Трамп Зеленський", "uk"), ("CNN Трамп Зеленский", "ru"), ("CNN Трамп Путін", "uk")]
)
def test_where_nobody_tells_a_language_the_spelling_of_names_does(library: Library, text: str, language: str) -> None:
    assert Dialogue(library).ask(Question(text)).language == language


@pytest.mark.parametrize(("app", "language"), [("de", "en"), ("ru", "ru"), (None, "en")])
def test_whoever_asks_in_german_is_told_in_the_apps_language_or_english_that_it_is_not_served(
    library: Library, app: str | None, language: str
) -> None:
    reply = Dialogue(library).ask(Question("Was hat Hegseth über die NATO und die Ukraine gesagt?", app))
    assert reply.language == language
    assert phrases(language)("not-served", language=phrases(language)(f"language-{language}")) in str(reply.parts[0])
    others = [name for code, name in OWN_NAMES.items() if code != language]
    assert [button.label for button in reply.buttons[-3:]] == others


@pytest.mark.parametrize(
    ("code", "default", "expected"),
    [
        ("uk", "en", "uk"),
        ("ru-RU", "en", "ru"),
        ("pt-BR", "en", "en"),
        ("", "uk", "uk"),
        (None, "ru", "ru"),
        (None, None, "fr"),
        ("rue", "en", "en"),
        ("zh-hans", None, "en"),
    ],
)
def test_pages_without_a_question_speak_the_apps_language_or_the_default(
    code: str | None, default: str | None, expected: str
) -> None:
    dialogue = Dialogue(Library((village(),)), default_language=default)
    assert dialogue.interface_language(code) == expected


# What goes on from an answer.


@pytest.mark.parametrize("app", [None, "fr", "uk", "ru"])
@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        ("кто сказал?", "ru", "ru"),
        ("а Путин?", "ru", "ru"),
        ("а в кремле?", "ru", "ru"),
        ("кому?", "uk", "uk"),
        ("кому?", "ru", "ru"),
        ("CNN?", "en", "en"),
        ("source?", "en", "en"),
        ("source?", "fr", "fr"),
        ("а де?", "ru", "uk"),
        ("где?", "uk", "ru"),
        ("где?", "fr", "ru"),
        ("where?", "fr", "en"),
        ("où ?", "en", "fr"),
        ("Trump?", "uk", "uk"),
    ],
)
def test_a_few_words_are_of_the_language_of_the_answer_before_unless_they_clearly_are_not(
    library: Library, text: str, spoken: str, expected: str, app: str | None
) -> None:
    question = Question(text, app, after="peace-path", spoken=spoken)
    assert Dialogue(library).ask(question).language == expected
