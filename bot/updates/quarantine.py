"""The quarantine of updates whose handling fails."""

from __future__ import annotations

import logging
from collections import Counter

from bot.logs import error_location
from bot.store.inbox import Inbox, UpdateState
from bot.turn import Ended, Turn

_LOG = logging.getLogger(__name__)


async def end_failed(turn: Turn, error: Exception, inbox: Inbox, counts: Counter[str]) -> Ended:
    """End the turn of an update whose handling has failed.

    It is quarantined and comes to nothing, unless a message has ended it before: then its row stays as it is.

    Args:
        turn: Of the update.
        error: The failure.
        inbox: Has the update.
        counts: Numbers of events, by a short name.
    """
    reason, number = error_location(error), turn.update_id
    if isinstance(turn.end, Ended):
        counts["failed-late"] += 1
        _LOG.error("Update %s failed after its reply; it stays as %s (%s).", number, turn.end.state, reason)
        return turn.end
    # Nobody has got the reply that was concluded: it is not counted as one.
    turn.outcome = None
    counts["failed"] += 1
    _LOG.error("Update %s failed; it is quarantined (%s).", number, reason)
    await inbox.quarantine(number, reason)
    return Ended(UpdateState.FAILED)
