"""The cost of a start: the time of `selon run` until it receives updates, and all that it takes until it answers.

    python benchmarks/start.py [--runs 3] [--beside FOLDER] [--threads N]

Each run starts the bot twice, with the bundled article and a new database, against the Bot API server of
`benchmarks/cost.py` on loopback: cold, with an empty CACHE_DIR, so that everything is learnt, and warm, with what the
first start has kept there. As soon as it receives updates it is asked a question in each language: when all are
answered, the start is over. --beside runs another checkout of Selon in turn with this one, so that whatever else the
machine does weighs on both alike, and prints the ratios of the medians; --threads bounds the threads of NumPy's linear
algebra. CPU time (user and system, all threads and children) and the peak of memory are read from /proc, so this runs
on Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.cost import TOKEN, ServerProcess, update
else:
    from cost import TOKEN, ServerProcess, update

_HERE = Path(__file__).parent.parent
_READY = "receives updates"
_STOP_SECONDS = 20
_LOOK_SECONDS = 0.05
_QUESTIONS = (
    ("fr", "Combien de temps a duré l'appel ?"),
    ("en", "How long was the call?"),
    ("ru", "Сколько длился разговор?"),
    ("uk", "Скільки тривала розмова?"),
)


@dataclass(frozen=True)
class Start:
    """The time and memory of one start.

    Attributes:
        receiving: Seconds until the bot receives updates.
        answering: Seconds until it has answered a question in each language.
        cpu: CPU seconds until then.
        peak: The most memory that its processes had together, what they share counted once, in MB.
    """

    receiving: float
    answering: float
    cpu: float
    peak: float


def start(checkout: Path, cache: Path, environment: dict[str, str]) -> Start:
    """Start the bot once, and stop it as soon as it has answered in each language."""
    with TemporaryDirectory() as folder:
        updates = Path(folder) / "updates.json"
        questions = [update(number, *question) for number, question in enumerate(_QUESTIONS)]
        updates.write_text(json.dumps(questions), encoding="utf-8")
        server = ServerProcess(updates)
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{folder}/selon.db",
            "CACHE_DIR": str(cache),
            "PYTHONPATH": str(checkout),
        }
        started = time.monotonic()
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            env=os.environ | environment | settings,
            cwd=folder,
            stderr=subprocess.PIPE,
            text=True,
        )
        memory = _Memory(bot.pid)
        memory.start()
        try:
            assert bot.stderr is not None
            said = []
            for line in bot.stderr:
                said.append(line)
                if _READY in line:
                    receiving = time.monotonic() - started
                    answering = receiving + server.send(len(_QUESTIONS), 0, bot.pid).seconds
                    return Start(receiving, answering, _cpu_seconds(bot.pid), memory.peak())
            raise SystemExit(f"The bot did not start:\n{''.join(said)}")
        finally:
            memory.stop()
            bot.send_signal(signal.SIGTERM)
            bot.wait(_STOP_SECONDS)
            server.close()


def _cpu_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


class _Memory(Thread):
    """A watch on the memory of a process and of those that it has started."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._stopped = Event()
        self._peak = 0.0

    def run(self) -> None:
        """Look at it, again and again."""
        while not self._stopped.wait(_LOOK_SECONDS):
            self._look()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self.join()

    def peak(self) -> float:
        """Return the most memory up to now, in MB."""
        self._look()
        return self._peak

    def _look(self) -> None:
        self._peak = max(self._peak, sum(map(_memory, _family(self._process))))


def _family(process: int) -> Iterator[int]:
    """The numbers of a process, of those that it has started, and so on."""
    yield process
    for each in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in each.read_text().split():
                yield from _family(int(child))


def _memory(process: int) -> float:
    """The memory of a process in MB, what it shares divided by those who share it; 0 once it has ended."""
    with suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) * 1024 / 1e6 if found is not None else 0.0
    return 0.0


def _medians(starts: Sequence[Start]) -> list[float]:
    return [statistics.median(column) for column in zip(*map(astuple, starts), strict=True)]


def _row(name: str, figures: Sequence[float]) -> str:
    receiving, answering, cpu, peak = figures
    return f"| {name} | {receiving:.2f} | {answering:.2f} | {cpu:.2f} | {peak:.0f} |"


def main() -> None:
    """Print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often each is started, cold and warm")
    parser.add_argument("--beside", type=Path, metavar="FOLDER", help="another checkout of Selon")
    parser.add_argument("--threads", metavar="N", help="threads of NumPy's linear algebra; as many as cores if not set")
    args = parser.parse_args()
    environment = {"OPENBLAS_NUM_THREADS": args.threads} if args.threads else {}
    checkouts = [_HERE, *([args.beside.resolve()] if args.beside else [])]
    starts: dict[tuple[Path, str], list[Start]] = {}
    print("| start | receives, s | answers, s | CPU s | peak MB |\n|---|---:|---:|---:|---:|")
    for _ in range(args.runs):
        for checkout in checkouts:
            with TemporaryDirectory() as cache:
                for kind in ("cold", "warm"):
                    one = start(checkout, Path(cache), environment)
                    starts.setdefault((checkout, kind), []).append(one)
                    print(_row(f"{kind}{'' if checkout == _HERE else ', beside'}", astuple(one)), flush=True)
    for kind in ("cold", "warm"):
        medians = [_medians(starts[checkout, kind]) for checkout in checkouts]
        print(_row(f"{kind}, median", medians[0]))
        if args.beside:
            print(_row(f"{kind}, median beside", medians[1]))
            ratios = [" | ".join(f"{own / other:.2f}" for own, other in zip(*medians, strict=True))]
            print(f"| {kind}, ratio | {ratios[0]} |")


if __name__ == "__main__":
    main()
