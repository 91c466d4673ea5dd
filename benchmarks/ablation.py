"""Ablation of the matcher: figures with all of its mechanisms, and with each one left out.

    python benchmarks/ablation.py [--only NAME …] [--questions QUESTIONS.jsonl] [--traps TRAPS.jsonl]
        [--small FOLDER QUESTIONS.jsonl] DATASET_DIR …

QUESTIONS.jsonl and TRAPS.jsonl hold questions about the bundled article, labelled as `selon eval` takes them, and the
folder of a small FAQ is followed by such questions about it. A DATASET_DIR holds faq.jsonl ({"entry": …, "text": …}
lines) and queries.jsonl (the same, "entry" null where nothing in the FAQ answers). Figures: for a data set, top-1 and
the area under the ROC curve of in-scope against out-of-scope scores; for the article, answered rightly, rightly or
among the choices, and falsely (near misses; far questions and chat); of the traps, those answered falsely; of the small
FAQ, those answered rightly, and near misses answered falsely. All in per cent.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from knowledge.article_folders import BUNDLED
from knowledge.article_model import ArticleModel
from knowledge.files import load_library
from knowledge.lexicon import Alias, Lexicon
from knowledge.matcher import Match, Matcher, MatcherOptions, Outcome, Variant
from knowledge.matching.options import DEFAULT_OPTIONS
from knowledge.matching.variant_models import NO_TEXTS
from knowledge.text.out_of_scope import questions_about

_Json = dict[str, Any]


class Shares(NamedTuple):
    """Shares of labelled questions, in per cent.

    Attributes:
        right: Of those in scope, answered rightly.
        offered: The same, or offered a choice with a right entry.
        near: Of the near misses, answered.
        distant: Of the far questions and chat, answered.
    """

    right: float
    offered: float
    near: float
    distant: float


@dataclass(frozen=True)
class Mechanism:
    """A mechanism that can be left out.

    Attributes:
        name: As docs/matching.md calls it.
        options: Those without it.
        has_variant: False for the variants that are left out with it.
        has_alias: False for the names and notions that are left out with it.
        has_texts: False if the answers and statements are left out with it.
    """

    name: str
    options: MatcherOptions = DEFAULT_OPTIONS
    has_variant: Callable[[Variant], bool] = lambda _: True
    has_alias: Callable[[Alias], bool] = lambda _: True
    has_texts: bool = True

    def matcher(self, variants: Iterable[Variant]) -> Matcher:
        """Make a matcher of variants alone, without the mechanism."""
        return Matcher(filter(self.has_variant, variants), options=self.options)

    def matcher_of(self, model: ArticleModel) -> Matcher:
        """Make a matcher as an article has it, without the mechanism."""
        return Matcher(
            filter(self.has_variant, model.variants),
            lexicon=Lexicon(alias for alias in model.lexicon.aliases if self.has_alias(alias)),
            texts=model.texts if self.has_texts else NO_TEXTS,
            out_of_scope=lambda language, known: questions_about(
                language, known, [person.name[language] for person in model.article.people.values()]
            ),
            options=self.options,
        )


def changed(group: str, **changes: Any) -> MatcherOptions:
    """Return the default options with some of one group changed."""
    groups: dict[str, Any] = {group: replace(getattr(DEFAULT_OPTIONS, group), **changes)}
    return replace(DEFAULT_OPTIONS, **groups)


def without_table(name: str) -> MatcherOptions:
    """Return the default options without one of the tokenizer's tables."""
    tables: dict[str, Any] = {name: False}
    return changed("features", tokens=replace(DEFAULT_OPTIONS.features.tokens, **tables))


