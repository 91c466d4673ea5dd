"""Names, or the kind of answer, fit an entry by the share of its variants that have them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.compatibility import Compatibility


def marks(*texts: str) -> list[frozenset[str]]:
    """The marks of each variant, from words."""
    return [frozenset(text.split()) for text in texts]


# Entry 0: trump in 8 of 8, nato in 6, call in 1. Entry 1: hegseth in 4 of 4, nato in 1. Entry 2: nothing.
MARKS = marks(
    *["trump nato"] * 5, "trump nato call", "trump", "trump", *["hegseth"] * 3, "hegseth nato", "", "", "hegseth macron"
)
OWNERS = [*[0] * 8, *[1] * 4, 2, 2, -1]
FIT = Compatibility.learn(MARKS, OWNERS, 3)


def test_a_mark_in_every_variant_fits_fully() -> None:
    assert FIT.presence(frozenset({"trump"}))[0] == 1.0
    assert FIT.presence(frozenset({"hegseth"}))[1] == 1.0


def test_a_mark_in_a_quarter_of_the_variants_fits_as_fully_as_one_in_all() -> None:
    assert FIT.presence(frozenset({"nato"}))[1] == 1.0


def test_a_mark_in_an_eighth_of_the_variants_fits_half() -> None:
    assert np.isclose(FIT.presence(frozenset({"call"}))[0], 0.5)


def test_a_mark_that_an_entry_never_has_fits_badly_but_rules_nothing_out() -> None:
    fit = FIT.presence(frozenset({"hegseth"}))
    assert 0.0 < fit[0] == fit[2] < 0.5


def test_marks_fit_together_as_the_product_of_each() -> None:
    both = FIT.presence(frozenset({"trump", "call"}))
    assert np.allclose(both, FIT.presence(frozenset({"trump"})) * FIT.presence(frozenset({"call"})))
    assert np.isclose(both[0], 0.5)


@pytest.mark.parametrize("some", [frozenset(), frozenset({"macron and nobody else"})])
def test_no_mark_and_one_that_nobody_knows_fit_every_entry(some: frozenset[str]) -> None:
    assert FIT.presence(some).tolist() == [1.0, 1.0, 1.0]
    assert FIT.completeness(some).tolist() == [1.0, 1.0, 1.0]


def test_a_mark_that_only_negative_examples_have_fits_no_entry() -> None:
    assert np.all(FIT.presence(frozenset({"macron"})) < 0.5)


def test_all_marks_that_an_entry_nearly_always_has_make_it_complete() -> None:
    everything = frozenset().union(*MARKS)
    assert FIT.completeness(everything).tolist() == [1.0, 1.0, 1.0]


def test_a_missing_mark_counts_by_the_root_of_the_share_without_it() -> None:
    # Of entry 0, a quarter of the variants has no nato and seven eighths have no call.
    assert np.isclose(FIT.completeness(frozenset({"trump"}))[0], np.sqrt(1 / 4 * 7 / 8))
    assert np.isclose(FIT.completeness(frozenset({"trump", "nato"}))[0], np.sqrt(7 / 8))


def test_a_missing_mark_that_every_variant_has_counts_much_but_rules_nothing_out() -> None:
    complete = FIT.completeness(frozenset({"nato"}))
    assert 0.0 < complete[1] < 0.5


def test_an_entry_without_marks_misses_none() -> None:
    assert FIT.completeness(frozenset({"trump"}))[2] == 1.0


def test_negative_examples_change_no_entrys_shares() -> None:
    without = Compatibility.learn([*MARKS[:-1], frozenset({"macron"})], OWNERS, 3)
    for some in (frozenset({"trump"}), frozenset({"hegseth"}), frozenset({"nato", "call"})):
        assert np.allclose(without.presence(some), FIT.presence(some))
        assert np.allclose(without.completeness(some), FIT.completeness(some))


@pytest.mark.parametrize("entries", [0, 1, 3])
def test_no_variants_at_all_fit_everything(entries: int) -> None:
    empty = Compatibility.learn([], [], entries)
    assert empty.presence(frozenset({"trump"})).tolist() == [1.0] * entries
    assert empty.completeness(frozenset({"trump"})).tolist() == [1.0] * entries


VARIANTS = st.lists(st.tuples(st.frozensets(st.sampled_from("abcd")), st.integers(-1, 2)), min_size=1, max_size=12)


@given(VARIANTS, st.frozensets(st.sampled_from("abcdx")))
def test_fits_lie_between_0_and_1_and_never_reach_0(
    variants: list[tuple[frozenset[str], int]], asked: frozenset[str]
) -> None:
    some, owners = zip(*variants, strict=True)
    fit = Compatibility.learn(some, owners, 3)
    for values in (fit.presence(asked), fit.completeness(asked)):
        assert values.shape == (3,)
        assert np.all(values > 0.0)
        assert np.all(values <= 1.0)


@given(VARIANTS)
def test_the_order_of_the_variants_is_of_no_account(variants: list[tuple[frozenset[str], int]]) -> None:
    some, owners = zip(*variants, strict=True)
    backwards = list(reversed(variants))
    other, theirs = zip(*backwards, strict=True)
    for asked in marks("a", "a b", "c d x"):
        assert np.allclose(
            Compatibility.learn(some, owners, 3).presence(asked),
            Compatibility.learn(other, theirs, 3).presence(asked),
        )
        assert np.allclose(
            Compatibility.learn(some, owners, 3).completeness(asked),
            Compatibility.learn(other, theirs, 3).completeness(asked),
        )
