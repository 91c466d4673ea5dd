"""The port to models that turn texts into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
LONGEST = 512
"""Characters of a text that are embedded: a question is shorter, and the rest would take seconds."""


class EmbeddingFailed(Exception):
    """No vectors were made; the message is a sentence that says what to do, and holds no text that was to be embedded.

    Attributes:
        is_lasting: True if another try will fail as well, since a setting or an extra is wrong.
        is_of_texts: True if it may be due to what was to be embedded, so that other texts may fare better at once.
    """

    def __init__(self, problem: str, *, is_lasting: bool = False, is_of_texts: bool = False) -> None:
        super().__init__(problem)
        self.is_lasting = is_lasting
        self.is_of_texts = is_of_texts


class Embedder(Protocol):
    """A model that turns texts into vectors; it may be asked from several threads at once."""

    @property
    def name(self) -> str:
        """The model's name with its version: vectors of another name are not comparable with its own."""

    def vectors(self, texts: Sequence[str], *, seconds: float | None = None) -> Vectors:
        """Return a unit vector for each text, shape (texts, dimensions).

        Args:
            texts: Any texts, none included; characters after the first 512 are not read.
            seconds: The time to wait; as long as it takes, or a server's own patience, if None.

        Raises:
            EmbeddingFailed: There are no vectors to be had.
        """


def embeddable(text: str) -> str:
    """Return the first 512 characters of a text, a question mark in the place of each half of a surrogate pair.

    No encoding has such halves.
    """
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")
