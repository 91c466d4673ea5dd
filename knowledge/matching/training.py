"""From the variants of one language to an index: what is learnt once, when the knowledge changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.evidence import Evidence
from knowledge.matching.features import FeatureReader, Reading
from knowledge.matching.fit import Fit
from knowledge.matching.index import Index, blended
from knowledge.matching.ridge import KernelRidge, curved
from knowledge.matching.vectors import Integers, VectorSpace
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import tokenizer

_RIDGE = 1.0
# Where questions were collected, busy entries have more of them; where a curator wrote variants, and what the
# FAQ does not answer beside them, their number is the curator's diligence.
_INTERCEPT = 0.03
# What a question's word or n-gram weighs that no variant has, in units of the rarest one that some have.
_UNKNOWN_WORD = 1.4
_UNKNOWN_GRAM = 0.5


class Training:
    """Learns from variants; `index` is the result.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for a negative example, which belongs to none.
        entries: How many entries there are.
        lexicon: Names and notions to recognise.
    """

    def __init__(
        self, language: str, texts: Sequence[str], owners: Sequence[int], entries: int, lexicon: Lexicon
    ) -> None:
        reader = FeatureReader.learnt(language, lexicon)
        spelled = [reader.spelled(text) for text in texts]
        self._readings = readings = [reader.read(text) for text in spelled]
        words = VectorSpace.learnt([reading.words for reading in readings], owners, unknown=_UNKNOWN_WORD)
        grams = VectorSpace.learnt([reading.grams for reading in readings], owners, unknown=_UNKNOWN_GRAM)
        self._kernel = blended(words.among_variants(), grams.among_variants())
        targets = np.zeros((len(texts), entries))
        numbers = np.asarray(owners, dtype=np.intp)
        positive = np.flatnonzero(numbers >= 0)
        targets[positive, numbers[positive]] = 1.0
        intercept = 0.0 if (numbers < 0).any() else _INTERCEPT
        self._model = KernelRidge(curved(self._kernel, intercept=intercept), targets, ridge=_RIDGE)
        talkers = [own for own, reading in zip(owners, readings, strict=True) if reading.small_talk]
        self.index = Index(
            language=language,
            owners=numbers,
            reader=reader,
            spelling=_spelling(language, spelled, lexicon),
            words=words,
            grams=grams,
            votes=self._model.votes,
            names=Fit.learnt([reading.names for reading in readings], owners, entries),
            kinds=_kind_fit(readings, owners, entries),
            intercept=intercept,
            small_talkers=np.unique(np.asarray(talkers, dtype=np.intp)),
        )

    def evidence_without(self, variant: int, hidden: Integers) -> Evidence:
        """What one of the texts would have said if neither it nor some others had been seen."""
        left_out = np.concatenate(([variant], hidden)).astype(np.intp)
        similarities = self._kernel[variant].copy()
        similarities[left_out] = 0.0
        entries = self._model.predict_left_out(left_out)[0]
        return self.index.weighed(entries, similarities, self._readings[variant])


def _kind_fit(readings: Sequence[Reading], owners: Sequence[int], entries: int) -> Fit:
    """What each entry gives, learnt from those of its variants that say what they ask for."""
    telling = [(reading.kinds, owner) for reading, owner in zip(readings, owners, strict=True) if reading.kinds]
    return Fit.learnt([kinds for kinds, _ in telling], [owner for _, owner in telling], entries)


def _spelling(language: str, spelled: Sequence[Sequence[str]], lexicon: Lexicon) -> Spelling:
    counts = Counter(word for text in spelled for word in dict.fromkeys(text))
    known_as = lexicon.known_as(language, set(counts))
    counts.update(word for word in sorted(lexicon.words(language)) if word not in counts)
    return Spelling(counts, language=language, prefixes=tokenizer(language).language.elisions, known_as=known_as)
