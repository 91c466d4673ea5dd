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
from knowledge.errors import printable
from knowledge.loading import LoadedArticle

_LOG = logging.getLogger(__name__)
_TOGETHER_SECONDS = 5
# Characters: of one finding, and of all in a message, which may have 4,096.
_LONGEST_FINDING, _LONGEST_FINDINGS = 400, 3_000
_LONGEST_REASON = 400


async def tell_of_unknown_sends(services: Services, bot: ExtBot[None], admin_ids: Sequence[int]) -> None:
    """Tell the administrators, now and at all news, the number of replies that may or may not have arrived.

    A warning is worth repeating, so it counts as told only after it has arrived somewhere.

    Args:
        services: Of all handlers.
        bot: Tells them.
        admin_ids: The administrators; if there are none, the log is told.
    """
    news = services.delivery.news
    language = services.dialogue.interface_language(None)
    while True:
        news.clear()
        unknown = await services.store.inbox.unreported()
        if unknown:
            _LOG.warning("%d replies may or may not have arrived; they are not sent again.", len(unknown))
            text = phrases(language)("unknown-sends", count=len(unknown))
            told = [await _tell(services, bot, admin_id, text) for admin_id in admin_ids]
            if any(told) or not admin_ids:
                await services.store.inbox.mark_reported(unknown)
        await news.wait()
        # A restart of Telegram's breaks several at once.
        await asyncio.sleep(_TOGETHER_SECONDS)


async def tell_of_refusals(
    services: Services, bot: ExtBot[None], admin_ids: Sequence[int], refused: Sequence[LoadedArticle]
) -> None:
    """Tell the administrators which articles do not hold as their files are now, and why.

    Args:
        services: Of all handlers.
        bot: Tells them.
        admin_ids: The administrators.
        refused: The articles with their findings.
    """
    await _tell_all(services, bot, admin_ids, refusals(services.dialogue.interface_language(None), refused))


async def tell_of_no_articles(services: Services, bot: ExtBot[None], admin_ids: Sequence[int], reason: str) -> None:
    """Tell the administrators that none of the articles is left, so that the last versions go on.

    Args:
        services: Of all handlers.
        bot: Tells them.
        admin_ids: The administrators.
        reason: As a sentence.
    """
    words = phrases(services.dialogue.interface_language(None))
    await _tell_all(services, bot, admin_ids, words("no-articles", reason=_clipped(reason, _LONGEST_REASON)))


async def tell_of_embeddings(services: Services, bot: ExtBot[None], admin_ids: Sequence[int], reason: str) -> None:
    """Tell the administrators that there are no embeddings, so that words alone decide.

    Args:
        services: Of all handlers.
        bot: Tells them.
        admin_ids: The administrators.
        reason: As a sentence.
    """
    words = phrases(services.dialogue.interface_language(None))
    await _tell_all(services, bot, admin_ids, words("no-embeddings", reason=_clipped(reason, _LONGEST_REASON)))


def refusals(language: str, refused: Sequence[LoadedArticle]) -> str:
    """Return the message about articles that do not hold, as long as Telegram takes it.

    Args:
        language: Of the message, as ISO 639-1 code; findings are in English.
        refused: The articles with their findings.
    """
    words, blocks, room = phrases(language), list[str](), _LONGEST_FINDINGS
    left_out = 0
    for each in refused:
        kept = "article-left-out" if each.article is None else "article-kept"
        lines = [words(kept, article=printable(each.slug))]
        for finding in each.findings:
            line = f"• {_clipped(str(finding), _LONGEST_FINDING)}"
            if room < len(line):
                left_out += 1
                continue
            lines.append(line)
            room -= len(line)
        if len(lines) > 1:
            blocks.append("\n".join(lines))
    if left_out:
        blocks.append(words("more-findings", count=left_out))
    return "\n\n".join(blocks)


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


async def _tell_all(services: Services, bot: ExtBot[None], admin_ids: Sequence[int], text: str) -> None:
    for admin_id in admin_ids:
        await _tell(services, bot, admin_id, text)


async def _tell(services: Services, bot: ExtBot[None], admin_id: int, text: str) -> bool:
    async def sent() -> Message:
        return await bot.send_message(admin_id, text)

    try:
        return await services.delivery.send_repeatable(admin_id, sent) is not None
    except TelegramError as error:
        _LOG.warning("An administrator could not be told (%s).", type(error).__name__)
        return False
