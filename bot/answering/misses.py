"""Keeping questions that were asked in vain: what was asked, of nobody in particular."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatType

from bot.answering.addressing import question_of
from bot.answering.context import Context
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.printable import one_line
from bot.redaction import MARK, redact
from bot.store.misses import Miss, Why
from knowledge.matcher import Candidate, Outcome


def abstained(text: str, surface: str, reply: Reply, asker_id: int) -> Miss | None:
    """What is kept of a question that the article does not answer; None for any other.

    Args:
        text: What was asked.
        surface: Where it was asked: private, group, guest.
        reply: What is said to it.
        asker_id: Who asked.
    """
    if reply.outcome is not Outcome.ABSTAIN:
        return None
    return miss_of(text, reply.language, surface, Why.ABSTAINED, reply.candidate, asker_id=asker_id)


async def keep_rejection(message: Message, person_id: int, language: str, context: Context) -> None:
    """Keeps the question that a choice was offered for, after it was said that it is none of these.

    Args:
        message: The choice.
        person_id: Who said so.
        language: ISO 639-1 code of the choice.
        context: Of the update.
    """
    text, surface = asked_with(message, context)
    if not text:
        return
    services, chat_id, message_id = context.services, message.chat.id, message.message_id
    candidate = services.dialogue.ask(Question(text)).candidate
    miss = miss_of(text, language, surface, Why.REJECTED, candidate, asker_id=person_id)
    if miss is not None:
        await services.store.misses.reject(chat_id, message_id, miss)


def asked_with(message: Message, context: Context) -> tuple[str, str]:
    """The question that a message of the bot replies to, empty where that cannot be told, and where it was asked."""
    asked = message.reply_to_message
    surface = "private" if message.chat.type == ChatType.PRIVATE else "group"
    return question_of(asked, context.bot.bot) if asked is not None else "", surface


def asking(message: Message) -> int:
    """The id of whoever writes a message: a person, or the chat on whose behalf it is written."""
    asker = message.sender_chat or message.from_user
    return asker.id if asker else 0


def miss_of(
    text: str, language: str, surface: str, why: Why, candidate: Candidate | None, *, asker_id: int
) -> Miss | None:
    """A miss, printable and redacted; None where no words are left."""
    # What is invisible goes first: it would keep a name or a link from being seen for what it is.
    kept = redact(one_line(text))
    if not any(sign.isalnum() for sign in kept.replace(MARK, "")):
        return None
    if candidate is None:
        return Miss(kept, language, surface, why, None, None, asker_id=asker_id)
    return Miss(kept, language, surface, why, candidate.entry_id, candidate.score, asker_id=asker_id)
