"""Sending, editing and deleting replies, with what the Bot API may say against it."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.dialogue.reply import Reply
from bot.handlers.context import Services
from bot.handlers.delivery import says
from bot.rendering.html import html
from bot.rendering.keyboard import keyboard
from bot.store.replies import Question

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_GONE = ("message to delete not found",)
_NOT_DELETABLE = ("message can't be deleted",)


async def send(
    services: Services,
    update_id: int,
    to: Message,
    reply: Reply,
    *,
    asker: int | None = None,
    question: Question | None = None,
) -> Message | None:
    """Sends a reply to a message, in its thread, and at most once.

    Args:
        services: What the handlers share.
        update_id: The update that the reply answers.
        to: The message that is answered; if it is gone meanwhile, the reply stands alone.
        reply: What to say.
        asker: Who may use the reply's buttons besides administrators; None where anybody may.
        question: What is remembered of the message, so that its edit edits the reply.

    Returns:
        The message sent; None if the chat does not let the bot write, or if nobody knows whether it arrived.
    """
    # The General topic has no thread id, and a reply in a plain supergroup has one that is no topic's.
    thread = to.message_thread_id if to.is_topic_message else None
    text, markup = html(reply), keyboard(reply, asker)

    async def sent(chat_id: int) -> Message:
        # Message ids begin anew in a supergroup that the group has become: there is nothing to reply to.
        answered = ReplyParameters(to.message_id, allow_sending_without_reply=True) if chat_id == to.chat_id else None
        return await to.get_bot().send_message(
            chat_id,
            text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
            message_thread_id=thread,
            reply_parameters=answered,
        )

    return await services.delivery.once(update_id, to.chat_id, sent, question)


async def edit(
    services: Services,
    bot: ExtBot[None],
    reply: Reply,
    *,
    owner: int,
    asker: int | None = None,
    chat_id: int | None = None,
    message_id: int | None = None,
    inline_message_id: str | None = None,
) -> None:
    """Puts a reply in the place of an earlier one, named by chat and message or by its inline id.

    One that says the same already, or is gone, is left alone.

    Args:
        services: What the handlers share.
        bot: Who edits.
        reply: What to say instead.
        owner: The chat, or whoever pressed a button where the bot sees no chat: the limits are theirs.
        asker: Who may use the reply's buttons besides administrators; None where anybody may.
        chat_id: Where the earlier one stands.
        message_id: Which it is.
        inline_message_id: Which it is, where it was sent inline or as a guest.
    """
    text = html(reply)
    markup: InlineKeyboardMarkup | None = keyboard(reply, asker)

    async def edited() -> Message | bool:
        return await bot.edit_message_text(
            text,
            chat_id=chat_id,
            message_id=message_id,
            inline_message_id=inline_message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )

    try:
        await services.delivery.repeatable(owner, edited)
    except BadRequest as error:
        if not says(error, ("message is not modified", *_NOTHING_TO_EDIT)):
            raise


async def delete(services: Services, message: Message) -> bool:
    """Deletes a reply; True too if it is gone already, False if Telegram does not let the bot."""

    async def deleted() -> bool:
        return await message.delete()

    try:
        return bool(await services.delivery.repeatable(message.chat_id, deleted))
    except BadRequest as error:
        if says(error, (*_GONE, *_NOT_DELETABLE)):
            return says(error, _GONE)
        raise


def is_expired(error: BadRequest) -> bool:
    """Whether an inline, guest or callback query waited too long to be answered."""
    return says(error, ("query is too old", "query id is invalid"))
