"""The context that every handler is given besides the update."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from telegram import Message
from telegram.ext import Application, CallbackContext, ExtBot

from bot.answering.limits import Act, LimitDecision, Limits
from bot.answering.tally import Tally
from bot.callback_data import ButtonSigner
from bot.chat_settings_cache import ChatSettingsCache
from bot.curation.curator import Curator
from bot.delivery.delivery import Delivery
from bot.delivery.transport import Transport
from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import ChatSettings
from bot.dialogue.recent_articles import RecentArticles
from bot.knowledge_base import KnowledgeBase
from bot.store.store import Store
from bot.turn import Turn

_LOG = logging.getLogger(__name__)


async def _nothing(person_id: int) -> None:
    """Drop nothing: before updates are handled, nothing is postponed."""


@dataclass
class Services:
    """Everything that the handlers share.

    Attributes:
        knowledge_base: The articles, and the dialogue that answers from them.
        curator: Reviews the misses.
        store: The database; the handle that waits until it takes what it is asked for.
        transport: Makes requests of the Bot API.
        delivery: Sends messages, each at most once.
        chat_settings: The settings of each chat.
        admin_ids: The ids of the bot's administrators.
        counts: Numbers of events, by a short name: for logs and tests.
        tally: Numbers of questions by outcome, for whoever runs the bot.
        retention_days: The number of days for which votes, misses and counts are kept.
        limits: Limits on how much may be asked.
        greeted: Curators whose list of commands has been published since they wrote.
        forget_votes: Drops the votes of a person that are postponed.
        recent_articles: The article that each chat was answered from last, by its topics.
    """

    knowledge_base: KnowledgeBase
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
    forget_votes: Callable[[int], Awaitable[None]] = _nothing
    recent_articles: RecentArticles = field(default_factory=RecentArticles)

    @property
    def dialogue(self) -> Dialogue:
        """The dialogue over the current knowledge; taken once where two of its answers have to agree."""
        return self.knowledge_base.current.dialogue

    @property
    def signer(self) -> ButtonSigner:
        """The signer of the data of buttons, which recognises its own."""
        return ButtonSigner(self.store.button_key, self.dialogue.names)

    async def settings_of(self, chat_id: int) -> ChatSettings:
        """Return the settings of a chat."""
        return await self.chat_settings.of(chat_id)

    async def language_for(self, message: Message) -> str:
        """Return the language for whoever writes a message, where no question tells: the chat's, else the app's."""
        code = message.from_user.language_code if message.from_user else None
        return self.dialogue.interface_language(code, await self.settings_of(message.chat_id))

    async def current_chat(self, chat_id: int) -> int:
        """Return the id that a chat has now, which may have become a supergroup since a button was made."""
        return await self.chat_settings.current(chat_id)

    def decide(self, turn: Turn, act: Act, *, silently: bool = False) -> LimitDecision:
        """Return the decision on what somebody does by an update; it counts if it is to be answered.

        Args:
            turn: Of the update.
            act: The act.
            silently: True if nobody is to be told that it is too much.
        """
        decision = self.limits.decide(act, turn.asker_id, turn.chat_id, turn.sent_at, silently=silently)
        if decision is not LimitDecision.ANSWER:
            self.counts["limited"] += 1
        return decision

    def pause(self, turn: Turn, act: Act) -> float:
        """Return the seconds after which what somebody does by an update would be answered."""
        return self.limits.pause(act, turn.asker_id, turn.chat_id, turn.sent_at)

    def count(self, turn: Turn) -> None:
        """Count and log what an update has come to, if it has: nobody's words, nobody's id."""
        if turn.outcome is None:
            return
        self.tally.count(turn)
        self.counts[f"{turn.surface}:{turn.outcome}"] += 1
        fields = {
            "update_id": turn.update_id,
            "surface": turn.surface,
            "language": turn.language,
            "outcome": turn.outcome,
        }
        _LOG.info(
            "Update %s: %s, %s, %s.",
            turn.update_id,
            turn.surface,
            turn.language or "no language",
            turn.outcome,
            extra={"fields": fields},
        )


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """A callback context whose shared data has types."""

    turn: Turn
    """The turn of the update that is handled."""

    @property
    def services(self) -> Services:
        """Everything that the handlers share."""
        return self.bot_data


SelonApplication: TypeAlias = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]
