"""The n-grams of many texts at once are those of each by itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.grams import gram_space, weighted_grams
from knowledge.matching.vectors import VectorSpace

WORDS = st.lists(st.text("abаб 🙂", max_size=5) | st.text(max_size=5) | st.just("long" * 150), max_size=6)


@given(st.lists(st.tuples(WORDS, st.integers(-1, 2)), max_size=6), WORDS)
def test_the_space_of_n_grams_is_the_one_that_their_weights_make(
    variants: list[tuple[list[str], int]], question: list[str]
) -> None:
    texts, owners = [words for words, _ in variants], [owner for _, owner in variants]
    space = gram_space(texts, owners, unknown=0.5)
    expected = VectorSpace.learn(map(weighted_grams, texts), owners, unknown=0.5)
    for some in (*texts, question):
        grams = weighted_grams(some)
        assert np.allclose(space.similarities(grams), expected.similarities(grams), atol=1e-6)
        assert [space.idf(gram) for gram in grams] == [expected.idf(gram) for gram in grams]
        assert [gram in space for gram in grams] == [gram in expected for gram in grams]
