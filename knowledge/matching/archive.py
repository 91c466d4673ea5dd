"""Variants of a newsroom's archive: too many to compare each with each other.

A question's rarest words pick a few dozen variants, and everything else happens among these: what `ridge`
learns once over all variants is learnt here for each question, over its own candidates. Character
n-grams, and the compatibility of names and of what is asked for, are left out: at this size they cost more memory
than they bring.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.features import FeatureReader, Reading
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import with_squares
from knowledge.matching.trials import Trial
from knowledge.matching.vectors import Floats, Integers, VectorSpace
from knowledge.parameters import Parameters
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import tokenizer

# A word of one variant in a large archive is as likely a typo as a word to repair others to.
_KNOWN_FROM = 3


@dataclass(frozen=True, slots=True)
class Archive:
    """A model of very many variants of one language; it answers as an `Index` does.

    Attributes:
        language: ISO 639-1 code.
        owners: The entry number of each variant, shape (variants,); -1 for an out-of-scope example.
        reader: Reads texts into features.
        spelling: Repairs words that the variants do not have.
        words: The variants' word features.
        options: Those of the matcher.
    """

    language: str
    owners: Integers
    reader: FeatureReader
    spelling: Spelling
    words: VectorSpace
    options: MatcherOptions = DEFAULT_OPTIONS

    def parameters(self) -> Parameters:
        """Return parameters, language, owners and options apart, from which `restore` makes the same archive."""
        return Parameters.joined(
            {
                "reader": self.reader.parameters(),
                "spelling": self.spelling.parameters(),
                "words": self.words.parameters(),
            }
        )

    @classmethod
    def restore(
        cls, parameters: Parameters, language: str, owners: Sequence[int], options: MatcherOptions = DEFAULT_OPTIONS
    ) -> Archive:
        """Restore an archive from its parameters.

        Raises:
            ValueError: They are not those of an archive of so many variants.
        """
        prefixes = tokenizer(language).language.elisions
        return cls(
            language=language,
            owners=np.asarray(owners, dtype=np.intp),
            reader=FeatureReader.restore(parameters.part("reader"), language, options.features),
            spelling=Spelling.restore(
                parameters.part("spelling"),
                len(owners),
                language=language,
                prefixes=prefixes,
                options=options.spelling,
            ),
            words=VectorSpace.restore(parameters.part("words"), len(owners)),
            options=options,
        )

    def read(self, question: str) -> Reading:
        """Read a question, misspelled words repaired."""
        return self.reader.read_question(question, self.spelling)

    def nearest(self, reading: Reading, most: int) -> tuple[Integers, Floats]:
        """Return the variants most like the question, the nearest first, with their similarities, between 0 and 1."""
        archive = self.options.archive
        return self.words.nearest(reading.words, most, postings=archive.postings, widening=archive.widening)

    def scores(self, reading: Reading) -> EntryScores:
        """Score the entries of the variants that are nearest to the question."""
        return self.scores_without(reading, np.zeros(0, dtype=np.intp))

    def scores_without(self, reading: Reading, hidden: Integers) -> EntryScores:
        """Score the same, as if the variants of some numbers were not there."""
        rows, similarities = self.nearest(reading, self.options.archive.neighbours + len(hidden))
        if len(hidden):
            kept = ~np.isin(rows, hidden)
            rows, similarities = rows[kept], similarities[kept]
        owners = self.owners[rows]
        numbers = np.unique(owners[owners >= 0])
        targets = (owners[:, None] == numbers[None, :]).astype(np.float64)
        relevance = self._relevance(rows, targets, similarities) if len(numbers) else np.zeros(0)
        ones = np.ones(len(numbers))
        return EntryScores(
            numbers,
            relevance,
            compatibility=ones,
            completeness=ones,
            nearest=float(similarities[owners >= 0].max(initial=0.0)),
            nearest_negative=float(similarities[owners < 0].max(initial=0.0)),
        )

    def _relevance(self, rows: Integers, targets: Floats, similarities: Floats) -> Floats:
        ridge = self.options.ridge
        kernel = with_squares(self.words.similarities_among(rows), squares=ridge.squares) + ridge.penalty * np.eye(
            len(rows)
        )
        return np.asarray(with_squares(similarities, squares=ridge.squares) @ np.linalg.solve(kernel, targets))


class ArchiveTraining:
    """A training on very many variants.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for an out-of-scope example.
        lexicon: Names and notions to recognise.
        trials: Variants to score as if they had not been seen.
        options: Those of the matcher.

    Attributes:
        index: The model.
        scores: Of what the trials play, one trial after the other.
    """

    def __init__(
        self,
        language: str,
        texts: Sequence[str],
        owners: Sequence[int],
        lexicon: Lexicon,
        *,
        trials: Sequence[Trial] = (),
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> None:
        reader = FeatureReader.learn(language, lexicon, options.features)
        counts: Counter[str] = Counter()

        def features() -> Iterator[dict[str, float]]:
            for text in texts:
                spelled = reader.content_words(text)
                counts.update(dict.fromkeys(spelled, 1))
                yield dict(reader.read(spelled).words)

        words = VectorSpace.learn(features(), owners, unknown=options.archive.unknown_word_weight)
        vocabulary = {word: count for word, count in counts.items() if count >= _KNOWN_FROM}
        own_words = sorted(lexicon.words(language, options.features.tokens))
        vocabulary.update({word: 1 for word in own_words if word not in vocabulary})
        self.index = Archive(
            language=language,
            owners=np.asarray(owners, dtype=np.intp),
            reader=reader,
            spelling=Spelling(
                vocabulary,
                language=language,
                prefixes=tokenizer(language).language.elisions,
                options=options.spelling,
            ),
            words=words,
            options=options,
        )
        self.scores: Sequence[EntryScores] = [
            self.index.scores_without(reader.read(reader.content_words(texts[played])), trial.hidden)
            for trial in trials
            for played in trial.played
        ]
