"""Plain values say what they hold."""

import dataclasses

import pytest

from knowledge.model import Entry, Statement, StatementKind, Wording


def statement(*quote: str) -> Statement:
    """A statement with a quote."""
    return Statement(speaker="arnaud", kind=StatementKind.QUOTE, venue=None, via=None, quote=quote, sentence=3)


ENTRY = Entry(
    id="closing",
    article="passerelle",
    topic="works",
    evidence=(1, 2),
    statements=(statement("un pont sûr"),),
    variants={
        "fr": {
            Wording.KEYWORDS: ["fermeture passerelle"],
            Wording.QUESTION: ["Quand la passerelle ferme-t-elle ?", "Elle ferme quand ?"],
            Wording.CLAIM: [],
        },
        "en": {Wording.QUESTION: ["When does the footbridge close?"]},
    },
    answers={"fr": "En juin.", "en": "In June."},
)


@pytest.mark.parametrize(
    ("fragments", "quoted"),
    [((), None), (("un pont sûr",), "un pont sûr"), (("un pont", "pour", "tous"), "un pont […] pour […] tous")],
)
def test_a_quote_marks_what_is_left_out(fragments: tuple[str, ...], quoted: str | None) -> None:
    assert statement(*fragments).quote_line == quoted


@pytest.mark.parametrize(
    ("language", "title"),
    [("fr", "Quand la passerelle ferme-t-elle ?"), ("en", "When does the footbridge close?")],
)
def test_the_title_of_an_entry_is_its_first_question(language: str, title: str) -> None:
    assert ENTRY.title(language) == title


def test_the_questions_of_an_entry_are_all_its_variants_in_a_language() -> None:
    assert ENTRY.questions("fr") == (
        "fermeture passerelle",
        "Quand la passerelle ferme-t-elle ?",
        "Elle ferme quand ?",
    )
    assert ENTRY.questions("en") == ("When does the footbridge close?",)


def test_values_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ENTRY.topic = "cable"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        ENTRY.statements[0].venue = "radio"  # type: ignore[misc]


def test_kinds_and_wordings_are_written_as_the_files_write_them() -> None:
    assert [f"{kind}" for kind in StatementKind] == ["quote", "paraphrase", "report"]
    assert [f"{wording}" for wording in Wording] == ["question", "keywords", "colloquial", "claim", "oblique"]
