"""Runs of `selon` in a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Ran:
    """The result of a command."""

    status: int
    out: str
    err: str


class Selon(Protocol):
    """A runner of `selon` with arguments, and with what is typed or piped into it."""

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Ran: ...
