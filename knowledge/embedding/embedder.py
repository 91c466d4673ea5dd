"""The port to models that turn texts into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class EmbeddingFailed(Exception):
    """No vectors were made; the message is a sentence that says what to do, and holds no text that was to be embedded.

    Attributes:
        is_lasting: True if another try will fail as well, since a setting or an extra is wrong.
    """

    def __init__(self, problem: str, *, is_lasting: bool = False) -> None:
        super().__init__(problem)
        self.is_lasting = is_lasting


class Embedder(Protocol):
    """A model that turns texts into vectors; it may be asked from several threads at once."""

    @property
    def name(self) -> str:
        """The model's name with its version: vectors of another name are not comparable with its own."""

    def vectors(self, texts: Sequence[str], *, seconds: float | None = None) -> Vectors:
        """Return a unit vector for each text, shape (texts, dimensions).

        Args:
            texts: Any texts, none included.
            seconds: The time to wait for a server; its own patience if None.

        Raises:
            EmbeddingFailed: There are no vectors to be had.
        """


def embeddable(text: str) -> str:
    """Return a text with a question mark in the place of each half of a surrogate pair, which no encoding has."""
    return text.encode("utf-8", "replace").decode("utf-8")
