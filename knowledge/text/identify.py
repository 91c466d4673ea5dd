"""Which language a short question is written in.

Among the served languages: a naive Bayes model over character n-grams, learnt from the variants and
the function words of each (Cavnar and Trenkle 1994 rank n-grams; on a few words, likelihood does
better). Names are left out: "Trump NATO" is no language. A question whose words no served language knows is shown to
py3langid, which knows a hundred languages but is often wrong about three words of chat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import exp
from typing import Any

import numpy as np

from knowledge.text.languages import language
from knowledge.text.memo import Memo
from knowledge.text.normalise import alphabet, fold, words

_LENGTHS = (1, 2, 3, 4)
_SMOOTHING = 0.1
_SURE = 0.75
_TABLE_WEIGHT = 3
# What a word counts that a language knows, as a logarithm of likelihood.
_KNOWN_WORD = 8.0
# More texts of a language than this sharpen nothing and take time at start-up.
_MOST_TEXTS = 250
# A question with fewer of its words known to a served language may be in another one.
_KNOWN_SHARE = 0.5
_FEWEST_WORDS = 2
# Those that py3langid confuses least with three words of chat in another; the rest count as not told.
_WIDESPREAD = "ar cs da de el es fa fi he hi hu id it ja ko nl no pl pt ro sv th tr vi zh".split()


class LanguageIdentifier:
    """Tells the languages of the texts it was given apart.

    Args:
        texts: Some texts of each language, by ISO 639-1 code.
        names: Folded words that are the same in every language.
    """

    def __init__(self, texts: Mapping[str, Sequence[str]], *, names: frozenset[str] = frozenset()) -> None:
        self.names = names
        self.languages: Sequence[str] = tuple(texts)
        # One question is asked about several times in a row.
        self._plain = Memo(self._plain_of, most=1)
        self._probabilities = Memo(self._probabilities_of, most=1)
        self._logs = Memo(self._logs_of)
        self._alphabets = {code: alphabet(" ".join(_sample(some))) for code, some in texts.items()}
        self._known = {code: self._words_of(code, some) for code, some in texts.items()}
        texts = {code: _sample(some) for code, some in texts.items()}
        counts = {code: self._learn(code, some) for code, some in texts.items()}
        size = len(set().union(*counts.values())) or 1
        # How likely each n-gram is in each language, shape (n-grams, languages); the last row is that of an unseen one.
        self._rows = {gram: row for row, gram in enumerate(dict.fromkeys(chain.from_iterable(counts.values())))}
        seen = np.array([[some[gram] for some in counts.values()] for gram in self._rows] + [[0] * len(counts)])
        totals = np.array([some.total() + _SMOOTHING * size for some in counts.values()])
        self._likelihood = np.log(seen + _SMOOTHING) - np.log(totals)

    def _words_of(self, code: str, texts: Sequence[str]) -> frozenset[str]:
        """The words of a language in its own alphabet: those of a text in another are not as they are written."""
        own = frozenset(
            word for text in texts if alphabet(text) in ("", self._alphabets[code]) for word in words(fold(text))
        ) | _table_words(code)
        # In Latin letters, people leave out the Cyrillic soft sign.
        return own | {word.replace("ь", "") for word in own}

    def _learn(self, code: str, texts: Iterable[str]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(_grams(self._plain[text]))
        for word in _table_words(code):
            for gram in _grams([word]):
                counts[gram] += _TABLE_WEIGHT
        return counts

    def probabilities(self, text: str) -> dict[str, float]:
        """How likely each language is, summing to 1; alike for all where nothing tells them apart."""
        return dict(self._probabilities[text])

    def _probabilities_of(self, text: str) -> dict[str, float]:
        nothing = [0.0] * len(self.languages)
        logs = [sum(some) for some in zip(nothing, *map(self._logs.__getitem__, self._plain[text]), strict=True)]
        # Overlapping n-grams repeat each other: without tempering, naive Bayes is far too sure.
        weights = [exp((log - max(logs)) / len(_LENGTHS)) for log in logs]
        total = sum(weights)
        return {code: weight / total for code, weight in zip(self.languages, weights, strict=True)}

    def _logs_of(self, word: str) -> list[float]:
        """How likely each language makes a word, as a logarithm.

        N-grams of neighbours are alike ("за словами"); whole words tell them apart ("хто").
        """
        unseen = len(self._rows)
        rows = [self._rows.get(gram, unseen) for gram in _grams([word])]
        logs: list[float] = self._likelihood.take(rows, axis=0).sum(axis=0).tolist()
        return [log + _KNOWN_WORD * (word in known) for log, known in zip(logs, self._known.values(), strict=True)]

    def identify(self, text: str) -> str | None:
        """The language of a text, served or not, or None where it cannot be told."""
        plain = self._plain[text]
        if len(plain) >= _FEWEST_WORDS and self._share(plain) < _KNOWN_SHARE:
            code = _widespread((*self.languages, *_WIDESPREAD)).classify(text)[0]
            if code in _WIDESPREAD and code not in self.languages:
                return str(code)
        likely = self._probabilities[text]
        best = max(likely, key=lambda code: likely[code], default=None)
        return best if best is not None and likely[best] >= _SURE else None

    def plausible(self, text: str) -> tuple[str, ...]:
        """The served languages that are written in the text's alphabet, the likeliest first."""
        own, likely = alphabet(text), self._probabilities[text]
        same = [code for code in self.languages if own in ("", self._alphabets[code])]
        return tuple(sorted(same, key=lambda code: -likely[code]))

    def known_share(self, text: str) -> float:
        """The share of a text's words, 0 to 1, that the served language knowing most of them knows.

        Names and numbers do not count: they stand in any language. Of a text with nothing else, all is known.
        """
        return self._share(self._plain[text])

    def _share(self, every: Sequence[str]) -> float:
        known = (sum(map(some.__contains__, every)) for some in self._known.values())
        return max(known, default=0) / len(every) if every else 1.0

    def _plain_of(self, text: str) -> list[str]:
        return [word for word in words(fold(text)) if word not in self.names and not word.isdigit()]


def _grams(plain: Sequence[str]) -> list[str]:
    grams: list[str] = []
    for word in plain:
        padded = f" {word} "
        for length in _LENGTHS:
            grams.extend(padded[start : start + length] for start in range(len(padded) - length + 1))
    return grams


@lru_cache(maxsize=8)
def _table_words(code: str) -> frozenset[str]:
    """The words of a language's own tables."""
    known = language(code)
    tables = (known.stop_words, known.question_words, known.small_talk, known.abbreviations)
    return frozenset(word for table in tables for phrase in table for word in words(phrase))


@lru_cache(maxsize=2)
def _widespread(codes: tuple[str, ...]) -> Any:
    """py3langid, loaded when a question first needs it: it takes half a second."""
    from py3langid.langid import MODEL_FILE
    from py3langid.langid import LanguageIdentifier as Widespread

    identifier = Widespread.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(set(codes) & set(identifier.nb_classes)))
    return identifier


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Some of the texts, evenly spread."""
    return texts[:: max(1, len(texts) // _MOST_TEXTS)]
