"""An article in a terminal with its statements marked: who says what, where, through which outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.table import Table
from rich.text import Text

from bot.printable import printable
from bot.rendering.drafts import CUE, QUOTED, SAID, SPEAKER, chain
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement, ReadArticle
from knowledge.text.sentences import number_sentences

_UNSURE = "dim"


def marked_article(found: ReadArticle) -> Table:
    """Return the numbered sentences of an article, what is said and by whom in colour, and the chains beside them."""
    table = Table(show_header=False, box=None, padding=(0, 1))
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(ratio=1)
    marks = list(_marks(found.statements))
    for sentence in number_sentences(found.page.text):
        span = Span(sentence.start, sentence.start + len(sentence.text))
        chains = Text("\n").join(_chain(each) for each in found.statements if each.sentence == sentence.number)
        table.add_row(str(sentence.number), _marked(found.page.text, span, marks), chains)
    return table


def _marks(statements: Sequence[FoundStatement]) -> Iterator[tuple[Span, str]]:
    """Yield what is marked, with its style; of marks of one place the last counts."""
    for each in statements:
        yield each.content, SAID
        yield from ((quote, QUOTED) for quote in each.quotes)
    for each in statements:
        if each.speaker_span is not None:
            yield each.speaker_span, SPEAKER
        if each.cue is not None:
            yield each.cue, CUE


def _chain(statement: FoundStatement) -> Text:
    line = chain(statement.speaker, statement.venue, statement.outlet)
    return line.append(" (unsure)", _UNSURE) if "speaker" in statement.unsure else line


def _marked(text: str, span: Span, marks: Sequence[tuple[Span, str]]) -> Text:
    """A part of a text with its marks; what would command the terminal is left out piece by piece."""
    inside = [(mark, style) for mark, style in marks if mark.start < span.end and span.start < mark.end]
    edges = {span.start, span.end, *(edge for mark, _ in inside for edge in mark if span.start < edge < span.end)}
    ordered = sorted(edges)
    marked = Text()
    for start, end in pairwise(ordered):
        styles = [style for mark, style in inside if mark.start <= start and end <= mark.end]
        marked.append(printable(text[start:end]), styles[-1] if styles else "")
    return marked
