"""The notice to somebody who asks too much."""

from __future__ import annotations

from telegram import Message

from bot.answering.context import Services
from bot.answering.sending import send
from bot.dialogue.parts import MainText
from bot.dialogue.pressers import ANYBODY
from bot.dialogue.reply import Reply
from bot.phrases import phrases
from bot.turn import Turn


async def tell_too_much(services: Services, turn: Turn, message: Message, language: str) -> None:
    """Tell somebody that they ask too much."""
    reply = Reply(language, (MainText(phrases(language)("too-much")),))
    await send(services, turn, message, reply, pressers=ANYBODY)
