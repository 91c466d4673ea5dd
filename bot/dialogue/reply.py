"""A reply: parts to show and buttons to press, whatever shows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.dialogue.actions import Action
from bot.dialogue.parts import Part
from knowledge.matcher import Candidate, Outcome

UP, DOWN = "👍", "👎"
"""The labels of buttons to vote."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a reply.

    Attributes:
        label: The words on it.
        action: The action of a press.
        beside: True if it stands beside the button before it, not below.
        url: The address that it leads to instead, where links can be followed; None where it only acts.
    """

    label: str
    action: Action
    beside: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to a question, a command or a press.

    Attributes:
        language: ISO 639-1 code of the reply.
        parts: Shown one below the other.
        buttons: Shown below the parts.
        entry_key: The entry that answers, if one does.
        outcome: The question's outcome; None for what is no reply to a question.
        candidate: The entry that the question comes nearest to; None if nothing is near.
        context_key: The entry that a later "who?" or "and X?" is about, where that is not the one that answers.
        is_lookup: True if it is about another message than the one that asks.
        goes_on: True if it answers words that only go on from others: asked in vain, they teach nobody anything.
    """

    language: str
    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = field(default=())
    entry_key: str | None = None
    outcome: Outcome | None = None
    candidate: Candidate | None = None
    context_key: str | None = None
    is_lookup: bool = False
    goes_on: bool = False

    def without_buttons(self) -> Reply:
        """Return the same reply for where nothing can follow it."""
        return replace(self, buttons=())
