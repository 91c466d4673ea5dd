"""The people who may press a button."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anybody:
    """All who see the button."""


@dataclass(frozen=True, slots=True)
class Administrators:
    """Administrators of the chat, and nobody where the bot cannot know who they are."""


@dataclass(frozen=True, slots=True)
class Asker:
    """The person who asked, and administrators of the chat.

    Attributes:
        person_id: The person, from 1 on.

    Raises:
        ValueError: No person has such an id.
    """

    person_id: int

    def __post_init__(self) -> None:
        if self.person_id < 1:
            raise ValueError(f"{self.person_id} is nobody's id: people have positive ones.")


Pressers = Anybody | Administrators | Asker

ANYBODY, ADMINISTRATORS = Anybody(), Administrators()
