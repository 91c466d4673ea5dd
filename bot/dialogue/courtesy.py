"""Courtesy: the short lines that answer greetings, thanks, praise, insults and emoji."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue.parts import MainText
from bot.dialogue.reply import Reply
from bot.phrases import phrases

# Of several kinds in one message, the first of these is answered to.
_ORDER = tuple("insult opinion maker bot wellbeing thanks farewell praise greeting emoji reaction".split())
_VARIATIONS = 3


def courtesy(kinds: Iterable[str], language: str, number: int) -> Reply:
    """Return one short line for what was said out of courtesy.

    Args:
        kinds: Those of the phrases that were said; at least one.
        language: Of the line.
        number: Varies the line from one message to the next.
    """
    said = set(kinds)
    kind = next((each for each in _ORDER if each in said), "reaction")
    return Reply(language, (MainText(phrases(language)(f"courtesy-{kind}", number=number % _VARIATIONS)),))
