"""Words that a link carries into the private chat: what somebody has typed elsewhere, to be asked there."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from unicodedata import normalize

_ASK = "ask_"
# Telegram lets a link carry 64 of A-Z a-z 0-9 - _; an alphabet with one byte a letter gets 44 letters into them.
_LONGEST = 64
_CODECS = {"l": "cp1252", "c": "cp1251", "u": "utf-8"}


def carried(words: str) -> str | None:
    """Return what a link carries for some words: as many whole ones, from the first, as there is room for.

    Args:
        words: As somebody typed them.

    Returns:
        At most 64 characters, of A-Z a-z 0-9 - _; None where not even the first word has room.
    """
    typed = normalize("NFC", words).split()
    while typed:
        payload = _packed(" ".join(typed))
        if len(payload) <= _LONGEST:
            return payload
        typed.pop()
    return None


def carried_words(payload: str) -> str | None:
    """Return the words that a link carries; None if it carries none."""
    code, packed = payload[len(_ASK) : len(_ASK) + 1], payload[len(_ASK) + 1 :]
    if not payload.startswith(_ASK) or code not in _CODECS:
        return None
    try:
        text = urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode(_CODECS[code])
    except (binascii.Error, ValueError):
        return None
    return text.strip() or None


def _packed(text: str) -> str:
    for code, codec in _CODECS.items():
        try:
            return f"{_ASK}{code}{urlsafe_b64encode(text.encode(codec)).decode().rstrip('=')}"
        except UnicodeEncodeError:
            continue
    # Half a surrogate pair is no text.
    return _packed(text.encode(errors="replace").decode())
