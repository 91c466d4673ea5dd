"""Rights: to press the buttons of a reply, and to administer a group."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.answering.addressing import person_of
from bot.answering.context import Context
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Asker, Pressers

_ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


def pressers_of(message: Message) -> Pressers:
    """Return those who may press the buttons under the reply to a message of a chat that the bot is in."""
    return ANYBODY if message.chat.type == ChatType.PRIVATE else asker_alone(message)


def asker_alone(message: Message) -> Pressers:
    """Return the author of a message as the only presser; where that is a chat, its administrators."""
    person = person_of(message)
    return Asker(person.id) if person is not None else ADMINISTRATORS


async def administers(context: Context, chat_id: int, user_id: int) -> bool | None:
    """Tell whether somebody is an administrator of a group just now; nobody is where Telegram refuses to say.

    Returns:
        None if Telegram could not be asked: trying again may help.
    """

    async def asked() -> bool:
        try:
            member = await context.bot.get_chat_member(chat_id, user_id)
        except (BadRequest, ChatMigrated, Forbidden):
            return False
        return member.status in _ADMINISTRATORS

    return await context.services.delivery.brief(asked)
