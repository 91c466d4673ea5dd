"""A reply's buttons as an inline keyboard."""

from __future__ import annotations

from collections.abc import Callable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback_data import Press
from bot.dialogue.pressers import Pressers
from bot.dialogue.reply import DOWN, UP, Reply

_LONGEST_LABEL = 64


def keyboard(reply: Reply, data: Callable[[Press], str], pressers: Pressers) -> InlineKeyboardMarkup | None:
    """Return the buttons of a reply, one a row but for those that stand beside others; None if it has none.

    Args:
        reply: The reply that they stand under.
        data: Makes the data of each.
        pressers: The people who may press them.
    """
    rows: list[list[InlineKeyboardButton]] = []
    for button in reply.buttons:
        label = _shortened(button.label)
        if button.url is not None:
            key = InlineKeyboardButton(label, url=button.url)
        else:
            key = InlineKeyboardButton(label, callback_data=data(Press(button.action, reply.language, pressers)))
        if button.beside and rows:
            rows[-1].append(key)
        else:
            rows.append([key])
    return InlineKeyboardMarkup(rows) if rows else None


def with_votes(markup: InlineKeyboardMarkup, ups: int, downs: int) -> InlineKeyboardMarkup:
    """Return a keyboard with the numbers of votes, as far as there are any, on its buttons to vote."""
    counts = {UP: ups, DOWN: downs}

    def counted(button: InlineKeyboardButton) -> InlineKeyboardButton:
        sign = button.text[:1]
        if sign not in counts or button.callback_data is None:
            return button
        label = f"{sign} {counts[sign]}" if counts[sign] else sign
        return InlineKeyboardButton(label, callback_data=button.callback_data)

    return InlineKeyboardMarkup([[counted(button) for button in row] for row in markup.inline_keyboard])


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
