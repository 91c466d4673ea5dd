"""A process that trains some languages of an article's model while the one that has started it trains the others.

Python reads texts on one core at a time. Run by `python -m knowledge.training_process`, it reads a `TrainingRequest`
from standard input, pickled, leaves what it learns in the cache, and writes the code of each language to standard
output once it is learnt, a line each.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Thread
from types import TracebackType
from typing import IO, Self

from knowledge.cache import TrainedCache
from knowledge.matcher import Variant
from knowledge.model import Article

# Of the linear algebra one thread, as the other cores are busy; of glibc, that memory is given back when it is free.
_ENVIRONMENT = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    "MALLOC_TRIM_THRESHOLD_": str(2**18),
}


_running: set[subprocess.Popen[bytes]] = set()


def stop_training() -> None:
    """Kill the processes that still train, when the one that has started them ends: nobody needs their work."""
    for process in tuple(_running):
        process.kill()


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """A model to train.

    Attributes:
        article: As its files have it.
        taught: Variants that the model learns besides.
        cache: Keeps what is learnt.
        languages: Those to learn, by their ISO 639-1 codes.
    """

    article: Article
    taught: tuple[Variant, ...]
    cache: TrainedCache
    languages: Sequence[str]


class TrainingProcess:
    """A process that waits for one request; leaving the context waits until it has done its work.

    Whatever goes wrong with it, the cache does not have what it was to learn, and whoever needs that learns it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._following: Thread | None = None

    def __enter__(self) -> Self:
        with contextlib.suppress(OSError):
            self._process = subprocess.Popen(
                # Not from the working directory, which may hold anything.
                [sys.executable, "-P", "-m", "knowledge.training_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, **_ENVIRONMENT},
                # What a terminal sends is for the process that has started it.
                process_group=0 if os.name == "posix" else None,
            )
            _running.add(self._process)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._process is None:
            return
        if kind is not None or self._following is None:
            self._process.kill()
        if self._following is not None:
            self._following.join()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()
        _running.discard(self._process)

    def train(self, request: TrainingRequest, learnt: Callable[[str], object] = lambda _: None) -> None:
        """Hand it its request, the only one.

        Args:
            request: The model to train.
            learnt: Called in a thread with each language once the cache has it.
        """
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return
        with contextlib.suppress(OSError), process.stdin as requests:
            pickle.dump(request, requests)
            self._following = Thread(target=_follow, args=(process.stdout, learnt), daemon=True)
            self._following.start()


def _follow(lines: IO[bytes], learnt: Callable[[str], object]) -> None:
    for line in lines:
        learnt(line.decode().strip())


def main() -> None:
    """Serve one request."""
    # Training leaves few cycles, and looking for them takes a tenth of its time.
    gc.disable()
    from knowledge.article_model import ArticleModel  # which starts this process

    request: TrainingRequest = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that has started this one
    model = ArticleModel(request.article, request.taught, request.cache)
    for language in request.languages:
        model.learn(language)
        print(language, flush=True)


if __name__ == "__main__":
    # Under its own name, by which the other process knows the classes.
    from knowledge.training_process import main as run

    run()
