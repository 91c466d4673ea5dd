"""The turn of one update: what its handler knows of it besides what Telegram wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of one update.

    Attributes:
        update_id: Its number.
        sent_at: When it was made, by Telegram's clock, in seconds since 1970.
    """

    update_id: int
    sent_at: int
