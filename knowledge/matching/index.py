"""The variants of one language, ready to be compared with a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.evidence import Evidence
from knowledge.matching.features import FeatureReader, Reading
from knowledge.matching.fit import Fit
from knowledge.matching.ridge import curved
from knowledge.matching.vectors import Floats, Integers, VectorSpace
from knowledge.parameters import Parameters
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import tokenizer

_GRAM_SHARE = 0.5
# Question words are a weaker sign than names: "who" may ask for a country, and "when" be left out.
_KIND_POWER = 0.5


@dataclass(frozen=True, slots=True)
class Index:
    """What a language's variants have taught; `training.train` makes one.

    Attributes:
        language: ISO 639-1 code.
        owners: The entry number of each variant, shape (variants,); -1 for a negative example.
        reader: Reads texts into features.
        spelling: Repairs words that the variants do not have.
        words: The variants' word features.
        grams: The variants' character n-grams.
        votes: How much each variant speaks for each entry, shape (variants, entries).
        names: Which names belong to which entry.
        kinds: Which kinds of thing each entry gives.
        intercept: Of the ridge; 0 where how many variants an entry has says nothing about how often it is asked.
        small_talkers: The numbers of the entries that greetings, thanks and the like may ask for.
    """

    language: str
    owners: Integers
    reader: FeatureReader
    spelling: Spelling
    words: VectorSpace
    grams: VectorSpace
    votes: Floats
    names: Fit
    kinds: Fit
    intercept: float
    small_talkers: Integers

    def parameters(self) -> Parameters:
        """Parameters, language and owners apart, from which `restored` makes the same index."""
        is_small_talker = np.isin(np.arange(self.votes.shape[1]), self.small_talkers).astype(np.intp)
        own = {"votes": self.votes, "intercept": np.array([self.intercept]), "is_small_talker": is_small_talker}
        return Parameters.joined(
            {
                "reader": self.reader.parameters(),
                "spelling": self.spelling.parameters(),
                "words": self.words.parameters(),
                "grams": self.grams.parameters(),
                "names": self.names.parameters(),
                "kinds": self.kinds.parameters(),
                "own": Parameters(own, {}),
            }
        )

    @classmethod
    def restored(cls, parameters: Parameters, language: str, owners: Sequence[int], entries: int) -> Index:
        """An index from its parameters.

        Raises:
            ValueError: They are not those of an index of so many variants and entries.
        """
        own, variants = parameters.part("own"), len(owners)
        prefixes = tokenizer(language).language.elisions
        [intercept] = own.floats("intercept", (1,), least=0.0, most=1.0).tolist()
        return cls(
            language=language,
            owners=np.asarray(owners, dtype=np.intp),
            reader=FeatureReader.restored(parameters.part("reader"), language),
            spelling=Spelling.restored(parameters.part("spelling"), variants, language=language, prefixes=prefixes),
            words=VectorSpace.restored(parameters.part("words"), variants),
            grams=VectorSpace.restored(parameters.part("grams"), variants),
            # No eigenvalue of an inverse with a ridge of 1 is above 1: no vote is above the root of their number.
            votes=own.floats("votes", (variants, entries), least=-float(variants), most=float(variants)),
            names=Fit.restored(parameters.part("names"), entries),
            kinds=Fit.restored(parameters.part("kinds"), entries),
            intercept=intercept,
            small_talkers=np.flatnonzero(own.integers("is_small_talker", (entries,), most=1)),
        )

    def read(self, question: str) -> Reading:
        """The question as this language reads it, misspelled words repaired."""
        return self.reader.read_question(question, self.spelling)

    def similarities(self, reading: Reading) -> Floats:
        """How alike the question and each variant are, shape (variants,), between 0 and 1."""
        return blended(self.words.to_variants(reading.words), self.grams.to_variants(reading.grams))

    def nearest(self, reading: Reading, most: int) -> tuple[Integers, Floats]:
        """The variants most like the question, the nearest first, and how like it they are."""
        similarities = self.similarities(reading)
        rows = np.argsort(-similarities, kind="stable")[:most]
        return rows, similarities[rows]

    def evidence(self, reading: Reading) -> Evidence:
        """What a question's similarities to the variants say."""
        similarities = self.similarities(reading)
        if not similarities.any():
            # Without a word or n-gram in common, the intercept alone would still favour busy entries.
            return self.weighed(np.zeros(self.votes.shape[1]), similarities, reading)
        entries = np.asarray(curved(similarities, intercept=self.intercept) @ self.votes)
        if reading.small_talk:
            # "Thanks!" is a question only to a FAQ that has such an entry.
            entries[np.setdiff1d(np.arange(len(entries)), self.small_talkers)] = 0.0
        return self.weighed(entries, similarities, reading)

    def weighed(self, entries: Floats, similarities: Floats, reading: Reading) -> Evidence:
        """The evidence that votes, similarities, names and what is asked for make together."""
        return Evidence(
            np.arange(len(entries)),
            entries,
            fit=self.names.present(reading.names) * self.kinds.present(reading.kinds) ** _KIND_POWER,
            complete=self.names.complete(reading.names),
            nearest=float(similarities[self.owners >= 0].max(initial=0.0)),
            nearest_negative=float(similarities[self.owners < 0].max(initial=0.0)),
        )


def blended(words: Floats, grams: Floats) -> Floats:
    """One similarity from that of words and that of character n-grams, in the place of the first."""
    words *= 1.0 - _GRAM_SHARE
    words += _GRAM_SHARE * grams
    return words
