"""Whether a question is in scope at all, learnt from the FAQ alone.

Every variant plays a user whose wording nobody foresaw: itself and a share of its entry's other
variants are hidden. (Hiding only itself would give thresholds that are too strict: curators word
things more tidily than users do.) Questions out of scope are the negative examples, each hidden in
turn; a FAQ without enough of them plays every variant with its whole entry hidden instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from knowledge.scoring.evidence import SIGNALS, Evidence
from knowledge.scoring.index import Index
from knowledge.scoring.vectors import Floats, Integers

_HIDDEN_SHARE = 0.6
_ENOUGH_NEGATIVES = 20
_MOST_TRIALS = 3000
_SEED = 12
_SHRINKAGE = 1.0


@dataclass(frozen=True, slots=True)
class Scope:
    """The probability that a question is in scope: logistic in its signals (Platt 1999).

    Attributes:
        weights: One for each signal.
        bias: The log-odds where every signal is 0.
    """

    weights: Floats
    bias: float

    def probability(self, evidence: Evidence) -> float:
        """Between 0 and 1."""
        return float(_logistic(evidence.signals() @ self.weights + self.bias))

    @classmethod
    def learnt(cls, index: Index) -> Scope:
        """Fitted to what an index makes of simulated questions, in and out of scope weighing the same.

        A FAQ too small to be simulated gets a plain curve around a strongest entry of 0.4.
        """
        within = [evidence.signals() for evidence in _in_scope(index)]
        without = [evidence.signals() for evidence in _out_of_scope(index)]
        if min(len(within), len(without)) < _ENOUGH_NEGATIVES:
            return cls(np.array([12.0, 0.0, 0.0, 0.0, 0.0]), -4.8)
        signals = np.array([*within, *without])
        inside = np.array([True] * len(within) + [False] * len(without))
        balance = np.where(inside, 0.5 / inside.sum(), 0.5 / (~inside).sum()) * len(inside)
        design = np.column_stack([signals, np.ones(len(signals))])
        shrinkage = _SHRINKAGE * np.diag([1.0] * SIGNALS + [0.0])
        solution = np.zeros(SIGNALS + 1)
        for _ in range(50):
            predicted = _logistic(design @ solution)
            gradient = design.T @ (balance * (predicted - inside)) + shrinkage @ solution
            curvature = (design * (balance * predicted * (1 - predicted))[:, None]).T @ design + shrinkage
            step = np.linalg.solve(curvature + 1e-9 * np.eye(SIGNALS + 1), gradient)
            solution -= step
            if np.abs(step).max() < 1e-8:
                break
        return cls(solution[:-1], float(solution[-1]))


def _in_scope(index: Index) -> Iterator[Evidence]:
    random = np.random.default_rng(_SEED)
    for variant in _sample(np.flatnonzero(index.owners >= 0)):
        siblings = np.flatnonzero(index.owners == index.owners[variant])
        siblings = siblings[siblings != variant]
        hidden = siblings[random.random(len(siblings)) < _HIDDEN_SHARE]
        yield index.evidence_without(variant, hidden)


def _out_of_scope(index: Index) -> Iterator[Evidence]:
    negatives = np.flatnonzero(index.owners < 0)
    if len(negatives) >= _ENOUGH_NEGATIVES:
        for negative in _sample(negatives):
            yield index.evidence_without(negative, negatives[:0])
        return
    for variant in _sample(np.flatnonzero(index.owners >= 0)):
        siblings = np.flatnonzero(index.owners == index.owners[variant])
        yield index.evidence_without(variant, siblings[siblings != variant])


def _sample(positions: Integers) -> Integers:
    return positions[:: max(1, -(-len(positions) // _MOST_TRIALS))]


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -50.0, 50.0))))
