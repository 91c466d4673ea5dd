"""Texts as unit vectors over weighted features, and how alike a question is to each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


class VectorSpace:
    """The features of one kind (words, or character n-grams) of all variants.

    A feature weighs its inverse document frequency, half over variants and half over entries: a word
    that many entries share says little even if each has it once.

    Args:
        texts: The weighted features of each variant.
        owners: The entry number of each variant.
        unknown: The weight, in the units of the rarest feature, of a question's feature that no
            variant has. It makes the question's norm longer: a question full of unknown words is
            like nothing here.
    """

    def __init__(self, texts: Sequence[Mapping[str, float]], owners: Sequence[int], *, unknown: float) -> None:
        self._unknown = unknown
        self.size = len(texts)
        self._columns: dict[str, int] = {}
        columns: list[int] = []
        weights: list[float] = []
        for text in texts:
            columns.extend([self._columns.setdefault(feature, len(self._columns)) for feature in text])
            weights.extend(text.values())
        sizes = np.array([len(text) for text in texts], dtype=np.intp)
        rows = np.repeat(np.arange(len(texts)), sizes)
        shape = (len(texts), len(self._columns))
        self._features = np.asarray(columns, dtype=np.intp)
        self._feature_starts = np.concatenate(([0], np.cumsum(sizes)))
        self._idf = _inverse_document_frequencies(rows, self._features, np.asarray(owners, dtype=np.intp), shape)
        values = np.asarray(weights, dtype=np.float64) * self._idf[self._features]
        norms = np.sqrt(np.bincount(rows, weights=values * values, minlength=len(texts)))
        self._feature_values = values / norms[rows]
        by_feature = np.argsort(self._features, kind="stable")
        self._rows, self._values = rows[by_feature], self._feature_values[by_feature]
        self._lengths = np.bincount(self._features, minlength=shape[1])
        self._starts = np.concatenate(([0], np.cumsum(self._lengths)))

    def idf(self, feature: str) -> float:
        """The feature's weight between 0 and 1; the weight of an unknown one if no variant has it."""
        column = self._columns.get(feature)
        return self._unknown if column is None else float(self._idf[column])

    def __contains__(self, feature: object) -> bool:
        return feature in self._columns

    def shared(self, text: Mapping[str, float], row: int) -> dict[str, float]:
        """The features that a question and a variant share, with the part of their cosine that each gives."""
        start, end = self._feature_starts[row], self._feature_starts[row + 1]
        own = dict(zip(self._features[start:end].tolist(), self._feature_values[start:end].tolist(), strict=True))
        weighted = {feature: weight * self.idf(feature) for feature, weight in text.items()}
        norm = sqrt(sum(value * value for value in weighted.values())) or 1.0
        return {
            feature: value / norm * own[self._columns[feature]]
            for feature, value in weighted.items()
            if self._columns.get(feature) in own
        }

    def among_variants(self) -> Floats:
        """The similarity of every variant to every other, shape (variants, variants), between 0 and 1."""
        similarities = np.empty((self.size, self.size))
        for row in range(self.size):
            values = self._feature_values[self._feature_starts[row] : self._feature_starts[row + 1]]
            similarities[row] = self._sums(self._features_of(row), values)
        return similarities

    def to_variants(self, text: Mapping[str, float]) -> Floats:
        """The cosine of a question's features with each variant, shape (variants,), between 0 and 1."""
        norm = 0.0
        columns: list[int] = []
        values: list[float] = []
        for feature, weight in text.items():
            value = weight * self.idf(feature)
            norm += value * value
            column = self._columns.get(feature)
            if column is not None:
                columns.append(column)
                values.append(value)
        sums = self._sums(np.asarray(columns, dtype=np.intp), np.asarray(values))
        return sums / sqrt(norm) if norm else sums

    def _features_of(self, row: int) -> Integers:
        return self._features[self._feature_starts[row] : self._feature_starts[row + 1]]

    def _sums(self, columns: Integers, values: Floats) -> Floats:
        """For each variant, the sum over the columns of the value times the variant's own."""
        lengths = self._lengths[columns]
        # The postings of all columns, one after the other, as positions in one array.
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        positions = np.arange(total) + np.repeat(self._starts[columns] - (ends - lengths), lengths)
        weights = self._values[positions] * np.repeat(values, lengths)
        return np.asarray(np.bincount(self._rows[positions], weights=weights, minlength=self.size), dtype=np.float64)


def _inverse_document_frequencies(
    rows: Integers, columns: Integers, owners: Integers, shape: tuple[int, int]
) -> Floats:
    """For each column, between 0 and 1; a column is one feature, a row one variant."""
    entries, owner_numbers = np.unique(owners, return_inverse=True)
    variants_with = np.bincount(columns, minlength=shape[1])
    pairs = np.unique(columns * np.intp(len(entries)) + owner_numbers[rows])
    entries_with = np.bincount(pairs // max(len(entries), 1), minlength=shape[1])
    over_variants = np.log1p(shape[0] / variants_with) / np.log1p(shape[0])
    over_entries = np.log1p(len(entries) / entries_with) / np.log1p(len(entries))
    return np.asarray(0.5 * over_variants + 0.5 * over_entries)
