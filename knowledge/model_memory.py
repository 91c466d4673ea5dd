"""The memory that models may take: the least recently used leave it, and come back from the cache."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Protocol
from weakref import ref

MOST_VARIANTS = 900_000
"""Variants of the models in memory; each takes about two kilobytes there."""
# So many are asked the same question.
_FEWEST_MODELS = 16


class Evictable(Protocol):
    """A model that can leave memory."""

    def evict(self) -> None:
        """Leave memory, if the cache can restore the model."""


class ModelMemory:
    """The models in memory, in the order of their use.

    Whoever is just using one that leaves keeps it until then.

    Args:
        most_variants: Of all models together; beyond, those that were not used for longest leave.
    """

    def __init__(self, most_variants: int = MOST_VARIANTS) -> None:
        self._most = most_variants
        self._models: OrderedDict[int, tuple[ref[Evictable], int]] = OrderedDict()
        self._variants = 0
        self._one_at_a_time = Lock()

    def use(self, model: Evictable, variants: int) -> None:
        """Mark a model as just used, which may evict others.

        Args:
            model: In memory now.
            variants: Its size.
        """
        with self._one_at_a_time:
            _, before = self._models.pop(id(model), (None, 0))
            self._models[id(model)] = ref(model), variants
            self._variants += variants - before
            leaving = []
            while self._variants > self._most and len(self._models) > _FEWEST_MODELS:
                _, (oldest, size) = self._models.popitem(last=False)
                self._variants -= size
                leaving.append(oldest)
        for each in leaving:
            # None: its article has changed or is gone, and the model with it.
            if (left := each()) is not None:
                left.evict()
