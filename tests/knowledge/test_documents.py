"""YAML documents give their values, the lines of them, and a sentence for what is wrong."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge

PATH = Path("somewhere/faq.yaml")


class Answer(BaseModel):
    """A shape to try."""

    model_config = ConfigDict(extra="forbid")

    id: str
    evidence: list[int]


class Faq(BaseModel):
    """A shape of answers to try."""

    model_config = ConfigDict(extra="forbid")

    entries: list[Answer]


def refused(text: str, shape: type[BaseModel] | None = None) -> tuple[Finding, ...]:
    """What is wrong with a text."""

    def read() -> None:
        document = Document.parse(PATH, text)
        if shape is not None:
            document.shaped(shape)

    with pytest.raises(InvalidKnowledge) as refusal:
        read()
    return refusal.value.findings


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("a: ~\nb:\nc: null", {"a": None, "b": None, "c": None}),
        ("a: 12\nb: -3\nc: '12'", {"a": 12, "b": -3, "c": "12"}),
        ("a: true\nb: False", {"a": True, "b": False}),
        ("served: [no, on, yes, off]", {"served": ["no", "on", "yes", "off"]}),
        ("date: 2021-05-03", {"date": "2021-05-03"}),
        ("a: 1.5", {"a": "1.5"}),
        ("- a\n- [b, {c: d}]", ["a", ["b", {"c": "d"}]]),
        ("a: >-\n  deux\n  lignes\n", {"a": "deux lignes"}),
        ("a: &x {b: 1}\nc: *x", {"a": {"b": 1}, "c": {"b": 1}}),
        ("\ufeffa: é", {"a": "é"}),
    ],
)
def test_values_are_read_as_yaml_1_2_has_them(text: str, data: Any) -> None:
    assert Document.parse(PATH, text).data == data


LINES = """\
title: Le pont
entries:
  - id: closing
    evidence: [1,
      2]
  - id: safety

    evidence:
      - 3
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 1),
        (("entries",), 2),
        (("entries", 0), 3),
        (("entries", 0, "id"), 3),
        (("entries", 0, "evidence"), 4),
        (("entries", 0, "evidence", 1), 5),
        (("entries", 1, "evidence", 0), 9),
    ],
)
def test_the_line_of_a_value_counts_from_1(place: tuple[str | int, ...], line: int) -> None:
    assert Document.parse(PATH, LINES).line(*place) == line


@pytest.mark.parametrize(
    ("place", "line"), [(("entries", 1, "said", 4), 6), (("entries", 7), 2), (("people",), None), ((), None)]
)
def test_the_line_of_what_is_missing_is_that_of_what_is_around_it(
    place: tuple[str | int, ...], line: int | None
) -> None:
    assert Document.parse(PATH, LINES).line(*place) == line


def test_a_finding_names_file_line_and_entry() -> None:
    finding = Document.parse(PATH, LINES).finding("Correct it.", "entries", 1, "id", entry_id="safety")
    assert str(finding) == f"{PATH}:6: entry safety: Correct it."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 'open", 2),
        ("a:\n\t- b", 2),
        ("a: 1\nb: *nowhere", 2),
        ("a: [1, 2", 2),
        ("a: 1\n---\nb: 2", 2),
        ("a: 1\n  b: 2", 2),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    (finding,) = refused(text)
    assert finding.path == PATH
    assert finding.line == line
    assert finding.problem.startswith("This is not valid YAML: ")


@pytest.mark.parametrize("text", ["a: \x00b", "a: \x07b"])
def test_control_characters_are_refused(text: str) -> None:
    (finding,) = refused(text)
    assert finding.problem.startswith("This is not valid YAML: ")


@pytest.mark.parametrize("text", ["a: &x [*x]", "a: &x {b: *x}", "[" * 4000 + "]" * 4000])
def test_what_never_ends_is_refused(text: str) -> None:
    (finding,) = refused(text)
    assert finding.path == PATH


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [("a: 1\nb: 2\na: 3", "a", 3), ("x:\n  - {id: 1, id: 2}", "id", 2), ("1: a\n1: b", "1", 2)],
)
def test_a_key_that_stands_twice_is_refused(text: str, key: str, line: int) -> None:
    (finding,) = refused(text)
    assert (finding.line, finding.problem) == (line, f"The key {key} stands twice: remove one.")


def test_every_key_that_stands_twice_is_named() -> None:
    assert [finding.line for finding in refused("a: 1\na: 2\nb: 1\nb: 2")] == [2, 4]


def test_a_document_takes_its_shape() -> None:
    faq = Document.parse(PATH, "entries: [{id: closing, evidence: [1]}]").shaped(Faq)
    assert faq.entries == [Answer(id="closing", evidence=[1])]


@pytest.mark.parametrize(
    ("text", "line", "entry", "problem"),
    [
        ("entries:\n- id: a\n  evidence: [1]\n  answr: b", 4, "a", "The key entries.0.answr is unknown here"),
        ("entries:\n- id: a", 2, "a", "The key entries.0.evidence is missing"),
        ("entries:\n- id: a\n  evidence:\n  - 1\n  - deux", 5, "a", "entries.0.evidence.1 cannot be 'deux'"),
        ("entries:\n- evidence: [1]", 2, None, "The key entries.0.id is missing"),
        ("entries:\n- plain", 2, None, "entries.0 cannot be 'plain'"),
        ("entries: none", 1, None, "entries cannot be 'none'"),
        ("title: x\nentries: []", 1, None, "The key title is unknown here"),
        ("", None, None, "the file cannot be None"),
        ("- a", None, None, "the file cannot be ['a']"),
    ],
)
def test_a_misshapen_document_is_refused_with_line_and_entry(
    text: str, line: int | None, entry: str | None, problem: str
) -> None:
    (finding,) = refused(text, Faq)
    assert (finding.line, finding.entry_id) == (line, entry)
    assert finding.problem.startswith(problem)


def test_everything_misshapen_is_named_at_once() -> None:
    findings = refused("entries:\n- id: a\n- evidence: [1]\n  more: 2", Faq)
    assert sorted(finding.problem.split(":")[0] for finding in findings) == [
        "The key entries.0.evidence is missing",
        "The key entries.1.id is missing",
        "The key entries.1.more is unknown here",
    ]
