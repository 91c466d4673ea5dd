"""Trials: variants that play questions, scored by a model that has not seen them.

A trial hides some variants together, and those of them that play are scored by what is left. In scope, each plays a
user whose wording nobody foresaw: itself and a share of its entry's other variants are hidden. (Hiding only itself
would give thresholds that are too strict: curators word things more tidily than users do.) Out of scope, negative
examples are hidden one by one; where they are few, an entry's variants are hidden all together, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.vectors import Integers

ENOUGH_NEGATIVES = 20
"""The negative examples from which on no entry has to be hidden whole."""
# Of trials that share what they hide there have to be more than of others, for they resemble each other.
_ENOUGH_TOGETHER, _ENOUGH_APART = 600, 400
_SEED = 12


@dataclass(frozen=True, slots=True)
class Trial:
    """Some variants that are hidden together.

    Attributes:
        hidden: Their numbers.
        played: Those of them that play questions.
    """

    hidden: Integers
    played: Integers


def in_scope_trials(owners: Integers, hidden_share: float, *, most: int) -> list[Trial]:
    """Draw trials of variants; at least one of an entry's is never hidden.

    Where there are enough of them, each is hidden or not, drawn for each by itself, and all that are hidden play: each
    has the same share of the others hidden beside it, and few are hidden in all. Where there are not, each in turn
    plays by itself, with others of its entry that are drawn for it.

    Args:
        owners: The entry number of each variant, shape (variants,); -1 for a negative example.
        hidden_share: The share of an entry's other variants that are hidden with one that plays, 0 to 1.
        most: The most variants that play.
    """
    positive = np.flatnonzero(owners >= 0)
    hidden = positive[np.random.default_rng(_SEED).random(len(positive)) < hidden_share]
    sizes = np.bincount(owners[positive]) if len(positive) else positive
    if len(hidden) >= _ENOUGH_TOGETHER:
        groups = _by_owner(hidden, owners)
        # Of an entry that is hidden whole, nothing can be asked.
        return list(_playing([some[int(len(some) == sizes[owners[some[0]]]) :] for some in groups], most))
    random = np.random.default_rng(_SEED)
    trials = []
    for variant in _sample(positive[sizes[owners[positive]] > 1], _ENOUGH_APART):
        siblings = positive[(owners[positive] == owners[variant]) & (positive != variant)]
        beside = siblings[random.random(len(siblings)) < hidden_share]
        trials.append(Trial(np.append(beside[int(len(beside) == len(siblings)) :], variant), np.array([variant])))
    return trials


def negative_trials(owners: Integers, *, most: int) -> list[Trial]:
    """Draw trials of negative examples, each by itself; the arguments are those of `in_scope_trials`."""
    return [_alone(negative) for negative in _sample(np.flatnonzero(owners < 0), most)]


def hidden_entry_trials(owners: Integers, *, most: int) -> list[Trial]:
    """Draw trials of entries hidden whole, none where there are enough negative examples; see `in_scope_trials`."""
    if (owners < 0).sum() >= ENOUGH_NEGATIVES:
        return []
    return list(_playing(_by_owner(np.flatnonzero(owners >= 0), owners), most))


def _by_owner(variants: Integers, owners: Integers) -> list[Integers]:
    """Group variants by their entries; no group is empty."""
    order = variants[np.argsort(owners[variants], kind="stable")]
    return [some for some in np.split(order, np.flatnonzero(np.diff(owners[order])) + 1) if len(some)]


def _playing(groups: Sequence[Integers], most: int) -> Iterator[Trial]:
    """Yield trials of groups of variants, of which no more play than needed, evenly spread."""
    step = _step(sum(map(len, groups)), most)
    start = 0
    for hidden in groups:
        played = hidden[start::step]
        start = (start - len(hidden)) % step
        if len(played):
            yield Trial(hidden, played)


def _alone(variant: np.intp) -> Trial:
    number = np.array([variant])
    return Trial(number, number)


def _sample(variants: Integers, most: int) -> Integers:
    return variants[:: _step(len(variants), most)]


def _step(count: int, most: int) -> int:
    return max(1, -(-count // most))
