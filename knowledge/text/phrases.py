"""Phrases of one or more words, looked up in a running text, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class PhraseMatch(Generic[_Value]):
    """A phrase found in a sequence of words: words[start:end] stand for value."""

    start: int
    end: int
    value: _Value


class PhraseTable(Generic[_Value]):
    """A mapping from phrases (sequences of words or stems) to values."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], _Value]]) -> None:
        self._values: dict[tuple[str, ...], _Value] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in phrases:
            if phrase:
                self._values.setdefault(tuple(phrase), value)
                lengths.setdefault(phrase[0], set()).add(len(phrase))
        # Of the phrases that begin with a word, the longest first.
        self._lengths: Mapping[str, Sequence[int]] = {
            word: sorted(some, reverse=True) for word, some in lengths.items()
        }

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._values)

    def values(self) -> Iterable[_Value]:
        """Return the values, in the order of their phrases."""
        return self._values.values()

    def find(self, words: Sequence[str]) -> list[PhraseMatch[_Value]]:
        """Find the phrases that stand in words, from left to right, none overlapping another."""
        found: list[PhraseMatch[_Value]] = []
        lengths = self._lengths
        if lengths.keys().isdisjoint(words):
            return found
        end = 0
        for start in [start for start, word in enumerate(words) if word in lengths]:
            if start < end:
                continue
            for length in lengths[words[start]]:
                phrase = tuple(words[start : start + length])
                if phrase in self._values:
                    end = start + len(phrase)
                    found.append(PhraseMatch(start, end, self._values[phrase]))
                    break
        return found