EVERYTHING = Mechanism("nothing")
MECHANISMS = (
    Mechanism("spelling repair", changed("spelling", repair=False)),
    Mechanism("– glued elisions", changed("spelling", elisions=False)),
    Mechanism("– words split in two", changed("spelling", splitting=False)),
    Mechanism("– likeness by prefix", changed("spelling", prefix_similarity=1.0)),
    Mechanism("stems", without_table("stems")),
    Mechanism("pairs of neighbours", changed("features", pair_weight=0.0)),
    Mechanism("order of words of content", changed("features", order_weight=0.0)),
    Mechanism("character n-grams", changed("similarity", gram_share=0.0)),
    Mechanism("word features", changed("similarity", gram_share=1.0)),
    Mechanism("function words weigh less", changed("features", function_word_weight=1.0)),
    Mechanism("unknown words in the norm", changed("similarity", unknown_word_weight=0.0, unknown_gram_weight=0.0)),
    Mechanism("squared similarities", changed("ridge", squares=False)),
    Mechanism("ridge (else each variant counts alike)", changed("ridge", penalty=1e6)),
    Mechanism("chat abbreviations", without_table("abbreviations")),
    Mechanism("contractions", without_table("contractions")),
    Mechanism("claim markers", without_table("claim_markers")),
    Mechanism("answers and statements", has_texts=False),
    Mechanism("another question", changed("decision", contradictions=False)),
    Mechanism("glosses beside words", changed("crosslingual", weight=0.0)),
    Mechanism("names and notions", has_alias=lambda _: False),
    Mechanism("– notions", has_alias=lambda alias: alias.concept.is_name),
    Mechanism("– words for a notion that no variant has", changed("spelling", notions=False)),
    Mechanism("synonyms", changed("features", synonym_weight=0.0)),
    Mechanism("compatibility of names", changed("compatibility", name_exponent=0.0)),
    Mechanism("compatibility of what is asked for", changed("compatibility", kind_exponent=0.0)),
    Mechanism("out-of-scope examples", has_variant=lambda variant: variant.entry_id is not None),
    Mechanism("scope: all entries together", changed("scope", total=False)),
    Mechanism("scope: nearer than an out-of-scope example", changed("scope", margin=False)),
    Mechanism("the question in a long message", changed("question", passages=False)),
    Mechanism("what is sent along with a question", changed("question", enclosures=False)),
    Mechanism("letters of another alphabet", changed("question", homoglyphs=False)),
    Mechanism("more certainty for a word or two", changed("decision", few_words_threshold=0.0)),
    Mechanism("small talk", without_table("small_talk")),
    Mechanism("layout and alphabet", changed("question", layout_correction=False)),
    Mechanism("variants word for word", changed("decision", verbatim=False)),
)


def on_dataset(folder: Path, mechanism: Mechanism) -> list[float]:
    """Return top-1 and AUROC, in per cent, without a mechanism."""
    faq, queries = _lines(folder / "faq.jsonl"), _lines(folder / "queries.jsonl")
    matcher = mechanism.matcher(Variant(row["entry"], "en", row["text"]) for row in faq)
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


def on_article(folder: Path, path: Path, mechanism: Mechanism) -> Shares:
    """Return the shares of labelled questions to the one article of a folder, without a mechanism."""
    [model] = load_library(folder).models.values()
    evidence = {entry.id: set(entry.evidence) for entry in model.article.entries}
    matcher = mechanism.matcher_of(model)
    rows = _lines(path)
    matches = [matcher.match(row["question"]) for row in rows]
    shown = [
        [bool(set(row["gold"]) & evidence[candidate.entry_id]) for candidate in match.shown_candidates]
        for row, match in zip(rows, matches, strict=True)
    ]
    both = list(zip(rows, matches, shown, strict=True))

    def share(kinds: Sequence[str], holds: Callable[[Match, list[bool]], bool]) -> float:
        found = [holds(match, hits) for row, match, hits in both if row["kind"] in kinds]
        return 100.0 * sum(found) / max(len(found), 1)

    return Shares(
        share(["in"], lambda match, hits: match.outcome is Outcome.ANSWER and hits[0]),
        share(["in"], lambda match, hits: match.outcome is not Outcome.ABSTAIN and any(hits)),
        share(["near"], lambda match, _: match.outcome is Outcome.ANSWER),
        share(["far", "chat"], lambda match, _: match.outcome is Outcome.ANSWER),
    )


def _lines(path: Path) -> list[_Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--traps", type=Path)
    parser.add_argument("--small", type=Path, nargs=2, metavar=("FOLDER", "QUESTIONS"))
    parser.add_argument("--only", nargs="*", metavar="NAME", choices=[each.name for each in MECHANISMS], default=[])
    args = parser.parse_args()
    heads = [head for folder in args.folders for head in (f"{folder.name} top-1", "AUROC")]
    heads += ["right", "right or offered", "false near", "false far and chat"] if args.questions else []
    heads += ["false traps"] if args.traps else []
    heads += ["small FAQ right", "false near"] if args.small else []
    print("| left out |", " | ".join(heads), "|")
    print("|---|" + "---:|" * len(heads))
    whole: list[float] = []
    for mechanism in (EVERYTHING, *(each for each in MECHANISMS if not args.only or each.name in args.only)):
        figures = [figure for folder in args.folders for figure in on_dataset(folder, mechanism)]
        figures += on_article(BUNDLED, args.questions, mechanism) if args.questions else []
        figures += [on_article(BUNDLED, args.traps, mechanism).near] if args.traps else []
        if args.small:
            folder, questions = args.small
            small = on_article(folder, questions, mechanism)
            figures += [small.right, small.near]
        whole = whole or figures
        is_whole = mechanism is EVERYTHING
        shown = [f"{a:.1f}" if is_whole else f"{a - b:+.1f}" for a, b in zip(figures, whole, strict=True)]
        print(f"| {mechanism.name} |", " | ".join(shown), "|", flush=True)


if __name__ == "__main__":
    main()
