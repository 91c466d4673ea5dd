"""Buttons under a reply."""

from __future__ import annotations

import time

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError

from bot.callback_data import Press, decode
from bot.dialogue.question import AUTOMATIC
from bot.dialogue.reply import Curating, OpenEntry, OpenSettings, RejectChoices, RemoveReply, Reply, Settle, Vote
from bot.handlers import review, settings
from bot.handlers.context import Context
from bot.handlers.limits import Verdict
from bot.handlers.misses import keep_rejection
from bot.handlers.quiet import forget, remember, say
from bot.handlers.rights import administers
from bot.handlers.sending import delete, edit, is_expired
from bot.handlers.votes import vote
from bot.phrases import phrases


async def on_callback_query(update: Update, context: Context) -> None:
    """Does what a button says; every query is answered, a stale, foreign or forged one with a toast."""
    query = update.callback_query
    if query is None:
        return
    press = decode(query.data or "")
    if press is None or not _stands_under(query):
        await _toast(query, context, phrases(await _language(query, context))("stale"))
        return
    if isinstance(press.action, OpenSettings | Settle):
        await _settle(update.update_id, query, press, press.action, context)
        return
    if not await _may_press(query, press, context):
        await _toast(query, context, phrases(press.language)("not-yours"))
        return
    if isinstance(press.action, Curating):
        await _toast(query, context, review.meanwhile(press.action, press.language))
        await review.on_press(update.update_id, query, press, press.action, context)
        return
    if isinstance(press.action, RemoveReply):
        await _remove(query, press, context)
        return
    if isinstance(press.action, Vote):
        await _toast(query, context, await vote(query, press.action, press.language, context))
        return
    reply = context.services.dialogue.act(press.action, press.language)
    if reply is None:
        await _toast(query, context, phrases(press.language)("stale"))
        return
    if isinstance(press.action, OpenEntry) and await _asks_too_much(query, press, context):
        return
    context.services.note(update.update_id, "button", reply)
    await _toast(query, context, None)
    await _show(update.update_id, query, press, reply, context)


async def _settle(
    update_id: int, query: CallbackQuery, press: Press, action: OpenSettings | Settle, context: Context
) -> None:
    """On a page of settings, which has its own rule of who may press."""
    pressed = await settings.pressed(query, press, action, context)
    await _toast(query, context, pressed.toast)
    if pressed.page is not None:
        context.services.note(update_id, "button", pressed.page)
        await _show(update_id, query, press, pressed.page, context)


async def _asks_too_much(query: CallbackQuery, press: Press, context: Context) -> bool:
    """Whether somebody opens more answers than they may; once in a while a toast says so."""
    services = context.services
    chat_id = query.message.chat.id if query.message is not None else query.from_user.id
    verdict = services.limits.verdict(query.from_user.id, chat_id, time.time())
    if verdict is Verdict.ANSWER:
        return False
    services.counts["limited"] += 1
    await _toast(query, context, phrases(press.language)("too-much") if verdict is Verdict.NOTICE else None)
    return True


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
    reply = services.dialogue.votable(reply)
    if message.chat.type != ChatType.PRIVATE:
        reply = services.dialogue.removable(reply)
    if isinstance(press.action, OpenEntry) and isinstance(message, Message):
        asker = None if press.asker is None else query.from_user.id
        await say(services, update_id, message, reply, asker=asker, person=query.from_user)
        return
    stands = await edit(
        services,
        context.bot,
        reply,
        owner=message.chat.id,
        asker=press.asker,
        chat_id=message.chat.id,
        message_id=message.message_id,
    )
    if stands and isinstance(message, Message):
        await remember(services, message, message.message_id, reply)
    if isinstance(press.action, RejectChoices) and isinstance(message, Message):
        await keep_rejection(message, query.from_user.id, press.language, context)


async def _remove(query: CallbackQuery, press: Press, context: Context) -> None:
    message = query.message
    try:
        removed = isinstance(message, Message) and await delete(context.services, message)
    except TelegramError:
        removed = False
    if removed and message is not None:
        await forget(context.services, message.chat.id, message.message_id)
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
    """In private anybody; elsewhere who asked, or an administrator. Related questions and votes are open to all."""
    message = query.message
    if isinstance(press.action, Curating):
        return review.may_review(query, context)
    if press.asker is None or press.asker == query.from_user.id:
        return True
    if message is None or message.chat.type == ChatType.PRIVATE:
        return False
    if isinstance(press.action, OpenEntry | Vote):
        return True
    return await administers(context, message.chat.id, query.from_user.id)


async def _language(query: CallbackQuery, context: Context) -> str:
    """What to speak where the button itself does not tell."""
    chat_settings = AUTOMATIC if query.message is None else await context.services.settings_of(query.message.chat.id)
    return context.services.dialogue.interface_language(query.from_user.language_code, chat_settings)


async def _toast(query: CallbackQuery, context: Context, text: str | None) -> None:
    """Answers the query; one that waited too long cannot be answered any more, which is no reason to stop."""
    try:
        await context.services.delivery.brief(lambda: query.answer(text))
    except BadRequest as error:
        if not is_expired(error):
            raise
