"""Variant: one way to ask an entry's question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask an entry's question.

    Attributes:
        entry_id: The entry; None for an out-of-scope example, a question that nothing here answers.
        language: ISO 639-1 code.
        text: The question as a person would type it.
    """

    entry_id: str | None
    language: str
    text: str
