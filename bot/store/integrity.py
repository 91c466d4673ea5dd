"""A search for damage in a database before it is used."""

from __future__ import annotations

from sqlite3 import Connection, OperationalError
from threading import Timer

SECONDS = 3.0


def is_sound(connection: Connection, *, seconds: float = SECONDS) -> bool:
    """Tell whether SQLite finds no damage within a few seconds: a huge database shall not hold up the start.

    Args:
        connection: To the database.
        seconds: Seconds to look.

    Raises:
        DatabaseError: The damage is such that it cannot even be looked for.
    """
    has_ended = False

    def end() -> None:
        nonlocal has_ended
        has_ended = True
        connection.interrupt()

    timer = Timer(seconds, end)
    timer.start()
    try:
        [finding] = connection.execute("PRAGMA quick_check(1)").fetchone()
    except OperationalError:
        if not has_ended:
            raise
        return True
    finally:
        timer.cancel()
        # Else it could interrupt what comes next.
        timer.join()
    # A check that was broken off takes what it has not seen for lost.
    return has_ended or finding == "ok"
