"""Elision: French words that lose their vowel before another one."""

from __future__ import annotations

import re

_BEFORE_A_NAME = re.compile(r"\b(qu|d)e (?=[AÀÂÄEÉÈÊËIÎÏOÔÖUÙÛÜŒÆ])", re.IGNORECASE)
_VOWELS = frozenset("aàâeéèêëiîïoôuùûyœæ")
# Nouns that news counts or quotes, before which nothing is elided.
_ASPIRATED = (
    "halle", "hameau", "handicap", "hangar", "hausse", "haie", "héros", "huit", "hors", "haut", "héraut", "onz",
)  # fmt: skip
_DEFINITE = {"un": "le", "une": "la", "le": "le", "la": "la", "ce": "le", "cet": "le", "cette": "la"}


def elided(text: str) -> str:
    """Return a French text with "que" and "de" elided before names that begin with a vowel: "qu’Anna"."""
    return _BEFORE_A_NAME.sub(r"\1’", text)


def is_elided_before(noun: str) -> bool:
    """Tell if "de" and "le" are elided before a noun in lower case: it begins with a vowel or a mute h."""
    mute = noun.startswith("h") and not noun.startswith(_ASPIRATED)
    return mute or (noun[:1] in _VOWELS and not noun.startswith(_ASPIRATED))


def with_definite_article(noun: str, article: str) -> str:
    """Return a noun phrase with the definite article.

    Args:
        noun: The phrase without an article.
        article: The article that it has somewhere else, in lower case: "un", "une", "des", …
    """
    if article in ("des", "les", "ces"):
        return f"les {noun}"
    if article in ("l'", "l’") or is_elided_before(noun.lower()):
        return f"l’{noun}"
    return f"{_DEFINITE.get(article, 'le')} {noun}"
