"""The question is found in a long message, and a short one stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.passages import passages

RANT = "Hi all, hope you are well. We watched the news with my parents last night and argued again. "


def test_what_asks_is_taken_by_itself_and_with_the_sentence_before() -> None:
    message = f"{RANT}The pool is shut again. Why is that? Thanks in advance for your help!"
    assert passages(message, ("en",)) == ("Why is that?", "The pool is shut again. Why is that?")


def test_every_question_of_a_message_counts() -> None:
    found = passages(f"{RANT}Why is the pool shut? Lovely weather today, by the way. Who runs it?", ("en",))
    assert {"Why is the pool shut?", "Who runs it?"} <= set(found)


def test_lines_are_sentences_without_full_stops() -> None:
    rant = "mon oncle raconte encore n'importe quoi depuis ce matin au sujet de la piscine du village"
    message = f"bonjour\n{rant}\nquand ouvre la piscine\nmerci d'avance"
    assert "quand ouvre la piscine" in passages(message, ("fr", "en"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "Why is the pool shut?",
        "The pool is shut. Why?",
        RANT + "My uncle says that the pool will never open again.",
        "why is the pool that my parents took me to every summer when I was a child still shut after all those years",
    ],
)
def test_a_text_that_is_short_or_one_sentence_or_asks_nothing_stays_whole(text: str) -> None:
    assert passages(text, ("en",)) == (text,)


def test_a_single_word_with_a_question_mark_is_no_question_by_itself() -> None:
    assert passages(f"{RANT}The pool is shut. Really?", ("en",)) == ("The pool is shut. Really?",)


@given(st.text(max_size=4096))
def test_any_text_has_a_few_passages(text: str) -> None:
    assert 1 <= len(passages(text, ("fr", "en", "ru", "uk"))) <= 12
