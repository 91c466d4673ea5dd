"""The lock that makes a database one process's own.

On Linux the database itself is locked, so that no other name of it (a link, a mount) leads around the lock, and no
file can be deleted to lift it. Elsewhere a file beside it is locked, which a hard link leads around: there, a lock on
the database would get in the way of SQLite's own.
"""

from __future__ import annotations

import contextlib
import errno
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock as ThreadLock

from filelock import FileLock, Timeout

# SQLite locks 512 bytes from 1 GiB on; this one lies beyond any database.
_OWN_BYTE = 1 << 62


class DatabaseInUse(Exception):
    """The database is locked by another process, or by another user of it in this one."""


@contextmanager
def lock_database(file: Path) -> Iterator[None]:
    """Lock a database against other processes while the block lasts: SQLite itself would let them take turns.

    Args:
        file: The database, which is there; no link.

    Raises:
        DatabaseInUse: Somebody has it.
        OSError: It cannot be opened.
    """
    if sys.platform == "linux":
        with _itself_locked(file):
            yield
        return
    lock = FileLock(file.with_name(f"{file.name}.lock"), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise DatabaseInUse from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.release()


# SQLite's own locks are the process's: to close any descriptor of the file would lift them. So what this process has
# locked is not opened again.
_HELD: set[tuple[int, int]] = set()
_HELD_GUARD = ThreadLock()


@contextmanager
def _itself_locked(file: Path) -> Iterator[None]:
    with _HELD_GUARD:
        status = file.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in _HELD:
            raise DatabaseInUse
        descriptor = os.open(file, os.O_RDWR)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in (errno.EAGAIN, errno.EACCES):
                raise DatabaseInUse from error
            raise
        _HELD.add(identity)
    try:
        yield
    finally:
        with _HELD_GUARD:
            _HELD.discard(identity)
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Lock a byte for a descriptor (and not for the process, as SQLite does), or raise OSError at once."""
    if sys.platform == "linux":
        import fcntl

        # The system's `struct flock`: kind, from where the start counts, start, length, no process.
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, _OWN_BYTE, 1, 0))
