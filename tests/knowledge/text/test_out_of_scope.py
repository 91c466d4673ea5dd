"""Questions that hardly any FAQ answers: in four languages, and none that this FAQ does answer."""

import pytest

from knowledge.text.out_of_scope import general_questions, questions_about, telling_words
from knowledge.text.tokens import tokenizer

LANGUAGES = ("fr", "en", "ru", "uk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_some_forty_of_them_in_every_language(language: str) -> None:
    questions = general_questions(language, frozenset())
    assert 40 <= len(questions) <= 45
    assert len(set(questions)) == len(questions)
    assert all(tokenizer(language).words(question) for question in questions)


def test_a_language_without_a_table_has_none() -> None:
    assert general_questions("de", frozenset()) == ()
    assert questions_about("de", frozenset(), ["Ada"]) == ()


def test_what_the_faq_answers_is_left_out() -> None:
    asked = ["how far away is the moon", "are all planets round"]
    left_out = set(general_questions("en", frozenset())) - set(general_questions("en", telling_words("en", asked)))
    assert "How far is the moon?" in left_out
    assert "Who wrote Hamlet?" not in left_out


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebodys_name_stands_in_the_questions_about_them(language: str) -> None:
    questions = questions_about(language, frozenset(), ["Odile Marchand"])
    assert questions
    assert all("Odile Marchand" in question for question in questions)


def test_a_stance_that_the_article_tells_of_is_not_asked_about() -> None:
    names = ["Ada", "Ben", "Cleo", "Dan"]
    said = ["Ada thanked the firefighters.", "Ben is sorry."]
    questions = questions_about("en", telling_words("en", said), names)
    assert not any("thank" in question or "apologise" in question for question in questions)
    assert any("resign" in question for question in questions)
