"""Russian and Ukrainian typed in Latin letters: "kto takoy peskov", "skilky tryvala rozmova"."""

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
_PIECES = {
    code: re.compile("|".join((*sorted(map(re.escape, letters), key=len, reverse=True), ".")), re.DOTALL)
    for code, letters in _LETTERS.items()
}
# After a vowel, and at a word's end after one, y is the short й.
_SHORT_Y = re.compile(r"(?<=[aeiouy])y(?![aeou])|(?<![a-z])y(?=[a-z])(?![aeou])")
_ENDINGS = {
    "ru": ((re.compile(r"(?<=[а-я])ыы\b"), "ый"), (re.compile(r"иы\b"), "ий")),
    "uk": ((re.compile(r"ии\b"), "ий"),),
}


def in_cyrillic(text: str) -> Iterator[tuple[str, str]]:
    """What a text in Latin letters would be in Cyrillic ones.

    Args:
        text: As it was typed; one without Latin letters yields nothing.

    Yields:
        The text in Cyrillic, and the code of the language that it was read as.
    """
    lower = text.lower().replace("’", "'")
    if not re.search("[a-z]", lower):
        return
    lower = _SHORT_Y.sub("j", lower)
    for code, pieces in _PIECES.items():
        cyrillic = "".join(_LETTERS[code].get(piece, piece) for piece in pieces.findall(lower))
        for ending, meant in _ENDINGS[code]:
            cyrillic = ending.sub(meant, cyrillic)
        yield cyrillic, code
