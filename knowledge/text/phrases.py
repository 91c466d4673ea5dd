"""Phrases of one or more words, looked up in a running text, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A phrase found in a sequence of words: words[start:end] stand for value."""

    start: int
    end: int
    value: Value


class PhraseTable(Generic[Value]):
    """A mapping from phrases (sequences of words or stems) to values."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Value]]) -> None:
        self._values: dict[tuple[str, ...], Value] = {}
        longest: dict[str, int] = {}
        for phrase, value in phrases:
            if phrase:
                self._values.setdefault(tuple(phrase), value)
                longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
        self._longest: Mapping[str, int] = longest

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._values)

    def values(self) -> Iterable[Value]:
        """Return the values, in the order of their phrases."""
        return self._values.values()

    def find(self, words: Sequence[str]) -> list[Found[Value]]:
        """Find the phrases that stand in words, from left to right, none overlapping another."""
        found: list[Found[Value]] = []
        end = 0
        for position in [position for position, word in enumerate(words) if word in self._longest]:
            if position >= end:
                match = self._at(words, position)
                if match is not None:
                    found.append(match)
                    end = match.end
        return found

    def _at(self, words: Sequence[str], start: int) -> Found[Value] | None:
        for length in range(self._longest[words[start]], 0, -1):
            phrase = tuple(words[start : start + length])
            if len(phrase) == length and phrase in self._values:
                return Found(start, start + length, self._values[phrase])
        return None
