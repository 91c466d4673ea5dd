"""The ids that an answer is addressed with: python-telegram-bot takes anything for one, Telegram does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from telegram import MaybeInaccessibleMessage, Message, Update

from bot.updates.origin import TOO_LARGE


def are_usable(update: Update) -> bool:
    """Tell whether every id in an update that an answer may need is a whole number or a text, as the Bot API has it.

    Those of people are positive: one that is not would name a chat.
    """
    return (
        all(_is_number(number) for number in _numbers(update))
        and all(_is_number(number) and number > 0 for number in _people(update))
        and all(_is_text(text) for text in _texts(update))
    )


def _people(update: Update) -> Iterator[object]:
    """Yield the ids of those who have sent an update."""
    for sent in (
        *_messages(update),
        update.callback_query,
        update.inline_query,
        update.my_chat_member,
    ):
        if sent is not None and sent.from_user is not None:
            yield sent.from_user.id


def _numbers(update: Update) -> Iterator[object]:
    """Yield the ids of chats, topics and messages."""
    for message in _messages(update):
        yield from _of_message(message)
    if update.callback_query is not None and update.callback_query.message is not None:
        yield from _of_message(update.callback_query.message)
    if update.my_chat_member is not None:
        yield update.my_chat_member.chat.id


def _messages(update: Update) -> Iterator[Message]:
    """Yield the messages that an update brings."""
    for message in (update.message, update.edited_message, update.guest_message):
        if message is not None:
            yield message


def _of_message(message: MaybeInaccessibleMessage) -> Iterator[object]:
    """Yield the ids of a message, its chat, its topic, and the chat on whose behalf it is written."""
    yield message.message_id
    yield message.chat.id
    if isinstance(message, Message):
        for number in (message.message_thread_id, message.migrate_to_chat_id):
            if number is not None:
                yield number
        if message.sender_chat is not None:
            yield message.sender_chat.id


def _texts(update: Update) -> Iterator[object]:
    """Yield the ids of queries, and of messages that were sent inline."""
    if update.inline_query is not None:
        yield update.inline_query.id
    if update.guest_message is not None and update.guest_message.guest_query_id is not None:
        yield update.guest_message.guest_query_id
    query = update.callback_query
    if query is not None:
        yield query.id
        if query.inline_message_id is not None:
            yield query.inline_message_id


def _is_text(value: object) -> TypeGuard[str]:
    """Tell whether a value is a text that a request and a database can hold: half a surrogate pair is none."""
    if not isinstance(value, str) or not value or "\0" in value:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < TOO_LARGE
