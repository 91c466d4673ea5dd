"""The text of an outgoing message as Telegram keeps it, or why it does not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from botapi.entities import trimmed, utf16_length, with_found
from botapi.html_text import parse_html
from botapi.wire import Arguments, Json, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_BYTE_LIMIT = 1 << 15


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text without tags, and its entities in UTF-16 code units."""

    text: str
    entities: tuple[Json, ...] = ()

    def fields(self, *, caption: bool = False) -> Json:
        """Return the fields that hold this text in a Message."""
        names = ("caption", "caption_entities") if caption else ("text", "entities")
        fields: Json = {names[0]: self.text} if self.text or not caption else {}
        if self.entities:
            fields[names[1]] = [dict(entity) for entity in self.entities]
        return fields


def message_text(arguments: Arguments, too_long: str) -> FormattedText:
    """Read the ``text`` of sendMessage or editMessageText.

    Args:
        arguments: The call.
        too_long: Telegram's words on a text over 4,096 UTF-16 units: they depend on the method.

    Raises:
        ApiError: The text is absent, empty, too long, or not well formed.
    """
    if not arguments.text("text"):
        raise bad_request("message text is empty")
    found = formatted(arguments.text("text"), arguments.text("parse_mode"), arguments.json("entities"))
    return _bounded(found, TEXT_LIMIT, too_long)


def caption(arguments: Arguments) -> FormattedText:
    """Read the ``caption`` of a photo or a document, which may be absent."""
    found = formatted(arguments.text("caption"), arguments.text("parse_mode"), arguments.json("caption_entities"))
    if utf16_length(found.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return found


def inline_text(result: Json) -> FormattedText:
    """Read the text that an inline result would send; results that send no text give their caption or title."""
    content: Json | None = result.get("input_message_content")
    if content is None:
        found = formatted(result.get("caption", ""), result.get("parse_mode", ""), result.get("caption_entities"))
        return found if found.text else FormattedText(str(result.get("title", "")))
    if "message_text" not in content:
        return FormattedText(json.dumps(content, ensure_ascii=False))
    if not content["message_text"]:
        raise bad_request("message text is empty")
    found = formatted(content["message_text"], content.get("parse_mode", ""), content.get("entities"))
    return _bounded(found, TEXT_LIMIT, "MESSAGE_TOO_LONG")


def formatted(text: str, parse_mode: str, entities: Any) -> FormattedText:
    """Apply a parse mode or given entities, trim, and find the entities that need no marking.

    Raises:
        ApiError: The text is over 32 KiB, not well formed, or in a mode that this server does not simulate.
    """
    if len(text.encode()) > _BYTE_LIMIT:
        raise bad_request("text is too long")
    given: list[Json] = list(entities or [])
    if parse_mode.lower() == "html":
        text, given = parse_html(text)
    elif parse_mode:
        raise bad_request(f"unsupported parse_mode (this test server reads HTML, not {parse_mode})")
    text, given = trimmed(text, given)
    return FormattedText(text, tuple(with_found(text, given)))


def _bounded(found: FormattedText, limit: int, too_long: str) -> FormattedText:
    if not found.text:
        raise bad_request("text must be non-empty")
    if utf16_length(found.text) > limit:
        raise bad_request(too_long)
    return found
