"""A cache of chats' settings: every question needs them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.dialogue.chat_settings import Change
from bot.dialogue.question import AUTOMATIC, ChatSettings
from bot.store.chats import Chats, StoredSettings


@dataclass(frozen=True, slots=True)
class _Known:
    """The settings by chat, and the supergroups that groups have become."""

    settings: dict[int, ChatSettings]
    moved: dict[int, int]


class ChatSettingsCache:
    """Settings of chats, read once and written through.

    Args:
        chats: Keep them.
    """

    def __init__(self, chats: Chats) -> None:
        self._chats = chats
        self._kept: _Known | None = None
        self._changing = asyncio.Lock()

    async def current(self, chat_id: int) -> int:
        """Return the id that a chat has now: another one if it was a group that has become a supergroup.

        Raises:
            StoreUnavailable: That cannot be read.
        """
        return (await self._known()).moved.get(chat_id, chat_id)

    async def of(self, chat_id: int) -> ChatSettings:
        """Return the settings of a chat, defaults where it has settled nothing.

        Raises:
            StoreUnavailable: They cannot be read.
        """
        known = await self._known()
        return known.settings.get(known.moved.get(chat_id, chat_id), AUTOMATIC)

    async def change(self, chat_id: int, change: Change) -> ChatSettings:
        """Change the settings of a chat; two people who change different ones at once both get theirs.

        Returns:
            The settings from now on.

        Raises:
            StoreUnavailable: It cannot be kept; nothing is changed then.
        """
        async with self._changing:
            known = await self._known()
            chat_id = known.moved.get(chat_id, chat_id)
            settings = change(known.settings.get(chat_id, AUTOMATIC))
            await self._chats.put_settings(
                chat_id,
                StoredSettings(
                    settings.language, settings.ambient, settings.repeat_seconds, settings.article, settings.articles
                ),
            )
            known.settings[chat_id] = settings
            return settings

    async def migrate(self, old: int, new: int) -> None:
        """Move the settings of a group to the supergroup that it has become; a second call changes nothing.

        Raises:
            StoreUnavailable: That cannot be kept.
        """
        async with self._changing:
            known = await self._known()
            await self._chats.migrate(old, new)
            known.moved[old] = new
            if old in known.settings:
                known.settings[new] = known.settings.pop(old)

    async def _known(self) -> _Known:
        if self._kept is None:
            settled, moved = await self._chats.all_settings(), await self._chats.supergroups()
            read = _Known({chat_id: _settings(each) for chat_id, each in settled.items()}, moved)
            # Somebody else may have read them meanwhile, and have changed them since.
            self._kept = self._kept or read
        return self._kept


def _settings(settled: StoredSettings) -> ChatSettings:
    return ChatSettings(
        settled.language,
        AUTOMATIC.ambient if settled.ambient is None else settled.ambient,
        AUTOMATIC.repeat_seconds if settled.repeat_seconds is None else settled.repeat_seconds,
        settled.article,
        settled.articles,
    )
