"""Repair of words that a vocabulary does not hold: typos, glued words, missing apostrophes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from knowledge.parameters import Parameters
from knowledge.text.memo import Memo
from knowledge.text.stems import stem
from knowledge.text.tokens import tokenizer

# One edit in five letters; a changed first letter is rarer and asks for a closer word.
_CLOSE_ENOUGH = 0.79
_CLOSE_ENOUGH_WITH_OTHER_FIRST_LETTER = 0.83
_SHORTEST_REPAIRED = 4
_LONGEST_REPAIRED = 32
_SHORTEST_PART = 3
# A text with more strange words is in none of the languages, and each takes a third of a millisecond.
_MOST_REPAIRED = 64
_LARGE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingOptions:
    """Options of the repair of words.

    Attributes:
        repair: Repair words at all.
        elisions: Tell an elision that was typed without its apostrophe.
        splitting: Take two known words apart that were typed as one.
        notions: Read a word for a notion that no text has as the texts call it.
        prefix_similarity: The least Jaro-Winkler similarity, 0 to 1, of a word that is taken for another with more
            than one edit in five letters.
    """

    repair: bool = True
    elisions: bool = True
    splitting: bool = True
    notions: bool = True
    prefix_similarity: float = 0.92


ALL_REPAIRS = SpellingOptions()


class Spelling:
    """A vocabulary, and the words of it that misspelled words most likely stand for.

    Args:
        vocabulary: Known words with the number of texts each occurs in; the more frequent wins a tie.
        language: ISO 639-1 code; a word whose stem the vocabulary has needs no repair, nor does a function word.
        prefixes: Words that people glue to the next one without an apostrophe (the French elisions).
        known_as: Words that no text has, with what the texts call the same thing: "otan", where they say NATO.
        stems: Of the vocabulary, if they are known already: to find them takes a while.
        neighbours: Gives the words of the vocabulary that a word is compared with; None for all of about its length.
        options: Repairs to make.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        *,
        language: str = "",
        prefixes: frozenset[str] = frozenset(),
        known_as: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        stems: Iterable[str] | None = None,
        neighbours: Callable[[str], Sequence[str]] | None = None,
        options: SpellingOptions = ALL_REPAIRS,
    ) -> None:
        self._options = options
        self._frequency = vocabulary
        self._language = language
        self._stems = frozenset((stem(word, language) for word in vocabulary) if stems is None else stems)
        self._known_as = dict(known_as) if options.notions else {}
        self._neighbours = neighbours
        self._prefixes = sorted(prefixes if options.elisions else (), key=lambda prefix: (-len(prefix), prefix))
        self._is_large = len(vocabulary) > _LARGE
        self._repaired = Memo(self._repair)
        self._near = Memo(self._words_about_as_long)

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[str]]:
        """The words that misspelled ones may stand for, by length; made when first needed."""
        found: dict[int, list[str]] = {}
        for word in self._frequency:
            if len(word) >= _SHORTEST_PART and not word.isdigit():
                found.setdefault(len(word), []).append(word)
        return found

    def parameters(self) -> Parameters:
        """Return parameters, language and prefixes apart, from which `restore` makes the same spelling."""
        return Parameters(
            {"counts": np.array(list(self._frequency.values()), dtype=np.intp)},
            {
                "vocabulary": list(self._frequency),
                "stems": sorted(self._stems),
                "known_as": [(word, *meant) for word, meant in self._known_as.items()],
            },
        )

    @classmethod
    def restore(
        cls,
        parameters: Parameters,
        texts: int,
        *,
        language: str,
        prefixes: frozenset[str],
        options: SpellingOptions = ALL_REPAIRS,
    ) -> Spelling:
        """Restore a spelling from its parameters; the other arguments are those of the class.

        Raises:
            ValueError: They are not those of a spelling learnt from so many texts.
        """
        vocabulary = parameters.numbered("vocabulary")
        counts = parameters.integers("counts", (len(vocabulary),), least=1, most=max(texts, 1)).tolist()
        known_as = {word: tuple(meant) for word, *meant in parameters.groups("known_as")}
        return cls(
            dict(zip(vocabulary, counts, strict=True)),
            language=language,
            prefixes=prefixes,
            known_as=known_as,
            stems=parameters.strings("stems"),
            options=options,
        )

    def repair(self, word: str) -> tuple[str, ...]:
        """Return the word, or the words of the vocabulary that it most likely stands for."""
        if not self._options.repair:
            return (word,)
        if word in self._known_as:
            return self._known_as[word]
        return self._repaired[word] if self.is_strange(word) else (word,)

    def repaired(self, words: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """Return each word of a text as `repair` gives it; behind 64 strange ones, strange ones as they stand."""
        strange = 0
        for word in words:
            strange += word not in self._known_as and self.is_strange(word)
            yield self.repair(word) if strange <= _MOST_REPAIRED else (word,)

    def is_strange(self, word: str) -> bool:
        """Tell if a word may be misspelled: it is not known, nor too short, too long or too odd to tell."""
        if word in self._frequency or not _SHORTEST_REPAIRED <= len(word) <= _LONGEST_REPAIRED:
            return False
        has_digits = not word.isalpha() and any(char.isdigit() for char in word)
        return not has_digits and not self._is_known(word)

    def _repair(self, word: str) -> tuple[str, ...]:
        meant = self._unglue(word) or self._closest(word) or self._split(word) or (word,)
        return tuple(other for each in meant for other in self._known_as.get(each, (each,)))

    def _is_known(self, word: str) -> bool:
        return word in tokenizer(self._language).known_words or stem(word, self._language) in self._stems

    def _unglue(self, word: str) -> tuple[str, ...] | None:
        """Split an elision typed without its apostrophe: "lotan" is "l otan"."""
        for prefix in self._prefixes:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= _SHORTEST_PART and rest in self._frequency:
                return prefix, rest
        return None

    def _closest(self, word: str) -> tuple[str] | None:
        """The most similar word by edits (optimal string alignment, which counts a swap as one), then by prefix."""
        choices = self._words_like(word)
        found = process.extract(word, choices, scorer=OSA.normalized_similarity, score_cutoff=_CLOSE_ENOUGH, limit=8)
        near = [
            (similarity, other[0] == word[0], self._frequency[other], other)
            for other, similarity, _ in found
            if other[0] == word[0] or similarity >= _CLOSE_ENOUGH_WITH_OTHER_FIRST_LETTER
        ]
        if near:
            return (max(near)[-1],)
        alike = process.extractOne(
            word, choices, scorer=JaroWinkler.normalized_similarity, score_cutoff=self._options.prefix_similarity
        )
        return (alike[0],) if alike else None

    def _words_like(self, word: str) -> Sequence[str]:
        """The words that are hardly longer or shorter; of very many words, those with the same first letter."""
        if self._neighbours is not None:
            return self._neighbours(word)
        near = self._near[len(word)]
        return [other for other in near if other[0] == word[0]] if self._is_large else near

    def _words_about_as_long(self, length: int) -> list[str]:
        edits = max(2, int(length * (1.0 - _CLOSE_ENOUGH)))
        lengths = range(length - edits, length + edits + 1)
        return [other for near in lengths for other in self._by_length.get(near, ())]

    def _split(self, word: str) -> tuple[str, str] | None:
        """Split a word into two known words, so that the rarer part is as frequent as possible; None if impossible."""
        if not self._options.splitting:
            return None
        splits = [
            (min(self._frequency[word[:cut]], self._frequency[word[cut:]]), cut)
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
            if word[:cut] in self._frequency and word[cut:] in self._frequency
        ]
        if not splits:
            return None
        cut = max(splits)[1]
        return word[:cut], word[cut:]
