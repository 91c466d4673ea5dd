"""The methods that change what was sent, in a chat or by inline message identifier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botapi.chats import Chat, Chats, now
from botapi.formatting import message_text
from botapi.inline import InlineMessages
from botapi.markup import inline_keyboard
from botapi.transcript import Transcript
from botapi.wire import Arguments, Json, bad_request

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_SHOWN = ("text", "entities", "reply_markup")


class Editing:
    """Later states of the bot's messages."""

    def __init__(self, chats: Chats, inline: InlineMessages, transcript: Transcript) -> None:
        self._chats = chats
        self._inline = inline
        self._transcript = transcript

    def methods(self) -> dict[str, Callable[[Arguments], Any]]:
        """Return what this class answers, by method."""
        return {
            "editMessageText": self.edit_message_text,
            "editMessageReplyMarkup": self.edit_message_reply_markup,
            "deleteMessage": self.delete_message,
            "deleteMessages": self.delete_messages,
        }

    def edit_message_text(self, arguments: Arguments) -> Json | bool:
        """Replace text and keyboard; a keyboard that is not repeated goes."""
        content = message_text(arguments, "MESSAGE_TOO_LONG").fields()
        return self._edit(arguments, content, needs_text=True)

    def edit_message_reply_markup(self, arguments: Arguments) -> Json | bool:
        """Replace the keyboard only."""
        return self._edit(arguments, {}, needs_text=False)

    def delete_message(self, arguments: Arguments) -> bool:
        """Delete a message of the bot, or of others where the bot may."""
        chat = self._chats.writable(arguments)
        message = chat.messages.get(arguments.integer("message_id"))
        if message is None:
            raise bad_request("message to delete not found")
        if not self._may_delete(chat, message):
            raise bad_request("message can't be deleted for everyone")
        self._delete(chat, message)
        return True

    def delete_messages(self, arguments: Arguments) -> bool:
        """Delete those that exist, as Telegram does."""
        chat = self._chats.writable(arguments)
        for number in arguments.json("message_ids") or []:
            message = chat.messages.get(number)
            if message is not None and self._may_delete(chat, message):
                self._delete(chat, message)
        return True

    def _edit(self, arguments: Arguments, content: Json, *, needs_text: bool) -> Json | bool:
        markup = inline_keyboard(arguments)
        content |= {"reply_markup": markup} if markup else {}
        if "inline_message_id" in arguments:
            return self._edit_inline(arguments.text("inline_message_id"), content, needs_text=needs_text)
        chat = self._chats.writable(arguments)
        message = chat.messages.get(arguments.integer("message_id"))
        if message is None:
            raise bad_request("message to edit not found")
        if message["message_id"] not in chat.outgoing:
            raise bad_request("message can't be edited")
        if needs_text and "text" not in message:
            raise bad_request("there is no text in the message to edit")
        edited = _replaced(message, content, keeps_text=not needs_text) | {"edit_date": now()}
        chat.messages[message["message_id"]] = edited
        self._transcript.edit(edited)
        return edited

    def _edit_inline(self, identifier: str, content: Json, *, needs_text: bool) -> bool:
        message = self._inline.get(identifier)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        edited = _replaced(message, content, keeps_text=not needs_text)
        self._inline.replace(identifier, edited)
        bot = f"@{self._chats.bot['username']}"
        self._transcript.inline_message(bot, identifier, edited, verb="edits")
        return True

    def _may_delete(self, chat: Chat, message: Json) -> bool:
        if message["message_id"] in chat.outgoing or chat.kind == "private":
            return True
        return self._chats.is_bot_administrator(chat)

    def _delete(self, chat: Chat, message: Json) -> None:
        del chat.messages[message["message_id"]]
        self._transcript.deletion(message)


def _replaced(message: Json, content: Json, *, keeps_text: bool) -> Json:
    """Return a message with new content.

    Raises:
        ApiError: Nothing would change.
    """
    dropped = {"reply_markup"} if keeps_text else set(_SHOWN)
    edited = {name: value for name, value in message.items() if name not in dropped} | content
    if all(edited.get(name) == message.get(name) for name in _SHOWN):
        raise bad_request(_NOT_MODIFIED)
    return edited
