"""One lock for the whole server, and waiting for what it guards to change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_T = TypeVar("_T")


class WaitTimeoutError(AssertionError):
    """An event that a test waited for did not happen in time."""


class Monitor:
    """A re-entrant lock that tells waiting threads of every change made under it."""

    def __init__(self) -> None:
        self._condition = threading.Condition(threading.RLock())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the lock without announcing a change."""
        with self._condition:
            yield

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock, then wake the threads that wait."""
        with self._condition:
            yield
            self._condition.notify_all()

    def wait_for(self, predicate: Callable[[], _T], timeout: float) -> _T:
        """Wait until the predicate, called under the lock after every change, is true.

        Returns:
            The last value of the predicate: false only if `timeout` seconds have passed.
        """
        with self._condition:
            return self._condition.wait_for(predicate, timeout)
