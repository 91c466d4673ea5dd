"""Scope: the score of a question as one that the FAQ answers at all, learnt from the FAQ alone.

Every variant plays a user whose wording nobody foresaw: itself and a share of its entry's other
variants are hidden. (Hiding only itself would give thresholds that are too strict: curators word
things more tidily than users do.) Questions out of scope are the negative examples, each hidden in
turn; a FAQ without enough of them plays every variant with its whole entry hidden instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

import numpy as np

from knowledge.matching.archive import ArchiveTraining
from knowledge.matching.entry_scores import SCOPE_FEATURES, EntryScores
from knowledge.matching.options import DEFAULT_OPTIONS, ScopeOptions
from knowledge.matching.training import Training
from knowledge.matching.vectors import Floats, Integers
from knowledge.parameters import Parameters

_ENOUGH_NEGATIVES = 20
_MOST_TRIALS = 400
_SEED = 12
_SHRINKAGE = 1.0
# As log-odds; what is beyond cannot be told from certainty.
_MOST_ODDS = 50.0
# Shrinkage keeps what is learnt far below this.
_STEEPEST = 10_000.0
OFFER_SCORE, ANSWER_SCORE = 40.0, 60.0
"""The scores, 0 to 100, of a question that is just worth offering something to, and just worth answering."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A scale of being in scope, the same for every FAQ: logistic in the scope features.

    Attributes:
        weights: One for each scope feature, shape (3,).
        bias: The log-odds where every feature is 0.
        offer: The least log-odds of a question worth offering something to.
        answer: The least log-odds of one worth answering.
    """

    weights: Floats
    bias: float
    offer: float
    answer: float

    def score(self, entry_scores: EntryScores) -> float:
        """Score a question, 0 to 100: from OFFER_SCORE on worth offering, from ANSWER_SCORE on worth answering."""
        odds = float(entry_scores.scope_features() @ self.weights) + self.bias
        if odds < self.offer:
            return 2 * OFFER_SCORE * _probability(odds - self.offer)
        if odds < self.answer:
            return OFFER_SCORE + (ANSWER_SCORE - OFFER_SCORE) * (odds - self.offer) / (self.answer - self.offer)
        return ANSWER_SCORE + (100.0 - ANSWER_SCORE) * (2.0 * _probability(odds - self.answer) - 1.0)

    @classmethod
    def learnt(cls, training: Training | ArchiveTraining, options: ScopeOptions = DEFAULT_OPTIONS.scope) -> Scope:
        """Fit the scale to the scores of simulated questions, in and out of scope weighing the same.

        A FAQ too small to be simulated gets a plain curve in the strongest entry.
        """
        within = [scores.scope_features() for scores in _in_scope(training, options.hidden_share)]
        without = [scores.scope_features() for scores in _out_of_scope(training)]
        if min(len(within), len(without)) < _ENOUGH_NEGATIVES:
            return cls(np.array([12.0] + [0.0] * (SCOPE_FEATURES - 1)), bias=-4.6, offer=-1.2, answer=0.0)
        has_negatives = (training.index.owners < 0).sum() >= _ENOUGH_NEGATIVES
        features = np.array([*within, *without])
        if not has_negatives:
            # Of entries left out whole, only the strongest rival resembles what real questions out of scope meet.
            features[:, 1:] = 0.0
        features[:, 1] *= options.total
        features[:, 2] *= options.margin
        inside = np.array([True] * len(within) + [False] * len(without))
        balance = np.where(inside, 0.5 / inside.sum(), 0.5 / (~inside).sum()) * len(inside)
        design = np.column_stack([features, np.ones(len(features))])
        shrinkage = _SHRINKAGE * np.diag([1.0] * SCOPE_FEATURES + [0.0])
        solution = np.zeros(SCOPE_FEATURES + 1)
        for _ in range(50):
            predicted = _logistic(design @ solution)
            gradient = design.T @ (balance * (predicted - inside)) + shrinkage @ solution
            curvature = (design * (balance * predicted * (1 - predicted))[:, None]).T @ design + shrinkage
            step = np.linalg.solve(curvature + 1e-9 * np.eye(SCOPE_FEATURES + 1), gradient)
            solution -= step
            if np.abs(step).max() < 1e-8:
                break
        offer, answer = (
            options.probabilities_with_negatives if has_negatives else options.probabilities_without_negatives
        )
        return cls(solution[:-1], float(solution[-1]), offer=_odds(offer), answer=_odds(answer))

    def parameters(self) -> Parameters:
        """Return parameters from which `restored` makes the same scope."""
        odds = np.array([self.bias, self.offer, self.answer])
        return Parameters({"weights": self.weights, "odds": odds}, {})

    @classmethod
    def restored(cls, parameters: Parameters) -> Scope:
        """Restore a scope from its parameters.

        Raises:
            ValueError: They are not those of a scope.
        """
        weights = parameters.floats("weights", (SCOPE_FEATURES,), least=-_STEEPEST, most=_STEEPEST)
        bias, offer, answer = parameters.floats("odds", (3,), least=-_STEEPEST, most=_STEEPEST).tolist()
        if offer >= answer:
            raise ValueError("It takes no more to answer than to offer.")
        return cls(weights, bias, offer=offer, answer=answer)


def _odds(probability: float) -> float:
    return log(probability / (1.0 - probability))


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + exp(-min(max(odds, -_MOST_ODDS), _MOST_ODDS)))


def _in_scope(training: Training | ArchiveTraining, hidden_share: float) -> Iterator[EntryScores]:
    owners = training.index.owners
    random = np.random.default_rng(_SEED)
    for variant in _sample(np.flatnonzero(owners >= 0)):
        siblings = np.flatnonzero(owners == owners[variant])
        siblings = siblings[siblings != variant]
        hidden = siblings[random.random(len(siblings)) < hidden_share]
        yield training.scores_without(variant, hidden)


def _out_of_scope(training: Training | ArchiveTraining) -> Iterator[EntryScores]:
    owners = training.index.owners
    negatives = np.flatnonzero(owners < 0)
    if len(negatives) >= _ENOUGH_NEGATIVES:
        for negative in _sample(negatives):
            yield training.scores_without(negative, negatives[:0])
        return
    for variant in _sample(np.flatnonzero(owners >= 0)):
        siblings = np.flatnonzero(owners == owners[variant])
        yield training.scores_without(variant, siblings[siblings != variant])


def _sample(positions: Integers) -> Integers:
    return positions[:: max(1, -(-len(positions) // _MOST_TRIALS))]


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -_MOST_ODDS, _MOST_ODDS))))
