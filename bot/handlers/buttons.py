"""Buttons under a reply."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, TelegramError

from bot.callback_data import Press, decode
from bot.dialogue.reply import OpenEntry, RemoveReply, Reply
from bot.handlers.context import Context
from bot.handlers.sending import delete, edit, is_expired, send
from bot.phrases import phrases

_ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def on_callback_query(update: Update, context: Context) -> None:
    """Does what a button says; every query is answered, a stale, foreign or forged one with a toast."""
    query = update.callback_query
    if query is None:
        return
    press = decode(query.data or "")
    if press is None or not _stands_under(query):
        code = context.services.dialogue.interface_language(query.from_user.language_code)
        await _toast(query, context, phrases(code)("stale"))
        return
    if not await _may_press(query, press, context):
        await _toast(query, context, phrases(press.language)("not-yours"))
        return
    if isinstance(press.action, RemoveReply):
        await _remove(query, press, context)
        return
    reply = context.services.dialogue.act(press.action, press.language)
    if reply is None:
        await _toast(query, context, phrases(press.language)("stale"))
        return
    context.services.note(update.update_id, "button", reply)
    await _toast(query, context, None)
    await _show(update.update_id, query, press, reply, context)


async def _show(update_id: int, query: CallbackQuery, press: Press, reply: Reply, context: Context) -> None:
    """In place of the message that the button stands under; a related question in a reply of its own."""
    services, message = context.services, query.message
    if message is None:
        # Sent inline or as a guest: nothing can be sent after it, so it holds the answer and no way on.
        await edit(
            services,
            context.bot,
            reply.without_buttons(),
            owner=query.from_user.id,
            inline_message_id=query.inline_message_id,
            asker=press.asker,
        )
        return
    if message.chat.type != ChatType.PRIVATE:
        reply = services.dialogue.removable(reply)
    if isinstance(press.action, OpenEntry) and isinstance(message, Message):
        asker = None if press.asker is None else query.from_user.id
        await send(services, update_id, message, reply, asker=asker)
        return
    await edit(
        services,
        context.bot,
        reply,
        owner=message.chat.id,
        asker=press.asker,
        chat_id=message.chat.id,
        message_id=message.message_id,
    )


async def _remove(query: CallbackQuery, press: Press, context: Context) -> None:
    message = query.message
    try:
        removed = isinstance(message, Message) and await delete(context.services, message)
    except TelegramError:
        removed = False
    await _toast(query, context, None if removed else phrases(press.language)("not-removed"))


def _stands_under(query: CallbackQuery) -> bool:
    """Whether the message has such a button at all; of an inline message, that cannot be known."""
    message = query.message
    if not isinstance(message, Message):
        return query.inline_message_id is not None
    markup = message.reply_markup
    if not isinstance(markup, InlineKeyboardMarkup):
        return False
    return any(button.callback_data == query.data for row in markup.inline_keyboard for button in row)


async def _may_press(query: CallbackQuery, press: Press, context: Context) -> bool:
    """In private anybody; elsewhere who asked, or an administrator. Related questions are open to all."""
    message = query.message
    if press.asker is None or press.asker == query.from_user.id:
        return True
    if message is None or message.chat.type == ChatType.PRIVATE:
        return False
    if isinstance(press.action, OpenEntry):
        return True
    try:
        chat, user = message.chat.id, query.from_user.id
        member = await context.services.delivery.brief(lambda: context.bot.get_chat_member(chat, user))
    except TelegramError:
        return False
    return member is not None and member.status in _ADMINISTRATORS


async def _toast(query: CallbackQuery, context: Context, text: str | None) -> None:
    """Answers the query; one that waited too long cannot be answered any more, which is no reason to stop."""
    try:
        await context.services.delivery.brief(lambda: query.answer(text))
    except BadRequest as error:
        if not is_expired(error):
            raise
