"""Trained indexes kept from one run to the next.

What is kept is named after all that it was learnt from, the code included: nothing in it can be out of date, and a
file that is missing, damaged or not ours is simply learnt again.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_OTHERS_MAY_WRITE = 0o022
_MOST_FILES = 40


class TrainedCache:
    """A folder of trained indexes.

    Args:
        folder: Made if it is not there; one that others can write to is not used, since what is loaded from it
            is trusted.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, learnt_from: object) -> Any | None:
        """What was learnt from just this, or None."""
        path = self._path(learnt_from)
        try:
            if not self._is_ours(self._folder) or not self._is_ours(path):
                return None
            trained = pickle.loads(path.read_bytes())  # noqa: S301 - our own file in a folder that only we can write to
            with contextlib.suppress(OSError):
                # What is used stays: room is made among what was not used for longest.
                path.touch()
            return trained
        except Exception:  # noqa: BLE001 - whatever is wrong with the file, it is only a copy
            return None

    def save(self, learnt_from: object, trained: object) -> None:
        """Keeps what was learnt; where nothing can be kept, nothing is."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._is_ours(self._folder):
                return
            self._make_room()
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                pickle.dump(trained, file, protocol=pickle.HIGHEST_PROTOCOL)
            Path(file.name).replace(self._path(learnt_from))

    def _path(self, learnt_from: object) -> Path:
        return self._folder / sha256(_code() + repr(learnt_from).encode()).hexdigest()

    def _make_room(self) -> None:
        kept = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - _MOST_FILES + 1)]:
            path.unlink(missing_ok=True)

    @staticmethod
    def _is_ours(path: Path) -> bool:
        status = path.stat()
        return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


@cache
def _code() -> bytes:
    """A digest of the package's code: what another version has learnt is not this one's."""
    here = Path(__file__).parent
    code = sha256()
    for path in sorted(here.rglob("*.py")):
        code.update(path.read_bytes())
    return code.digest()
