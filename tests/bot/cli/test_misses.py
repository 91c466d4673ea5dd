"""`selon misses`: what was asked in vain, as a table or for a spreadsheet, also while the bot runs."""

from __future__ import annotations

import asyncio
import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import Selon

from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.days import today
from bot.store.misses import Miss
from bot.store.store import Store, open_store

HEADER = ["id", "day", "language", "surface", "outcome", "entry", "score", "text", "decision"]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the bot's database, set as DATABASE_URL."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'selon.db'}")
    return tmp_path / "selon.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The bot's store, which it holds while the command runs."""
    with open_store(f"sqlite:///{path}") as opened:
        yield opened


def keep(store: Store, *texts: str, reason: MissReason = MissReason.ABSTAINED) -> None:
    """Keep questions of today."""
    for text in texts:
        asyncio.run(store.misses.add(Miss(text, "fr", Surface.GROUP, reason, "fogel-who", 17.25)))


def read(out: str) -> list[list[str]]:
    """The rows of a CSV."""
    return list(csv.reader(io.StringIO(out)))


def test_the_latest_open_ones_come_first_in_a_table(selon: Selon, store: Store) -> None:
    keep(store, "Première ?", "Deuxième ?", "Troisième [bold]?[/bold]")
    asyncio.run(store.curation.decide([2], Decision.SKIPPED))
    ran = selon("misses")
    assert (ran.status, ran.err) == (0, "")
    rows = [line for line in ran.out.splitlines() if "?" in line]
    assert len(rows) == 2
    assert "Troisième [bold]?[/bold]" in rows[0]
    assert "Première ?" in rows[1]
    for cell in (today(), "fr", "group", "abstain", "fogel-who", "17.25"):
        assert cell in rows[1]


def test_csv_holds_every_column(selon: Selon, store: Store) -> None:
    keep(store, 'Il a dit "oui", non ?', "Які\nновини?", reason=MissReason.REJECTED)
    asyncio.run(store.misses.add(Miss("Who?", "en", Surface.PRIVATE, MissReason.ABSTAINED, None, None)))
    asyncio.run(store.curation.decide([1], Decision.WANTED))
    ran = selon("misses", "--csv")
    assert (ran.status, ran.err) == (0, "")
    assert read(ran.out) == [
        HEADER,
        ["3", today(), "en", "private", "abstain", "", "", "Who?", ""],
        ["2", today(), "fr", "group", "rejected", "fogel-who", "17.25", "Які новини?", ""],
    ]
    everything = read(selon("misses", "--csv", "--all").out)
    assert everything[3:] == [
        ["1", today(), "fr", "group", "rejected", "fogel-who", "17.25", 'Il a dit "oui", non ?', "wanted"]
    ]
    assert "wanted" in selon("misses", "--all").out


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\u200b=1", "＝1"])
def test_a_question_is_no_formula_for_a_spreadsheet(selon: Selon, store: Store, text: str) -> None:
    keep(store, text)
    [_, row] = read(selon("misses", "--csv").out)
    assert row[7] == f"'{text.strip(' ' + chr(9) + chr(13) + chr(0x200B))}"


@pytest.mark.parametrize("flags", [(), ("--csv",)])
def test_a_question_commands_no_terminal(selon: Selon, store: Store, flags: tuple[str, ...]) -> None:
    keep(store, "a\x1b[2J\x1b]0;x\x07b\u202ec\x00d\x9be\nf")
    out = selon("misses", *flags).out
    assert not {"\x1b", "\x07", "\u202e", "\x00", "\x9b"} & set(out)
    assert "b c d e f" in out


@pytest.mark.parametrize(("flags", "out"), [((), ""), (("--all",), ""), (("--csv",), ",".join(HEADER) + "\n")])
def test_where_nothing_was_asked_in_vain_that_is_said(
    selon: Selon, store: Store, flags: tuple[str, ...], out: str
) -> None:
    ran = selon("misses", *flags)
    assert (ran.status, ran.out) == (0, out)
    assert ran.err == "No questions were asked in vain.\n"


def test_without_a_database_that_is_a_sentence_and_none_is_made(selon: Selon, path: Path) -> None:
    ran = selon("misses")
    assert (ran.status, ran.out) == (2, "")
    assert str(path) in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not path.exists()


@pytest.mark.slow
def test_no_telegram_code_is_loaded(store: Store, environment: dict[str, str], path: Path) -> None:
    keep(store, "Qui ?")
    script = """
import sys
from bot.cli import misses
assert misses.run(as_csv=True, everything=False) == 0
loaded = [name for name in sys.modules if name.partition(".")[0] in ("telegram", "httpx", "bot.app", "bot.handlers")]
assert not loaded, loaded
"""
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=environment | {"DATABASE_URL": f"sqlite:///{path}"},
        cwd=path.parent,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("separator", [";", ",", "|", ":", "; ", ';"', ';""', ",\t", ", «"])
@pytest.mark.parametrize("begins", [*"=+-@＝＋－＠﹦−"])
def test_a_question_is_no_formula_for_a_program_that_splits_elsewhere(
    selon: Selon, store: Store, separator: str, begins: str
) -> None:
    keep(store, f"a{separator}{begins}cmd()", f'"{begins}cmd()')
    [_, first, second] = read(selon("misses", "--csv").out)
    assert f"'{begins}cmd()" in first[7]
    assert f"'{begins}cmd()" in second[7]


@pytest.mark.parametrize("text", ["Est-ce vrai, non ?", "C'est 2+2=4 ; oui", "Qui - dit - quoi ? a@b", "(-1)"])
def test_signs_within_a_question_stay(selon: Selon, store: Store, text: str) -> None:
    keep(store, text)
    assert read(selon("misses", "--csv").out)[1][7] == text


def test_markup_in_a_question_makes_no_link(selon: Selon, store: Store) -> None:
    keep(store, "[link=https://example.org]Qui ?[/link]")
    assert "[link=https://example.org]Qui ?[/link]" in selon("misses").out


@pytest.mark.parametrize(("columns", "widest"), [(None, 120), ("100", 100), ("0", 120), ("wide", 120)])
def test_the_table_in_a_pipe_is_no_wider_than_a_page(
    selon: Selon, store: Store, columns: str | None, widest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, "un mot après l’autre " * 30)
    if columns is None:
        monkeypatch.delenv("COLUMNS")
    else:
        monkeypatch.setenv("COLUMNS", columns)
    ran = selon("misses")
    assert (ran.status, max(map(len, ran.out.splitlines()))) == (0, widest)
    assert ran.out.count("autre") == 30


@pytest.mark.parametrize("command", ["misses", "stats", "export"])
def test_a_database_that_cannot_be_looked_for_is_a_sentence(
    selon: Selon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / ('a' * 300)}")
    ran = selon(command)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("cannot be opened (File name too long): check DATABASE_URL.\n")
