"""This machine's clocks as a test sets them, for whatever takes a `MachineClock`."""

from __future__ import annotations

import time


class SetClocks:
    """Clocks that stand still until a test sets them or lets time pass.

    Attributes:
        wall: The seconds since 1970.
        ran: The seconds that have passed since the clocks were made.
    """

    def __init__(self) -> None:
        self.wall, self.ran = float(int(time.time())), 0.0

    def time(self) -> float:
        """Return what the wall clock shows."""
        return self.wall

    def monotonic(self) -> float:
        """Return the seconds that have passed."""
        return self.ran

    def run(self, seconds: float) -> None:
        """Let time pass."""
        self.wall += seconds
        self.ran += seconds
