"""Compatibility of a question and an entry: the people it names, and the kind of answer it asks for.

"What did Trump say about NATO?" and "What did Hegseth say about NATO?" share every word but one, and
that one decides; so does "Why was he arrested?" beside "When was he arrested?". The compatibility of marks of this
kind with an entry is their likelihood among its variants, a Bernoulli model with its two kinds of
surprise: a mark that the entry never has, and the absence of one that it nearly always has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.matching.vectors import Floats, Integers
from knowledge.parameters import Parameters
from knowledge.text.memo import Memo

# A mark in this share of an entry's variants belongs to it as much as one in all of them.
_TYPICAL_SHARE = 0.25
_LEAST = 0.05
# Variants are few and repeat each other: their surprises count by half.
_ABSENCE_EXPONENT = 0.5
_MOST_KEPT = 500


class Compatibility:
    """Compatibility of marks (names, or kinds of answer) with entries.

    Args:
        numbers: The number of each mark.
        shares: Of each entry's variants, those that have a mark, 0 to 1, shape (marks, entries).
        exponent: Of each likelihood, from 0: the higher, the more the marks count; at 0 they do not.
    """

    def __init__(self, numbers: Mapping[str, int], shares: Floats, *, exponent: float = 1.0) -> None:
        self._numbers = numbers
        self._shares = shares
        self._exponent = exponent
        self._presences = np.clip(shares / _TYPICAL_SHARE, _LEAST / _TYPICAL_SHARE, 1.0)
        # Few marks go together, and many questions have none.
        self._presence = Memo(self._presence_of, most=_MOST_KEPT)
        self._completeness = Memo(self._absence_of_others, most=_MOST_KEPT)
        self._absences = np.clip(1.0 - shares, _LEAST, 1.0) ** _ABSENCE_EXPONENT

    @classmethod
    def learn(
        cls, marks: Sequence[frozenset[str]], owners: Sequence[int], entries: int, *, exponent: float = 1.0
    ) -> Compatibility:
        """Learn from the marks of some variants.

        Args:
            marks: Of each variant.
            owners: The entry number of each variant; -1 for an out-of-scope example.
            entries: The number of entries.
            exponent: As of the class.
        """
        numbers = {mark: number for number, mark in enumerate(sorted(frozenset().union(*marks)))}
        having = np.zeros((len(numbers), entries))
        positive = [owner for owner in owners if owner >= 0]
        variants = np.bincount(np.array(positive, dtype=np.intp), minlength=entries)
        for some, owner in zip(marks, owners, strict=True):
            if owner >= 0:
                for mark in some:
                    having[numbers[mark], owner] += 1
        return cls(numbers, having / np.maximum(variants, 1), exponent=exponent)

    def parameters(self) -> Parameters:
        """Return parameters, the exponent apart, from which `restore` makes the same."""
        return Parameters({"shares": self._shares}, {"marks": list(self._numbers)})

    @classmethod
    def restore(cls, parameters: Parameters, entries: int, *, exponent: float = 1.0) -> Compatibility:
        """Restore a compatibility from its parameters.

        Raises:
            ValueError: They are not those of a compatibility with so many entries.
        """
        numbers = parameters.numbered("marks")
        shares = parameters.floats("shares", (len(numbers), entries), least=0.0, most=1.0)
        return cls(numbers, shares, exponent=exponent)

    def presence(self, marks: frozenset[str]) -> Floats:
        """Return, for each entry, between 0 and 1: 1 where it has all of the marks."""
        return self._presence[marks]

    def having(self, mark: str) -> Integers:
        """Return the numbers of the entries of which at least one variant has a mark."""
        number = self._numbers.get(mark)
        return np.flatnonzero(self._shares[number]) if number is not None else np.zeros(0, dtype=np.intp)

    def completeness(self, marks: frozenset[str]) -> Floats:
        """Return, for each entry, between 0 and 1: 1 where it nearly always has no other marks, or none are given."""
        return self._completeness[marks]

    def _presence_of(self, marks: frozenset[str]) -> Floats:
        return self._kept(self._presences[self._known(marks)].prod(axis=0))

    def _absence_of_others(self, marks: frozenset[str]) -> Floats:
        known = self._known(marks)
        return self._kept(np.delete(self._absences, known or slice(None), axis=0).prod(axis=0))

    def _known(self, marks: frozenset[str]) -> list[int]:
        return [self._numbers[mark] for mark in marks if mark in self._numbers]

    def _kept(self, likelihoods: Floats) -> Floats:
        """The likelihoods as they count, which nobody can change."""
        values = np.asarray(likelihoods**self._exponent)
        values.flags.writeable = False
        return values
