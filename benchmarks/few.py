"""Few wordings: the bundled article cut to a few variants of each entry and language, asked labelled questions.

    python benchmarks/few.py QUESTIONS.jsonl [--wordings N …] [--examples N] [--seeds N] [--entries N] [--languages …]

A row for each cut, in per cent over all seeds: of the questions in scope, those answered rightly, those offered a
choice with a right entry, missed ones and wrong ones; the near misses that were answered; the far questions and chat
that were answered. QUESTIONS.jsonl is labelled as `selon eval` takes it. Variants are drawn at random, and so are
out-of-scope examples, some for each entry in each language; the same seed draws the same. --entries draws some entries
alone, --languages serves the article in these only: a small FAQ, asked in all languages. A question in scope is then
expected to find the entry that the whole article answers it with; where that one was not drawn it is a near miss, and
where another entry rests on its sentences it is left out, as nobody could say if that one is right.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.evaluation import LabelledQuestion, QuestionKind, Verdict, judge, labelled_questions
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


def drawn_entries(article: Article, count: int, seed: int) -> Article:
    """Return an article with so many of its entries, drawn at random."""
    return replace(article, entries=tuple(random.Random(seed).sample(article.entries, count)))


def answered(questions: Iterable[LabelledQuestion], library: Library) -> Iterator[LabelledQuestion]:
    """Yield the questions, those in scope with the one entry that a library rightly answers them with."""
    for question in questions:
        if question.kind is QuestionKind.IN:
            best = next(iter(library.match(question.text).candidates), None)
            if best is None or not question.is_answered_by(best.entry_id, library.entries[best.entry_id].evidence):
                continue
            yield replace(question, entries=frozenset({best.entry_id}))
        else:
            yield question


def relabelled(questions: Iterable[LabelledQuestion], library: Library) -> Iterator[LabelledQuestion]:
    """Yield the questions as they are labelled for a library that has some of the entries."""
    for question in questions:
        if question.kind is not QuestionKind.IN or question.entries & library.entries.keys():
            yield replace(question, gold=frozenset())
        elif all(question.gold.isdisjoint(entry.evidence) for entry in library.entries.values()):
            yield replace(question, kind=QuestionKind.NEAR)


def outcomes(questions: Iterable[LabelledQuestion], library: Library) -> Counter[tuple[QuestionKind, Verdict]]:
    """Count the verdicts on labelled questions by their kinds."""
    [model] = library.models.values()
    model.warm_up()
    counts: Counter[tuple[QuestionKind, Verdict]] = Counter()
    for question in questions:
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
    parser.add_argument("--entries", type=int, help="how many entries are drawn; all of them by default")
    parser.add_argument("--languages", nargs="+", help="the languages that the article is served in; all by default")
    args = parser.parse_args()
    library = load_library()
    [article] = library.articles
    questions = list(labelled_questions(args.questions, args.questions.read_bytes(), library))
    if args.entries is not None:
        questions = list(answered(questions, library))
    article = replace(article, served=tuple(args.languages or article.served))
    print("| wordings | right | offered | missed | wrong | false near | false far and chat |")
    print(f"|---|{'---:|' * 6}")
    for wordings in args.wordings:
        counts: Counter[tuple[QuestionKind, Verdict]] = Counter()
        for seed in range(args.seeds):
            smaller = cut(article, wordings=wordings, examples=args.examples, seed=seed)
            if args.entries is None:
                counts += outcomes(questions, Library((smaller,)))
            else:
                fewer = Library((drawn_entries(smaller, args.entries, seed),))
                counts += outcomes(relabelled(questions, fewer), fewer)
        print(row(wordings, counts), flush=True)


if __name__ == "__main__":
    main()
