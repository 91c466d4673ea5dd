"""The time that a curator waits for /review, whatever people have asked in vain.

    python benchmarks/review.py [--misses 10000] [--runs 3]

For each kind of misses, a new database is filled with so many, and /review is asked for twice, as the bot does: when
it has started and grouped what waits, and after one more question. "Ordinary" are the variants of the bundled article,
a typo in every third; the others are what somebody might send to make it slow. It prints the seconds that both pages
took, by the clock and of CPU time (the machine may have other work), and for how long at most nobody else would have
been answered meanwhile: of several runs the least each time.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import multiprocessing
import random
import string
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from bot.curation.curator import Curator
from bot.dialogue.actions import ReviewQueue
from bot.knowledge_base import KnowledgeBase
from bot.store.store import Store, open_store
from bot.store.tables import MISSES
from knowledge.files import load_library
from knowledge.library import Library
from knowledge.text.identify import load_widespread

_LATIN = string.ascii_lowercase
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщьюя"
_NAMES = "trump poutine zelensky otan ukraine russie appel paix kiev moscou hegseth vance fogel".split()

# What is loaded need not be loaded again.
_FORK = multiprocessing.get_context("fork")

Draw = Callable[[random.Random], tuple[str, str]]


def kinds(library: Library) -> dict[str, Draw]:
    """Return, by the name of each kind, a function that draws a language and a question."""
    chance = random.Random(1)
    variants = library.variants
    shared = [_word(chance, _LATIN, 4, 9) for _ in range(600)]

    def ordinary(chance: random.Random) -> tuple[str, str]:
        variant = chance.choice(variants)
        return variant.language, _typo(variant.text, chance) if chance.random() < 1 / 3 else variant.text

    def of(language: str, text: Callable[[random.Random], str]) -> Draw:
        return lambda chance: (language, text(chance))

    return {
        "ordinary": ordinary,
        "499 random characters": of("fr", lambda chance: "".join(chance.choices(string.printable[:95], k=499))),
        "499 letters, no spaces": of("en", lambda chance: _word(chance, _LATIN, 499, 499)),
        "199 characters, short words": of("fr", lambda chance: "".join(chance.choices(f"{_LATIN}    ", k=199))),
        "20 words of 600": of("fr", lambda chance: " ".join(chance.sample(shared, 20))),
        "20 typos of 600 words": of(
            "fr", lambda chance: " ".join(_typo(word, chance) for word in chance.sample(shared, 20))
        ),
        "12 words, one differs": of("fr", lambda chance: " ".join([*shared[:12], _word(chance, _LATIN, 8, 8)])),
        "Cyrillic and Latin": of(
            "uk", lambda chance: " ".join(_word(chance, _LATIN + _CYRILLIC, 3, 9) for _ in range(28))
        ),
        "all different": of("ru", lambda chance: " ".join(_word(chance, _CYRILLIC, 4, 9) for _ in range(6))),
        "names": of("fr", lambda chance: " ".join([*chance.sample(_NAMES, 6), chance.choice(shared)])),
        "all alike": of("fr", lambda chance: "combien de temps a duré l'appel"),
    }


def _word(chance: random.Random, letters: str, shortest: int, longest: int) -> str:
    return "".join(chance.choices(letters, k=chance.randint(shortest, longest)))


def _typo(text: str, chance: random.Random) -> str:
    """The text with two neighbours in each other's place."""
    place = chance.randrange(len(text) - 1) if len(text) > 1 else 0
    return text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]


async def fill(store: Store, count: int, draw: Draw) -> None:
    """Put misses into a store, each drawn by a function of `kinds`."""
    chance = random.Random(2)
    rows = [
        {"language": language, "text": text, "surface": "private", "outcome": "abstain", "day": "2026-11-20"}
        for language, text in (draw(chance) for _ in range(count))
    ]
    await store.writer.run(lambda connection: connection.execute(insert(MISSES), rows) and None)


@dataclass(frozen=True, slots=True)
class Wait:
    """The cost of a page, all in seconds.

    Attributes:
        clock: By the clock.
        cpu: CPU time of the process, what the event loop does beside included.
        stretch: The longest in which nothing else is done.
    """

    clock: float
    cpu: float
    stretch: float


async def waited(curator: Curator) -> Wait:
    """Open the curator's queue and measure the cost of that page."""
    longest, is_over = 0.0, False

    async def tick() -> None:
        nonlocal longest
        while not is_over:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before - 0.001)

    ticking = asyncio.create_task(tick())
    started, cpu = time.perf_counter(), time.process_time()
    await curator.act(ReviewQueue(), "en")
    took, cpu = time.perf_counter() - started, time.process_time() - cpu
    is_over = True
    await ticking
    return Wait(took, cpu, longest)


async def measure(library: Library, count: int, draw: Draw) -> tuple[Wait, Wait]:
    """Measure the first page after a start, and the next one."""
    with TemporaryDirectory() as folder, open_store(f"sqlite:///{Path(folder) / 'selon.db'}") as store:
        await fill(store, count - 1, draw)
        curator = Curator(store, KnowledgeBase(store, library))
        # As the bot does when it has started, beside whatever it is asked.
        await curator.prepare()
        first = await waited(curator)
        await fill(store, 1, draw)
        return first, await waited(curator)


def run(library: Library, count: int, draw: Draw) -> tuple[Wait, Wait]:
    """Call `measure` in a process of its own, since a run would find read what an earlier one has read."""
    receiving, sending = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=lambda: sending.send(asyncio.run(measure(library, count, draw))))
    process.start()
    sending.close()
    found: tuple[Wait, Wait] = receiving.recv()
    process.join()
    return found


def row(kind: str, runs: Sequence[tuple[Wait, Wait]]) -> str:
    """A line of the table, of the best of some runs."""
    pages = [
        f"{min(wait.clock for wait in page):.2f} | {min(wait.cpu for wait in page):.2f}"
        for page in zip(*runs, strict=True)
    ]
    stretch = min(max(wait.stretch for wait in run) for run in runs)
    return f"| {kind} | {' | '.join(pages)} | {1000 * stretch:.0f} |"


def main() -> None:
    """Print a Markdown table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    library = load_library()
    library.warm_up()
    load_widespread()
    # As `selon run` does: what is there for good is not looked through again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)
    print(
        "| misses | first page s | CPU s | next page s | CPU s | longest stretch ms |\n|---|---:|---:|---:|---:|---:|"
    )
    for kind, draw in kinds(library).items():
        runs = [run(library, args.misses, draw) for _ in range(args.runs)]
        print(row(kind, runs), flush=True)


if __name__ == "__main__":
    main()
