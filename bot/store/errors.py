"""Errors of the database, with what to do about each."""

from __future__ import annotations

from bot.errors import SelonError


class StoreError(SelonError):
    """The database cannot be used.

    Attributes:
        place: The database's path or address.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"The database {place} {problem}")
        self.place = place


class UnusableDatabase(StoreError):
    """DATABASE_URL leads to nothing that can be used as the database."""

    exit_status = 2


class NewerSchema(Exception):
    """A later version of Selon has written the database.

    Attributes:
        revision: Its schema.
    """

    def __init__(self, revision: str) -> None:
        super().__init__(f"was written by a newer version of Selon (schema {revision}): update Selon.")
        self.revision = revision


class OlderSchema(Exception):
    """An earlier version of Selon has written the database."""

    def __init__(self) -> None:
        super().__init__(
            "was written by an earlier version of Selon: start `selon run` once, which brings it up to date."
        )


class ForeignDatabase(Exception):
    """Another program has written the database."""

    def __init__(self) -> None:
        super().__init__("belongs to another program: set DATABASE_URL to another file.")


class StoreUnavailable(Exception):
    """The database takes no write now, but may later.

    Attributes:
        reason: A few words of the database.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StoreLost(StoreUnavailable):
    """The database can no longer be written, however often it is tried.

    Attributes:
        problem: For the person at the terminal, after the database's name; says what to do.
    """

    def __init__(self, reason: str, problem: str) -> None:
        super().__init__(reason)
        self.problem = problem


DAMAGED = StoreLost("damaged", "is damaged: restore a copy, or set DATABASE_URL to another file.")
GONE = StoreLost(
    "gone", "was deleted, moved or replaced while it was in use: put it back if you can, and start the bot again."
)
UNOPENABLE = "cannot be opened: check that the bot may write it, and its folder."
READ_ONLY = "is read-only: give the bot the right to write it, and its folder."
NO_DATABASE = "is no SQLite database: set DATABASE_URL to another file."
NO_FILE = "is no regular file: set DATABASE_URL to another one."
IN_USE = "is used by another process: stop that first, or set another DATABASE_URL."


def problem_of(reason: str) -> str:
    """Return the end of a sentence on what a message of SQLite means, and what to do."""
    for said, meant in (
        ("locked", "is locked by another program: close that first."),
        ("readonly", READ_ONLY),
        ("unable to open", UNOPENABLE),
        ("full", "cannot be written since the disk is full: make room."),
        ("disk I/O", "cannot be written (disk I/O error): check the disk and the room on it."),
        ("not a database", NO_DATABASE),
        ("malformed", DAMAGED.problem),
        # The text of a row is none: only the disk can have made it so.
        ("Could not decode", DAMAGED.problem),
    ):
        if said in reason:
            return meant
    return f"cannot be used ({reason})."
