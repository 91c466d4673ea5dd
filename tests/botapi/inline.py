"""Messages that the bot knows by an inline identifier only: chosen inline results and guest answers."""

from __future__ import annotations

import base64
import hashlib

from botapi.formatting import inline_text
from botapi.markup import checked
from botapi.wire import Json


class InlineMessages:
    """Their current state, by ``inline_message_id``."""

    def __init__(self) -> None:
        self.messages: dict[str, Json] = {}

    def send(self, result: Json) -> str:
        """Send an InlineQueryResult, and return the identifier of the message."""
        digest = hashlib.sha256(f"inline message {len(self.messages)}".encode()).digest()
        identifier = base64.urlsafe_b64encode(digest[:20]).decode().rstrip("=")
        message: Json = inline_text(result).fields()
        if markup := checked(result.get("reply_markup")):
            message["reply_markup"] = markup
        self.messages[identifier] = message
        return identifier

    def get(self, identifier: str) -> Json | None:
        """Return the current state of a message, or None if there is no such message."""
        return self.messages.get(identifier)

    def replace(self, identifier: str, message: Json) -> None:
        """Keep a new state."""
        self.messages[identifier] = message
