"""The command line, run in this process as `selon` runs it, with an invented article."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import Ran, Selon
from invented import write_article

from bot.cli.commands import main
from knowledge.files import check_article

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No setting of the machine reaches the command, nothing that it changes outlives the test."""
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "KNOWLEDGE_DIR", "DEFAULT_LANGUAGE", "LOG_LEVEL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "400")
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    yield
    gc.enable()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The text of an invented article; its files, without a lock, are in `knowledge/pont` beside it."""
    return write_article(tmp_path / "knowledge" / "pont")


@pytest.fixture
def knowledge(tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an invented article and its lock, set as KNOWLEDGE_DIR."""
    folder = tmp_path / "knowledge"
    assert check_article(folder / "pont", article, write_lock=True) == []
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder))
    return folder


@pytest.fixture
def selon(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Selon:
    """The command line in this process."""

    def run(*arguments: str, typed: str | bytes = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["selon", *arguments])
        piped = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        return Ran(left.value.code if isinstance(left.value.code, int) else int(bool(left.value.code)), out, err)

    return run


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that runs `python -m bot` from anywhere."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "KNOWLEDGE_DIR")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
