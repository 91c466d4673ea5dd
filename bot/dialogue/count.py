"""The key under which updates are counted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface


@dataclass(frozen=True, slots=True)
class Count:
    """The key under which updates are counted together.

    Attributes:
        day: As 2026-11-27.
        surface: The way in.
        language: ISO 639-1 code of the reply; empty where there was none.
        outcome: Of the update.
        entry_key: The entry that answered; empty where none did.
    """

    day: str
    surface: Surface
    language: str
    outcome: ReplyOutcome
    entry_key: str
