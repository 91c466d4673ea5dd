"""`selon stats`: what questions came to, read beside a bot that runs."""

from __future__ import annotations

import asyncio
import csv
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from commandline import Selon
from extras import needs_matplotlib

from bot.dialogue.count import Count
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.phrases import LANGUAGES, phrases
from bot.rendering.plot import INSTALL
from bot.store.days import days_ago
from bot.store.misses import Miss
from bot.store.store import Store, open_store
from bot.store.votes import VotedAnswer


@pytest.fixture
def store(tmp_path: Path, knowledge: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of a bot that runs, and holds some counts."""
    url = f"sqlite:///{tmp_path / 'selon.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("CACHE_DIR", str(tmp_path / "cache"))

    async def fill(opened: Store) -> None:
        await opened.counts.add(
            {
                Count(days_ago(0), Surface.PRIVATE, "fr", ReplyOutcome.ANSWER, "reopening"): 3,
                Count(days_ago(8), Surface.GROUP, "en", ReplyOutcome.ABSTAIN, ""): 1,
            }
        )
        await opened.votes.cast(7, VotedAnswer(7, 1, "reopening", "fr"), up=True)
        await opened.misses.add(Miss("Où ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None))

    with open_store(url) as opened:
        asyncio.run(fill(opened))
        yield opened


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_printed_in_the_language_of_the_terminal(
    selon: Selon, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    ran = selon("stats")
    words = phrases(language)
    assert (ran.status, ran.err) == (0, "")
    for line in (
        words("stats-questions", count=4),
        words("stats-line-share", name=words("stats-answer"), number=3, share=0.75),
        words("stats-misses", share=0.25),
        words("stats-line", name=words("stats-open"), number=1),
        "👍 1 👎 0",
    ):
        assert line in ran.out
    assert words("stats-no-picture") not in ran.out


@pytest.mark.usefixtures("store")
def test_the_days_can_be_chosen(selon: Selon) -> None:
    assert phrases("fr")("stats-questions", count=3) in selon("stats", "--days", "8").out
    assert phrases("fr")("stats-questions", count=4) in selon("stats", "--days", "9").out
    for days in ("0", "3651", "seven"):
        assert selon("stats", "--days", days).status == 2


@pytest.mark.usefixtures("store")
def test_the_counts_themselves_are_written_as_csv(selon: Selon) -> None:
    ran = selon("stats", "--csv")
    rows = list(csv.DictReader(StringIO(ran.out)))
    assert [(row["surface"], row["entry_id"], row["number"]) for row in rows] == [
        ("group", "", "1"),
        ("private", "reopening", "3"),
    ]
    assert rows[0]["day"] == days_ago(8)


@needs_matplotlib
@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("name", "begins"), [("p.png", b"\x89PNG"), ("p.svg", b"<?xml"), ("p.PDF", b"%PDF")])
def test_a_picture_is_drawn_in_the_format_of_its_name(selon: Selon, tmp_path: Path, name: str, begins: bytes) -> None:
    ran = selon("stats", "--plot", str(tmp_path / name))
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.usefixtures("store")
def test_without_matplotlib_a_picture_names_the_command_that_installs_it(
    selon: Selon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("matplotlib", "matplotlib.figure"):
        monkeypatch.setitem(sys.modules, module, None)
    ran = selon("stats", "--plot", str(tmp_path / "p.png"))
    assert (ran.status, ran.out) == (2, "")
    assert INSTALL in ran.err
    assert selon("stats").status == 0, "which needs none"


@pytest.mark.usefixtures("knowledge")
def test_a_database_that_is_not_there_is_a_sentence(
    selon: Selon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    ran = selon("stats")
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.slow
@needs_matplotlib
@pytest.mark.parametrize("backend", ["inline", "module://matplotlib_inline.backend_inline", "nonsense", "TkAgg"])
def test_a_picture_needs_no_display_whatever_the_environment_names(
    knowledge: Path, environment: dict[str, str], tmp_path: Path, backend: str
) -> None:
    script = (
        "from bot.rendering.chart import png\nfrom bot.dialogue.statistics import Chart\n"
        "chart = Chart('en', 'Questions', ('1 May',), (('a', (1,)), ('b', (0,)), ('c', (2,))), 'Most read', ())\n"
        "assert png(chart).startswith(bytes.fromhex('89504e47'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment, "MPLBACKEND": backend},
        capture_output=True,
        cwd=tmp_path,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr.decode()
