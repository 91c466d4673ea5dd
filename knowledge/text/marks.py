"""Quotation marks, apostrophes and dashes of dialogue: the one table of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

CLOSERS: Mapping[str, Sequence[str]] = {
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
    "“": ("”", "“"),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "”": ("”",),
    '"': ('"',),
    "＂": ("＂",),
    "``": ("''", "’’", "”", '"'),
    ",,": ("''", "’’", "“", "”", '"'),
    "''": ("''", "’’"),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’",),
    "'": ("'", "’"),
    "`": ("'", "’"),
}
"""The marks that may close what a mark opens."""

_CHARACTERS = {char for mark, closers in CLOSERS.items() for char in (*mark, *"".join(closers))} - {","}

ALL_MARKS = "".join(sorted(_CHARACTERS))
"""The characters of all quotation marks."""
CLOSING_MARKS = "".join(sorted({mark[-1] for closers in CLOSERS.values() for mark in closers}))
"""The characters that a quotation may end with."""
OPENING_MARKS = "".join(sorted({mark[0] for mark in CLOSERS} - set(",")))
"""The characters that a quotation may begin with."""
ONLY_OPENING_MARKS = frozenset(("«", "‹", "„", "‟", "``", "‚"))
"""Marks that open a quotation wherever they stand, unless they close one."""
EITHER_WAY_MARKS = frozenset(("”", "“", "»", "«", "›", "‹", '"', "＂", "''", "'", "‘"))
"""Marks that open and close alike: the characters beside them tell which."""
SELF_CLOSING_MARKS = frozenset(("“", "»", "›"))
"""Marks that close in one country what they open in another, and may do both in one text."""
STRAIGHT_MARKS = frozenset(('"', "＂", "''"))
"""Marks that look the same at both ends of a quotation."""
SINGLE_MARKS = frozenset("‘’‚‛'`")
"""Single marks, some of which are apostrophes, too."""
UNCERTAIN_MARKS = frozenset(("'", "`", "''", ",,", "’", "’’"))
"""Marks that are apostrophes, or other punctuation, as often: one that nothing closes was that."""
DIALOGUE_DASHES = "—–―"
"""Dashes that begin a line of dialogue."""
DOUBLE_MARKS = '«»“”„‟"＂″'
"""Single characters that are double marks; ″, the sign for inches, is typed for one."""
SINGLE_GUILLEMETS = "‹›"
"""Guillemets that stand inside double ones."""
APOSTROPHES = "’‘ʼʹʻ´`′＇‛"
"""Characters that are typed for the straight apostrophe."""


class PrintedMarks(NamedTuple):
    """Quotation marks as a language prints them, with the spaces inside them.

    Attributes:
        opening: Before a quotation.
        closing: After it.
        inner_opening: Before a quotation in a quotation.
        inner_closing: After that.
    """

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


PRINTED_MARKS: Mapping[str, PrintedMarks] = {
    "fr": PrintedMarks("«\u202f", "\u202f»", "“", "”"),
    "en": PrintedMarks("“", "”", "‘", "’"),
    "ru": PrintedMarks("«", "»", "„", "“"),
    "uk": PrintedMarks("«", "»", "„", "“"),
    "de": PrintedMarks("„", "“", "‚", "‘"),
}
"""The marks to print around a quotation, by ISO 639-1 code."""
DOUBLE_OPENING_MARKS = "".join(
    sorted({mark.strip() for each in PRINTED_MARKS.values() for mark in each[::2]}.intersection(DOUBLE_MARKS))
)
"""Double marks that languages print before a quotation."""
DOUBLE_CLOSING_MARKS = "".join(
    sorted({mark.strip() for each in PRINTED_MARKS.values() for mark in each[1::2]}.intersection(DOUBLE_MARKS))
)
"""Double marks that languages print behind a quotation."""
