"""Builders of messages that people write, and edit, as updates."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from botapi.chats import ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM, Chat, Chats, Topic, chat_member, now, without_reply
from botapi.entities import found_in
from botapi.quotes import chosen_quote, external_reply, origin_of
from botapi.transcript import Transcript
from botapi.updates import Updates
from botapi.wire import Json

Media = Literal["photo", "document", "video", "voice", "sticker"]

_FILE: Json = {"file_id": "file", "file_unique_id": "file", "file_size": 1000}
_MEDIA: dict[str, Any] = {
    "photo": [{**_FILE, "width": 640, "height": 480}],
    "document": {**_FILE, "file_name": "document.pdf"},
    "video": {**_FILE, "width": 640, "height": 480, "duration": 5},
    "voice": {**_FILE, "duration": 5},
    "sticker": {**_FILE, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}


@dataclass(slots=True)
class Speech:
    """A writer of messages into chats, which tells the bot.

    Attributes:
        chats: The chats that keep the messages.
        updates: The queue by which the bot hears of them.
        transcript: The transcript for readers of a failing test.
    """

    chats: Chats
    updates: Updates
    transcript: Transcript

    def message(
        self,
        chat: Json,
        sender: Json | None,
        text: str,
        *,
        reply_to: Json | None = None,
        quote: str | None = None,
        thread: Topic | int | None = None,
        caption_of: Media | None = None,
        via_bot: Json | None = None,
        sender_chat: Json | None = None,
        is_automatic_forward: bool = False,
        forward: Json | str | None = None,
        mentions: Mapping[str, Json] | None = None,
        entities: list[Json] | None = None,
        date: int | None = None,
    ) -> Json:
        """Send a message, or a post to a channel.

        Args:
            chat: The chat in which it is written.
            sender: The person who writes; None in a channel, or with `sender_chat`.
            text: The text, or the caption of what `caption_of` names; empty for a medium alone.
            reply_to: The message that this one answers; one of another chat becomes an ``external_reply``.
            quote: The words of that message that this one quotes.
            thread: A topic; a reply without one joins the topic of what it answers.
            caption_of: The medium that the message shows.
            via_bot: The inline bot that wrote the text.
            sender_chat: On whose behalf it is sent: the group itself for an anonymous administrator, else a channel.
            is_automatic_forward: The post of the linked channel `sender_chat`, forwarded by Telegram.
            forward: The origin of a forwarded one: a User, a Chat, a Message, or the name of a user who hides.
            mentions: Users without a username whom the text mentions, by the words that mention them.
            entities: All the entities, instead of those found in the text.
            date: Unix time; now by default.

        Returns:
            The Message, whether or not the bot asked for its kind of update.
        """
        with self.chats.monitor.changing():
            record = self.chats[chat]
            message: Json = {"message_id": record.next_message_id()}
            message |= _sender(record, sender, sender_chat, is_automatic_forward=is_automatic_forward)
            message |= {"chat": record.value, "date": date or now()}
            message |= self._thread(record, thread, reply_to)
            message |= _reply(record, reply_to, quote)
            message |= record.root_of(message) if reply_to is None else {}
            message |= _forward(forward, sender_chat if is_automatic_forward else None, message["date"])
            message |= {"is_automatic_forward": True} if is_automatic_forward else {}
            message |= _content(text, caption_of, found_in(text, mentions=mentions) if entities is None else entities)
            message |= {"via_bot": via_bot} if via_bot else {}
            if sender and record.kind not in {"private", "channel"}:
                record.members.setdefault(sender["id"], chat_member(sender, "member"))
            return self._deliver(record, message)

    def service(self, chat: Json, sender: Json | None, **fields: Any) -> Json:
        """Send a service message, whose fields are given by name (``pinned_message=…``)."""
        with self.chats.monitor.changing():
            record = self.chats[chat]
            message: Json = {"message_id": record.next_message_id(), **({"from": sender} if sender else {})}
            return self._deliver(record, {**message, "chat": record.value, "date": now(), **fields})

    def edit(self, message: Json, text: str, *, mentions: Mapping[str, Json] | None = None) -> Json:
        """Replace the text or the caption of a message that a user wrote."""
        with self.chats.monitor.changing():
            record = self.chats[message["chat"]]
            known = record.messages[message["message_id"]]
            kept = {n: v for n, v in known.items() if n not in {"text", "entities", "caption", "caption_entities"}}
            is_caption = any(name in known for name in _MEDIA)
            edited = {**kept, "edit_date": now(), **_text(text, found_in(text, mentions=mentions), is_caption)}
            record.messages[message["message_id"]] = edited
            self.transcript.edit(edited)
            self.updates.push("edited_channel_post" if record.kind == "channel" else "edited_message", edited)
            return copy.deepcopy(edited)

    def _thread(self, record: Chat, thread: Topic | int | None, reply_to: Json | None) -> Json:
        number = thread.message_thread_id if isinstance(thread, Topic) else thread
        if number is not None and number != 1:
            return {"message_thread_id": number, **({"is_topic_message": True} if record.is_forum else {})}
        if number == 1 or reply_to is None or reply_to["chat"]["id"] != record.id:
            return {}
        return record.thread_of(reply_to)

    def _deliver(self, record: Chat, message: Json) -> Json:
        record.messages[message["message_id"]] = message
        self.transcript.message(message)
        self.updates.push("channel_post" if record.kind == "channel" else "message", message)
        return copy.deepcopy(message)


def _sender(record: Chat, sender: Json | None, sender_chat: Json | None, *, is_automatic_forward: bool) -> Json:
    """Return ``from`` and ``sender_chat``, with the users that stand in for chats."""
    if record.kind == "channel":
        return {"sender_chat": sender_chat or record.value}
    if sender_chat is None:
        assert sender is not None, "a message outside channels has a sender or a sender_chat"
        return {"from": sender}
    if is_automatic_forward:
        return {"from": TELEGRAM, "sender_chat": sender_chat}
    stand_in = ANONYMOUS_ADMIN if sender_chat["id"] == record.id else CHANNEL_BOT
    return {"from": stand_in, "sender_chat": sender_chat}


def _reply(record: Chat, reply_to: Json | None, quote: str | None) -> Json:
    if reply_to is None:
        return {}
    if reply_to["chat"]["id"] == record.id:
        current = record.messages.get(reply_to["message_id"])
        fields: Json = {"reply_to_message": without_reply(current)} if current else {}
    else:
        fields = {"external_reply": external_reply(reply_to)}
    if quote is not None:
        fields["quote"] = chosen_quote(reply_to, quote)
    return fields


def _forward(source: Json | str | None, channel: Json | None, date: int) -> Json:
    if source is None and channel is None:
        return {}
    return {"forward_origin": origin_of(source or channel or "", date)}


def _content(text: str, medium: Media | None, entities: list[Json]) -> Json:
    if medium is None:
        return _text(text, entities, is_caption=False)
    fields: Json = {medium: copy.deepcopy(_MEDIA[medium])}
    return fields | (_text(text, entities, is_caption=True) if text else {})


def _text(text: str, entities: list[Json], is_caption: bool) -> Json:
    fields: Json = {"caption" if is_caption else "text": text}
    return fields | ({"caption_entities" if is_caption else "entities": entities} if entities else {})
