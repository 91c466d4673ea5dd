"""Texts as unit vectors over weighted features, and the similarity of a question to each of them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from math import sqrt
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.parameters import Parameters
from knowledge.text.numbering import Numbering

_FEW, _COMMON_SHARE = 4, 45
# Rows of similarities that are worked out at once.
_BLOCK = 512
# Numbers of so many features or fewer are sorted digit by digit, which is many times as quick.
_SHORT = 2**16
# Values and weights are at most 1, but for rounding and for the weight of what no variant has.
_LARGEST_VALUE, _LARGEST_WEIGHT = 1.001, 10.0

# One row of zeros for each thread, left as it was found: making a million of them anew takes longer than a question.
_scratch = local()

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]
Singles = NDArray[np.float32]


class VectorSpace:
    """The features of one kind (words, or character n-grams) of all variants.

    A feature weighs its inverse document frequency, half over variants and half over entries: a word
    that many entries share says little even if each has it once.

    Args:
        columns: The number of each feature.
        lengths: The number of variants that have each feature, shape (features,).
        rows: Of those variants, one feature after the other, each feature's in order.
        values: Of the feature in each of them, each variant a unit vector, in single precision.
        idf: The weight of each feature, and at the end that of a feature that no variant has.
        size: The number of variants.
    """

    def __init__(
        self, columns: Numbering, lengths: Integers, rows: Integers, values: Singles, idf: Floats, *, size: int
    ) -> None:
        self._columns = columns
        self.size = size
        self._lengths, self._idf = lengths, idf
        # Half the size of what NumPy counts with: they are most of what a space takes in memory.
        self._rows, self._values = rows.astype(np.int32), values
        self._starts = np.concatenate(([0], np.cumsum(lengths)))

    @cached_property
    def _by_variant(self) -> tuple[NDArray[np.int32], Singles, Integers]:
        """The features of all variants, one variant after the other, their values, and where each variant begins."""
        order = np.argsort(self._rows.astype(np.uint16) if self.size <= _SHORT else self._rows, kind="stable")
        features = np.repeat(np.arange(len(self._columns), dtype=np.int32), self._lengths)
        starts = np.concatenate(([0], np.cumsum(np.bincount(self._rows, minlength=self.size))))
        return features[order], self._values[order], starts

    @classmethod
    def learn(cls, texts: Iterable[Mapping[str, float]], owners: Sequence[int], *, unknown: float) -> VectorSpace:
        """Learn the space of some variants.

        Args:
            texts: The weighted features of each variant, read once.
            owners: The entry number of each variant.
            unknown: The weight, in the units of the rarest feature, of a question's feature that no
                variant has. It makes the question's norm longer: a question full of unknown words is
                like nothing here.
        """
        numbers: dict[str, int] = {}
        columns, weights, lengths = array("i"), array("d"), array("i")
        for text in texts:
            columns.extend([numbers.setdefault(feature, len(numbers)) for feature in text])
            weights.extend(text.values())
            lengths.append(len(text))
        features, sizes = np.asarray(columns, dtype=np.intp), np.asarray(lengths, dtype=np.intp)
        return cls.from_columns(numbers, features, sizes, np.asarray(weights), owners, unknown=unknown)

    @classmethod
    def from_columns(
        cls,
        columns: Collection[str],
        features: Integers,
        sizes: Integers,
        weights: Floats,
        owners: Sequence[int],
        *,
        unknown: float,
    ) -> VectorSpace:
        """Learn the space of some variants from the numbers of their features.

        Args:
            columns: The features, in the order of their numbers.
            features: Each of a variant's features once.
            sizes: See there.
            weights: Of those features.
            owners: As of `learn`, as is `unknown`.
            unknown: See there.
        """
        rows = np.repeat(np.arange(len(sizes)), sizes)
        own = np.asarray(owners, dtype=np.intp)
        idf = _inverse_document_frequencies(rows, features, own, (len(sizes), len(columns)))
        values = weights * idf[features]
        norms = np.sqrt(np.bincount(rows, weights=values * values, minlength=len(sizes)))
        order = np.argsort(features.astype(np.uint16) if len(columns) <= _SHORT else features, kind="stable")
        return cls(
            Numbering.learn(columns),
            np.bincount(features, minlength=len(columns)),
            rows[order],
            (values / norms[rows]).astype(np.float32)[order],
            np.append(idf, unknown),
            size=len(sizes),
        )

    def parameters(self) -> Parameters:
        """Return parameters from which `restore` makes the same space."""
        columns = Parameters.joined({"columns": self._columns.parameters()})
        own: dict[str, NDArray[Any]] = {"lengths": self._lengths, "rows": self._rows}
        return Parameters({**columns.arrays, **own, "values": self._values, "idf": self._idf}, {})

    @classmethod
    def restore(cls, parameters: Parameters, variants: int) -> VectorSpace:
        """Restore a space from its parameters.

        Raises:
            ValueError: They are not those of a space of so many variants.
        """
        columns = Numbering.restore(parameters.part("columns"))
        lengths = parameters.integers("lengths", (len(columns),), least=1, most=variants)
        shape = (int(lengths.sum()),)
        return cls(
            columns,
            lengths,
            parameters.integers("rows", shape, most=variants - 1),
            parameters.singles("values", shape, least=0.0, most=_LARGEST_VALUE),
            parameters.floats("idf", (len(columns) + 1,), least=0.0, most=_LARGEST_WEIGHT),
            size=variants,
        )

    def idf(self, feature: str) -> float:
        """Return the feature's weight, between 0 and 1; the weight of an unknown one if no variant has it."""
        return float(self._idf[self._columns.find((feature,))[0]])

    def __contains__(self, feature: object) -> bool:
        return isinstance(feature, str) and self._columns.find((feature,))[0] >= 0

    def known_share(self, text: Mapping[str, float]) -> float:
        """Return the share of a question's features that some variant has, by their squared weights, 0 to 1."""
        columns = self._columns.find(text)
        squares = (np.fromiter(text.values(), np.float64, len(text)) * self._idf[columns]) ** 2
        return float(squares[columns >= 0].sum() / (squares.sum() or 1.0))

    def shared_features(self, text: Mapping[str, float], row: int) -> dict[str, float]:
        """Return the features that a question and a row's variant share, with their parts of the cosine, 0 to 1."""
        features, values, starts = self._by_variant
        span = slice(starts[row], starts[row + 1])
        own = dict(zip(features[span].tolist(), values[span].tolist(), strict=True))
        weighted = {feature: weight * self.idf(feature) for feature, weight in text.items()}
        norm = sqrt(sum(value * value for value in weighted.values())) or 1.0
        return {
            feature: value / norm * own[column]
            for (feature, value), column in zip(weighted.items(), self._columns.find(weighted).tolist(), strict=True)
            if column in own
        }

    def add_similarities(self, similarities: Singles, *, weight: float, places: Integers) -> None:
        """Add the similarity of every variant to every other, between 0 and 1, times a weight.

        Args:
            similarities: The matrix to add to, shape (variants, variants). Only its diagonal and what is below are
                right afterwards; what is above is left as it comes.
            weight: From 0.
            places: The row, and column, of each variant in it, shape (variants,).
        """
        # Of a feature that many variants have, a product of matrices is quicker; of the many others, their pairs.
        is_common = self._lengths > max(_FEW, self.size // _COMMON_SHARE)
        numbers = np.cumsum(is_common) - 1
        postings = np.repeat(is_common, self._lengths)
        columns = np.repeat(numbers, self._lengths)
        rows, values = places[self._rows], self._values * np.float32(sqrt(weight))
        dense = np.zeros((self.size, int(is_common.sum())), dtype=np.float32)
        dense[rows[postings], columns[postings]] = values[postings]
        for start in range(0, self.size, _BLOCK):
            end = min(start + _BLOCK, self.size)
            similarities[start:end, :end] += dense[start:end] @ dense[:end].T
        flat = similarities.reshape(-1)
        for length in np.unique(self._lengths[~is_common]):
            # All features that as many variants have, at once: shape (features, variants with it).
            starts = self._starts[:-1][(self._lengths == length) & ~is_common]
            positions = starts[:, None] + np.arange(length)
            one, other = np.tril_indices(length)
            some, others = rows[positions[:, one]], rows[positions[:, other]]
            pairs = np.maximum(some, others) * self.size + np.minimum(some, others)
            products = values[positions[:, one]] * values[positions[:, other]]
            np.add.at(flat, pairs.reshape(-1), products.reshape(-1))

    def similarities(self, text: Mapping[str, float]) -> Floats:
        """Return the cosine of a question's features with each variant, shape (variants,), between 0 and 1."""
        columns = self._columns.find(text)
        values = np.fromiter(text.values(), np.float64, len(text)) * self._idf[columns]
        norm = sqrt(float(values @ values)) or 1.0
        return self._sums(columns, values) / norm

    def nearest(
        self, text: Mapping[str, float], most: int, *, postings: int = 10_000, widening: int = 4
    ) -> tuple[Integers, Floats]:
        """Return the variants most like a question with their similarities, without looking at all of them.

        Its common features may stand in every other variant, so its rarest ones pick candidates, as many of them as
        have few enough variants together; the candidates are then compared in full.

        Args:
            text: The question's features.
            most: The most variants to return.
            postings: The most variants that the features may have together.
            widening: The candidates to compare in full, for each variant to return.

        Returns:
            Rows and their cosines, the nearest first.
        """
        columns = self._columns.find(text).tolist()
        known = [
            (int(self._lengths[column]), column, weight * float(self._idf[column]))
            for weight, column in zip(text.values(), columns, strict=True)
            if column >= 0
        ]
        norm = (
            sqrt(
                sum(
                    (weight * float(self._idf[column])) ** 2
                    for weight, column in zip(text.values(), columns, strict=True)
                )
            )
            or 1.0
        )
        picked: list[NDArray[Any]] = []
        products: list[NDArray[Any]] = []
        room = postings
        for length, column, value in sorted(known):
            if length > room and picked:
                break
            span = slice(self._starts[column], min(self._starts[column + 1], self._starts[column] + room))
            picked.append(self._rows[span])
            products.append(self._values[span] * value)
            room -= length
        if not picked:
            return np.zeros(0, dtype=np.intp), np.zeros(0)
        rows = np.concatenate(picked)
        sums = _sums_by_row(rows, np.concatenate(products), self.size)
        # A row stands among them as often as it has picked features.
        first = _highest(sums, most * widening * len(picked))
        rows, once = np.unique(rows[first], return_index=True)
        rows = rows[_highest(sums[first][once], most * widening)]
        query = np.zeros(len(self._columns))
        query[[column for _, column, _ in known]] = [value for _, _, value in known]
        positions, starts = self._positions(rows)
        features, values, _ = self._by_variant
        cosines = np.add.reduceat(values[positions] * query[features[positions]], starts) / norm
        order = np.argsort(-cosines, kind="stable")[:most]
        return rows[order], cosines[order]

    def similarities_among(self, rows: Integers) -> Floats:
        """Return the similarity of some variants to each other, shape (rows, rows), between 0 and 1."""
        positions, starts = self._positions(rows)
        features, values, _ = self._by_variant
        columns, numbers = np.unique(features[positions], return_inverse=True)
        dense = np.zeros((len(rows), len(columns)))
        sizes = np.diff(np.append(starts, len(positions)))
        dense[np.repeat(np.arange(len(rows)), sizes), numbers] = values[positions]
        return np.asarray(dense @ dense.T)

    def _positions(self, rows: Integers) -> tuple[Integers, Integers]:
        """Return the positions of the features of some rows, one row after the other, and the offset of each row."""
        _, _, every = self._by_variant
        sizes = every[rows + 1] - every[rows]
        ends = np.cumsum(sizes)
        starts = ends - sizes
        return np.arange(ends[-1]) + np.repeat(every[rows] - starts, sizes), starts

    def _sums(self, columns: Integers, values: Floats) -> Floats:
        """Return, for each variant, the sum over the columns (-1 for none) of the value times the variant's own."""
        known = columns >= 0
        columns, values = columns[known], values[known]
        lengths = self._lengths[columns]
        # The postings of all columns, one after the other, as positions in one array.
        positions = np.repeat(self._starts[columns] + lengths - lengths.cumsum(), lengths)
        positions += np.arange(len(positions))
        weights = self._values.take(positions)
        weights *= np.repeat(values, lengths)
        sums = np.bincount(self._rows.take(positions), weights=weights, minlength=self.size)
        return np.asarray(sums, dtype=np.float64)


def _highest(values: Floats, most: int) -> Integers:
    """The positions of the highest values, in no order."""
    if len(values) <= most:
        return np.arange(len(values))
    return np.asarray(np.argpartition(-values, most)[:most])


def _sums_by_row(rows: NDArray[Any], values: Floats, size: int) -> Floats:
    """Return the sum of the values of each row, where rows may repeat; nothing is sorted for it."""
    sums: Floats | None = getattr(_scratch, "sums", None)
    if sums is None or len(sums) < size:
        sums = _scratch.sums = np.zeros(size)
    np.add.at(sums, rows, values)
    result = np.asarray(sums[rows])
    sums[rows] = 0.0
    return result


def _inverse_document_frequencies(
    rows: Integers, columns: Integers, owners: Integers, shape: tuple[int, int]
) -> Floats:
    """Return a weight between 0 and 1 for each column; a column is one feature, a row one variant."""
    entries, owner_numbers = np.unique(owners, return_inverse=True)
    variants_with = np.bincount(columns, minlength=shape[1])
    # Sorted, which is many times as quick as NumPy's `unique`, made to hash.
    pairs = np.sort(columns * np.intp(len(entries)) + owner_numbers[rows])
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    entries_with = np.bincount(pairs // max(len(entries), 1), minlength=shape[1])
    over_variants = np.log1p(shape[0] / variants_with) / np.log1p(shape[0])
    over_entries = np.log1p(len(entries) / entries_with) / np.log1p(len(entries))
    return np.asarray(0.5 * over_variants + 0.5 * over_entries)
