"""Words that look alike are found without going through all of them."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import OSA

from knowledge.text.neighbours import Neighbours

WORDS = ["prison", "prisoner", "president", "переговоры", "otan", "frontière"]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("prisn", "prison"),
        ("prisson", "prison"),
        ("prizon", "prison"),
        ("rpison", "prison"),
        ("prisno", "prison"),
        ("pergeovory", None),
        ("перегворы", "переговоры"),
        ("переговорам", "переговоры"),
        ("presidant", "president"),
        ("xyzzy", None),
    ],
)
def test_a_word_with_a_typo_is_near_its_own(typed: str, word: str | None) -> None:
    near = Neighbours(WORDS).of(typed)
    assert word in near if word else near == []


def test_every_word_one_edit_away_is_found() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices("abcd", k=chance.randint(5, 9))) for _ in range(60)]
    neighbours = Neighbours(words)
    typed = ["".join(chance.choices("abcd", k=chance.randint(5, 9))) for _ in range(200)]
    for word in typed:
        assert {other for other in words if OSA.distance(word, other) <= 1} <= set(neighbours.of(word))


def test_of_very_many_that_look_alike_a_few_are_compared() -> None:
    words = [f"prison{chr(97 + number // 26)}{chr(97 + number % 26)}er" for number in range(600)]
    near = Neighbours(words).of("prisonaaer")
    assert "prisonaaer" in near
    assert len(near) <= 64


def test_what_is_much_longer_is_another_word() -> None:
    assert Neighbours(["prisonnières"]).of("prison") == []
