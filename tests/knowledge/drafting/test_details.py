"""Details that a sentence tells, by which people ask for it."""

from __future__ import annotations

import pytest

from knowledge.drafting.details import Detail, counted, details
from knowledge.drafting.languages import grammar
from knowledge.drafting.page import Page


def told(text: str, language: str) -> set[Detail]:
    page = Page.of(text, language)
    return set(details(page.passages[0], grammar(language), text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The ferry sank off Larkmead on Sunday.", {Detail.PLACE, Detail.TIME}),
        ("en", "The ferry carries 300 passengers.", {Detail.NUMBER}),
        ("en", "Repairs last six weeks because the hull is torn.", {Detail.DURATION, Detail.REASON}),
        ("en", "The ferry is blue.", set()),
        ("fr", "Le bac a coulé mardi à Larkmead.", {Detail.PLACE, Detail.TIME}),
        ("fr", "Le bac transporte 300 passagers.", {Detail.NUMBER}),
        ("fr", "Le chantier durera six semaines à cause de la coque.", {Detail.DURATION, Detail.REASON}),
    ],
)
def test_a_sentence_tells_the_details_that_its_words_give(language: str, text: str, expected: set[Detail]) -> None:
    assert told(text, language) == expected


def test_what_digits_count_is_a_noun_and_no_unit_of_time() -> None:
    text = "The ferry carried 300 passengers for 20 minutes."
    page = Page.of(text, "en")
    assert list(counted(page.passages[0], grammar("en"), text)) == ["passengers"]
