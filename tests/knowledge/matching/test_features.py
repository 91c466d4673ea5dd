"""A text becomes words, pairs of neighbours, names, notions and character n-grams."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matching.features import FeatureReader, Reading
from knowledge.parameters import Parameters
from knowledge.text.spelling import Spelling

MAYOR, BRIDGE = Concept("mayor", is_name=True), Concept("bridge", is_name=False)
LEXICON = Lexicon(
    [
        Alias(MAYOR, "en", "Odile Marchand"),
        Alias(MAYOR, "en", "the mayor"),
        Alias(MAYOR, "fr", "Mme Marchand"),
        Alias(MAYOR, "ru", "Одиль Маршан"),
        Alias(BRIDGE, "en", "bridge"),
        Alias(BRIDGE, "en", "footbridge"),
        Alias(BRIDGE, "fr", "pont"),
    ]
)
READER = FeatureReader.learn("en", LEXICON)


def read(text: str, reader: FeatureReader = READER) -> Reading:
    return reader.read(reader.content_words(text))


@pytest.mark.parametrize("text", ["Odile Marchand", "odile MARCHAND", "the mayor", "Mme Marchand", "Одиль Маршан"])
def test_every_spelling_of_a_name_is_the_same_feature(text: str) -> None:
    assert read(text).names == {"mayor"}
    assert read(f"When does {text} speak?").words.keys() == read("When does Odile Marchand speak?").words.keys()


def test_a_name_stands_for_the_words_that_make_it() -> None:
    assert not any("odile" in feature or "marchand" in feature for feature in read("Odile Marchand speaks").words)


def test_a_name_of_two_words_weighs_as_much_as_a_word() -> None:
    with_name, with_word = read("Odile Marchand speaks").words, read("welder speaks").words
    assert sorted(with_name.values()) == sorted(with_word.values())


def test_a_notion_is_added_to_the_word_that_tells_its_shade() -> None:
    bridge, footbridge = read("bridge").words, read("footbridge").words
    assert len(bridge.keys() & footbridge.keys()) == 1
    assert bridge.keys() != footbridge.keys()
    assert read("bridge").names == frozenset()


def test_synonyms_share_a_feature_and_keep_their_words() -> None:
    buy, purchase = read("buy").words, read("purchase").words
    assert len(buy.keys() & purchase.keys()) == 1
    assert buy["buy"] > next(weight for feature, weight in buy.items() if feature in purchase)


def test_words_share_their_stem() -> None:
    assert read("closing bridges").words == read("closed bridge").words


def test_a_function_word_weighs_less_than_a_word_of_content() -> None:
    words = read("the gardener").words
    assert 0.0 < words["the"] < max(words.values())


def test_neighbours_make_pairs_and_their_order_counts() -> None:
    there, back = read("welder paints").words, read("paints welder").words
    assert len(there) == 4
    assert len(there.keys() & back.keys()) == 2


def test_words_of_content_tell_their_order_however_far_apart() -> None:
    asked, other = (
        read(f"{one} has today thanked {two}").words for one, two in (("nurse", "guard"), ("guard", "nurse"))
    )
    assert "nurs > guard" in asked
    assert "nurs > guard" not in other


def test_a_pair_of_function_words_weighs_less_than_any_other_pair() -> None:
    def pair(text: str) -> float:
        return next(weight for feature, weight in read(text).words.items() if " " in feature)

    assert pair("of the") < pair("gardener paints")


def test_case_accents_and_punctuation_make_no_difference() -> None:
    assert read("WHO is the Gärdener?!") == read("who is the gardener")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Who painted it?", {"person"}),
        ("Where and when?", {"place", "time"}),
        ("How long does it take?", {"duration"}),
        ("Why?", {"reason"}),
        ("gardener", set()),
    ],
)
def test_what_is_asked_for_is_told(text: str, kinds: set[str]) -> None:
    assert read(text).kinds == kinds


@pytest.mark.parametrize("text", ["What is it?", "Is it open?", "How does it work?"])
def test_what_how_and_yes_or_no_tell_no_entries_apart(text: str) -> None:
    assert read(text).kinds == frozenset()


@pytest.mark.parametrize(("text", "talk"), [("thanks a lot!", True), ("thanks, who is it, the gardener?", False)])
def test_small_talk_is_told(text: str, talk: bool) -> None:
    assert read(text).small_talk is talk


def test_words_wrapped_around_a_claim_make_no_feature() -> None:
    assert read("Is it true that the bridge closes?") == read("the bridge closes")


def test_grams_are_those_of_the_words_with_a_space_at_both_ends() -> None:
    assert read("fish").grams.keys() == {" fi", "fis", "ish", "sh ", " fis", "fish", "ish "}


def test_a_gram_that_comes_twice_weighs_more_but_not_twice_as_much() -> None:
    once, twice = read("trout").grams["tro"], read("trout trout").grams["tro"]
    assert once < twice < 2 * once


def test_a_message_of_the_greatest_length_has_few_grams() -> None:
    text = " ".join(f"word{number}" for number in range(600))
    assert len(read(text).grams) < 1000


def test_a_misspelled_word_is_repaired_and_the_repair_told() -> None:
    reading = READER.read_question("who sells truot", Spelling(Counter(["trout", "sells"]), language="en"))
    assert reading.repairs == {"truot": ("trout",)}
    assert reading.words == read("who sells trout").words
    assert [token.word for token in reading.tokens] == ["who", "sells", "trout"]


def test_a_text_without_misspelled_words_has_no_repairs() -> None:
    reading = READER.read_question("Who sells trout?", Spelling(Counter(["trout", "sells"]), language="en"))
    assert not reading.repairs
    assert reading == read("Who sells trout?")


@pytest.mark.parametrize("text", ["", "?!", "🙂", "\u200b"])
def test_a_text_without_words_has_no_word_features(text: str) -> None:
    reading = read(text)
    assert not reading.words
    assert not reading.tokens
    assert reading.names == reading.kinds == frozenset()
    assert not reading.small_talk


@pytest.mark.parametrize("text", ["", "?!"])
def test_a_text_without_words_has_no_grams(text: str) -> None:
    assert not read(text).grams


def test_a_reader_reads_alike_after_it_was_kept() -> None:
    again = FeatureReader.restore(Parameters.from_bytes(READER.parameters().to_bytes()), "en")
    for text in ("When does Odile Marchand close the bridge?", "thx", ""):
        assert read(text, again) == read(text)


def test_a_language_without_tables_has_words_pairs_and_names() -> None:
    reading = read("wann spricht Odile Marchand", FeatureReader.learn("xx", LEXICON))
    assert reading.names == {"mayor"}
    assert "wann spricht" in reading.words
    assert set(reading.words.values()) <= {1.0, reading.words["wann spricht"], reading.words["wann > spricht"]}


@given(st.text(max_size=500), st.sampled_from(["fr", "en", "ru", "uk", "xx"]))
def test_any_text_has_features_of_positive_weight(text: str, code: str) -> None:
    reading = read(text, FeatureReader.learn(code, LEXICON))
    assert all(0.0 < weight <= 1.0 for weight in reading.words.values())
    assert all(weight >= 1.0 for weight in reading.grams.values())
    assert reading.names <= {"mayor"}
    assert bool(reading.words) == bool(reading.tokens)
