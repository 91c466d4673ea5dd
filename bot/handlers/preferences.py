"""What chats have settled, kept in memory: every question looks for it."""

from __future__ import annotations

from bot.dialogue.question import AUTOMATIC, ChatSettings
from bot.store.chats import Chats, Settled


class Preferences:
    """The settings of chats.

    Args:
        chats: Where they are kept.
    """

    def __init__(self, chats: Chats) -> None:
        self._chats = chats
        self._settings: dict[int, ChatSettings] | None = None

    async def of(self, chat_id: int) -> ChatSettings:
        """What a chat has settled, defaults where it has not.

        Raises:
            StoreUnavailable: They cannot be read.
        """
        return (await self._all()).get(chat_id, AUTOMATIC)

    async def change(self, chat_id: int, settings: ChatSettings) -> None:
        """Settles something else.

        Raises:
            StoreUnavailable: It cannot be kept; nothing is changed then.
        """
        known = await self._all()
        await self._chats.settle(chat_id, Settled(settings.language, settings.ambient, settings.repeat_seconds))
        known[chat_id] = settings

    async def migrate(self, old: int, new: int) -> None:
        """Carries what is known of a group over to the supergroup that it has become.

        Raises:
            StoreUnavailable: That cannot be kept.
        """
        known = await self._all()
        await self._chats.migrate(old, new)
        if old in known:
            known[new] = known.pop(old)

    async def _all(self) -> dict[int, ChatSettings]:
        if self._settings is None:
            settled = await self._chats.settled()
            self._settings = {chat_id: _settings(each) for chat_id, each in settled.items()}
        return self._settings


def _settings(settled: Settled) -> ChatSettings:
    return ChatSettings(
        settled.language,
        AUTOMATIC.ambient if settled.ambient is None else settled.ambient,
        AUTOMATIC.repeat_seconds if settled.repeat_seconds is None else settled.repeat_seconds,
    )
