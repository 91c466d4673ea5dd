"""The tables of what people say besides questions: complete in every language, and none in two kinds at odds."""

from __future__ import annotations

import pytest

from knowledge.text.normalise import fold
from knowledge.text.utterances import LANGUAGES, utterances

COURTESY = {
    "greeting", "wellbeing", "thanks", "farewell", "praise", "insult", "reaction", "bot", "maker", "help",
}  # fmt: skip
FACETS = {
    "speaker", "identity", "venue", "date", "addressee", "outlet", "quote", "reason", "more", "else",
    "explanation", "others",
}  # fmt: skip
CARD = {"subject", "summary", "link", "author", "publisher", "published", "title"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_kind(language: str) -> None:
    tables = utterances(language)
    assert set(tables.courtesy.values()) == COURTESY
    assert set(tables.facets.values()) == FACETS
    assert set(tables.card.values()) == CARD
    assert set(tables.pointing.values()) == {"truth", "source"}
    assert set(tables.pronouns.values()) == {"person", "people", "place", "matter"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_folded_as_texts_are(language: str) -> None:
    tables = utterances(language)
    phrases = (phrase for table in (tables.courtesy, tables.facets, tables.card, tables.pointing) for phrase in table)
    assert all(word == fold(word) for phrase in phrases for word in phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_asks_about_a_statement_says_something(language: str) -> None:
    tables = utterances(language)
    asking = {phrase[0] for phrase, kind in tables.facets.items() if len(phrase) == 1 and kind != "more"}
    assert not asking & tables.fillers
    assert asking & tables.generic <= {"ou"}, "“où” without its accent is “or”"
