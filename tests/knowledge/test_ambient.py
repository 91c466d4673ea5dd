"""Messages put to nobody are answered only if they ask about somebody and are known beyond doubt."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.ambient import CERTAIN, asks_about, certain_match, is_certain
from knowledge.library import Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Wording


@pytest.mark.parametrize(
    "text",
    [
        "Qui est Marc Fogel ?",
        "qui est marc fogel",
        "Who is Marc Fogel?",
        "Кто такой Марк Фогель?",
        "Хто такий Марк Фогель?",
        "Combien de temps a duré l'appel entre Trump et Poutine ?",
    ],
)
def test_a_known_question_that_names_somebody_is_answered(library: Library, text: str) -> None:
    assert certain_match(library, text) is not None


@pytest.mark.parametrize(
    "text",
    [
        # What it is about, nobody knows who has not read what came before.
        "How long was the call?",
        "Who said what?",
        "Кто кому позвонил?",
        "Коли переговори?",
        # Nobody asks.
        "Marc Fogel",
        "Marc Fogel?",
        "Donald Trump ?",
        "Trump a appelé Poutine.",
        "J'ai lu que Marc Fogel a été libéré",
        # The article is silent.
        "Who is the president of Estonia?",
        "Quel âge a Trump ?",
        "Сколько лет Путину?",
        # More than the question.
        "Salut à tous. Qui est Marc Fogel ? Mon oncle en parle sans arrêt.",
        # A language that the article is not served in.
        "Wer ist eigentlich dieser Marc Fogel, von dem alle reden?",
    ],
)
def test_anything_else_is_not(library: Library, text: str) -> None:
    assert certain_match(library, text) is None


def test_only_an_answer_with_that_score_is_certain() -> None:
    sure, unsure = Candidate("a", CERTAIN), Candidate("a", CERTAIN - 0.01)
    assert is_certain(Match(Outcome.ANSWER, (sure,), None))
    assert not is_certain(Match(Outcome.ANSWER, (unsure,), None))
    assert not is_certain(Match(Outcome.CHOOSE, (sure, sure), None))
    assert not is_certain(Match(Outcome.ABSTAIN, (), None))


@pytest.mark.slow
def test_no_out_of_scope_example_of_the_articles_is_answered(library: Library) -> None:
    examples = [text for article in library.articles for some in article.out_of_scope.values() for text in some]
    assert len(examples) > 1000
    assert [text for text in examples if certain_match(library, text) is not None] == []


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_the_questions_of_the_articles_that_name_somebody_are_answered(library: Library, language: str) -> None:
    questions = [
        text for entry in library.entries.values() for text in entry.variants[language].get(Wording.QUESTION, ())
    ]
    naming = list(islice((text for text in questions if asks_about(library, text)), 100))
    assert len(naming) == 100
    assert sum(certain_match(library, text) is not None for text in naming) >= 95


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=100))
def test_any_text_is_answered_or_not(library: Library, text: str) -> None:
    assert certain_match(library, text) is None or True
