"""`selon review --drafts`: drafts looked at one by one, typed commands in, verified files out."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from commandline import Ran, Selon
from ruamel.yaml import YAML

TEXT = """Larkmead footbridge shut until summer
The footbridge at Larkmead has been shut since 3 May because rust is eating through its cables.
“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters. She promised “a free ferry.”
"""
DRAFTS = ["quill-overview", "summary", "reuters-relayed", "quill-s3", "quill-s4", "fact-s1", "fact-s2"]


@pytest.fixture
def folder(selon: Selon, tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    assert selon("draft", str(tmp_path / "bridge.txt"), "--into", str(tmp_path / "bridge")).status == 0
    assert [each["id"] for each in faq(tmp_path / "bridge")] == DRAFTS
    return tmp_path / "bridge"


def faq(folder: Path) -> list[dict[str, Any]]:
    return list(YAML(typ="safe").load((folder / "faq.yaml").read_text("utf-8"))["entries"])


def entry(folder: Path, entry_id: str) -> dict[str, Any]:
    return next(each for each in faq(folder) if each["id"] == entry_id)


def answer(folder: Path, code: str, entry_id: str) -> str:
    words = YAML(typ="safe").load((folder / f"{code}.yaml").read_text("utf-8"))
    return str(words["entries"][entry_id]["answer"])


def reviewed(selon: Selon, folder: Path, *lines: str) -> Ran:
    ran = selon("review", "--drafts", "--folder", str(folder), typed="".join(f"{line}\n" for line in lines))
    assert (ran.status, ran.err) == (0, "")
    assert selon("check", "--folder", str(folder), "--article", f"{folder}.txt").status == 0 or "too few" in ran.out
    return ran


def contents(folder: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in folder.iterdir()}


def passing(entry_id: str) -> list[str]:
    """The commands that lead to a draft."""
    return ["next"] * DRAFTS.index(entry_id)


def test_a_draft_is_shown_with_its_sentences_statements_and_answers(selon: Selon, folder: Path) -> None:
    out = reviewed(selon, folder, *passing("quill-s3")).out
    shown = out[out.index("quill-s3 · 4 to look at") :]
    assert "“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters." in shown
    assert "1. Ada Quill → Reuters (quote)" in shown
    assert "\x1b" not in out


def test_accepting_removes_the_mark_and_records_the_day_and_no_name(selon: Selon, folder: Path) -> None:
    before = contents(folder)
    ran = reviewed(selon, folder, "accept", "quit")
    today = datetime.now(UTC).date().isoformat()
    after = contents(folder)
    assert after.pop(folder / "faq.yaml") == before.pop(folder / "faq.yaml").replace(
        "draft: true", f"accepted: {today}", 1
    )
    assert after == before
    assert "bridge: 1 accepted, 0 dropped, 6 drafts are left." in ran.out


def test_comments_stay_where_they_are(selon: Selon, folder: Path) -> None:
    path = folder / "faq.yaml"
    noted = path.read_text("utf-8").replace("    draft: true\n", "    draft: true  # by a program\n    # look\n", 1)
    path.write_text(noted.replace("  - id: fact-s2", "  # the reason\n  - id: fact-s2"), "utf-8")
    reviewed(selon, folder, "accept", *["next"] * 4, "drop", "quit")
    left = path.read_text("utf-8")
    assert " # by a program\n    # look\n" in left
    assert "  # the reason\n  - id: fact-s2" in left


def test_a_review_that_was_left_is_taken_up_at_the_first_draft_that_is_left(selon: Selon, folder: Path) -> None:
    reviewed(selon, folder, "accept")
    out = reviewed(selon, folder).out
    assert "summary · 6 to look at" in out
    assert "quill-overview ·" not in out


def test_where_no_draft_is_left_it_says_so(selon: Selon, folder: Path) -> None:
    assert "7 accepted, 0 dropped, 0 drafts are left." in reviewed(selon, folder, *["a"] * 7).out
    assert "0 accepted, 0 dropped, 0 drafts are left." in reviewed(selon, folder).out


def test_an_answer_is_edited_and_what_its_evidence_lacks_is_said(selon: Selon, folder: Path) -> None:
    typed = "The mayor says that it opens again in 47 days."
    ran = reviewed(selon, folder, *passing("quill-s3"), "edit answer en", typed)
    assert answer(folder, "en", "quill-s3") == typed
    assert entry(folder, "quill-s3")["draft"] is True
    assert "warning (number)" in ran.out


def test_an_answer_of_too_many_words_of_the_article_is_refused(selon: Selon, folder: Path) -> None:
    before = contents(folder)
    typed = "It has been shut since 3 May because rust is eating through its cables."
    assert "in a row" in reviewed(selon, folder, *passing("fact-s2"), "edit answer en", typed).out
    assert contents(folder) == before


def test_an_answer_that_the_end_of_input_cuts_off_is_not_written(selon: Selon, folder: Path) -> None:
    before = contents(folder)
    ran = selon("review", "--drafts", "--folder", str(folder), typed="edit answer en\n")
    assert ran.status == 0
    assert contents(folder) == before


def test_a_speaker_becomes_nobody_somebody_known_or_somebody_new(selon: Selon, folder: Path) -> None:
    def statement() -> dict[str, Any]:
        return dict(entry(folder, "quill-s3")["statements"][0])

    lead = passing("quill-s3")
    reviewed(selon, folder, *lead, "edit speaker", "-")
    assert (statement()["speaker"], statement()["kind"]) == (None, "report")
    reviewed(selon, folder, *lead, "edit speaker 1", "ada quill")
    assert (statement()["speaker"], statement()["kind"]) == ("quill", "paraphrase")
    reviewed(selon, folder, *lead, "edit speaker", "+Zoe Marsh")
    assert statement()["speaker"] == "marsh"
    people = YAML(typ="safe").load((folder / "article.yaml").read_text("utf-8"))["people"]
    assert people["marsh"]["name"]["ru"] != people["marsh"]["name"]["en"] == "Zoe Marsh"


def test_an_outlet_and_a_venue_are_edited(selon: Selon, folder: Path) -> None:
    lead = passing("quill-s3")
    reviewed(selon, folder, *lead, "edit outlet", "+Valley Radio", "edit venue", "at a press conference")
    [statement] = entry(folder, "quill-s3")["statements"]
    assert (statement["via"], statement["venue"]) == ("valley-radio", "press-conference")
    reviewed(selon, folder, *lead, "edit venue", "by the old mill", "près du moulin", "у мельницы", "біля млина")
    [statement] = entry(folder, "quill-s3")["statements"]
    assert statement["venue"] == "by-the-old-mill"
    assert "у мельницы" in (folder / "ru.yaml").read_text("utf-8")


def test_a_draft_is_split_at_a_sentence(selon: Selon, folder: Path) -> None:
    words = [word for code in ("fr", "en", "ru", "uk") for word in (f"Split {code}?", "")]
    reviewed(selon, folder, "split 4", *words)
    assert [entry(folder, each)["evidence"] for each in ("quill-overview", "quill-overview-s4")] == [[3], [4]]
    assert entry(folder, "quill-overview-s4")["draft"] is True
    assert answer(folder, "fr", "quill-overview-s4") == answer(folder, "fr", "quill-overview")


def test_drafts_are_merged(selon: Selon, folder: Path) -> None:
    answers = [answer(folder, "en", each) for each in ("quill-s3", "quill-s4")]
    reviewed(selon, folder, *passing("quill-s3"), "merge quill-s4")
    merged = entry(folder, "quill-s3")
    assert merged["evidence"] == [3, 4]
    assert len(merged["statements"]) == 2
    assert answer(folder, "en", "quill-s3") == " ".join(answers)
    assert "quill-s4" not in [each["id"] for each in faq(folder)]


def test_a_dropped_draft_leaves_nothing_behind(selon: Selon, folder: Path) -> None:
    out = reviewed(selon, folder, "drop", "next", *["drop"] * 3).out
    assert "0 accepted, 4 dropped, 3 drafts are left." in out
    left = contents(folder)
    assert not any("quill-s3" in text for text in left.values())
    assert not any("quotes:" in text or "untranslated:" in text for text in left.values())


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("fly", "“fly” is none of these"),
        ("", "is none of these"),
        ("accept now", "Type `accept` and no more."),
        ("edit", "Type `edit answer`"),
        ("edit answer de", "Type `edit answer`"),
        ("edit speaker 9", "name one by its number"),
        ("edit speaker\nNobody Known", "is not among the people"),
        ("edit outlet\n+ ", "Write the name behind +"),
        ("split 3", "Name the sentence"),
        ("split x", "Type `split SENTENCE`"),
        ("merge nothing", "There is no entry nothing"),
        ("merge quill-overview", "That is this draft"),
        ("help", "leave it as it is for now"),
    ],
)
def test_input_that_is_none_gets_a_sentence_and_changes_nothing(
    selon: Selon, folder: Path, typed: str, reply: str
) -> None:
    before = contents(folder)
    assert reply in reviewed(selon, folder, *typed.split("\n")).out
    assert contents(folder) == before


def test_what_does_not_hold_is_said_and_not_written(selon: Selon, folder: Path) -> None:
    before = contents(folder)
    words = [word for code in ("fr", "en", "ru", "uk") for word in ("Reuters?", "")]
    ran = reviewed(selon, folder, "split 4", *words)
    assert "That does not hold, nothing is written:" in ran.out
    assert "equals the variant" in ran.out
    assert contents(folder) == before


def test_the_text_is_asked_for_where_it_is_not_beside_the_folder(selon: Selon, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").rename(tmp_path / "elsewhere.txt")
    ran = selon("review", "--drafts", "--folder", str(folder))
    assert (ran.status, "--article" in ran.err) == (2, True)
    arguments = ("--folder", str(folder), "--article", str(tmp_path / "elsewhere.txt"))
    assert selon("review", "--drafts", *arguments, typed="accept\n").status == 0
    assert entry(folder, "quill-overview").get("draft") is None


def test_a_draft_that_is_accepted_too_is_found(selon: Selon, folder: Path) -> None:
    path = folder / "faq.yaml"
    written = path.read_text("utf-8")
    for day, problem in (("2026-11-30", "remove one of `draft` and `accepted`"), ("soon", "a day as in 2026-11-30")):
        path.write_text(written.replace("draft: true\n", f"draft: true\n    accepted: {day}\n", 1), "utf-8")
        assert problem in selon("check", "--folder", str(folder)).out


def test_files_that_somebody_changes_meanwhile_are_read_again_and_not_overwritten(
    selon: Selon, folder: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "bot", "review", "--drafts", "--folder", str(folder)]
    path = folder / "en.yaml"
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as ran:
        assert ran.stdin is not None
        assert ran.stdout is not None
        ran.stdin.write("help\n")
        ran.stdin.flush()
        for line in ran.stdout:
            if line.startswith("quit —"):
                break
        path.write_text(path.read_text("utf-8") + "# by hand\n", "utf-8")
        out, _ = ran.communicate("drop\ndrop\n", timeout=60)
    assert "The files have changed meanwhile" in out
    assert "0 accepted, 1 dropped" in out
    assert path.read_text("utf-8").endswith("# by hand\n")
