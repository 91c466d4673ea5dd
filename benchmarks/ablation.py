"""What each mechanism of the matcher buys: figures with all of them, and with each one left out.

    python benchmarks/ablation.py --questions QUESTIONS.jsonl DATASET_DIR …

QUESTIONS.jsonl holds questions about the bundled article, labelled as `selon eval` takes them. A
DATASET_DIR holds faq.jsonl ({"entry": …, "text": …} lines) and queries.jsonl (the same, "entry" null
where nothing in the FAQ answers). Figures: for a data set, top-1 and the area under the ROC curve of
in-scope against out-of-scope scores; for the article, answered rightly, rightly or among the choices,
and falsely (near misses; far questions and chat). All in per cent.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

import knowledge.library
from knowledge.files import load_library
from knowledge.matcher import Match, Matcher, Outcome, Variant
from knowledge.matching.evidence import Evidence
from knowledge.text.tokens import Tokenizer, tokenizer

Json = dict[str, Any]


@dataclass(frozen=True)
class Mechanism:
    """Something that can be left out.

    Attributes:
        name: As docs/matching.md calls it.
        patches: Pairs of a dotted name and what to put in its place.
    """

    name: str
    patches: Sequence[tuple[str, Any]]


def _unchanged(text: str, *_: Any, **__: Any) -> str:
    return text


def _table(name: str) -> Callable[[Tokenizer, Any], None]:
    """A tokenizer's initialiser for languages without one of their tables."""
    initialise = Tokenizer.__init__

    def without(self: Tokenizer, language: Any) -> None:
        empty: Any = () if name == "claim_markers" else {} if name in ("abbreviations", "contractions") else frozenset()
        initialise(self, replace(language, **{name: empty}))

    return without


SCORING = "knowledge.matching"
MECHANISMS = (
    Mechanism("spelling repair", [("knowledge.text.spelling.Spelling.repair", lambda self, word: (word,))]),
    Mechanism("– glued elisions", [("knowledge.text.spelling.Spelling._unglue", lambda self, word: None)]),
    Mechanism("– words split in two", [("knowledge.text.spelling.Spelling._split", lambda self, word: None)]),
    Mechanism("– likeness by prefix", [("knowledge.text.spelling._CLOSE_ENOUGH_BY_PREFIX", 1.0)]),
    Mechanism("stems", [("knowledge.text.tokens.stem", _unchanged)]),
    Mechanism("pairs of neighbours", [(f"{SCORING}.features._PAIR", 0.0)]),
    Mechanism("character n-grams", [(f"{SCORING}.index._GRAM_SHARE", 0.0)]),
    Mechanism("word features", [(f"{SCORING}.index._GRAM_SHARE", 1.0)]),
    Mechanism("function words weigh less", [(f"{SCORING}.features._FUNCTION_WORD", 1.0)]),
    Mechanism(
        "unknown words in the norm",
        [(f"{SCORING}.training._UNKNOWN_WORD", 0.0), (f"{SCORING}.training._UNKNOWN_GRAM", 0.0)],
    ),
    Mechanism(
        "squared similarities", [(f"{SCORING}.training.curved", _unchanged), (f"{SCORING}.index.curved", _unchanged)]
    ),
    Mechanism("ridge (else each variant votes alike)", [(f"{SCORING}.training._RIDGE", 1e6)]),
    Mechanism("chat abbreviations", [("knowledge.text.tokens.Tokenizer.__init__", _table("abbreviations"))]),
    Mechanism("contractions", [("knowledge.text.tokens.Tokenizer.__init__", _table("contractions"))]),
    Mechanism("claim markers", [("knowledge.text.tokens.Tokenizer.__init__", _table("claim_markers"))]),
    Mechanism("names and notions", [("knowledge.library._aliases", lambda article: [])]),
    Mechanism("– notions", [("knowledge.library._aliases", lambda article: _names_only(article))]),
    Mechanism("– words for a notion that no variant has", [("knowledge.lexicon.Lexicon.known_as", lambda *_: {})]),
    Mechanism("synonyms", [("knowledge.text.tokens.synonyms", lambda code: ())]),
    Mechanism(
        "fit of names", [(f"{SCORING}.fit.Fit.complete", lambda self, marks: 1.0), (f"{SCORING}.fit._LEAST", 0.25)]
    ),
    Mechanism("fit of what is asked for", [(f"{SCORING}.index._KIND_POWER", 0.0)]),
    Mechanism("negative examples", [("knowledge.library._examples", lambda article: _positive(article))]),
    Mechanism(
        "signal: all entries together", [(f"{SCORING}.evidence.Evidence.signals", lambda self: _signals(self, 1))]
    ),
    Mechanism(
        "signal: nearer than a negative", [(f"{SCORING}.evidence.Evidence.signals", lambda self: _signals(self, 2))]
    ),
    Mechanism("the question in a long message", [("knowledge.matcher.passages", lambda text, _: (text,))]),
    Mechanism("small talk", [("knowledge.text.tokens.Tokenizer.is_small_talk", lambda self, spelled: False)]),
    Mechanism("layout and alphabet", [("knowledge.matcher.as_meant", _unchanged)]),
    Mechanism("variants word for word", [("knowledge.matcher.Matcher._verbatim", lambda self, text, scores: scores)]),
)

