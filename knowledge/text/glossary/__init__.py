"""Glossary: everyday words of news, each with the words that other languages have for the same thing.

One module a language, as plain text that a native speaker can read and correct: a thing a line, under the same name in
every language, then base forms of one to four words, separated by commas, already folded (`text.normalise.fold`). A
word may stand for several things. Synonyms of a form (`text.synonyms`) stand for the same thing, to a lesser degree.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from . import english, french, russian, ukrainian

_TABLES = {"fr": french.WORDS, "en": english.WORDS, "ru": russian.WORDS, "uk": ukrainian.WORDS}
LANGUAGES = frozenset(_TABLES)
"""The languages that have a table, as ISO 639-1 codes."""


@lru_cache(maxsize=8)
def glossary(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the forms of a language by the things that they stand for.

    Args:
        code: ISO 639-1 code; a language without a table has no forms.
    """
    lines = _TABLES.get(code, "").strip().splitlines()
    parts = (line.partition(": ") for line in lines)
    return {thing: tuple(form.strip() for form in forms.split(",")) for thing, _, forms in parts}
