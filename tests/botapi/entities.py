"""The entities that Telegram finds in a plain text, with offsets in UTF-16 code units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from botapi.wire import Json

# In order of precedence: what stands inside an earlier kind is not looked at again.
_PATTERNS = (
    ("url", re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]'…]", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{2,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)
_OPAQUE = {"code", "pre", "text_link", "text_mention"}


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def found_in(text: str, *, mentions: Mapping[str, Json] | None = None) -> list[Json]:
    """Find commands, mentions, hashtags, links and e-mail addresses.

    Args:
        text: A message as its sender typed it.
        mentions: Users without a username who are mentioned, by the words that mention them; the first
            occurrence of these words becomes a ``text_mention``.

    Returns:
        The entities in the order of their offsets, none overlapping another.
    """
    taken: list[tuple[int, int, Json]] = []
    for words, user in (mentions or {}).items():
        start = text.index(words)
        taken.append((start, start + len(words), {"type": "text_mention", "user": user}))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end, _ in taken):
                taken.append((match.start(), match.end(), {"type": kind}))
    return [
        {**entity, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
        for start, end, entity in sorted(taken, key=lambda span: span[0])
    ]


def with_found(text: str, given: Iterable[Json]) -> list[Json]:
    """Add to the entities that a bot gave those that Telegram finds by itself.

    Nothing is looked for inside code and links.
    """
    entities = list(given)
    closed = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    for entity in found_in(text):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if all(end <= first or start >= last for first, last in closed):
            entities.append(entity)
    return in_order(entities)


def in_order(entities: Iterable[Json]) -> list[Json]:
    """Sort entities by offset, the longer first where several begin together."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trimmed(text: str, entities: Iterable[Json]) -> tuple[str, list[Json]]:
    """Cut white space off both ends, as Telegram does, and move the entities along."""
    cut = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    total = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, total)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept
