"""Users, chats, topics and messages as Telegram knows them, and the rights of a bot in a chat."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from botapi.monitor import Monitor
from botapi.wire import ApiError, Arguments, Json, bad_request

Status = Literal["creator", "administrator", "member", "left", "kicked"]
"""The status of a ChatMember; restricted members are not simulated."""

GENERAL_TOPIC = 1
ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}

_KINDS = {"group": "group", "supergroup": "supergroup", "channel": "channel"}
_ALL_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


@dataclass(slots=True)
class Topic:
    """A topic of a forum; the General topic is number 1."""

    chat_id: int
    message_thread_id: int
    name: str
    is_closed: bool = False


@dataclass(slots=True)
class Chat:
    """A chat.

    Attributes:
        value: The Chat as it appears in messages.
        bot_status: The bot's own status; in a private chat "kicked" is "blocked by the user".
        migrated_to: The supergroup that a basic group has become.
        topics: By identifier; filled in forums only.
        messages: The messages that still exist, by identifier.
        outgoing: Identifiers of those that the bot sent.
        members: ChatMember objects by user.
        last_message_id: Messages count up in each chat.
    """

    value: Json
    bot_status: Status = "member"
    migrated_to: int | None = None
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    outgoing: set[int] = field(default_factory=set)
    members: dict[int, Json] = field(default_factory=dict)
    last_message_id: int = 0

    @property
    def id(self) -> int:
        """The identifier of the chat."""
        return int(self.value["id"])

    @property
    def kind(self) -> str:
        """``private``, ``group``, ``supergroup`` or ``channel``."""
        return str(self.value["type"])

    @property
    def is_forum(self) -> bool:
        """True if the chat has topics."""
        return bool(self.value.get("is_forum"))

    def next_message_id(self) -> int:
        """Return a new identifier."""
        self.last_message_id += 1
        return self.last_message_id

    def thread_of(self, replied: Json | None) -> Json:
        """Return the thread fields of a message that answers another without naming a topic.

        In a forum it joins the topic of the other message; in other supergroups the other message is the
        root of a thread, unless it is in one.
        """
        if replied is None or self.kind != "supergroup":
            return {}
        if self.is_forum:
            return {name: replied[name] for name in ("message_thread_id", "is_topic_message") if name in replied}
        return {"message_thread_id": replied.get("message_thread_id", replied["message_id"])}

    def root_of(self, thread: Json) -> Json:
        """Return what a message of a topic answers if it answers nothing: the creation of the topic."""
        root = self.messages.get(thread.get("message_thread_id", 0)) if self.is_forum else None
        return {"reply_to_message": without_reply(root)} if root else {}


def without_reply(message: Json) -> Json:
    """Return a message as it appears inside another: what it answers is not told."""
    return {name: value for name, value in message.items() if name not in {"reply_to_message", "external_reply"}}


def chat_member(user: Json, status: Status, *, anonymous: bool = False) -> Json:
    """Return a ChatMember with the fields that its status requires, every right granted to administrators."""
    member: Json = {"status": status, "user": user}
    if status in {"creator", "administrator"}:
        member["is_anonymous"] = anonymous
    if status == "administrator":
        member |= {"can_be_edited": False, **dict.fromkeys(_ALL_RIGHTS, True)}
    if status == "kicked":
        member["until_date"] = 0
    return member


class Chats:
    """Every chat, and the bot itself."""

    def __init__(self, monitor: Monitor, bot: Json) -> None:
        self.monitor = monitor
        self.bot = bot
        self._by_id: dict[int, Chat] = {}
        self.users: dict[int, Json] = {bot["id"]: bot}

    @property
    def me(self) -> Json:
        """The bot as it appears in messages, without the fields that only getMe tells."""
        return {name: self.bot[name] for name in ("id", "is_bot", "first_name", "username")}

    def __iter__(self) -> Iterator[Chat]:
        return iter(self._by_id.values())

    def add(self, chat: Chat) -> Chat:
        """Keep a chat; one with the same identifier stays as it is but for its title."""
        known = self._by_id.setdefault(chat.id, chat)
        known.value = chat.value
        return known

    def __getitem__(self, chat: Json) -> Chat:
        """Return the record of a Chat that this server made."""
        return self._by_id[int(chat["id"])]

    def __contains__(self, chat: Json) -> bool:
        return int(chat["id"]) in self._by_id

    def named(self, identifier: str) -> Chat:
        """Return the chat that ``chat_id`` names, by number or by @username.

        Raises:
            ApiError: There is none.
        """
        if not identifier:
            raise bad_request("chat_id is empty")
        if identifier.startswith("@"):
            found = [c for c in self if str(c.value.get("username", "")).lower() == identifier[1:].lower()]
        else:
            number = int(identifier) if identifier.lstrip("-").isdigit() else 0
            found = [self._by_id[number]] if number in self._by_id else []
        if not found:
            raise bad_request("chat not found")
        return found[0]

    def readable(self, arguments: Arguments) -> Chat:
        """Return the chat of a call that only reads.

        Raises:
            ApiError: There is none, or the bot is no longer in it.
        """
        chat = self.named(arguments.text("chat_id"))
        if chat.kind != "private":
            self._check_membership(chat)
        return chat

    def writable(self, arguments: Arguments) -> Chat:
        """Return the chat of a call that writes.

        Raises:
            ApiError: There is none, the bot is blocked or no longer in it, or it has become a supergroup.
        """
        chat = self.named(arguments.text("chat_id"))
        if chat.migrated_to is not None:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, reason, {"migrate_to_chat_id": chat.migrated_to})
        if chat.kind == "private" and chat.bot_status == "kicked":
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        self._check_membership(chat)
        return chat

    def sent(self) -> dict[int, list[Json]]:
        """Return the messages of the bot that still exist, by chat, as they read now."""
        found = {chat.id: [chat.messages[n] for n in sorted(chat.outgoing & chat.messages.keys())] for chat in self}
        return {chat_id: messages for chat_id, messages in found.items() if messages}

    def is_bot_administrator(self, chat: Chat) -> bool:
        """Say whether the bot has the rights of an administrator."""
        return chat.bot_status in {"administrator", "creator"}

    def _check_membership(self, chat: Chat) -> None:
        if chat.kind not in _KINDS:
            return
        if chat.bot_status == "kicked":
            raise ApiError(403, f"Forbidden: bot was kicked from the {_KINDS[chat.kind]} chat")
        if chat.bot_status == "left":
            raise ApiError(403, f"Forbidden: bot is not a member of the {_KINDS[chat.kind]} chat")


def now() -> int:
    """Return the date of a message sent now, in Unix time."""
    return int(time.time())
