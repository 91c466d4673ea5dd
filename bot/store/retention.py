"""Retention: the number of days that each kind of record is kept."""

from __future__ import annotations

from bot.dialogue.retention import Retention
from bot.store.inbox import ID_SECONDS, QUARANTINE_SECONDS
from bot.store.replies import KEPT_SECONDS
from bot.store.store import POSTED_SECONDS
from bot.store.taps import AGAIN_SECONDS


def retention(days: int) -> Retention:
    """Return the number of days that each kind of record is kept.

    Args:
        days: For how many days, today among them, votes, misses and counts are kept.
    """
    handled, failed, kept, posted = (
        seconds // (24 * 3600) for seconds in (ID_SECONDS, QUARANTINE_SECONDS, KEPT_SECONDS, POSTED_SECONDS)
    )
    return Retention(handled, failed, kept, posted, days, AGAIN_SECONDS // 3600)
