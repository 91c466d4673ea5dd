"""Misses: questions asked in vain, redacted, of nobody in particular."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatType

from bot.answering.addressing import question_of
from bot.answering.articles import choice_in
from bot.answering.context import Context
from bot.answering.meaning import prepare
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.dialogue.surface import Surface
from bot.printable import one_line
from bot.redaction import MARK, redact
from bot.store.misses import Miss
from knowledge.matcher import Candidate, Outcome


def abstained(text: str, surface: Surface, reply: Reply, asker_id: int) -> Miss | None:
    """Return the miss that a question is if the article does not answer it; None for any other, and for what goes on.

    Args:
        text: The question.
        surface: The way in: private, group or guest.
        reply: The reply to it.
        asker_id: The person who asked, or the chat on whose behalf.
    """
    if reply.outcome is not Outcome.ABSTAIN or reply.goes_on:
        return None
    return miss_of(text, reply.language, surface, MissReason.ABSTAINED, reply.candidate, asker_id=asker_id)


async def keep_rejection(message: Message, person_id: int, language: str, context: Context) -> None:
    """Keep the question that a choice was offered for, after somebody has pressed "none of these".

    Args:
        message: The choice.
        person_id: The person who pressed.
        language: ISO 639-1 code of the choice.
        context: Of the update.
    """
    text, surface = asked_with(message, context)
    if not text:
        return
    services, chat_id, message_id = context.services, message.chat.id, message.message_id
    choice = await choice_in(services, context.turn, message)
    question = Question(text, choice=choice)
    await prepare(services, question)
    candidate = services.dialogue.ask(question).candidate
    miss = miss_of(text, language, surface, MissReason.REJECTED, candidate, asker_id=person_id)
    if miss is not None:
        await services.store.misses.reject(chat_id, message_id, miss)


def asked_with(message: Message, context: Context) -> tuple[str, Surface]:
    """Return the question that a message of the bot replies to, empty where that cannot be told, and its surface."""
    asked = message.reply_to_message
    surface = Surface.PRIVATE if message.chat.type == ChatType.PRIVATE else Surface.GROUP
    if message.quote is not None:
        return message.quote.text, surface
    return question_of(asked, context.bot.bot) if asked is not None else "", surface


def miss_of(
    text: str, language: str, surface: Surface, reason: MissReason, candidate: Candidate | None, *, asker_id: int
) -> Miss | None:
    """Return a miss, printable and redacted; None where no words are left."""
    # What is invisible goes first: it would keep a name or a link from being seen for what it is.
    kept = redact(one_line(text))
    if not any(sign.isalnum() for sign in kept.replace(MARK, "")):
        return None
    if candidate is None:
        return Miss(kept, language, surface, reason, None, None, asker_id=asker_id)
    return Miss(kept, language, surface, reason, candidate.entry_id, candidate.score, asker_id=asker_id)
