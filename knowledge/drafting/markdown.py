"""Markdown: an article's text without its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_LINE_ENDS = frozenset(("softbreak", "hardbreak"))


def without_markup(text: str) -> str:
    """Return a Markdown text as its readers see it: without marks of headings, emphasis, lists, quotations and links.

    Lines of a paragraph are joined, as a line of its own is a paragraph of an article. Pictures and HTML are left out.

    Args:
        text: CommonMark.
    """
    lines = (" ".join(line.split()) for line in _blocks(MarkdownIt("commonmark").parse(text)))
    return "\n".join(line for line in lines if line) + "\n"


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of each block that has words: paragraphs, headings, items of lists, lines of code."""
    for token in tokens:
        if token.type == "inline":
            yield "".join(_pieces(token.children or ()))
        elif token.type in ("fence", "code_block"):
            yield from token.content.splitlines()


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            yield token.content
        elif token.type in _LINE_ENDS:
            yield " "
