"""Explanations of a question's outcome, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.matching.archive import Archive
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.features import Reading
from knowledge.matching.index import Index

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class NearVariant:
    """A variant that is like the question.

    Attributes:
        position: Among the variants of its language.
        similarity: 0 to 1.
        shared: The word features that both have, with the part of the similarity of words that each gives.
    """

    position: int
    similarity: float
    shared: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The steps of one language's index from a question to its scores.

    Attributes:
        language: ISO 639-1 code.
        probability: Of the question being in it, 0 to 1.
        reading: Tokens, repairs, names, kinds of thing asked for.
        weights: Of the question's word features, between 0 and 1 for one that variants have.
        unknown: Those of them that no variant has.
        entry_scores: Of each entry, with the compatibility of names and kinds.
        score: Of the question being in scope, 0 to 100.
        nearest: The variants most like it, the nearest first.
        stranger: Somebody or something that it names and the article does not have.
        contradicted: The numbers of the entries that are near it and answer another question.
    """

    language: str
    probability: float
    reading: Reading
    weights: Mapping[str, float]
    unknown: frozenset[str]
    entry_scores: EntryScores
    score: float
    nearest: tuple[NearVariant, ...]
    stranger: str | None
    contradicted: frozenset[int]


def explain(
    index: Index | Archive,
    question: str,
    *,
    probability: float,
    score: float,
    entry_scores: EntryScores,
    stranger: str | None = None,
    contradicted: frozenset[int] = frozenset(),
) -> Explanation:
    """Explain the scores that an index gives to a question.

    Args:
        index: Of one language.
        question: As it is matched.
        probability: Of the question being in the language, 0 to 1.
        score: Of the question being in scope, 0 to 100.
        entry_scores: Of each entry.
        stranger: As in `Explanation`.
        contradicted: The same.
    """
    reading = index.read(question)
    rows, similarities = index.nearest(reading, _NEAREST)
    return Explanation(
        language=index.language,
        probability=probability,
        reading=reading,
        weights={feature: weight * index.words.idf(feature) for feature, weight in reading.words.items()},
        unknown=frozenset(feature for feature in reading.words if feature not in index.words),
        entry_scores=entry_scores,
        score=score,
        nearest=tuple(
            NearVariant(int(row), float(similarity), index.words.shared_features(reading.words, int(row)))
            for row, similarity in zip(rows, similarities, strict=True)
        ),
        stranger=stranger,
        contradicted=contradicted,
    )
