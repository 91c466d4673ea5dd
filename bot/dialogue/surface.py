"""The surfaces on which the bot is used."""

from __future__ import annotations

from enum import StrEnum


class Surface(StrEnum):
    """A way in by which an update comes; the database and the log hold its value."""

    PRIVATE = "private"
    GROUP = "group"
    AMBIENT = "ambient"
    """A message in a group that is put to nobody."""
    INLINE = "inline"
    GUEST = "guest"
    BUTTON = "button"
    EDIT = "edit"
    """The edit of a question, whatever the chat."""
    COMMAND = "command"
    """Any command but that of a question."""
    REVIEW = "review"
    """A curator's command or button."""
