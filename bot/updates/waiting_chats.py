"""Chats that wait to be handled: each sender has one place in the queue, however many chats of theirs wait."""

from __future__ import annotations

from collections import Counter


class WaitingChats:
    """Chats that wait, each under the senders whose updates wait in it.

    Args:
        most: Pairs of a chat and a sender that are kept; of other chats it is not known that they wait.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0
        self._chats: dict[int, dict[int, None]] = {}
        self._senders: dict[int, dict[int, None]] = {}

    def __contains__(self, chat_id: int) -> bool:
        """Tell whether a chat waits."""
        return chat_id in self._chats

    def __len__(self) -> int:
        """Count the chats."""
        return len(self._chats)

    @property
    def is_full(self) -> bool:
        """True if no more is kept."""
        return self._count >= self._most

    @property
    def sender_count(self) -> int:
        """The number of senders who have chats that wait."""
        return len(self._senders)

    def add(self, chat_id: int, sender_id: int) -> bool:
        """Put a chat behind the others of a sender, and tell whether it is known to wait."""
        senders = self._chats.get(chat_id, {})
        if sender_id not in senders and not self.is_full:
            senders[sender_id] = None
            self._chats[chat_id] = senders
            self._senders.setdefault(sender_id, {})[chat_id] = None
            self._count += 1
        return chat_id in self._chats

    def discard(self, chat_id: int) -> None:
        """Let a chat wait no longer, if it does."""
        senders = self._chats.pop(chat_id, {})
        self._count -= len(senders)
        for sender_id in senders:
            chats = self._senders[sender_id]
            del chats[chat_id]
            if not chats:
                del self._senders[sender_id]

    def take(self, held: Counter[int], most_held: int) -> tuple[int, int] | None:
        """Take the first chat of the first sender in the queue who may have another one handled.

        That sender's other chats go to the end of the queue.

        Args:
            held: The number of chats that each sender holds already.
            most_held: The number with which a sender may have no other.

        Returns:
            The ids of the chat and of the sender; None if nobody may have another one handled.
        """
        sender_id = next((each for each in self._senders if held[each] < most_held), None)
        if sender_id is None:
            return None
        chats = self._senders.pop(sender_id)
        self._senders[sender_id] = chats
        chat_id = next(iter(chats))
        self.discard(chat_id)
        return chat_id, sender_id
