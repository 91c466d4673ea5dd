"""A folder that is watched says so when its files have changed, whatever becomes of the folder itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import rmtree

import pytest

from bot.watching import watch

PATIENCE = 10


@asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[asyncio.Event]:
    """The event of a folder, once it is watched."""
    changed = asyncio.Event()
    task = asyncio.create_task(watch(folder, changed))
    try:
        yield changed
    finally:
        task.cancel()
        await asyncio.wait([task], timeout=PATIENCE)
        assert task.cancelled()


async def again(changed: asyncio.Event) -> None:
    """Wait for the event."""
    await asyncio.wait_for(changed.wait(), PATIENCE)
    changed.clear()


async def touched(path: Path, changed: asyncio.Event) -> None:
    """Write a file until the event is set: the system tells nobody when it begins to watch."""
    for number in range(PATIENCE):
        path.write_text(f"{number}", encoding="utf-8")
        try:
            await asyncio.wait_for(changed.wait(), 1)
        except TimeoutError:
            continue
        changed.clear()
        return
    pytest.fail(f"nobody was told that {path} has changed")


async def test_files_in_the_folder_and_below_it_are_watched(tmp_path: Path) -> None:
    (tmp_path / "pont").mkdir()
    async with watched(tmp_path) as changed:
        await again(changed)
        await touched(tmp_path / "pont" / "fr.yaml", changed)
        (tmp_path / "bac").mkdir()
        await again(changed)
        await touched(tmp_path / "bac" / "fr.yaml", changed)
        rmtree(tmp_path / "bac")
        await again(changed)


@pytest.mark.slow
async def test_a_folder_that_is_made_anew_is_watched_anew(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    async with watched(folder) as changed:
        folder.mkdir()
        await again(changed)
        await touched(folder / "one", changed)
        folder.rename(tmp_path / "aside")
        await again(changed)
        folder.mkdir()
        await again(changed)
        await touched(folder / "two", changed)


@pytest.mark.slow
async def test_a_link_that_leads_to_another_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    link = tmp_path / "articles"
    link.symlink_to(tmp_path / "one")
    async with watched(link) as changed:
        await again(changed)
        await touched(link / "file", changed)
        (tmp_path / "new").symlink_to(tmp_path / "two")
        (tmp_path / "new").replace(link)
        await again(changed)
        await touched(tmp_path / "two" / "file", changed)
