"""Meaning beside words: one ridge over the vectors of an article's variants in all languages."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.gloss_support import GlossSupport
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import with_squares
from knowledge.matching.scope import Scope
from knowledge.matching.support import EntrySupport
from knowledge.matching.vectors import Floats, Integers, Singles
from knowledge.parameters import Parameters

_MOST_DIMENSIONS = 100_000


@dataclass(frozen=True, slots=True)
class MeaningScores:
    """Scores of entries by meaning; the attributes are those of `EntryScores`.

    Attributes:
        relevance: Of each entry, shape (entries,).
        nearest: The centred cosine of the nearest variant, 0 to 1.
        nearest_negative: That of the nearest out-of-scope example.
    """

    relevance: Floats
    nearest: float
    nearest_negative: float

    @classmethod
    def from_cosines(cls, cosines: Singles, relevance: Singles | Floats, owners: Integers) -> MeaningScores:
        """Return the scores of a question with some centred cosines to landmarks, shape (landmarks,).

        Args:
            cosines: See there.
            relevance: Of each entry, shape (entries,).
            owners: The entry number of each landmark; -1 for an out-of-scope example.
        """
        return cls(
            relevance.astype(np.float64),
            float(cosines[owners >= 0].max(initial=0.0)),
            float(cosines[owners < 0].max(initial=0.0)),
        )

    def mixed_with(self, words: EntryScores, weight: float) -> EntryScores:
        """Return the scores by words, mixed with these.

        Args:
            words: By words.
            weight: Of meaning, 0 to 1.
        """
        return replace(
            words,
            relevance=(1.0 - weight) * np.maximum(words.relevance, 0.0)
            + weight * np.maximum(self.relevance[words.numbers], 0.0),
            nearest=(1.0 - weight) * words.nearest + weight * self.nearest,
            nearest_negative=(1.0 - weight) * words.nearest_negative + weight * self.nearest_negative,
        )

    def without_words(self, support: EntrySupport | None = None) -> EntryScores:
        """Return these scores as those of a question whose words tell nothing, but for the support of entries."""
        ones = np.ones(len(self.relevance))
        return EntryScores(
            np.arange(len(self.relevance)),
            self.relevance,
            compatibility=ones,
            completeness=ones,
            nearest=self.nearest,
            nearest_negative=self.nearest_negative,
            support=support,
        )


@dataclass(frozen=True, slots=True)
class Meaning:
    """A model of the meaning of variants; `meaning_training.MeaningTraining` makes one.

    Attributes:
        mean: Of the variants' vectors, shape (dimensions,): vectors of one model all point much the same way.
        vectors: Unit vectors of the landmarks, the mean taken off, shape (landmarks, dimensions).
        owners: The entry number of each landmark; -1 for an out-of-scope example.
        dual_coefficients: Of the ridge, shape (landmarks, entries).
        weight: Of meaning beside words, 0 to 1, for a question half of whose words are known.
        scope: Of questions in a language that variants are in.
        foreign_scope: Of those in another, which meaning alone understands.
        intercept: Of the ridge.
        glosses: Those that each entry has, which foreign questions are held against; None where that is not learnt.
        options: Those of the matcher.
    """

    mean: Singles
    vectors: Singles
    owners: Integers
    dual_coefficients: Singles
    weight: float
    scope: Scope
    foreign_scope: Scope
    intercept: float
    glosses: GlossSupport | None = None
    options: MatcherOptions = DEFAULT_OPTIONS

    def scores(self, vector: Singles) -> MeaningScores:
        """Score the entries by a question's unit vector, shape (dimensions,)."""
        # The library of linear algebra would wake threads for this product, which may take a hundred times as long.
        cosines = np.einsum("ij,j->i", self.vectors, centre(vector, self.mean))
        curve = with_squares(cosines, intercept=self.intercept, squares=self.options.ridge.squares)
        return MeaningScores(
            (curve @ self.dual_coefficients).astype(np.float64),
            float(cosines[self.owners >= 0].max(initial=0.0)),
            float(cosines[self.owners < 0].max(initial=0.0)),
        )

    def weight_for(self, known_share: float) -> float:
        """Return the weight of meaning for a question: all of `weight` if half of its words are known, else less.

        Args:
            known_share: The share of the question's words that some variant has, 0 to 1.
        """
        return weight_for(self.weight, known_share)

    def parameters(self) -> Parameters:
        """Return parameters, options apart, from which `restore` makes the same model."""
        own = Parameters(
            {
                "mean": self.mean,
                "vectors": self.vectors,
                "owners": self.owners,
                "dual_coefficients": self.dual_coefficients,
                "weights": np.array([self.weight, self.intercept]),
            },
            {},
        )
        parts = {"own": own, "scope": self.scope.parameters(), "foreign": self.foreign_scope.parameters()}
        if self.glosses is not None:
            parts["glosses"] = self.glosses.parameters()
        return Parameters.joined(parts)

    @classmethod
    def restored(
        cls, parameters: Parameters, entries: int, lexicon: Lexicon, options: MatcherOptions = DEFAULT_OPTIONS
    ) -> Meaning:
        """Restore a model from its parameters.

        Args:
            parameters: Its own.
            entries: The number of entries.
            lexicon: Names and notions to recognise.
            options: Those of the matcher.

        Raises:
            ValueError: They are not those of a model of so many entries.
        """
        own = parameters.part("own")
        landmarks, dimensions = (own.arrays[name].shape[0] for name in ("owners", "mean"))
        if dimensions > _MOST_DIMENSIONS:
            raise ValueError("The vectors are too long.")
        largest = (landmarks + 1) / options.ridge.penalty
        weight, intercept = own.floats("weights", (2,), least=0.0, most=1.0).tolist()
        glosses = parameters.part("glosses")
        return cls(
            own.singles("mean", (dimensions,), least=-1.0, most=1.0),
            own.singles("vectors", (landmarks, dimensions), least=-1.01, most=1.01),
            own.integers("owners", (landmarks,), least=-1, most=entries - 1),
            own.singles("dual_coefficients", (landmarks, entries), least=-largest, most=largest),
            weight,
            Scope.restore(parameters.part("scope")),
            Scope.restore(parameters.part("foreign")),
            intercept,
            GlossSupport.restore(glosses, entries, lexicon) if glosses.arrays else None,
            options,
        )


def centre(vectors: Singles, mean: Singles) -> Singles:
    """Return unit vectors with a mean taken off, of the same shape, as unit vectors again."""
    moved = vectors - mean
    lengths = np.linalg.norm(moved, axis=-1, keepdims=True)
    return np.asarray(moved / np.maximum(lengths, 1e-6), dtype=np.float32)


def weight_for(weight: float, known_share: float) -> float:
    """Return the weight of another model than words for a question.

    Of words that are all known, words can tell; a question without any that is known is mostly one that the
    article does not answer, or a misspelled one, whose meaning the model guesses.

    Args:
        weight: For a question half of whose words are known, 0 to 1.
        known_share: The share of the question's words that some variant has, 0 to 1.
    """
    return weight * (0.5 + 2.0 * known_share * (1.0 - known_share))
