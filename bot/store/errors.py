"""What may be wrong with the database."""

from __future__ import annotations

from bot.errors import SelonError


class StoreError(SelonError):
    """The database cannot be used.

    Attributes:
        place: Where it is.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"The database {place} {problem}")
        self.place = place


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
    """Something could not be written now; later it may be.

    Attributes:
        reason: What the database said, in a few words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
