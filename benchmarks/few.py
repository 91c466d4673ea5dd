"""Few wordings: the bundled article cut to a few variants of each entry and language, asked labelled questions.

    python benchmarks/few.py QUESTIONS.jsonl [--wordings N …] [--examples N] [--seeds N]

A row for each cut, in per cent over all seeds: of the questions in scope, those answered rightly, those offered a
choice with a right entry, missed ones and wrong ones; the near misses that were answered; the far questions and chat
that were answered. QUESTIONS.jsonl is labelled as `selon eval` takes it. Variants are drawn at random, and so are
out-of-scope examples, some for each entry in each language; the same seed draws the same.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.evaluation import QuestionKind, Verdict, judge, labelled_questions
from knowledge.files import load_library
from knowledge.library import Library
from knowledge.model import Article, Entry, Wording

_INSIDE = (Verdict.RIGHT, Verdict.OFFERED, Verdict.MISSED, Verdict.WRONG)
_DISTANT = frozenset({QuestionKind.FAR, QuestionKind.CHAT})


def cut(article: Article, *, wordings: int, examples: int, seed: int) -> Article:
    """Return an article with fewer variants and out-of-scope examples.

    Args:
        article: As its files have it.
        wordings: The most variants of an entry in each language.
        examples: The most out-of-scope examples for each entry in each language.
        seed: Of what is drawn.
    """
    chance = random.Random(seed)

    def cut_entry(entry: Entry) -> Entry:
        variants: dict[str, Mapping[Wording, Sequence[str]]] = {}
        for language in article.served:
            drawn = _drawn(entry.questions(language), wordings, chance)
            variants[language] = {Wording.QUESTION: drawn}
        return replace(entry, variants=variants)

    entries = tuple(map(cut_entry, article.entries))
    most = examples * len(entries)
    out_of_scope = {language: _drawn(article.out_of_scope[language], most, chance) for language in article.served}
    return replace(article, entries=entries, out_of_scope=out_of_scope)


def outcomes(questions: Path, library: Library) -> Counter[tuple[QuestionKind, Verdict]]:
    """Count the verdicts on labelled questions by their kinds."""
    [model] = library.models.values()
    model.warm_up()
    counts: Counter[tuple[QuestionKind, Verdict]] = Counter()
    for question in labelled_questions(questions, questions.read_bytes(), library):
        judged = judge(question, library.match(question.text), question.language, library)
        counts[question.kind, judged.verdict] += 1
    return counts


def row(wordings: int, counts: Counter[tuple[QuestionKind, Verdict]]) -> str:
    """Return a row of the Markdown table."""

    def share(kinds: frozenset[QuestionKind], verdict: Verdict) -> str:
        every = sum(count for (kind, _), count in counts.items() if kind in kinds)
        return f"{100 * sum(counts[kind, verdict] for kind in kinds) / max(every, 1):.1f}"

    inside = [share(frozenset({QuestionKind.IN}), verdict) for verdict in _INSIDE]
    outside = [share(kinds, Verdict.FALSE) for kinds in (frozenset({QuestionKind.NEAR}), _DISTANT)]
    return f"| {wordings} | {' | '.join([*inside, *outside])} |"


def _drawn(texts: Sequence[str], most: int, chance: random.Random) -> list[str]:
    return chance.sample(list(texts), min(most, len(texts)))


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--wordings", type=int, nargs="+", default=[3, 5, 10])
    parser.add_argument("--examples", type=int, default=9)
    parser.add_argument("--seeds", type=int, default=3)
    args = parser.parse_args()
    [article] = load_library().articles
    print("| wordings | right | offered | missed | wrong | false near | false far and chat |")
    print(f"|---|{'---:|' * 6}")
    for wordings in args.wordings:
        counts: Counter[tuple[QuestionKind, Verdict]] = Counter()
        for seed in range(args.seeds):
            smaller = cut(article, wordings=wordings, examples=args.examples, seed=seed)
            counts += outcomes(args.questions, Library((smaller,)))
        print(row(wordings, counts), flush=True)


if __name__ == "__main__":
    main()
