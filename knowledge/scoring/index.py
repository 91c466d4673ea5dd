"""The variants of one language, and the evidence that a question gives for each entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.scoring.evidence import Evidence
from knowledge.scoring.features import FeatureReader, Reading
from knowledge.scoring.ridge import KernelRidge
from knowledge.scoring.vectors import Floats, Integers, VectorSpace
from knowledge.text.spelling import Spelling
from knowledge.text.stems import stem
from knowledge.text.tokens import tokenizer

_GRAM_SHARE = 0.5
_RIDGE = 0.7
_UNKNOWN_WORD = 1.0
_UNKNOWN_GRAM = 0.5


class Index:
    """Variants of one language.

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
        self.language = language
        self.owners = np.asarray(owners)
        self._reader = FeatureReader(language, lexicon)
        self.spelling = self._spelling(texts, lexicon)
        self._readings = readings = [self._reader.read(text) for text in texts]
        self._small_talkers = np.unique([own for own, reading in zip(owners, readings, strict=True) if reading.small_talk])
        self.words = VectorSpace([reading.words for reading in readings], owners, unknown=_UNKNOWN_WORD)
        self.grams = VectorSpace([reading.grams for reading in readings], owners, unknown=_UNKNOWN_GRAM)
        targets = np.zeros((len(texts), entries))
        positive = np.flatnonzero(self.owners >= 0)
        targets[positive, self.owners[positive]] = 1.0
        kernel = _blend(self.words.among_variants(), self.grams.among_variants())
        self._kernel = kernel
        self._model = KernelRidge(kernel, targets, ridge=_RIDGE)

    def read(self, question: str) -> Reading:
        """The question as this language reads it, misspelled words repaired."""
        return self._reader.read(question, self.spelling)

    def similarities(self, reading: Reading) -> Floats:
        """How alike the question and each variant are, shape (variants,), between 0 and 1."""
        return _blend(self.words.to_variants(reading.words), self.grams.to_variants(reading.grams))

    def evidence(self, reading: Reading) -> Evidence:
        """What a question's similarities to the variants say."""
        similarities = self.similarities(reading)
        entries = self._model.predict(similarities)
        if reading.small_talk:
            # "Thanks!" is a question only to a FAQ that has such an entry.
            entries[np.setdiff1d(np.arange(len(entries)), self._small_talkers)] = 0.0
        return self._evidence(entries, similarities, self.words.known_share(reading.words))

    def evidence_without(self, variant: int, hidden: Integers) -> Evidence:
        """What one of the index's own texts would say if neither it nor some others had been seen."""
        left_out = np.concatenate(([variant], hidden))
        similarities = self._kernel[variant].copy()
        similarities[left_out] = 0.0
        known = self.words.known_share(self._readings[variant].words, left_out)
        return self._evidence(self._model.predict_left_out(left_out)[0], similarities, known)

    def _evidence(self, entries: Floats, similarities: Floats, known: float) -> Evidence:
        nearest = similarities[self.owners >= 0].max(initial=0.0)
        nearest_negative = similarities[self.owners < 0].max(initial=0.0)
        return Evidence(entries, float(nearest), float(nearest_negative), known)

    def _spelling(self, texts: Sequence[str], lexicon: Lexicon) -> Spelling:
        counts = Counter(word for text in texts for word in set(self._reader.spelled(text)))
        counts.update(word for word in lexicon.words(self.language) if word not in counts)
        reader = tokenizer(self.language)
        stems = {stem(word, self.language) for word in counts}
        return Spelling(
            counts,
            known=lambda word: word in reader.known_words or stem(word, self.language) in stems,
            prefixes=reader.language.elisions,
        )


def _blend(words: Floats, grams: Floats) -> Floats:
    return (1.0 - _GRAM_SHARE) * words + _GRAM_SHARE * grams
