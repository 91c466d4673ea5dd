"""Rights: to press the buttons of a reply, and to administer a group."""

from __future__ import annotations

from enum import Enum

from telegram import Message
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.answering.addressing import person_of
from bot.answering.context import Context
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Asker, Pressers

_ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


class Permission(Enum):
    """The answer to who may do something; `UNKNOWN` if Telegram could not be asked: trying again may help."""

    GRANTED = "granted"
    REFUSED = "refused"
    UNKNOWN = "unknown"

    @classmethod
    def given(cls, is_granted: bool, /) -> Permission:
        """Return the permission where nobody has to be asked."""
        return cls.GRANTED if is_granted else cls.REFUSED


def pressers_of(message: Message) -> Pressers:
    """Return those who may press the buttons under the reply to a message of a chat that the bot is in."""
    return ANYBODY if message.chat.type == ChatType.PRIVATE else asker_alone(message)


def asker_alone(message: Message) -> Pressers:
    """Return the author of a message as the only presser; where that is a chat, its administrators."""
    person = person_of(message)
    return Asker(person.id) if person is not None else ADMINISTRATORS


async def administers(context: Context, chat_id: int, user_id: int) -> Permission:
    """Ask Telegram whether somebody is an administrator of a group just now; nobody is where it refuses to say."""

    async def asked() -> Permission:
        try:
            member = await context.bot.get_chat_member(chat_id, user_id)
        except (BadRequest, ChatMigrated, Forbidden):
            return Permission.REFUSED
        return Permission.given(member.status in _ADMINISTRATORS)

    return await context.services.delivery.send_brief(asked) or Permission.UNKNOWN


async def reads(context: Context, chat_id: int) -> bool:
    """Tell whether Telegram shows the bot all that is written in a group, as far as it can be asked.

    It does where the bot's privacy mode is off, and where the bot administers the group.
    """

    async def asked() -> bool:
        return bool((await context.bot.get_me()).can_read_all_group_messages)

    try:
        reads_all = await context.services.delivery.send_brief(asked)
    except TelegramError:
        return True
    return reads_all is not False or await administers(context, chat_id, context.bot.id) is not Permission.REFUSED
