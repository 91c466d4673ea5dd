"""Similarities are the cosines that the definition gives, whatever the shortcuts that compute them."""

from collections.abc import Mapping, Sequence
from math import sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.vectors import Floats, VectorSpace

Text = Mapping[str, float]

TEXTS: list[Text] = [
    {"market": 1.0, "opens": 1.0, "when": 0.35},
    {"market": 1.0, "hours": 1.0},
    {"who": 1.0, "sells": 1.0, "fish": 1.0},
    {"fish": 1.0, "seller": 2.0},
    {"market": 1.0, "rent": 0.65},
]
OWNERS = [0, 0, 1, 1, 2]
FEATURES = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 3.0), max_size=6)
SPACES = st.lists(st.tuples(FEATURES.filter(bool), st.integers(-1, 3)), min_size=1, max_size=10)


def space_of(texts: Sequence[Text], owners: Sequence[int], unknown: float = 1.0) -> VectorSpace:
    return VectorSpace.learn(texts, owners, unknown=unknown)


def cosine(space: VectorSpace, left: Text, right: Text) -> float:
    """The cosine by its definition, feature by feature."""
    first = {feature: weight * space.idf(feature) for feature, weight in left.items()}
    second = {feature: weight * space.idf(feature) for feature, weight in right.items()}
    norms = sqrt(sum(value**2 for value in first.values())) * sqrt(sum(value**2 for value in second.values()))
    return sum(value * second.get(feature, 0.0) for feature, value in first.items()) / norms if norms else 0.0


@given(SPACES, st.dictionaries(st.sampled_from("abcdefghxyz"), st.floats(0.1, 3.0), max_size=6), st.floats(0.0, 2.0))
def test_similarities_to_a_question_are_cosines(
    variants: list[tuple[Text, int]], question: Text, unknown: float
) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners, unknown)
    expected = [cosine(space, question, text) for text in texts]
    assert np.allclose(space.similarities(question), expected)
    assert np.all(space.similarities(question) >= 0.0)
    assert np.all(space.similarities(question) <= 1.0 + 1e-6)


def among_variants(space: VectorSpace) -> Floats:
    """The similarity of every variant to every other, shape (variants, variants)."""
    similarities = np.zeros((space.size, space.size), dtype=np.float32)
    space.add_similarities(similarities, weight=1.0, places=np.arange(space.size))
    below = np.tril(similarities, -1)
    return np.asarray(below + below.T + np.diag(similarities.diagonal()), dtype=np.float64)


@given(SPACES, st.floats(0.0, 1.0), st.randoms())
def test_similarities_among_variants_are_added_where_each_has_its_place(
    variants: list[tuple[Text, int]], weight: float, random: Random
) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners)
    places = np.asarray(random.sample(range(len(texts)), len(texts)), dtype=np.intp)
    similarities = np.ones((len(texts), len(texts)), dtype=np.float32)
    space.add_similarities(similarities, weight=weight, places=places)
    expected = 1.0 + weight * among_variants(space)
    added = similarities[np.ix_(places, places)]
    is_below = places[:, None] >= places[None, :]
    assert np.allclose(added[is_below], expected[is_below], atol=1e-5)


@given(SPACES)
def test_similarities_among_variants_are_cosines(variants: list[tuple[Text, int]]) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners)
    expected = [[cosine(space, left, right) for right in texts] for left in texts]
    assert np.allclose(among_variants(space), expected)
    assert np.allclose(among_variants(space), [space.similarities(text) for text in texts])
    assert np.allclose(np.diag(among_variants(space)), 1.0)


@given(SPACES, st.data())
def test_similarities_among_some_variants_are_those_among_all(
    variants: list[tuple[Text, int]], data: st.DataObject
) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners)
    some = data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1, max_size=5))
    rows = np.asarray(some, dtype=np.intp)
    assert np.allclose(space.similarities_among(rows), among_variants(space)[np.ix_(rows, rows)])


