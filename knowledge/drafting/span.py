"""Spans: parts of a text, by their offsets."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A part of a text.

    Attributes:
        start: The offset of its first character.
        end: The offset after its last one.
    """

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Tell if another span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the part of a text that it stands for."""
        return text[self.start : self.end]


def trimmed(text: str, start: int, end: int, *, around: str = " \t\n\u00a0\u202f", behind: str = "") -> Span:
    """Return a span without characters that belong to neither end.

    Args:
        text: The whole text.
        start: The offset at which it begins.
        end: The offset at which it ends.
        around: Characters that are left out at both ends.
        behind: Characters that are left out at its end only.
    """
    while start < end and text[start] in around:
        start += 1
    while end > start and text[end - 1] in around + behind:
        end -= 1
    return Span(start, end)
