"""Which reply belongs to which question, while the bot runs."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

_MOST_REPLIES = 10_000
_MOST_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that has a reply.

    Attributes:
        reply_id: The message id of the reply.
        text: What was asked; an edit that leaves it as it was changes nothing.
    """

    reply_id: int
    text: str


class ReplyMemory:
    """The latest replies by chat and question, so that an edited question edits its reply.

    Bounded, and empty after a restart: then an edit is met with silence, never with a second message.
    """

    def __init__(self, most: int = _MOST_REPLIES) -> None:
        self._most = most
        self._replies: OrderedDict[tuple[int, int], Answered] = OrderedDict()

    def remember(self, chat_id: int, message_id: int, answered: Answered) -> None:
        """Puts a reply down; the oldest is forgotten when there are too many."""
        self._replies[chat_id, message_id] = answered
        self._replies.move_to_end((chat_id, message_id))
        while len(self._replies) > self._most:
            self._replies.popitem(last=False)

    def recall(self, chat_id: int, message_id: int) -> Answered | None:
        """The reply to a question, if it is remembered."""
        return self._replies.get((chat_id, message_id))


class OnceAChat:
    """Things that are said once in a chat and not again."""

    def __init__(self, most: int = _MOST_CHATS) -> None:
        self._most = most
        self._chats: OrderedDict[int, None] = OrderedDict()

    def first_time(self, chat_id: int) -> bool:
        """Whether this is the first time in that chat, as far as is remembered."""
        if chat_id in self._chats:
            return False
        self._chats[chat_id] = None
        while len(self._chats) > self._most:
            self._chats.popitem(last=False)
        return True
