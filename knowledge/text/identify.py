"""Which of the served languages a short question is written in.

A naive Bayes model over character n-grams, learnt from the variants and the function words of each
language (Cavnar and Trenkle 1994 rank n-grams; their likelihood does better on a few words). Names
are left out: "Trump NATO" is no language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from knowledge.text.languages import language
from knowledge.text.normalise import fold, words

_LENGTHS = (1, 2, 3, 4)
_SMOOTHING = 0.1
_SURE = 0.75
_TABLE_WEIGHT = 3


class LanguageIdentifier:
    """Tells the languages of the texts it was given apart.

    Args:
        texts: Some texts of each language, by ISO 639-1 code.
        names: Folded words that are the same in every language.
    """

    def __init__(self, texts: Mapping[str, Iterable[str]], *, names: frozenset[str] = frozenset()) -> None:
        self._names = names
        self.languages: Sequence[str] = tuple(texts)
        counts = {code: self._learn(code, some) for code, some in texts.items()}
        size = len(set().union(*counts.values())) or 1
        self._unseen: dict[str, float] = {}
        self._likelihood: dict[str, dict[str, float]] = {}
        for code, grams in counts.items():
            total = log(grams.total() + _SMOOTHING * size)
            self._unseen[code] = log(_SMOOTHING) - total
            self._likelihood[code] = {gram: log(count + _SMOOTHING) - total for gram, count in grams.items()}

    def _learn(self, code: str, texts: Iterable[str]) -> Counter[str]:
        known = language(code)
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(_grams(self._plain(text)))
        for word in (*known.stop_words, *known.question_words, *known.small_talk, *known.abbreviations):
            for gram in _grams(words(word)):
                counts[gram] += _TABLE_WEIGHT
        return counts

    def probabilities(self, text: str) -> dict[str, float]:
        """How likely each language is, summing to 1; alike for all where nothing tells them apart."""
        grams = Counter(_grams(self._plain(text)))
        logs = {
            code: sum(count * self._likelihood[code].get(gram, self._unseen[code]) for gram, count in grams.items())
            for code in self.languages
        }
        if not logs:
            return {}
        # Overlapping n-grams repeat each other: without tempering, naive Bayes is far too sure.
        highest = max(logs.values())
        weights = {code: exp((value - highest) / len(_LENGTHS)) for code, value in logs.items()}
        total = sum(weights.values())
        return {code: weight / total for code, weight in weights.items()}

    def identify(self, text: str) -> str | None:
        """The language of a text, or None where it cannot be told."""
        likely = self.probabilities(text)
        best = max(likely, key=lambda code: likely[code], default=None)
        return best if best is not None and likely[best] >= _SURE else None

    def _plain(self, text: str) -> list[str]:
        return [word for word in words(fold(text)) if word not in self._names and not word.isdigit()]


def _grams(plain: Sequence[str]) -> list[str]:
    grams: list[str] = []
    for word in plain:
        padded = f" {word} "
        for length in _LENGTHS:
            grams.extend(padded[start : start + length] for start in range(len(padded) - length + 1))
    return grams
