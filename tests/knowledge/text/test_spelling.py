"""Misspelled words are repaired, known ones and those too short or too strange are left alone."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.spelling import Spelling

VOCABULARY: Mapping[str, int] = {
    "passerelle": 9,
    "fermeture": 7,
    "ferme": 5,
    "forme": 2,
    "otan": 6,
    "president": 8,
    "maire": 4,
    "pont": 3,
    "2014": 3,
    "переговоры": 4,
}


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(VOCABULARY, language="fr", prefixes=frozenset({"l", "d", "qu"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("paserelle", ["passerelle"]),
        ("passerrelle", ["passerelle"]),
        ("passerlele", ["passerelle"]),
        ("passerelke", ["passerelle"]),
        ("oasserelle", ["passerelle"]),
        ("presidant", ["president"]),
        ("presdient", ["president"]),
        ("mairre", ["maire"]),
        ("переговори", ["переговоры"]),
        ("перегаворы", ["переговоры"]),
    ],
)
def test_a_typo_becomes_the_nearest_word(spelling: Spelling, typed: str, meant: list[str]) -> None:
    assert list(spelling.repair(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lotan", ("l", "otan")),
        ("dpasserelle", ("d", "passerelle")),
        ("quotan", ("qu", "otan")),
        ("lpont", ("l", "pont")),
    ],
)
def test_an_elision_without_its_apostrophe_is_taken_apart(
    spelling: Spelling, typed: str, meant: tuple[str, ...]
) -> None:
    assert spelling.repair(typed) == meant


def test_two_words_typed_as_one_are_taken_apart(spelling: Spelling) -> None:
    assert spelling.repair("pontmaire") == ("pont", "maire")


def test_the_more_frequent_of_two_equally_near_words_is_taken(spelling: Spelling) -> None:
    assert spelling.repair("fxrme") == ("ferme",)


@pytest.mark.parametrize("word", ["pont", "presidents", "2014"])
def test_known_words_are_left_alone(spelling: Spelling, word: str) -> None:
    assert spelling.repair(word) == (word,)


@pytest.mark.parametrize("word", ["", "p", "pnt", "2041", "pont2", "xylophonistes", "p" * 33])
def test_words_that_nothing_is_near_are_left_alone(spelling: Spelling, word: str) -> None:
    assert spelling.repair(word) == (word,)


def test_a_vocabulary_without_words_repairs_nothing() -> None:
    assert Spelling({}).repair("passerelle") == ("passerelle",)


def test_what_the_texts_call_otherwise_is_read_as_they_call_it() -> None:
    spelling = Spelling({"otan": 6, "alliance": 1}, known_as={"nato": ("otan",), "alliance": ("l", "otan")})
    assert spelling.repair("nato") == ("otan",)
    assert spelling.repair("allianse") == ("l", "otan")


@given(st.text(max_size=40))
def test_a_repair_is_the_word_itself_or_made_of_known_words(word: str) -> None:
    spelling = Spelling(VOCABULARY, prefixes=frozenset({"l"}))
    repaired = spelling.repair(word)
    assert repaired == (word,) or all(part in VOCABULARY or part == "l" for part in repaired)
    assert spelling.repair(word) == repaired


@given(st.sampled_from([word for word in VOCABULARY if len(word) > 7]), st.data())
def test_two_swapped_letters_inside_a_long_word_are_put_right(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    typed = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert Spelling(VOCABULARY).repair(typed) == (word,)


def test_of_very_many_strange_words_the_first_are_repaired() -> None:
    spelling = Spelling({"ceasefire": 1})
    repaired = list(spelling.repaired(["ceasefrie"] * 100))
    assert repaired == [("ceasefire",)] * 64 + [("ceasefrie",)] * 36
