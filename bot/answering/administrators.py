"""Messages to the bot's administrators (ADMIN_IDS)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from telegram import Message
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.answering.context import Services
from bot.phrases import phrases

_LOG = logging.getLogger(__name__)
_TOGETHER_SECONDS = 5


async def tell_of_unknown_sends(services: Services, bot: ExtBot[None], admin_ids: Sequence[int]) -> None:
    """Tell the administrators, now and at all news, the number of replies that may or may not have arrived.

    A warning is worth repeating, so it counts as told only after it has arrived somewhere.

    Args:
        services: What the handlers share.
        bot: Who tells.
        admin_ids: Whom; if nobody, the log is told.
    """
    news = services.delivery.news
    language = services.dialogue.interface_language(None)
    while True:
        news.clear()
        unknown = await services.delivery.put_down(services.store.inbox.unreported)
        if unknown:
            _LOG.warning("%d replies may or may not have arrived; they are not sent again.", len(unknown))
            text = phrases(language)("unknown-sends", count=len(unknown))
            told = [await _tell(services, bot, admin_id, text) for admin_id in admin_ids]
            if any(told) or not admin_ids:
                await services.delivery.put_down(lambda ids=unknown: services.store.inbox.reported(ids))  # type: ignore[misc]
        await news.wait()
        # A restart of Telegram's breaks several at once.
        await asyncio.sleep(_TOGETHER_SECONDS)


async def _tell(services: Services, bot: ExtBot[None], admin_id: int, text: str) -> bool:
    async def sent() -> Message:
        return await bot.send_message(admin_id, text)

    try:
        return await services.delivery.repeatable(admin_id, sent) is not None
    except TelegramError as error:
        _LOG.warning("An administrator could not be told (%s).", type(error).__name__)
        return False
