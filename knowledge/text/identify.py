"""Identification of the language that a short question is written in.

Among the served languages: a naive Bayes model over character n-grams, learnt from the variants and
the function words of each (Cavnar and Trenkle 1994 rank n-grams; on a few words, likelihood does
better). Names are left out: "Trump NATO" is no language. A question whose words no served language knows is shown to
py3langid, which knows a hundred languages but is often wrong about three words of chat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from math import exp
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.parameters import Parameters
from knowledge.text.languages import LANGUAGES, language
from knowledge.text.memo import Memo
from knowledge.text.normalise import alphabet, fold, words
from knowledge.text.numbering import Numbering

_LENGTHS = (1, 2, 3, 4)
_SMOOTHING = 0.1
_SURE = 0.75
# As a logarithm; nothing that was learnt is less likely.
_LEAST_LOG = -100.0
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
    """An identifier of the languages of the texts that it was given.

    Args:
        alphabets: The alphabet of each language, by ISO 639-1 code.
        known: The words of each language.
        rows: The number of each n-gram.
        likelihood: The logarithm of how likely each n-gram is in each language, shape (n-grams + 1, languages); the
            last row is that of an unseen one, which is alike in all.
        names: Folded words that are the same in every language.
        own_names: By language, those of them that only it writes so.
    """

    def __init__(
        self,
        alphabets: Mapping[str, str],
        known: Sequence[frozenset[str]],
        rows: Numbering,
        likelihood: NDArray[np.float64],
        *,
        names: frozenset[str],
        own_names: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        self.names = names
        self._own_names = own_names
        self.languages: Sequence[str] = tuple(alphabets)
        # One question is asked about several times in a row.
        self._plain: Memo[str, list[str]] = Memo(lambda text: _plain(text, names), most=1)
        self._probabilities = Memo(self._probabilities_of, most=1)
        self._logs = Memo(self._logs_of)
        self._alphabets = alphabets
        self._known = known
        self._rows = rows
        self._likelihood = likelihood

    @classmethod
    def learn(
        cls,
        texts: Mapping[str, Sequence[str]],
        *,
        names: frozenset[str] = frozenset(),
        own_names: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> LanguageIdentifier:
        """Learn from some texts.

        Args:
            texts: Some texts of each language, by ISO 639-1 code.
            names: Folded words that are the same in every language.
            own_names: By language, those of them that only it writes so.
        """
        alphabets = {code: alphabet(" ".join(_sample(some))) for code, some in texts.items()}
        known = [_words_of(code, some, alphabets[code]) for code, some in texts.items()]
        counts = [_counts(code, _sample(some), names) for code, some in texts.items()]
        rows = {gram: row for row, gram in enumerate(dict.fromkeys(chain.from_iterable(counts)))}
        by_language = [[*map(some.get, rows, repeat(0)), 0] for some in counts]
        seen = np.ascontiguousarray(np.array(by_language, dtype=np.intp).reshape(len(counts), len(rows) + 1).T)
        totals = np.array([some.total() + _SMOOTHING * (len(rows) or 1) for some in counts])
        likelihood = np.log(seen + _SMOOTHING) - np.log(totals)
        # What no language has speaks for none: least of all for the one with the fewest texts.
        likelihood[-1] = likelihood[-1].min(initial=0.0)
        return cls(alphabets, known, Numbering.learn(rows), likelihood, names=names, own_names=own_names)

    def parameters(self) -> Parameters:
        """Return parameters, languages and names apart, from which `restore` makes the same identifier."""
        grams = Parameters.joined({"grams": self._rows.parameters()})
        return Parameters(
            {**grams.arrays, "likelihood": self._likelihood},
            {"alphabets": list(self._alphabets.values()), "known": [sorted(some) for some in self._known]},
        )

    @classmethod
    def restore(
        cls,
        parameters: Parameters,
        languages: Sequence[str],
        *,
        names: frozenset[str],
        own_names: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> LanguageIdentifier:
        """Restore an identifier from its parameters; the other arguments are those of `learn`.

        Raises:
            ValueError: They are not those of an identifier of these languages.
        """
        rows = Numbering.restore(parameters.part("grams"))
        alphabets = dict(zip(languages, parameters.strings("alphabets"), strict=True))
        known = [frozenset(some) for _, some in zip(languages, parameters.groups("known"), strict=True)]
        shape = (len(rows) + 1, len(languages))
        likelihood = parameters.floats("likelihood", shape, least=_LEAST_LOG, most=0.0)
        return cls(alphabets, known, rows, likelihood, names=names, own_names=own_names)

    def probabilities(self, text: str) -> dict[str, float]:
        """Return the probability of each language, by its code: 1 in all, and alike where nothing tells them apart."""
        return dict(self._probabilities[text])

    def _probabilities_of(self, text: str) -> dict[str, float]:
        nothing = [0.0] * len(self.languages)
        logs = [sum(some) for some in zip(nothing, *map(self._logs.__getitem__, self._plain[text]), strict=True)]
        # Overlapping n-grams repeat each other: without tempering, naive Bayes is far too sure.
        weights = [exp((log - max(logs)) / len(_LENGTHS)) for log in logs]
        total = sum(weights)
        return {code: weight / total for code, weight in zip(self.languages, weights, strict=True)}

    def _logs_of(self, word: str) -> list[float]:
        """The logarithm of the likelihood of a word in each language.

        N-grams of neighbours are alike ("за словами"); whole words tell them apart ("хто").
        """
        # -1, of an n-gram that was never seen, is the last row.
        rows = self._rows.find(_grams([word]))
        logs: list[float] = self._likelihood.take(rows, axis=0).sum(axis=0).tolist()
        return [log + _KNOWN_WORD * (word in known) for log, known in zip(logs, self._known, strict=True)]

    def identify(self, text: str) -> str | None:
        """Return the ISO 639-1 code of a text's language, served or not, or None where it cannot be told."""
        plain = self._plain[text]
        if len(plain) >= _FEWEST_WORDS and self._share(plain) < _KNOWN_SHARE:
            return str(_widespread().classify(text)[0])
        # Words that several languages have in common tell none of them from the others.
        if sum(known.issuperset(plain) for known in self._known) > 1:
            return None
        likely = self._probabilities[text]
        best = max(likely, key=lambda code: likely[code], default=None)
        return best if best is not None and likely[best] >= _SURE else None

    def knows(self, word: str) -> bool:
        """Tell if a word is a name, or one of a served language."""
        folded = fold(word)
        return folded in self.names or any(folded in some for some in self._known)

    def plausible(self, text: str) -> tuple[str, ...]:
        """Return the codes of the served languages that are written in the text's alphabet, the likeliest first.

        Names do not tell a language, but where nothing else does, their spelling orders them: "Путін" is rather
        Ukrainian.
        """
        own, likely = alphabet(text), self._probabilities[text]
        every = words(fold(text))
        named = {code: sum(map(some.__contains__, every)) for code, some in self._own_names.items()}
        same = [code for code in self.languages if own in ("", self._alphabets[code])]
        return tuple(sorted(same, key=lambda code: (-likely[code], -named.get(code, 0))))

    def is_in_alphabet(self, text: str, code: str) -> bool:
        """Tell whether a text is in the alphabet of a served language, by its ISO 639-1 code, or in none."""
        return alphabet(text) in ("", self._alphabets[code])

    def known_share(self, text: str) -> float:
        """Return the share of a text's words, 0 to 1, that the served language knowing most of them knows.

        Names and numbers do not count: they stand in any language. Of a text with nothing else, all is known.
        """
        return self._share(self._plain[text])

    def _share(self, every: Sequence[str]) -> float:
        known = (sum(map(some.__contains__, every)) for some in self._known)
        return max(known, default=0) / len(every) if every else 1.0


