"""The models that were trained, kept from one run to the next.

What is kept is named after all that it was learnt from, the code included: nothing in it can be out of date, and a
file that is missing, damaged or not ours is simply learnt again.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeVar

import numpy as np
import Stemmer

from knowledge.parameters import Parameters

_FOLDER = "selon-trained"
_HEADER = b"What Selon has learnt, 1\n"
_DIGEST_SIZE = sha256().digest_size
_NAME = re.compile(r"[0-9a-f]{64}")
_UNFINISHED, _LOCK = "unfinished", "lock"
# Versions before this one kept pickles, finished and unfinished, in the folder itself.
_EARLIER_NAME = re.compile(r"[0-9a-f]{64}|tmp[a-z0-9_]{8}")
_EARLIER_HEADER = re.compile(
    rb"\x80\x05\x95.{8}\x8c.knowledge\.(scoring\.(index\x94\x8c\x05Index|archive\x94\x8c\x07Archive)"
    rb"|text\.identify\x94\x8c\x12LanguageIdentifier)\x94\x93",
    re.DOTALL,
)
_OTHERS_MAY_WRITE = 0o022
MOST_BYTES = 4 * 2**30
"""The most bytes of all files together; the models of 1,000 articles of 40 entries in two languages take 2.5 GiB."""
# Of them, the share that is left when room is made, so that it is not made each time.
_LEFT_SHARE = 0.9
LARGEST_FILE = 2**30
"""The most bytes of one file."""
LEAST_ROOM_LEFT = 16 * 2**20
"""The bytes to leave free: a copy that saves some seconds is not worth the last room on the disk, which the database
needs more."""
# Neither wait for the writer of a pipe nor follow a link; Windows has none of this and needs to be told of bytes.
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_Learnt = TypeVar("_Learnt")


class TrainedCache:
    """Parameters of trained models, in files of a folder of their own.

    Other files are never touched, nor are the modes of folders that are there already. A folder or file that others
    own or can write to is not used.

    Args:
        folder: The parent of the cache's own folder; both are made when something is first saved.
        most_bytes: Of all files together; beyond, those that were not used for longest go.
        largest_file: Bytes beyond which a file is neither written nor read.
        least_room_left: Bytes that are left free on the disk.
        patience: Seconds for which another process that writes is waited for.
    """

    def __init__(
        self,
        folder: Path,
        *,
        most_bytes: int = MOST_BYTES,
        largest_file: int = LARGEST_FILE,
        least_room_left: int = LEAST_ROOM_LEFT,
        patience: float = 10.0,
    ) -> None:
        self._most_bytes = most_bytes
        self._largest_file = largest_file
        self._least_room_left = least_room_left
        self._patience = patience
        self._outside = folder
        self._folder = folder / _FOLDER

    def load(self, learnt_from: object, restore: Callable[[Parameters], _Learnt]) -> _Learnt | None:
        """Load the parameters that were learnt from given values.

        Args:
            learnt_from: Its `repr` tells it from everything else.
            restore: Makes what was learnt from its parameters, or fails if they are not right.

        Returns:
            What was learnt; None if nothing was kept, or if it is damaged or not ours.
        """
        path = self._path(learnt_from)
        try:
            if not _is_our_folder(self._folder):
                return None
            learnt = restore(Parameters.from_bytes(_unsealed(path, self._largest_file)))
        except Exception:  # noqa: BLE001 - whatever is wrong with the file, it is only a copy
            return None
        _stay(path)
        return learnt

    def holds(self, learnt_from: object) -> bool:
        """Tell if the cache has a file of what was learnt from given values; it may still be damaged.

        It stays as what is loaded does.
        """
        path = self._path(learnt_from)
        try:
            if not _is_our_folder(self._folder) or _beginning(path, len(_HEADER)) != _HEADER:
                return False
        except OSError:
            return False
        _stay(path)
        return True

    def save(self, learnt_from: object, parameters: Parameters) -> None:
        """Save parameters; where the folder cannot be written, nothing is saved."""
        from filelock import FileLock  # it takes longer to import than to start with what was kept

        path = self._path(learnt_from)
        _discard_those_of_earlier_versions(self._outside)
        # NotImplementedError: a file system that knows no locks.
        with contextlib.suppress(OSError, NotImplementedError):
            content = _sealed(path.name, parameters.to_bytes())
            _make(self._folder)
            if len(content) > self._largest_file or not _is_our_folder(self._folder):
                return
            # Whoever has the lock is the only one who writes: what is unfinished then was left by one that was killed.
            with FileLock(self._folder / _LOCK, timeout=self._patience, mode=0o600):
                self._make_room_for(path, len(content))
                if shutil.disk_usage(self._folder).free >= len(content) + self._least_room_left:
                    self._write(path, content)

    def _path(self, learnt_from: object) -> Path:
        return self._folder / sha256(_code() + repr(learnt_from).encode()).hexdigest()

    def _make_room_for(self, new: Path, size: int) -> None:
        (self._folder / _UNFINISHED).unlink(missing_ok=True)
        # Thousands of files are not opened for each that is saved.
        with os.scandir(self._folder) as files:
            if sum(each.stat(follow_symlinks=False).st_size for each in files) + size <= self._most_bytes:
                return
        named = [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name) and path != new]
        kept = [(path, path.lstat()) for path in named if _beginning(path, len(_HEADER)) == _HEADER]
        excess = _size(kept) + size - self._most_bytes
        if excess > 0:
            excess += int((1.0 - _LEFT_SHARE) * self._most_bytes)
        for path, status in sorted(kept, key=lambda each: each[1].st_mtime):
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess -= status.st_size

    def _write(self, path: Path, content: bytes) -> None:
        unfinished = self._folder / _UNFINISHED
        try:
            with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFULLY, 0o600), "wb") as file:
                file.write(content)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _size(files: Sequence[tuple[Path, os.stat_result]]) -> int:
    return sum(status.st_size for _, status in files)


def _stay(path: Path) -> None:
    """Mark a file as used now: the files unused for longest are deleted first."""
    with contextlib.suppress(OSError):
        os.utime(path)


def _sealed(name: str, content: bytes) -> bytes:
    """The bytes of a file of a name: a header, a digest of name and content, the content."""
    return b"".join((_HEADER, _digest(name, content), content))


def _unsealed(path: Path, largest: int) -> bytes:
    """Return the content of a sealed file, once its header and digest are checked.

    Raises:
        OSError: The file is not there or not ours.
        ValueError: It is damaged, or something else.
    """
    with _opened(path) as file:
        if os.fstat(file.fileno()).st_size > largest or file.read(len(_HEADER)) != _HEADER:
            raise ValueError("The cache did not write it.")
        digest, content = file.read(_DIGEST_SIZE), file.read()
    if digest != _digest(path.name, content):
        raise ValueError("It is damaged, or has another file's name.")
    return content


def _digest(name: str, content: bytes) -> bytes:
    digest = sha256(name.encode())
    digest.update(content)
    return digest.digest()


def _beginning(path: Path, size: int) -> bytes:
    """The first bytes of a file; none if it is not ours."""
    try:
        with _opened(path) as file:
            return file.read(size)
    except OSError:
        return b""


def _opened(path: Path) -> BinaryIO:
    file = os.fdopen(os.open(path, os.O_RDONLY | _CAREFULLY), "rb")
    status = os.fstat(file.fileno())
    if not (stat.S_ISREG(status.st_mode) and _is_ours(status)):
        file.close()
        raise PermissionError("It is not a file that only we can write.")
    return file


def _is_our_folder(folder: Path) -> bool:
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and _is_ours(status)


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether we own a file or folder and nobody else can write it; Windows tells neither."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _make(folder: Path) -> None:
    """Make a folder and those above it that are not there yet, for us alone."""
    for each in (*reversed(folder.parents), folder):
        if not each.is_dir():
            each.mkdir(mode=0o700, exist_ok=True)


def _discard_those_of_earlier_versions(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for path in [path for path in folder.iterdir() if _EARLIER_NAME.fullmatch(path.name)]:
            if _EARLIER_HEADER.match(_beginning(path, 80)):
                path.unlink(missing_ok=True)


@cache
def _code() -> bytes:
    """A digest of the package's code and the versions of its libraries: models of other versions are not loaded."""
    here = Path(__file__).parent
    code = sha256(f"{Stemmer.version()} {np.__version__} {unicodedata.unidata_version}".encode())
    for path in sorted(here.rglob("*.py")):
        code.update(path.read_bytes())
    return code.digest()
