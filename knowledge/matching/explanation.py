"""Why a question was answered as it was, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.matching.archive import Archive
from knowledge.matching.evidence import Evidence
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
class ReadAs:
    """What one language's index makes of a question.

    Attributes:
        language: ISO 639-1 code.
        probability: How likely the question is in it.
        reading: Tokens, repairs, names, kinds of thing asked for.
        weights: Of the question's word features, between 0 and 1 for one that variants have.
        unknown: Those of them that no variant has.
        evidence: For each entry, with the fit of names and kinds.
        score: How sure it is that the question is in scope, 0 to 100.
        nearest: The variants most like it, the nearest first.
    """

    language: str
    probability: float
    reading: Reading
    weights: Mapping[str, float]
    unknown: frozenset[str]
    evidence: Evidence
    score: float
    nearest: tuple[NearVariant, ...]


def read_as(index: Index | Archive, question: str, *, probability: float, score: float) -> ReadAs:
    """What an index makes of a question, step by step."""
    reading = index.read(question)
    rows, similarities = index.nearest(reading, _NEAREST)
    return ReadAs(
        language=index.language,
        probability=probability,
        reading=reading,
        weights={feature: weight * index.words.idf(feature) for feature, weight in reading.words.items()},
        unknown=frozenset(feature for feature in reading.words if feature not in index.words),
        evidence=index.evidence(reading),
        score=score,
        nearest=tuple(
            NearVariant(int(row), float(similarity), index.words.shared(reading.words, int(row)))
            for row, similarity in zip(rows, similarities, strict=True)
        ),
    )
