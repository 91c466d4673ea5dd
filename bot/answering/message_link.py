"""The link to a message of a supergroup."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatType

from bot.answering.sending import thread_of

_SUPERGROUP = "-100"


def message_link(to: Message, message_id: int) -> str | None:
    """Return the address of a message in the chat and topic of another one; None where messages have none."""
    if to.chat.type != ChatType.SUPERGROUP:
        return None
    place = to.chat.username or f"c/{str(to.chat_id).removeprefix(_SUPERGROUP)}"
    thread = thread_of(to)
    return "/".join(["https://t.me", place, *([str(thread)] if thread else []), str(message_id)])
