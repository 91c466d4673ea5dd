"""Training of an index on the variants of one language, done once when the knowledge changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.compatibility import Compatibility
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.features import FeatureReader, Reading
from knowledge.matching.index import Index, blended
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import KernelRidge, curved
from knowledge.matching.vectors import Integers, VectorSpace
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import tokenizer


class Training:
    """A training on variants; `index` is the result.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for a negative example, which belongs to none.
        entries: The number of entries.
        lexicon: Names and notions to recognise.
        options: Those of the matcher.
    """

    def __init__(
        self,
        language: str,
        texts: Sequence[str],
        owners: Sequence[int],
        entries: int,
        lexicon: Lexicon,
        *,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> None:
        reader = FeatureReader.learnt(language, lexicon, options.features)
        similarity, ridge, compatibility = options.similarity, options.ridge, options.compatibility
        spelled = [reader.spelled(text) for text in texts]
        self._readings = readings = [reader.read(text) for text in spelled]
        words = VectorSpace.learnt(
            [reading.words for reading in readings], owners, unknown=similarity.unknown_word_weight
        )
        grams = VectorSpace.learnt(
            [reading.grams for reading in readings], owners, unknown=similarity.unknown_gram_weight
        )
        self._kernel = blended(words.among_variants(), grams.among_variants(), gram_share=similarity.gram_share)
        targets = np.zeros((len(texts), entries))
        numbers = np.asarray(owners, dtype=np.intp)
        positive = np.flatnonzero(numbers >= 0)
        targets[positive, numbers[positive]] = 1.0
        intercept = 0.0 if (numbers < 0).any() else ridge.intercept
        kernel = curved(self._kernel, intercept=intercept, squares=ridge.squares)
        self._model = KernelRidge(kernel, targets, penalty=ridge.penalty)
        small_talk = [own for own, reading in zip(owners, readings, strict=True) if reading.small_talk]
        self.index = Index(
            language=language,
            owners=numbers,
            reader=reader,
            spelling=_spelling(language, spelled, lexicon, options),
            words=words,
            grams=grams,
            dual_coefficients=self._model.dual_coefficients,
            names=Compatibility.learnt(
                [reading.names for reading in readings], owners, entries, exponent=compatibility.name_exponent
            ),
            kinds=_kinds(readings, owners, entries, compatibility.kind_exponent),
            intercept=intercept,
            small_talk_entries=np.unique(np.asarray(small_talk, dtype=np.intp)),
            options=options,
        )

    def scores_without(self, variant: int, hidden: Integers) -> EntryScores:
        """Score the entries for one of the texts as if neither it nor some others had been seen.

        Args:
            variant: The number of the text.
            hidden: The numbers of the others.
        """
        left_out = np.concatenate(([variant], hidden)).astype(np.intp)
        similarities = self._kernel[variant].copy()
        similarities[left_out] = 0.0
        relevance = self._model.predict_left_out(left_out)[0]
        return self.index.combined(relevance, similarities, self._readings[variant])


def _kinds(readings: Sequence[Reading], owners: Sequence[int], entries: int, exponent: float) -> Compatibility:
    """The kinds of thing that each entry gives, learnt from those of its variants that say what they ask for."""
    telling = [(reading.kinds, owner) for reading, owner in zip(readings, owners, strict=True) if reading.kinds]
    return Compatibility.learnt(
        [kinds for kinds, _ in telling], [owner for _, owner in telling], entries, exponent=exponent
    )


def _spelling(language: str, spelled: Sequence[Sequence[str]], lexicon: Lexicon, options: MatcherOptions) -> Spelling:
    tokens = options.features.tokens
    counts = Counter(word for text in spelled for word in dict.fromkeys(text))
    known_as = lexicon.known_as(language, set(counts), tokens)
    counts.update(word for word in sorted(lexicon.words(language, tokens)) if word not in counts)
    return Spelling(
        counts,
        language=language,
        prefixes=tokenizer(language).language.elisions,
        known_as=known_as,
        options=options.spelling,
    )
