"""Scope: the score of a question as one that the FAQ answers, learnt from the FAQ alone, by `trials`.

Logistic regression, whose coefficients are shrunk to those of a few other FAQs: few trials, or few out-of-scope
examples among them, move them little.
"""

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

# In the order of the scope features, then the log-odds where all are 0. Rounded from a fit on labelled questions to two
# articles and cuts of one of them; not yet checked on questions that the fit has not seen.
_PRIOR = np.array([0.8, 2.0, 1.6, 0.1, 1.4, -2.8, -0.6, -2.0, 0.2])
# The same where variants alone can explain a word, which tells less; from three data sets, adjusted by hand.
_PRIOR_BY_VARIANTS = np.array([5.0, 1.5, 1.0, 1.0, 0.5, -0.7, 0.1, -1.0, -4.0])
# In trials, half of them in scope.
_SHRINKAGE, _BIAS_SHRINKAGE = 1.0, 10.0
# More of it as far as entries that were left out whole play what is out of scope: real questions resemble them little.
_LEFT_OUT_SHRINKAGE = 40.0
_LEFT_OUT_WEIGHT = 30.0
# Of all trials together, in units of one: hundreds that resemble each other are not to outweigh the shrinkage.
_MOST_WEIGHT = 800
# Of foreign questions together: in units of one, and as a share of the out-of-scope examples.
_FOREIGN_WEIGHT, _FOREIGN_SHARE = 10.0, 0.33
# As log-odds: how much a question loses that is nearer to an out-of-scope example than to any variant. What was taught
# to be out of scope is so in other words, too.
_NEARER_NEGATIVE = 4.0
# As log-odds; what is beyond cannot be told from certainty.
_MOST_ODDS = 50.0
# Shrinkage keeps what is learnt far below this.
_STEEPEST = 10_000.0
_LONGEST_STEP = 1.0
# Where variants and out-of-scope examples are many, what they tell by themselves counts most: by half where an entry
# has so many variants, and by half of that where there are so many examples.
_MANY_VARIANTS, _MANY_NEGATIVES = 20.0, 50.0
# The scope features that trials tell best. Of compatibility they tell nothing, for what plays is compatible.
_OWN_FEATURES, _COMPATIBILITY, _COMPATIBILITY_WEIGHT = 3, 4, 1.0
# As log-odds: what is in scope among trials is answered from a lesser probability on than among questions, since
# out-of-scope examples stand nearer to the variants than most of what people ask.
_OWN_BIAS, _OWN_BIAS_SHRINKAGE = 0.8, 4.0


@dataclass(frozen=True, slots=True)
class OutOfScopeScores:
    """Scores of questions out of scope.

    Attributes:
        negatives: Of the FAQ's out-of-scope examples, each as if it had not been seen.
        left_out: Of variants whose entry is hidden whole. They count the less the more out-of-scope examples there are.
        foreign: Of questions that no FAQ of this kind answers.
    """

    negatives: Sequence[EntryScores]
    left_out: Sequence[EntryScores] = ()
    foreign: Sequence[EntryScores] = ()

    @property
    def left_out_share(self) -> float:
        """The share of the weights, 0 to 1, of variants whose entry is hidden whole."""
        scores, weights = self.weighted()
        start = len(self.negatives)
        return float(weights[start : start + len(self.left_out)].sum()) if scores else 0.0

    def weighted(self) -> tuple[list[EntryScores], Floats]:
        """Return all scores with their weights, which add up to 1 if there are any."""
        count = len(self.negatives)
        parts = [
            (self.negatives, float(count)),
            (self.left_out, _LEFT_OUT_WEIGHT * max(1.0 - count / ENOUGH_NEGATIVES, 0.0)),
            (self.foreign, _FOREIGN_WEIGHT + _FOREIGN_SHARE * count),
        ]
        weights = np.concatenate([np.full(len(part), weight / max(len(part), 1)) for part, weight in parts])
        return [scores for part, _ in parts for scores in part], weights / max(float(weights.sum()), 1e-9)


@dataclass(frozen=True, slots=True)
class Scope:
    """A scale of being in scope, the same for every FAQ: logistic in the scope features.

    Attributes:
        weights: One for each scope feature, shape (8,).
        bias: The log-odds where every feature is 0.
    """

    weights: Floats
    bias: float

    def score(self, entry_scores: EntryScores) -> float:
        """Score a question, 0 to 100: how likely it is, in per cent, that its best entry answers it."""
        odds = float(entry_scores.scope_features() @ self.weights) + self.bias
        nearer = max(entry_scores.nearest_negative - entry_scores.nearest, 0.0)
        return 100.0 * _probability(odds - _NEARER_NEGATIVE * nearer)

    @classmethod
    def learn(
        cls,
        within: Sequence[EntryScores],
        outside: OutOfScopeScores,
        *,
        has_texts: bool = False,
        wordings: float = 0.0,
        options: ScopeOptions = DEFAULT_OPTIONS.scope,
    ) -> Scope:
        """Fit the scale to the scores of trials, in and out of scope weighing the same.

        It is a mean of two fits: one shrunk to what holds for other FAQs, and one of what this FAQ tells by itself.

        Args:
            within: Scores of questions in scope.
            outside: Scores of questions out of scope.
            has_texts: Entries have other texts than their variants, too, which explain words.
            wordings: Variants of an entry in one language, on average.
            options: Of the scope.
        """
        without, weights = outside.weighted()
        prior = _PRIOR if has_texts else _PRIOR_BY_VARIANTS
        solution = prior
        if within and without:
            features = np.array([scores.scope_features() for scores in (*within, *without)])
            features[:, 1] *= options.total
            features[:, 2] *= options.margin
            inside = np.array([True] * len(within) + [False] * len(without))
            balance = np.append(np.full(len(within), 1.0 / len(within)), weights)
            balance *= 0.5 * min(len(within), _MOST_WEIGHT)
            shrinkage = _SHRINKAGE + _LEFT_OUT_SHRINKAGE * outside.left_out_share
            design = np.column_stack([features, np.ones(len(features))])
            solution = _fitted(design, inside, balance, prior, shrinkage=shrinkage, bias_shrinkage=_BIAS_SHRINKAGE)
        solution = solution + np.append(np.zeros(SCOPE_FEATURES), _odds(options.in_scope_share))
        own = _own(within, outside.negatives, options)
        if own is not None:
            count = len(outside.negatives)
            share = wordings / (wordings + _MANY_VARIANTS) * count / (count + _MANY_NEGATIVES)
            solution = share * own + (1.0 - share) * solution
        return cls(solution[:-1], float(solution[-1]))

    def parameters(self) -> Parameters:
        """Return parameters from which `restore` makes the same scope."""
        return Parameters({"weights": self.weights, "bias": np.array([self.bias])}, {})

    @classmethod
    def restore(cls, parameters: Parameters) -> Scope:
        """Restore a scope from its parameters.

        Raises:
            ValueError: They are not those of a scope.
        """
        weights = parameters.floats("weights", (SCOPE_FEATURES,), least=-_STEEPEST, most=_STEEPEST)
        [bias] = parameters.floats("bias", (1,), least=-_STEEPEST, most=_STEEPEST).tolist()
        return cls(weights, bias)


def _fitted(
    design: Floats, inside: Floats, balance: Floats, prior: Floats, *, shrinkage: float, bias_shrinkage: float
) -> Floats:
    """Fit the coefficients of a logistic regression, shrunk towards given ones, by Newton's method."""
    penalty = np.diag([shrinkage] * (len(prior) - 1) + [bias_shrinkage])
    solution = prior.copy()
    for _ in range(100):
        predicted = _logistic(design @ solution)
        gradient = design.T @ (balance * (predicted - inside)) + penalty @ (solution - prior)
        curvature = (design * (balance * predicted * (1 - predicted))[:, None]).T @ design + penalty
        step = np.linalg.solve(curvature, gradient)
        # Far from the solution a whole step may lead away from it.
        step *= min(1.0, _LONGEST_STEP / max(float(np.abs(step).max()), 1e-9))
        solution -= step
        if np.abs(step).max() < 1e-8:
            break
    return solution


def _own(within: Sequence[EntryScores], negatives: Sequence[EntryScores], options: ScopeOptions) -> Floats | None:
    """Fit the coefficients to the FAQ's own variants and out-of-scope examples alone; None without such."""
    if not within or not negatives:
        return None
    design = np.ones((len(within) + len(negatives), _OWN_FEATURES + 1))
    design[:, :-1] = [scores.scope_features()[:_OWN_FEATURES] for scores in (*within, *negatives)]
    design[:, 1] *= options.total
    design[:, 2] *= options.margin
    inside = np.array([True] * len(within) + [False] * len(negatives))
    balance = np.where(inside, 0.5 / len(within), 0.5 / len(negatives)) * min(len(within), _MOST_WEIGHT)
    nothing = np.zeros(_OWN_FEATURES + 1)
    told = _fitted(design, inside, balance, nothing, shrinkage=_SHRINKAGE, bias_shrinkage=_OWN_BIAS_SHRINKAGE)
    solution = np.zeros(SCOPE_FEATURES + 1)
    solution[:_OWN_FEATURES] = told[:-1]
    solution[_COMPATIBILITY] = _COMPATIBILITY_WEIGHT
    solution[-1] = told[-1] + _OWN_BIAS
    return solution


def _odds(probability: float) -> float:
    return log(probability / (1.0 - probability))


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + exp(-min(max(odds, -_MOST_ODDS), _MOST_ODDS)))


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -_MOST_ODDS, _MOST_ODDS))))
