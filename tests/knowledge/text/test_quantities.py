"""Numbers, durations and dates mean the same however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.quantities import Quantity, quantities


def only(language: str, text: str) -> Quantity:
    """The one quantity of a text that has to be stated, or its one quantity."""
    found = quantities(text, language)
    (quantity,) = [each for each in found if each.must_be_stated] or found
    return quantity


SAME = [
    [("fr", "60 000 habitants"), ("fr", "60\u202f000"), ("en", "60,000"), ("de", "60.000"), ("de", "60’000"),
     ("fr", "soixante mille"), ("en", "sixty thousand"), ("ru", "60 тысяч"), ("ru", "шестьдесят тысяч"),
     ("uk", "60 тис."), ("uk", "шістдесят тисяч")],
    [("fr", "90 minutes"), ("fr", "une heure et demie"), ("fr", "1 h 30"), ("fr", "1h30"), ("en", "ninety minutes"),
     ("en", "a 90-minute call"), ("en", "an hour and a half"), ("en", "one and a half hours"), ("en", "1.5 hours"),
     ("ru", "полтора часа"), ("ru", "девяносто минут"), ("uk", "півтори години"), ("uk", "дев’яносто хвилин")],
    [("fr", "une heure"), ("fr", "60 minutes"), ("en", "one hour"), ("en", "an hour"), ("ru", "один час"),
     ("uk", "одну годину")],
    [("fr", "une demi-heure"), ("en", "half an hour"), ("ru", "полчаса"), ("uk", "пів години"), ("en", "30 minutes")],
    [("fr", "deux heures et demie"), ("en", "two and a half hours"), ("ru", "два часа с половиной"),
     ("uk", "150 хвилин")],
    [("fr", "quinze jours"), ("en", "two weeks")],
    [("fr", "neuf jours"), ("en", "nine days"), ("en", "9 days"), ("ru", "девятью днями"), ("uk", "дев’ятьма днями")],
    [("fr", "huit jours"), ("en", "eight days"), ("ru", "восемью днями"), ("uk", "вісьмома днями")],
    [("fr", "sept jours"), ("en", "seven days"), ("ru", "о семи днях"), ("ru", "семью днями"), ("uk", "сімома днями")],
    [("fr", "six jours"), ("ru", "шестью днями"), ("uk", "шістьма днями"), ("uk", "шістьом дням")],
    [("fr", "cinq"), ("ru", "пятью"), ("uk", "п’ятьох"), ("uk", "п’ятьома")],
    [("fr", "quatre"), ("ru", "четырём"), ("ru", "четырьмя"), ("uk", "чотирма"), ("uk", "чотирьом")],
    [("fr", "neuf blessés"), ("en", "nine injured"), ("fr", "9 blessés")],
    [("fr", "neuf mille"), ("en", "9,000")],
    [("fr", "onze points"), ("en", "eleven points"), ("en", "11"), ("ru", "одиннадцать"), ("uk", "одинадцять")],
    [("fr", "quatre-vingt-dix-sept"), ("en", "ninety-seven"), ("ru", "девяносто семь"), ("fr", "nonante-sept")],
    [("fr", "soixante et onze"), ("en", "seventy-one"), ("uk", "сімдесят один")],
    [("fr", "2,5 millions"), ("en", "2.5 million"), ("ru", "2,5 млн"), ("uk", "2 500 000")],
    [("en", "two thousand three hundred and one"), ("fr", "deux mille trois cent un"), ("ru", "2301")],
    [("fr", "en février"), ("en", "in February"), ("ru", "в феврале")],
    [("fr", "samedi"), ("en", "Saturday"), ("ru", "в субботу"), ("uk", "у суботу")],
    [("fr", "avant 2014"), ("en", "pre-2014"), ("ru", "до 2014 года"), ("uk", "до 2014 року")],
]  # fmt: skip


@pytest.mark.parametrize("texts", SAME, ids=lambda texts: texts[0][1])
def test_a_quantity_is_the_same_however_it_is_written(texts: list[tuple[str, str]]) -> None:
    first = only(*texts[0])
    for language, text in texts:
        assert only(language, text).equals(first), text
        assert first.equals(only(language, text)), text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("fr", "60 000"), ("en", "6,000")),
        (("fr", "60 000"), ("fr", "70 000")),
        (("fr", "90 minutes"), ("fr", "90 heures")),
        (("fr", "une heure et demie"), ("en", "an hour")),
        (("fr", "onze"), ("fr", "douze")),
        (("fr", "3,5"), ("fr", "35")),
        (("fr", "samedi"), ("en", "Sunday")),
        (("fr", "12"), ("fr", "février")),
        (("en", "12 million"), ("en", "12 billion")),
    ],
)
def test_another_quantity_is_another(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not only(*one).equals(only(*other))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it may be so"),
        ("en", "they march on"),
        ("en", "May we go?"),
        ("fr", "un pont neuf"),
        ("fr", "le pont neuf sans péage"),
        ("ru", "мэр навестил семью"),
        ("fr", "les deux présidents"),
        ("fr", "la mairie"),
        ("ru", "два президента"),
        ("uk", "лютий звір"),
        ("uk", "сім'я"),
        ("fr", ""),
    ],
)
def test_words_that_count_nothing_need_not_be_stated(language: str, text: str) -> None:
    assert [each.written for each in quantities(text, language) if each.must_be_stated] == []


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("fr", "Le 12 février, 90 minutes", ["12", "février", "90 minutes"]),
        ("en", "on May 3 or 3 March", ["May", "3", "3", "March"]),
        ("fr", "le 12/02/2014", ["12/02/2014"] * 3),
        ("fr", "le 2014-02-12 à 18h30", ["2014-02-12"] * 3 + ["18h30"]),
        ("en", "three and four, then twenty", ["three", "four", "twenty"]),
        ("fr", "2014 300 personnes", ["2014", "300"]),
    ],
)
def test_quantities_come_in_order_as_they_are_written(language: str, text: str, written: list[str]) -> None:
    assert [each.written for each in quantities(text, language) if each.must_be_stated] == written


@given(st.text("0123456789 .,'’:/h-deux cent mille et demi heure", max_size=40), st.sampled_from(["fr", "en", "de"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for each in quantities(text, language):
        assert each.values
        assert each.written in text
