"""Questions in private chats and in groups, new and edited."""

from __future__ import annotations

from telegram import Message, Update

from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.handlers.addressing import Asked, Manner, asked_of, asker_of
from bot.handlers.context import Context, Services
from bot.handlers.misses import abstained, asking
from bot.handlers.quiet import (
    asked_unasked,
    is_within_limits,
    person_of,
    put_to_nobody,
    remember,
    say,
    stands_already,
)
from bot.handlers.sending import edit
from bot.store import replies
from knowledge.matcher import Outcome

_SURFACES = {Manner.PRIVATE: "private", Manner.AMBIENT: "ambient"}


async def on_message(update: Update, context: Context) -> None:
    """Answers a message if it is meant for the bot and there is something to say."""
    message = update.message
    if message is None:
        return
    asked = asked_of(message, context.bot.bot) or await asked_unasked(context.services, message)
    if asked is not None:
        if asked.manner is Manner.PRIVATE:
            await context.services.delivery.open(message.chat_id)
        await answer(context.services, update.update_id, message, asked)


async def on_edited_message(update: Update, context: Context) -> None:
    """Edits the reply to an edited question; a question that becomes one only by the edit is answered."""
    message, services = update.edited_message, context.services
    if message is None:
        return
    asked = asked_of(message, context.bot.bot) or await put_to_nobody(services, message)
    if asked is None or not asked.text:
        return
    remembered = services.store.replies
    answered = await services.delivery.put_down(lambda: remembered.recall(message.chat_id, message.message_id))
    if answered is None:
        # What is put to nobody has been read by everybody: an edit does not put it to the bot.
        if asked.manner is Manner.AMBIENT:
            return
        # An older one may have been answered and forgotten: silence, never a second message.
        if message.date.timestamp() >= await services.delivery.put_down(remembered.since):
            await answer(services, update.update_id, message, asked)
        return
    if answered.reply_id is None or answered.asked(asked.text):
        return
    reply = await _reply(services, message, asked)
    services.note(update.update_id, "edit", reply)
    stands = await edit(
        services,
        context.bot,
        reply,
        owner=message.chat_id,
        asker=_asker(message),
        chat_id=message.chat_id,
        message_id=answered.reply_id,
    )
    if stands:
        await remember(services, message, answered.reply_id, reply)
    sent = replies.Sent(_question(message, asked, reply), answered.reply_id)
    await services.delivery.put_down(lambda: remembered.remember(sent))


async def answer(services: Services, update_id: int, message: Message, asked: Asked) -> None:
    """Sends what there is to say to a message that is meant for the bot, which may be nothing."""
    surface = _surface(asked)
    reply = (
        await _reply(services, message, asked) if asked.text else await _reply_without_words(services, message, asked)
    )
    if reply is None or (asked.manner is Manner.REPLY and reply.outcome is Outcome.ABSTAIN):
        services.note(update_id, surface, None)
        return
    is_ambient = asked.manner is Manner.AMBIENT
    if is_ambient and await stands_already(services, message, reply):
        return
    if not await is_within_limits(services, update_id, message, reply.language, silently=is_ambient):
        return
    services.note(update_id, surface, reply)
    question, asker, person = _question(message, asked, reply), _asker(message), person_of(message)
    await say(services, update_id, message, reply, asker=asker, person=person, question=question)
    if not asked.text and asked.manner is Manner.PRIVATE:
        await services.delivery.put_down(lambda: services.store.chats.told(message.chat_id))


async def _reply(services: Services, message: Message, asked: Asked) -> Reply:
    question = Question(asked.text, _language_code(message))
    settings = await services.settings_of(message.chat_id)
    in_group = asked.manner is not Manner.PRIVATE
    reply = services.dialogue.votable(services.dialogue.ask(question, settings, brief=in_group))
    return services.dialogue.removable(reply) if in_group and reply.outcome is not Outcome.ABSTAIN else reply


async def _reply_without_words(services: Services, message: Message, asked: Asked) -> Reply | None:
    """A private chat is told once; in a group, whoever asks by command or mention is, a mere reply is not."""
    settings = await services.settings_of(message.chat_id)
    reply = services.dialogue.without_words(Question("", _language_code(message)), settings)
    if asked.manner is Manner.PRIVATE:
        was_told = await services.delivery.put_down(lambda: services.store.chats.was_told(message.chat_id))
        return None if was_told else reply
    return None if asked.manner is Manner.REPLY else reply.without_buttons()


def _surface(asked: Asked) -> str:
    return _SURFACES.get(asked.manner, "group")


def _question(message: Message, asked: Asked, reply: Reply) -> replies.Question:
    """What is kept of a question, of one that was asked of the bot in vain a little more."""
    miss = None if asked.manner is Manner.AMBIENT else abstained(asked.text, _surface(asked), reply, asking(message))
    return replies.Question(message.chat_id, message.message_id, asked.text, miss)


def _asker(message: Message) -> int | None:
    return None if message.chat.type == message.chat.PRIVATE else asker_of(message)


def _language_code(message: Message) -> str | None:
    return message.from_user.language_code if message.from_user else None
