"""The certainty that a match needs before a question that is put to nobody is answered.

    python benchmarks/ambient.py QUESTIONS.jsonl [--held-out]

QUESTIONS.jsonl holds questions about the bundled article, labelled as `selon eval` takes them. For each
threshold: how many of those that the article answers would be answered in a group, how many of them
rightly, and how many of the others (near misses; far questions and chat) falsely; for all questions,
for those that ask as the rule for such messages wants it (`knowledge/text/asks`), and for those that
name somebody of the article besides, which are the ones that are answered.

With --held-out, instead: the article's own variants and out-of-scope examples, each third asked of a matcher that
learnt from the rest. The examples are written to be as near to the variants as can be.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.ambient import CERTAIN, asks_about, is_certain
from knowledge.files import load_library
from knowledge.library import Library
from knowledge.matcher import Match, Matcher
from knowledge.model import entry_key
from knowledge.text.question_detection import is_one_question

_THRESHOLDS = (60.0, 80.0, 85.0, 90.0, 92.0, 94.0, 95.0, 96.0, 97.0, CERTAIN, 99.0)
_FOLDS = 3


@dataclass(frozen=True)
class AmbientMessage:
    """A question, and what became of it.

    Attributes:
        text: As it was typed.
        kind: in, near, far or chat.
        match: The matcher's reading of it.
        right: True if the best candidate answers it.
    """

    text: str
    kind: str
    match: Match
    right: bool


def labelled(library: Library, path: Path) -> Iterator[AmbientMessage]:
    """The questions of a file."""
    [model] = library.models.values()
    matcher = model.matcher
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield _asked(library, matcher, row["question"], row["kind"], set(row["gold"]))


def held_out(library: Library) -> Iterator[AmbientMessage]:
    """The article's own wordings, unseen."""
    [model] = library.models.values()
    variants = model.variants
    for fold in range(_FOLDS):
        kept = [variant for number, variant in enumerate(variants) if number % _FOLDS != fold]
        matcher = Matcher(kept, lexicon=library.lexicon)
        for variant in variants[fold::_FOLDS]:
            gold = (
                set(library.entries[entry_key(model.article.slug, variant.entry_id)].evidence)
                if variant.entry_id
                else set()
            )
            yield _asked(library, matcher, variant.text, "in" if gold else "near", gold)


def _asked(library: Library, matcher: Matcher, text: str, kind: str, gold: set[int]) -> AmbientMessage:
    match = matcher.match(text)
    best = {
        sentence
        for each in match.candidates[:1]
        for sentence in library.entries[entry_key(library.articles[0].slug, each.entry_id)].evidence
    }
    return AmbientMessage(text, kind, match, bool(gold & best))


def figures(asked: Sequence[AmbientMessage], least: float) -> str:
    """Format the numbers of those that are answered, rightly, and falsely near and far, as cells of a table."""
    answered = [each for each in asked if is_certain(each.match, least)]
    inside = [each for each in answered if each.kind == "in"]
    near = sum(each.kind == "near" for each in answered)
    numbers = (len(inside), sum(each.right for each in inside), near, len(answered) - len(inside) - near)
    return " | ".join(map(str, numbers))


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--held-out", action="store_true")
    args = parser.parse_args()
    library = load_library()
    asked = list(held_out(library) if args.held_out else labelled(library, args.questions))
    rules: dict[str, Callable[[str], bool]] = {
        "all": lambda text: True,
        "asking": lambda text: is_one_question(text, library.languages),
        "naming": lambda text: asks_about(library, text),
    }
    groups = [[each for each in asked if holds(each.text)] for holds in rules.values()]
    sizes = [
        [sum(e.kind in kinds for e in group) for kinds in (("in",), ("near",), ("far", "chat"))] for group in groups
    ]
    heads = [
        f"{name}: {inside} in | right | of {near} near | of {far} far"
        for name, (inside, near, far) in zip(rules, sizes, strict=True)
    ]
    print("| score |", " | ".join(heads), "|")
    print("|---:|" + "---:|" * 4 * len(groups))
    for least in _THRESHOLDS:
        print(f"| {least:.0f} |", " | ".join(figures(group, least) for group in groups), "|")


if __name__ == "__main__":
    main()