def _plain(text: str, names: frozenset[str]) -> list[str]:
    return [word for word in words(fold(text)) if word not in names and not word.isdigit()]


def _words_of(code: str, texts: Sequence[str], letters: str) -> frozenset[str]:
    """The words of a language in its own alphabet; texts typed in another alphabet are left out."""
    own = frozenset(
        word for text in texts if alphabet(text) in ("", letters) for word in words(fold(text))
    ) | _table_words(code)
    # In Latin letters, people leave out the Cyrillic soft sign.
    return own | {word.replace("ь", "") for word in own}


def _counts(code: str, texts: Iterable[str], names: frozenset[str]) -> Counter[str]:
    """The n-grams of a language's texts and tables."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_grams(_plain(text, names)))
    for word in _table_words(code):
        for gram in _grams([word]):
            counts[gram] += _TABLE_WEIGHT
    return counts


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


def load_widespread() -> None:
    """Load py3langid now; otherwise the first question waits for it whose words no served language knows."""
    _widespread()


@lru_cache(maxsize=1)
def _widespread() -> Any:
    """py3langid, loaded when a question first needs it: it takes half a second."""
    from py3langid.langid import MODEL_FILE
    from py3langid.langid import LanguageIdentifier as Widespread

    identifier = Widespread.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted((set(LANGUAGES) | set(_WIDESPREAD)) & set(identifier.nb_classes)))
    return identifier


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Some of the texts, evenly spread."""
    return texts[:: max(1, len(texts) // _MOST_TEXTS)]