_aliases, _examples, _all_signals = knowledge.library._aliases, knowledge.library._examples, Evidence.signals


def _names_only(article: Any) -> list[Any]:
    return [alias for alias in _aliases(article) if alias.concept.is_name]


def _positive(article: Any) -> list[Variant]:
    return [variant for variant in _examples(article) if variant.entry_id is not None]


def _signals(evidence: Evidence, left_out: int) -> Any:
    signals = _all_signals(evidence)
    signals[left_out] = 0.0
    return signals


@contextmanager
def without(mechanism: Mechanism | None) -> Iterator[None]:
    """The matcher without a mechanism, while the block lasts."""
    patches = [patch(target, new) for target, new in (mechanism.patches if mechanism else ())]
    tokenizer.cache_clear()
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()
        tokenizer.cache_clear()


def on_dataset(folder: Path) -> list[float]:
    """Top-1 and AUROC."""
    faq, queries = _lines(folder / "faq.jsonl"), _lines(folder / "queries.jsonl")
    matcher = Matcher([Variant(row["entry"], "en", row["text"]) for row in faq])
    matches = [matcher.match(row["text"]) for row in queries]
    best = [match.candidates[0] if match.candidates else None for match in matches]
    inside = np.array([row["entry"] is not None for row in queries])
    right = np.array(
        [
            candidate is not None and candidate.entry_id == row["entry"]
            for candidate, row in zip(best, queries, strict=True)
        ]
    )
    scores = np.array([candidate.score if candidate else 0.0 for candidate in best])
    higher = (scores[inside][:, None] > scores[~inside]).mean() + (
        scores[inside][:, None] == scores[~inside]
    ).mean() / 2
    return [100 * float(right[inside].mean()), 100 * float(higher)]


def on_article(path: Path) -> list[float]:
    """Right, right or offered, false on near misses, false on far questions and chat."""
    library = load_library()
    rows = _lines(path)
    matches = [library.matcher.match(row["question"]) for row in rows]
    shown = [
        [bool(set(row["gold"]) & set(library.entries[candidate.entry_id].evidence)) for candidate in match.shown]
        for row, match in zip(rows, matches, strict=True)
    ]
    both = list(zip(rows, matches, shown, strict=True))

    def share(kinds: Sequence[str], holds: Callable[[Match, list[bool]], bool]) -> float:
        return 100 * float(np.mean([holds(match, hits) for row, match, hits in both if row["kind"] in kinds]))

    return [
        share(["in"], lambda match, hits: match.outcome is Outcome.ANSWER and hits[0]),
        share(["in"], lambda match, hits: match.outcome is not Outcome.ABSTAIN and any(hits)),
        share(["near"], lambda match, _: match.outcome is Outcome.ANSWER),
        share(["far", "chat"], lambda match, _: match.outcome is Outcome.ANSWER),
    ]


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--questions", type=Path)
    args = parser.parse_args()
    heads = [head for folder in args.folders for head in (f"{folder.name} top-1", "AUROC")]
    heads += ["right", "right or offered", "false near", "false far and chat"] if args.questions else []
    print("| left out |", " | ".join(heads), "|")
    print("|---|" + "---:|" * len(heads))
    whole: list[float] = []
    for mechanism in (None, *MECHANISMS):
        with without(mechanism):
            figures = [figure for folder in args.folders for figure in on_dataset(folder)]
            figures += on_article(args.questions) if args.questions else []
        whole = whole or figures
        shown = [f"{a:.1f}" if mechanism is None else f"{a - b:+.1f}" for a, b in zip(figures, whole, strict=True)]
        print(f"| {mechanism.name if mechanism else 'nothing'} |", " | ".join(shown), "|", flush=True)


if __name__ == "__main__":
    main()
