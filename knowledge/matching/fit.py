"""Whether a question names the people that an entry is about, and asks for what the entry gives.

"What did Trump say about NATO?" and "What did Hegseth say about NATO?" share every word but one, and
that one decides; so does "Why was he arrested?" beside "When was he arrested?". How well marks of this
kind fit is their likelihood among an entry's variants, a Bernoulli model with its two kinds of
surprise: a mark that the entry never has, and the absence of one that it nearly always has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.matching.vectors import Floats
from knowledge.parameters import Parameters
from knowledge.text.memo import Memo

# A mark in this share of an entry's variants belongs to it as much as one in all of them.
_BELONGS = 0.25
_LEAST = 0.05
# Variants are few and repeat each other: their surprises count by half.
_TEMPER = 0.5
_MOST_KEPT = 500


class Fit:
    """How well marks fit entries.

    Args:
        numbers: The number of each mark.
        shares: Of each entry's variants, those that have a mark, 0 to 1, shape (marks, entries).
    """

    def __init__(self, numbers: Mapping[str, int], shares: Floats) -> None:
        self._numbers = numbers
        self._shares = shares
        self._presence = np.clip(shares / _BELONGS, _LEAST / _BELONGS, 1.0)
        # Few marks go together, and many questions have none.
        self._present = Memo(self._presence_of, most=_MOST_KEPT)
        self._complete = Memo(self._absence_of_others, most=_MOST_KEPT)
        self._absence = np.clip(1.0 - shares, _LEAST, 1.0) ** _TEMPER

    @classmethod
    def learnt(cls, marks: Sequence[frozenset[str]], owners: Sequence[int], entries: int) -> Fit:
        """The fit of the marks of some variants.

        Args:
            marks: Of each variant.
            owners: The entry number of each variant; -1 for a negative example.
            entries: How many entries there are.
        """
        numbers = {mark: number for number, mark in enumerate(sorted(frozenset().union(*marks)))}
        having = np.zeros((len(numbers), entries))
        variants = np.zeros(entries)
        for some, owner in zip(marks, owners, strict=True):
            if owner >= 0:
                variants[owner] += 1
                having[[numbers[mark] for mark in some], owner] += 1
        return cls(numbers, having / np.maximum(variants, 1))

    def parameters(self) -> Parameters:
        """Parameters from which `restored` makes the same fit."""
        return Parameters({"shares": self._shares}, {"marks": list(self._numbers)})

    @classmethod
    def restored(cls, parameters: Parameters, entries: int) -> Fit:
        """A fit from its parameters.

        Raises:
            ValueError: They are not those of a fit to so many entries.
        """
        numbers = parameters.numbered("marks")
        return cls(numbers, parameters.floats("shares", (len(numbers), entries), least=0.0, most=1.0))

    def present(self, marks: frozenset[str]) -> Floats:
        """For each entry, between 0 and 1: 1 where it has all of the marks."""
        return self._present[marks]

    def complete(self, marks: frozenset[str]) -> Floats:
        """For each entry, between 0 and 1: 1 where the marks hold all that it nearly always has, or are none."""
        return self._complete[marks]

    def _presence_of(self, marks: frozenset[str]) -> Floats:
        return _kept(self._presence[self._known(marks)].prod(axis=0))

    def _absence_of_others(self, marks: frozenset[str]) -> Floats:
        known = self._known(marks)
        return _kept(np.delete(self._absence, known or slice(None), axis=0).prod(axis=0))

    def _known(self, marks: frozenset[str]) -> list[int]:
        return [self._numbers[mark] for mark in marks if mark in self._numbers]


def _kept(values: Floats) -> Floats:
    """The values, which nobody can change."""
    values.flags.writeable = False
    return values
