"""`selon eval`: figures, the questions that fell short, a picture, and a sentence for what cannot be scored."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commandline import Selon
from extras import needs_matplotlib
from invented import CLOSED_QUESTIONS, REOPENING_QUESTIONS

from bot.rendering.plot import INSTALL

ELEPHANT = "Combien pèse un éléphant d'Afrique ?"
QUESTIONS: list[dict[str, Any]] = [
    {"id": "a1", "lang": "fr", "question": CLOSED_QUESTIONS["fr"], "kind": "in", "gold": [2], "style": "plain"},
    {"id": "a2", "lang": "en", "question": REOPENING_QUESTIONS["en"], "kind": "in", "gold": [3]},
    # Labelled with what does not answer it, so that the answer is wrong.
    {"id": "a3", "lang": "fr", "question": REOPENING_QUESTIONS["fr"], "entry": "closed"},
    # Labelled as if nothing answered it, so that the answer is false.
    {"id": "a4", "lang": "en", "question": CLOSED_QUESTIONS["en"], "kind": "near", "gold": []},
    {"id": "a5", "lang": "fr", "question": ELEPHANT, "gold": []},
    # Labelled as if something answered it, so that silence is a miss.
    {"id": "a6", "lang": "fr", "question": f"{ELEPHANT} [bold]\n", "gold": [2, 3]},
]


@pytest.fixture
def asked(tmp_path: Path, knowledge: Path) -> Path:
    """A file of questions on the invented article, which all have a verdict that is known."""
    path = tmp_path / "asked.jsonl"
    lines = (json.dumps(question, ensure_ascii=False) for question in QUESTIONS)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_json_is_one_object_with_the_figures_computed_by_hand(selon: Selon, asked: Path) -> None:
    ran = selon("eval", str(asked), "--json")
    assert (ran.status, ran.err, ran.out.count("\n")) == (0, "", 1)
    figures = json.loads(ran.out)
    assert {name: figure for name, figure in figures.items() if not name.startswith("fr.")} == {
        "all.far.quiet": 100.0,
        "all.far.nudge": 0.0,
        "all.far.false": 0.0,
        "all.far.n": 1,
        "all.in.right": 50.0,
        "all.in.offered": 0.0,
        "all.in.missed": 25.0,
        "all.in.wrong": 25.0,
        "all.in.n": 4,
        "all.near.quiet": 0.0,
        "all.near.nudge": 0.0,
        "all.near.false": 100.0,
        "all.near.n": 1,
        "en.in.right": 100.0,
        "en.in.offered": 0.0,
        "en.in.missed": 0.0,
        "en.in.wrong": 0.0,
        "en.in.n": 1,
        "en.near.quiet": 0.0,
        "en.near.nudge": 0.0,
        "en.near.false": 100.0,
        "en.near.n": 1,
        "language.right": 100.0,
        "language.n": 6,
        "language.untold.right": 0.0,
        "language.untold.n": 0,
    }
    assert (figures["fr.in.right"], figures["fr.in.missed"], figures["fr.in.wrong"]) == (33.3, 33.3, 33.3)


def test_the_table_has_a_row_for_each_group_and_kind(selon: Selon, asked: Path) -> None:
    ran = selon("eval", str(asked), "--no-misses")
    assert (ran.status, ran.err) == (0, "")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in ran.out.splitlines() if line.count("│") > 2]
    assert [row[:3] for row in rows] == [
        ["all", "far", "1"],
        ["", "in", "4"],
        ["", "near", "1"],
        ["en", "in", "1"],
        ["", "near", "1"],
        ["fr", "far", "1"],
        ["", "in", "3"],
    ]
    assert rows[1][3:] == ["50.0", "0.0", "25.0", "25.0", "", "", ""]
    assert rows[2][3:] == ["", "", "", "", "0.0", "0.0", "100.0"]
    assert ran.out.splitlines()[-1] == "Replies in the question's language: 100.0 % of 6."


def test_the_misses_say_what_was_expected_and_what_came(selon: Selon, asked: Path) -> None:
    lines = selon("eval", str(asked)).out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Replies in")) + 2
    wrong, wrong_detail, false, false_detail, missed, missed_detail, total = lines[start:]
    assert wrong == f"wrong   a3 fr in {REOPENING_QUESTIONS['fr']}"
    assert re.fullmatch(r" {8}expected pont/closed; came pont/reopening \(\d+\.\d\)", wrong_detail.rstrip())
    assert false == f"false   a4 en near {CLOSED_QUESTIONS['en']}"
    assert re.fullmatch(r" {8}expected silence; came pont/closed \(\d+\.\d\)", false_detail.rstrip())
    assert missed == f"missed  a6 fr in {ELEPHANT} [bold]", "on one line, and no markup"
    assert missed_detail.startswith("        expected any of sentences 2, 3; came silence")
    assert total == "3 of 6 fell short."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("broken", "This is no JSON object"),
        ('{"lang": "fr", "question": "Qui ?"}', "It has no label"),
        ('{"lang": "fr", "question": "Qui ?", "entry": "opening"}', "No article has an entry 'opening'."),
        ('{"lang": "fr", "question": "Qui ?", "gold": [40]}', "No article has a sentence 40."),
    ],
)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_line_that_cannot_be_used_is_named_and_nothing_is_scored(
    selon: Selon, asked: Path, line: str, said: str, options: tuple[str, ...]
) -> None:
    with asked.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n{line}\n")
    ran = selon("eval", str(asked), *options)
    assert (ran.status, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith(f"{asked}:8: {said}")
    assert second.startswith(f"{asked}:9: {said}")


def test_an_empty_a_missing_and_an_unreadable_file_are_a_sentence(selon: Selon, asked: Path) -> None:
    asked.write_bytes(b"")
    missing = asked.with_name("nowhere.jsonl")
    for path, said in (
        (asked, f"{asked}:1: There is no question: "),
        (missing, f"{missing}: There is no such file."),
        (asked.parent, f"{asked.parent}: It cannot be read: "),
    ):
        ran = selon("eval", str(path))
        assert (ran.status, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1
        assert ran.err.startswith(said)


def test_broken_knowledge_and_settings_are_named_as_elsewhere(
    selon: Selon, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KNOWLEDGE_DIR", str(asked.parent / "savoir"))
    ran = selon("eval", str(asked))
    assert (ran.status, ran.out) == (2, "")
    assert str(asked.parent / "savoir") in ran.err
    monkeypatch.setenv("DEFAULT_LANGUAGE", "de")
    ran = selon("eval", str(asked))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("DEFAULT_LANGUAGE ")


@needs_matplotlib
@pytest.mark.parametrize(("name", "begins"), [("p.png", b"\x89PNG"), ("p.SVG", b"<?xml"), ("p.pdf", b"%PDF")])
def test_a_plot_is_drawn_in_the_format_of_its_name(selon: Selon, asked: Path, name: str, begins: bytes) -> None:
    picture = asked.with_name(name)
    ran = selon("eval", str(asked), "--json", "--plot", str(picture))
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["all.in.n"] == 4
    content = picture.read_bytes()
    assert content.startswith(begins)
    assert len(content) > 5_000


@pytest.mark.slow
@needs_matplotlib
@pytest.mark.parametrize("left", [["a1"], ["a5"], ["a4", "a5"], ["a6"]])
def test_a_plot_is_drawn_of_questions_of_one_kind_too(selon: Selon, asked: Path, left: list[str]) -> None:
    some = [json.dumps(question) for question in QUESTIONS if question["id"] in left]
    asked.write_text("\n".join(some), encoding="utf-8")
    ran = selon("eval", str(asked), "--no-misses", "--plot", str(asked.with_name("p.png")))
    assert (ran.status, ran.err) == (0, "")
    assert asked.with_name("p.png").is_file()


@needs_matplotlib
@pytest.mark.parametrize("name", ["p.gif", "p", "nowhere/p.png", "folder.png"])
def test_a_plot_that_cannot_be_drawn_is_a_sentence_before_anything_is_scored(
    selon: Selon, asked: Path, name: str
) -> None:
    (asked.parent / "folder.png").mkdir()
    picture = asked.with_name("x").parent / name
    ran = selon("eval", str(asked), "--plot", str(picture))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith(f"{picture}: A plot ")


@needs_matplotlib
def test_a_plot_that_cannot_be_written_is_a_sentence_after_the_figures(selon: Selon, asked: Path) -> None:
    picture = asked.with_name("p.png")
    picture.symlink_to(asked.parent / "nowhere" / "p.png")
    ran = selon("eval", str(asked), "--json", "--plot", str(picture))
    assert ran.status == 2
    assert json.loads(ran.out)["all.in.n"] == 4
    assert ran.err == f"{picture}: The plot cannot be written: No such file or directory.\n"


def test_without_matplotlib_a_plot_names_the_command_that_installs_it(
    selon: Selon, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("matplotlib", "matplotlib.figure"):
        monkeypatch.setitem(sys.modules, module, None)
    ran = selon("eval", str(asked), "--plot", str(asked.with_name("p.png")))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert INSTALL in ran.err
    assert selon("eval", str(asked)).status == 0, "which needs none"


def test_the_page_for_curators_gives_the_command_that_installs_matplotlib() -> None:
    page = (Path(__file__).parents[3] / "docs" / "curating.md").read_text(encoding="utf-8")
    assert f".venv/bin/{INSTALL}\n" in page


@pytest.mark.slow
def test_neither_telegram_nor_matplotlib_is_loaded(asked: Path, environment: dict[str, str]) -> None:
    script = f"""
