"""Words that a link carries come out as they went in, as many whole ones as there is room for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.carried_words import carried, carried_words


@pytest.mark.parametrize(
    "words", ["Qui a dit ça ?", "Сколько длился разговор Трампа с Путиным", "Чому ґанок?", "日本語は", "Ґ œuf"]
)
def test_words_in_any_alphabet_come_out_as_they_went_in(words: str) -> None:
    payload = carried(words)
    assert payload is not None
    assert carried_words(payload) == words


@given(st.text(max_size=300))
def test_a_link_has_at_most_sixty_four_characters_and_carries_the_first_words(words: str) -> None:
    payload = carried(words)
    if payload is not None:
        assert re.fullmatch("[A-Za-z0-9_-]{1,64}", payload)
        assert carried_words(payload) is not None


def test_words_that_have_no_room_are_left_out_whole() -> None:
    payload = carried("one two " + "x" * 60)
    assert payload is not None
    assert carried_words(payload) == "one two"
    assert carried("x" * 60) is None
    assert carried(" ") is None


@pytest.mark.parametrize("payload", ["", "ask_", "ask_z", "ask_l", "ask_lA", "ask_u_w", "help", "ask_l" + "é"])
def test_what_carries_no_words_is_none(payload: str) -> None:
    assert carried_words(payload) is None
