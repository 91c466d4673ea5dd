"""The list of commands that Telegram shows, by language and kind of chat."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.dialogue.browse import COMMANDS
from bot.phrases import LANGUAGES, phrases

_LOG = logging.getLogger(__name__)
# For people whose app speaks none of our languages.
_ELSEWHERE = "en"


async def publish_commands(bot: ExtBot[None]) -> int:
    """Publishes the commands where Telegram's list differs from ours.

    A failure is logged and ends the publishing, nothing else.

    Returns:
        How many lists were published.
    """
    published = 0
    try:
        for scope, language_code, commands in _menus():
            current = await bot.get_my_commands(scope=scope, language_code=language_code)
            if tuple(current) != tuple(commands):
                await bot.set_my_commands(commands, scope=scope, language_code=language_code)
                published += 1
    except TelegramError as error:
        _LOG.warning("The list of commands could not be published (%s).", type(error).__name__)
    return published


def _menus() -> Iterator[tuple[BotCommandScope, str, Sequence[BotCommand]]]:
    for scope in (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()):
        for language_code in ("", *LANGUAGES):
            words = phrases(language_code or _ELSEWHERE)
            yield scope, language_code, [BotCommand(name, words(f"command-{name}")) for name in COMMANDS]
