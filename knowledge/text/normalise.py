"""One spelling for what people type in many: case, accents, marks, apostrophes and spaces."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from knowledge.text.marks import APOSTROPHES, DOUBLE_MARKS

_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES), "'")
_DOUBLE_QUOTES = dict.fromkeys(map(ord, DOUBLE_MARKS), '"')
# Soft hyphens, zero-width spaces and joiners, direction marks: nobody sees them.
_INVISIBLE = dict.fromkeys(
    (
        0xAD,
        0x34F,
        0x61C,
        0xFEFF,
        *range(0x180B, 0x180F),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
    )
)
# Control characters that are no space.
_ASCII = {**{code: None for code in (*range(32), 127) if not chr(code).isspace()}, ord("`"): "'"}
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ё": "е"})
_ACCENTED = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x180)
    if unicodedata.decomposition(chr(code)) and "<" not in unicodedata.decomposition(chr(code))
}
_MARKS = {**_APOSTROPHES, **_DOUBLE_QUOTES}
_UNIFIED = {**_ACCENTED, **_MARKS, **_LETTERS}
# Nothing in such a text is left to take apart: the common case, and five times faster.
_PLAIN = re.compile(r"[ -~\sа-яіїєґ–—…№]*")
# Of such a text, in lower case, each character is unified by itself.
_SIMPLE = re.compile(r"[ -_a-~\sа-яёіїєґà-öø-ÿœ«»“”„’ʼ–—]*")
_BREVE, _DIAERESIS = "\N{COMBINING BREVE}", "\N{COMBINING DIAERESIS}"

# Longer than any message that Telegram delivers; the rest is not read.
LONGEST_TEXT = 4096
_ENOUGH_LETTERS = 2000


def canonical(text: str) -> str:
    """Return one form of text for comparing quotes: NFC, straight apostrophes, single spaces, nothing invisible.

    Case and accents are kept.
    """
    return " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).translate(_APOSTROPHES).split())


# The variants of an article are folded several times while it is checked and learnt.
@lru_cache(maxsize=32_768)
def fold(text: str) -> str:
    """Fold a text into the form that the matcher sees.

    Compatibility forms are resolved (NFKC), case is folded, invisible characters go (direction
    marks, zero-width joiners, soft hyphens), apostrophes are straight, Latin letters lose their
    accents, Russian ё becomes е; й, ї and ґ are letters of their own and stay.

    Args:
        text: Any text; characters after the first 4,096 are not read.

    Returns:
        The folded text with single spaces; folding it again changes nothing.
    """
    text = text[:LONGEST_TEXT]
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    lower = text.lower()
    if _SIMPLE.fullmatch(lower):
        return " ".join(lower.translate(_UNIFIED)[:LONGEST_TEXT].split())
    # Before NFKC, which would turn the acute accent that people type for an apostrophe into a space and a mark.
    text = unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold().translate(_UNIFIED)[:LONGEST_TEXT]
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    text = unicodedata.normalize("NFKD", text).translate(_UNIFIED)
    text = unicodedata.normalize("NFC", "".join(_visible_characters(text)))
    return " ".join(text[:LONGEST_TEXT].split())


def _visible_characters(decomposed: str) -> list[str]:
    """Yield the characters of a decomposed text, without invisible ones and marks that make no other letter."""
    kept: list[str] = []
    base = ""
    for char in decomposed:
        mark = _category(char)
        if mark == "Cf" or (mark == "Cc" and not char.isspace()):
            continue
        if mark.startswith("M"):
            if (char == _BREVE and base in "иу") or (char == _DIAERESIS and base == "і"):
                kept.append(char)
                base = ""
            continue
        base = char
        kept.append(char)
    return kept


@lru_cache(maxsize=4096)
def _category(char: str) -> str:
    return unicodedata.category(char)


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ASCII_LETTER = re.compile("[A-Za-z]")
# Texts whose letters are all of one alphabet: nearly every text, and five times faster.
_ONE_ALPHABET = {
    name: re.compile(rf"[\W\d_]*[{letters}][{letters}\W\d_]*")
    for name, letters in (("CYRILLIC", "Ѐ-ҁҊ-ӿ"), ("LATIN", "A-Za-zÀ-ÖØ-öø-ɏ"))
}
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# "n.a.t.o." is one word.
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)")


def words(folded: str) -> list[str]:
    """Return the words of a folded text, in order: runs of letters and digits, apostrophes inside a word kept.

    The Ukrainian apostrophe is dropped ("пам'ять" and "память" are one word), since people leave it out, and so are
    the full stops of initials.
    """
    if "." in folded:
        folded = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), folded)
    return [word.replace("'", "") if "'" in word and _CYRILLIC.search(word) else word for word in _WORD.findall(folded)]


@lru_cache(maxsize=65536)
def question_key(text: str) -> str:
    """Return a key that is equal for two variants that differ only in case, accents, punctuation or spacing."""
    return "".join(filter(str.isalnum, fold(text)))


def alphabet(text: str) -> str:
    """Return the name of the alphabet of most letters of a text ("LATIN", "CYRILLIC" …); empty if it has none."""
    text = text[:_ENOUGH_LETTERS]
    if text.isascii():
        return "LATIN" if _ASCII_LETTER.search(text) else ""
    for name, texts in _ONE_ALPHABET.items():
        if texts.fullmatch(text):
            return name
    # Most texts are in one alphabet, and have few letters, each several times.
    alphabets = set(map(_alphabet_of, set(text))) - {""}
    if len(alphabets) > 1:
        letters = Counter(map(_alphabet_of, text))
        del letters[""]
        return max(letters, key=lambda name: letters[name])
    return alphabets.pop() if alphabets else ""


@lru_cache(maxsize=4096)
def _alphabet_of(char: str) -> str:
    """The alphabet of a letter; empty for any other character."""
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""
