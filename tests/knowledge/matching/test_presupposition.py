"""A question what somebody condemned is not answered with what they welcomed; one if they condemned it may be."""

import pytest

from knowledge.matching.presupposition import TextStances
from knowledge.text.tokens import tokenizer

STANCES = TextStances(
    {
        0: {"en": ["The Kremlin welcomed the stance on NATO."], "fr": ["Le Kremlin a salué la position."]},
        1: {"en": ["Ada Quill promised a new bridge."]},
        2: {"en": ["The bridge is closed."]},
    }
)


@pytest.mark.parametrize(
    ("language", "question", "contradicting"),
    [
        ("en", "What did the Kremlin condemn?", {0}),
        ("fr", "Qu'a condamné le Kremlin ?", {0}),
        ("ru", "Что осудил Кремль?", {0}),
        ("en", "What did Ada Quill threaten?", {1}),
        ("en", "Did the Kremlin condemn it?", set()),
        ("en", "The Kremlin condemned it", set()),
        ("en", "What did the Kremlin welcome?", set()),
        ("en", "What did she say?", set()),
        ("de", "Was hat er verurteilt?", set()),
    ],
)
def test_what_is_taken_for_granted_tells_entries_apart(language: str, question: str, contradicting: set[int]) -> None:
    assert STANCES.contradicting(tokenizer(language).words(question), language) == contradicting
