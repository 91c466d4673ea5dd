"""The file whose age tells a health check when the bot last heard from Telegram."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

from bot.errors import SettingsError

_LOG = logging.getLogger(__name__)


class HealthFile:
    """A file to touch after every successful poll; one left from an earlier run, which is empty, is removed.

    Args:
        path: The path of the file.

    Raises:
        SettingsError: It cannot be made there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            if not _may_be_removed(path):
                raise SettingsError("HEALTH_FILE", "names something else that is there: name a file of its own.")
            path.unlink(missing_ok=True)
            path.touch(exist_ok=False)
            path.unlink()
        except OSError as error:
            raise SettingsError(
                "HEALTH_FILE",
                f"cannot be written ({error.strerror}): name a file in a folder that is there, or unset it.",
            ) from error

    def touch(self) -> None:
        """Set its time to now; if that fails, the health check will see it grow old."""
        try:
            self._path.touch()
        except OSError as error:
            _LOG.error("HEALTH_FILE cannot be written (%s).", error.strerror)


def _may_be_removed(path: Path) -> bool:
    """Tell whether nothing is there, or an empty file: a device, a link or a file with something in it is not ours."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(found.st_mode) and found.st_size == 0
