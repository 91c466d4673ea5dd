"""Inner marks: quotation marks of words that stand inside a quotation themselves."""

from __future__ import annotations

from knowledge.text.marks import DOUBLE_MARKS, DOUBLE_OPENING_MARKS, PRINTED_MARKS
from knowledge.text.quotations import pair_quotation_marks

_SPACES = " \u00a0\u202f"


def with_inner_marks(text: str, language: str) -> str:
    """Return words with marks as a language prints them inside a quotation, all in pairs.

    Args:
        text: Words of one paragraph; a mark that nothing closes, or that closes nothing, is left out.
        language: ISO 639-1 code.
    """
    printed = PRINTED_MARKS[language]
    parts: list[str] = []
    position = 0
    for each in pair_quotation_marks(text).quotations:
        if text[each.outer_start] not in DOUBLE_MARKS:
            continue
        inside = text[each.start : each.end].strip(_SPACES)
        parts.extend((unmarked(text[position : each.outer_start]), printed.inner_opening, unmarked(inside)))
        parts.append(printed.inner_closing)
        position = each.outer_end
    parts.append(unmarked(text[position:]))
    return "".join(parts)


def unmarked(text: str) -> str:
    """Return a text without double quotation marks and the spaces inside them."""
    for mark in DOUBLE_MARKS:
        for spaced in (f"{mark}\u00a0", f"{mark}\u202f", f"\u00a0{mark}", f"\u202f{mark}"):
            text = text.replace(spaced, mark)
    for opening in DOUBLE_OPENING_MARKS:
        text = text.replace(f"{opening} ", opening)
    text = text.replace(" »", "»")
    return text.translate(dict.fromkeys(map(ord, DOUBLE_MARKS)))
