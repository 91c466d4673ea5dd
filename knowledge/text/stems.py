"""Stems: words without their endings, so that inflected forms meet.

Snowball (PyStemmer) for every language that it knows; Ukrainian, which it does not, gets a light
stemmer of our own that cuts inflectional endings only.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import Stemmer

_SNOWBALL = {
    "fr": "french",
    "en": "english",
    "ru": "russian",
    "de": "german",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
}

# A stemmer has a state of its own, and threads share it.
_one_at_a_time = Lock()

_UKRAINIAN_ENDINGS = frozenset(
    (
        # adjectives and participles
        "ого ому ими іми ими ий ій ою ої ої им их іх ая яя еє єє іше іший ішого "
        # nouns
        "ами ями ові еві єві ем ом ам ям ах ях ою ею єю ів їв ей єм ія ії ію ією іями іях "
        "ння нню нням нні ття ттю ттям ості істю ість "
        # verbs
        "ється ються ється ювати увати ати яти ити іти їти уть ють ать ять ить їть еш єш иш їш емо ємо имо їмо "
        "ете єте ите їте ав яв ив ів ала яла ила іла ало яло ило іло али яли или іли "
        "вся лася лося лися тися ться тись вшись вши ши "
        "ував увала увало ували уватиме юватиме иться аться яться еться аний ений єний ана ена єна ано ено єно "
        "а е и і о у ю я є ї ь й"
    ).split()
)
_LONGEST_ENDING = max(map(len, _UKRAINIAN_ENDINGS))
_SHORTEST_STEM = 3


def _stem_ukrainian(word: str) -> str:
    for start in range(max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING), len(word)):
        if word[start:] in _UKRAINIAN_ENDINGS:
            return word[:start]
    return word


@lru_cache(maxsize=16)
def _snowball(language: str) -> Stemmer.Stemmer | None:
    name = _SNOWBALL.get(language)
    return Stemmer.Stemmer(name, 0) if name else None


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word.

    Args:
        word: One folded word.
        language: ISO 639-1 code; a word of a language without a stemmer is its own stem.
    """
    if language == "uk":
        return _stem_ukrainian(word)
    stemmer = _snowball(language)
    if stemmer is None:
        return word
    with _one_at_a_time:
        # Snowball marks letters with capitals: one by itself is all mark.
        return str(stemmer.stemWord(word)) or word
