"""`selon draft`: from a text to statements, and to files that `selon check` accepts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commandline import Selon
from extras import needs_trafilatura

TEXT = """Larkmead footbridge shut until summer
The footbridge at Larkmead has been shut since 3 May because rust is eating through its cables.
“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters. She promised “a free ferry.”
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_statements_are_one_object_with_offsets_in_the_text(selon: Selon, text: Path) -> None:
    ran = selon("draft", str(text), "--statements", "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found["language"] == "en"
    first = found["statements"][0]
    assert TEXT[slice(*first["content"])] == "We will reopen it before the harvest,"
    assert (first["speaker"], first["outlet"], first["kind"]) == ("Ada Quill", "Reuters", "direct")


def test_people_get_a_table_of_who_says_what(selon: Selon, text: Path) -> None:
    ran = selon("draft", str(text), "--statements")
    assert ran.status == 0
    assert "Ada Quill" in ran.out
    assert "Reuters" in ran.out


def test_a_terminal_gets_the_article_with_what_is_said_marked_and_the_chain_beside_it(
    selon: Selon, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    out = selon("draft", str(text), "--statements").out
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).split() for line in out.splitlines()]
    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    assert lines[2][-4:] == ["Ada", "Quill", "→", "Reuters"]
    assert "\x1b[1;32mWe will reopen it before the harvest,\x1b[0m" in out
    assert "\x1b[36mthe mayor, Ada Quill\x1b[0m" in out or "\x1b[36mAda Quill\x1b[0m" in out


def test_standard_input_is_read(selon: Selon) -> None:
    ran = selon("draft", "-", "--statements", "--json", typed=TEXT)
    assert [each["speaker"] for each in json.loads(ran.out)["statements"]] == ["Ada Quill", "Ada Quill"]


def test_a_proposal_passes_the_check_and_answers_drafts_alone(
    selon: Selon, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles" / "bridge"
    ran = selon("draft", str(text), "--into", str(folder))
    assert (ran.status, ran.err) == (0, "")
    checked = selon("check", "--folder", str(folder), "--article", str(text))
    assert checked.status == 0
    assert "of them drafts" in checked.out
    monkeypatch.setenv("KNOWLEDGE_DIR", str(tmp_path / "articles"))
    refused = selon("ask", "What did Ada Quill say?")
    assert (refused.status, refused.out) == (2, "")
    assert "drafts" in refused.err
    answered = json.loads(selon("ask", "What did Ada Quill say?", "--json", "--drafts").out)
    assert answered["outcome"] == "answer"
    assert 3 in answered["entries"][0]["evidence"]


def test_a_folder_with_files_is_left_as_it_is(selon: Selon, text: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bridge"
    folder.mkdir()
    (folder / "faq.yaml").write_text("mine")
    ran = selon("draft", str(text), "--into", str(folder))
    assert (ran.status, ran.out) == (2, "")
    assert "nothing is overwritten" in ran.err
    assert (folder / "faq.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("content", "arguments", "status", "said"),
    [
        ("", ("--statements",), 1, "no word"),
        ("Die Brücke wurde wegen Rost gesperrt.", ("--statements",), 1, "--language"),
        (TEXT, (), 2, "--into"),
        (TEXT, ("--statements", "--language", "de"), 2, "not served"),
        (TEXT, ("--into", "Not A Slug"), 2, "a-z"),
    ],
    ids=["empty", "unserved language", "nothing to do", "unserved choice", "no slug"],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    selon: Selon, tmp_path: Path, content: str, arguments: tuple[str, ...], status: int, said: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(content, encoding="utf-8")
    ran = selon("draft", str(path), *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert len(ran.err.splitlines()) == 1
    assert said in ran.err


@needs_trafilatura
def test_a_page_is_drafted_with_its_text_beside_the_folder(selon: Selon, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    title, *lines = TEXT.splitlines()
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    page.write_text(f"<html><body><article><h1>{title}</h1>{paragraphs}</article></body></html>", "utf-8")
    ran = selon("draft", str(page), "--into", str(tmp_path / "larkmead"))
    assert (ran.status, ran.err) == (0, "")
    text = tmp_path / "larkmead.txt"
    assert text.read_text("utf-8") == TEXT
    assert selon("check", "--folder", str(tmp_path / "larkmead"), "--article", str(text)).status == 0


def test_a_link_into_a_private_network_is_refused(selon: Selon) -> None:
    ran = selon("draft", "http://127.0.0.1/article", "--statements")
    assert (ran.status, ran.out) == (1, "")
    assert "private network" in ran.err
