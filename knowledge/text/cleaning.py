"""Cleaning of a message: what is left of it are the words of its author, each in one alphabet."""

from __future__ import annotations

from knowledge.text.enclosures import without_enclosures
from knowledge.text.homoglyphs import unify_alphabet


def clean(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return a text without enclosures, each word in one alphabet.

    Args:
        text: Any text.
        names: Folded words that stay although "@" stands before them.

    Returns:
        The rest; empty if only links, addresses and the like were sent.
    """
    return unify_alphabet(without_enclosures(text, names))
