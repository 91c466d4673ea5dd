"""What every handler is given besides the update."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from telegram import Message
from telegram.ext import Application, CallbackContext, ExtBot

from bot.answering.limits import Limits
from bot.answering.tally import Tally
from bot.callback_data import Seal
from bot.chat_settings_cache import ChatSettingsCache
from bot.curation.curator import Curator
from bot.delivery.delivery import Delivery
from bot.delivery.transport import Transport
from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import ChatSettings
from bot.dialogue.reply import Reply
from bot.store.store import Store
from bot.turn import Turn

_LOG = logging.getLogger(__name__)


@dataclass
class Services:
    """What the handlers share.

    Attributes:
        dialogue: Who answers.
        curator: Who reviews what was asked in vain.
        store: What outlives the process; the handle that waits until the database takes what it is asked for.
        transport: What requests go through.
        delivery: What sends.
        chat_settings: What chats have settled.
        admin_ids: The bot's administrators.
        counts: How often what happened, by a short name: for logs and tests.
        tally: What questions come to, for whoever runs the bot.
        retention_days: How long votes, misses and counts are kept.
        limits: How much may be asked.
        greeted: Curators whose list of commands has been published since they wrote.
    """

    dialogue: Dialogue
    curator: Curator
    store: Store
    transport: Transport
    delivery: Delivery
    chat_settings: ChatSettingsCache
    admin_ids: frozenset[int]
    counts: Counter[str]
    tally: Tally
    retention_days: int
    limits: Limits
    greeted: set[int] = field(default_factory=set)

    @property
    def seal(self) -> Seal:
        """What makes the data of buttons, and recognises it."""
        return Seal(self.store.button_key, self.dialogue.names)

    async def settings_of(self, chat_id: int) -> ChatSettings:
        """What a chat has settled."""
        return await self.chat_settings.of(chat_id)

    async def language_for(self, message: Message) -> str:
        """The language to speak to whoever writes a message, where no question tells: the chat's, else the app's."""
        code = message.from_user.language_code if message.from_user else None
        return self.dialogue.interface_language(code, await self.settings_of(message.chat_id))

    async def current_chat(self, chat_id: int) -> int:
        """The id that a chat has now, which may have become a supergroup since a button was made."""
        return await self.chat_settings.current(chat_id)

    def note(self, turn: Turn, surface: str, reply: Reply | None) -> None:
        """Counts and logs what came of an update: nobody's words, nobody's id."""
        self.tally.count(surface, reply)
        outcome = "silent" if reply is None else str(reply.outcome or "reply")
        language = reply.language if reply is not None else None
        self.counts[f"{surface}:{outcome}"] += 1
        _LOG.info(
            "Update %s: %s, %s, %s.",
            turn.update_id,
            surface,
            language or "no language",
            outcome,
            extra={
                "fields": {"update_id": turn.update_id, "surface": surface, "language": language, "outcome": outcome}
            },
        )


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """A callback context whose shared data has types."""

    turn: Turn
    """Of the update that is handled."""

    @property
    def services(self) -> Services:
        """What the handlers share."""
        return self.bot_data


SelonApplication: TypeAlias = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]
