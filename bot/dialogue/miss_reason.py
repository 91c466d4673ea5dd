"""The reasons for which a question is kept as a miss."""

from __future__ import annotations

from enum import StrEnum


class MissReason(StrEnum):
    """The reason for which a question is a miss; the database holds its value."""

    ABSTAINED = "abstain"
    """No entry answers it."""
    REJECTED = "rejected"
    """Its asker wanted none of the choices."""
    VOTED_DOWN = "down"
    """A vote says that its answer did not help."""
