"""Sending, editing and deleting replies, with what the Bot API may say against it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter
from telegram.ext import ExtBot

from bot.dialogue.reply import Reply
from bot.handlers.context import Services
from bot.rendering.html import html
from bot.rendering.keyboard import keyboard

_LOG = logging.getLogger(__name__)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_MOST_WAITS = 3
# What the Bot API calls a chat or topic that the bot may not write to, besides 403.
_CLOSED = (
    "topic_closed",
    "message thread not found",
    "not enough rights",
    "have no rights to send",
    "chat not found",
    "chat_write_forbidden",
)
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_GONE = ("message to delete not found",)
_NOT_DELETABLE = ("message can't be deleted",)

Result = TypeVar("Result")


async def send(services: Services, to: Message, reply: Reply, *, asker: int | None = None) -> Message | None:
    """Sends a reply to a message, in its thread.

    Args:
        services: What the handlers share.
        to: The message that is answered; if it is gone meanwhile, the reply stands alone.
        reply: What to say.
        asker: Who may use the reply's buttons besides administrators; None where anybody may.

    Returns:
        The message sent; None if the chat does not let the bot write.
    """
    # The General topic has no thread id, and a reply in a plain supergroup has one that is no topic's.
    thread = to.message_thread_id if to.is_topic_message else None

    async def sent_to(chat_id: int, answered: ReplyParameters | None) -> Message:
        return await to.get_bot().send_message(
            chat_id,
            html(reply),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(reply, asker),
            link_preview_options=NO_PREVIEW,
            message_thread_id=thread,
            reply_parameters=answered,
        )

    async def sent() -> Message:
        try:
            return await sent_to(to.chat_id, ReplyParameters(to.message_id, allow_sending_without_reply=True))
        except ChatMigrated as error:
            # Message ids begin anew in the supergroup: there is nothing to reply to.
            return await sent_to(error.new_chat_id, None)

    return await delivered(services, sent)


async def edit(
    services: Services,
    bot: ExtBot[None],
    reply: Reply,
    *,
    asker: int | None = None,
    chat_id: int | None = None,
    message_id: int | None = None,
    inline_message_id: str | None = None,
) -> None:
    """Puts a reply in the place of an earlier one, named by chat and message or by its inline id.

    One that says the same already, or is gone, is left alone.
    """
    markup: InlineKeyboardMarkup | None = keyboard(reply, asker)

    async def edited() -> Message | bool:
        return await bot.edit_message_text(
            html(reply),
            chat_id=chat_id,
            message_id=message_id,
            inline_message_id=inline_message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )

    try:
        await delivered(services, edited)
    except BadRequest as error:
        if not _says(error, ("message is not modified", *_NOTHING_TO_EDIT)):
            raise


async def delete(services: Services, message: Message) -> bool:
    """Deletes a reply; True too if it is gone already, False if Telegram does not let the bot."""

    async def deleted() -> bool:
        return await message.delete()

    try:
        return bool(await delivered(services, deleted))
    except BadRequest as error:
        if _says(error, (*_GONE, *_NOT_DELETABLE)):
            return _says(error, _GONE)
        raise


def is_expired(error: BadRequest) -> bool:
    """Whether an inline, guest or callback query waited too long to be answered."""
    return _says(error, ("query is too old",))


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait; the library gives whole seconds or a timedelta, as it is set up."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


async def delivered(services: Services, request: Callable[[], Awaitable[Result]]) -> Result | None:
    """The result of a request, sent again after a refusal that asks to wait; None if the chat is closed to the bot."""
    for attempt in range(_MOST_WAITS + 1):
        try:
            return await request()
        except RetryAfter as error:
            services.counts["retry-after"] += 1
            if attempt == _MOST_WAITS:
                raise
            await asyncio.sleep(seconds(error))
        except Forbidden:
            services.counts["forbidden"] += 1
            _LOG.info("A chat does not let the bot write; nothing is sent there.")
            return None
        except BadRequest as error:
            if not _says(error, _CLOSED):
                raise
            services.counts["closed"] += 1
            _LOG.info("A chat or topic is closed to the bot; nothing is sent there.")
            return None
    return None


def _says(error: BadRequest, texts: tuple[str, ...]) -> bool:
    message = error.message.lower()
    return any(text in message for text in texts)
