"""The bot's membership of chats: let in, put out, moved to a supergroup."""

from __future__ import annotations

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.answering.context import Context, Services
from bot.answering.decoration import removable
from bot.answering.sending import post
from bot.dialogue.pressers import Asker
from bot.dialogue.surface import Surface
from bot.store.taps import Tap
from bot.turn import Turn

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


async def on_my_chat_member(update: Update, context: Context) -> None:
    """Close or open a chat whose members block or unblock the bot, add or remove it, or change its rights.

    A group that adds it is told what it does.
    """
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in _OUT:
        await context.services.delivery.close(change.chat.id)
        return
    await context.services.delivery.open(change.chat.id)
    if change.old_chat_member.status in _OUT and change.chat.type in _GROUPS:
        await _greet(change, context)


async def _greet(change: ChatMemberUpdated, context: Context) -> None:
    """Say in a group that has let the bot in what it does; once an hour at most, however often that is."""
    services, turn, chat_id = context.services, context.turn, change.chat.id
    if not await is_first_greeting(services, turn, chat_id):
        return
    settings, person = await services.settings_of(chat_id), change.from_user
    dialogue = services.dialogue
    language = dialogue.interface_language(person.language_code, settings)
    choice = dialogue.choice(settings)
    reply = dialogue.articles_gone(language)
    if not choice.admits_none:
        username, is_ambient = context.bot.username, settings.ambient
        reply = removable(dialogue.browse.greeting(language, username, choice=choice, is_ambient=is_ambient))
    turn.surface = Surface.COMMAND
    turn.conclude(reply)
    await post(services, turn, context.bot, chat_id, reply, pressers=Asker(person.id))


async def is_first_greeting(services: Services, turn: Turn, chat_id: int) -> bool:
    """Put down that a group is greeted; False if it was within the last hour."""
    return await services.store.taps.put(Tap(str(chat_id), "", "greeting"), turn.update_id, turn.sent_at)


async def on_migration(update: Update, context: Context) -> None:
    """Carry what is known of a group over to the supergroup that it has become."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        await context.services.chat_settings.migrate(message.chat_id, message.migrate_to_chat_id)
