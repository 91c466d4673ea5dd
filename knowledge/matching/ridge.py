"""Kernel ridge regression from similarities to entries, with its leave-out predictions in closed form.

Each variant has a dual coefficient for each entry, so that variants which are alike, but belong to
different entries, cancel out (Saunders, Gammerman and Vovk 1998). With G the inverse of (K + λI) and A
its product with the targets, what the model would have predicted for a set S of variants had it not
seen them is Y[S] - G[S,S]⁻¹ A[S]: thresholds can be set without fitting anything twice.

G itself is never made. K + λI = L Lᵀ, and of the inverse of L, which is triangular, the last columns depend on
the last rows of L alone: where the variants to leave out come last, G[S,S] is the product of a few short columns.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from knowledge.matching.vectors import Floats, Integers, Singles

_Numbers = TypeVar("_Numbers", Floats, Singles)

# Columns of a triangular matrix that are worked out at once: more make for more work, fewer for smaller products.
_BLOCK = 128


class KernelRidge:
    """A kernel ridge regression, fitted on the similarities among variants.

    Single precision is enough: no eigenvalue of K + λI is below λ, and none above the number of variants.

    Args:
        kernel: Similarity of every variant to every other, shape (variants, variants), of which the diagonal and what
            is below are read. It is overwritten, for it may be large.
        targets: 1 where a variant belongs to an entry, else 0, shape (variants, entries).
        penalty: λ, above 0: the more, the less a single variant is trusted.
        held_out: The number of variants, the last ones, that `predict_left_out` may leave out.

    Attributes:
        dual_coefficients: Of each variant for each entry, shape (variants, entries); a question's similarities to the
            variants times these are about 1 for the entry it asks for, about 0 for another.
    """

    def __init__(self, kernel: Singles, targets: Singles, *, penalty: float, held_out: int) -> None:
        kernel.reshape(-1)[:: len(kernel) + 1] += penalty
        _factorise(kernel)
        self._targets = targets
        self.dual_coefficients: Singles = _solution(kernel, targets)
        self._first = len(kernel) - held_out
        self._inverse = _triangular_inverse(kernel[self._first :, self._first :])

    def predict_left_out(self, left_out: Integers) -> Floats:
        """Predict the entries of some variants as if none of them had been seen, shape (left out, entries)."""
        columns = self._inverse[:, left_out - self._first].astype(np.float64)
        return np.asarray(
            self._targets[left_out] - np.linalg.solve(columns.T @ columns, self.dual_coefficients[left_out])
        )


def _factorise(matrix: Singles) -> None:
    """Put the Cholesky factor of a symmetric positive definite matrix into its lower triangle.

    Unlike `numpy.linalg.cholesky` it needs no copies, and nearly all of it is products of matrices, which is three
    times as fast.
    """
    for start in range(0, len(matrix), _BLOCK):
        end = start + _BLOCK
        matrix[start:, start:end] -= matrix[start:, :start] @ matrix[start:end, :start].T
        corner = np.linalg.cholesky(matrix[start:end, start:end])
        matrix[start:end, start:end] = corner
        matrix[end:, start:end] = matrix[end:, start:end] @ np.linalg.inv(corner).T


def _solution(factor: Singles, targets: Singles) -> Singles:
    """Return the solution of L Lᵀ X = Y; above the diagonal of L may be anything."""
    solution = targets.copy()
    starts = range(0, len(factor), _BLOCK)
    for start in starts:
        end = start + _BLOCK
        solution[start:end] -= factor[start:end, :start] @ solution[:start]
        solution[start:end] = np.linalg.solve(np.tril(factor[start:end, start:end]), solution[start:end])
    for start in reversed(starts):
        end = start + _BLOCK
        solution[start:end] -= factor[end:, start:end].T @ solution[end:]
        solution[start:end] = np.linalg.solve(np.tril(factor[start:end, start:end]).T, solution[start:end])
    return solution


def _triangular_inverse(factor: Singles) -> Singles:
    """Return the inverse of a lower triangular matrix, by halves; above its diagonal may be anything."""
    size = len(factor)
    if size <= _BLOCK:
        return np.asarray(np.linalg.inv(np.tril(factor)))
    half = size // 2
    inverse = np.zeros_like(factor)
    inverse[:half, :half] = _triangular_inverse(factor[:half, :half])
    inverse[half:, half:] = _triangular_inverse(factor[half:, half:])
    inverse[half:, :half] = -inverse[half:, half:] @ (factor[half:, :half] @ inverse[:half, :half])
    return inverse


def with_squares(similarities: _Numbers, *, intercept: float = 0.0, squares: bool = True) -> _Numbers:
    """Return similarities with their squares, or without, and a constant, of the same shape.

    The squares make pairs of features count, so that what is alike throughout stands out. The constant is an
    intercept for each entry: where nothing else tells, an entry with many variants is the likelier one.
    """
    if squares:
        result = similarities * similarities
        result += similarities
    else:
        result = similarities.copy()
    result += intercept
    return result
