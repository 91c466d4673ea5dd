"""Builders of everything that people do without writing: presses, inline and guest queries, comings and goings."""

from __future__ import annotations

import copy
import hashlib
from dataclasses import dataclass, field
from itertools import count

from botapi.answers import Answers
from botapi.chats import Chat, Chats, Status, chat_member, now, without_reply
from botapi.entities import found_in
from botapi.inline import InlineMessages
from botapi.markup import button_labelled, buttons
from botapi.places import Places
from botapi.quotes import chosen_quote
from botapi.speech import Speech
from botapi.transcript import Transcript, name_of
from botapi.updates import Updates
from botapi.wire import Json


@dataclass(slots=True)
class Gestures:
    """Queues updates that are no messages of the bot's own chats."""

    chats: Chats
    updates: Updates
    transcript: Transcript
    answers: Answers
    inline: InlineMessages
    places: Places
    speech: Speech
    _ids: count[int] = field(default_factory=lambda: count(4_000_000_000_000_001))

    def callback(self, user: Json, message: Json, data: str) -> Json:
        """Press a button with this data on a message of the bot, and return the CallbackQuery.

        The query holds the message as it is now, with the message that it answers as that is now, if it is still
        there; or an InaccessibleMessage if it has been deleted.
        """
        with self.chats.monitor.changing():
            record = self.chats[message["chat"]]
            missing = {"chat": record.value, "message_id": message["message_id"], "date": 0}
            current = record.messages.get(message["message_id"], missing)
            if replied := current.get("reply_to_message"):
                answered = record.messages.get(replied["message_id"])
                current = {name: value for name, value in current.items() if name != "reply_to_message"}
                current |= {"reply_to_message": without_reply(answered)} if answered else {}
            place = {"message": current, "chat_instance": _instance(f"chat {record.id}")}
            return self._press(user, place, data, current.get("reply_markup"))

    def callback_inline(self, user: Json, inline_message_id: str, data: str) -> Json:
        """Press a button of a message sent in inline mode or by a guest answer, and return the CallbackQuery."""
        with self.chats.monitor.changing():
            place = {"inline_message_id": inline_message_id, "chat_instance": _instance(inline_message_id)}
            message = self.inline.get(inline_message_id) or {}
            return self._press(user, place, data, message.get("reply_markup"))

    def press(self, user: Json, message: Json | str, label: str) -> Json:
        """Press the button of that text, as the message is now, and return the CallbackQuery.

        Args:
            user: The person who presses.
            message: A message of the bot, or an ``inline_message_id``.
            label: The text of the button, or enough of it to know it by.
        """
        with self.chats.monitor.changing():
            if isinstance(message, str):
                button = button_labelled(self.inline.messages[message].get("reply_markup"), label)
                return self.callback_inline(user, message, _data(button))
            current = self.chats[message["chat"]].messages[message["message_id"]]
            return self.callback(user, message, _data(button_labelled(current.get("reply_markup"), label)))

    def _press(self, user: Json, place: Json, data: str, markup: Json | None) -> Json:
        query: Json = {"id": str(next(self._ids)), "from": user, **place, "data": data}
        labels = [button["text"] for button in buttons(markup) if button.get("callback_data") == data]
        self.answers.callback.ask(query["id"], query)
        self.transcript.press(query, labels[0] if labels else f"a button that is gone: {data}")
        self.updates.push("callback_query", query)
        return copy.deepcopy(query)

    def inline_query(self, user: Json, words: str, offset: str = "", *, chat_type: str = "supergroup") -> Json:
        """Type after the bot's name in any chat, and return the InlineQuery."""
        with self.chats.monitor.changing():
            query: Json = {"id": str(next(self._ids)), "from": user, "query": words, "offset": offset}
            query["chat_type"] = chat_type
            self.answers.inline.ask(query["id"], query)
            self.transcript.inline_query(query)
            self.updates.push("inline_query", query)
            return copy.deepcopy(query)

    def chosen_inline_result(self, user: Json, query: Json, result_id: str) -> Json:
        """Send one of the results with which the bot answered an inline query.

        Returns:
            The ChosenInlineResult; its ``inline_message_id`` is there only if the result has a keyboard.
        """
        with self.chats.monitor.changing():
            results = self.answers.inline.answers[query["id"]]["results"]
            result = next(result for result in results if result["id"] == result_id)
            identifier = self.inline.send(result)
            chosen: Json = {"result_id": result_id, "from": user, "query": query["query"]}
            if self.inline.messages[identifier].get("reply_markup"):
                chosen["inline_message_id"] = identifier
            message = self.inline.messages[identifier]
            self.transcript.inline_message(name_of(user), identifier, message, verb="sends")
            self.updates.push("chosen_inline_result", chosen)
            return copy.deepcopy(chosen)

    def guest_message(
        self,
        user: Json,
        text: str,
        *,
        chat: Json | None = None,
        reply_to: Json | None = None,
        quote: str | None = None,
    ) -> Json:
        """Summon the bot into a chat that it is not in.

        Args:
            user: The person who summons.
            text: The message, which mentions the bot.
            chat: A chat made with ``bot_status="left"``; by default a new group. A dict that this server did
                not make stands for a chat between two users.
            reply_to: The message that this one answers.
            quote: The words of it that this one quotes.

        Returns:
            The Message, with its ``guest_query_id``.
        """
        with self.chats.monitor.changing():
            chat = chat or self.places.group("A chat without the bot", bot_status="left")
            number = self.chats[chat].next_message_id() if chat in self.chats else next(self._ids) % 1_000_000
            message: Json = {"message_id": number, "from": user, "chat": chat, "date": now()}
            message |= {"guest_query_id": str(next(self._ids)), "text": text}
            message |= {"entities": found} if (found := found_in(text)) else {}
            message |= {"reply_to_message": without_reply(reply_to)} if reply_to else {}
            message |= {"quote": chosen_quote(reply_to, quote)} if reply_to and quote else {}
            self.answers.guest.ask(message["guest_query_id"], message)
            self.transcript.message(message)
            self.updates.push("guest_message", message)
            return copy.deepcopy(message)

    def my_chat_member(self, chat: Json, by: Json, status: Status) -> Json:
        """Change the bot's own status: added, promoted, removed ("left", "kicked"), blocked ("kicked" in private).

        Returns:
            The ChatMemberUpdated.
        """
        with self.chats.monitor.changing():
            record = self.chats[chat]
            bot = self.chats.me
            old, record.bot_status = chat_member(bot, record.bot_status), status
            changed: Json = {"chat": record.value, "from": by, "date": now(), "old_chat_member": old}
            changed["new_chat_member"] = chat_member(bot, status)
            self.transcript.event(record.value, f"{name_of(by)} makes the bot {old['status']} → {status}")
            self.updates.push("my_chat_member", changed)
            return copy.deepcopy(changed)

    def migrate(self, group: Json) -> Json:
        """Turn a basic group into a supergroup, tell the bot in both, and return the supergroup."""
        with self.chats.monitor.changing():
            old = self.chats[group]
            assert old.kind == "group", "only a basic group migrates"
            supergroup = self.places.group(old.value["title"], bot_status=old.bot_status)
            new: Chat = self.chats[supergroup]
            new.members = dict(old.members)
            sender = next((member["user"] for member in old.members.values()), None)
            self.speech.service(group, sender, migrate_to_chat_id=new.id)
            old.migrated_to = new.id
            self.speech.service(supergroup, sender, migrate_from_chat_id=old.id)
            return supergroup


def _instance(what: str) -> str:
    return str(int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], "big", signed=True))


def _data(button: Json) -> str:
    assert "callback_data" in button, f"pressing {button['text']!r} sends nothing to the bot"
    return str(button["callback_data"])
