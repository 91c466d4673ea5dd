"""How well names, or what is asked for, fit an entry follows from the share of its variants that have them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.fit import Fit


def marks(*texts: str) -> list[frozenset[str]]:
    """The marks of each variant, from words."""
    return [frozenset(text.split()) for text in texts]


# Entry 0: trump in 8 of 8, nato in 6, call in 1. Entry 1: hegseth in 4 of 4, nato in 1. Entry 2: nothing.
MARKS = marks(
    *["trump nato"] * 5, "trump nato call", "trump", "trump", *["hegseth"] * 3, "hegseth nato", "", "", "hegseth macron"
)
OWNERS = [*[0] * 8, *[1] * 4, 2, 2, -1]
FIT = Fit.learnt(MARKS, OWNERS, 3)


def test_a_mark_in_every_variant_fits_fully() -> None:
    assert FIT.present(frozenset({"trump"}))[0] == 1.0
    assert FIT.present(frozenset({"hegseth"}))[1] == 1.0


def test_a_mark_in_a_quarter_of_the_variants_fits_as_fully_as_one_in_all() -> None:
    assert FIT.present(frozenset({"nato"}))[1] == 1.0


def test_a_mark_in_an_eighth_of_the_variants_fits_half() -> None:
    assert np.isclose(FIT.present(frozenset({"call"}))[0], 0.5)


def test_a_mark_that_an_entry_never_has_fits_badly_but_rules_nothing_out() -> None:
    fit = FIT.present(frozenset({"hegseth"}))
    assert 0.0 < fit[0] == fit[2] < 0.5


def test_marks_fit_together_as_the_product_of_each() -> None:
    both = FIT.present(frozenset({"trump", "call"}))
    assert np.allclose(both, FIT.present(frozenset({"trump"})) * FIT.present(frozenset({"call"})))
    assert np.isclose(both[0], 0.5)


@pytest.mark.parametrize("some", [frozenset(), frozenset({"macron and nobody else"})])
def test_no_mark_and_one_that_nobody_knows_fit_every_entry(some: frozenset[str]) -> None:
    assert FIT.present(some).tolist() == [1.0, 1.0, 1.0]
    assert FIT.complete(some).tolist() == [1.0, 1.0, 1.0]


def test_a_mark_that_only_negative_examples_have_fits_no_entry() -> None:
    assert np.all(FIT.present(frozenset({"macron"})) < 0.5)


def test_all_marks_that_an_entry_nearly_always_has_make_it_complete() -> None:
    everything = frozenset().union(*MARKS)
    assert FIT.complete(everything).tolist() == [1.0, 1.0, 1.0]


def test_a_missing_mark_counts_by_the_root_of_the_share_without_it() -> None:
    # Of entry 0, a quarter of the variants has no nato and seven eighths have no call.
    assert np.isclose(FIT.complete(frozenset({"trump"}))[0], np.sqrt(1 / 4 * 7 / 8))
    assert np.isclose(FIT.complete(frozenset({"trump", "nato"}))[0], np.sqrt(7 / 8))


def test_a_missing_mark_that_every_variant_has_counts_much_but_rules_nothing_out() -> None:
    complete = FIT.complete(frozenset({"nato"}))
    assert 0.0 < complete[1] < 0.5


def test_an_entry_without_marks_misses_none() -> None:
    assert FIT.complete(frozenset({"trump"}))[2] == 1.0


def test_negative_examples_change_no_entrys_shares() -> None:
    without = Fit.learnt([*MARKS[:-1], frozenset({"macron"})], OWNERS, 3)
    for some in (frozenset({"trump"}), frozenset({"hegseth"}), frozenset({"nato", "call"})):
        assert np.allclose(without.present(some), FIT.present(some))
        assert np.allclose(without.complete(some), FIT.complete(some))


@pytest.mark.parametrize("entries", [0, 1, 3])
def test_no_variants_at_all_fit_everything(entries: int) -> None:
    empty = Fit.learnt([], [], entries)
    assert empty.present(frozenset({"trump"})).tolist() == [1.0] * entries
    assert empty.complete(frozenset({"trump"})).tolist() == [1.0] * entries


VARIANTS = st.lists(st.tuples(st.frozensets(st.sampled_from("abcd")), st.integers(-1, 2)), min_size=1, max_size=12)


@given(VARIANTS, st.frozensets(st.sampled_from("abcdx")))
def test_fits_lie_between_0_and_1_and_never_reach_0(
    variants: list[tuple[frozenset[str], int]], asked: frozenset[str]
) -> None:
    some, owners = zip(*variants, strict=True)
    fit = Fit.learnt(some, owners, 3)
    for values in (fit.present(asked), fit.complete(asked)):
        assert values.shape == (3,)
        assert np.all(values > 0.0)
        assert np.all(values <= 1.0)


@given(VARIANTS)
def test_the_order_of_the_variants_is_of_no_account(variants: list[tuple[frozenset[str], int]]) -> None:
    some, owners = zip(*variants, strict=True)
    backwards = list(reversed(variants))
    other, theirs = zip(*backwards, strict=True)
    for asked in marks("a", "a b", "c d x"):
        assert np.allclose(Fit.learnt(some, owners, 3).present(asked), Fit.learnt(other, theirs, 3).present(asked))
        assert np.allclose(Fit.learnt(some, owners, 3).complete(asked), Fit.learnt(other, theirs, 3).complete(asked))
