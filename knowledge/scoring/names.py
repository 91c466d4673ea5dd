"""Whether a question names the people that an entry is about.

"What did Trump say about NATO?" and "What did Hegseth say about NATO?" share every word but one, and
that one decides. How well the names fit is the likelihood of a question's names among an entry's
variants, a Bernoulli model with its two kinds of surprise: a name that the entry never mentions, and
the absence of one that it nearly always does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.scoring.vectors import Floats

# A name in this share of an entry's variants belongs to it as much as one in all of them.
_BELONGS = 0.25
_LEAST = 0.05
_ABSENCE = 0.5


class NameFit:
    """How well names fit entries.

    Args:
        names: The names in each variant.
        owners: The entry number of each variant; -1 for a negative example.
        entries: How many entries there are.
    """

    def __init__(self, names: Sequence[frozenset[str]], owners: Sequence[int], entries: int) -> None:
        self._numbers = {name: number for number, name in enumerate(sorted(frozenset().union(*names)))}
        mentions = np.zeros((len(self._numbers), entries))
        variants = np.zeros(entries)
        for some, owner in zip(names, owners, strict=True):
            if owner >= 0:
                variants[owner] += 1
                mentions[[self._numbers[name] for name in some], owner] += 1
        shares = mentions / np.maximum(variants, 1)
        self._presence = np.clip(shares / _BELONGS, _LEAST / _BELONGS, 1.0)
        self._absence = np.clip(1.0 - shares, _LEAST, 1.0) ** _ABSENCE

    def mentioned(self, names: frozenset[str]) -> Floats:
        """For each entry, between 0 and 1: 1 where it mentions all of the names."""
        known = [self._numbers[name] for name in names if name in self._numbers]
        return np.asarray(self._presence[known].prod(axis=0))

    def expected(self, names: frozenset[str]) -> Floats:
        """For each entry, between 0 and 1: 1 where the names hold all that it nearly always names, or are none."""
        known = [self._numbers[name] for name in names if name in self._numbers]
        if not known:
            return np.ones(self._absence.shape[1])
        others = np.setdiff1d(np.arange(len(self._numbers)), known)
        return np.asarray(self._absence[others].prod(axis=0))
