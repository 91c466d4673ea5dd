"""Quoted passages: a sentence with its quotations at hand, while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.drafting.cues import Cue
from knowledge.drafting.page import Passage
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement
from knowledge.drafting.words import Word
from knowledge.text.marks import CLOSING_MARKS, DIALOGUE_DASHES

_SPACES = " \t\n\u00a0\u202f"


@dataclass(slots=True)
class Quoted:
    """A quotation of a passage by positions: of its opening mark, and after its closing one."""

    span: Span
    first: int
    last: int
    used: bool = False


@dataclass(slots=True)
class PassageState:
    """The state of the reading of one passage."""

    index: int
    passage: Passage
    words: Sequence[Word]
    quotes: list[Quoted]
    cues: list[Cue]
    found: list[FoundStatement] = field(default_factory=list)


def placed(passage: Passage) -> list[Quoted]:
    """The quotations of a passage with the positions of their words."""
    placed: list[Quoted] = []
    position = 0
    words = passage.words
    for span in passage.quotations:
        while (
            position < len(words)
            and words[position].end <= span.start
            and not (words[position].quoted and _touches(words, position, span))
        ):
            position += 1
        first = position
        while position < len(words) and (
            words[position].start < span.end
            or (words[position].quoted and not words[position].is_word and words[position].text in CLOSING_MARKS)
        ):
            position += 1
            if words[position - 1].start >= span.end:
                break
        if first < position:
            placed.append(Quoted(span, first, position))
    return placed


def _touches(words: Sequence[Word], position: int, span: Span) -> bool:
    """Tell if a quoted mark stands right before a quotation."""
    return words[position].end <= span.start <= words[position].end + 2 and not words[position].is_word


def is_dialogue(text: str, offset: int) -> bool:
    """Tell if what is said at an offset follows a dash instead of a quotation mark."""
    return text[:offset].rstrip(_SPACES)[-1:] in tuple(DIALOGUE_DASHES)


def is_closed_at(text: str, offset: int, end: int) -> bool:
    """Tell if a closing mark stands at an offset, before the end of the passage."""
    rest = text[offset : min(len(text), max(end, offset) + 1)]
    return any(char in CLOSING_MARKS for char in rest[:3])
