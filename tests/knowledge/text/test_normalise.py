"""Case, accents, marks and apostrophes fold into one spelling, and letters that are letters stay."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.normalise import LONGEST_TEXT, alphabet, canonical, fold, question_key, words

TEXTS = st.text(max_size=LONGEST_TEXT)
# What people's keyboards produce: letters of the served languages, marks, apostrophes, quotation marks, spaces.
TYPED = st.text("aàéêëçœßıİÑ'’´`ʼ-«»“”…٣½ﬁйїґёиі\u0301\u0306\u0308\u200d\u200f\xad\u00a0\n ", max_size=60)
APOSTROPHES = "'’‘ʼʹʻ´`′＇‛"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("OTAN", "otan"),
        ("Économie à l'Élysée", "economie a l'elysee"),
        ("L’œuvre, ça va ?", "l'oeuvre, ca va ?"),
        ("STRAẞE", "strasse"),
        ("İstanbul ısı", "istanbul isi"),
        ("Łódź, Ærø, Đakovo", "lodz, aero, dakovo"),
        ("ВСЁ ЕЩЁ", "все еще"),
        ("Їжак і Ґава", "їжак і ґава"),
        ("ЙОД", "йод"),
        ("замо\u0301к", "замок"),
        ("ﬁn ½ ＡＢＣ", "fin 1⁄2 abc"),
        ("“Oui”, «non», „doch‟", '"oui", "non", "doch"'),
        ("soft\xadhyphen zero\u200dwidth \u200fright\u200e", "softhyphen zerowidth right"),
        ("  deux\u00a0\u202fespaces\n\tet  lignes ", "deux espaces et lignes"),
        ("", ""),
    ],
)
def test_many_spellings_fold_into_one(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("word", ["café", "йогурт", "їжа", "ґрунт", "ñandú", "Ўрад"])
def test_composed_and_decomposed_letters_fold_alike(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("ї", "і"), ("ґ", "г"), ("і", "и"), ("є", "е")])
def test_cyrillic_letters_of_their_own_are_told_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
@pytest.mark.parametrize("around", ["don{}t", "l{}Élysée", "п{}ять"])
def test_every_apostrophe_folds_into_the_straight_one(around: str, apostrophe: str) -> None:
    assert fold(around.format(apostrophe)) == fold(around.format("'"))


@given(st.text("aZàÉœÆ'’ʼ`\"«»“”„–—. \u00a0\nйїґєёЁЖщ", max_size=40))
def test_a_text_folds_alike_whatever_else_is_beside_it(text: str) -> None:
    # A numeral of one character makes the whole text be taken apart.
    assert fold(f"{text} Ⅳ") == f"{fold(text)} iv".strip()


@given(TEXTS)
def test_folding_any_text_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TYPED)
def test_folding_typed_text_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("long", ["ﷺ" * LONGEST_TEXT, "ﬃ" * LONGEST_TEXT, "½ " * LONGEST_TEXT])
def test_folding_a_text_that_grows_twice_changes_nothing(long: str) -> None:
    assert fold(fold(long)) == fold(long)


@given(TEXTS, st.characters(exclude_categories=["Cs"]))
def test_what_is_beyond_the_longest_message_is_not_read(text: str, more: str) -> None:
    full = text.ljust(LONGEST_TEXT, "x")
    assert fold(full + more) == fold(full)


@given(TEXTS)
def test_a_folded_text_has_single_spaces_and_no_capitals(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not any(char.isupper() and char.casefold() != char for char in folded)


@pytest.mark.parametrize("accent", ["e", "é"])
def test_control_characters_go_whatever_stands_beside_them(accent: str) -> None:
    assert fold(f"caf\x07{accent}") == "cafe"


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("l'otan, c'est quoi ?", ["l'otan", "c'est", "quoi"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("'quoted' words'", ["quoted", "words"]),
        ("pre-2014 snake_case 3.5", ["pre", "2014", "snake", "case", "3", "5"]),
        ("пам'ять", ["память"]),
        ("?! … 🙂", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(folded: str, found: list[str]) -> None:
    assert words(folded) == found


def test_a_ukrainian_apostrophe_left_out_changes_no_word() -> None:
    assert words(fold("П’ять об'єктів")) == words(fold("Пять обєктів"))


@given(TEXTS)
def test_words_hold_nothing_but_letters_digits_and_apostrophes_inside(text: str) -> None:
    for word in words(fold(text)):
        assert word.strip("'") == word
        assert all(char.isalnum() or char == "'" for char in word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qui a appelé ?", "qui a appele"),
        ("L'OTAN", "l’otan"),
        ("L’OTAN ?", "Lotan"),
        ("anti-missile", "anti missile"),
        ("Что ещё?", "что еще"),
    ],
)
def test_variants_that_differ_in_spelling_only_are_the_same_question(one: str, other: str) -> None:
    assert question_key(one) == question_key(other)


@pytest.mark.parametrize(("one", "other"), [("Qui a appelé ?", "Qui appelle ?"), ("Їм", "Им"), ("2014", "2015")])
def test_other_words_are_another_question(one: str, other: str) -> None:
    assert question_key(one) != question_key(other)


@pytest.mark.parametrize("text", ["", "?!", "🙂 …", "'"])
def test_a_text_without_words_has_no_key(text: str) -> None:
    assert question_key(text) == ""


@given(TYPED)
@example("L’ Été")
def test_a_key_ignores_case(text: str) -> None:
    assert question_key(fold(text)) == question_key(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("l’été", "l'été"),
        ("un  pont\u00a0sûr\n", "un pont sûr"),
        (unicodedata.normalize("NFD", "été"), "été"),
        ("Les États", "Les États"),
    ],
)
def test_quotes_are_compared_with_case_and_accents_kept(text: str, kept: str) -> None:
    assert canonical(text) == kept


@given(TEXTS)
def test_the_form_for_quotes_of_its_own_result_is_itself(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("N.A.T.O. membership", ["nato", "membership"]),
        ("the U.S.A", ["the", "usa"]),
        ("О.О.Н. решила", ["оон", "решила"]),
        ("plan a. Then b.", ["plan", "a", "then", "b"]),
        ("3.5 km", ["3", "5", "km"]),
        ("see example.com", ["see", "example", "com"]),
    ],
)
def test_initials_are_one_word(typed: str, meant: list[str]) -> None:
    assert words(fold(typed)) == meant


@given(st.text(alphabet="abзїЯé ёλ中42_-'’҂́ªß×²", max_size=12))
def test_the_alphabet_is_that_of_most_letters(text: str) -> None:
    letters = Counter(unicodedata.name(character).split()[0] for character in text if character.isalpha())
    most = {name for name, count in letters.items() if count == max(letters.values())}
    assert alphabet(text) in (most or {""})
