"""Inner marks: in pairs, as a language prints them inside a quotation."""

from __future__ import annotations

import pytest

from knowledge.drafting.inner_marks import unmarked, with_inner_marks


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("les discussions « se poursuivent » entre experts", "fr", "les discussions “se poursuivent” entre experts"),
        ("the mood was “funereal” at dawn", "en", "the mood was ‘funereal’ at dawn"),
        ("the mood was “funereal” at dawn", "ru", "the mood was „funereal“ at dawn"),
        ("Rien n\u2019est signé », a déclaré", "fr", "Rien n\u2019est signé, a déclaré"),
        ("les délégations étaient « à un", "fr", "les délégations étaient à un"),
        ("no marks, only the driver\u2019s word", "en", "no marks, only the driver\u2019s word"),
    ],
)
def test_marks_are_inner_ones_in_pairs(text: str, language: str, shown: str) -> None:
    assert with_inner_marks(text, language) == shown


def test_unmarked_words_have_no_space_of_their_marks() -> None:
    assert unmarked("étaient « à un » mot") == "étaient à un mot"
