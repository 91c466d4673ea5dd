"""The articles of a folder, loaded anew in a process of its own when their files change."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.article_variant import ArticleVariant
from knowledge.embedding import EmbeddingsChoice
from knowledge.errors import KnowledgeNotFound
from knowledge.loading import FolderChanges, LoadedArticles, file_digests
from knowledge.loading_process import LoadingRequest

# Of the linear algebra: the other cores answer.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class LoadingFailed(Exception):
    """The process that loads has ended before its work was done.

    Attributes:
        status: The exit status of the process; the negative number of the signal that has ended it.
    """

    def __init__(self, status: int | None) -> None:
        super().__init__(f"The process that loads the articles has ended with status {status}.")
        self.status = status


class LiveArticles:
    """The articles of a folder as they were when their files were last read.

    Args:
        folder: Of articles, or of one.
        cache: The folder where models keep what they have learnt, by which it is handed over.
        loaded: The articles as they were loaded at the start.
        embeddings: Tell meaning beside words; by words alone if None.

    Attributes:
        folder: As given.
        loaded: The articles as they are used now.
        may_have_changed: Set whenever it is worth looking whether files have changed.
    """

    def __init__(
        self, folder: Path, cache: Path, loaded: LoadedArticles, embeddings: EmbeddingsChoice | None = None
    ) -> None:
        self.folder = folder
        self.loaded = loaded
        self.may_have_changed = asyncio.Event()
        self._cache = cache
        self._embeddings = embeddings

    async def load_changed(self, taught: Sequence[ArticleVariant]) -> LoadedArticles | None:
        """Load the articles that have changed, their models trained; set `loaded` once the articles are used.

        Args:
            taught: Variants that the models learn besides.

        Returns:
            The articles now; None if no file has changed.

        Raises:
            KnowledgeNotFound: The folder is missing, unreadable or holds no article.
            LoadingFailed: The process has not done its work.
        """
        known = self.loaded.digests
        if await asyncio.to_thread(file_digests, self.folder) == known:
            return None
        request = LoadingRequest(self.folder.absolute(), self._cache.absolute(), known, tuple(taught), self._embeddings)
        return self.loaded.with_changes(await _answer(request))


async def _answer(request: LoadingRequest) -> FolderChanges:
    """Return the answer of a new process, which ends with the task that waits for it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        # Not from the working directory, which may hold anything.
        "-P",
        "-m",
        "knowledge.loading_process",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **_ONE_THREAD},
        # What a terminal sends is for the process that answers.
        start_new_session=os.name == "posix",
    )
    try:
        answer, _ = await process.communicate(pickle.dumps(request))
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise LoadingFailed(process.returncode)
    changes: FolderChanges | KnowledgeNotFound = await asyncio.to_thread(pickle.loads, answer)  # our own
    if isinstance(changes, KnowledgeNotFound):
        raise changes
    return changes
