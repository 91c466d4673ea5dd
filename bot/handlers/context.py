"""What every handler is given besides the update."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

from bot.dialogue.conversation import Dialogue
from bot.handlers.memory import OnceAChat, ReplyMemory


@dataclass
class Services:
    """What the handlers share.

    Attributes:
        dialogue: Who answers.
        replies: Which reply belongs to which question.
        told_without_words: The private chats that were told that a question needs words.
        counts: How often what happened, by a short name: for logs and tests.
        started: When the bot did; whole seconds, as Telegram dates messages.
    """

    dialogue: Dialogue
    replies: ReplyMemory = field(default_factory=ReplyMemory)
    told_without_words: OnceAChat = field(default_factory=OnceAChat)
    counts: Counter[str] = field(default_factory=Counter)
    started: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """A callback context whose shared data has types."""

    @property
    def services(self) -> Services:
        """What the handlers share."""
        return self.bot_data


SelonApplication: TypeAlias = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]
