"""Whether a question is in scope at all, learnt from the FAQ alone.

Every variant plays a user whose wording nobody foresaw: itself and a share of its entry's other
variants are hidden. (Hiding only itself would give thresholds that are too strict: curators word
things more tidily than users do.) Questions out of scope are the negative examples, each hidden in
turn; a FAQ without enough of them plays every variant with its whole entry hidden instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log
from typing import Protocol

import numpy as np

from knowledge.matching.evidence import SIGNALS, Evidence
from knowledge.matching.vectors import Floats, Integers
from knowledge.parameters import Parameters

_HIDDEN_SHARE = 0.3
_ENOUGH_NEGATIVES = 20
_MOST_TRIALS = 400
_SEED = 12
_SHRINKAGE = 1.0
# As log-odds; what is beyond cannot be told from certainty.
_MOST_ODDS = 50.0
# Shrinkage keeps what is learnt far below this.
_STEEPEST = 10_000.0
OFFER_SCORE, ANSWER_SCORE = 40.0, 60.0
# The probabilities, among simulated questions, from which to offer and to answer. Negative examples stand much
# nearer to the variants than most of what people ask that a FAQ does not answer, so less is asked of a question there.
_WITH_NEGATIVES = (0.26, 0.40)
_WITHOUT_NEGATIVES = (0.41, 0.60)


class Owned(Protocol):
    """Variants with their owners."""

    @property
    def owners(self) -> Integers:
        """The entry number of each variant, -1 for a negative example, shape (variants,)."""
        ...


class Learner(Protocol):
    """What has learnt from variants and can tell what it would have made of one of them unseen."""

    @property
    def index(self) -> Owned:
        """What was learnt."""
        ...

    def evidence_without(self, variant: int, hidden: Integers) -> Evidence:
        """What one of the texts would have said if neither it nor some others had been seen."""
        ...


@dataclass(frozen=True, slots=True)
class Scope:
    """How sure it is that a question is in scope: logistic in its signals, on a scale that every FAQ shares.

    Attributes:
        weights: One for each signal.
        bias: The log-odds where every signal is 0.
        offer: The least log-odds of a question worth offering something to.
        answer: The least log-odds of one worth answering.
    """

    weights: Floats
    bias: float
    offer: float
    answer: float

    def score(self, evidence: Evidence) -> float:
        """0 to 100: from OFFER_SCORE on worth offering, from ANSWER_SCORE on worth answering."""
        odds = float(evidence.signals() @ self.weights) + self.bias
        if odds < self.offer:
            return 2 * OFFER_SCORE * _probability(odds - self.offer)
        if odds < self.answer:
            return OFFER_SCORE + (ANSWER_SCORE - OFFER_SCORE) * (odds - self.offer) / (self.answer - self.offer)
        return ANSWER_SCORE + (100.0 - ANSWER_SCORE) * (2.0 * _probability(odds - self.answer) - 1.0)

    @classmethod
    def learnt(cls, training: Learner) -> Scope:
        """Fitted to what the training makes of simulated questions, in and out of scope weighing the same.

        A FAQ too small to be simulated gets a plain curve in the strongest entry.
        """
        within = [evidence.signals() for evidence in _in_scope(training)]
        without = [evidence.signals() for evidence in _out_of_scope(training)]
        if min(len(within), len(without)) < _ENOUGH_NEGATIVES:
            return cls(np.array([12.0] + [0.0] * (SIGNALS - 1)), bias=-4.6, offer=-1.2, answer=0.0)
        has_negatives = (training.index.owners < 0).sum() >= _ENOUGH_NEGATIVES
        signals = np.array([*within, *without])
        if not has_negatives:
            # Of entries left out whole, only the strongest rival resembles what real questions out of scope meet.
            signals[:, 1:] = 0.0
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
        offer, answer = _WITH_NEGATIVES if has_negatives else _WITHOUT_NEGATIVES
        return cls(solution[:-1], float(solution[-1]), offer=_odds(offer), answer=_odds(answer))

    def parameters(self) -> Parameters:
        """Parameters from which `restored` makes the same scope."""
        odds = np.array([self.bias, self.offer, self.answer])
        return Parameters({"weights": self.weights, "odds": odds}, {})

    @classmethod
    def restored(cls, parameters: Parameters) -> Scope:
        """A scope from its parameters.

        Raises:
            ValueError: They are not those of a scope.
        """
        weights = parameters.floats("weights", (SIGNALS,), least=-_STEEPEST, most=_STEEPEST)
        bias, offer, answer = parameters.floats("odds", (3,), least=-_STEEPEST, most=_STEEPEST).tolist()
        if offer >= answer:
            raise ValueError("It takes no more to answer than to offer.")
        return cls(weights, bias, offer=offer, answer=answer)


def _odds(probability: float) -> float:
    return log(probability / (1.0 - probability))


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + exp(-min(max(odds, -_MOST_ODDS), _MOST_ODDS)))


def _in_scope(training: Learner) -> Iterator[Evidence]:
    owners = training.index.owners
    random = np.random.default_rng(_SEED)
    for variant in _sample(np.flatnonzero(owners >= 0)):
        siblings = np.flatnonzero(owners == owners[variant])
        siblings = siblings[siblings != variant]
        hidden = siblings[random.random(len(siblings)) < _HIDDEN_SHARE]
        yield training.evidence_without(variant, hidden)


def _out_of_scope(training: Learner) -> Iterator[Evidence]:
    owners = training.index.owners
    negatives = np.flatnonzero(owners < 0)
    if len(negatives) >= _ENOUGH_NEGATIVES:
        for negative in _sample(negatives):
            yield training.evidence_without(negative, negatives[:0])
        return
    for variant in _sample(np.flatnonzero(owners >= 0)):
        siblings = np.flatnonzero(owners == owners[variant])
        yield training.evidence_without(variant, siblings[siblings != variant])


def _sample(positions: Integers) -> Integers:
    return positions[:: max(1, -(-len(positions) // _MOST_TRIALS))]


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -_MOST_ODDS, _MOST_ODDS))))
