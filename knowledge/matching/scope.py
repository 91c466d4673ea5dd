"""Scope: the score of a question as one that the FAQ answers at all, learnt from the FAQ alone, by `trials`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from knowledge.matching.entry_scores import SCOPE_FEATURES, EntryScores
from knowledge.matching.options import DEFAULT_OPTIONS, ScopeOptions
from knowledge.matching.trials import ENOUGH_NEGATIVES
from knowledge.matching.vectors import Floats
from knowledge.parameters import Parameters

_SHRINKAGE = 1.0
# Of all trials together, in units of one: hundreds that resemble each other are not to outweigh the shrinkage.
_MOST_WEIGHT = 800
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
    def learnt(
        cls,
        within: Sequence[EntryScores],
        without: Sequence[EntryScores],
        *,
        has_negatives: bool,
        options: ScopeOptions = DEFAULT_OPTIONS.scope,
    ) -> Scope:
        """Fit the scale to the scores of trials, in and out of scope weighing the same.

        A FAQ too small for trials gets a plain curve in the strongest entry.

        Args:
            within: Scores of questions in scope.
            without: Scores of questions out of scope.
            has_negatives: Those out of scope are negative examples.
            options: Of the scope.
        """
        if min(len(within), len(without)) < ENOUGH_NEGATIVES:
            return cls(np.array([12.0] + [0.0] * (SCOPE_FEATURES - 1)), bias=-4.6, offer=-1.2, answer=0.0)
        features = np.array([scores.scope_features() for scores in (*within, *without)])
        if not has_negatives:
            # Of entries left out whole, only the strongest rival resembles what real questions out of scope meet.
            features[:, 1:] = 0.0
        features[:, 1] *= options.total
        features[:, 2] *= options.margin
        inside = np.array([True] * len(within) + [False] * len(without))
        balance = np.where(inside, 0.5 / inside.sum(), 0.5 / (~inside).sum()) * min(len(inside), _MOST_WEIGHT)
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


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -_MOST_ODDS, _MOST_ODDS))))
