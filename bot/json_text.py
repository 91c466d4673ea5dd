"""JSON text from the network, which is not to be trusted."""

from __future__ import annotations

import json
import re
from typing import Any

DEEPEST = 100
"""Levels of arrays and objects that are read; the Bot API's own answers have about twenty."""
# A string that never ends is one all the same: else it would be looked through again from every quotation mark in it.
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_LONGEST_NUMBER = 1000


def read(text: bytes) -> Any:
    """Read JSON, with null in place of values too deep or numbers too large for the parser or for later use.

    Whatever is nested deeper than `DEEPEST` levels is read as null, and so is an integer of thousands of digits.

    Args:
        text: In UTF-8.

    Returns:
        The value, which can be written as JSON again.

    Raises:
        ValueError: It is no JSON.
    """
    if text.count(b"[") + text.count(b"{") > DEEPEST:
        text = _shallow(text)
    # The parser would guess at UTF-16, of which brackets and quotation marks are not told apart here.
    decoded = text.decode("utf-8-sig", "surrogatepass")
    try:
        return json.loads(decoded)
    except json.JSONDecodeError:
        raise
    except ValueError:
        # Python's own limit on the digits of an integer.
        return json.loads(decoded, parse_int=_integer)


def _shallow(text: bytes) -> bytes:
    """Replace values that are nested too deep by null."""
    parts: list[bytes] = []
    depth = kept_to = 0
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign in (b"[", b"{"):
            depth += 1
            if depth == DEEPEST + 1:
                parts.append(text[kept_to : token.start()])
        elif sign in (b"]", b"}"):
            depth -= 1
            if depth == DEEPEST:
                parts.append(b"null")
                kept_to = token.end()
    return b"".join((*parts, text[kept_to:])) if depth <= DEEPEST else b""


def _integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None
