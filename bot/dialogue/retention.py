"""The times for which data are kept, as people are told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """The number of days, or hours, for which each kind is kept.

    Attributes:
        handled: The number of an update after it was handled.
        failed: An update whose handling failed.
        replies: The reply to each question.
        posted: The answers that stand in a group.
        votes: Votes, questions asked in vain, and counts.
        presses_hours: A button that was pressed, in hours.
    """

    handled: int = 2
    failed: int = 7
    replies: int = 2
    posted: int = 7
    votes: int = 90
    presses_hours: int = 1
