"""A reply's buttons as an inline keyboard."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback_data import Press, encode
from bot.dialogue.reply import Reply

_LONGEST_LABEL = 64


def keyboard(reply: Reply, asker: int | None = None) -> InlineKeyboardMarkup | None:
    """A button a row but for those that stand beside others, each with who may press it; None without buttons."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in reply.buttons:
        label = _shortened(button.label)
        if button.url is not None:
            key = InlineKeyboardButton(label, url=button.url)
        else:
            key = InlineKeyboardButton(label, callback_data=encode(Press(button.action, reply.language, asker)))
        if button.beside and rows:
            rows[-1].append(key)
        else:
            rows.append([key])
    return InlineKeyboardMarkup(rows) if rows else None


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
