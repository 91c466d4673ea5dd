"""Growth of the matcher: from one article to a newsroom's archive, beside rapidfuzz's scan over the same variants.

    python benchmarks/growth.py [SIZE …]            default: 4000 100000 1000000

The variants are invented: entries about invented people, places and things, ten wordings each; the
questions are wordings held back, with a typo in every third. For each size it prints how long building
took, memory and time for each variant, the median and 99th percentile of `match`, the same for
`process.extractOne(…, scorer=token_set_ratio)`, their ratio in this run, hit@1, and recall@1 against an
exhaustive run of the archive's own scoring.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz, process, utils

from knowledge.matcher import Matcher, Variant
from knowledge.matching.archive import Archive
from knowledge.matching.entry_scores import EntryScores

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


def invented_faq(size: int, chance: random.Random) -> tuple[list[Variant], list[tuple[str, str]]]:
    """Variants, and questions with the entry each belongs to."""
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
    return variants, [(_typo(text, chance) if n % 3 == 0 else text, entry) for n, (text, entry) in enumerate(asked)]


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables))


def _typo(text: str, chance: random.Random) -> str:
    place = chance.randrange(2, len(text) - 2)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def timed(texts: Sequence[str], matcher: Matcher) -> list[float]:
    """Milliseconds for each question."""
    took = []
    for text in texts:
        started = time.perf_counter()
        matcher.match(text)
        took.append(1000 * (time.perf_counter() - started))
    return took


def scans(texts: Sequence[str], choices: Sequence[str]) -> Iterator[float]:
    """Milliseconds for each question, by rapidfuzz over every variant."""
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


def main() -> None:
    """Print a Markdown table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[4_000, 100_000, 1_000_000])
    args = parser.parse_args()
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
