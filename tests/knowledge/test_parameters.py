"""Parameters come back from their bytes as they were, and what is not right about them is told when it is taken out."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from safetensors.numpy import save

from knowledge.parameters import Parameters

PARAMETERS = Parameters(
    {"weights": np.array([[0.5, -1.0], [2.0, 0.0]]), "counts": np.array([3, 0, 7])},
    {"words": ["fish", "trout", "fish"], "phrases": [["odile", "marchand"], []]},
)
NAMES = st.text(max_size=8)
# Lone surrogates too: people paste them.
WORDS = st.text(st.characters(), max_size=8)


def again(parameters: Parameters) -> Parameters:
    return Parameters.from_bytes(parameters.to_bytes())


@given(
    st.dictionaries(NAMES, arrays(np.float64, array_shapes(min_side=0, max_side=3))),
    st.dictionaries(NAMES, st.one_of(st.lists(WORDS), st.lists(st.lists(WORDS)))),
)
def test_arrays_and_words_come_back_as_they_were(
    floats: dict[str, np.ndarray], words: dict[str, list[str] | list[list[str]]]
) -> None:
    kept = again(Parameters({f"array.{name}": array for name, array in floats.items()}, words))
    assert {name: array.tobytes() for name, array in kept.arrays.items()} == {
        f"array.{name}": array.tobytes() for name, array in floats.items()
    }
    assert kept.words == words


def test_parts_are_joined_and_taken_apart() -> None:
    whole = again(Parameters.joined({"one": PARAMETERS, "one.more": Parameters({}, {"words": ["eel"]})}))
    assert whole.part("one").integers("counts", (3,), most=7).tolist() == [3, 0, 7]
    assert whole.part("one").strings("words") == ["fish", "trout", "fish"]
    assert whole.part("one").part("more").strings("words") == ["eel"]
    assert whole.part("none") == Parameters({}, {})


def test_what_is_right_is_taken_out() -> None:
    kept = again(PARAMETERS)
    assert kept.floats("weights", (2, 2), least=-1.0, most=2.0).tolist() == [[0.5, -1.0], [2.0, 0.0]]
    assert kept.integers("counts", (3,), most=7).tolist() == [3, 0, 7]
    assert kept.integers("counts", (3,), most=7).dtype.type is np.intp
    assert kept.groups("phrases") == [("odile", "marchand"), ()]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 2.1, -1.1])
def test_a_float_out_of_range_is_told(value: float) -> None:
    weights = np.array([0.0, value])
    with pytest.raises(ValueError, match="weights holds a number"):
        again(Parameters({"weights": weights}, {})).floats("weights", (2,), least=-1.0, most=2.0)


@pytest.mark.parametrize("value", [-1, 8, 2**31 - 1, -(2**31)])
def test_an_integer_out_of_range_is_told(value: int) -> None:
    with pytest.raises(ValueError, match="counts holds a number"):
        again(Parameters({"counts": np.array([0, value])}, {})).integers("counts", (2,), most=7)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros(3),
        np.zeros((2, 1)),
        np.zeros((1, 2)),
        np.float64(0.0),
        np.zeros(2, dtype=np.float32),
        np.zeros(2, dtype=np.bool_),
        np.zeros(2, dtype=np.uint64),
    ],
)
def test_an_array_of_another_shape_or_kind_is_told(array: np.ndarray) -> None:
    parameters = Parameters({"it": np.asarray(array)}, {})
    with pytest.raises(ValueError, match="it is no float64 array"):
        parameters.floats("it", (2,), least=-1.0, most=1.0)
    with pytest.raises(ValueError, match="it is no int32 array"):
        parameters.integers("it", (2,), most=1)


def test_what_is_not_there_is_told() -> None:
    nothing = again(Parameters({}, {}))
    for taken_out in (
        lambda: nothing.floats("it", (1,), least=0.0, most=1.0),
        lambda: nothing.integers("it", (1,), most=1),
        lambda: nothing.strings("it"),
        lambda: nothing.numbered("it"),
        lambda: nothing.groups("it"),
    ):
        with pytest.raises(ValueError, match="it is no"):
            taken_out()


@pytest.mark.parametrize("words", ["fish", 1, None, {"fish": 1}, ["fish", 1], ["fish", None], ["fish", ["trout"]]])
def test_what_is_no_list_of_words_is_told(words: object) -> None:
    kept = Parameters.from_bytes(save({"words": np.frombuffer(json.dumps({"it": words}).encode(), np.uint8)}))
    with pytest.raises(ValueError, match="it is no list of words"):
        kept.strings("it")
    with pytest.raises(ValueError, match="it is no list of groups of words"):
        kept.groups("it")


def test_a_word_that_stands_twice_has_no_number() -> None:
    assert Parameters({}, {"words": ["fish", "trout"]}).numbered("words") == {"fish": 0, "trout": 1}
    with pytest.raises(ValueError, match="twice"):
        PARAMETERS.numbered("words")


def test_an_integer_that_is_too_large_is_not_kept_as_another_one() -> None:
    with pytest.raises(OverflowError):
        Parameters({"counts": np.array([2**31])}, {}).to_bytes()
