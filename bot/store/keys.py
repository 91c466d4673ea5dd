"""Small values that are made once and kept: random keys, the id of the bot that owns the database."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.tables import KEYS

_VALUE = select(KEYS.c.value).where(KEYS.c.name == bindparam("key"))


def key(connection: Connection, name: str, make: Callable[[], bytes]) -> bytes:
    """Return the value of a name, made now if it is not there."""
    found: bytes | None = connection.info.get(name)
    if found is None:
        found = connection.scalars(_VALUE, {"key": name}).one_or_none()
        if found is not None:
            # One that is made now is not committed yet, and may be taken back.
            connection.info[name] = found
    if found is None:
        found = make()
        connection.execute(insert(KEYS).values(name=name, value=found, made_at=int(time.time())))
    return found


def button_key(connection: Connection) -> bytes:
    """Return the key of the tags of buttons, made now if it is not there."""
    return key(connection, "button", lambda: secrets.token_bytes(32))


def key_made_at(connection: Connection, name: str) -> int:
    """Return the time at which the value of a name was made, in seconds since 1970.

    Raises:
        NoResultFound: It was not.
    """
    return int(connection.scalars(select(KEYS.c.made_at).where(KEYS.c.name == name)).one())
