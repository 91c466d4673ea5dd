"""Identifiers: short ids out of names, each given once."""

from __future__ import annotations

import re

from knowledge.text.normalise import fold

_NOT_ALLOWED = re.compile(r"[^a-z0-9]+")
_LONGEST = 30
# Enough to tell names apart; ids are never shown to readers.
_LATIN = str.maketrans(
    dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch"
             " _ y _ e yu ya i i ie g".split(), strict=True))
)  # fmt: skip


class Identifiers:
    """A giver of ids: none is given to two keys."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._by_key: dict[str, str] = {}

    def of(self, key: str, name: str, fallback: str = "name") -> str:
        """Return the id of a key, made of a name when it is first asked for.

        Args:
            key: Tells the thing that is named.
            name: Words to make the id of.
            fallback: The id of a name without letters.
        """
        if key in self._by_key:
            return self._by_key[key]
        plain = _NOT_ALLOWED.sub("-", fold(name).translate(_LATIN).replace("_", "")).strip("-")[:_LONGEST].strip("-")
        base = plain or fallback
        given, number = base, 1
        while given in self._given:
            number += 1
            given = f"{base}-{number}"
        self._given.add(given)
        self._by_key[key] = given
        return given
