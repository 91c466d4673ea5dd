"""Variants of all languages by their glosses, beside the words of each: what one language lacks, another may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.gloss_support import GlossSupport, GlossSupportTraining
from knowledge.matching.glosses import Gloss
from knowledge.matching.grams import gram_space
from knowledge.matching.index import blend
from knowledge.matching.meaning import MeaningScores, weight_for
from knowledge.matching.meaning_training import foreign_scope, train_blended_ridge
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import with_squares
from knowledge.matching.scope import Scope
from knowledge.matching.scorer import TrainedScorer
from knowledge.matching.training import NO_TEXTS, FurtherTexts
from knowledge.matching.vectors import Floats, Integers, Singles, VectorSpace
from knowledge.parameters import Parameters


@dataclass(frozen=True, slots=True)
class CrossLingual:
    """A model of the glosses of an article's variants in all languages.

    Attributes:
        words: The features of the variants' glosses.
        grams: The n-grams of their sounds.
        owners: The entry number of each variant; -1 for an out-of-scope example.
        dual_coefficients: Of the ridge, shape (variants, entries).
        weight: Beside words, 0 to 1, for a question half of whose words are known.
        scope: Of questions in a language that variants are in.
        foreign_scope: Of those in another, which glosses alone understand.
        intercept: Of the ridge.
        support: The glosses that each entry has.
        options: Those of the matcher.
    """

    words: VectorSpace
    grams: VectorSpace
    owners: Integers
    dual_coefficients: Singles
    weight: float
    scope: Scope
    foreign_scope: Scope
    intercept: float
    support: GlossSupport
    options: MatcherOptions = DEFAULT_OPTIONS

    @classmethod
    def learn(
        cls,
        texts: Sequence[tuple[str, str]],
        owners: Integers,
        entries: int,
        lexicon: Lexicon,
        *,
        further: FurtherTexts = NO_TEXTS,
        trained: Sequence[tuple[Integers, TrainedScorer]],
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> CrossLingual:
        """Learn from variants.

        Args:
            texts: The language of each, by its ISO 639-1 code, and the text.
            owners: The entry number of each; -1 for an out-of-scope example.
            entries: The number of entries.
            lexicon: Names and notions to recognise.
            further: Other texts of an entry, by its number and their language.
            trained: The scorers by words of each language, with the numbers of its variants.
            options: Those of the matcher.
        """
        supported = GlossSupportTraining(texts, owners, entries, lexicon, further=further)
        glosses, languages, reader = supported.glosses, supported.languages, supported.learnt.reader
        similarity = options.similarity
        words = VectorSpace.learn(
            (gloss.words for gloss in glosses), owners.tolist(), unknown=similarity.unknown_word_weight
        )
        grams = gram_space([gloss.sounds for gloss in glosses], owners.tolist(), unknown=similarity.unknown_gram_weight)
        share, places = options.crosslingual.gram_share, np.arange(len(owners))
        cosines = np.zeros((len(owners), len(owners)), dtype=np.float32)
        words.add_similarities(cosines, weight=1.0 - share, places=places)
        grams.add_similarities(cosines, weight=share, places=places)
        cosines = np.tril(cosines) + np.tril(cosines, -1).T
        asked = [
            [
                reader.read(text, scorer.scorer.index.language)
                for text in scorer.foreign[: options.crosslingual.most_foreign]
            ]
            for _, scorer in trained
        ]
        foreign = [
            np.array([_similarities(words, grams, each, share) for each in some], dtype=np.float32).reshape(
                -1, len(owners)
            )
            for some in asked
        ]
        beside = train_blended_ridge(
            cosines,
            chosen=places,
            owners=owners,
            languages=languages,
            entries=entries,
            trained=trained,
            foreign=foreign,
            # One language alone tells no more than its words do.
            weight=options.crosslingual.weight if languages.any() else 0.0,
            options=options,
        )
        return cls(
            words,
            grams,
            owners,
            beside.dual_coefficients,
            beside.weight,
            beside.scope,
            foreign_scope(
                cosines,
                owners=owners,
                languages=languages,
                entries=entries,
                foreign=foreign,
                support=supported.without_language,
                foreign_support=[list(map(supported.learnt.of, some)) for some in asked],
                has_texts=bool(further),
                options=options,
            )
            or beside.scope_alone,
            beside.intercept,
            supported.learnt,
            options,
        )

    def scores(self, gloss: Gloss) -> MeaningScores:
        """Score the entries by a question's gloss."""
        similarities = _similarities(self.words, self.grams, gloss, self.options.crosslingual.gram_share)
        # Without anything in common, the intercept alone would still favour busy entries.
        intercept = self.intercept if similarities.any() else 0.0
        curve = with_squares(similarities, intercept=intercept, squares=self.options.ridge.squares)
        relevance = curve.astype(np.float32) @ self.dual_coefficients
        return MeaningScores.from_cosines(similarities.astype(np.float32), relevance, self.owners)

    def scores_alone(self, gloss: Gloss) -> EntryScores:
        """Score the entries by the gloss of a question in a language without variants."""
        return self.scores(gloss).without_words(self.support.of(gloss))

    def weight_for(self, known_share: float) -> float:
        """Return the weight of glosses for a question, by the share of its words that some variant has, 0 to 1."""
        return weight_for(self.weight, known_share)

    def parameters(self) -> Parameters:
        """Return parameters, names and options apart, from which `restore` makes the same model."""
        own = {
            "dual_coefficients": self.dual_coefficients,
            "weights": np.array([self.weight, self.intercept]),
        }
        return Parameters.joined(
            {
                "words": self.words.parameters(),
                "grams": self.grams.parameters(),
                "own": Parameters(own, {}),
                "glosses": self.support.parameters(),
                "scope": self.scope.parameters(),
                "foreign": self.foreign_scope.parameters(),
            }
        )

    @classmethod
    def restore(
        cls,
        parameters: Parameters,
        owners: Integers,
        entries: int,
        lexicon: Lexicon,
        *,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> CrossLingual:
        """Restore a model from its parameters; the other arguments are those of `learn`.

        Raises:
            ValueError: They are not those of a model of such variants.
        """
        own, variants = parameters.part("own"), len(owners)
        largest = (variants + 1) / options.ridge.penalty
        weight, intercept = own.floats("weights", (2,), least=0.0, most=1.0).tolist()
        return cls(
            VectorSpace.restore(parameters.part("words"), variants),
            VectorSpace.restore(parameters.part("grams"), variants),
            owners,
            own.singles("dual_coefficients", (variants, entries), least=-largest, most=largest),
            weight,
            Scope.restore(parameters.part("scope")),
            Scope.restore(parameters.part("foreign")),
            intercept,
            GlossSupport.restore(parameters.part("glosses"), entries, lexicon),
            options,
        )


def _similarities(words: VectorSpace, grams: VectorSpace, gloss: Gloss, gram_share: float) -> Floats:
    return blend(words.similarities(gloss.words), grams.similarities(gloss.grams), gram_share=gram_share)
