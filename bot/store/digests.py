"""Keyed digests that stand for people and messages: without the key nobody can make them."""

from __future__ import annotations

import secrets
from hashlib import blake2b

from sqlalchemy import Connection

from bot.store.keys import key

_KEY = "vote"
_SIZE = 16


class Digests:
    """A maker of digests.

    Args:
        own_key: Makes them, at most 64 bytes; the database's own, made when first needed, if None.
    """

    def __init__(self, own_key: bytes | None = None) -> None:
        self._own_key = own_key

    def person(self, connection: Connection, person_id: int) -> bytes:
        """Return the digest of a person."""
        return self._digest(connection, b"person", str(person_id))

    def asker(self, connection: Connection, person_id: int) -> bytes:
        """Return the digest of a person who asks; it cannot be linked to the digest of the same person's votes."""
        return self._digest(connection, b"asker", str(person_id))

    def message(self, connection: Connection, chat_id: int, message_id: int, said: str) -> bytes:
        """Return the digest of a message with its text, so that an edited message has another."""
        return self._digest(connection, b"message", f"{chat_id}:{message_id}:{said}")

    def inline_message(self, connection: Connection, inline_message_id: str) -> bytes:
        """Return the digest of a message that was sent as a guest."""
        return self._digest(connection, b"inline message", inline_message_id)

    def tap(self, connection: Connection, place: str, message: str, data: str, person_id: int | None) -> bytes:
        """Return the digest of a press of a button, perhaps by somebody."""
        # Digests of an earlier version have 0 where a press is nobody's in particular.
        return self._digest(connection, b"tap", repr((place, message, data, person_id or 0)))

    def _digest(self, connection: Connection, kind: bytes, what: str) -> bytes:
        own_key = self._own_key or key(connection, _KEY, lambda: secrets.token_bytes(32))
        return blake2b(what.encode(errors="surrogatepass"), key=own_key, person=kind, digest_size=_SIZE).digest()
