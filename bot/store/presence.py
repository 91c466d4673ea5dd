"""The files of an open database, as long as they stay where they are.

A file that was deleted, moved or replaced can still be written by whoever has it open, and is never found again.
"""

from __future__ import annotations

from pathlib import Path

_Identity = tuple[int, int]


class Presence:
    """The identity of the files of a database: the main one, its log, the log's index.

    Args:
        path: The database, open by now; links may lead to it.
    """

    def __init__(self, path: Path) -> None:
        file = path.resolve()
        beside = (file.with_name(f"{file.name}{suffix}") for suffix in ("-wal", "-shm"))
        self._identities = {place: _identity(place) for place in (path.absolute(), file, *beside)}

    def is_whole(self) -> bool:
        """Tell whether each file is still the same at its path, as far as can be seen now."""
        try:
            return all(_identity(place) == seen for place, seen in self._identities.items() if seen is not None)
        except OSError:
            return True


def _identity(place: Path) -> _Identity | None:
    """Return the device and inode number of a file; None if there is none."""
    try:
        status = place.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino
