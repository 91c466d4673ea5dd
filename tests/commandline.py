"""What running `selon` in a test takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


class Selon(Protocol):
    """Runs `selon` with arguments, and with what is typed or piped into it."""

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Ran: ...
