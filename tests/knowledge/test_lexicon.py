"""Names and notions are found in any spelling and inflection that the aliases give."""

import pytest

from knowledge.lexicon import Alias, Concept, Lexicon, find_concepts
from knowledge.text.tokens import tokenizer

MAYOR = Concept("arnaud", is_name=True)
UNION = Concept("union", is_name=True)
BRIDGE = Concept("bridge", is_name=False)
LEXICON = Lexicon(
    [
        Alias(MAYOR, "fr", "Arnaud"),
        Alias(MAYOR, "fr", "la maire de Lorvault"),
        Alias(MAYOR, "en", "the mayor"),
        Alias(MAYOR, "ru", "Арно"),
        Alias(UNION, "fr", "Union des Berges"),
        Alias(UNION, "en", "us"),
        Alias(UNION, "en", "UDB"),
        Alias(BRIDGE, "fr", "passerelle"),
        Alias(BRIDGE, "en", "footbridge"),
        Alias(BRIDGE, "ru", "мост"),
        Alias(BRIDGE, "uk", "міст"),
    ]
)


def found(language: str, text: str) -> list[str]:
    """The ids of the concepts that are found in a text."""
    reader = tokenizer(language)
    return [each.value.id for each in find_concepts(LEXICON.table(language), reader.tokens(reader.words(text)))]


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("fr", "Arnaud ferme la passerelle", ["arnaud", "bridge"]),
        ("fr", "LES PASSERELLES d’Arnaud !", ["bridge", "arnaud"]),
        ("fr", "que dit la maire de Lorvault ?", ["arnaud"]),
        ("fr", "l'Union des Berges", ["union"]),
        ("en", "the mayor's footbridges", ["arnaud", "bridge"]),
        ("ru", "мосты", ["bridge"]),
        ("ru", "на мосту Арно", ["bridge", "arnaud"]),
        ("uk", "міст", ["bridge"]),
        ("fr", "rien de tout cela", []),
        ("fr", "", []),
    ],
)
def test_concepts_are_found_in_any_form(language: str, text: str, concepts: list[str]) -> None:
    assert found(language, text) == concepts


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Arnaud"), ("ru", "что сказала Arnaud"), ("uk", "Арно"), ("xx", "arnaud")]
)
def test_a_name_is_found_as_another_language_writes_it(language: str, text: str) -> None:
    assert found(language, text) == ["arnaud"]


@pytest.mark.parametrize(("language", "text"), [("en", "passerelle"), ("fr", "footbridge")])
def test_a_notion_of_another_language_in_the_same_alphabet_is_not_found(language: str, text: str) -> None:
    assert found(language, text) == []


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_notion_in_another_alphabet_is_found(language: str) -> None:
    assert found(language, "что там footbridge") == found("en", "footbridge") != []


def test_an_alias_that_is_a_function_word_is_never_found() -> None:
    assert found("en", "tell us about the UDB") == ["union"]


def test_the_words_of_a_language_are_those_of_its_aliases() -> None:
    assert LEXICON.words("en") == {"the", "mayor", "us", "udb", "footbridge"}
    assert LEXICON.words("uk") == {"міст"}
    assert LEXICON.words("xx") == frozenset()


def test_single_names_and_words_of_several_languages_tell_no_language() -> None:
    words = Lexicon(
        [
            Alias(MAYOR, "fr", "Arnaud"),
            Alias(MAYOR, "fr", "Mme Arnaud"),
            Alias(BRIDGE, "fr", "pont"),
            Alias(BRIDGE, "ru", "план"),
            Alias(BRIDGE, "uk", "план"),
        ]
    ).international_words
    assert words == {"arnaud", "план"}


def test_a_lexicon_without_aliases_finds_nothing() -> None:
    reader = tokenizer("fr")
    assert find_concepts(Lexicon().table("fr"), reader.tokens(reader.words("Arnaud"))) == []
    assert Lexicon().international_words == frozenset()


def test_a_notion_that_no_text_has_is_known_as_the_texts_call_it() -> None:
    nato = Concept("nato", is_name=False)
    lexicon = Lexicon(
        [
            Alias(nato, "fr", "l'Alliance atlantique"),
            Alias(nato, "fr", "OTAN"),
            Alias(nato, "fr", "l'Alliance"),
            Alias(nato, "en", "NATO"),
            Alias(Concept("mayor", is_name=True), "en", "Odile"),
        ]
    )
    assert lexicon.notion_synonyms("fr", {"otan", "pont"}) == {"nato": ("otan",)}
    assert lexicon.notion_synonyms("fr", {"pont"}) == {}
    assert lexicon.notion_synonyms("en", {"nato"}) == {"otan": ("nato",)}


def test_the_digest_tells_lexicons_apart() -> None:
    mayor = Concept("mayor", is_name=True)
    aliases = [Alias(mayor, "en", "Odile Marchand"), Alias(mayor, "en", "the mayor")]
    assert Lexicon(aliases).digest == Lexicon(aliases).digest
    assert len({Lexicon(some).digest for some in (aliases, aliases[:1], aliases[::-1], [])}) == 4


def test_the_names_in_a_text_are_told_by_their_stems_and_notions_are_none() -> None:
    assert LEXICON.names_in("Arnaud, UDB: the footbridge", ["en"]) == {("arnaud",), ("udb",)}
    assert LEXICON.names_in("the footbridge", ["en", "fr"]) == frozenset()


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Arnaud", "arnaud"),
        ("ARNAUD ?!", "arnaud"),
        ("la maire de Lorvault", "arnaud"),
        ("the mayor, please", "arnaud"),
        ("Арно", "arnaud"),
        ("Arnaud Arnaud", "arnaud"),
        ("who is Arnaud", None),
        ("Arnaud UDB", None),
        ("Arnaud passerelle", None),
        ("Arnaud 2022", None),
        ("passerelle", None),
        ("Martin", None),
        ("", None),
    ],
)
def test_a_name_that_is_all_that_a_text_says_is_told(text: str, bearer: str | None) -> None:
    assert LEXICON.sole_name(text, ("fr", "en", "ru", "uk")) == bearer


def test_only_the_first_alias_of_a_name_is_how_a_language_writes_it() -> None:
    lexicon = Lexicon(
        [
            Alias(MAYOR, "ru", "Мария Арно"),
            Alias(MAYOR, "uk", "Марія Арно"),
            Alias(MAYOR, "uk", "Мария"),
            Alias(BRIDGE, "uk", "міст"),
        ]
    )
    assert lexicon.own_words == {"ru": {"мария"}, "uk": {"марія"}}
