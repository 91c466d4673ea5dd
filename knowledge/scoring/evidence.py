"""What a question's similarities to the variants say: for which entry, and whether for any at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knowledge.scoring.vectors import Floats

_STRONGEST = 3
SIGNALS = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence that one index gives.

    Attributes:
        entries: For each entry, shape (entries,): about 1 at a variant's own wording, about 0 elsewhere.
        nearest: The similarity of the nearest variant, 0 to 1.
        nearest_negative: The similarity of the nearest negative example, 0 to 1; 0 if there are none.
        known: The share of the question's weight, 0 to 1, that is in words some variant has.
    """

    entries: Floats
    nearest: float
    nearest_negative: float
    known: float

    def signals(self) -> Floats:
        """What tells a question in scope from one out of it, shape (5,).

        The strongest entry; all that entries have together, since a question between two siblings is
        in scope although neither is sure of it; how near the nearest variant is, and how much nearer than
        the nearest negative example; how much of it is in words that the FAQ has.
        """
        positive = np.maximum(self.entries, 0.0)
        strongest = np.sort(positive)[-_STRONGEST:]
        return np.array(
            [
                strongest[-1],
                strongest.sum() + positive.sum(),
                self.nearest,
                self.nearest - self.nearest_negative,
                self.known,
            ]
        )
