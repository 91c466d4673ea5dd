"""Growth of the matcher: from one article to a newsroom's archive, beside rapidfuzz's scan over the same variants.

    python benchmarks/growth.py [SIZE …]            default: 4000 100000 1000000
    python benchmarks/growth.py --articles 1000 [--cache FOLDER]

The variants are invented: entries about invented people, places and things, ten wordings each; the
questions are wordings held back, with a typo in every third. For each size it prints how long building
took, memory and time for each variant, the median and 99th percentile of `match`, the same for
`process.extractOne(…, scorer=token_set_ratio)`, their ratio in this run, hit@1, and recall@1 against an
exhaustive run of the archive's own scoring.

With --articles, of a library instead: so many invented articles of 40 entries, ten wordings each in two languages, and
questions about any of them alike, a typo in every third. It prints the start with everything in the cache (the reading
of files apart: articles are values here), the peak of memory, the time of questions right after the start and again,
how often the right article and entry come first, beside the same article alone, and the time that one more article
takes. Times are wall and CPU milliseconds or seconds. What the models have learnt is kept in --cache for the next run.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process, utils

from knowledge.cache import TrainedCache
from knowledge.library import Library
from knowledge.matcher import Match, Matcher, Outcome, Variant
from knowledge.matching.archive import Archive
from knowledge.matching.entry_scores import EntryScores

if TYPE_CHECKING:
    from benchmarks.invented_articles import invented_articles, typo
else:
    from invented_articles import invented_articles, typo

_FRAMES = (
    "when did {who} open the {thing} in {where}",
    "what did {who} say about the {thing} of {where}",
    "{who} {thing} {where}",
    "is it true that {who} closed the {thing} in {where}",
    "how much did the {thing} in {where} cost {who}",
    "why does {who} want a {thing} for {where}",
    "did {who} promise {where} a new {thing}",
    "so what about {who} and the {thing} in {where}",
    "who told {who} that the {thing} of {where} was sold",
    "{where} {thing} latest from {who}",
    "has {who} been to {where} to see the {thing}",
)
_SYLLABLES = [a + b for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on")]
_QUESTIONS = 300
_EXHAUSTIVE = 100
_SCANS = 30
_ASKED_OF_LIBRARY = 1000
_CORES = os.cpu_count() or 1


def invented_faq(size: int, chance: random.Random) -> tuple[list[Variant], list[tuple[str, str]]]:
    """Invent variants, and questions with the entry that each belongs to."""
    names = [_word(chance, 3).capitalize() for _ in range(max(200, size // 60))]
    places = [_word(chance, 3).capitalize() for _ in range(max(100, size // 200))]
    things = [_word(chance, 2) for _ in range(400)]
    variants: list[Variant] = []
    questions: list[tuple[str, str]] = []
    for number in range(size // (len(_FRAMES) - 1)):
        slots = {"who": chance.choice(names), "where": chance.choice(places), "thing": chance.choice(things)}
        wordings = [frame.format(**slots) for frame in _FRAMES]
        held_back = wordings.pop(chance.randrange(len(wordings)))
        questions.append((held_back, f"entry-{number}"))
        variants.extend(Variant(f"entry-{number}", "en", wording) for wording in wordings)
    asked = chance.sample(questions, min(_QUESTIONS, len(questions)))
    return variants, [(typo(text, chance) if n % 3 == 0 else text, entry) for n, (text, entry) in enumerate(asked)]


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables))


def timed(texts: Sequence[str], matcher: Matcher) -> list[float]:
    """Return the milliseconds that a matcher takes for each question."""
    took = []
    for text in texts:
        started = time.perf_counter()
        matcher.match(text)
        took.append(1000 * (time.perf_counter() - started))
    return took


def scans(texts: Sequence[str], choices: Sequence[str]) -> Iterator[float]:
    """Yield the milliseconds that rapidfuzz takes for each question, over every variant."""
    for text in texts:
        started = time.perf_counter()
        process.extractOne(utils.default_process(text), choices, scorer=fuzz.token_set_ratio)
        yield 1000 * (time.perf_counter() - started)


def recall(matcher: Matcher, texts: Sequence[str]) -> float | None:
    """Return the share of questions, 0 to 1, with the best entry of an exhaustive search; None without an archive."""
    index = matcher.scorer("en").index
    if not isinstance(index, Archive):
        return None
    everywhere = replace(index.options.archive, postings=10**9, widening=10**6)
    exhaustive = replace(index, options=replace(index.options, archive=everywhere))
    same = []
    for text in texts:
        reading = index.read(text)
        same.append(_best(index.scores(reading)) == _best(exhaustive.scores(reading)))
    return float(np.mean(same))


def _best(scores: EntryScores) -> int | None:
    return int(scores.numbers[scores.relevance.argmax()]) if len(scores.relevance) else None


def learn(count: int, cache: Path, part: int) -> float:
    """Train and keep a part of the articles, one in `_CORES`; return the CPU seconds that it took."""
    articles, _ = invented_articles(count + 1)
    started = time.process_time()
    for article in articles[part:count:_CORES]:
        [model] = Library((article,), TrainedCache(cache)).models.values()
        model.warm_up(restore=False)
        model.vocabulary  # noqa: B018 - learnt now
    return time.process_time() - started


def library_figures(count: int, cache: Path) -> list[tuple[str, str]]:
    """The figures of a library whose models are kept, with their names."""
    every, questions = invented_articles(count + 1)
    articles, added = every[:-1], every[-1]
    asked = random.Random(2).sample([each for each in questions if each.article != added.slug], _ASKED_OF_LIBRARY)
    texts = [question.text for question in asked]
    before = _peak()
    started = time.perf_counter(), time.process_time()
    library = Library(articles, TrainedCache(cache))
    library.warm_up(restore=False)
    figures = [
        ("cached start, s", _since(started)),
        ("peak after the start, MB", f"{_peak():.0f} ({before:.0f} before)"),
    ]
    library.match("so what")  # what any first question loads
    for name in ("first", "second"):
        took = [_took(library, text) for text in texts]
        figures.append((f"a question, {name} time: p50, ms", _quantile(took, 0.5)))
        figures.append((f"a question, {name} time: p99, ms", _quantile(took, 0.99)))
    figures.append(("peak, MB", f"{_peak():.0f}"))
    matches = [library.match(text) for text in texts]
    firsts = [_first(match) for match in matches]
    alone = [_first(library.models[each.article].matcher.match(each.text)) for each in asked]
    entries = [each.entry for each in asked]
    figures.append(
        (
            "right article, %",
            _share(first.rpartition("/")[0] == q.article for first, q in zip(firsts, asked, strict=True)),
        )
    )
    figures.append(("right entry, %", _share(map(str.__eq__, firsts, entries))))
    figures.append(
        (
            "right entry of the article alone, %",
            _share(f"{q.article}/{first}" == q.entry for first, q in zip(alone, asked, strict=True)),
        )
    )
    shown = [
        {each.entry_id for each in match.shown_candidates} if match.outcome is not Outcome.ABSTAIN else set()
        for match in matches
    ]
    figures.append(("right entry first or in the choice, %", _share(map(set.__contains__, shown, entries))))
    figures.append(("offers a choice, %", _share(match.outcome is Outcome.CHOOSE for match in matches)))
    started = time.perf_counter(), time.process_time()
    more = library.with_articles((*articles, added), (), {})
    more.warm_up(restore=False)
    figures.append(("one article more, s", _since(started)))
    return figures


def _took(library: Library, text: str) -> tuple[float, float]:
    """Wall and CPU milliseconds of a question."""
    started = time.perf_counter(), time.thread_time()
    library.match(text)
    return 1000 * (time.perf_counter() - started[0]), 1000 * (time.thread_time() - started[1])


def _since(started: tuple[float, float]) -> str:
    return f"{time.perf_counter() - started[0]:.2f} (CPU {time.process_time() - started[1]:.2f})"


def _quantile(took: Sequence[tuple[float, float]], quantile: float) -> str:
    wall, cpu = (float(np.quantile(each, quantile)) for each in zip(*took, strict=True))
    return f"{wall:.2f} (CPU {cpu:.2f})"


def _first(match: Match) -> str:
    """The entry that comes first; empty where the match abstains."""
    return "" if match.outcome is Outcome.ABSTAIN else match.candidates[0].entry_id


def _share(right: Iterable[bool]) -> str:
    return f"{100 * float(np.mean(list(right))):.1f}"


def _peak() -> float:
    """The most memory that the process had resident, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def print_library_figures(count: int, cache: Path) -> None:
    """Print a Markdown table; each part runs in a process of its own, so that its memory is its own."""
    # As the bot has it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(_CORES, get_context("spawn"), max_tasks_per_child=1) as process:
        seconds = sum(process.map(learn, repeat(count), repeat(cache), range(_CORES)))
        print(f"| {count} articles | |\n|---|---:|\n| learning what is not kept, CPU s | {seconds:.0f} |", flush=True)
        for name, figure in process.submit(library_figures, count, cache).result():
            print(f"| {name} | {figure} |", flush=True)


