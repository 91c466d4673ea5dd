"""Coverage of an utterance by phrases: their kinds, and the words left uncovered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

# The costs of a word that nothing covers, of one that may stand anywhere, and of a phrase: the longest phrases win.
_LEFT, _FREE, _PHRASE = 100, 2, 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """The cheapest way to cover some words.

    Attributes:
        kinds: Those of the phrases that cover them, in order.
        uncovered: The words that nothing covers, in order.
        free_words: The words that may stand anywhere, in order.
    """

    kinds: tuple[str, ...]
    uncovered: tuple[str, ...]
    free_words: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """True if a phrase stands there and no word is left."""
        return bool(self.kinds) and not self.uncovered


class Cover:
    """Phrases that words are covered with at the lowest cost.

    Args:
        kinds: The phrases, each with its kind.
        is_free: Tells whether a word may stand anywhere.
    """

    def __init__(self, kinds: Mapping[tuple[str, ...], str], is_free: Callable[[str], bool]) -> None:
        self._kinds = kinds
        self._is_free = is_free
        # Of the phrases that begin with a word, the shortest first.
        self._sizes: dict[str, list[int]] = {}
        for first, size in sorted({(phrase[0], len(phrase)) for phrase in kinds}):
            self._sizes.setdefault(first, []).append(size)

    def of(self, words: Sequence[str]) -> Coverage:
        """Return the coverage of words, which are given in their order."""
        words = tuple(words)
        are_free = [self._is_free(word) for word in words]
        # From each place on: the cost, and where the next piece ends, with its kind; None for a word without one.
        best: list[tuple[int, int, str | None]] = [(0, 0, None)] * (len(words) + 1)
        for start in range(len(words) - 1, -1, -1):
            cost, end, chosen = (_FREE if are_free[start] else _LEFT) + best[start + 1][0], start + 1, None
            for size in self._sizes.get(words[start], ()):
                kind = self._kinds.get(words[start : start + size]) if start + size <= len(words) else None
                if kind is not None and _PHRASE + best[start + size][0] < cost:
                    cost, end, chosen = _PHRASE + best[start + size][0], start + size, kind
            best[start] = (cost, end, chosen)
        return _along(best, words, are_free)


def _along(best: Sequence[tuple[int, int, str | None]], words: Sequence[str], are_free: Sequence[bool]) -> Coverage:
    """The coverage that takes the best piece at each place."""
    found: list[str] = []
    rest: list[str] = []
    free: list[str] = []
    start = 0
    while start < len(words):
        _, end, kind = best[start]
        if kind is not None:
            found.append(kind)
        else:
            (free if are_free[start] else rest).append(words[start])
        start = end
    return Coverage(tuple(found), tuple(rest), tuple(free))
