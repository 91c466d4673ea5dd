"""Posted answers: the bot points to one that stands already instead of posting it again."""

from __future__ import annotations

from telegram import Message, User
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.answering.addressing import Claim
from bot.answering.articles import note_article
from bot.answering.context import Services
from bot.answering.decoration import pointer, removable
from bot.answering.message_link import message_link
from bot.answering.sending import send, thread_of
from bot.delivery.failures import mentions
from bot.dialogue.parts import Mention
from bot.dialogue.pressers import Pressers
from bot.dialogue.reply import Reply
from bot.printable import display_name
from bot.store import replies
from bot.store.contexts import AnsweredEntry
from bot.store.posted_answers import PostedAnswer
from bot.turn import Turn

_GONE = ("message to be replied not found", "replied message not found", "message to reply not found")


async def stands_already(services: Services, turn: Turn, message: Message, reply: Reply, at_least: int = 0) -> bool:
    """Tell whether an answer stands there, given as lately as the group has settled or within so many seconds."""
    return await _earlier_answer(services, turn, message, reply, at_least) is not None


async def say(
    services: Services,
    turn: Turn,
    to: Message,
    reply: Reply,
    *,
    pressers: Pressers,
    person: User | None = None,
    question_message: replies.QuestionMessage | None = None,
    claim: Claim | None = None,
    at_least: int = 0,
    is_new: bool = False,
) -> None:
    """Send a reply to a message, or point to the answer that stands there already if it says the same.

    Args:
        services: Of all handlers.
        turn: Of the update that the reply answers.
        to: The message that is answered.
        reply: The reply.
        pressers: Those who may press the reply's buttons.
        person: The person who is told where the answer stands; nobody in particular if None.
        question_message: Remembered of the message, so that its edit edits the reply.
        claim: The message that was looked up, under which the reply stands.
        at_least: Seconds for which an answer is pointed to even if the group has settled fewer.
        is_new: True if it was looked up already that no such answer stands there.
    """
    earlier = None if is_new else await _earlier_answer(services, turn, to, reply, at_least)
    if earlier is not None:
        url = message_link(to, earlier)
        line = removable(pointer(reply, url=url, mention=_mention(person)))
        try:
            line_sent = await send(
                services, turn, to, line, pressers=pressers, question_message=question_message, under=earlier
            )
        except BadRequest as error:
            if not mentions(error, _GONE):
                raise
            await forget_answer(services, to.chat_id, earlier)
        else:
            services.counts["pointed"] += 1
            if line_sent is not None:
                await _put_context(services, turn, line_sent.chat_id, line_sent.message_id, reply)
            if reply.entry_key is not None:
                note_article(services, turn, to, reply.entry_key)
            return
    sent = await send(services, turn, to, reply, pressers=pressers, question_message=question_message, claim=claim)
    # Where the group has just moved, it is forgotten that the answer stands.
    if sent is not None and sent.chat_id == to.chat_id:
        await _put(services, turn, to, sent.message_id, reply)


async def note_answer(services: Services, turn: Turn, place: Message, message_id: int, reply: Reply) -> None:
    """Note the answer that a message of the bot gives from now on.

    Args:
        services: Of all handlers.
        turn: Of the update by which it says so.
        place: Any message of the same chat and topic.
        message_id: The message of the bot.
        reply: Its answer.
    """
    await forget_answer(services, place.chat_id, message_id)
    await _put(services, turn, place, message_id, reply)


async def _put_context(services: Services, turn: Turn, chat_id: int, message_id: int, reply: Reply) -> None:
    context_key = reply.context_key or reply.entry_key
    if context_key is not None:
        answered = AnsweredEntry(context_key, reply.language)
        await services.store.contexts.put(chat_id, message_id, answered, turn.sent_at)


async def _put(services: Services, turn: Turn, place: Message, message_id: int, reply: Reply) -> None:
    await _put_context(services, turn, place.chat_id, message_id, reply)
    if reply.entry_key is None:
        return
    note_article(services, turn, place, reply.entry_key)
    if place.chat.type != ChatType.PRIVATE:
        answer = _posted_answer(place, reply.entry_key, reply.language)
        await services.store.posted.put(answer, message_id, turn.sent_at)


async def forget_answer(services: Services, chat_id: int, message_id: int) -> None:
    """Forget the answer of a message of the bot, which gives none any more."""
    if chat_id < 0:
        await services.store.posted.remove(chat_id, message_id)


async def _earlier_answer(services: Services, turn: Turn, message: Message, reply: Reply, at_least: int) -> int | None:
    """Return the message that has given an answer where another one stands, moments ago; None if there is none."""
    if reply.entry_key is None or message.chat.type == ChatType.PRIVATE:
        return None
    seconds = max(at_least, (await services.settings_of(message.chat_id)).repeat_seconds)
    answer = _posted_answer(message, reply.entry_key, reply.language)
    return await services.store.posted.find(answer, turn.sent_at, seconds)


def _posted_answer(message: Message, entry_key: str, language: str) -> PostedAnswer:
    return PostedAnswer(message.chat_id, thread_of(message) or 0, entry_key, language)


def _mention(person: User | None) -> Mention | None:
    """Return the mention of a person; None without a person, or if their name has nothing to show."""
    name = display_name(person.first_name or "") if person is not None else ""
    return Mention(name, person.id) if person is not None and name else None
