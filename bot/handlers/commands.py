"""Commands that browse and settle, in the chat's language if it has settled one, else in that of the person's app."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Message, Update
from telegram.constants import ChatType

from bot.dialogue.browse import Browser
from bot.dialogue.chat_settings import LANGUAGE, OVERVIEW
from bot.dialogue.reply import OpenEntry, Reply
from bot.handlers import settings
from bot.handlers.addressing import asker_of, is_from_a_person
from bot.handlers.context import Context
from bot.handlers.quiet import is_within_limits, person_of, say


async def on_start(update: Update, context: Context) -> None:
    """/start: an entry or a group's settings if a link asks for them, else what the bot does."""
    message = update.message
    if message is None:
        return
    payload = (context.args or [""])[0]
    language = await context.services.language_for(message)
    entry = context.services.dialogue.act(OpenEntry(payload), language) if payload else None
    linked = entry or await settings.linked(message, context, payload)
    if linked is None:
        await on_help(update, context)
    else:
        await _send(update, context, message, context.services.dialogue.votable(linked))


async def on_help(update: Update, context: Context) -> None:
    """/help, with examples that work where it is sent."""
    message = update.message
    if message is not None and _is_meant(message):
        in_group = message.chat.type != ChatType.PRIVATE
        ask = f"/ask@{context.bot.username}" if in_group else None
        help_page = context.services.dialogue.browse.help(await context.services.language_for(message), ask=ask)
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


async def on_forget(update: Update, context: Context) -> None:
    """/forget: delete the votes of whoever sends it, and what they have asked in vain today."""
    message = update.message
    if message is None or not _is_meant(message):
        return
    services, person = context.services, asker_of(message)
    number = await services.delivery.put_down(lambda: services.store.votes.forget(person))
    questions = await services.delivery.put_down(lambda: services.store.misses.forget(person))
    language = await services.language_for(message)
    forgotten = services.dialogue.browse.forgotten(number, language, questions=questions)
    await _send(update, context, message, forgotten)


async def on_settings(update: Update, context: Context) -> None:
    """/settings, for administrators in groups."""
    await _settle(update, context, OVERVIEW)


async def on_language(update: Update, context: Context) -> None:
    """/language, for administrators in groups; with a language behind it, that is settled at once."""
    await _settle(update, context, LANGUAGE, " ".join(context.args or ()))


async def _settle(update: Update, context: Context, page: str, typed: str = "") -> None:
    message = update.message
    if message is not None and _is_meant(message) and settings.may_ask(message):
        await _send(update, context, message, await settings.opened(message, context, page, typed))


async def _browse(update: Update, context: Context, page: Callable[[Browser, str], Reply]) -> None:
    message = update.message
    if message is not None and _is_meant(message):
        await _send(
            update,
            context,
            message,
            page(context.services.dialogue.browse, await context.services.language_for(message)),
        )


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
    if not await is_within_limits(services, update.update_id, message, reply.language):
        return
    services.note(update.update_id, "command", reply)
    asker, person = asker_of(message) if in_group else None, person_of(message)
    await say(services, update.update_id, message, reply, asker=asker, person=person)
