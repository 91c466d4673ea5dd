"""The conversation so far, as readable plain text."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent, shorten

from botapi.formatting import inline_text
from botapi.markup import drawn
from botapi.wire import Json

_SERVICE = (
    "forum_topic_created", "forum_topic_closed", "forum_topic_reopened", "migrate_to_chat_id",
    "migrate_from_chat_id", "new_chat_members", "left_chat_member", "pinned_message",
)  # fmt: skip
_MEDIA = ("photo", "document", "video", "audio", "voice", "animation", "sticker")


def name_of(user: Json | None) -> str:
    """Return how people call a user: the username of a bot, the names of a human."""
    if not user:
        return "?"
    if user.get("is_bot") and user.get("username"):
        return f"@{user['username']}"
    return " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))


class Transcript:
    """Lines in the order of events.

    Args:
        topic_name: The name of a topic, or None, by chat and ``message_thread_id``.
    """

    def __init__(self, topic_name: Callable[[int, int], str | None]) -> None:
        self._topic_name = topic_name
        self._entries: list[str] = []

    def __str__(self) -> str:
        return "\n".join(self._entries)

    def message(self, message: Json) -> None:
        """Someone, or the bot, has sent a message."""
        self._add(f"{self._place(message)} {self._head(message)}: {self._content(message)}", message)

    def edit(self, message: Json) -> None:
        """Someone, or the bot, has edited a message."""
        head = f"{self._author(message)} edits #{message['message_id']}"
        self._add(f"{self._place(message)} {head}: {self._content(message)}", message)

    def deletion(self, message: Json) -> None:
        """The bot has deleted a message."""
        words = shorten(message.get("text") or message.get("caption") or "", 50, placeholder="…")
        self._line(f"{self._place(message)} #{message['message_id']} is deleted: {words}")

    def press(self, query: Json, label: str) -> None:
        """Someone has pressed a button."""
        message = query.get("message")
        where = f"#{message['message_id']}" if message else f"inline message {query.get('inline_message_id')}"
        place = self._place(message) + " " if message else ""
        self._line(f"{place}{name_of(query['from'])} presses [{label}] on {where}")

    def toast(self, query: Json, text: str, *, alert: bool) -> None:
        """The bot has answered a callback query."""
        if text:
            self._line(f"    ({'alert' if alert else 'toast'} to {name_of(query['from'])}: {text})")

    def inline_query(self, query: Json) -> None:
        """Someone types after the bot's name."""
        page = f" (from {query['offset']})" if query["offset"] else ""
        self._line(f"[inline] {name_of(query['from'])} types: {query['query']}{page}")

    def inline_answer(self, query: Json, results: list[Json], next_offset: str, button: Json | None) -> None:
        """The bot has answered an inline query."""
        lines = [f"[inline] {len(results)} results for {query['query']!r}"]
        lines += [f"    ({button['text']})"] if button else []
        for number, result in enumerate(results, 1):
            about = " – ".join(filter(None, (result.get("title"), result.get("description"))))
            lines.append(f"    {number}. {about}")
        lines += [f"    … more from {next_offset}"] if next_offset else []
        self._line("\n".join(lines))

    def inline_message(self, author: str, inline_message_id: str, message: Json, *, verb: str) -> None:
        """A message has been sent or edited that is known by its inline identifier only."""
        self._add(f"[inline] {author} {verb} {inline_message_id}: {message['text']}", message)

    def guest_answer(self, asked: Json, inline_message_id: str, result: Json, message: Json) -> None:
        """The bot has answered where it is a guest."""
        place = self._place(asked)
        text = inline_text(result).text
        self._add(f"{place} the guest bot answers #{asked['message_id']} ({inline_message_id}): {text}", message)

    def event(self, chat: Json, what: str) -> None:
        """Something else has happened in a chat."""
        self._line(f"[{_title(chat)}] {what}")

    def _add(self, line: str, message: Json) -> None:
        keyboard = "\n".join(drawn(message.get("reply_markup")))
        line = line.replace("\n", "\n    ")
        self._line(line + ("\n" + indent(keyboard, "    ") if keyboard else ""))

    def _line(self, text: str) -> None:
        self._entries.append(text)

    def _place(self, message: Json) -> str:
        chat = message["chat"]
        topic = self._topic_name(chat["id"], message.get("message_thread_id", 0))
        return f"[{_title(chat)}{' › ' + topic if topic else ''}]"

    def _author(self, message: Json) -> str:
        sender = message.get("sender_chat")
        if sender is None:
            return name_of(message.get("from"))
        anonymous = sender["id"] == message["chat"]["id"] and sender["type"] != "channel"
        return "anonymous admin" if anonymous else str(sender["title"])

    def _head(self, message: Json) -> str:
        notes = [f"#{message['message_id']}"]
        if origin := message.get("forward_origin"):
            notes.append(f"forwarded from {_origin(origin)}")
        if via := message.get("via_bot"):
            notes.append(f"via {name_of(via)}")
        replied, external = message.get("reply_to_message"), message.get("external_reply")
        if replied and "forum_topic_created" not in replied:
            notes.append(f"to #{replied['message_id']}")
        elif external:
            notes.append(f"to a message of {_origin(external['origin'])}")
        if quote := message.get("quote"):
            notes.append(f"quoting “{quote['text']}”")
        return f"{self._author(message)} ({', '.join(notes)})"

    def _content(self, message: Json) -> str:
        service = [f"<{name.replace('_', ' ')}>" for name in _SERVICE if name in message]
        media = [f"<{name}>" for name in _MEDIA if name in message]
        text = message.get("text") or message.get("caption") or ""
        return " ".join([*service, *media, *([text] if text else [])])


def _title(chat: Json) -> str:
    if chat["type"] == "private":
        return f"{name_of(chat)}, private"
    return f"{chat['title']}, {chat['type']}"


def _origin(origin: Json) -> str:
    chat = origin.get("chat") or origin.get("sender_chat")
    return str(chat["title"]) if chat else str(origin.get("sender_user_name") or name_of(origin.get("sender_user")))
