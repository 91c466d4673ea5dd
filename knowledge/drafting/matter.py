"""Matters: the few words of a sentence by which people would ask for what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.drafting.languages import Grammar
from knowledge.drafting.numerals import NUMERALS
from knowledge.drafting.page import Passage
from knowledge.drafting.phrases import phrase_end
from knowledge.drafting.span import Span
from knowledge.drafting.words import Word

_LONGEST = 7
_MOST_KEYWORDS = 6
_FRENCH_TENSES = re.compile(r"(?:ait|aient|[eiè]rent|[ir]ra|era|eront|[ir]ront)$")
_FRENCH_ADJECTIVES = frozenset("parfait imparfait distrait abstrait adhérent apparent transparent".split())


def matters(passage: Passage, span: Span, known: Grammar, text: str) -> Iterator[str]:
    """Yield noun phrases of a part of a passage, the most telling first: long ones with an article and a name.

    Args:
        passage: The passage.
        span: The part of it.
        known: The grammar of its language.
        text: The whole text.
    """
    words = [word._replace(quoted=False) for word in passage.words if span.start <= word.start and word.end <= span.end]
    found: list[tuple[int, int, str]] = []
    position = 0
    while position < len(words):
        word = words[position]
        if word.lower in known.articles and word.lower not in ("ce", "ses", "son", "sa", "its", "his", "her", "their"):
            end = _before_verb(words, position, phrase_end(words, position, known), known)
            size = end - position
            if 2 <= size <= _LONGEST and _is_whole(words, position, end, known):
                phrase = " ".join(text[word.start : words[end - 1].end].split())
                content = sum(_is_content(each, known) for each in words[position:end])
                found.append(
                    (-content, word.start, phrase[0].lower() + phrase[1:] if not phrase[:3].isupper() else phrase)
                )
            position = max(end, position + 1)
        else:
            position += 1
    for _, _, phrase in sorted(found):
        yield phrase


def _before_verb(words: Sequence[Word], start: int, end: int, known: Grammar) -> int:
    """Return the position of the first word behind a noun that is likely its verb, or the end.

    No table has all verbs. A word that an article or a number follows ("constitue le", "holds three") is one, and in
    French one with the ending of an imperfect or a simple future.
    """
    for position in range(start + 2, end):
        word, before = words[position], words[position - 1]
        if not _is_content(word, known) or word.is_capital or not _is_content(before, known):
            continue
        following = words[position + 1] if position + 1 < len(words) else None
        if following is not None and (
            following.lower in known.articles or following.text[0].isdigit() or following.lower in NUMERALS
        ):
            return position
        if known.code == "fr" and _FRENCH_TENSES.search(word.lower) and word.lower not in _FRENCH_ADJECTIVES:
            return position
    return end


def _is_whole(words: Sequence[Word], start: int, end: int, known: Grammar) -> bool:
    last = words[end - 1].lower
    return not (known.is_function(last) and not words[end - 1].is_capital) and any(
        _is_content(each, known) for each in words[start:end]
    )


def _is_content(word: Word, known: Grammar) -> bool:
    return word.is_word and len(word.text) > 1 and not known.is_function(word.lower)


def keywords(passage: Passage, span: Span, known: Grammar) -> tuple[str, ...]:
    """Return the telling words of a part of a passage in order, names and numbers as they stand; none twice."""
    found: dict[str, None] = {}
    for word in passage.words:
        if span.start <= word.start and word.end <= span.end and _is_content(word, known):
            found.setdefault(word.text if word.is_capital else word.lower)
    return tuple(found)


def anchors(passage: Passage, span: Span, names: Sequence[str]) -> tuple[str, ...]:
    """Return what a part of a passage has in every language: names and numbers, at most six of them."""
    inside = [word for word in passage.words if span.start <= word.start and word.end <= span.end]
    found = [word.text for word in inside if word.text[0].isdigit()]
    found.extend(name for name in names if name not in found)
    return tuple(found[:_MOST_KEYWORDS])
