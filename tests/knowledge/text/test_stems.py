"""Inflected forms meet in one stem, in every language that is served."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.stems import stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ["negociation", "negociations"]),
        ("fr", ["annonce", "annonces", "annoncer"]),
        ("en", ["negotiation", "negotiations"]),
        ("en", ["announce", "announced", "announcing"]),
        ("ru", ["переговоры", "переговоров", "переговорами"]),
        ("ru", ["президент", "президента", "президентом"]),
        ("uk", ["переговори", "переговорів", "переговорами"]),
        ("uk", ["президент", "президента", "президентом", "президентові"]),
        ("uk", ["український", "українського", "українському", "українська"]),
        ("de", ["verhandlung", "verhandlungen"]),
    ],
)
def test_inflected_forms_share_a_stem(language: str, forms: list[str]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "guerre", "garde"),
        ("en", "peace", "place"),
        ("ru", "война", "вина"),
        ("uk", "війна", "вікно"),
        ("uk", "кордон", "корова"),
    ],
)
def test_different_words_keep_different_stems(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize("word", ["є", "їй", "мир", "рік", "нато"])
def test_short_ukrainian_words_keep_three_letters(word: str) -> None:
    assert len(stem(word, "uk")) >= min(len(word), 3)


@pytest.mark.parametrize("language", ["", "xx", "zh", "crh"])
def test_a_word_of_a_language_without_a_stemmer_is_its_own_stem(language: str) -> None:
    assert stem("negotiations", language) == "negotiations"


@given(st.text(max_size=40), st.sampled_from(["fr", "en", "ru", "uk"]))
def test_any_word_has_a_stem(word: str, language: str) -> None:
    found = stem(word, language)
    assert bool(found) == bool(word)
    assert stem(word, language) == found


@given(st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", max_size=20))
def test_a_ukrainian_stem_is_a_beginning_of_its_word(word: str) -> None:
    assert word.startswith(stem(word, "uk"))
