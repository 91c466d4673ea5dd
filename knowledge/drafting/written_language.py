"""The language that an article is written in."""

from __future__ import annotations

from knowledge.text.languages import LANGUAGES, language
from knowledge.text.normalise import LONGEST_TEXT, fold, words

_LEAST_SHARE = 0.12
_LETTERS = {"ru": frozenset("ыэъё"), "uk": frozenset("іїєґ")}
_FEWEST_LETTERS = 2


def language_of(text: str) -> str | None:
    """Return the served language that a text is written in, by its small words and letters; None if it is none.

    Args:
        text: Any text; its first 4,096 characters are read.
    """
    start = text[:LONGEST_TEXT]
    every = words(fold(start))
    if not every:
        return None
    shares = {code: sum(word in language(code).stop_words for word in every) / len(every) for code in LANGUAGES}
    lower = start.lower()
    for code, letters in _LETTERS.items():
        count = sum(lower.count(letter) for letter in letters)
        shares[code] += 1.0 if count >= _FEWEST_LETTERS and count > _others(lower, code) else 0.0
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST_SHARE else None


def _others(text: str, code: str) -> int:
    return sum(text.count(letter) for other, letters in _LETTERS.items() if other != code for letter in letters)
