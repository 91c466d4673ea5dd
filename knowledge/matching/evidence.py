"""What a question's similarities to the variants say: for which entry, and whether for any at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knowledge.matching.vectors import Floats, Integers

_STRONGEST = 3
SIGNALS = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence that one index gives.

    Attributes:
        numbers: The entries that the rest is about, by number, shape (entries,).
        entries: For each of them: about 1 at a variant's own wording, about 0 elsewhere.
        fit: For each entry, whether it mentions whom the question names and gives what it asks for, 0 to 1,
            shape (entries,).
        complete: For each entry, whether the question names whom it is about, 0 to 1, shape (entries,).
        nearest: The similarity of the nearest variant, 0 to 1.
        nearest_negative: The similarity of the nearest negative example, 0 to 1; 0 if there are none.
    """

    numbers: Integers
    entries: Floats
    fit: Floats
    complete: Floats
    nearest: float
    nearest_negative: float

    @property
    def ranking(self) -> Floats:
        """What orders the entries, shape (entries,), not below 0: the evidence for each as far as the names fit."""
        return np.maximum(self.entries, 0.0) * self.fit * self.complete

    def signals(self) -> Floats:
        """What tells a question in scope from one out of it, shape (3,).

        The strongest entry; all that entries have together, since a question between two siblings is
        in scope although neither is sure of it; how much nearer the nearest variant is than the nearest
        negative example.
        """
        positive = np.maximum(self.entries, 0.0)
        strongest = np.sort(positive)[-_STRONGEST:] if len(positive) else np.zeros(1)
        return np.array([strongest[-1], strongest.sum() + positive.sum(), self.nearest - self.nearest_negative])
