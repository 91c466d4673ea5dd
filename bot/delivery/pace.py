"""The speed at which the bot may speak: in all chats together, and in one group."""

from __future__ import annotations

from collections import OrderedDict

from aiolimiter import AsyncLimiter

# A fifth of a second's worth may go out at once.
_WINDOW = 0.2
_IN_A_GROUP, _MINUTE = 20, 60
MOST_GROUPS = 10_000


class Pace:
    """A limiter of messages, as Telegram limits them.

    Args:
        rate: Messages a second in all chats together; 0 for no limit.
        most_groups: The number of groups that are counted, those that heard something last.
    """

    def __init__(self, rate: float, *, most_groups: int = MOST_GROUPS) -> None:
        self._most_groups = most_groups
        self._everywhere = AsyncLimiter(max(1.0, rate * _WINDOW), max(1.0, rate * _WINDOW) / rate) if rate else None
        self._groups: OrderedDict[int, AsyncLimiter] = OrderedDict()

    async def acquire(self, chat_id: int) -> None:
        """Wait until a message may be sent to a chat; groups have negative ids, and a limit of 20 a minute each."""
        if self._everywhere is None:
            return
        if chat_id < 0:
            await self._group(chat_id).acquire()
        await self._everywhere.acquire()

    def _group(self, chat_id: int) -> AsyncLimiter:
        limiter = self._groups.setdefault(chat_id, AsyncLimiter(_IN_A_GROUP, _MINUTE))
        self._groups.move_to_end(chat_id)
        while len(self._groups) > self._most_groups:
            self._groups.popitem(last=False)
        return limiter
