"""The decisions that curators take on misses."""

from __future__ import annotations

from enum import StrEnum


class Decision(StrEnum):
    """The decision of a curator about a miss; the database holds its value."""

    TAUGHT = "taught"
    WANTED = "wanted"
    EXCLUDED = "excluded"
    SKIPPED = "skipped"
