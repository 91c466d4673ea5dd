"""The command /review and its buttons: the bot's administrators review misses in their private chat with the bot."""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType

from bot.answering.context import Context
from bot.answering.menu import greet_curator
from bot.answering.rights import pressers_of
from bot.answering.sending import edit, send
from bot.callback_data import Press
from bot.curation.curator import takes_long
from bot.dialogue.actions import Curating, ReviewQueue
from bot.dialogue.reply import Reply
from bot.dialogue.surface import Surface
from bot.phrases import phrases


async def on_review(update: Update, context: Context) -> None:
    """Answer /review with the group that was asked most."""
    message = update.message
    if message is None:
        return
    services = context.services
    reply = await _reply(context, ReviewQueue(), await services.language_for(message))
    await send(services, context.turn, message, reply, pressers=pressers_of(message))
    await greet_curator(services, context.bot, message.chat_id)


async def on_press(query: CallbackQuery, press: Press, action: Curating, context: Context) -> None:
    """Do what a button of a review says, and put the page that follows in the place of its message."""
    message = query.message
    if not isinstance(message, Message):
        return
    reply = await _reply(context, action, press.language)
    await edit(
        context.services,
        context.bot,
        reply,
        owner=message.chat.id,
        pressers=press.pressers,
        chat_id=message.chat.id,
        message_id=message.message_id,
    )


def progress_notice(action: Curating, language: str) -> str | None:
    """Return the notice while something is done that takes seconds; None for what is done at once."""
    return phrases(language)("review-learning") if takes_long(action) else None


def may_review(query: CallbackQuery, context: Context) -> bool:
    """Tell whether a press is an administrator's of the bot, in private, where pages of a review are."""
    message = query.message
    is_private = message is not None and message.chat.type == ChatType.PRIVATE
    return is_private and query.from_user.id in context.services.admin_ids


async def _reply(context: Context, action: Curating, language: str) -> Reply:
    """Do what a curator's command or press says, and return the page that follows, which it comes to."""
    reply = await context.services.curator.act(action, language)
    context.turn.surface = Surface.REVIEW
    context.turn.conclude(reply)
    return reply
