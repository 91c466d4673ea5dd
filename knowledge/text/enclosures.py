"""Enclosures: what people send along with a question and no word of it is.

Links, mail addresses, names on Telegram, telephone and other long numbers, and the lines that say from whom or from
where a message was forwarded. Matched with the question, each of their words would count as one that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import dropwhile

from knowledge.text.addresses import ADDRESS, DOMAINS
from knowledge.text.normalise import LONGEST_TEXT

# Countries whose letters are no word of a served language: "Fogel.de quoi" lacks a space.
_COUNTRIES = "fr ru ua uk eu us"
_BARE = "|".join(sorted((*DOMAINS.split(), *_COUNTRIES.split()), key=len, reverse=True))
# People write what an address is before it.
_LABELS = (
    "source sources link url via mail e-mail email contact telegram tg lien lire courriel tél téléphone site phone tel "
    "источник ссылка подробнее почта тел телефон сайт канал джерело посилання детальніше пошта"
)
_LABEL = rf"(?:(?<!\w)(?:{'|'.join(_LABELS.split())})\s?:\s*)?"
_ADDRESS = re.compile(
    rf"""
    {_LABEL}[(<\[]*(?:
        {ADDRESS}
        | (?<![\w.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:{_BARE})(?![\w.-]*\w)
    )[)>\]]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUED = re.compile(r"(?<=\w)(?=https?://)", re.IGNORECASE)
_NAME = re.compile(r"@\w+")

# Digits, with what stands between those of one number.
_DIGITS = re.compile(r"(?<![\w.,/])(?:\+\s?)?(?:\d|\(\d)(?:[\s().\-–‑/]{0,3}\d){6,}(?!\w)")
# "1243435" may be a quantity; with a space in it, or nought before it, it is none.
_FEWEST_DIGITS, _FEWEST_PLAIN_DIGITS = 7, 8
# "1 000 000", "1.200.000,50": a quantity.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?P<mark>[\s.'’])\d{3})(?:(?P=mark)\d{3})*")
_ROUND = re.compile(r"[1-9]\d*0{3}")
_DAY = re.compile(
    r"\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:19|20)?\d\d|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?|(?:19|20)\d\d"
)
# The day and month before a year, the hour behind it.
_DAYS_PARTS = re.compile(r"\d{1,2}")
_MOST_PARTS = 2
_BETWEEN_DAYS = re.compile(r"[\s–-]+")

# "Forwarded from NAME", as Telegram and mail programs say it in four languages.
_FORWARDED = (
    *("forwarded from", "fwd from", "forwarded message from", "forwarded message", "begin forwarded message"),
    *(f"transféré{ending} {by}" for ending in ("", "e", "s", "es") for by in ("de", "du", "depuis", "par", "via")),
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
    # Inside a line, only as a program writes it: with a capital.
    rf"(?:^[\W_]*(?:{_any_of(_FORWARDED)})"
    rf"|(?<!\S)\[?(?-i:{_any_of(phrase.capitalize() for phrase in _FORWARDED)}))(?!\w)(?P<rest>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_REPLY_MARK = re.compile(r"^\s*(?:(?:fwd?|tr|re|ré)\s?:\s*)+", re.IGNORECASE | re.MULTILINE)
_MOMENT = r"\d{1,2}[./]\d{1,2}[./]\d{2,4},?[ ]\d{1,2}:\d\d(?::\d\d)?"
# A message copied with its author and time.
_COPIED = re.compile(
    rf"""
    ^[^\n\[\]]{{1,64}},[ ]\[{_MOMENT}\]:?               # NAME, [12.02.2025 14:30]
    | ^\[{_MOMENT}\][ ][^\n:]{{1,64}}:                  # [12.02.2025, 14:30] NAME:
    | ^{_MOMENT}[ ][-–][ ][^\n:]{{1,64}}:               # 12/02/2025, 14:30 - NAME:
    """,
    re.MULTILINE | re.VERBOSE,
)
# "Forwarded from NAME: question", and without the colon.
_UP_TO_COLON = re.compile(r"[^.?!:]{0,64}:(?=\s|$)")
_UP_TO_BRACKET = re.compile(r"[^\]]{0,64}\]")
_MOST_NAME_WORDS = 4


@lru_cache(maxsize=1024)
def without_enclosures(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return a text without what was sent along with it.

    Dates, years, percentages and quantities ("90 minutes", "2022", "1 000 soldats") are words and stay.

    Args:
        text: Any text; characters after the first 4,096 are not read.
        names: Folded words that stay although "@" stands before them: those by which somebody is known everywhere.

    Returns:
        The rest, lines kept; the text itself if there is nothing to take out; empty if there is nothing else.
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
    rest = _DIGITS.sub(lambda found: found[0] if _is_meant(found[0]) else " ", rest)
    if rest == text[:LONGEST_TEXT]:
        return text
    return rest.strip() if any(map(str.isalnum, rest)) else ""


def _kept_name(address: str, names: frozenset[str]) -> str:
    if _NAME.fullmatch(address) and address[1:].lower() in names:
        return address[1:]
    return " "


def _without_headers(text: str) -> str:
    found = next(_HEADER.finditer(text), None)
    while found is not None:
        text = f"{text[: found.start()]} {_said_after(found, text)}{text[found.end() :]}"
        found = next(_HEADER.finditer(text), None)
    return text


def _said_after(header: re.Match[str], text: str) -> str:
    """Return what stands behind the name in the line of a header."""
    rest = header["rest"]
    around = text[: header.start()].rpartition("\n")[0] + text[header.end() :]
    own_line = not text[: header.start()].rpartition("\n")[2].strip()
    if "[" in header[0][: len(header[0]) - len(rest)] and (name := _UP_TO_BRACKET.match(rest)):
        return rest[name.end() :]
    if own_line and any(map(str.isalnum, around)):
        return ""
    if name := _UP_TO_COLON.match(rest):
        return rest[name.end() :]
    every = rest.split()
    count = 0
    while count < min(len(every), _MOST_NAME_WORDS) and not every[count][0].islower():
        count += 1
    if 1 < count < len(every):
        # The question begins with a capital, too.
        count -= 1
    return " ".join(every[count:])


def _is_meant(number: str) -> bool:
    """Tell if digits are a quantity, or days and years, and no telephone number or the like."""
    plain = number.isdigit() and not number.startswith("0")
    if sum(map(str.isdigit, number)) < (_FEWEST_PLAIN_DIGITS if plain else _FEWEST_DIGITS):
        return True
    # "In 2022 1 000 000 …"
    without_days = " ".join(dropwhile(_DAY.fullmatch, _BETWEEN_DAYS.split(number)))
    if any(_THOUSANDS.fullmatch(each) or _ROUND.fullmatch(each) for each in (number, without_days)):
        return True
    parts = [part for part in _BETWEEN_DAYS.split(number) if not _DAY.fullmatch(part)]
    return len(parts) <= _MOST_PARTS and all(map(_DAYS_PARTS.fullmatch, parts))
