"""Everyday synonyms: words that people use for one another in most questions, whatever they ask about.

One module a language, as plain text that a native speaker can read and correct: a group of synonyms a line,
members separated by commas, each a base form of one to three words, already folded (`text.normalise.fold`).
A word stands in one group only, the one of its commonest everyday sense; words whose senses compete stand in none.
Opposites and mere associates (a doctor, a hospital) are no synonyms.
"""

from __future__ import annotations

from functools import lru_cache

from . import english, french, russian, ukrainian

_GROUPS = {"fr": french.GROUPS, "en": english.GROUPS, "ru": russian.GROUPS, "uk": ukrainian.GROUPS}


@lru_cache(maxsize=8)
def synonyms(code: str) -> tuple[tuple[str, ...], ...]:
    """The groups of a language, each with two members or more.

    Args:
        code: ISO 639-1 code; a language without a table has no groups.
    """
    lines = _GROUPS.get(code, "").strip().splitlines()
    return tuple(tuple(member.strip() for member in line.split(",")) for line in lines)
