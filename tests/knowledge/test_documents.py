"""YAML documents give their values, the lines of them, and a sentence for what is wrong."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge

PATH = Path("somewhere/faq.yaml")


def refused(text: str) -> tuple[Finding, ...]:
    """Return the reason why a text cannot be read."""
    with pytest.raises(InvalidKnowledge) as refusal:
        Document.parse(PATH, text)
    return refusal.value.findings


def flaws(text: str) -> list[tuple[int | None, str]]:
    """Return the flaws of a text, with their lines."""
    return [(finding.line, finding.problem) for finding in Document.parse(PATH, text).flaws]


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
    ("place", "line"), [(("entries", 1, "statements", 4), 6), (("entries", 7), 2), (("people",), None), ((), None)]
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
        ("a: [1, 2", 2),
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
    ("text", "line", "problem"),
    [
        ("a: 1\nb: *nowhere", 2, "points to an anchor that is not there"),
        ("a:\n- *pont fermé", 2, "put the text in quotation marks"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: 1\n? [x, y]\n: b", 2, "A key has to be a text"),
        ("a: 1\n? {x: y}\n: b", 2, "A key has to be a text"),
        ("%TAG ! tag:example.org,2000:\n---\na: 1", 1, "directive"),
        ("%YAML 1.1\n---\na: 1", 1, "directive"),
        ("a:\n  b: \ud800", 2, "U+D800"),
        ("a: 1\nb: \x1b[31m", 2, "U+001B"),
    ],
)
def test_what_knowledge_does_not_use_of_yaml_is_refused_with_its_line(text: str, line: int, problem: str) -> None:
    (finding,) = refused(text)
    assert finding.line == line
    assert problem in finding.problem


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: 2\na: 3", 3, "The key a stands twice: remove one."),
        ("x:\n  - {id: 1, id: 2}", 2, "The key id stands twice: remove one."),
        ("1: a\n1: b", 2, "The key 1 stands twice: remove one."),
        ("a:\n- !pont fermeture", 2, "put the text in quotation marks"),
        ("a: !!python/object:os.system {}", 1, "tag"),
        ("a: !!str 12", 1, "tag"),
        ("a: !<tag:x> [1]", 1, "tag"),
        ("a:\n- &pont fermé", 2, "put the text in quotation marks"),
        ("a: &x {b: 1}\nc:\n  <<: *x", 3, "Merge keys"),
        ("a: " + "9" * 5000, 1, "5000 digits"),
        ('"a\\e[31m": 1', 1, "U+001B"),
        ('"a\\0": 1', 1, "U+0000"),
        ('"a\\u202e": 1', 1, "U+202E"),
    ],
)
def test_what_knowledge_does_not_use_of_yaml_is_a_flaw(text: str, line: int, problem: str) -> None:
    (found,) = flaws(text)
    assert found[0] == line
    assert problem in found[1]


def test_every_key_that_stands_twice_is_named() -> None:
    assert [line for line, _ in flaws("a: 1\na: 2\nb: 1\nb: 2")] == [2, 4]


def bomb(width: int, levels: int) -> str:
    """Return lists of aliases to lists of aliases, which written out hold width to the power of levels values."""
    lines = [f"a0: &a0 [{', '.join('x' * width)}]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]" for level in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize("text", [bomb(9, 9), bomb(2, 40), "- a\n" * 100_001])
def test_a_text_with_too_many_values_is_refused(text: str) -> None:
    (finding,) = refused(text)
    assert "more than 100000 values" in finding.problem


@pytest.mark.parametrize("text", ["[" * 50_000, "[" * 50_000 + "]" * 50_000, "{a: " * 50_000, "- " * 50_000])
def test_deep_nesting_is_refused_before_anything_recurses(text: str) -> None:
    (finding,) = refused(text)
    assert (finding.line, finding.problem) == (1, "The nesting is deeper than 20: write it flatter.")


def test_the_nesting_that_is_allowed_is_read() -> None:
    assert Document.parse(PATH, "[" * 20 + "]" * 20).data == eval("[" * 20 + "]" * 20)


def test_two_aliases_give_values_of_their_own() -> None:
    data = Document.parse(PATH, "a: &x [1]\nb: *x\nc: *x").data
    data["b"].append(2)
    assert data == {"a": [1], "b": [1, 2], "c": [1]}


def test_a_place_in_an_alias_has_the_line_where_it_is_written() -> None:
    document = Document.parse(PATH, "a:\n- &x\n  b: 1\n  c: 2\nd:\n- *x\n")
    assert document.line("d", 0, "c") == 4


@pytest.mark.parametrize(
    "text",
    [
        "s3cret: [",
        "*s3cret",
        "s3cret\n---\nb",
        "s3cret: }",
        "s3cret:\t: a",
        "s3cret: &s3cret [*s3cret",
        "%s3cret x\n--- a",
    ],
)
def test_nothing_of_a_text_that_cannot_be_read_is_quoted(text: str) -> None:
    assert all("s3cret" not in str(finding) for finding in refused(text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: le pont #3 de mai", {("a",)}),
        ("a:\n- le pont #3", {("a", 0)}),
        ("a: le pont\n  fermé # note", {("a",)}),
        ("a: [le pont #3\n  , x]", {("a", 0)}),
        ("a: 'le pont' # note", set()),
        ("a: >-\n  le pont #3", set()),
        ("a: le pont#3", set()),
        ("a: [1]  # note", set()),
        ("a:  # note\n  b: 1", set()),
        ("😀: é😀 #3", {("😀",)}),
    ],
)
def test_unquoted_texts_that_a_comment_follows_are_known(text: str, places: set[tuple[str | int, ...]]) -> None:
    assert Document.parse(PATH, text).commented == places
    assert Document.parse(PATH, "\ufeff" + text).commented == places
