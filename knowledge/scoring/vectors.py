"""Texts as unit vectors over weighted features, and how alike a question is to each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

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
        columns, weights = [], []
        for text in texts:
            columns.extend([self._columns.setdefault(feature, len(self._columns)) for feature in text])
            weights.extend(text.values())
        rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        shape = (len(texts), len(self._columns))
        self._idf = _inverse_document_frequencies(rows, np.asarray(columns, dtype=np.intp), np.asarray(owners), shape)
        values = np.asarray(weights, dtype=np.float64) * self._idf[columns]
        norms = np.sqrt(np.bincount(rows, weights=values * values, minlength=len(texts)))
        self._variants = sparse.csr_array((values / norms[rows], (rows, columns)), shape=shape)
        postings = self._variants.tocsc()
        self._starts, self._rows, self._values = postings.indptr, postings.indices, postings.data

    def idf(self, feature: str) -> float:
        """The feature's weight between 0 and 1; the weight of an unknown one if no variant has it."""
        column = self._columns.get(feature)
        return self._unknown if column is None else float(self._idf[column])

    def known_share(self, text: Mapping[str, float], without: Integers | None = None) -> float:
        """The share, 0 to 1, of a question's weight that its features known to the variants have.

        Args:
            text: The question's features; pairs of words are not counted.
            without: Variants to leave out: what only they have is not known.
        """
        known = total = 0.0
        hidden: Counter[int] = Counter()
        if without is not None:
            for row in without:
                start, end = self._variants.indptr[row], self._variants.indptr[row + 1]
                hidden.update(self._variants.indices[start:end].tolist())
        for feature, weight in text.items():
            if " " in feature:
                continue
            column = self._columns.get(feature)
            seen = column is not None and self._starts[column + 1] - self._starts[column] > hidden[column]
            value = weight * (self.idf(feature) if seen else self._unknown)
            total += value * value
            known += value * value if seen else 0.0
        return known / total if total else 0.0

    def __contains__(self, feature: object) -> bool:
        return feature in self._columns

    def among_variants(self) -> Floats:
        """The similarity of every variant to every other, shape (variants, variants), between 0 and 1."""
        return np.asarray((self._variants @ self._variants.T).toarray())

    def to_variants(self, text: Mapping[str, float]) -> Floats:
        """The cosine of a question's features with each variant, shape (variants,), between 0 and 1."""
        norm = 0.0
        rows, values = [], []
        for feature, weight in text.items():
            value = weight * self.idf(feature)
            norm += value * value
            column = self._columns.get(feature)
            if column is not None:
                start, end = self._starts[column], self._starts[column + 1]
                rows.append(self._rows[start:end])
                values.append(self._values[start:end] * value)
        if not rows:
            return np.zeros(self.size)
        sums = np.bincount(np.concatenate(rows), weights=np.concatenate(values), minlength=self.size)
        return np.asarray(sums / sqrt(norm))


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
