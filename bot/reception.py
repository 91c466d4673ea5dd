"""Updates coming in, by whatever way: stored, and then handed on."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.dispatch import Dispatch, RawUpdate
from bot.store.inbox import Inbox

_LOG = logging.getLogger(__name__)


class Reception:
    """Takes updates; what it has returned from may be confirmed to Telegram.

    Args:
        inbox: Where they are stored.
        dispatch: What handles them.
    """

    def __init__(self, inbox: Inbox, dispatch: Dispatch) -> None:
        self._inbox = inbox
        self._dispatch = dispatch

    @property
    def has_room(self) -> bool:
        """Whether an update would be handed on at once; if not, Telegram keeps it better than memory does."""
        return self._dispatch.has_room

    async def resume(self) -> int:
        """Hands on what an earlier run has stored and not handled, and returns how much that is."""
        waiting = await self._inbox.waiting()
        for raw in waiting:
            await self._dispatch.receive(raw)
        return len(waiting)

    async def take(self, updates: Sequence[RawUpdate]) -> None:
        """Stores updates, and hands on those that were not there before.

        Raises:
            StoreUnavailable: They could not be stored, and must not be confirmed.
        """
        numbered = [raw for raw in updates if is_numbered(raw)]
        if len(numbered) < len(updates):
            _LOG.error("%d updates without a number are skipped.", len(updates) - len(numbered))
        for raw in await self._inbox.receive(numbered):
            await self._dispatch.receive(raw)


def is_numbered(raw: object) -> bool:
    """Whether it is an update, with a number that can be stored and confirmed."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < 1 << 62
