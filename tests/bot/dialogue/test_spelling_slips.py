"""Slips in words of the closed lists: what is repaired, to which word, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.dialogue.spelling_slips import SpellingSlips

KNOWN = frozenset({"ok", "merci", "hello", "source", "sources", "bonjour", "vrai"})
SLIPS = SpellingSlips(KNOWN, {"merci", "hello"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("merciiii", "merci"),
        ("heeello", "hello"),
        ("hellooo", "hello"),
        ("okok", "ok"),
        ("mecri", "merci"),
        ("vria", "vrai"),
        ("mersi", "mersi"),
        ("bonjuor", "bonjour"),
        ("sourse", "source"),
        ("bonsoir", "bonsoir"),
        ("k", "k"),
    ],
)
def test_one_slip_is_repaired(typed: str, meant: str) -> None:
    assert SLIPS.repaired(typed) == meant


def test_a_short_word_of_courtesy_may_have_a_wrong_letter() -> None:
    assert SLIPS.near_courtesy("mersi") == "merci"
    assert SLIPS.near_courtesy("vrei") == "vrei"
    assert SLIPS.near_courtesy("vrai") == "vrai"


@given(st.text(alphabet="bcehijlmnorsuv", max_size=9))
def test_a_repaired_word_is_known_and_near(word: str) -> None:
    repaired = SLIPS.repaired(word)
    assert repaired == word or repaired in KNOWN
    assert SLIPS.repaired(repaired) == repaired
    is_drawn_out = len(word) > len(repaired) + 1
    assert is_drawn_out or OSA.distance(word, repaired) <= 1 or repaired * 2 == word
