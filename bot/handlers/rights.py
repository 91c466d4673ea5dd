"""Who administers a group."""

from __future__ import annotations

from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.handlers.context import Context

_ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def administers(context: Context, chat_id: int, user_id: int) -> bool:
    """Whether somebody is an administrator of a group just now; nobody is where Telegram does not say."""
    try:
        member = await context.services.delivery.brief(lambda: context.bot.get_chat_member(chat_id, user_id))
    except TelegramError:
        return False
    return member is not None and member.status in _ADMINISTRATORS
