"""A key under its former name counts as the present one, with a warning that says where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import InvalidKnowledge, WarningKind
from knowledge.files import add_variants, check_article, load_library, proofread_article
from knowledge.matcher import Variant

Replace = Callable[[Path, str, str], int]


def with_former_keys(folder: Path) -> dict[str, int]:
    """Put the former names into the files of a folder; returns the first line of each, from 1, by file."""
    lines = {}
    for name, present, former in (
        ("faq.yaml", "    statements:", "    said:"),
        ("fr.yaml", "out_of_scope:", "silences:"),
        ("en.yaml", "out_of_scope:", "silences:"),
    ):
        content = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(content.replace(present, former), encoding="utf-8")
        lines[name] = content[: content.index(present)].count("\n") + 1
    return lines


def warned(folder: Path, text: Path | None = None) -> list[str]:
    """The warnings about former names."""
    warnings = proofread_article(folder, text)
    return [str(each) for each in warnings if each.warning is WarningKind.FORMER_KEY]


def test_former_keys_load_as_the_present_ones(folder: Path, text: Path) -> None:
    before = load_library(folder)
    assert before.warnings == ()
    with_former_keys(folder)
    assert load_library(folder).articles == before.articles
    assert {each.warning for each in check_article(folder, text)} == {None}, "nothing but variants that are owed"


def test_each_file_is_warned_of_once_with_the_present_key_and_its_line(folder: Path, text: Path) -> None:
    lines = with_former_keys(folder)
    expected = [
        f"{folder / 'faq.yaml'}:{lines['faq.yaml']}: warning (former-key): The key said is called statements now:"
        " rename it, here and in 2 other places.",
        *(
            f"{folder / name}:{lines[name]}: warning (former-key): The key silences is called out_of_scope now:"
            " rename it."
            for name in ("fr.yaml", "en.yaml")
        ),
    ]
    assert warned(folder) == warned(folder, text) == expected
    assert [str(each) for each in load_library(folder).warnings] == expected


def test_the_warning_comes_beside_what_is_wrong_too(folder: Path, replace: Replace) -> None:
    with_former_keys(folder)
    replace(folder / "faq.yaml", "via: echo", "via: gazette")
    assert len(warned(folder)) == 3
    with pytest.raises(InvalidKnowledge, match="gazette"):
        load_library(folder)


def test_an_article_may_allow_its_former_keys(folder: Path) -> None:
    with_former_keys(folder)
    path = folder / "article.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "allow: [former-key]\n", encoding="utf-8")
    assert warned(folder) == []
    assert load_library(folder).warnings == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "entry", "former", "present"),
    [
        ("faq.yaml", "  - id: safety\n", "  - id: safety\n    said: []\n", "safety", "said", "statements"),
        ("fr.yaml", "out_of_scope:\n", "silences: []\nout_of_scope:\n", None, "silences", "out_of_scope"),
    ],
)
def test_both_keys_in_one_place_are_refused(
    folder: Path, replace: Replace, name: str, old: str, new: str, entry: str | None, former: str, present: str
) -> None:
    replace(folder / name, old, new)
    with pytest.raises(InvalidKnowledge) as refusal:
        load_library(folder)
    (finding,) = refusal.value.findings
    assert finding.problem == (f"The key {former} is called {present} now, and here are both: keep {present} only.")
    assert (finding.path, finding.entry_id) == (folder / name, entry)
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    assert finding.line is not None
    assert lines[finding.line - 1].strip().startswith(f"{former}:")


def test_what_is_wrong_under_a_former_key_is_named_by_the_present_one_and_its_line(
    folder: Path, replace: Replace
) -> None:
    with_former_keys(folder)
    line = replace(folder / "faq.yaml", "kind: quote", "kind: gossip")
    with pytest.raises(InvalidKnowledge) as refusal:
        load_library(folder)
    (finding,) = refusal.value.findings
    assert (finding.line, finding.entry_id) == (line, "safety")
    assert finding.problem.startswith("kind of item 1 of statements cannot be 'gossip'")


@pytest.mark.parametrize("content", ["said: [", "entries: {said: 1}", "entries: [said, {said: 2}]", "- said: []"])
def test_former_keys_where_none_belong_are_findings_and_no_crash(folder: Path, content: str) -> None:
    (folder / "faq.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidKnowledge):
        load_library(folder)


def test_a_statement_under_a_former_key_may_be_an_alias(folder: Path, replace: Replace) -> None:
    with_former_keys(folder)
    content = (folder / "faq.yaml").read_text(encoding="utf-8")
    anchored = content.replace("      - speaker: arnaud\n", "      - &safe\n        speaker: arnaud\n")
    other = "  - {id: other, topic: works, evidence: [3], said: [*safe]}\n"
    (folder / "faq.yaml").write_text(anchored + other, encoding="utf-8")
    for code in ("fr", "en"):
        replace(
            folder / f"{code}.yaml",
            "entries:\n",
            f"entries:\n  other: {{questions: {{question: [autre {code}]}}, answer: x}}\n",
        )
    entries = {entry.id: entry for entry in load_library(folder).articles[0].entries}
    assert entries["other"].statements == entries["safety"].statements


def test_variants_are_added_under_the_key_that_the_file_has(folder: Path) -> None:
    with_former_keys(folder)
    additions = {"passerelle": [Variant(None, "fr", "Et le tram ?"), Variant(None, "en", "And the tram?")]}
    add_variants(folder, additions)
    for code, text in (("fr", "Et le tram ?"), ("en", "And the tram?")):
        content = (folder / f"{code}.yaml").read_text(encoding="utf-8")
        assert f'- "{text}"' in content.partition("silences:")[2]
        assert "out_of_scope" not in content
    assert load_library(folder).articles[0].out_of_scope["en"][-1] == "And the tram?"
