"""Builders of users, chats, topics, and of who may do what in them. Nothing here tells the bot anything."""

from __future__ import annotations

import copy
from itertools import count

from botapi.chats import ANONYMOUS_ADMIN, Chat, Chats, Status, Topic, chat_member, now
from botapi.wire import Json

_TOPIC_COLOR = 7322096


class Places:
    """A maker of chats and people that conversations take place among."""

    def __init__(self, chats: Chats) -> None:
        self._chats = chats
        self._numbers = count(1)

    def user(
        self,
        user_id: int,
        first_name: str,
        language_code: str | None = None,
        username: str | None = None,
        *,
        last_name: str | None = None,
        is_bot: bool = False,
    ) -> Json:
        """Return a User."""
        optional = {"last_name": last_name, "username": username, "language_code": language_code}
        user: Json = {"id": user_id, "is_bot": is_bot, "first_name": first_name}
        user |= {name: value for name, value in optional.items() if value is not None}
        with self._chats.monitor.changing():
            self._chats.users[user_id] = user
        return copy.deepcopy(user)

    def private(self, user: Json) -> Json:
        """Return the private Chat of a user with the bot."""
        names = ("id", "first_name", "last_name", "username")
        chat = self._keep(Chat({**{name: user[name] for name in names if name in user}, "type": "private"}))
        chat.members[user["id"]] = chat_member(user, "member")
        return copy.deepcopy(chat.value)

    def group(
        self,
        title: str,
        supergroup: bool = True,
        forum: bool = False,
        *,
        username: str | None = None,
        bot_status: Status = "member",
    ) -> Json:
        """Return a group that the bot is in unless `bot_status` says otherwise.

        Args:
            title: Its title.
            supergroup: False for a basic group, which `migrate` can turn into a supergroup.
            forum: With topics; supergroups only.
            username: The public name of a supergroup.
            bot_status: ``member``, ``administrator``, ``left`` or ``kicked``.
        """
        number = next(self._numbers)
        value: Json = {"id": -1002000000000 - number if supergroup else -4000000000 - number, "title": title}
        value["type"] = "supergroup" if supergroup else "group"
        value |= {"is_forum": True} if forum else {}
        value |= {"username": username} if username else {}
        chat = self._keep(Chat(value, bot_status))
        if forum:
            chat.topics[1] = Topic(chat.id, 1, "General")
            chat.last_message_id = 1
        return copy.deepcopy(value)

    def channel(self, title: str, *, username: str | None = None, bot_status: Status = "administrator") -> Json:
        """Return a channel."""
        value: Json = {"id": -1003000000000 - next(self._numbers), "title": title, "type": "channel"}
        value |= {"username": username} if username else {}
        self._keep(Chat(value, bot_status))
        return copy.deepcopy(value)

    def topic(self, group: Json, name: str) -> Topic:
        """Open a topic in a forum; its creation is a message of the forum, as on Telegram."""
        with self._chats.monitor.changing():
            chat = self._chats[group]
            number = chat.next_message_id()
            chat.topics[number] = Topic(chat.id, number, name)
            chat.messages[number] = {
                "message_id": number,
                "message_thread_id": number,
                "is_topic_message": True,
                "from": ANONYMOUS_ADMIN,
                "sender_chat": chat.value,
                "chat": chat.value,
                "date": now(),
                "forum_topic_created": {"name": name, "icon_color": _TOPIC_COLOR},
            }
            return chat.topics[number]

    def general_topic(self, group: Json) -> Topic:
        """Return the General topic of a forum, to close it."""
        return self._chats[group].topics[1]

    def close_topic(self, topic: Topic, *, closed: bool = True) -> None:
        """Close a topic, or open it again: members, the bot included, no longer write in it."""
        with self._chats.monitor.changing():
            topic.is_closed = closed

    def delete_topic(self, topic: Topic) -> None:
        """Delete a topic and its messages."""
        with self._chats.monitor.changing():
            chat = self._chats[{"id": topic.chat_id}]
            del chat.topics[topic.message_thread_id]
            thread = topic.message_thread_id
            chat.messages = {n: m for n, m in chat.messages.items() if m.get("message_thread_id") != thread}

    def delete_message(self, message: Json) -> None:
        """Delete a message as a user would: bots are not told."""
        with self._chats.monitor.changing():
            self._chats[message["chat"]].messages.pop(message["message_id"], None)

    def administrator(self, chat: Json, user: Json, *, anonymous: bool = False, owner: bool = False) -> None:
        """Make a user, or the bot itself, an administrator."""
        self.member(chat, user, "creator" if owner else "administrator", anonymous=anonymous)

    def member(self, chat: Json, user: Json, status: Status = "member", *, anonymous: bool = False) -> None:
        """Give a user, or the bot itself, a status in a chat; "kicked" from a private chat blocks the bot."""
        with self._chats.monitor.changing():
            if user["id"] == self._chats.bot["id"]:
                self._chats[chat].bot_status = status
            else:
                self._chats[chat].members[user["id"]] = chat_member(user, status, anonymous=anonymous)

    def _keep(self, chat: Chat) -> Chat:
        with self._chats.monitor.changing():
            return self._chats.add(chat)
