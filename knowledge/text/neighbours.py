"""Words of a vocabulary that a misspelled word may stand for, found without going through the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# At the beginning and at the end, where two words that are alike mostly agree.
_EDGE = 3
# Under one key, and for one word: of very many that look alike, the first will do.
_MOST_A_KEY = 32
_MOST = 64


class Neighbours:
    """The words of a vocabulary by the keys that words share with those they resemble.

    Two words with one letter more, less, other, or in its neighbour's place are the same without some letter. Words
    with more differences are found if their first or last three letters agree.

    Args:
        words: The vocabulary, what matters most first.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._having: dict[str, list[str]] = {}
        for word in words:
            for key in _keys(word):
                having = self._having.setdefault(key, [])
                if len(having) < _MOST_A_KEY:
                    having.append(word)

    def of(self, word: str) -> list[str]:
        """Return the words that resemble one and differ in length by at most two letters, or a fifth; 64 at most."""
        edits = max(2, len(word) // 5)
        near = {
            other: None
            for key in _keys(word)
            for other in self._having.get(key, ())
            if abs(len(other) - len(word)) <= edits
        }
        return list(near)[:_MOST]


def _keys(word: str) -> Iterator[str]:
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]
    yield f"{word[:_EDGE]}…"
    yield f"…{word[-_EDGE:]}"
