"""Numbered sentences: how an article is cut so that evidence can point at it.

A line of its own is a paragraph, a heading is a sentence, and a full stop inside quotation marks or
brackets ends none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_OPENING = {"«": "»", "“": "”", "„": "“”", "(": ")", "[": "]", "‹": "›"}
_TERMINATORS = frozenset(".!?…")
# Abbreviations that a capital may follow without a new sentence beginning.
_ABBREVIATIONS = frozenset(
    "m mm mme mlle mr mrs ms dr prof st ste sr jr gen col lt sen rep gov pres cf vs av apr env"
    " jan feb mar apr jun jul aug sep oct nov dec janv févr avr juil déc inc ltd corp co"
    " т г гг см стр им ул проф акад р ст вул м".split()
)
# These do only before a number ("art. 5"); else they are words that may end a sentence.
_BEFORE_NUMBERS = frozenset("no nos art sept p pp".split())
_WORD = re.compile(r"[^\W_]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        number: From 1, through the whole article.
        paragraph: From 1.
        text: As it stands, without surrounding space.
    """

    number: int
    paragraph: int
    text: str


def number_sentences(article: str) -> tuple[Sentence, ...]:
    """Cuts an article into numbered sentences.

    Args:
        article: The text; each line that holds words is a paragraph (or a heading).

    Returns:
        The sentences in order; none for a text without words.
    """
    numbered: list[Sentence] = []
    paragraphs = [line.strip() for line in article.lstrip("\ufeff").splitlines() if _WORD.search(line)]
    for paragraph, line in enumerate(paragraphs, start=1):
        for text in _split(line):
            numbered.append(Sentence(number=len(numbered) + 1, paragraph=paragraph, text=text))
    return tuple(numbered)


def _split(line: str) -> list[str]:
    ends = [
        end for end in _possible_ends(line) if _starts_sentence(line[end:]) and not _abbreviated(line[:end], line[end:])
    ]
    cuts = [0, *ends, len(line)]
    parts = [line[start:end].strip() for start, end in pairwise(cuts)]
    return [part for part in parts if part]


def _possible_ends(line: str) -> list[int]:
    """Offsets after a terminator that stands outside every pair of marks, or that ends a quotation."""
    ends: list[int] = []
    closers: list[str] = []
    straight = False
    for position, char in enumerate(line):
        if char == '"' and (straight or '"' in line[position + 1 :]):
            straight = not straight
            if not straight and not closers and _ended_inside(line, position):
                ends.append(position + 1)
        elif char in _OPENING and _closes_later(line, position):
            closers.append(_OPENING[char])
        elif closers and char in closers[-1]:
            closers.pop()
            if not closers and not straight and char in "»”›“" and _ended_inside(line, position):
                ends.append(position + 1)
        elif char in _TERMINATORS and not closers and not straight:
            end = position + 1
            while end < len(line) and line[end] in _TERMINATORS:
                end += 1
            ends.append(end)
    return sorted(set(ends))


def _closes_later(line: str, position: int) -> bool:
    """A mark that is never closed opens nothing: it must not swallow the rest of its paragraph."""
    return any(closer in line[position + 1 :] for closer in _OPENING[line[position]])


def _ended_inside(line: str, position: int) -> bool:
    """Whether the quotation that closes at position ends with a full stop of its own and began a sentence."""
    before = line[:position].rstrip(" \u00a0\u202f")
    return before[-1:] in _TERMINATORS


def _starts_sentence(rest: str) -> bool:
    """Whether what follows begins a sentence: space, then a capital, a digit, a dash or an opening mark."""
    if not rest or not rest[0].isspace():
        return False
    following = rest.lstrip()
    if not following:
        return False
    lead = following.lstrip("«“„\"'(‹[—–- \u00a0\u202f")
    return bool(lead) and (lead[0].isupper() or lead[0].isdigit())


def _abbreviated(before: str, after: str) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial ("M. Dupont", "J. K. Rowling")."""
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    letters = word.group(1)
    if letters.casefold() in _BEFORE_NUMBERS:
        return after.lstrip()[:1].isdigit()
    initial = len(letters) == 1 and letters.isupper()
    return initial or letters.casefold() in _ABBREVIATIONS
