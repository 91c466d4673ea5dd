"""The list of commands that Telegram shows, by language and kind of chat."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.dialogue.browse import COMMANDS, CURATING_COMMANDS
from bot.phrases import LANGUAGES, phrases

_LOG = logging.getLogger(__name__)
# For people whose app speaks none of our languages.
_ELSEWHERE = "en"


async def publish_commands(bot: ExtBot[None], admin_ids: Sequence[int] = ()) -> int:
    """Publishes the commands where Telegram's list differs from ours, for curators with their own.

    A failure is logged and ends the publishing, nothing else; that of a curator's list ends only that one's.

    Returns:
        How many lists were published.
    """
    published = await _publish(bot, (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()), COMMANDS)
    for admin_id in admin_ids:
        published += await _publish(bot, (BotCommandScopeChat(admin_id),), (*CURATING_COMMANDS, *COMMANDS))
    return published


async def _publish(bot: ExtBot[None], scopes: Sequence[BotCommandScope], names: Sequence[str]) -> int:
    published = 0
    try:
        for scope, language_code, commands in _menus(scopes, names):
            current = await bot.get_my_commands(scope=scope, language_code=language_code)
            if tuple(current) != tuple(commands):
                await bot.set_my_commands(commands, scope=scope, language_code=language_code)
                published += 1
    except TelegramError as error:
        _LOG.warning("The list of commands could not be published (%s).", type(error).__name__)
    return published


def _menus(
    scopes: Sequence[BotCommandScope], names: Sequence[str]
) -> Iterator[tuple[BotCommandScope, str, Sequence[BotCommand]]]:
    for scope in scopes:
        for language_code in ("", *LANGUAGES):
            words = phrases(language_code or _ELSEWHERE)
            yield scope, language_code, [BotCommand(name, words(f"command-{name}")) for name in names]
