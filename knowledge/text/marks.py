"""Quotation marks, apostrophes and dashes of dialogue: the one table of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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

OPENING_MARKS = "".join(sorted({mark[0] for mark in CLOSERS} - set(",")))
"""The characters that a quotation may begin with."""
DIALOGUE_DASHES = "—–―"
"""Dashes that begin a line of dialogue."""
DOUBLE_MARKS = '«»“”„‟"＂″'
"""Single characters that are double marks; ″, the sign for inches, is typed for one."""
APOSTROPHES = "’‘ʼʹʻ´`′＇‛"
"""What is typed for the straight apostrophe."""
