"""Quotes are compared with what stands inside the quotation marks of their sentence, word for word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.quotes import QuotedSentence
from knowledge.text.sentences import number_sentences


def quoted(text: str, number: int = 1) -> QuotedSentence:
    """A sentence of a text, as quotes are compared with it."""
    return QuotedSentence.of(number_sentences(text)[number - 1])


SENTENCE = quoted("Tessier juge «le câble usé jusqu’à la corde et bon à jeter», puis parle d’un «câble neuf».")


@pytest.mark.parametrize(
    "fragments",
    [
        [],
        ["le câble usé"],
        ["usé jusqu'à la corde"],
        ["usé  jusqu’à la corde"],
        ["le câble", "bon à jeter"],
        ["le câble", "la corde", "câble neuf"],
        ["câble", "câble"],
    ],
)
def test_fragments_that_are_quoted_in_order_are_found(fragments: list[str]) -> None:
    assert SENTENCE.missing(fragments) is None


@pytest.mark.parametrize(
    ("fragments", "missing"),
    [
        (["le câble neuf"], "le câble neuf"),
        (["Le câble usé"], "Le câble usé"),
        (["le cable usé"], "le cable usé"),
        (["câble us"], "câble us"),
        (["able usé"], "able usé"),
        (["Tessier juge"], "Tessier juge"),
        (["juge «le câble"], "juge «le câble"),
        (["puis parle"], "puis parle"),
        (["bon à jeter», puis parle d’un «câble"], "bon à jeter», puis parle d’un «câble"),
        (["bon à jeter", "le câble"], "le câble"),
        (["câble", "câble", "câble"], "câble"),
        (["le câble usé", "usé jusqu'à"], "usé jusqu'à"),
    ],
)
def test_what_is_not_quoted_word_for_word_and_in_order_is_missing(fragments: list[str], missing: str) -> None:
    assert SENTENCE.missing(fragments) == missing


@pytest.mark.parametrize("fragments", [["le câble", "usé"], ["le câble usé", "jusqu'à la corde", "bon"]])
def test_between_two_fragments_something_is_left_out(fragments: list[str]) -> None:
    assert SENTENCE.missing(fragments) == fragments[1]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        (
            "La maire a déclaré que le chantier était ‘un bon début’ hier.",
            "un bon début",
            "a déclaré que le chantier était",
        ),
        ("»Oui«, a répondu la maire devant le conseil, »le pont reste«.", "le pont reste", "a répondu la maire"),
        ("— Oui, a répondu la maire. Le pont reste.", "Oui", "a répondu la maire"),
        ("— Мост останется, — сказала мэр.", "Мост останется", "сказала мэр"),
        ("The mayor's plan is 'a good start', she said.", "a good start", "plan is"),
        ("L'accord d'hier, rock 'n' roll et l'été.", "", "roll et"),
        ("Personne n'a rien dit.", "", "rien dit"),
        ("Il a dit oui.", "", "oui"),
    ],
)
def test_words_of_the_narrator_are_no_quote(text: str, inside: str, outside: str) -> None:
    assert quoted(text).missing([outside]) == outside
    assert not inside or quoted(text).missing([inside]) is None


def test_a_sentence_without_marks_is_quoted_if_a_quotation_that_was_opened_goes_on() -> None:
    text = "« Nous voulons un pont.\nNous prendrons le temps.\nTout ira bien », dit-elle. Le pont attend."
    assert quoted(text, 2).missing(["prendrons le temps"]) is None
    assert quoted(text, 4).missing(["pont attend"]) == "pont attend"


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Elle dit «un câ\u00adble neuf».", "un câble neuf"),
        ("Elle dit «un câble neuf».", "un câ\u00adble neuf"),
        ("Elle dit «un câ\u200bble\u2060 neuf».", "un câble neuf"),
        ("Elle dit «un câble\u00a0neuf».", "un câble neuf"),
        ("Elle dit «un câble\u202fneuf».", "un câble neuf"),
        ("Elle dit «\u200eun câble neuf\u200f».", "un câble\u200d neuf"),
        (unicodedata.normalize("NFD", "Elle dit «un câble neuf»."), "un câble neuf"),
        ("Elle dit «l’un d‘eux».", "l'un d'eux"),
    ],
)
def test_what_nobody_sees_makes_no_difference(text: str, fragment: str) -> None:
    assert quoted(text).missing([fragment]) is None


@pytest.mark.parametrize(
    ("text", "fragment", "difference"),
    [
        (
            "«un arc\u2011en-ciel»",
            "un arc-en-ciel",
            "character 7 is U+002D (-, hyphen-minus), in the article it is U+2011",
        ),
        (
            "«un conﬁdent»",
            "un confident",
            "character 7 is U+0066 (f, latin small letter f), in the article it is U+FB01",
        ),
        ("«un confident»", "un conﬁdent", "character 7 is U+FB01"),
        ("«un pont… sûr»", "un pont... sûr", "character 8 is U+002E (., full stop), in the article it is U+2026"),
        (
            "«un pont... sûr»",
            "un pont… sûr",
            "character 8 is U+2026 (…, horizontal ellipsis), in the article it is U+002E",
        ),
        ("«un pont – sûr»", "un pont — sûr", "character 9 is U+2014"),
        ("«un роnt»", "un pont", "character 4 is U+0070 (p, latin small letter p), in the article it is U+0440"),
        ("«un “pont”»", 'un "pont"', "character 4 is U+0022"),
        ("«un pont à ２０ m»", "un pont à 20 m", "character 11 is U+0032"),
    ],
)
def test_what_looks_the_same_is_named_by_code_point_and_place(text: str, fragment: str, difference: str) -> None:
    sentence = quoted(text)
    assert sentence.missing([fragment]) == fragment
    assert (sentence.difference(fragment) or "").startswith(difference)


@pytest.mark.parametrize("fragment", ["un pont neuf", "Un pont", "un pont sur", "dit un", "un pon"])
def test_what_looks_different_is_not_explained(fragment: str) -> None:
    assert quoted("Elle dit «un pont sûr».").difference(fragment) is None


def test_an_invisible_fragment_is_quoted_nowhere() -> None:
    assert quoted("«un pont»").missing(["\u200b"]) == "\u200b"


def test_what_is_left_out_stands_between_two_fragments() -> None:
    sentence = quoted("Il dit «Poursuivre ne fera que prolonger, puis causer tout».")
    assert sentence.left_out(["Poursuivre", "prolonger", "causer"]) == [" ne fera que ", ", puis "]
    assert sentence.left_out(["Poursuivre"]) == []


@given(
    st.text("ab '’«»\".é", min_size=1, max_size=20), st.lists(st.text("ab '«.é", min_size=1, max_size=6), max_size=3)
)
def test_what_is_missing_is_one_of_the_fragments(text: str, fragments: list[str]) -> None:
    missing = quoted(f"a {text}").missing(fragments)
    assert missing is None or missing in fragments


@given(st.text("ab '’«»\"“”„—….,-é\u00ad", max_size=40))
def test_offsets_are_those_of_what_is_quoted(text: str) -> None:
    for sentence in number_sentences(f"a {text}"):
        made = QuotedSentence.of(sentence)
        for start, end in made.quoted:
            assert 0 <= start <= end <= len(made.text)
            assert made.text[start:end] == made.text[start:end].strip()
