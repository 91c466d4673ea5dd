"""Ordinals: the place of a sentence in words, as people name it."""

from __future__ import annotations

from collections.abc import Mapping

# In French feminine, in Russian and Ukrainian in the prepositional case, as templates need them.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "fr": tuple(
        """première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième
        treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième""".split()
    ),
    "en": tuple(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
    ),
    "ru": tuple(
        """первом втором третьем четвёртом пятом шестом седьмом восьмом девятом десятом одиннадцатом двенадцатом
        тринадцатом четырнадцатом пятнадцатом шестнадцатом семнадцатом восемнадцатом девятнадцатом двадцатом""".split()
    ),
    "uk": tuple(
        """першому другому третьому четвертому п’ятому шостому сьомому восьмому дев’ятому десятому одинадцятому
        дванадцятому тринадцятому чотирнадцятому п’ятнадцятому шістнадцятому сімнадцятому вісімнадцятому
        дев’ятнадцятому двадцятому""".split()
    ),
}
_ENDINGS = {"fr": "e", "en": "th", "ru": "-м", "uk": "-му"}
_ENGLISH = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int, language: str) -> str:
    """Return the ordinal of a number from 1 in a served language: in words up to twenty, then in digits."""
    words = _WORDS[language]
    if number <= len(words):
        return words[number - 1]
    ending = _ENDINGS[language]
    if language == "en" and number % 100 not in (11, 12, 13):
        ending = _ENGLISH.get(number % 10, ending)
    return f"{number}{ending}"
