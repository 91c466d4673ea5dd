"""The methods that send: texts, photos, documents, and the "typing" that precedes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botapi.chats import GENERAL_TOPIC, Chat, Chats, now, without_reply
from botapi.entities import utf16_length
from botapi.formatting import caption, formatted, message_text
from botapi.markup import inline_keyboard
from botapi.photos import photo_sizes
from botapi.quotes import external_reply, quote_of
from botapi.transcript import Transcript
from botapi.wire import ApiError, Arguments, Json, bad_request

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_LONGEST_QUOTE = 1024


class Sending:
    """Messages from the bot."""

    def __init__(self, chats: Chats, transcript: Transcript) -> None:
        self._chats = chats
        self._transcript = transcript
        self.photos: dict[str, bytes] = {}

    def methods(self) -> dict[str, Callable[[Arguments], Any]]:
        """Return what this class answers, by method."""
        return {
            "sendMessage": self.send_message,
            "sendPhoto": self.send_photo,
            "sendDocument": self.send_document,
            "sendChatAction": self.send_chat_action,
        }

    def send_message(self, arguments: Arguments) -> Json:
        """Send a text."""
        content = message_text(arguments, "message is too long").fields()
        if options := arguments.json("link_preview_options"):
            content["link_preview_options"] = options
        return self._send(arguments, content)

    def send_photo(self, arguments: Arguments) -> Json:
        """Send a photo; of one that is no PNG, only the size in bytes is looked at."""
        size = self._file_size(arguments, "photo")
        content = caption(arguments).fields(caption=True)
        file_id = f"photo-{len(self.photos) + 1}"
        upload = arguments.files.get("photo", b"")
        message = self._send(arguments, {"photo": photo_sizes(file_id, upload, size), **content})
        self.photos[file_id] = upload
        return message

    def send_document(self, arguments: Arguments) -> Json:
        """Send a file, of which only the name and the size in bytes are looked at."""
        size = self._file_size(arguments, "document")
        name = arguments.text("document").removeprefix("attach://")
        document = {"file_id": "document", "file_unique_id": "document", "file_size": size, "file_name": name}
        return self._send(arguments, {"document": document, **caption(arguments).fields(caption=True)})

    def send_chat_action(self, arguments: Arguments) -> bool:
        """Show that the bot is busy."""
        chat = self._chats.writable(arguments)
        self._topic(chat, arguments)
        if arguments.text("action") not in _ACTIONS:
            raise bad_request("wrong parameter action in request")
        return True

    def _send(self, arguments: Arguments, content: Json) -> Json:
        markup = inline_keyboard(arguments)
        chat = self._chats.writable(arguments)
        thread = self._topic(chat, arguments)
        place = self._reply(chat, thread, arguments)
        self._check_open(chat, place.get("message_thread_id", GENERAL_TOPIC))
        message: Json = {"message_id": chat.next_message_id(), "chat": chat.value, "date": now(), **place, **content}
        if chat.kind == "channel":
            message["sender_chat"] = chat.value
        else:
            message["from"] = self._chats.me
        if markup:
            message["reply_markup"] = markup
        if arguments.boolean("protect_content"):
            message["has_protected_content"] = True
        chat.messages[message["message_id"]] = message
        chat.outgoing.add(message["message_id"])
        self._transcript.message(message)
        return message

    def _topic(self, chat: Chat, arguments: Arguments) -> Json:
        """Check the topic that a call names; outside forums and private chats Telegram ignores it."""
        number = arguments.integer("message_thread_id")
        if not number or not (chat.is_forum or chat.kind == "private"):
            return {}
        if number == GENERAL_TOPIC or number not in chat.topics:
            raise bad_request("message thread not found")
        return {"message_thread_id": number, "is_topic_message": True}

    def _check_open(self, chat: Chat, number: int) -> None:
        topic = chat.topics.get(number)
        if topic and topic.is_closed and not self._chats.is_bot_administrator(chat):
            raise bad_request("TOPIC_CLOSED")

    def _reply(self, chat: Chat, thread: Json, arguments: Arguments) -> Json:
        """Return the fields that place a message: its thread, what it answers, and the quote."""
        parameters = arguments.json("reply_parameters") or {}
        if "reply_to_message_id" in arguments:
            parameters = {"message_id": arguments.integer("reply_to_message_id")}
            parameters["allow_sending_without_reply"] = arguments.boolean("allow_sending_without_reply")
        if not parameters.get("message_id"):
            return {**thread, **chat.root_of(thread)}
        there = self._chats.named(str(parameters["chat_id"])) if parameters.get("chat_id") else chat
        replied = there.messages.get(int(parameters["message_id"]))
        if replied is None:
            if parameters.get("allow_sending_without_reply"):
                return {**thread, **chat.root_of(thread)}
            raise bad_request("message to be replied not found")
        quote = self._quote(parameters, replied)
        elsewhere = thread and thread["message_thread_id"] != replied.get("message_thread_id")
        if there is not chat or elsewhere:
            return {**thread, "external_reply": external_reply(replied), **quote}
        return {**(thread or chat.thread_of(replied)), "reply_to_message": without_reply(replied), **quote}

    def _quote(self, parameters: Json, replied: Json) -> Json:
        if not parameters.get("quote"):
            return {}
        wanted = formatted(
            parameters["quote"], parameters.get("quote_parse_mode", ""), parameters.get("quote_entities")
        ).text
        if utf16_length(wanted) > _LONGEST_QUOTE:
            raise bad_request("QUOTE_TEXT_INVALID")
        quote = quote_of(replied, wanted, near=parameters.get("quote_position", 0))
        if quote is None:
            raise bad_request("QUOTE_TEXT_INVALID")
        return {"quote": quote}

    def _file_size(self, arguments: Arguments, name: str) -> int:
        """Return the size of a file, wherever it is: in this call, on Telegram's servers or at a URL."""
        if not arguments.text(name):
            raise bad_request(f"there is no {name} in the request")
        if name not in arguments.files:
            return 1
        if not arguments.files[name]:
            raise ApiError(400, "Bad Request: file must be non-empty")
        return len(arguments.files[name])
