"""`selon draft FOLDER --brief` and `--fill`: help from outside, verified line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import Selon

TEXT = """Larkmead footbridge shut until summer
The footbridge at Larkmead has been shut since 3 May because rust is eating through its cables.
“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters. She promised “a free ferry.”
"""


@pytest.fixture
def folder(selon: Selon, tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    assert selon("draft", str(tmp_path / "bridge.txt"), "--into", str(tmp_path / "bridge")).status == 0
    return tmp_path / "bridge"


def filled(selon: Selon, folder: Path, *lines: str) -> tuple[int, str]:
    ran = selon("draft", str(folder), "--fill", "-", typed="\n".join(lines))
    assert ran.err == ""
    return ran.status, ran.out


def test_a_brief_has_the_sentences_and_a_line_for_each_gap(selon: Selon, folder: Path) -> None:
    ran = selon("draft", str(folder), "--brief")
    assert (ran.status, ran.err) == (0, "")
    assert "# 2. The footbridge at Larkmead" in ran.out
    assert "[quill-s3] fr translation 1:" in ran.out
    assert "[quill-s3] en translation" not in ran.out
    assert filled(selon, folder, ran.out) == (0, "0 lines are taken in as drafts, 0 are refused.\n")


def test_what_holds_is_taken_in_and_stays_a_draft(selon: Selon, folder: Path, tmp_path: Path) -> None:
    status, out = filled(
        selon,
        folder,
        "[quill-s3] fr answer: La maire, Ada Quill, promet de rouvrir : « avant la moisson ».",
        "[quill-s3] fr translation 1: Nous la rouvrirons avant la moisson",
        "[quill-s3] fr colloquial: ça rouvre quand le pont",
    )
    assert (status, out) == (0, "3 lines are taken in as drafts, 0 are refused.\n")
    words = (folder / "fr.yaml").read_text("utf-8")
    assert "« avant la moisson »" in words
    assert "ça rouvre quand le pont" in words
    checked = selon("check", "--folder", str(folder), "--article", str(tmp_path / "bridge.txt"))
    assert checked.status == 0
    assert "of them drafts" in checked.out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[quill-s3] en answer: The mayor promises 40 ferries.", "40"),
        ("[quill-s3] en answer: According to Bartholomew Crane, it opens soon.", "Crane"),
        ("[quill-s3] en answer: The mayor says: “Never again in my life.”", "verbatim"),
        ("[nobody-s9] en answer: It is shut.", "There is no entry"),
        ("[quill-s3] de answer: Sie ist zu.", "not served"),
        ("[quill-s3] en riddle: Is it shut?", "no kind"),
        ("[quill-s3] fr translation 7: Non", "say which one"),
        ("[quill-s3] en translation 1: Non", "no translation"),
        ("[quill-s3 en answer: It is shut.", "form"),
        ("[quill-s3] en answer: It has been shut since 3 May because rust is eating through its cables.", "in a row"),
    ],
)
def test_what_does_not_hold_is_refused_by_its_line(selon: Selon, folder: Path, line: str, reason: str) -> None:
    before = {path: path.read_text("utf-8") for path in folder.iterdir()}
    status, out = filled(selon, folder, "# a comment", line)
    assert status == 1
    assert out.startswith("line 2: ")
    assert reason in out
    assert {path: path.read_text("utf-8") for path in folder.iterdir()} == before


def test_what_somebody_has_accepted_is_left_alone(selon: Selon, folder: Path) -> None:
    faq = folder / "faq.yaml"
    faq.write_text(faq.read_text("utf-8").replace("    draft: true\n", ""), "utf-8")
    status, out = filled(selon, folder, "[quill-s3] en answer: The mayor will reopen it.")
    assert (status, "accepted" in out) == (1, True)


def test_another_text_than_the_articles_is_refused(selon: Selon, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    ran = selon("draft", str(folder), "--brief")
    assert (ran.status, ran.out) == (2, "")
    assert "is not the text" in ran.err
    (tmp_path / "bridge.txt").unlink()
    assert "--article" in selon("draft", str(folder), "--brief").err
