"""Correction of texts typed on another keyboard layout, or in another alphabet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from knowledge.text.keyboard import retype
from knowledge.text.transliteration import to_cyrillic

# A text with as many of its words known was typed as it was meant.
_ENOUGH_KNOWN = 0.8
# Another reading has to have so many, and so many more.
_CONVINCING = 0.5
_BETTER_BY = 0.25


def corrected_layout(text: str, known_share: Callable[[str], float], *, names: frozenset[str] = frozenset()) -> str:
    """Return the text itself, or as retyped on another keyboard layout or in another alphabet.

    Args:
        text: As it was typed.
        known_share: Returns the share of a text's words that are known, 0 to 1.
        names: Folded words that are known in any alphabet.

    Returns:
        The text, unless few of its words are known and many of another reading's are.
    """
    share = known_share(text)
    if share >= _ENOUGH_KNOWN:
        return text
    other = max(_readings(text, names), key=known_share, default=text)
    return other if known_share(other) >= max(_CONVINCING, share + _BETTER_BY) else text


def _readings(text: str, names: frozenset[str]) -> Iterator[str]:
    yield from retype(text)
    yield from (cyrillic for cyrillic, _ in to_cyrillic(text, kept=names))
