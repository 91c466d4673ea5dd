"""The contents of an article's folder: the bytes of its files, each read once."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from knowledge.errors import InvalidKnowledge, KnowledgeNotFound
from knowledge.regular_files import read

LOCK = "evidence.lock"
KNOWLEDGE_FILES = ("article.yaml", "faq.yaml", LOCK)
"""The files that tell an article's folder from any other."""


@dataclass(frozen=True, slots=True)
class FolderContents:
    """The files of an article's folder as they were when they were read, so that their digest is that of their words.

    Attributes:
        read: By path, the bytes of each file, or the reason why it cannot be read.
    """

    read: Mapping[Path, bytes | InvalidKnowledge | KnowledgeNotFound]

    @classmethod
    def of(cls, folder: Path) -> FolderContents:
        """Read the knowledge files of a folder, the links among them, too."""
        paths = {*folder.glob("*.yaml"), *(folder / name for name in KNOWLEDGE_FILES)}
        # What is not there is a missing file; what may not be looked at is one that cannot be read.
        return cls({path: _content(path, folder) for path in sorted(paths) if not is_missing(path)})

    @property
    def digest(self) -> bytes:
        """A digest of the files, or of why one cannot be read."""
        digest = blake2b(digest_size=16)
        for path, content in self.read.items():
            held = content if isinstance(content, bytes) else str(content).encode(errors="surrogateescape")
            digest.update(f"{path.name}\0{len(held)}\0".encode(errors="surrogateescape"))
            digest.update(held)
        return digest.digest()

    def content(self, path: Path) -> bytes:
        """Return the bytes of a file.

        Raises:
            KnowledgeNotFound: It is missing or may not be read.
            InvalidKnowledge: It leads out of the folder, is no regular file or is too large.
        """
        content = self.read.get(path)
        if content is None:
            raise KnowledgeNotFound(path, f"{os.strerror(errno.ENOENT)}.")
        if not isinstance(content, bytes):
            raise content
        return content


def is_missing(path: Path) -> bool:
    """Tell whether a path leads to nothing for certain, not even to a link."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _content(path: Path, folder: Path) -> bytes | InvalidKnowledge | KnowledgeNotFound:
    try:
        return read(path, folder)
    except (InvalidKnowledge, KnowledgeNotFound) as error:
        return error
