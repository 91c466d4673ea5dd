"""The question of a message that is put to nobody."""

from __future__ import annotations

from telegram import Message

from bot.answering.addressing import AddressedQuestion, asked_of_nobody
from bot.answering.context import Services


async def ambient_question(services: Services, message: Message) -> AddressedQuestion | None:
    """Return the question of a message that is put to nobody; None unless the group wants such questions answered."""
    addressed = asked_of_nobody(message)
    return addressed if addressed is not None and (await services.settings_of(message.chat_id)).ambient else None
