"""Updates coming in, by whatever way: stored, and then handed on."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.clock import TelegramClock
from bot.store.inbox import Inbox, RawUpdate, ReceivedUpdate
from bot.updates.dispatch import Dispatch
from bot.updates.origin import chat_of

_LOG = logging.getLogger(__name__)


class Reception:
    """The entrance for updates; what it has returned from may be confirmed to Telegram.

    Args:
        inbox: Stores them.
        dispatch: Hands them on.
        clock: Tells the time at which they were made.
    """

    def __init__(self, inbox: Inbox, dispatch: Dispatch, clock: TelegramClock) -> None:
        self._inbox = inbox
        self._dispatch = dispatch
        self._clock = clock

    async def take(self, updates: Sequence[RawUpdate]) -> None:
        """Store updates, and hand on those that were not there before.

        Raises:
            StoreUnavailable: They could not be stored, and must not be confirmed.
        """
        numbered = [raw for raw in updates if is_numbered(raw)]
        if len(numbered) < len(updates):
            _LOG.error("%d updates without a number are skipped.", len(updates) - len(numbered))
        received = [ReceivedUpdate(raw, chat_of(raw), self._clock.time_of(raw)) for raw in numbered]
        for fresh in await self._inbox.receive(received):
            self._dispatch.receive(fresh)


def is_numbered(raw: object) -> bool:
    """Tell whether it is an update, with a number that can be stored and confirmed."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < 1 << 62