@given(SPACES, FEATURES, st.integers(1, 12))
def test_the_nearest_are_the_most_similar_ones_first(
    variants: list[tuple[Text, int]], question: Text, most: int
) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners)
    rows, cosines = space.nearest(question, most)
    similarities = space.similarities(question)
    assert len(set(rows.tolist())) == len(rows) <= most
    assert np.allclose(cosines, similarities[rows])
    assert np.allclose(cosines, np.sort(similarities[similarities > 0])[::-1][:most])


@given(SPACES, FEATURES)
def test_what_is_shared_adds_up_to_the_cosine(variants: list[tuple[Text, int]], question: Text) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners)
    for row, similarity in enumerate(space.similarities(question)):
        shared = space.shared_features(question, row)
        assert np.isclose(sum(shared.values()), similarity)
        assert set(shared) == set(question) & set(texts[row])


def test_an_unknown_feature_makes_a_question_less_like_anything() -> None:
    space = space_of(TEXTS, OWNERS)
    plain, odd = space.similarities({"fish": 1.0}), space.similarities({"fish": 1.0, "zebra": 1.0})
    assert np.all(odd[plain > 0] < plain[plain > 0])


def test_an_unknown_feature_that_weighs_nothing_changes_nothing() -> None:
    space = space_of(TEXTS, OWNERS, unknown=0.0)
    assert np.allclose(space.similarities({"fish": 1.0, "zebra": 1.0}), space.similarities({"fish": 1.0}))


@pytest.mark.parametrize("question", [{}, {"zebra": 1.0}])
def test_a_question_that_shares_nothing_is_like_nothing(question: Text) -> None:
    space = space_of(TEXTS, OWNERS)
    assert space.similarities(question).tolist() == [0.0] * len(TEXTS)
    assert [len(found) for found in space.nearest(question, 3)] == [0, 0]


def test_a_text_without_features_is_like_nothing() -> None:
    space = space_of([{}, {"fish": 1.0}], [0, 1])
    assert space.similarities({"fish": 1.0}).tolist() == [0.0, 1.0]
    assert among_variants(space).tolist() == [[0.0, 0.0], [0.0, 1.0]]


def test_a_space_of_no_texts_compares_with_nothing() -> None:
    space = space_of([], [])
    assert space.size == 0
    assert space.similarities({"fish": 1.0}).shape == (0,)
    assert among_variants(space).shape == (0, 0)


def test_the_weight_of_a_feature_falls_with_the_variants_that_have_it() -> None:
    space = space_of([{"rare": 1.0, "common": 1.0}, {"common": 1.0}, {"common": 1.0}], [0, 0, 0])
    assert space.idf("rare") > space.idf("common")


def test_the_weight_of_a_feature_falls_with_the_entries_that_share_it() -> None:
    # Both stand in two variants; one of them in two variants of one entry.
    texts: list[Text] = [{"own": 1.0}, {"own": 1.0}, {"shared": 1.0}, {"shared": 1.0}]
    space = space_of(texts, [0, 0, 0, 1])
    assert space.idf("own") > space.idf("shared")


@given(SPACES)
def test_weights_lie_between_0_and_1(variants: list[tuple[Text, int]]) -> None:
    texts, owners = zip(*variants, strict=True)
    space = space_of(texts, owners, unknown=0.25)
    assert all(0.0 < space.idf(feature) <= 1.0 + 1e-9 for text in texts for feature in text)
    assert space.idf("never") == 0.25


def test_a_feature_is_in_the_space_if_a_variant_has_it() -> None:
    space = space_of(TEXTS, OWNERS)
    assert "fish" in space
    assert "zebra" not in space


def test_texts_are_read_once_so_that_they_need_not_be_kept() -> None:
    assert np.allclose(
        among_variants(VectorSpace.learn(iter(TEXTS), OWNERS, unknown=1.0)), among_variants(space_of(TEXTS, OWNERS))
    )