import sys
from pathlib import Path
from bot.cli import evaluate
assert evaluate.run(Path({str(asked)!r}), as_json=False, misses=True, plot=None) == 0
unwanted = ("telegram", "httpx", "bot.app", "bot.handlers", "matplotlib")
loaded = [name for name in sys.modules if name.partition(".")[0] in unwanted or name in unwanted]
assert not loaded, loaded
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment, cwd=asked.parent, check=False, timeout=60
    )
    assert ran.stderr == b""
    assert ran.returncode == 0


@pytest.mark.slow
def test_a_terminal_sees_a_bar_on_standard_error_and_the_figures_stay_alone(
    asked: Path, environment: dict[str, str]
) -> None:
    seen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "eval", str(asked), "--json"],
        stdout=subprocess.PIPE,
        stderr=terminal,
        env={**environment, "TERM": "xterm", "COLUMNS": "80"},
        cwd=asked.parent,
    ) as process:
        os.close(terminal)
        figures, _ = process.communicate(timeout=60)
    drawn = b""
    # On Linux, what a closed terminal was sent is followed by an error in place of an end.
    try:
        while part := os.read(seen, 4096):
            drawn += part
    except OSError:
        pass
    finally:
        os.close(seen)
    assert process.returncode == 0
    assert json.loads(figures)["all.in.n"] == 4
    assert b"6/6" in drawn


def test_a_question_that_fell_short_commands_no_terminal(selon: Selon, tmp_path: Path, knowledge: Path) -> None:
    path = tmp_path / "asked.jsonl"
    text = f"{ELEPHANT} \x1b[2J\x9b31m\u202e\u2066[link=https://example.org]"
    question = {"id": "a\u202e", "lang": "fr", "question": text, "gold": [2]}
    path.write_text(json.dumps(question), encoding="utf-8")
    ran = selon("eval", str(path))
    assert ran.status == 0
    assert f"{ELEPHANT} [2J 31m [link=https://example.org]" in ran.out
    assert not set("\x1b\x9b\u202e\u2066") & set(ran.out)


@pytest.mark.usefixtures("knowledge")
def test_a_file_without_end_is_a_sentence(selon: Selon) -> None:
    ran = selon("eval", "/dev/zero")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "/dev/zero: It holds more than 16 MiB, which is the most: split it.\n"
