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
from knowledge.loading_process import SIZE, LoadingRequest

# Of the linear algebra: the other cores answer.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# For which the process that has loaded a change waits for another one: whoever edits a file edits it again.
_KEPT_SECONDS = 60.0


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
        self._process: asyncio.subprocess.Process | None = None
        self._ending: asyncio.TimerHandle | None = None

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
        return self.loaded.with_changes(await self._answer(request))

    async def close(self) -> None:
        """End the process that may still wait for changes."""
        self._stay()
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()

    async def _answer(self, request: LoadingRequest) -> FolderChanges:
        """Return the answer of a process of its own, which ends with the task that waits for it, or some time later."""
        self._stay()
        if self._process is None or self._process.returncode is not None:
            self._process = await _started()
        process = self._process
        try:
            answer = await _asked(process, pickle.dumps(request))
        except BaseException:
            await self.close()
            raise
        self._ending = asyncio.get_running_loop().call_later(_KEPT_SECONDS, self._let_go)
        changes: FolderChanges | KnowledgeNotFound = await asyncio.to_thread(pickle.loads, answer)  # our own
        if isinstance(changes, KnowledgeNotFound):
            raise changes
        return changes

    def _stay(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None

    def _let_go(self) -> None:
        """Let the process end by itself."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()


async def _started() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        # Not from the working directory, which may hold anything.
        "-P",
        "-m",
        "knowledge.loading_process",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **_ONE_THREAD},
        # What a terminal sends is for the process that answers.
        process_group=0 if os.name == "posix" else None,
    )


async def _asked(process: asyncio.subprocess.Process, request: bytes) -> bytes:
    """The answer of a process to a request.

    Raises:
        LoadingFailed: It has ended before.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(request)
        await process.stdin.drain()
        [size] = SIZE.unpack(await process.stdout.readexactly(SIZE.size))
        return await process.stdout.readexactly(size)
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise LoadingFailed(await process.wait()) from error
