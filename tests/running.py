"""Running the bot as `selon run` does, and the types of the fixtures that do so and that settle what it is to do."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest

from bot.answering.limits import BUDGETS, Budgets
from bot.app import serve
from bot.callback_data import ButtonPlace, Press
from bot.errors import SelonError
from bot.settings import Settings
from bot.store.database import BUSY_SECONDS
from knowledge.library import Library


@asynccontextmanager
async def started(
    settings: Settings, library: Library, *, budgets: Budgets = BUDGETS, busy_seconds: float = BUSY_SECONDS
) -> AsyncIterator[asyncio.Task[None]]:
    """Run the bot while the block lasts; yield the task that serves."""
    task = asyncio.create_task(serve(settings, library, patience=2, budgets=budgets, busy_seconds=busy_seconds))
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def sentence(settings: Settings, library: Library, patience: float = 1) -> SelonError:
    """Return the sentence that the start ends with."""
    with pytest.raises(SelonError) as caught:
        await serve(settings, library, patience=patience)
    return caught.value


class Running(Protocol):
    """A runner of the bot, against a server, while the block lasts."""

    def __call__(self) -> AbstractAsyncContextManager[asyncio.Task[None]]:
        """The task that serves."""
        ...


class Settle(Protocol):
    """Settles something for a chat, before the bot starts."""

    async def __call__(
        self, chat: dict[str, Any], *, ambient: bool | None = None, repeat_seconds: int | None = None
    ) -> None:
        """Store it in the bot's database."""
        ...


class Sealed(Protocol):
    """A maker of a button's data, as the bot makes them."""

    def __call__(self, press: Press, place: ButtonPlace) -> str:
        """The data, with the tag that the bot's own key makes."""
        ...
