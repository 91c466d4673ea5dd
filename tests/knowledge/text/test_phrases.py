"""Phrases are found from left to right, longest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.phrases import PhraseMatch, PhraseTable

TABLE = PhraseTable([(["how"], "manner"), (["how", "long"], "duration"), (["new", "york", "city"], "place")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("how", [PhraseMatch(0, 1, "manner")]),
        ("how long", [PhraseMatch(0, 2, "duration")]),
        ("and how long how", [PhraseMatch(1, 3, "duration"), PhraseMatch(3, 4, "manner")]),
        ("how how long", [PhraseMatch(0, 1, "manner"), PhraseMatch(1, 3, "duration")]),
        ("long how", [PhraseMatch(1, 2, "manner")]),
        ("new york", []),
        ("in new york city", [PhraseMatch(1, 4, "place")]),
        ("", []),
    ],
)
def test_the_longest_phrase_at_each_word_is_found(text: str, found: list[PhraseMatch[str]]) -> None:
    assert TABLE.find(text.split()) == found


def test_a_shorter_phrase_is_found_where_the_longer_one_breaks_off() -> None:
    table = PhraseTable([(["a"], 1), (["a", "b", "c"], 3)])
    assert table.find(["a", "b", "x"]) == [PhraseMatch(0, 1, 1)]


def test_the_first_meaning_given_to_a_phrase_wins() -> None:
    table = PhraseTable([(["a"], "first"), (["a"], "second")])
    assert table.find(["a"]) == [PhraseMatch(0, 1, "first")]
    assert len(table) == 1


def test_an_empty_phrase_is_never_found() -> None:
    table = PhraseTable([([], "nothing"), (["a"], "something")])
    assert len(table) == 1
    assert table.find(["b"]) == []


def test_an_empty_table_finds_nothing() -> None:
    assert PhraseTable[str]([]).find(["a", "b"]) == []


WORDS = st.lists(st.sampled_from("abc"), max_size=12)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3), max_size=8), WORDS)
def test_what_is_found_stands_in_the_text_and_never_overlaps(phrases: list[list[str]], text: list[str]) -> None:
    end = 0
    for found in PhraseTable((phrase, tuple(phrase)) for phrase in phrases).find(text):
        assert end <= found.start < found.end
        assert tuple(text[found.start : found.end]) == found.value
        end = found.end
