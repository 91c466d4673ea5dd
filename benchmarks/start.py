"""What a start costs: the time, CPU time and memory of `selon run` until it receives updates.

    python benchmarks/start.py [--runs 3] [--beside FOLDER] [--threads N]

Each run starts the bot twice, with the bundled article and a new database, against the Bot API server of
`benchmarks/cost.py` on loopback: cold, with an empty CACHE_DIR, so that everything is learnt, and warm, with what the
first start has kept there. --beside runs another checkout of Selon in turn with this one, so that whatever else the
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
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.cost import TOKEN, Server
else:
    from cost import TOKEN, Server

_HERE = Path(__file__).parent.parent
_READY = "receives updates"
_STOP_SECONDS = 20
_UPDATE = {"update_id": 1, "message": {}}


@dataclass(frozen=True)
class Start:
    """What one start took.

    Attributes:
        seconds: Until the bot receives updates.
        cpu: CPU seconds until then.
        peak: The most memory that it had resident, in MB.
    """

    seconds: float
    cpu: float
    peak: float


def start(checkout: Path, cache: Path, environment: dict[str, str]) -> Start:
    """Start the bot once, and stop it as soon as it receives updates."""
    with TemporaryDirectory() as folder:
        updates = Path(folder) / "updates.json"
        updates.write_text(json.dumps([_UPDATE]), encoding="utf-8")
        server = Server(updates)
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
        try:
            assert bot.stderr is not None
            said = []
            for line in bot.stderr:
                said.append(line)
                if _READY in line:
                    return Start(time.monotonic() - started, _cpu_seconds(bot.pid), _peak(bot.pid))
            raise SystemExit(f"The bot did not start:\n{''.join(said)}")
        finally:
            bot.send_signal(signal.SIGTERM)
            bot.wait(_STOP_SECONDS)
            server.close()


def _cpu_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found is not None
    return int(found[1]) * 1024 / 1e6


def _medians(starts: Sequence[Start]) -> list[float]:
    return [statistics.median(column) for column in zip(*map(astuple, starts), strict=True)]


def _row(name: str, figures: Sequence[float]) -> str:
    seconds, cpu, peak = figures
    return f"| {name} | {seconds:.2f} | {cpu:.2f} | {peak:.0f} |"


def main() -> None:
    """Prints Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often each is started, cold and warm")
    parser.add_argument("--beside", type=Path, metavar="FOLDER", help="another checkout of Selon")
    parser.add_argument("--threads", metavar="N", help="threads of NumPy's linear algebra; as many as cores if not set")
    args = parser.parse_args()
    environment = {"OPENBLAS_NUM_THREADS": args.threads} if args.threads else {}
    checkouts = [_HERE, *([args.beside.resolve()] if args.beside else [])]
    starts: dict[tuple[Path, str], list[Start]] = {}
    print("| start | s | CPU s | peak MB |\n|---|---:|---:|---:|")
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
