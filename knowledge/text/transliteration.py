"""Russian and Ukrainian in Latin letters ("kto takoy peskov", "skilky tryvala rozmova"), and words as they sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# Longest first; the spellings of chats and passports, not of libraries.
_SHARED = {
    "shch": "щ", "sch": "щ", "kh": "х", "zh": "ж", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ju": "ю",
    "ya": "я", "ja": "я", "a": "а", "b": "б", "v": "в", "w": "в", "d": "д", "z": "з", "k": "к", "l": "л",
    "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "c": "к",
    "q": "к", "x": "х", "'": "ь", "4": "ч",
}  # fmt: skip
_LETTERS: Mapping[str, Mapping[str, str]] = {
    "ru": _SHARED
    | {"yo": "е", "jo": "е", "ye": "е", "je": "е", "e": "е", "i": "и", "g": "г", "h": "х", "y": "ы", "j": "й"},
    "uk": _SHARED
    | {"yi": "ї", "ji": "ї", "ye": "є", "je": "є", "ie": "є", "ia": "я", "iu": "ю", "e": "е", "i": "і", "g": "г",
       "h": "г", "y": "и", "j": "й"},
}  # fmt: skip
# By rule the Ukrainian h is г; in chats it is as often х ("hto").
_H_IN_CHATS = {"h": "х"}
_PIECES = {
    code: re.compile("|".join((*sorted(map(re.escape, letters), key=len, reverse=True), ".")), re.DOTALL)
    for code, letters in _LETTERS.items()
}
_WORDS = re.compile(r"(\s+)")
# After a vowel, and at a word's end after one, y is the short й.
_SHORT_Y = re.compile(r"(?<=[aeiouy])y(?![aeou])|(?<![a-z])y(?=[a-z])(?![aeou])")
# Passports spell the ending ий "yi"; between consonants it is two letters, as in Kyiv.
_ENDING_YI = re.compile(r"(?<=[a-z])yi\b")
_INNER_YI = re.compile(r"(?<=[bcdfghklmnpqrstvwxz])yi(?=[a-z])")
# An apostrophe is a soft sign, but before я, ю, є and ї it is the Ukrainian apostrophe.
_SOFT_BEFORE_IOTA = re.compile("ь(?=[яюєї])")
_ENDINGS = {
    "ru": ((re.compile(r"(?<=[а-я])ыы\b"), "ый"), (re.compile(r"иы\b"), "ий")),
    "uk": ((re.compile(r"ии\b"), "ий"),),
}

# What one sound is written with in Latin letters, in one language or another, and in Cyrillic ones.
_SOUNDS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "j", "з": "z", "и": "i",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "k", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "",
        "э": "e", "ю": "u", "я": "a", "y": "i", "w": "v", "x": "ks", "'": "", "’": "",
    }
)  # fmt: skip
_SPELLINGS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("c", "k"), ("th", "t"))
_DOUBLED = re.compile(r"(.)\1")


def phonetic_form(word: str) -> str:
    """Return a folded word in plain Latin letters, about as it sounds: what two alphabets share looks the same."""
    word = word.translate(_SOUNDS)
    for letters, sound in _SPELLINGS:
        word = word.replace(letters, sound)
    return _DOUBLED.sub(r"\1", word)


def to_cyrillic(text: str, *, kept: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Transliterate a text in Latin letters into Cyrillic ones.

    Args:
        text: As it was typed; one without Latin letters yields nothing.
        kept: Words in lower case that stay as they are: names, which are known in any alphabet ("cnn").

    Yields:
        The text in Cyrillic, and the code of the language that it was read as.
    """
    lower = text.lower().replace("’", "'")
    if not re.search("[a-z]", lower):
        return
    for code, letters in _LETTERS.items():
        for table in (letters, {**letters, **_H_IN_CHATS}) if code == "uk" and "h" in lower else (letters,):
            yield "".join(_word(word, code, table, kept) for word in _WORDS.split(lower)), code


def _word(word: str, code: str, letters: Mapping[str, str], kept: frozenset[str]) -> str:
    if word in kept:
        return word
    word = _ENDING_YI.sub("yj", word)
    spelled = _SHORT_Y.sub("j", _INNER_YI.sub("yї", word) if code == "uk" else word)
    cyrillic = "".join(letters.get(piece, piece) for piece in _PIECES[code].findall(spelled))
    cyrillic = _SOFT_BEFORE_IOTA.sub("'", cyrillic)
    for ending, meant in _ENDINGS[code]:
        cyrillic = ending.sub(meant, cyrillic)
    return cyrillic
