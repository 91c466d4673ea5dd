"""Keeping questions that were asked in vain: what was asked, of nobody in particular."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatType

from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.handlers.addressing import question_of
from bot.handlers.context import Context
from bot.redaction import MARK, redact
from bot.store.misses import Miss, Why
from knowledge.matcher import Candidate, Outcome


def abstained(text: str, surface: str, reply: Reply) -> Miss | None:
    """What is kept of a question that the article does not answer; None for any other.

    Args:
        text: What was asked.
        surface: Where it was asked: private, group, guest.
        reply: What is said to it.
    """
    if reply.outcome is not Outcome.ABSTAIN:
        return None
    return miss_of(text, reply.language, surface, Why.ABSTAINED, reply.candidate)


async def keep_rejection(message: Message, language: str, context: Context) -> None:
    """Keeps the question that a choice was offered for, after it was said that it is none of these.

    Args:
        message: The choice.
        language: ISO 639-1 code of the choice.
        context: Of the update.
    """
    text, surface = asked_with(message, context)
    if not text:
        return
    services, chat_id, message_id = context.services, message.chat.id, message.message_id
    miss = miss_of(text, language, surface, Why.REJECTED, services.dialogue.ask(Question(text)).candidate)
    if miss is not None:
        await services.delivery.put_down(lambda: services.store.misses.reject(chat_id, message_id, miss))


def asked_with(message: Message, context: Context) -> tuple[str, str]:
    """The question that a message of the bot replies to, empty where that cannot be told, and where it was asked."""
    asked = message.reply_to_message
    surface = "private" if message.chat.type == ChatType.PRIVATE else "group"
    return question_of(asked, context.bot.bot) if asked is not None else "", surface


def miss_of(text: str, language: str, surface: str, why: Why, candidate: Candidate | None) -> Miss | None:
    """A miss, redacted; None where no words are left."""
    kept = redact(text)
    if not any(sign.isalnum() for sign in kept.replace(MARK, "")):
        return None
    if candidate is None:
        return Miss(kept, language, surface, why, None, None)
    return Miss(kept, language, surface, why, candidate.entry_id, candidate.score)
