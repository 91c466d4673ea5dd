"""A process that loads the articles of a folder that have changed and trains their models.

Run by `python -m knowledge.loading_process`: so whoever answers questions is not held up. It reads a `LoadingRequest`
from standard input and writes `FolderChanges` to standard output, both pickled: the two ends are one program.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
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

# The process that answers comes first.
_NICENESS = 10


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


def main() -> None:
    """Serve one request."""
    if hasattr(signal, "SIGHUP"):
        # Meant for the process that answers, where it is sent to the whole group.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    request: LoadingRequest = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that has started this one
    answer: FolderChanges | KnowledgeNotFound
    try:
        answer = load_and_train(request)
    except KnowledgeNotFound as error:
        answer = error
    pickle.dump(answer, sys.stdout.buffer)


if __name__ == "__main__":
    # Under its own name, by which the other process knows the classes.
    from knowledge.loading_process import main as run

    run()
