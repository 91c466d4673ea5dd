"""The bot's membership of chats: let in, put out, moved to a supergroup."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatMemberStatus

from bot.answering.context import Context

_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


async def on_my_chat_member(update: Update, context: Context) -> None:
    """Close or open a chat whose members block or unblock the bot, add or remove it, or change its rights."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in _OUT:
        await context.services.delivery.close(change.chat.id)
    else:
        await context.services.delivery.open(change.chat.id)


async def on_migration(update: Update, context: Context) -> None:
    """Carry what is known of a group over to the supergroup that it has become."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        old, new = message.chat_id, message.migrate_to_chat_id
        await context.services.delivery.put_down(lambda: context.services.chat_settings.migrate(old, new))
