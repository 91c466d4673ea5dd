"""The fields of a message about the one that it answers, when it quotes that or answers from another chat."""

from __future__ import annotations

from botapi.chats import without_reply
from botapi.entities import utf16_length
from botapi.wire import Json

_CONTENT = ("photo", "document", "video", "audio", "voice", "animation", "sticker")


def quote_of(replied: Json, words: str, *, near: int = 0, is_manual: bool = True) -> Json | None:
    """Return the TextQuote of some words of a message, or None if they do not stand in it.

    Args:
        replied: The message quoted.
        words: Exactly as they stand in its text or caption.
        near: Their position, about, in UTF-16 units; the nearest occurrence is taken.
        is_manual: The sender chose the words.
    """
    text = replied.get("text") or replied.get("caption") or ""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    if not starts or not words:
        return None
    positions = [utf16_length(text[:at]) for at in starts]
    quote: Json = {"text": words, "position": min(positions, key=lambda position: abs(position - near))}
    return quote | ({"is_manual": True} if is_manual else {})


def chosen_quote(replied: Json, words: str) -> Json:
    """Return the TextQuote of words that a user chose.

    Raises:
        AssertionError: They do not stand in the message.
    """
    quote = quote_of(replied, words)
    assert quote is not None, f"{words!r} does not stand in the message that it quotes"
    return quote


def external_reply(replied: Json) -> Json:
    """Return the ExternalReplyInfo of a message that is answered from another chat or topic."""
    reply: Json = {"origin": origin_of(replied)}
    if replied["chat"]["type"] in {"supergroup", "channel"}:
        reply |= {"chat": replied["chat"], "message_id": replied["message_id"]}
    return reply | {name: replied[name] for name in _CONTENT if name in replied}


def origin_of(source: Json | str, date: int | None = None) -> Json:
    """Return the MessageOrigin of a forwarded or distant message.

    Args:
        source: A Message, a User, a Chat, or the name of a user who hides behind it.
        date: The time when it was sent first; a Message knows.
    """
    if isinstance(source, str):
        return {"type": "hidden_user", "date": date, "sender_user_name": source}
    if "message_id" in source:
        return _origin_of_message(source)
    if "first_name" in source and "type" not in source:
        return {"type": "user", "date": date, "sender_user": source}
    if source["type"] == "channel":
        return {"type": "channel", "date": date, "chat": source, "message_id": 1}
    return {"type": "chat", "date": date, "sender_chat": source}


def _origin_of_message(message: Json) -> Json:
    sender = without_reply(message).get("sender_chat")
    if sender is None:
        return origin_of(message["from"], message["date"])
    origin = origin_of(sender, message["date"])
    return origin | ({"message_id": message["message_id"]} if origin["type"] == "channel" else {})
