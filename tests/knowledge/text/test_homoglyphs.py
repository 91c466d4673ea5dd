"""A word is put into one alphabet only by letters that look the same, and only if all of it then is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.text.homoglyphs import unify_alphabet
from knowledge.text.normalise import alphabet

KNOWN = frozenset({"со", "с", "о", "НАТО", "peace"})


def meant(text: str) -> str:
    return unify_alphabet(text, KNOWN.__contains__)


# Latin letters in Cyrillic words are escaped, and the other way round.
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("p\u0430зговор", "разговор"),
        ("xo\u0447e\u0442", "хочет"),
        ("\u0430 м\u043ecт \u0437акрыт", "а мост закрыт"),
        ("\u041cэр c\u043e \u0432cеми", "Мэр со всеми"),
        ("co \u0432семи c мэром", "со всеми с мэром"),
        ("Wh\u043e is M\u0430rc F\u043egel", "Who is Marc Fogel"),
        ("\u0422rum\u0440", "Trump"),
        ("qui \u0435st l\u0430 maire", "qui est la maire"),
        ("\u039c\u03b1rc F\u03bfgel", "Marc Fogel"),
        ("разг\u03bfвор", "разговор"),
        ("\u041dATO said", "НАТО said"),
        ("\u0456 is n\u043et", "\u0456 is not"),
    ],
)
def test_a_word_is_read_in_the_alphabet_of_most_of_its_letters(typed: str, text: str) -> None:
    assert meant(typed) == text


@pytest.mark.parametrize(
    "text",
    [
        "когда закроют \u006dост",
        "Су-27K летит",
        "iPhone-ом",
        "iPhoneом",
        "NATOвский",
        "CNNом",
        "что сказал AP",
        "про peace в Киеве",
        "résumé",
        "Кто такой Marc Fogel",
        "пам'ять і їжа",
        "Σωκράτης",
        "特朗普 Трамп",
        "who is it",
        "",
    ],
)
def test_words_that_are_meant_so_stay(text: str) -> None:
    assert meant(text) == text


@pytest.mark.parametrize(("typed", "text"), [("A\u0420 сказало", "АР сказало"), ("A\u0420 said", "AP said")])
def test_a_word_that_is_half_in_each_goes_with_the_text(typed: str, text: str) -> None:
    assert meant(typed) == text


@settings(max_examples=200, deadline=None)
@given(st.text("аеорсухіАВЕКМНОРСТУХжщaeopcyxiABEKMHOPCTYXqjοα -7'"))
def test_letters_are_only_exchanged_one_by_one_and_once(text: str) -> None:
    once = meant(text)
    assert len(once) == len(text)
    assert [char for char in once if not char.isalpha()] == [char for char in text if not char.isalpha()]


SWAPPED = str.maketrans("аеорсух", "aeopcyx")


@given(st.sampled_from(["разговор", "журналист", "перемирие", "пленные", "президент"]), st.data())
def test_a_word_with_some_letters_exchanged_is_itself_again(word: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(word) - 1)))
    typed = "".join(char.translate(SWAPPED) if place in places else char for place, char in enumerate(word))
    assert meant(typed) == word
    assert alphabet(meant(typed)) == "CYRILLIC"
