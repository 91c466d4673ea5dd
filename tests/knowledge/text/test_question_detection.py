"""A message that is one question and nothing else is told from all the others that people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.question_detection import is_one_question

LANGUAGES = ("fr", "en", "ru", "uk")


@pytest.mark.parametrize(
    "text",
    [
        "Qui est le maire ?",
        "Who runs the pool?",
        "Когда откроют бассейн?",
        "Хто відкриває басейн?",
        "The pool is shut, is it?",
        "Bonjour, le bassin ouvre quand ?!",
        "la piscine ouvre bientôt ou pas ??? 😂",
        "Who runs the pool？",
        "qui est le maire",
        "so who runs the pool",
        "а кто открывает бассейн",
        "скільки коштує вхід",
        "est-ce que la piscine est ouverte",
    ],
)
def test_a_question_mark_at_the_end_or_a_question_word_at_the_start_makes_one_question(text: str) -> None:
    assert is_one_question(text, LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "Who?",
        "Кто?",
        "the pool is open",
        "the man who runs the pool is my uncle",
        "Who runs the pool, that is what I would like to know",
        "When the pool opens, I shall be there",
        "quand la piscine ouvre je serai le premier dans l'eau avec mes deux cousins et ma tante",
        "Who runs the pool? I do.",
        "The pool is shut. Who runs it?",
        "Who runs the pool?\nThanks",
        "Who runs the pool? Who cares?",
        "I asked «who runs the pool?» and got no reply",
        " ".join(["pool"] * 21) + "?",
    ],
)
def test_what_says_more_or_less_than_one_question_is_none(text: str) -> None:
    assert not is_one_question(text, LANGUAGES)


def test_only_question_words_of_the_given_languages_count() -> None:
    assert is_one_question("who runs the pool", ("en",))
    assert not is_one_question("who runs the pool", ("ru",))
    assert not is_one_question("who runs the pool", ())


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_one_question_or_none(text: str) -> None:
    assert is_one_question(text, LANGUAGES) in (True, False)


@given(st.text(max_size=60), st.text(min_size=1, max_size=60))
def test_a_second_line_with_words_makes_it_more_than_a_question(first: str, second: str) -> None:
    assert not is_one_question(f"Who runs the pool? {first}\nword {second}", LANGUAGES)


@given(st.lists(st.sampled_from(["\u200b", "\u200f", "\u202e", "\u00ad", "\ufe0f", " ", "🎉"]), max_size=8))
def test_marks_that_nobody_sees_change_nothing(marks: list[str]) -> None:
    assert is_one_question("".join(marks) + "Who runs the pool?" + "".join(marks), LANGUAGES)
