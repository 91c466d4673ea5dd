"""Redaction of questions: nothing stays that might tell who asked, or of whom."""

from __future__ import annotations

import re

from knowledge.text.addresses import ADDRESS, DOMAINS

MARK = "[…]"
"""The mark in place of what was taken out."""
LONGEST = 500
"""The most characters of a question that are kept."""

# Of links without a scheme or a path; any two letters are taken for a country's.
_DOMAIN = "|".join(sorted(DOMAINS.split(), key=len, reverse=True))
_LINK = re.compile(
    rf"""
    {ADDRESS}
    | (?<![\w.-])(?:\w[\w-]*\.)+(?:xn--[\w-]+|(?-i:[a-z][a-z]|[A-Z][A-Z])|{_DOMAIN})(?![\w-])
    """,
    re.IGNORECASE | re.VERBOSE,
)
# In a text whose digits are written 0 and whose letters are written a.
_NUMBER = re.compile(r"\+?0(?:(?:[^0a,;:?!]|[,;:?!](?!\s))*0){5,}")


def redact(text: str) -> str:
    """Return a text without links, @names, mail addresses and runs of six or more digits, of bounded length.

    Signs and spaces between digits do not end a run; letters do, and a comma or the like that a space follows.

    Args:
        text: Any text; half of a surrogate pair becomes a question mark.

    Returns:
        The text with marks in place of what was taken out, and an ellipsis in place of what is too long.
    """
    kept = _without_all(text.encode(errors="replace").decode())
    return kept if len(kept) <= LONGEST else f"{_without_all(kept[: LONGEST - 1])}…"


def _without_all(text: str) -> str:
    """Remove all matches until there are none: a removal may bring together what is only then recognised."""
    while (shorter := _without_numbers(_LINK.sub(MARK, text))) != text:
        text = shorter
    return text


def _without_numbers(text: str) -> str:
    shape = "".join("0" if sign.isdigit() else "a" if sign.isalpha() else sign for sign in text)
    runs = [found.span() for found in _NUMBER.finditer(shape.replace(MARK, "a" * len(MARK)))]
    for start, end in reversed(runs):
        text = f"{text[:start]}{MARK}{text[end:]}"
    return text
