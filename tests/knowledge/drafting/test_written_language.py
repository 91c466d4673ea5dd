"""The language of an article, told by its small words and letters."""

from __future__ import annotations

import pytest

from knowledge.drafting.written_language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La passerelle de la ville est fermée depuis le 3 mai.", "fr"),
        ("The footbridge of the town has been shut since 3 May.", "en"),
        ("Мост в городе закрыт с 3 мая, и он ещё не открыт.", "ru"),
        ("Міст у місті закритий із 3 травня, і його ще не відкрили.", "uk"),
        ("Die Brücke wurde wegen Rost gesperrt.", None),
        ("12 34", None),
    ],
)
def test_a_served_language_is_told(text: str, language: str | None) -> None:
    assert language_of(text) == language
