"""The variants of one language, ready to be compared with a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.compatibility import Compatibility
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.features import FeatureReader, Reading
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import with_squares
from knowledge.matching.support import EntrySupport, Support
from knowledge.matching.vectors import Floats, Integers, Singles, VectorSpace
from knowledge.parameters import Parameters
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import tokenizer


@dataclass(frozen=True, slots=True)
class Index:
    """A model of the variants of one language; `training.Training` makes one.

    Attributes:
        language: ISO 639-1 code.
        owners: The entry number of each variant, shape (variants,); -1 for an out-of-scope example.
        reader: Reads texts into features.
        spelling: Repairs words that the variants do not have.
        words: The variants' word features.
        grams: The variants' character n-grams.
        dual_coefficients: Of the ridge, shape (variants, entries), in single precision.
        names: Compatibility of names with entries.
        kinds: Compatibility of the kinds of thing that are asked for with entries.
        intercept: Of the ridge; 0 where the number of an entry's variants says nothing about how often it is asked.
        small_talk_entries: The numbers of the entries that greetings, thanks and the like may ask for.
        support: The words that each entry has.
        options: Those of the matcher.
    """

    language: str
    owners: Integers
    reader: FeatureReader
    spelling: Spelling
    words: VectorSpace
    grams: VectorSpace
    dual_coefficients: Singles
    names: Compatibility
    kinds: Compatibility
    intercept: float
    small_talk_entries: Integers
    support: Support
    options: MatcherOptions = DEFAULT_OPTIONS

    def parameters(self) -> Parameters:
        """Return parameters, language, owners and options apart, from which `restore` makes the same index."""
        is_small_talk = np.isin(np.arange(self.dual_coefficients.shape[1]), self.small_talk_entries).astype(np.intp)
        own = {
            "dual_coefficients": self.dual_coefficients,
            "intercept": np.array([self.intercept]),
            "is_small_talk": is_small_talk,
        }
        return Parameters.joined(
            {
                "reader": self.reader.parameters(),
                "spelling": self.spelling.parameters(),
                "words": self.words.parameters(),
                "grams": self.grams.parameters(),
                "names": self.names.parameters(),
                "kinds": self.kinds.parameters(),
                "support": self.support.parameters(),
                "own": Parameters(own, {}),
            }
        )

    @classmethod
    def restore(
        cls,
        parameters: Parameters,
        language: str,
        owners: Sequence[int],
        entries: int,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> Index:
        """Restore an index from its parameters.

        Raises:
            ValueError: They are not those of an index of so many variants and entries.
        """
        own, variants = parameters.part("own"), len(owners)
        # No eigenvalue of an inverse with a penalty λ is above 1/λ: no coefficient is above the root of their number.
        largest = variants / options.ridge.penalty
        compatibility = options.compatibility
        prefixes = tokenizer(language).language.elisions
        [intercept] = own.floats("intercept", (1,), least=0.0, most=1.0).tolist()
        return cls(
            language=language,
            owners=np.asarray(owners, dtype=np.intp),
            reader=FeatureReader.restore(parameters.part("reader"), language, options.features),
            spelling=Spelling.restore(
                parameters.part("spelling"),
                variants,
                language=language,
                prefixes=prefixes,
                options=options.spelling,
            ),
            words=VectorSpace.restore(parameters.part("words"), variants),
            grams=VectorSpace.restore(parameters.part("grams"), variants),
            dual_coefficients=own.singles("dual_coefficients", (variants, entries), least=-largest, most=largest),
            names=Compatibility.restore(parameters.part("names"), entries, exponent=compatibility.name_exponent),
            kinds=Compatibility.restore(parameters.part("kinds"), entries, exponent=compatibility.kind_exponent),
            intercept=intercept,
            small_talk_entries=np.flatnonzero(own.integers("is_small_talk", (entries,), most=1)),
            support=Support.restore(parameters.part("support"), entries),
            options=options,
        )

    def read(self, question: str) -> Reading:
        """Read a question, misspelled words repaired."""
        return self.reader.read_question(question, self.spelling)

    def similarities(self, reading: Reading) -> Floats:
        """Return the similarity of the question to each variant, shape (variants,), between 0 and 1."""
        words, grams = self.words.similarities(reading.words), self.grams.similarities(reading.grams)
        return blend(words, grams, gram_share=self.options.similarity.gram_share)

    def nearest(self, reading: Reading, most: int) -> tuple[Integers, Floats]:
        """Return the variants most like the question, the nearest first, with their similarities, between 0 and 1."""
        similarities = self.similarities(reading)
        rows = np.argsort(-similarities, kind="stable")[:most]
        return rows, similarities[rows]

    def scores(self, reading: Reading) -> EntryScores:
        """Score the entries by the question's similarities to the variants."""
        similarities = self.similarities(reading)
        if similarities.any():
            curve = with_squares(similarities, intercept=self.intercept, squares=self.options.ridge.squares)
            relevance = (curve.astype(np.float32) @ self.dual_coefficients).astype(np.float64)
        else:
            # Without a word or n-gram in common, the intercept alone would still favour busy entries.
            relevance = np.zeros(self.dual_coefficients.shape[1])
        if reading.small_talk:
            # "Thanks!" is a question only to a FAQ that has such an entry.
            relevance[np.setdiff1d(np.arange(len(relevance)), self.small_talk_entries)] = 0.0
        return self.combine(
            relevance,
            float(similarities[self.owners >= 0].max(initial=0.0)),
            float(similarities[self.owners < 0].max(initial=0.0)),
            names=reading.names,
            kinds=reading.kinds,
            support=self.support.of(reading.units, negated=reading.negated),
        )

    def combine(
        self,
        relevance: Floats,
        nearest: float,
        nearest_negative: float,
        *,
        names: frozenset[str],
        kinds: frozenset[str],
        support: EntrySupport,
    ) -> EntryScores:
        """Combine relevance, similarities, and compatibility of names and kinds.

        Args:
            relevance: Of each entry, shape (entries,).
            nearest: The similarity of the nearest variant, 0 to 1.
            nearest_negative: That of the nearest negative example.
            names: Of the question, as in `Reading`.
            kinds: The same.
            support: Of the entries for the question.
        """
        return EntryScores(
            np.arange(len(relevance)),
            relevance,
            compatibility=self.names.presence(names) * self.kinds.presence(kinds),
            completeness=self.names.completeness(names),
            nearest=nearest,
            nearest_negative=nearest_negative,
            support=support,
        )


def blend(words: Floats, grams: Floats, *, gram_share: float) -> Floats:
    """Return one similarity from that of words and that of character n-grams, in the place of the first."""
    words *= 1.0 - gram_share
    words += gram_share * grams
    return words
