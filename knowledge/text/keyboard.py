"""Text typed with the wrong keyboard layout: "ghbdtn" for "привет", "руддщ" for "hello", AZERTY for QWERTY."""

from __future__ import annotations

from collections.abc import Iterator

_QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_UKRAINIAN = "'йцукенгшщзхїфівапролджєячсмитьбю."
_SHIFTED, _UNSHIFTED = '~{}:"<>', "`[];',."
_TO_CYRILLIC = [
    str.maketrans(_QWERTY + _SHIFTED, layout + _UNSHIFTED.translate(str.maketrans(_QWERTY, layout)))
    for layout in (_RUSSIAN, _UKRAINIAN)
]
_TO_LATIN = [str.maketrans(layout, _QWERTY) for layout in (_RUSSIAN, _UKRAINIAN)]
# Fingers on AZERTY over a QWERTY layout, and the other way round: the keys of m, comma and semicolon move too.
_LATIN = [str.maketrans("aqzw;,m", "qawzm;,"), str.maketrans("aqzw,m;", "qawzm;,")]


def retype(text: str) -> Iterator[str]:
    """Retype a text with the same keys on other layouts.

    Args:
        text: As it was typed.

    Yields:
        The other texts, in lower case.
    """
    lower = text.lower()
    cyrillic = sum("\u0400" <= char <= "\u04ff" for char in lower)
    latin = sum("a" <= char <= "z" for char in lower)
    if latin > cyrillic:
        yield from (lower.translate(table) for table in (*_TO_CYRILLIC, *_LATIN))
    elif cyrillic:
        yield from (lower.translate(table) for table in _TO_LATIN)
