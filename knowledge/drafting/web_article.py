"""Web articles: an article's text, and what its page tells of it, out of HTML. Needs the extra `draft`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class WebArticle:
    """An article on a page.

    Attributes:
        text: Its paragraphs, one a line, the title first.
        publisher: As the page names it; None if it does not.
        author: As the page names them; None if it does not.
        day: Year, month and day of its publication; None if the page tells none.
    """

    text: str
    publisher: str | None
    author: str | None
    day: tuple[int, int, int] | None


def web_article(html: str, address: str | None = None) -> WebArticle | None:
    """Return the article of a page; None if it has none.

    Args:
        html: The page.
        address: The page's address; it helps to tell its publisher.

    Raises:
        ModuleNotFoundError: The extra `draft` is not installed.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(html, url=address, include_comments=False, include_tables=False, with_metadata=True)
    if not isinstance(found, Document) or not found.text:
        return None
    lines = [line.removeprefix("- ").strip() for line in found.text.splitlines() if line.strip()]
    title = (found.title or "").strip()
    if title and (not lines or lines[0] != title):
        lines.insert(0, title)
    day = _DAY.fullmatch(found.date or "")
    return WebArticle(
        text="\n".join(lines) + "\n",
        publisher=found.sitename or found.hostname or None,
        author=found.author or None,
        day=(int(day[1]), int(day[2]), int(day[3])) if day else None,
    )
