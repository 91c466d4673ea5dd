"""Cross-validation of the matcher on the bundled article's own wordings: a fold, or a whole kind of them, left out.

    python benchmarks/crossvalidation.py

Each fifth of the variants, and then each kind of wording (questions, keywords, colloquial, claims,
oblique), is held back in all languages, and asked of a matcher that learnt from the rest; each fifth of the
out-of-scope examples likewise. Right means the very entry, so that a sister entry which rests on the same sentence
counts as wrong: the figures are lower than for people's questions, which more than one entry may answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from knowledge.files import load_library
from knowledge.library import Library
from knowledge.matcher import Matcher, Outcome, Variant
from knowledge.model import Wording

HeldOutVariant = tuple[Variant, Wording | None]
_FOLDS = 5


def every_variant(library: Library) -> Iterator[HeldOutVariant]:
    """The variants with their kind of wording, and the out-of-scope examples without any."""
    for article in library.articles:
        for entry in article.entries:
            for language in article.served:
                for wording, texts in entry.variants[language].items():
                    yield from ((Variant(entry.id, language, text), wording) for text in texts)
        for language in article.served:
            yield from ((Variant(None, language, text), None) for text in article.out_of_scope[language])


def held_out(
    library: Library, asked: list[HeldOutVariant], is_held_back: Callable[[int, HeldOutVariant], bool]
) -> Counter[str]:
    """Count the outcomes of the variants that are held back."""
    kept = [each[0] for number, each in enumerate(asked) if not is_held_back(number, each)]
    matcher = Matcher(kept, lexicon=library.lexicon)
    results: Counter[str] = Counter()
    for variant, _ in (each for number, each in enumerate(asked) if is_held_back(number, each)):
        match = matcher.match(variant.text)
        shown = [candidate.entry_id for candidate in match.shown_candidates]
        if variant.entry_id is None:
            results[{Outcome.ABSTAIN: "quiet", Outcome.CHOOSE: "nudge", Outcome.ANSWER: "false"}[match.outcome]] += 1
        elif match.outcome is Outcome.ABSTAIN:
            results["missed"] += 1
        elif variant.entry_id in shown:
            results["right" if match.outcome is Outcome.ANSWER else "offered"] += 1
        else:
            results["wrong"] += 1
    return results


def main() -> None:
    """Print a Markdown table."""
    library = load_library()
    asked = list(every_variant(library))
    print("| left out | variants | right | offered | missed | wrong | out of scope | quiet | nudge | false |")
    print(f"|---|{'---:|' * 9}")
    total: Counter[str] = Counter()
    for fold in range(_FOLDS):
        total += held_out(library, asked, partial(_in_fold, fold))
    print(_row("every fifth in turn", total), flush=True)
    for wording in Wording:
        results = held_out(library, asked, partial(_of_kind, wording))
        print(_row(f"all of the kind “{wording}”", results), flush=True)


def _in_fold(fold: int, number: int, _: HeldOutVariant) -> bool:
    return number % _FOLDS == fold


def _of_kind(wording: Wording, _: int, asked: HeldOutVariant) -> bool:
    return asked[1] is wording


def _row(name: str, results: Counter[str]) -> str:
    inside = sum(results[key] for key in ("right", "offered", "missed", "wrong"))
    outside = sum(results[key] for key in ("quiet", "nudge", "false"))
    shares = [f"{100 * results[key] / inside:.1f}" for key in ("right", "offered", "missed", "wrong")]
    silent = [f"{100 * results[key] / outside:.1f}" if outside else "–" for key in ("quiet", "nudge", "false")]
    return f"| {name} | {inside} | {' | '.join(shares)} | {outside} | {' | '.join(silent)} |"


if __name__ == "__main__":
    main()
