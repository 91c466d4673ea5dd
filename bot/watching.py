"""Watching of a folder: an event once its files have changed and come to rest."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing
from pathlib import Path

from watchfiles import awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

_LOG = logging.getLogger(__name__)
# Milliseconds without a change after which files are at rest, and those after which they are read all the same.
_REST, _LONGEST_UNREST = 250, 1_000
# Milliseconds after which to see whether the folder is still the one that is watched.
_SAME_FOLDER = 2_000
_MISSING_SECONDS = 1.0


async def watch(folder: Path, changed: asyncio.Event) -> None:
    """Set an event whenever files in a folder, or below it, have changed, until cancelled.

    The folder may be removed, made again, or become a link to another one meanwhile.

    Args:
        folder: To be watched.
        changed: The event.
    """
    polling = False
    while True:
        watched = _identity(folder)
        if watched is None:
            await asyncio.sleep(_MISSING_SECONDS)
            continue
        # Whatever has happened before it was watched.
        changed.set()
        try:
            await _watch(folder, watched, changed, polling=polling)
        except (OSError, WatchfilesRustInternalError) as error:
            # The system watches as many folders as it may already.
            _LOG.warning("The articles cannot be watched (%s): they are looked at again and again.", error)
            if polling:
                await asyncio.sleep(_MISSING_SECONDS)
            polling = True
        changed.set()


async def _watch(folder: Path, watched: tuple[int, int], changed: asyncio.Event, *, polling: bool) -> None:
    """Watch a folder for as long as its path leads to it."""
    stop = asyncio.Event()
    changes = awatch(
        folder,
        watch_filter=None,
        debounce=_LONGEST_UNREST,
        step=_REST,
        rust_timeout=_SAME_FOLDER,
        yield_on_timeout=True,
        stop_event=stop,
        force_polling=polling or None,
    )
    try:
        async with aclosing(changes):
            async for some in changes:
                if some:
                    changed.set()
                if _identity(folder) != watched:
                    return
    finally:
        # It waits in a thread.
        stop.set()


def _identity(folder: Path) -> tuple[int, int] | None:
    """The device and number of the folder that a path leads to; None if there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
