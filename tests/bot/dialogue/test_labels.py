"""Labels of buttons."""

import pytest

from bot.dialogue.labels import LONGEST_LABEL, cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short enough", "Short enough"),
        ("Exactly thirty characters here", "Exactly thirty characters here"),
        ("Trump, Poutine et l’Ukraine : ce que l’on sait", "Trump, Poutine et l’Ukraine…"),
        ("Переговоры о мире: что сказали стороны", "Переговоры о мире: что…"),
        ("A title with a dash — and words behind", "A title with a dash — and…"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesells…"),
        ("It ends before the comma here, as it may", "It ends before the comma here…"),
    ],
)
def test_a_label_is_cut_behind_a_word(text: str, expected: str) -> None:
    assert cut(text) == expected
    assert len(cut(text)) <= LONGEST_LABEL


def test_room_for_few_characters_is_used() -> None:
    assert cut("Переговоры о мире", 13) == "Переговоры о…"
