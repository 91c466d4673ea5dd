"""Files and folders that only whoever runs the bot can open.

On Windows modes mean nothing: there the rights of the user's folder, which others inherit nothing from, have to do.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
from pathlib import Path

from platformdirs import user_data_path

_LOG = logging.getLogger(__name__)
_FILE, _FOLDER = 0o600, 0o700
_OTHERS = 0o077
# With these SQLite keeps its log, its index and its journal beside the database; earlier versions kept their lock so.
_SUFFIXES = ("", "-wal", "-shm", "-journal", ".lock")
_OPENED_BY_SQLITE = _SUFFIXES[:4]


def make_file(file: Path) -> None:
    """Make an empty file that only its owner could ever open, with its folders; keep a file that is there.

    Raises:
        OSError: It cannot be made.
    """
    if file.is_dir():
        return
    _make_folders(file.parent)
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, _FILE)
    except FileExistsError:
        return
    if sys.platform != "win32":
        # The process may take rights even from their owner (umask).
        os.fchmod(descriptor, _FILE)
    os.close(descriptor)


def restrict_permissions(file: Path) -> None:
    """Restrict a database, the files beside it, and its folder if that is the bot's own, to their owner.

    A folder of somebody else's that lets others in is said in the log, and so is what stays open.
    """
    for suffix in _SUFFIXES:
        beside = file.with_name(f"{file.name}{suffix}")
        # A device or a folder is none of the bot's, nor is what a link leads to.
        if beside.is_file() and not beside.is_symlink() and not _is_narrow(beside, _FILE):
            _LOG.warning("%s can be opened by other users, and that cannot be changed: see to its rights.", beside)
    folder = file.parent
    if _mode(folder) & _OTHERS and not (folder == user_data_path("selon").resolve() and _is_narrow(folder, _FOLDER)):
        _LOG.warning("Other users can enter the database's folder %s: `chmod 700` it unless they should.", folder)


def irregular_path(file: Path) -> Path | None:
    """Return the path of a database, log or folder in its place that is no regular file; None if there is none.

    A pipe would keep it waiting for ever, and from a link or a folder it tells nothing that helps.

    Args:
        file: The database; no link.
    """
    for suffix in _OPENED_BY_SQLITE:
        beside = file.with_name(f"{file.name}{suffix}")
        try:
            mode = beside.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        if not stat.S_ISREG(mode):
            return beside
    return None


def _make_folders(folder: Path) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(_FOLDER, exist_ok=True)
        each.chmod(_FOLDER)


def _is_narrow(path: Path, mode: int) -> bool:
    """Restrict the rights of a path; return False if that fails."""
    if _mode(path) & _OTHERS:
        try:
            path.chmod(mode)
        except OSError:
            return False
    return not _mode(path) & _OTHERS


def _mode(path: Path) -> int:
    """Return the permission bits of a path; on Windows, which has none, those of its owner alone."""
    return stat.S_IMODE(path.stat().st_mode) if sys.platform != "win32" else _FILE
