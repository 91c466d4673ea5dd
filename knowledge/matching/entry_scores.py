"""Scores of a FAQ's entries for one question, and the features that tell if it is in scope at all."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from knowledge.matching.support import SUPPORT_FEATURES, EntrySupport
from knowledge.matching.vectors import Floats, Integers

_STRONGEST = 3
# Compatibility below this tells no more.
_LEAST_COMPATIBILITY = 1e-3
# Entries that explain nothing still have an order.
_LEAST_EXPLAINED = 0.05
SCOPE_FEATURES = 5 + SUPPORT_FEATURES
"""The number of features that `EntryScores.scope_features` returns."""


@dataclass(frozen=True, slots=True)
class EntryScores:
    """Scores of entries by one index.

    Attributes:
        numbers: The entries that the rest is about, by number, shape (entries,).
        relevance: Of each of them, from the ridge: about 1 at a variant's own wording, about 0 elsewhere.
        compatibility: Of each entry, 0 to 1, shape (entries,): 1 if it mentions whom the question names and gives what
            is asked for.
        completeness: Of each entry, 0 to 1, shape (entries,): 1 if the question names all whom the entry is about.
        nearest: The similarity of the nearest variant, 0 to 1.
        nearest_negative: The similarity of the nearest out-of-scope example, 0 to 1; 0 if there are none.
        support: The support of each entry; None where it is not known, as in an archive.
    """

    numbers: Integers
    relevance: Floats
    compatibility: Floats
    completeness: Floats
    nearest: float
    nearest_negative: float
    support: EntrySupport | None = None

    @property
    def ranking(self) -> Floats:
        """The order of the entries, shape (entries,), not below 0.

        The relevance of each as far as it is compatible, and as it explains the question's words where its variants are
        few.
        """
        ranking = np.maximum(self.relevance, 0.0) * self.compatibility * self.completeness
        if self.support is not None and self.support.ranks:
            ranking *= np.maximum(1.0 - self.support.unexplained[self.numbers], _LEAST_EXPLAINED)
        return ranking

    def scope_features(self) -> Floats:
        """Return the features that tell a question in scope from one out of it, shape (8,).

        The strongest entry; all that entries have together, since a question between two siblings is in scope although
        neither is sure of it; how much nearer the nearest variant is than the nearest out-of-scope example, and how
        near; of the first entry, its support and the logarithm of its compatibility.
        """
        positive = np.maximum(self.relevance, 0.0)
        support, compatibility = np.zeros(SUPPORT_FEATURES), 1.0
        if len(positive):
            first = int(self.ranking.argmax())
            compatibility = max(float(self.compatibility[first]), _LEAST_COMPATIBILITY)
            if self.support is not None:
                support = self.support.features(first)
        own = [
            float(positive.max(initial=0.0)),
            float(np.sort(positive)[-_STRONGEST:].sum() + positive.sum()),
            self.nearest - self.nearest_negative,
            self.nearest,
            log(compatibility),
        ]
        return np.concatenate([own, support])
