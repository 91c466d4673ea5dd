"""Trials hide as much as they should, and let as many play as are asked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching import trials
from knowledge.matching.trials import Trial
from knowledge.matching.vectors import Integers

OWNERS = st.lists(st.integers(-1, 4), max_size=60).map(lambda owners: np.asarray(owners, dtype=np.intp))
SHARES = st.sampled_from([0.0, 0.1, 0.3, 0.9, 1.0])
MOST = st.integers(1, 40)


def played(every: list[Trial]) -> list[int]:
    return [int(number) for trial in every for number in trial.played]


@given(OWNERS, SHARES, MOST)
def test_variants_of_one_entry_are_hidden_together_and_some_of_them_play(
    owners: Integers, share: float, most: int
) -> None:
    for trial in trials.in_scope_trials(owners, share, most=most):
        assert len(set(owners[trial.hidden].tolist())) == 1
        assert owners[trial.hidden[0]] >= 0
        assert len(trial.played)
        assert set(trial.played.tolist()) <= set(trial.hidden.tolist())


@given(OWNERS, SHARES)
def test_of_few_variants_each_plays_that_leaves_its_entry_another(owners: Integers, share: float) -> None:
    every = trials.in_scope_trials(owners, share, most=400)
    assert played(every) == [
        number for number, owner in enumerate(owners) if owner >= 0 and (owners == owner).sum() > 1
    ]
    assert all(len(trial.hidden) < (owners == owners[trial.hidden[0]]).sum() for trial in every)


@pytest.mark.parametrize(("most", "least"), [(400, 300), (1000, 600)])
def test_of_many_variants_those_play_that_are_hidden_but_no_more_than_are_asked_for(most: int, least: int) -> None:
    every = trials.in_scope_trials(np.repeat(np.arange(20), 120), 0.3, most=most)
    assert len(every) == 20
    assert least * 0.9 < len(played(every)) <= min(most, 800)


@given(OWNERS, SHARES, MOST)
def test_the_same_variants_are_drawn_again(owners: Integers, share: float, most: int) -> None:
    once, again = (trials.in_scope_trials(owners, share, most=most) for _ in range(2))
    assert [trial.hidden.tolist() for trial in once] == [trial.hidden.tolist() for trial in again]
    assert played(once) == played(again)


@pytest.mark.parametrize("variants", [40, 400])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_a_share_of_the_others_is_hidden_with_each_that_plays(variants: int, share: float) -> None:
    every = trials.in_scope_trials(np.repeat(np.arange(20), variants), share, most=8000)
    shares = [(len(trial.hidden) - 1) / (variants - 1) for trial in every for _ in trial.played]
    assert np.mean(shares) == pytest.approx(share, abs=0.03)


def test_without_a_share_each_is_hidden_by_itself() -> None:
    every = trials.in_scope_trials(np.asarray([0, 0, 1, -1]), 0.0, most=10)
    assert [trial.hidden.tolist() for trial in every] == [[0], [1]]


def test_negative_examples_play_one_by_one() -> None:
    every = trials.negative_trials(np.asarray([0, -1, 0, -1, -1]), most=400)
    assert [trial.hidden.tolist() for trial in every] == [[1], [3], [4]]


def test_entries_are_hidden_whole_where_negative_examples_are_few() -> None:
    every = trials.hidden_entry_trials(np.asarray([0, 1, 0, -1, 1, 0]), most=400)
    assert [trial.hidden.tolist() for trial in every] == [[0, 2, 5], [1, 4]]
    assert played(every) == [0, 2, 5, 1, 4]
    assert played(trials.hidden_entry_trials(np.asarray([0, 1, 0, -1, 1, 0]), most=2)) == [0, 1]
    assert not trials.hidden_entry_trials(np.asarray([0, 1, *[-1] * trials.ENOUGH_NEGATIVES]), most=400)
