"""The methods that tell who is in a chat, and the one that leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botapi.chats import Chat, Chats, chat_member
from botapi.transcript import Transcript
from botapi.wire import Arguments, Json, bad_request

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


class Membership:
    """Members and administrators."""

    def __init__(self, chats: Chats, transcript: Transcript) -> None:
        self._chats = chats
        self._transcript = transcript

    def methods(self) -> dict[str, Callable[[Arguments], Any]]:
        """Return what this class answers, by method."""
        return {
            "getChat": self.get_chat,
            "getChatMember": self.get_chat_member,
            "getChatAdministrators": self.get_chat_administrators,
            "getChatMemberCount": self.get_chat_member_count,
            "leaveChat": self.leave_chat,
        }

    def get_chat(self, arguments: Arguments) -> Json:
        """Return a ChatFullInfo."""
        chat = self._chats.readable(arguments)
        required = {"accent_color_id": 0, "max_reaction_count": 11}
        return {**chat.value, **required, "accepted_gift_types": dict.fromkeys(_GIFTS, False)}

    def get_chat_member(self, arguments: Arguments) -> Json:
        """Return a ChatMember; a user who never was in the chat has left it."""
        chat = self._chats.readable(arguments)
        user = self._chats.users.get(arguments.integer("user_id"))
        if user is None:
            raise bad_request("user not found")
        if user["id"] == self._chats.bot["id"]:
            return chat_member(self._chats.me, chat.bot_status)
        return chat.members.get(user["id"]) or chat_member(user, "left")

    def get_chat_administrators(self, arguments: Arguments) -> list[Json]:
        """Return the owner and the administrators, of other bots only if asked for."""
        chat = self._chats.readable(arguments)
        if chat.kind == "private":
            raise bad_request("there are no administrators in the private chat")
        found = [m for m in chat.members.values() if m["status"] in {"creator", "administrator"}]
        if not arguments.boolean("return_bots"):
            found = [member for member in found if not member["user"]["is_bot"]]
        if self._chats.is_bot_administrator(chat):
            found.append(chat_member(self._chats.me, chat.bot_status))
        return found

    def get_chat_member_count(self, arguments: Arguments) -> int:
        """Return how many members there are, the bot included."""
        return len(self._present(self._chats.readable(arguments))) + 1

    def leave_chat(self, arguments: Arguments) -> bool:
        """Leave a group or a channel."""
        chat = self._chats.readable(arguments)
        if chat.kind == "private":
            raise bad_request("chat member status can't be changed in private chats")
        chat.bot_status = "left"
        self._transcript.event(chat.value, f"@{self._chats.bot['username']} leaves")
        return True

    def _present(self, chat: Chat) -> list[Json]:
        return [member for member in chat.members.values() if member["status"] not in {"left", "kicked"}]
