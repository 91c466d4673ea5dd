"""A reply's buttons as an inline keyboard."""

from __future__ import annotations

from functools import lru_cache

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback_data import Press, encode
from bot.dialogue.reply import Button, Reply

_LONGEST_LABEL = 64


def keyboard(reply: Reply, asker: int | None = None) -> InlineKeyboardMarkup | None:
    """One button a row, each with who may press it; None for a reply without buttons."""
    return _keyboard(reply.buttons, reply.language, asker) if reply.buttons else None


# The answers to an entry, in private all alike, bear the same buttons.
@lru_cache(maxsize=1024)
def _keyboard(buttons: tuple[Button, ...], language: str, asker: int | None) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    _shortened(button.label), callback_data=encode(Press(button.action, language, asker))
                )
            ]
            for button in buttons
        ]
    )


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
