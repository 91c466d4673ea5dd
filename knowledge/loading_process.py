"""A process that loads the articles of a folder that have changed and trains their models.

Run by `python -m knowledge.loading_process`: so whoever answers questions is not held up. It reads each
`LoadingRequest` from standard input and writes the number of bytes that follow (`SIZE`), then `FolderChanges`, to
standard output, until its input ends: one that has served a request has imported all that the next one needs, and knows
most of its words. Both are pickled, for the two ends are one program.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.article_variant import ArticleVariant
from knowledge.cache import TrainedCache
from knowledge.embedding import EmbeddingFailed, EmbeddingsChoice
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.errors import KnowledgeNotFound
from knowledge.library import Library
from knowledge.loading import FolderChanges, folder_changes
from knowledge.teaching import with_taught

SIZE = struct.Struct("<Q")
"""The number of bytes of an answer, before it."""
# The process that answers comes first.
_NICENESS = 10
# Training leaves few cycles, and looking for them takes a tenth of its time.
_MOST_UNCOLLECTED = 50_000


@dataclass(frozen=True, slots=True)
class LoadingRequest:
    """A folder to load.

    Attributes:
        folder: Of articles, or of one.
        cache: The folder where articles are kept and models keep what they learn, for whoever answers to restore.
        known: By slug, the digests of the files that are known already.
        taught: Variants that the models learn besides, as far as they are usable.
        embeddings: Tell meaning beside words; by words alone if None.
    """

    folder: Path
    cache: Path
    known: Mapping[str, bytes]
    taught: tuple[ArticleVariant, ...]
    embeddings: EmbeddingsChoice | None = None


def load_and_train(request: LoadingRequest) -> FolderChanges:
    """Load the articles that have changed, and train the models of those that hold.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
    """
    changes = folder_changes(request.folder, request.known, request.cache)
    articles = tuple(each.article for each in changes.changed.values() if each.article is not None)
    vectors = QuestionVectors(request.embeddings.embedder()) if request.embeddings is not None else None
    library = with_taught(Library(articles, TrainedCache(request.cache), vectors=vectors), request.taught)
    # Whoever answers restores the rest.
    library.warm_up(restore=False)
    # Without vectors words go on, and whoever answers tries again.
    with contextlib.suppress(EmbeddingFailed):
        library.learn_meaning()
    for model in library.models.values():
        model.vocabulary  # noqa: B018 - learnt now
    return changes


def _answer(request: LoadingRequest) -> FolderChanges | KnowledgeNotFound:
    try:
        return load_and_train(request)
    except KnowledgeNotFound as error:
        return error


def main() -> None:
    """Serve requests until there are no more."""
    gc.freeze()
    gc.set_threshold(_MOST_UNCOLLECTED)
    if hasattr(signal, "SIGHUP"):
        # Meant for the process that answers, where it is sent to the whole group.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    with contextlib.suppress(EOFError):
        while True:
            # From the process that has started this one.
            answer = pickle.dumps(_answer(pickle.load(sys.stdin.buffer)))  # noqa: S301
            sys.stdout.buffer.write(SIZE.pack(len(answer)) + answer)
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    # Under its own name, by which the other process knows the classes.
    from knowledge.loading_process import main as run

    run()
