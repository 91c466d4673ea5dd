"""A reply's buttons as an inline keyboard."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback_data import Press, encode
from bot.dialogue.reply import Reply

_LONGEST_LABEL = 64


def keyboard(reply: Reply, asker: int | None = None) -> InlineKeyboardMarkup | None:
    """One button a row, each with who may press it; None for a reply without buttons."""
    if not reply.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    _shortened(button.label), callback_data=encode(Press(button.action, reply.language, asker))
                )
            ]
            for button in reply.buttons
        ]
    )


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
