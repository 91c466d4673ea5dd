"""Questions in private chats and in groups, new and edited."""

from __future__ import annotations

from telegram import Message, Update

from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.handlers.addressing import Asked, Manner, asked_of, asker_of
from bot.handlers.context import Context, Services
from bot.handlers.memory import Answered
from bot.handlers.sending import edit, send
from knowledge.matcher import Outcome


async def on_message(update: Update, context: Context) -> None:
    """Answers a message if it is meant for the bot and there is something to say."""
    message = update.message
    asked = asked_of(message, context.bot.bot) if message else None
    if message is not None and asked is not None:
        await answer(context.services, message, asked)


async def on_edited_message(update: Update, context: Context) -> None:
    """Edits the reply to an edited question; a question that becomes one only by the edit is answered."""
    message = update.edited_message
    asked = asked_of(message, context.bot.bot) if message else None
    if message is None or asked is None:
        return
    services = context.services
    answered = services.replies.recall(message.chat_id, message.message_id)
    if answered is None:
        # From before the start it may have been answered by an earlier run: silence, never a second message.
        if asked.text and message.date >= services.started:
            await answer(services, message, asked)
        return
    if answered.text == asked.text or not asked.text:
        return
    reply = _reply(services, message, asked)
    services.replies.remember(message.chat_id, message.message_id, Answered(answered.reply_id, asked.text))
    await edit(
        services,
        context.bot,
        reply,
        asker=_asker(message),
        chat_id=message.chat_id,
        message_id=answered.reply_id,
    )


async def answer(services: Services, message: Message, asked: Asked) -> None:
    """Sends what there is to say to a message that is meant for the bot, which may be nothing."""
    if asked.text:
        reply = _reply(services, message, asked)
        if asked.manner is Manner.REPLY and reply.outcome is Outcome.ABSTAIN:
            return
    elif not _says_that_words_are_missing(services, message, asked):
        return
    else:
        reply = services.dialogue.without_words(Question("", _language_code(message)))
        if asked.manner is not Manner.PRIVATE:
            reply = reply.without_buttons()
    sent = await send(services, message, reply, asker=_asker(message))
    if sent is not None:
        services.replies.remember(message.chat_id, message.message_id, Answered(sent.message_id, asked.text))


def _reply(services: Services, message: Message, asked: Asked) -> Reply:
    question = Question(asked.text, _language_code(message))
    in_group = asked.manner is not Manner.PRIVATE
    reply = services.dialogue.ask(question, brief=in_group)
    return services.dialogue.removable(reply) if in_group and reply.outcome is not Outcome.ABSTAIN else reply


def _says_that_words_are_missing(services: Services, message: Message, asked: Asked) -> bool:
    """A private chat is told once; in a group, whoever asks by command or mention is, a mere reply is not."""
    if asked.manner is Manner.PRIVATE:
        return services.told_without_words.first_time(message.chat_id)
    return asked.manner is not Manner.REPLY


def _asker(message: Message) -> int | None:
    return None if message.chat.type == message.chat.PRIVATE else asker_of(message)


def _language_code(message: Message) -> str | None:
    return message.from_user.language_code if message.from_user else None
