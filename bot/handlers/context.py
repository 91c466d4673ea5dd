"""What every handler is given besides the update."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import ChatSettings
from bot.dialogue.reply import Reply
from bot.handlers.delivery import Delivery
from bot.handlers.preferences import Preferences
from bot.store.store import Store

_LOG = logging.getLogger(__name__)


@dataclass
class Services:
    """What the handlers share.

    Attributes:
        dialogue: Who answers.
        store: What outlives the process.
        delivery: What sends.
        preferences: What chats have settled.
        admin_ids: The bot's administrators.
        counts: How often what happened, by a short name: for logs and tests.
        failures: Updates whose handling failed, with where and how, until they are quarantined.
    """

    dialogue: Dialogue
    store: Store
    delivery: Delivery
    preferences: Preferences
    admin_ids: frozenset[int]
    counts: Counter[str]
    failures: dict[int, str]

    async def settings_of(self, chat_id: int) -> ChatSettings:
        """What a chat has settled."""
        return await self.delivery.put_down(lambda: self.preferences.of(chat_id))

    def note(self, update_id: int, surface: str, reply: Reply | None) -> None:
        """Logs what came of an update: nobody's words, nobody's id."""
        outcome = "silent" if reply is None else str(reply.outcome or "reply")
        language = reply.language if reply is not None else None
        self.counts[f"{surface}:{outcome}"] += 1
        _LOG.info(
            "Update %s: %s, %s, %s.",
            update_id,
            surface,
            language or "no language",
            outcome,
            extra={"fields": {"update_id": update_id, "surface": surface, "language": language, "outcome": outcome}},
        )


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """A callback context whose shared data has types."""

    @property
    def services(self) -> Services:
        """What the handlers share."""
        return self.bot_data


SelonApplication: TypeAlias = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]
