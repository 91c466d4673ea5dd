"""The origin of an update, as far as it can be told before it is parsed: its chat, its sender and its message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

from bot.store.inbox import RawUpdate, ReceivedUpdate
from bot.turn import Turn

TOO_LARGE = 1 << 62
"""A number beyond every id; databases hold integers of 64 bits."""


def turn_of(received: ReceivedUpdate) -> Turn:
    """Return the turn of an update whose handling begins."""
    return Turn(received, sender_of(received), message_of(received.raw))


def chat_of(raw: RawUpdate) -> int:
    """Return what orders an update: the id of its chat, or else of who sent it; 0 where neither is known."""
    for content in _contents(raw):
        message = content.get("message")
        for holder, key in ((message, "chat"), (content, "chat"), (content, "from")):
            place = holder.get(key) if isinstance(holder, dict) else None
            if isinstance(place, dict) and _is_id(place.get("id")):
                return int(place["id"])
    return 0


def sender_of(received: ReceivedUpdate) -> int:
    """Return the id of whoever sent an update: a person, or the chat on whose behalf; of its chat if unknown."""
    for content in _contents(received.raw):
        for key in ("sender_chat", "from"):
            sender = content.get(key)
            if isinstance(sender, dict) and _is_id(sender.get("id")):
                return int(sender["id"])
    return received.chat_id


def message_of(raw: RawUpdate) -> int:
    """Return the id of the message that an update brings, or that a pressed button stands under; 0 without one."""
    for content in _contents(raw):
        for holder in (content.get("message"), content):
            number = holder.get("message_id") if isinstance(holder, dict) else None
            if _is_id(number):
                return number
    return 0


def _contents(raw: RawUpdate) -> Iterator[dict[str, Any]]:
    """Yield the objects in an update: one, unless it is malformed."""
    return (content for kind, content in raw.items() if kind != "update_id" and isinstance(content, dict))


def _is_id(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < TOO_LARGE
