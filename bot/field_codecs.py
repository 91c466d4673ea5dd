"""Codecs of single fields: a value as characters of a button's data, and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from bot.dialogue.names import NameKind
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Administrators, Anybody, Asker, Pressers

Naming = Callable[[NameKind, str], str]
"""Give the name that stands for an id of some kind."""
Lookup = Callable[[NameKind, str], tuple[str, ...]]
"""Give the ids of some kind that a name may stand for: none, one, or, by chance, several."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

_T = TypeVar("_T")


class FieldCodec(Protocol):
    """A codec of one field."""

    def pack(self, value: Any, naming: Naming, /) -> str:
        """Return a value as characters, none of which is a colon."""

    def unpack(self, text: str, lookup: Lookup, /) -> tuple[object, ...]:
        """Return the values that some characters may stand for; none if no value is packed so."""


class NamedIdCodec:
    """A codec of ids, which names stand for.

    Args:
        kind: Of what the ids are.
    """

    def __init__(self, kind: NameKind) -> None:
        self._kind = kind

    def pack(self, value: str, naming: Naming, /) -> str:
        """Return the name of an id."""
        return naming(self._kind, value)

    def unpack(self, text: str, lookup: Lookup, /) -> tuple[str, ...]:
        """Return the ids that a name may stand for."""
        return lookup(self._kind, text) if text else ()


class TextCodec(Generic[_T]):
    """A codec of values that are written out.

    Args:
        pattern: All of a text that a value is written as, a regular expression.
        read: Makes the value of a text that fits the pattern.
        write: Makes the text of a value.
    """

    def __init__(self, pattern: str, read: Callable[[str], _T], write: Callable[[_T], str] = str) -> None:
        self._pattern = re.compile(pattern)
        self._read = read
        self._write = write

    def pack(self, value: _T, _: Naming, /) -> str:
        """Return the text of a value."""
        return self._write(value)

    def unpack(self, text: str, _: Lookup, /) -> tuple[_T, ...]:
        """Return the value of a text."""
        return (self._read(text),) if self._pattern.fullmatch(text) else ()


def base36(number: int) -> str:
    """Return a number from 0 on in base 36: an id of Telegram's in at most eleven characters."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _write_pressers(pressers: Pressers) -> str:
    match pressers:
        case Anybody():
            return ""
        case Administrators():
            return "0"
        case Asker(person_id):
            return base36(person_id)


def _read_pressers(text: str) -> Pressers:
    if not text:
        return ANYBODY
    person_id = int(text, 36)
    return Asker(person_id) if person_id else ADMINISTRATORS


LANGUAGE = TextCodec("[a-z]{2}", str)
PRESSERS = TextCodec("[0-9a-z]{0,13}", _read_pressers, _write_pressers)
