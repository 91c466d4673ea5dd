"""Slips of the finger in words of the closed lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from knowledge.text.memo import Memo

# Letters of a word in which two may have changed places, and in which one may be wrong.
_SWAPPED, _REPAIRED = 4, 6
_RUN = re.compile(r"(.)\1{2,}")


class SpellingSlips:
    """The words that others were meant to be.

    Args:
        known: The words that are spelled right.
        courteous: Those of courtesy, among which a slip in a short word leaves little doubt.
    """

    def __init__(self, known: frozenset[str], courteous: Iterable[str]) -> None:
        self._known = known
        self._anagrams: defaultdict[str, list[str]] = defaultdict(list)
        self._by_size_and_letter: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        # In order, so that a slip is repaired to the same word in every process.
        for word in sorted(known):
            self._anagrams[_letters(word)].append(word)
            self._by_size_and_letter[len(word), word[0]].append(word)
        # Words of four and five letters, one wrong letter in which makes them hardly another word beside courtesy.
        self._short: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted({word for word in courteous if _SWAPPED <= len(word) < _REPAIRED}):
            self._short[word[0]].append(word)
        self._repaired = Memo(self._repair)

    def repaired(self, word: str) -> str:
        """Return the known word that was meant, where one letter is wrong or one is held down; else the word."""
        return word if word in self._known else self._repaired[word]

    def near_courtesy(self, word: str) -> str:
        """Return the word of courtesy that differs from a short unknown word by one letter; else the word."""
        if word in self._known or not _SWAPPED <= len(word) <= _REPAIRED:
            return word
        return _nearest(word, self._short.get(word[0], ()))

    def _repair(self, word: str) -> str:
        once = _RUN.sub(r"\1", word)
        if once in self._known:
            return once
        twice = _RUN.sub(r"\1\1", word)
        if twice in self._known:
            return twice
        half = word[: len(word) // 2]
        if len(word) >= _SWAPPED and half + half == word and half in self._known:
            # "okok": said twice without a space.
            return half
        if len(word) < _SWAPPED:
            return word
        if len(word) < _REPAIRED:
            # One wrong letter makes another short word; two that have changed places hardly do.
            return _nearest(word, self._anagrams.get(_letters(word), ()))
        sizes = (len(word), len(word) - 1, len(word) + 1)
        return _nearest(word, (each for size in sizes for each in self._by_size_and_letter.get((size, word[0]), ())))


def _letters(word: str) -> str:
    return "".join(sorted(word))


def _nearest(word: str, others: Iterable[str]) -> str:
    """The first of some words that differs from a word by one slip; else the word."""
    return next((each for each in others if OSA.distance(word, each, score_cutoff=1) <= 1), word)
