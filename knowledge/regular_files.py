"""Regular files of a folder: nothing else is opened, read further than a limit, or written."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound, KnowledgeNotWritten

MOST_BYTES = 8 * 1024 * 1024

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def read(path: Path, folder: Path) -> bytes:
    """Return the bytes of a file.

    Args:
        path: A regular file in the folder or below it, or a link to one.
        folder: The folder that it may not lead out of.

    Raises:
        KnowledgeNotFound: It is missing or may not be read.
        InvalidKnowledge: It leads out of the folder, is no regular file, or holds more than `MOST_BYTES`.
    """
    try:
        # What the links lead to is opened without following another one, and looked at once it is open.
        descriptor = os.open(_target(path, folder), _READING)
        try:
            _require_regular(os.fstat(descriptor))
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                content = file.read(MOST_BYTES + 1)
        finally:
            os.close(descriptor)
    except _Refused as refused:
        raise InvalidKnowledge([Finding(path, None, None, f"It {refused}")]) from refused
    except OSError as error:
        raise KnowledgeNotFound(path, _reason(error)) from error
    require_size(path, content)
    return content


def require_size(path: Path, content: bytes) -> None:
    """Raise an error if a file is too large.

    Args:
        path: Of the file, to name it.
        content: Its bytes, or as many that it is clear.

    Raises:
        InvalidKnowledge: They are more than `MOST_BYTES`.
    """
    if len(content) > MOST_BYTES:
        problem = f"It holds more than {MOST_BYTES // 1024 // 1024} MB, which is the most: split the article."
        raise InvalidKnowledge([Finding(path, None, None, problem)])


def replace(texts: Mapping[Path, str], folder: Path) -> None:
    """Replace files by new texts at once, after all texts are on the disk beside them.

    Args:
        texts: By path; a link stays one, what it leads to is replaced.
        folder: The folder that none of them may lead out of.

    Raises:
        KnowledgeNotWritten: A path leads out, is no regular file, or cannot be written; if that is seen before
            the first is replaced, which a full disk is, none is.
    """
    ready: list[tuple[Path, Path]] = []
    path = folder
    try:
        for path, text in texts.items():
            target = _target(path, folder)
            mode = _mode(target)
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
                ready.append((Path(file.name), target))
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).chmod(mode)
        for temporary, path in ready:
            temporary.replace(path)
    except _Refused as refused:
        raise KnowledgeNotWritten(path, f"it {refused}") from refused
    except OSError as error:
        raise KnowledgeNotWritten(path, _reason(error)) from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


class _Refused(Exception):
    """The reason why a file is neither read nor written, as a predicate."""


def _target(path: Path, folder: Path) -> Path:
    """The file that a path leads to, through links that stay in the folder."""
    try:
        target = path.resolve()
    except RuntimeError as error:
        raise _Refused("is a link that leads to itself: put the file itself there.") from error
    if not target.is_relative_to(folder.resolve()):
        raise _Refused("is a link that leads out of its folder: put the file itself there.")
    return target


def _mode(target: Path) -> int:
    """The permissions that a file has, or that a new one gets."""
    try:
        status = target.lstat()
    except FileNotFoundError:
        return 0o644
    _require_regular(status)
    return stat.S_IMODE(status.st_mode)


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise _Refused("is no regular file: put a file of text there.")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)) + "."
