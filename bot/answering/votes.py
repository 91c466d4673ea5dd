"""Votes under an answer."""

from __future__ import annotations

from telegram import CallbackQuery, Message
from telegram.error import BadRequest

from bot.answering.context import Context
from bot.answering.meaning import prepare
from bot.answering.misses import asked_with, miss_of
from bot.answering.sending import UNCHANGED_OR_GONE
from bot.delivery.failures import mentions
from bot.dialogue.actions import Vote
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.question import Question
from bot.phrases import phrases
from bot.rendering.keyboard import with_votes
from bot.store.misses import Miss
from bot.store.taps import TimedTap
from bot.store.votes import Ballot, VotedAnswer

_FEW_VOTES = 10


async def vote(
    query: CallbackQuery, action: Vote, press: TimedTap, language: str, context: Context
) -> tuple[str, Ballot | None]:
    """Cast a vote, change it or withdraw it.

    Args:
        query: The press, on a button that stands under the message.
        action: The vote.
        press: The press as the store knows it.
        language: ISO 639-1 code of the answer.
        context: Of the update.

    Returns:
        The toast for whoever pressed, and the votes as they stand; None if there is nothing to vote on.
    """
    message, services, words = query.message, context.services, phrases(language)
    if not isinstance(message, Message) or not services.dialogue.knows(action.entry_key):
        return words("stale"), None
    answer = VotedAnswer(message.chat.id, message.message_id, action.entry_key, language)
    miss = None if action.up else await _miss(message, answer, query.from_user.id, context)
    ballot = await services.store.votes.cast(query.from_user.id, answer, miss, up=action.up, press=press)
    if ballot.up is None:
        return words("vote-withdrawn"), ballot
    return words("vote-up" if ballot.up else "vote-down"), ballot


async def show_votes(message: Message, ballot: Ballot, context: Context) -> None:
    """Show on the buttons of an answer how many have voted; in vain where Telegram is busy: the toast has said it."""
    votes, markup = ballot.ups + ballot.downs, message.reply_markup
    # Where many vote, an edit each would use up what a group may be sent.
    if not ballot.is_changed or markup is None or (votes > _FEW_VOTES and votes % _FEW_VOTES):
        return
    counted = with_votes(markup, ballot.ups, ballot.downs)
    try:
        await context.services.delivery.send_brief(lambda: message.edit_reply_markup(counted))
    except BadRequest as error:
        if not mentions(error, UNCHANGED_OR_GONE):
            raise


async def _miss(message: Message, answer: VotedAnswer, person_id: int, context: Context) -> Miss | None:
    """Return the question with the entry that did not help, and the score that it has with it now."""
    text, surface = asked_with(message, context)
    if not text:
        return None
    question = Question(text)
    await prepare(context.services, question)
    candidate = context.services.dialogue.candidate(question, answer.entry_key)
    return miss_of(text, answer.language, surface, MissReason.VOTED_DOWN, candidate, asker_id=person_id)
