"""The turn of one update: from when its handling begins until it is known what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.inbox import UpdateState


@dataclass(slots=True)
class Turn:
    """The turn of one update, handed along by whoever handles it.

    Attributes:
        update_id: Its number.
        sent_at: When it was made, by Telegram's clock, in seconds since 1970.
        end: What its row in the inbox says since a message has ended it; None as long as none has.
    """

    update_id: int
    sent_at: int
    end: UpdateState | None = None
