"""Commands that browse, in the language of the person's app."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Message, Update
from telegram.constants import ChatType

from bot.dialogue.browse import Browser
from bot.dialogue.reply import OpenEntry, Reply
from bot.handlers.addressing import asker_of, is_from_a_person
from bot.handlers.context import Context
from bot.handlers.sending import send


async def on_start(update: Update, context: Context) -> None:
    """/start: an entry if a link asks for one, else what the bot does."""
    message = update.message
    if message is None:
        return
    payload = (context.args or [""])[0]
    entry = context.services.dialogue.act(OpenEntry(payload), _language(message, context)) if payload else None
    if entry is None:
        await on_help(update, context)
    else:
        await _send(update, context, message, entry)


async def on_help(update: Update, context: Context) -> None:
    """/help, with examples that work where it is sent."""
    message = update.message
    if message is not None and _is_meant(message):
        in_group = message.chat.type != ChatType.PRIVATE
        ask = f"/ask@{context.bot.username}" if in_group else None
        help_page = context.services.dialogue.browse.help(_language(message, context), ask=ask)
        await _send(update, context, message, help_page)


async def on_topics(update: Update, context: Context) -> None:
    """/topics."""
    await _browse(update, context, Browser.topics)


async def on_who(update: Update, context: Context) -> None:
    """/who."""
    await _browse(update, context, Browser.people)


async def on_sources(update: Update, context: Context) -> None:
    """/sources."""
    await _browse(update, context, Browser.sources)


async def on_privacy(update: Update, context: Context) -> None:
    """/privacy."""
    await _browse(update, context, Browser.privacy)


async def _browse(update: Update, context: Context, page: Callable[[Browser, str], Reply]) -> None:
    message = update.message
    if message is not None and _is_meant(message):
        await _send(update, context, message, page(context.services.dialogue.browse, _language(message, context)))


def _is_meant(message: Message) -> bool:
    """A command that somebody forwards to a group is not one of theirs."""
    is_forward = message.forward_origin is not None and message.chat.type != ChatType.PRIVATE
    return is_from_a_person(message) and not is_forward


async def _send(update: Update, context: Context, message: Message, reply: Reply) -> None:
    services = context.services
    in_group = message.chat.type != ChatType.PRIVATE
    if in_group:
        reply = services.dialogue.removable(reply)
    else:
        await services.delivery.open(message.chat_id)
    services.note(update.update_id, "command", reply)
    await send(services, update.update_id, message, reply, asker=asker_of(message) if in_group else None)


def _language(message: Message, context: Context) -> str:
    code = message.from_user.language_code if message.from_user else None
    return context.services.dialogue.interface_language(code)
