"""Homoglyphs: letters of another alphabet that look like those of a word's own ("paзговор" with a Latin "pa").

People get them from a keyboard that was switched too late, from recognised scans, and from whoever would slip past a
filter. To a program such a word is another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from knowledge.text.normalise import alphabet

# Only what looks alike in print: "m" and "м" do not.
_CYRILLIC, _LATIN = "аеорсухіїјѕԁԛԝһАВЕКМНОРСТУХІЇЈЅёЁк", "aeopcyxiïjsdqwhABEKMHOPCTYXIÏJSëËk"
_GREEK, _GREEK_IN_LATIN, _GREEK_IN_CYRILLIC = "οανΟΑΒΕΗΙΚΜΡΤΥΧΝΖκ", "oavOABEHIKMPTYXNZk", "оа ОАВЕНІКМРТУХ  к"
_TO_CYRILLIC: Mapping[str, str] = {
    **{greek: cyrillic for greek, cyrillic in zip(_GREEK, _GREEK_IN_CYRILLIC, strict=True) if cyrillic != " "},
    **dict(zip(_LATIN, _CYRILLIC, strict=True)),
}
_TO_LATIN: Mapping[str, str] = {
    **dict(zip(_GREEK, _GREEK_IN_LATIN, strict=True)),
    **dict(zip(_CYRILLIC, _LATIN, strict=True)),
}
_TABLES = {"CYRILLIC": _TO_CYRILLIC, "LATIN": _TO_LATIN}
_LATIN_LETTER = re.compile(r"[a-z\u00c0-\u024f]", re.IGNORECASE)
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")
_GREEK_LETTER = re.compile(r"[\u0370-\u03ff]")
_LETTERS = (_LATIN_LETTER, _CYRILLIC_LETTER, _GREEK_LETTER)
_FEWEST_ALPHABETS = 2
_WORD = re.compile(r"[^\W\d_]+")


def unify_alphabet(text: str, is_known: Callable[[str], bool] | None = None) -> str:
    """Return a text with each word in one alphabet: that of most of its letters, else that of most of the text's.

    A word that is known in the other alphabet alone is put into that: НATO, of which only the first letter is Cyrillic.

    Letters are changed only into those that look the same, and a word only if then all of it is in one alphabet:
    "iPhoneом" and "NATOвский" stay. A word that is all in the other alphabet than the text ("со" in Latin letters)
    is changed if it is known then, and was not before.

    Args:
        text: As it was typed; Latin, Cyrillic and Greek letters are told apart.
        is_known: Tells if a word is one of some served language; if None, no word is known.

    Returns:
        The text, of the same length.
    """
    if text.isascii() or sum(letter.search(text) is not None for letter in _LETTERS) < _FEWEST_ALPHABETS:
        return text
    own = alphabet(text)
    return _WORD.sub(lambda found: _unmixed(found[0], own, is_known), text)


def _unmixed(word: str, text_alphabet: str, is_known: Callable[[str], bool] | None) -> str:
    latin, cyrillic, greek = (len(letter.findall(word)) for letter in _LETTERS)
    if max(latin, cyrillic, greek) == len(word):
        if is_known is None or text_alphabet not in _TABLES or (latin if text_alphabet == "LATIN" else cyrillic):
            return word
        other = _written(word, text_alphabet)
        return other if other is not None and is_known(other) and not is_known(word) else word
    most = "CYRILLIC" if cyrillic > latin or (cyrillic == latin and text_alphabet == "CYRILLIC") else "LATIN"
    least = "LATIN" if most == "CYRILLIC" else "CYRILLIC"
    likely, other = _written(word, most), _written(word, least)
    if is_known is not None and likely and other and is_known(other) and not is_known(likely):
        return other
    return likely or other or word


def _written(word: str, name: str) -> str | None:
    """Return a word in letters of an alphabet that look the same; None if some have none."""
    table, own = _TABLES[name], _CYRILLIC_LETTER if name == "CYRILLIC" else _LATIN_LETTER
    letters = [letter if own.match(letter) else table.get(letter) for letter in word]
    return None if None in letters else "".join(letter for letter in letters if letter is not None)
