"""Enclosures: parts of a message besides its question, such as links and headers of forwarded messages.

Links, mail addresses, names on Telegram, telephone and other long numbers, and the lines that say from whom or from
where a message was forwarded. Matched with the question, each of their words would count as one that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.text.addresses import DOMAINS, MARKED_ADDRESS, REST
from knowledge.text.normalise import LONGEST_TEXT

# Top-level domains that no word is: "Fogel.news" and "Fogel.de quoi" lack a space.
_BARE = "|".join("com org net info biz gov edu xyz fr ru ua uk eu рф укр".split())
_KNOWN = "|".join(sorted(DOMAINS.split(), key=len, reverse=True))
# People write what an address is before it.
_LABELS = (
    "source sources link url via mail e-mail email contact telegram tg lien lire courriel tél téléphone site phone tel "
    "источник ссылка подробнее почта тел телефон сайт канал джерело посилання детальніше пошта"
)
_LABEL = rf"(?:(?<!\w)(?:{'|'.join(_LABELS.split())})\s?:\s*+)?"
# Every quantifier is possessive, bounded, or begins where only one attempt can: a text of brackets takes no longer.
_ADDRESS = re.compile(
    rf"""
    {_LABEL}(?:
    <[a-z][a-z0-9+.-]*+://[^\s|<>]*+\|          # as Slack has links: <https://…|TEXT>
    | (?<![(<\[])[(<\[]*+(?:
        {MARKED_ADDRESS}
        | (?<![\w.-])(?:\w[\w-]*\.)+(?:
            (?:xn--[\w-]+|(?-i:[a-z]{{2}}|{_KNOWN}))(?::\d+)?(?:[/\#](?=\S)|\?(?=[\w.-]+=)){REST}
            | (?-i:[^\W\d_A-ZА-ЯЁІЇЄҐ]{{2,}})(?::\d+)?/(?=\S{{0,256}}[\d%=_]){REST}
            | (?-i:{_BARE})(?![.-]*\w)
        )
    )[)>\]]*
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUED = re.compile(r"(?<=\w)(?=https?://)", re.IGNORECASE)
_NAME = re.compile(r"@\w+")
# "Trump@Putin": no mail goes there.
_TWO_WORDS = re.compile(r"[^\W\d_]+@[^\W\d_]+")

# Digits, with what stands between those of one number; "F-16" is a word.
_DIGITS = re.compile(r"(?<![\w.,/])(?<![^\W\d_][-–‑])(?:\+\s?)?(?:\d|\(\d)(?:[\s().\-–‑/]{0,3}\d){6,}(?!\w)")
# "1243435" may be a quantity; "12345678" beside a word or a currency is one, up to hundreds of billions.
_FEWEST_DIGITS, _FEWEST_PLAIN_DIGITS, _MOST_PLAIN_DIGITS = 7, 8, 12
_FEWEST_DIGITS_WITH_PLUS = 10
_DATES = re.compile(
    r"""
    (?<!\d)(?:
        (?:0?[1-9]|[12]\d|3[01])(?P<long>[\s./-])(?:0?[1-9]|1[0-2])(?P=long)(?:19|20)\d\d
        | (?<!\d[./-])(?:0?[1-9]|[12]\d|3[01])(?P<short>[./-])(?:0?[1-9]|1[0-2])(?P=short)\d\d(?!(?P=short)\d)
        | (?:19|20)\d\d(?P<year>[\s./-])\d\d?(?P=year)\d\d?
        | (?:19|20)\d\d
    )(?!\d)
    """,
    re.VERBOSE,
)
# "1 000 000", "500-600 000", "1.200.000,50", "500000000", "1234567.89".
_AMOUNTS = re.compile(
    r"""
    (?<!\d)(?:
        (?:[1-9]\d{0,2}[ ]?[-–][ ]?)?[1-9]\d{0,2}(?P<mark>[\s.'’])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d\d?)?
        | [1-9]\d*0{3}
        | (?<!\d\.)(?:0|[1-9]\d*)\.\d+(?!\.\d)
    )(?!\d)
    """,
    re.VERBOSE,
)
# The first day of two, the hour behind a day.
_SMALL = re.compile(r"\d{1,2}")
_MOST_SMALL = 2
_WORD_BEHIND = re.compile(r"[ \u00a0\u202f]*[^\W\d_]|[ \u00a0\u202f]?[$€£₽₴%]")
_CURRENCY_BEFORE = re.compile(r"[$€£₽₴][ \u00a0\u202f]?$")

# "Forwarded from NAME", as Telegram and mail programs say it in four languages.
_FORWARDED = (
    *("forwarded from", "fwd from", "forwarded message from", "forwarded message", "begin forwarded message"),
    *(f"transféré {by}" for by in ("de", "du", "depuis", "par", "via")),
    *("message transféré de", "message transféré par", "message transféré", "début du message transféré"),
    *("переслано от", "переслано из", "переслано с", "пересланное сообщение от", "пересланное сообщение из"),
    *("пересланное сообщение", "пересланное от", "переслано від", "переслано з", "переслано із"),
    *("переслане повідомлення від", "переслане повідомлення з", "переслане повідомлення", "переслане від"),
)


# One of them stands in every such phrase: most texts need no closer look.
_FORWARDED_STEMS = ("forward", "fwd", "transf", "пересл")


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(phrase.replace(" ", r"[ \u00a0]+") for phrase in sorted(phrases, key=len, reverse=True))


_HEADER = re.compile(
    rf"^(?P<before>[\W_]*+)(?P<phrase>{_any_of(_FORWARDED)})(?!\w)(?P<name>[^\n]*)$", re.IGNORECASE | re.MULTILINE
)
_IN_BRACKETS = re.compile(rf"(?<!\S)\[(?:{_any_of(_FORWARDED)})(?!\w)[^\n\]]{{0,64}}\]", re.IGNORECASE)
# What mail programs write below it.
_FIELD = re.compile(
    r"[>\s]*+(?:from|date|sent|subject|to|cc|de|envoyé|objet|à|pour|от|дата|отправлено|тема|кому|копия|від|надіслано)"
    r"\s?:[^\n]*",
    re.IGNORECASE,
)
# A colon behind these ends the header; behind the others a name follows.
_MESSAGES = ("message", "transféré", "сообщение", "повідомлення")
_LONGEST_NAME, _MOST_NAME_WORDS = 64, 6
_REPLY_MARK = re.compile(r"^[^\S\n]*+(?:(?:fwd?|tr|re|ré)\s?:\s*+)+", re.IGNORECASE | re.MULTILINE)
_TIME = r",?\s(?:(?:at|à|в|о)\s)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?"
_MOMENT = rf"(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}\s[^\W\d_]{{3,9}}\.?\s\d{{4}}){_TIME}"
# One word, or several of which each begins with a capital.
_AUTHOR = r"(?:[^\s:]{1,32}|[^\W\d_a-zа-яёіїєґ][^\s:?]{0,31}(?:[ ][^\W\d_a-zа-яёіїєґ][^\s:?]{0,31}){1,4})"
# A message copied with its author and time.
_COPIED = re.compile(
    rf"""
    ^[^\n\[\]?]{{1,64}},[ ]\[{_MOMENT}\]:?            # NAME, [12.02.2025 14:30]
    | ^\u200e?\[{_MOMENT}\][ ]~?\s?{_AUTHOR}:          # [12.02.2025, 14:30] NAME:
    | ^{_MOMENT}[ ][-–][ ]{_AUTHOR}:                    # 12/02/2025, 14:30 - NAME:
    """,
    re.MULTILINE | re.VERBOSE,
)


@lru_cache(maxsize=1024)
def without_enclosures(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return a text without its enclosures.

    Dates, years, percentages and quantities ("90 minutes", "2022", "1 000 soldats") are words and stay.

    Args:
        text: Any text; characters after the first 4,096 are not read.
        names: Folded words that stay although "@" stands before them: those by which somebody is known everywhere.

    Returns:
        The rest, lines kept; all that is read if there is nothing to take out; empty if there is nothing else.
    """
    rest = text[:LONGEST_TEXT]
    if "@" in rest or "/" in rest or "." in rest or ":" in rest:
        rest = _GLUED.sub(" ", rest)
        rest = _ADDRESS.sub(lambda found: _kept_name(found[0], names), rest)
        rest = _REPLY_MARK.sub("", rest)
        rest = _COPIED.sub("", rest)
    lower = rest.lower()
    if any(stem in lower for stem in _FORWARDED_STEMS):
        rest = _without_headers(rest)
    rest = _DIGITS.sub(lambda found: found[0] if _is_meant(found) else " ", rest)
    if rest == text[:LONGEST_TEXT]:
        return rest
    return rest.strip() if any(map(str.isalnum, rest)) else ""


def _kept_name(address: str, names: frozenset[str]) -> str:
    if _NAME.fullmatch(address) and address[1:].lower() in names:
        return address[1:]
    return address if _TWO_WORDS.fullmatch(address) else " "


def _without_headers(text: str) -> str:
    """Return a text without the lines, or what stands in brackets, that say from whom it was forwarded."""
    text = _IN_BRACKETS.sub(" ", text)
    lines = text.split("\n")
    rest = [line for line, is_header in zip(lines, _headers(lines), strict=True) if not is_header]
    # Alone, it is what is asked.
    return "\n".join(rest) if any(map(str.isalnum, "".join(rest))) else text


def _headers(lines: Iterable[str]) -> Iterator[bool]:
    """Tell of each line if it belongs to a header."""
    name_follows = fields_follow = False
    for line in lines:
        header = _HEADER.match(line)
        if header is not None and _is_name(header["name"], capital=header["phrase"][:1].isupper()):
            fields_follow = True
            name_follows = header["name"].strip() == ":" and header["phrase"].split()[-1].lower() not in _MESSAGES
            yield True
        elif fields_follow and not line.strip(" >"):
            yield False
        else:
            fields_follow = fields_follow and bool(_FIELD.fullmatch(line))
            yield fields_follow or (name_follows and _is_name(line, capital=True))
            name_follows = False


def _is_name(text: str, *, capital: bool) -> bool:
    """Tell if a text may be the name of whoever a message was forwarded from, or is none at all."""
    words = re.findall(r"\w[^\s]*", text)
    if len(text) > _LONGEST_NAME or len(words) > _MOST_NAME_WORDS or "?" in text:
        return False
    return not (capital and any(word[0].islower() for word in words))


def _is_meant(found: re.Match[str]) -> bool:
    """Tell if digits are an amount or a date, and no telephone number or the like."""
    number, text = found[0], found.string
    count = sum(map(str.isdigit, number))
    beside_word = _WORD_BEHIND.match(text, found.end()) or _CURRENCY_BEFORE.search(text[: found.start()][-2:])
    if number.isdigit() and not number.startswith("0"):
        if count < _FEWEST_PLAIN_DIGITS or (count <= _MOST_PLAIN_DIGITS and beside_word):
            return True
    elif count < _FEWEST_DIGITS:
        return True
    if number.startswith("+") and count >= _FEWEST_DIGITS_WITH_PLUS:
        return False
    without_dates = _DATES.sub(" ", number)
    parts = re.findall(r"\d+", _AMOUNTS.sub(" ", without_dates))
    if not all(map(_SMALL.fullmatch, parts)):
        return False
    if not parts or (len(parts) <= _MOST_SMALL and without_dates != number):
        return True
    # "44 45 46 47 presidents".
    return bool(beside_word) and parts == number.split() and not number.startswith("0")
