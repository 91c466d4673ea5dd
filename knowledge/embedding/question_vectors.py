"""Vectors of questions: made once for each, and done without where that fails or takes too long."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from threading import Lock
from time import monotonic

from knowledge.embedding.embedder import Embedder, EmbeddingFailed, Vectors

_LOG = logging.getLogger(__name__)
PATIENCE = 0.5
"""Seconds that a question waits for its vector."""
_MOST_KEPT = 256
# Seconds between two lines in the log, and those for which a server that has failed is not asked.
_QUIET, _PAUSE = 60.0, 5.0


class QuestionVectors:
    """Vectors of questions, from an embedder that may fail.

    Args:
        embedder: Makes them.
        patience: Seconds that a question waits for its vector.
        makes_at_once: Make a vector when `of` asks for it; else `prepare` has to be called before, since whoever
            answers many people must not wait for one of them.

    Attributes:
        embedder: As given.
        makes_at_once: As given.
        patience: As given.
        failures: Questions that were done without a vector.
        has_another_length: True once a vector was of another length than those of the variants, so that these have to
            be learnt anew; whoever does that sets it to False before.
        on_first_failure: Called with a sentence at the first failure that is not one question's, from the thread that
            meets it.
    """

    def __init__(self, embedder: Embedder, *, patience: float = PATIENCE, makes_at_once: bool = True) -> None:
        self.embedder = embedder
        self.makes_at_once = makes_at_once
        self.patience = patience
        self.failures = 0
        self.has_another_length = False
        self.on_first_failure: Callable[[str], None] | None = None
        self._kept: dict[str, Vectors] = {}
        self._lock = Lock()
        self._has_told = False
        self._logged = self._failed = float("-inf")

    def of(self, text: str) -> Vectors | None:
        """Return the unit vector of a question, shape (dimensions,); None where none is to be had."""
        with self._lock:
            if text in self._kept:
                return self._kept[text]
        if self.makes_at_once:
            self.prepare((text,))
        with self._lock:
            return self._kept.get(text)

    def prepare(self, texts: Iterable[str]) -> None:
        """Make the vectors of some questions, so that `of` has them at once; those that fail it has not.

        It may take as long as the patience lasts, so it belongs into a thread.
        """
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if text not in self._kept]
        if not new:
            return
        if monotonic() - self._failed < _PAUSE:
            self.note(EmbeddingFailed("The embeddings server has just failed."), len(new))
            return
        try:
            vectors = self.embedder.vectors(new, seconds=self.patience)
        except EmbeddingFailed as error:
            if not error.is_of_texts:
                self._failed = monotonic()
            self.note(error, len(new))
            return
        with self._lock:
            self._kept.update(zip(new, vectors, strict=True))
            for text in list(self._kept)[: max(0, len(self._kept) - _MOST_KEPT)]:
                del self._kept[text]

    def forget(self) -> None:
        """Forget all vectors, since those of variants have another length."""
        with self._lock:
            self._kept.clear()

    def note(self, error: EmbeddingFailed, questions: int) -> None:
        """Count a failure, log one a minute, and tell of the first, unless it may be due to what was asked.

        Args:
            error: Its sentence is logged.
            questions: That were done without a vector; 0 if it were variants.
        """
        now = monotonic()
        with self._lock:
            is_told = not self._has_told and not (error.is_of_texts and questions)
            self._has_told |= is_told
            self.failures += questions
            is_due = now - self._logged >= _QUIET
            if is_due:
                self._logged = now
        if is_due:
            _LOG.warning("%s Words alone decide meanwhile; so far in %d questions.", error, self.failures)
        if is_told and self.on_first_failure is not None:
            self.on_first_failure(str(error))
