"""Vectors of variants, kept from one run to the next: only those of new texts are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from knowledge.cache import TrainedCache
from knowledge.embedding.embedder import Embedder, EmbeddingFailed, Vectors
from knowledge.parameters import Parameters

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the number of texts that have their vectors, and of all."""
_BATCH = 16
_MOST_DIMENSIONS = 100_000


def variant_vectors(
    embedder: Embedder,
    texts: Sequence[str],
    *,
    cache: TrainedCache | None = None,
    of: object = None,
    dimensions: int | None = None,
    progress: Progress | None = None,
) -> Vectors:
    """Return the unit vectors of some texts, shape (texts, dimensions).

    Args:
        embedder: Makes those that are not kept.
        texts: At least one.
        cache: Keeps them under the embedder's name; nothing is kept if None.
        of: Tells the texts of one FAQ from those of another, also when some of them have changed.
        dimensions: The length of the embedder's vectors; that of the first ones that it makes if None. What is kept of
            another length is made anew.
        progress: Called after each batch.

    Raises:
        EmbeddingFailed: There are no vectors to be had, or not all of one length.
    """
    learnt_from = ("vectors", embedder.name, of)
    known = (cache.load(learnt_from, _restored) if cache is not None else None) or {}
    if dimensions is not None and any(len(vector) != dimensions for vector in known.values()):
        known = {}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    for start in range(0, len(new), _BATCH):
        batch = new[start : start + _BATCH]
        made = embedder.vectors(batch)
        if any(len(vector) != made.shape[1] for vector in known.values()):
            if start == 0:
                # Those that were kept are of an earlier model.
                return variant_vectors(embedder, texts, cache=cache, of=of, dimensions=made.shape[1], progress=progress)
            raise EmbeddingFailed("The embeddings server gives vectors of several lengths: name one model.")
        known.update(zip(batch, made, strict=True))
        if progress is not None:
            progress(len(texts) - len(new) + start + len(batch), len(texts))
    wanted = dict.fromkeys(texts)
    vectors = np.stack([known[text] for text in texts])
    if new and cache is not None:
        cache.save(
            learnt_from,
            Parameters({"vectors": np.stack([known[text] for text in wanted])}, {"texts": list(wanted)}),
        )
    return vectors


def _restored(parameters: Parameters) -> dict[str, Vectors]:
    texts = parameters.strings("texts")
    dimensions = parameters.arrays["vectors"].shape[1]
    if dimensions > _MOST_DIMENSIONS:
        raise ValueError("The vectors are too long.")
    vectors = parameters.singles("vectors", (len(texts), dimensions), least=-1.01, most=1.01)
    return dict(zip(texts, vectors, strict=True))
