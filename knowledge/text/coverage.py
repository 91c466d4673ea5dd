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


def coverage(
    words: Sequence[str], kinds: Mapping[tuple[str, ...], str], is_free: Callable[[str], bool], longest: int
) -> Coverage:
    """Cover words with phrases at the lowest cost.

    Args:
        words: In their order.
        kinds: The phrases, each with its kind.
        is_free: Tells whether a word may stand anywhere.
        longest: The number of words of the longest phrase.
    """
    # From each place on: the cost, and where the next piece ends, with its kind; None for a word without one.
    best: list[tuple[int, int, str | None]] = [(0, 0, None)] * (len(words) + 1)
    for start in range(len(words) - 1, -1, -1):
        alone = _FREE if is_free(words[start]) else _LEFT
        best[start] = (alone + best[start + 1][0], start + 1, None)
        for end in range(start + 1, min(len(words), start + longest) + 1):
            kind = kinds.get(tuple(words[start:end]))
            if kind is not None and _PHRASE + best[end][0] < best[start][0]:
                best[start] = (_PHRASE + best[end][0], end, kind)
    found: list[str] = []
    rest: list[str] = []
    free: list[str] = []
    start = 0
    while start < len(words):
        _, end, kind = best[start]
        if kind is not None:
            found.append(kind)
        else:
            (free if is_free(words[start]) else rest).append(words[start])
        start = end
    return Coverage(tuple(found), tuple(rest), tuple(free))
