"""The type of the fixture that runs the bot."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Running(Protocol):
    """Runs the bot against a server while the block lasts."""

    def __call__(self) -> AbstractAsyncContextManager[asyncio.Task[None]]:
        """The task that serves."""
        ...
