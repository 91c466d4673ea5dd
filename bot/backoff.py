"""Pauses that grow with each failure, before something is tried again."""

from __future__ import annotations


class Backoff:
    """A pause that doubles with each failure, up to a longest one.

    Args:
        first: Seconds after the first failure.
        longest: Seconds that no pause exceeds.
    """

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def pause(self) -> float:
        """Return the seconds to wait now, and double the next pause."""
        seconds, self._next = self._next, min(self._longest, 2 * self._next)
        return seconds

    def reset(self) -> None:
        """Reset the pause to the first one, after a success."""
        self._next = self._first
