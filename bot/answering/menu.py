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

from bot.answering.context import Services
from bot.dialogue.browse import COMMANDS, CURATING_COMMANDS
from bot.phrases import LANGUAGES, phrases

_LOG = logging.getLogger(__name__)
# For people whose app speaks none of our languages.
_ELSEWHERE = "en"
EVERYBODY = (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats())
"""The kinds of chat that have the commands for everybody."""


async def publish_commands(
    bot: ExtBot[None], admin_ids: Sequence[int] = (), scopes: Sequence[BotCommandScope] = EVERYBODY
) -> None:
    """Publish the commands where Telegram's list differs from ours, for curators with their own.

    A failure is logged and ends the publishing, nothing else; that of a curator's list ends only that one's.

    Args:
        bot: Publishes.
        admin_ids: The curators.
        scopes: The kinds of chat that have the commands for everybody.
    """
    await _publish(bot, scopes, COMMANDS)
    for admin_id in admin_ids:
        await _publish_for(bot, admin_id)


async def greet_curator(services: Services, bot: ExtBot[None], user_id: int) -> None:
    """Publish a curator's commands once they write: Telegram takes no list for those who have never started the bot.

    Args:
        services: Of all handlers.
        bot: Publishes.
        user_id: The person who writes in private; nothing is published for others than curators.
    """
    if user_id in services.admin_ids - services.greeted and await _publish_for(bot, user_id):
        services.greeted.add(user_id)


async def _publish_for(bot: ExtBot[None], curator_id: int) -> bool:
    return await _publish(bot, (BotCommandScopeChat(curator_id),), (*CURATING_COMMANDS, *COMMANDS))


async def _publish(bot: ExtBot[None], scopes: Sequence[BotCommandScope], names: Sequence[str]) -> bool:
    """Publish lists where they differ; False if it failed."""
    try:
        for scope, language_code, commands in menus(scopes, names):
            current = await bot.get_my_commands(scope=scope, language_code=language_code)
            if tuple(current) != tuple(commands):
                await bot.set_my_commands(commands, scope=scope, language_code=language_code)
    except TelegramError as error:
        _LOG.warning("The list of commands could not be published (%s).", type(error).__name__)
        return False
    return True


def menus(
    scopes: Sequence[BotCommandScope], names: Sequence[str]
) -> Iterator[tuple[BotCommandScope, str, Sequence[BotCommand]]]:
    """Yield the lists of some commands: for which chats, in which language (ISO 639-1, "" for any other), the list."""
    for scope in scopes:
        for language_code in ("", *LANGUAGES):
            words = phrases(language_code or _ELSEWHERE)
            yield scope, language_code, [BotCommand(name, words(f"command-{name}")) for name in names]
