"""Numbered sentences: how an article is cut so that evidence can point at it.

A line of its own is a paragraph, a heading is a sentence, and a full stop inside quotation marks or
brackets ends none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.text.marks import DIALOGUE_DASHES, OPENING_MARKS
from knowledge.text.quotations import pair_across_paragraphs, pair_quotation_marks

_BRACKETS = {"(": ")", "[": "]"}
_LEADING = "".join((OPENING_MARKS, *_BRACKETS, DIALOGUE_DASHES, "- \u00a0\u202f"))
_TERMINATORS = tuple(".!?…")
# Abbreviations that a capital may follow without a new sentence beginning.
_ABBREVIATIONS = frozenset(
    "m mm mme mlle mr mrs ms dr prof st ste sr jr gen col lt sen rep gov pres cf vs av apr env"
    " jan feb mar apr jun jul aug sep oct nov dec janv févr avr juil déc inc ltd corp co"
    " т г гг см стр им ул проф акад р ст вул м".split()
)
# These do only before a number ("art. 5"); else they are words that may end a sentence.
_BEFORE_NUMBERS = frozenset("no nos art sept p pp".split())
_TERMINATION = re.compile(r"[.!?…]+")
# What tells if a sentence ends: longer than any abbreviation and the marks before a word.
_NEARBY = 40
_WORD = re.compile(r"[^\W_]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        number: From 1, through the whole article.
        paragraph: From 1.
        text: As it stands, without surrounding space.
        quoted: The parts of the text that stand inside quotation marks, as offsets of their start and end.
        unpaired: The offsets of quotation marks that nothing closes, or that nothing opened.
        start: The offset in the article at which its text begins.
    """

    number: int
    paragraph: int
    text: str
    quoted: tuple[tuple[int, int], ...] = ()
    unpaired: tuple[int, ...] = ()
    start: int = 0


def number_sentences(article: str) -> tuple[Sentence, ...]:
    """Cut an article into numbered sentences.

    Args:
        article: The text; each line that holds words is a paragraph (or a heading).

    Returns:
        The sentences in order; none for a text without words.
    """
    numbered: list[Sentence] = []
    placed = list(_paragraphs(article))
    pairings = pair_across_paragraphs([line for _, line in placed])
    for number, ((offset, line), pairing) in enumerate(zip(placed, pairings, strict=True), start=1):
        for start, end in _split(line):
            parts = ((max(start, each.start), min(end, each.end)) for each in pairing.quotations)
            sentence = Sentence(
                number=len(numbered) + 1,
                paragraph=number,
                text=line[start:end],
                quoted=tuple((first - start, last - start) for first, last in parts if first < last),
                unpaired=tuple(each - start for each in pairing.unpaired if start <= each < end),
                start=offset + start,
            )
            numbered.append(sentence)
    return tuple(numbered)


def _paragraphs(article: str) -> Iterator[tuple[int, str]]:
    """The paragraphs without surrounding space, each with the offset at which it begins."""
    offset = len(article) - len(article.lstrip("\ufeff"))
    for line in article[offset:].splitlines(keepends=True):
        if _WORD.search(line):
            yield offset + len(line) - len(line.lstrip()), line.strip()
        offset += len(line)


def _split(line: str) -> Iterator[tuple[int, int]]:
    """The offsets where sentences of a paragraph start and end, without surrounding space."""
    ends = [end for end in _possible_ends(line) if _ends_sentence(line, end)]
    for start, end in pairwise([0, *ends, len(line)]):
        part = line[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _ends_sentence(line: str, end: int) -> bool:
    after = line[end : end + _NEARBY]
    return _starts_sentence(after) and not _abbreviated(line[max(0, end - _NEARBY) : end], after)


def _possible_ends(line: str) -> list[int]:
    """Return the offsets after a terminator that stands outside every pair of marks, or that ends a quotation."""
    quotations = pair_quotation_marks(line).quotations
    brackets = list(_bracketed(line))
    bracketed = _covered(line, brackets)
    covered = _covered(line, [*((each.outer_start, each.outer_end) for each in quotations), *brackets])
    ends = {
        each.outer_end
        for each in quotations
        if not bracketed[each.outer_start] and _is_ended(line[each.start : each.end])
    }
    ends.update(found.end() for found in _TERMINATION.finditer(line) if not covered[found.start()])
    return sorted(ends)


def _bracketed(line: str) -> Iterator[tuple[int, int]]:
    """The offsets of brackets that are closed: one that never is must not swallow the rest of its paragraph."""
    opened: dict[str, list[int]] = {closer: [] for closer in _BRACKETS.values()}
    for position, char in enumerate(line):
        if char in _BRACKETS:
            opened[_BRACKETS[char]].append(position)
        elif opened.get(char):
            yield opened[char].pop(), position + 1


def _covered(line: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """Return, for each character, whether it stands between two marks, the marks left out."""
    covered = bytearray(len(line))
    for start, end in spans:
        if not covered[start]:
            covered[start + 1 : end - 1] = b"\1" * (end - start - 2)
    return covered


def _is_ended(quoted: str) -> bool:
    """Tell if a quoted text ends with a full stop of its own."""
    return quoted.rstrip()[-1:] in _TERMINATORS


def _starts_sentence(rest: str) -> bool:
    """Tell whether what follows begins a sentence: space, then a capital, a digit, a dash or an opening mark."""
    if not rest or not rest[0].isspace():
        return False
    following = rest.lstrip()
    if not following:
        return False
    lead = following.lstrip(_LEADING)
    return bool(lead) and (lead[0].isupper() or lead[0].isdigit())


def _abbreviated(before: str, after: str) -> bool:
    """Tell whether the full stop belongs to an abbreviation or an initial ("M. Dupont", "J. K. Rowling")."""
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    letters = word.group(1)
    if letters.casefold() in _BEFORE_NUMBERS:
        return after.lstrip()[:1].isdigit()
    initial = len(letters) == 1 and letters.isupper()
    return initial or letters.casefold() in _ABBREVIATIONS
