"""Buttons pressed lately, so that a repeated press acts once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.digests import Digests
from bot.store.tables import TAPS
from bot.store.writer import Transactions

POSTPONED = "postponed"
"""Stands in the place of a button's data for the last press of a person on a message that was postponed."""
AGAIN_SECONDS = 3600
"""Seconds for which a press is known; whoever presses the same button later wants to see again what it shows."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A pressed button; only a keyed digest of its fields is stored.

    Attributes:
        place: The chat, or what stands for it.
        message: The message, as Telegram names it there.
        data: Of the button.
        person_id: The person who pressed it; None if it does the same whoever presses it.
    """

    place: str
    message: str
    data: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class TimedTap:
    """A press with its time.

    Attributes:
        tap: The press.
        update_id: The update that tells of it.
        tapped_at: Its time, by Telegram's clock, in seconds since 1970.
        version: The state of the message that the button stood under.
    """

    tap: Tap
    update_id: int
    tapped_at: int
    version: int


_INSERT = insert(TAPS)
_PUT = _INSERT.on_conflict_do_update(
    index_elements=[TAPS.c.tap],
    set_={name: _INSERT.excluded[name] for name in ("update_id", "version", "tapped_at")},
    where=or_(
        TAPS.c.update_id == _INSERT.excluded.update_id,
        TAPS.c.version != _INSERT.excluded.version,
        TAPS.c.tapped_at <= _INSERT.excluded.tapped_at - AGAIN_SECONDS,
    ),
).returning(TAPS.c.tap)
_LAST = select(TAPS.c.update_id, TAPS.c.version, TAPS.c.tapped_at).where(TAPS.c.tap == bindparam("digest"))
_REPLACE = _INSERT.on_conflict_do_update(
    index_elements=[TAPS.c.tap],
    set_={name: _INSERT.excluded[name] for name in ("update_id", "version", "tapped_at")},
)
_KNOWN = select(TAPS.c.tap).where(TAPS.c.tap == bindparam("digest"), TAPS.c.tapped_at > bindparam("since"))


class Taps:
    """The presses of the last hour.

    Args:
        transactions: Of the store.
        digests: Stand for presses.
    """

    def __init__(self, transactions: Transactions, digests: Digests) -> None:
        self._transactions = transactions
        self._digests = digests

    async def put(self, tap: Tap, update_id: int, tapped_at: int, version: int = 0) -> bool:
        """Store a press.

        Args:
            tap: The press.
            update_id: The update that tells of it; one that is handled again is no second press.
            tapped_at: Its time, by Telegram's clock, in seconds since 1970.
            version: The state of the message that the button stood under: the same button of another is another.

        Returns:
            True if it is the first.
        """

        def work(connection: Connection) -> bool:
            row = {"update_id": update_id, "version": version, "tapped_at": tapped_at}
            return bool(connection.execute(_PUT, {"tap": self._digest(connection, tap), **row}).all())

        return await self._transactions.run(work)

    async def has(self, tap: Tap, now: int) -> bool:
        """Tell whether a button was pressed lately, in any version of its message."""

        def work(connection: Connection) -> bool:
            row = {"digest": self._digest(connection, tap), "since": now - AGAIN_SECONDS}
            return bool(connection.execute(_KNOWN, row).all())

        return await self._transactions.run(work)

    def _digest(self, connection: Connection, tap: Tap) -> bytes:
        return self._digests.tap(connection, tap.place, tap.message, tap.data, tap.person_id)


def is_postponed_since(connection: Connection, digests: Digests, timed: TimedTap) -> bool:
    """Tell whether a person's press of a message was postponed since their last handled one, or just now.

    What they pressed then may have been dropped for what they have pressed since.
    """
    tap = timed.tap
    last, postponed = (
        connection.execute(
            _LAST, {"digest": digests.tap(connection, tap.place, tap.message, data, tap.person_id)}
        ).one_or_none()
        for data in (tap.data, POSTPONED)
    )
    return postponed is not None and (last is None or postponed.update_id > last.update_id)


def is_repeated(connection: Connection, digests: Digests, timed: TimedTap, seconds: int) -> bool:
    """Store a press, and tell whether it repeats one that was handled, or that came within so many seconds.

    Returns:
        True if it is such a one: it does nothing.
    """
    tap = timed.tap
    digest = digests.tap(connection, tap.place, tap.message, tap.data, tap.person_id)
    last = connection.execute(_LAST, {"digest": digest}).one_or_none()
    if last is not None:
        is_quick = last.version == timed.version and timed.tapped_at - last.tapped_at < seconds
        if last.update_id == timed.update_id or is_quick:
            return True
    row = {"update_id": timed.update_id, "version": timed.version, "tapped_at": timed.tapped_at}
    connection.execute(_REPLACE, {"tap": digest, **row})
    return False


def expire(connection: Connection, now: int) -> None:
    """Delete the presses of more than an hour before now."""
    connection.execute(delete(TAPS).where(TAPS.c.tapped_at <= now - AGAIN_SECONDS))
