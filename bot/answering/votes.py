"""Votes under an answer."""

from __future__ import annotations

from telegram import CallbackQuery, Message

from bot.answering.context import Context
from bot.answering.meaning import prepare
from bot.answering.misses import asked_with, miss_of
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.question import Question
from bot.dialogue.reply import Vote
from bot.phrases import phrases
from bot.store.misses import Miss
from bot.store.votes import Answer


async def vote(query: CallbackQuery, action: Vote, language: str, context: Context) -> str:
    """Cast a vote, or change it, and return the toast for whoever pressed.

    Args:
        query: The press, on a button that stands under the message.
        action: The vote.
        language: ISO 639-1 code of the answer.
        context: Of the update.
    """
    message, services, words = query.message, context.services, phrases(language)
    if not isinstance(message, Message) or not services.dialogue.knows(action.entry_key):
        return words("stale")
    answer = Answer(message.chat.id, message.message_id, action.entry_key, language)
    miss = None if action.up else await _miss(message, answer, query.from_user.id, context)
    if not await services.store.votes.cast(query.from_user.id, answer, miss, up=action.up):
        return words("vote-again")
    return words("vote-up" if action.up else "vote-down")


async def _miss(message: Message, answer: Answer, person_id: int, context: Context) -> Miss | None:
    """Return the question with the entry that did not help, and the score that it has with it now."""
    text, surface = asked_with(message, context)
    if not text:
        return None
    question = Question(text)
    await prepare(context.services, question)
    candidate = context.services.dialogue.candidate(question, answer.entry_key)
    return miss_of(text, answer.language, surface, MissReason.VOTED_DOWN, candidate, asker_id=person_id)
