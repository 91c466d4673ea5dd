"""The reasons for a question's outcome, as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.rendering.terminal import plain_text
from knowledge.matcher import Match, Matcher
from knowledge.matching.explanation import Explanation

_MOST_ENTRIES = 4


def explanation_tables(matcher: Matcher, question: str, match: Match) -> RenderableType:
    """Return the steps from a question to its outcome."""
    meant, readings = matcher.explain(question)
    decision = matcher.decision
    best = f"{match.candidates[0].score:.1f}" if match.candidates else "–"
    runner_up = f"{match.candidates[1].score:.1f}" if len(match.candidates) > 1 else "–"
    verdict = (
        f"{match.outcome}: best score {best}, runner-up {runner_up}; answers from {decision.answer_threshold:g},"
        f" offers from {decision.offer_threshold:g},"
        f" alone if the runner-up has at most {decision.ambiguity_ratio:.0%} of the best"
    )
    parts: list[RenderableType] = [Text(verdict, style="bold")]
    if meant != question:
        parts.append(plain_text(f"typed as: {meant}"))
    for reading in readings:
        parts.extend((Text(), *_reading(matcher, reading)))
    return Group(*parts)


def _reading(matcher: Matcher, read: Explanation) -> Iterator[RenderableType]:
    yield Text(f"read as {read.language} ({read.probability:.0%}), in scope {read.score:.1f}", style="bold")
    repairs = [f"{word} → {' '.join(meant)}" for word, meant in read.reading.repairs.items()]
    for label, found in (
        ("repaired", repairs),
        ("names", sorted(read.reading.names)),
        ("asks for", sorted(read.reading.kinds)),
        ("small talk", ["yes"] if read.reading.small_talk else []),
        ("asks for what is not so", ["yes"] if read.reading.negated else []),
        ("a stranger, so offered at most", [read.stranger] if read.stranger is not None else []),
    ):
        if found:
            yield plain_text(f"{label}: {', '.join(found)}")
    yield _words(read)
    yield _nearest(matcher, read)
    yield _entries(matcher, read)


def _words(read: Explanation) -> Table:
    table = Table("word", "weight", "in its nearest variant", title="words", title_justify="left")
    shared = read.nearest[0].shared if read.nearest else {}
    for feature, weight in sorted(read.weights.items(), key=lambda item: -item[1]):
        part = "unknown" if feature in read.unknown else f"{shared[feature]:.3f}" if feature in shared else ""
        table.add_row(plain_text(feature), f"{weight:.2f}", part)
    return table


def _nearest(matcher: Matcher, read: Explanation) -> Table:
    table = Table("similarity", "entry", "variant", title="nearest variants", title_justify="left")
    for near in read.nearest:
        variant = matcher.variant(read.language, near.position)
        entry = plain_text(variant.entry_id or "(an out-of-scope example)")
        table.add_row(f"{near.similarity:.3f}", entry, plain_text(variant.text))
    return table


def _entries(matcher: Matcher, read: Explanation) -> Table:
    scores = read.entry_scores
    columns = {
        "relevance": scores.relevance,
        "compatible": scores.compatibility,
        "names complete": scores.completeness,
        "together": scores.ranking,
    }
    if scores.support is not None:
        columns |= {"unexplained": scores.support.unexplained[scores.numbers]}
        columns |= {"heaviest": scores.support.heaviest_unexplained[scores.numbers]}
    table = Table("entry", *columns, "at most", title="entries", title_justify="left")
    for place in (-scores.ranking).argsort(kind="stable")[:_MOST_ENTRIES]:
        number = int(scores.numbers[place])
        is_doubted = scores.support is not None and scores.support.contradicted[number] > 0
        most = "an offer" if is_doubted or number in read.contradicted or read.stranger is not None else ""
        values = (f"{column[place]:.3f}" for column in columns.values())
        table.add_row(plain_text(matcher.entry_ids[number]), *values, most)
    return table
