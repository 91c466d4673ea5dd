"""People's words without what would command a terminal, hide in a text, or turn the order of the words around it."""

from __future__ import annotations

import json
import re
import unicodedata

# C0 without the line feed, DEL, C1, halves of surrogate pairs; line ends of other systems; and what embeds, overrides
# or isolates a direction: it parts words where it stands.
_PARTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# A joiner holds emoji together; elsewhere, it is as invisible as the rest of these.
_INVISIBLE = re.compile(
    "(?<![\u2190-\u2fff\ufe0f\U0001f000-\U0001faff])\u200d|[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_LINE_ENDS = re.compile("\r\n?")
# Of marks over a Latin, Greek or Cyrillic letter, as many as any language needs.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAPED = re.compile(f"({_MARK}{{3}}){_MARK}+")
# Of marks of any script in a row, as many as Tibetan stacks and Hebrew verses need.
_MOST_MARKS = 8
# No mark is a letter, a space or of ASCII; what else is none may be part of what this finds.
_PERHAPS_HEAPED = re.compile(f"[^\\w\\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_BRAILLE_BLANK = "\u2800"
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def printable(text: str) -> str:
    """Return a text that is printed as it reads, whoever wrote it: of control characters only line feeds stay.

    Args:
        text: Any text.
    """
    if text.isascii() and text.isprintable():
        return text
    visible = _INVISIBLE.sub("", _PARTING.sub(" ", _LINE_ENDS.sub("\n", text)))
    return _PERHAPS_HEAPED.sub(_unheaped, _HEAPED.sub(r"\1", visible))


def _unheaped(found: re.Match[str]) -> str:
    """Return a text without the combining marks beyond a limit over one letter."""
    kept, marks = "", 0
    for sign in found[0]:
        marks = marks + 1 if unicodedata.category(sign)[0] == "M" else 0
        if marks <= _MOST_MARKS:
            kept += sign
    return kept


def one_line(text: str) -> str:
    """Return printable text on one line, with single spaces."""
    return " ".join(printable(text).split())


def display_name(name: str) -> str:
    """Return a name as it may stand in a sentence: on one line, and in its place whatever direction it is read in.

    Args:
        name: As its owner has it.

    Returns:
        The name; empty if nothing of it can be seen.
    """
    shown = one_line(name)
    if all(sign == _BRAILLE_BLANK or unicodedata.category(sign)[0] in "MZC" for sign in shown):
        return ""
    turns = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in shown)
    return f"{_ISOLATE}{shown}{_END}" if turns else shown


def json_line(value: object, *, ascii_only: bool = False) -> str:
    """Return a value as JSON on one line; what is not printable is escaped, so that nothing is lost.

    Args:
        value: A value that JSON can hold.
        ascii_only: True if all other characters than ASCII's are escaped too.
    """
    written = json.dumps(value, ensure_ascii=ascii_only)
    for unprintable in (_PARTING, _INVISIBLE):
        written = unprintable.sub(lambda found: json.dumps(found[0])[1:-1], written)
    return written
