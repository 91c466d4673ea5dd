"""The ids that an answer is addressed with: python-telegram-bot takes anything for one, Telegram does not."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import MaybeInaccessibleMessage, Message, Update


def are_usable(update: Update) -> bool:
    """Tell whether every id in an update that an answer may need is a whole number or a text, as the Bot API has it."""
    return all(_is_number(number) for number in _numbers(update)) and all(
        isinstance(text, str) and text for text in _texts(update)
    )


def _numbers(update: Update) -> Iterator[object]:
    for message in (update.message, update.edited_message, update.guest_message):
        if message is not None:
            yield from _of_message(message)
    query = update.callback_query
    if query is not None:
        yield query.from_user.id
        if query.message is not None:
            yield from _of_message(query.message)
    if update.inline_query is not None:
        yield update.inline_query.from_user.id
    if update.my_chat_member is not None:
        yield update.my_chat_member.chat.id
        yield update.my_chat_member.from_user.id


def _of_message(message: MaybeInaccessibleMessage) -> Iterator[object]:
    yield message.message_id
    yield message.chat.id
    if isinstance(message, Message):
        for number in (message.message_thread_id, message.migrate_to_chat_id):
            if number is not None:
                yield number
        for sender in (message.from_user, message.sender_chat):
            if sender is not None:
                yield sender.id


def _texts(update: Update) -> Iterator[object]:
    if update.inline_query is not None:
        yield update.inline_query.id
    if update.guest_message is not None and update.guest_message.guest_query_id is not None:
        yield update.guest_message.guest_query_id
    query = update.callback_query
    if query is not None:
        yield query.id
        if query.inline_message_id is not None:
            yield query.inline_message_id


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