def main() -> None:
    """Print a Markdown table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[4_000, 100_000, 1_000_000])
    parser.add_argument("--articles", type=int, metavar="N", help="measure a library of so many articles instead")
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="what the articles' models have learnt")
    args = parser.parse_args()
    if args.articles:
        with TemporaryDirectory() as folder:
            print_library_figures(args.articles, args.cache or Path(folder))
        return
    heads = "variants | build s | µs a variant | peak MiB | bytes a variant | p50 ms | p99 ms | scan ms | faster"
    print(f"| {heads} | hit@1 | recall@1 |\n|{'---:|' * 11}")
    for size in args.sizes:
        variants, questions = invented_faq(size, random.Random(size))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        matcher = Matcher(variants)
        matcher.warm_up()
        built = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        texts = [text for text, _ in questions]
        timed(texts[:50], matcher)
        took = timed(texts, matcher)
        scan = statistics.median(scans(texts[:_SCANS], [utils.default_process(variant.text) for variant in variants]))
        hits = [matcher.match(text).candidates[:1] for text in texts]
        hit = np.mean(
            [bool(best) and best[0].entry_id == entry for best, (_, entry) in zip(hits, questions, strict=True)]
        )
        found = recall(matcher, texts[:_EXHAUSTIVE])
        p50, p99 = statistics.median(took), float(np.quantile(took, 0.99))
        print(
            f"| {len(variants)} | {built:.1f} | {1e6 * built / len(variants):.0f} | {peak / 1024:.0f} |"
            f" {1024 * (peak - before) / len(variants):.0f} | {p50:.2f} | {p99:.2f} | {scan:.1f} | {scan / p50:.0f}× |"
            f" {hit:.3f} | {'all compared' if found is None else f'{found:.3f}'} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
