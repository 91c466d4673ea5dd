"""The cost of changed articles for those who ask meanwhile: seconds from question to reply, idle and changing.

    python benchmarks/live.py [--runs 3] [--seconds 24] [--beside FOLDER]

Each run starts `selon run` with a copy of the bundled article, a new database and an empty CACHE_DIR, against the Bot
API server of `benchmarks/cost.py` on loopback, and sends it 25 questions a second from 200 private chats: for some
seconds while nothing changes, then for as many while, every four seconds and in turn, an answer of the article is
edited, a variant is, and a second article comes or goes. A line for each of the two gives the median and the 99th
percentile of the times, the longest, the questions that were not answered and the replies that nobody waited for; the
seconds for which the thread that answers was ready and had no core, of which a busy machine takes many; and the
seconds from an edit until the bot says that it is taken up, at most. --beside runs another checkout of Selon in turn
with this one, so that whatever else the machine does weighs on both alike. It runs on Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.cost import TOKEN, Load, ServerProcess, updates
else:
    from cost import TOKEN, Load, ServerProcess, updates

from knowledge.article_folders import BUNDLED

_HERE = Path(__file__).parent.parent
_SECOND = _HERE / "docs" / "example" / "bridge"
_RATE, _WARMING = 25, 200
_CHANGE_SECONDS = 4.0
_READY, _TAKEN_UP = "receives updates", "Articles taken up"
_STOP_SECONDS = 20


@dataclass(frozen=True)
class Phase:
    """The figures of the questions that were asked while nothing changed, or while articles did.

    Attributes:
        load: Of the questions.
        coreless: Seconds for which the bot's main thread was ready to run and had no core.
        taken_up: Seconds from each edit until it was taken up.
    """

    load: Load
    coreless: float
    taken_up: Sequence[float]


class _Changes:
    """Edits of the articles in a folder, made in turn while a bot answers from them.

    Args:
        folder: Of the articles.
        taken_up: Set by whoever hears the bot say that it answers from changed files.

    Attributes:
        waits: The seconds from each edit until it was taken up.
    """

    def __init__(self, folder: Path, taken_up: Event) -> None:
        [self._article] = folder.iterdir()
        self._second = folder / _SECOND.name
        self._taken_up = taken_up
        self._count = 0
        self.waits: list[float] = []

    def make(self, until: float) -> None:
        """Make one every few seconds, until a moment of the monotonic clock."""
        while time.monotonic() + _CHANGE_SECONDS <= until:
            began = time.monotonic()
            self._taken_up.clear()
            self._next()
            if self._taken_up.wait(until - began):
                self.waits.append(time.monotonic() - began)
            time.sleep(max(0.0, began + _CHANGE_SECONDS - time.monotonic()))

    def _next(self) -> None:
        self._count += 1
        match self._count % 3:
            case 1:
                self._edit("    answer: >-\n", f"    answer: >-\n      Edit {self._count}.\n")
            case 2:
                self._edit("      question:\n", f'      question:\n        - "What is known by edit {self._count}?"\n')
            case _ if self._second.exists():
                rmtree(self._second)
            case _:
                copytree(_SECOND, self._second)

    def _edit(self, old: str, new: str) -> None:
        file = self._article / "en.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@contextmanager
def _running(checkout: Path, folder: Path, server: ServerProcess, taken_up: Event) -> Iterator[int]:
    """A bot that has started, as its process's number; it stops with the block."""
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{folder}/selon.db",
        "CACHE_DIR": str(folder / "cache"),
        "KNOWLEDGE_DIR": str(folder / "articles"),
        "PYTHONPATH": str(checkout),
    }
    bot = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=os.environ | settings,
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
    )
    ready = Event()

    def listen() -> None:
        assert bot.stderr is not None
        for line in bot.stderr:
            for words, event in ((_READY, ready), (_TAKEN_UP, taken_up)):
                if words in line:
                    event.set()

    listening = Thread(target=listen)
    listening.start()
    try:
        while not ready.wait(0.1):
            if bot.poll() is not None:
                raise SystemExit("The bot did not start.")
        yield bot.pid
    finally:
        bot.send_signal(signal.SIGTERM)
        bot.wait(_STOP_SECONDS)
        listening.join()


def run(checkout: Path, seconds: int) -> tuple[Phase, Phase]:
    """Run a bot once.

    Args:
        checkout: Of Selon.
        seconds: For which it is asked while nothing changes, and again while articles do.

    Returns:
        What came of the questions of both times.
    """
    count = _RATE * seconds
    with TemporaryDirectory() as name:
        folder = Path(name)
        copytree(BUNDLED, folder / "articles")
        file = folder / "updates.json"
        file.write_text(json.dumps(updates(_WARMING + 2 * count, random.Random(7))), encoding="utf-8")
        server, taken_up = ServerProcess(file), Event()
        try:
            with _running(checkout, folder, server, taken_up) as process:
                server.send(_WARMING, 0, process)
                before = _coreless(process)
                idle = server.send(count, _RATE, process)
                between = _coreless(process)
                changes = _Changes(folder / "articles", taken_up)
                changing = Thread(target=changes.make, args=(time.monotonic() + seconds,))
                changing.start()
                changed = server.send(count, _RATE, process)
                changing.join()
                after = _coreless(process)
        finally:
            server.close()
    return Phase(idle, between - before, ()), Phase(changed, after - between, changes.waits)


def _coreless(process: int) -> float:
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


def _p99(phase: Phase) -> float:
    return 1000 * statistics.quantiles(phase.load.latencies, n=100)[98]


def _row(name: str, phase: Phase, count: int, repeated: int) -> str:
    load, waits = phase.load, phase.taken_up
    figures = (1000 * statistics.median(load.latencies), _p99(phase), 1000 * max(load.latencies))
    taken_up = f"{max(waits):.1f} ({len(waits)} edits)" if waits else ""
    times = " | ".join(f"{figure:.1f}" for figure in figures)
    lost, twice = count - len(load.latencies), load.repeated - repeated
    return f"| {name} | {times} | {lost} | {twice} | {phase.coreless:.1f} | {taken_up} |"


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often each bot is started")
    parser.add_argument("--seconds", type=int, default=24, help="how long it is asked, idle and again changing")
    parser.add_argument("--beside", type=Path, metavar="FOLDER", help="another checkout of Selon")
    args = parser.parse_args()
    checkouts = [_HERE, *([args.beside.resolve()] if args.beside else [])]
    count = _RATE * args.seconds
    later: dict[Path, list[float]] = {}
    print("| run | median, ms | p99, ms | longest, ms | lost | twice | without a core, s | taken up, s |")
    print(f"|---|{'---:|' * 7}")
    for _ in range(args.runs):
        for checkout in checkouts:
            idle, changed = run(checkout, args.seconds)
            beside = "" if checkout == _HERE else ", beside"
            print(_row(f"idle{beside}", idle, count, 0))
            print(_row(f"changing{beside}", changed, count, idle.load.repeated), flush=True)
            later.setdefault(checkout, []).append(_p99(changed) - _p99(idle))
    for checkout, some in later.items():
        beside = "" if checkout == _HERE else " beside"
        print(f"\np99 changing less p99 idle{beside}, median of {len(some)}: {statistics.median(some):.1f} ms")


if __name__ == "__main__":
    main()
