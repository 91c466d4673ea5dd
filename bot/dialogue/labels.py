"""Labels of buttons, as long as a phone shows them."""

from __future__ import annotations

LONGEST_LABEL = 30
"""Characters of a label that a phone 360 pixels wide shows uncut."""
_SHORTENED = "…"
_BETWEEN_WORDS = " ,;:.!?…"
# Signs that end no label before the ellipsis.
_LOOSE = ' ,;:—–-«("“'


def cut(text: str, most: int = LONGEST_LABEL) -> str:
    """Return a text of at most some characters, cut behind a word where it is longer, with an ellipsis.

    Args:
        text: The text.
        most: Characters, two at least; a first word that is longer is cut itself.
    """
    if len(text) <= most:
        return text
    room = most - len(_SHORTENED)
    kept = text[:room] if text[room] in _BETWEEN_WORDS else text[:room].rpartition(" ")[0]
    return f"{(kept.rstrip(_LOOSE) or text[:room]).rstrip()}{_SHORTENED}"
