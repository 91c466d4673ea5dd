"""Addresses in running text: links, mail addresses, names on Telegram."""

from __future__ import annotations

import re

from knowledge.text.marks import CLOSING_MARKS, DOUBLE_MARKS

DOMAINS = (
    "com org net info biz name pro gov edu mil int app dev xyz online site shop store blog news press link live media "
    "club team space website tech cloud page wiki world today life agency center digital email group social studio "
    "video work zone moscow москва рус рф укр бел қаз онлайн сайт орг ком дети"
)
"""Top-level domains by which a link without a scheme or a path is known, separated by spaces."""
REST = rf"""(?:[^\s]*[^\s.,;:!?)\]}}>…{re.escape(CLOSING_MARKS)}])?"""
"""A pattern of the rest of a link: anything but the punctuation that follows it in a sentence."""
_LOCAL = rf"""[^\s@<>()\[\]{{}},;:…{re.escape(DOUBLE_MARKS)}]"""
MARKED_ADDRESS = rf"""
    (?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+:///*{REST}          # https://…, tg://…
    | (?<!\w)(?:tel:(?=[+(]?\d)|mailto:(?=[^\s@]{{1,64}}@)|tg:(?=\w{{1,32}}\?\w)){REST}
    | (?<!\w)www\.{REST}
    | (?<!{_LOCAL})(?:{_LOCAL})++@(?=\S{{0,64}}\w)\S*\w      # a mail address
    | (?<!\w)(?:@\w+)+                                      # somebody's name on Telegram
"""
"""A verbose pattern, to be compiled with `re.IGNORECASE`, of what is an address by its scheme, "www." or "@".

What it looks ahead for is near, so that no text takes time that grows faster than its length.
"""
ADDRESS = rf"""
    {MARKED_ADDRESS}
    | (?<![\w.-])(?:\w[\w-]*\.)+(?:xn--[\w-]+|[^\W\d_]{{2,}})(?::\d+)?[/?\#](?=\S){REST}       # with a path
"""
"""The same, and domains with a path, which words with a full stop and a slash between them may look like, too."""
