"""The predictions for left-out variants are those of a model that is fitted without them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as numpies

from knowledge.matching.ridge import KernelRidge, with_squares
from knowledge.matching.vectors import Floats, Integers

POINTS = numpies.arrays(np.float64, st.tuples(st.integers(2, 9), st.integers(1, 4)), elements=st.floats(0.0, 1.0))
RIDGES = st.sampled_from([0.1, 1.0, 5.0])


def fitted(kernel: Floats, targets: Floats, *, penalty: float, held_out: int = 0) -> KernelRidge:
    """A ridge on a copy of a kernel, with nothing right above the diagonal."""
    below = np.where(np.tri(len(kernel), dtype=np.bool_), kernel, 7.0).astype(np.float32)
    return KernelRidge(below, targets.astype(np.float32), penalty=penalty, held_out=held_out)


def fitted_without(kernel: Floats, targets: Floats, ridge: float, left_out: Integers) -> Floats:
    """The prediction for the variants left out, from a model fitted on the others."""
    seen = np.setdiff1d(np.arange(len(kernel)), left_out)
    model = fitted(kernel[np.ix_(seen, seen)], targets[seen], penalty=ridge)
    return np.asarray(kernel[np.ix_(left_out, seen)] @ model.dual_coefficients)


@given(POINTS, RIDGES, st.data())
def test_predictions_left_out_equal_those_of_a_model_fitted_without(
    points: Floats, ridge: float, data: st.DataObject
) -> None:
    size = len(points)
    owners = np.asarray(data.draw(st.lists(st.integers(-1, 2), min_size=size, max_size=size)))
    targets = (owners[:, None] == np.arange(3)).astype(np.float64)
    hidden = data.draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=size - 1, unique=True))
    left_out = np.asarray(hidden, dtype=np.intp)
    kernel = points @ points.T
    predicted = fitted(kernel, targets, penalty=ridge, held_out=size - min(hidden)).predict_left_out(left_out)
    assert predicted.shape == (len(hidden), 3)
    assert np.allclose(predicted, fitted_without(kernel, targets, ridge, left_out), atol=1e-3)


def test_without_any_variant_nothing_is_predicted() -> None:
    kernel = np.array([[1.0, 0.5], [0.5, 1.0]])
    predicted = fitted(kernel, np.eye(2), penalty=1.0, held_out=2).predict_left_out(np.arange(2))
    assert np.allclose(predicted, 0.0, atol=1e-6)


def test_a_variant_speaks_for_its_own_entry() -> None:
    kernel = np.array([[1.0, 0.2], [0.2, 1.0]])
    relevance = kernel @ fitted(kernel, np.eye(2), penalty=0.01).dual_coefficients
    assert np.allclose(relevance, np.eye(2), atol=0.02)


def test_variants_that_are_alike_but_of_two_entries_cancel_out() -> None:
    kernel = np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    relevance = kernel @ fitted(kernel, np.eye(3), penalty=0.01).dual_coefficients
    assert np.allclose(relevance[0, :2], 0.5, atol=0.01)


def test_a_negative_example_speaks_against_the_entry_that_it_is_like() -> None:
    kernel = np.array([[1.0, 0.6], [0.6, 1.0]])
    targets = np.array([[1.0], [0.0]])
    assert fitted(kernel, targets, penalty=1.0).dual_coefficients[1, 0] < 0.0


@given(POINTS)
def test_a_single_variant_is_trusted_less_with_a_greater_ridge(points: Floats) -> None:
    kernel, targets = points @ points.T + np.eye(len(points)), np.eye(len(points))
    own = [
        float(np.trace(kernel @ fitted(kernel, targets, penalty=ridge).dual_coefficients)) for ridge in (0.1, 1.0, 10.0)
    ]
    assert own[0] > own[1] > own[2]


@pytest.mark.parametrize(("similarity", "curve"), [(0.0, 0.0), (0.5, 0.75), (1.0, 2.0)])
def test_similarities_count_with_their_squares(similarity: float, curve: float) -> None:
    assert with_squares(np.array([similarity])).tolist() == [curve]


@given(numpies.arrays(np.float64, (2, 5), elements=st.floats(0.0, 1.0)))
def test_what_is_more_alike_stays_more_alike(pairs: Floats) -> None:
    left, right = pairs
    assert np.array_equal(with_squares(np.maximum(left, right)), np.maximum(with_squares(left), with_squares(right)))


@pytest.mark.parametrize("size", [1, 2, 127, 128, 129, 300])
def test_the_ridge_of_any_size_solves_its_equations(size: int) -> None:
    random = np.random.default_rng(size)
    points, owners = random.random((size, 8)), random.integers(-1, 3, size)
    kernel, targets = points @ points.T, (owners[:, None] == np.arange(3)).astype(np.float64)
    model = fitted(kernel, targets, penalty=1.0, held_out=size)
    assert np.allclose((kernel + np.eye(size)) @ model.dual_coefficients, targets, atol=1e-3)
    left_out = np.arange(size)[-(size // 2) :]
    predicted = model.predict_left_out(left_out)
    assert np.allclose(predicted, fitted_without(kernel, targets, 1.0, left_out), atol=1e-3)
