"""The command line as a whole: help for every command, and a sentence for what can be put right."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from commandline import Selon

from bot import __version__
from bot.cli.commands import app

COMMANDS = sorted(str(command) for command in getattr(typer.main.get_command(app), "commands", {}))


def test_the_commands_of_the_contract_are_there() -> None:
    assert {"run", "chat", "ask", "check", "misses"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_explains_itself(selon: Selon, command: str, flag: str) -> None:
    ran = selon(command, flag)
    assert (ran.status, ran.err) == (0, "")
    assert command in ran.out
    assert "--help" in ran.out


def test_selon_alone_and_python_m_bot_list_every_command(
    selon: Selon, environment: dict[str, str], tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--help"],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert ran.stderr == ""
    for text in (ran.stdout, selon("--help").out, selon().out):
        assert all(re.search(rf"\b{command}\b", text) for command in COMMANDS)


def test_the_version_is_the_packages(selon: Selon) -> None:
    ran = selon("--version")
    assert (ran.status, ran.out) == (0, f"selon {__version__}\n")


@pytest.mark.parametrize("arguments", [("nonsense",), ("ask", "--nonsense"), ("ask", "one", "two"), ("check", "x")])
def test_what_is_no_command_or_option_is_status_2_on_standard_error(selon: Selon, arguments: tuple[str, ...]) -> None:
    ran = selon(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert arguments[-1] in ran.err


@pytest.mark.parametrize("arguments", [("ask", "Qui ?"), ("ask", "--jsonl"), ("chat",), ("check",)])
@pytest.mark.parametrize("kind", ["missing", "empty", "file", "broken"])
def test_unreadable_knowledge_is_a_sentence(
    selon: Selon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], kind: str
) -> None:
    folder = tmp_path / "savoir"
    if kind == "file":
        folder.write_text("text", encoding="utf-8")
    elif kind != "missing":
        folder.mkdir()
    if kind == "broken":
        (folder / "article.yaml").write_bytes(b"\xff\xfe")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder))
    ran = selon(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert str(folder) in ran.err


def test_invalid_knowledge_names_file_and_line_and_shows_no_traceback(
    knowledge: Path, environment: dict[str, str]
) -> None:
    faq = knowledge / "pont" / "faq.yaml"
    faq.write_text(faq.read_text(encoding="utf-8").replace('"mayor"', '"nobody"'), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "Qui ?"],
        capture_output=True,
        env=environment,
        cwd=knowledge.parent,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert re.match(rf"{re.escape(str(faq))}:\d+: entry reopening: .*nobody", ran.stderr)
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("arguments", [("ask", "Qui ?"), ("chat",), ("check",), ("run",)])
@pytest.mark.usefixtures("knowledge")
def test_a_malformed_setting_is_named_before_anything_else(
    selon: Selon, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DEFAULT_LANGUAGE", "de")
    ran = selon(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("DEFAULT_LANGUAGE ")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("knowledge")
def test_run_without_a_token_is_a_sentence(selon: Selon) -> None:
    ran = selon("run")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("TELEGRAM_BOT_TOKEN ")
    assert len(ran.err.splitlines()) == 1
