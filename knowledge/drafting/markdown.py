"""Markdown: an article's text without its marks."""

from __future__ import annotations

import re

_LINES = (
    (re.compile(r"^[ ]{0,3}#{1,6}[ ]+(.*?)[ ]*#*$", re.MULTILINE), r"\1\n"),
    (re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}[*+]\s+", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}(?:[-*_][ ]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"\1"),
)


def without_markup(text: str) -> str:
    """Return a Markdown text as its readers see it: without marks of headings, emphasis, quotations and links.

    Lines of a paragraph are joined: a line of its own is a paragraph of an article.
    """
    for pattern, replacement in _LINES:
        text = pattern.sub(replacement, text)
    blocks = (" ".join(line.strip() for line in block.splitlines()) for block in re.split(r"\n\s*\n", text))
    return "\n".join(block for block in blocks if block.strip()) + "\n"
