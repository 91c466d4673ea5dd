"""Links to articles, however people have copied them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from knowledge.library import Library

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w./@-])(?:[\w-]+\.)+[^\W\d_]{2,}/\S*", re.IGNORECASE)
_AROUND = ".,;:!?…'\"»”’)]}>*_"
_MOST_AROUND = 3
# Put in by whoever shares a link, to be counted; they lead to the same page.
_TRACKING = re.compile(
    "utm_.*|at_.*|fbclid|gclid|dclid|gbraid|wbraid|yclid|msclkid|igshid|igsh|mc_cid|mc_eid|_openstat|xtor",
    re.IGNORECASE,
)


class ArticleLinks:
    """The addresses of a library's articles.

    Args:
        library: The articles; those without an address have no links.
    """

    def __init__(self, library: Library) -> None:
        self._slugs: dict[str, set[str]] = {}
        for article in library.articles:
            if article.url and (page := page_of(article.url)):
                self._slugs.setdefault(page, set()).add(article.slug)

    def linked(self, links: Iterable[str]) -> frozenset[str]:
        """Return the slugs of the articles that some addresses are those of."""
        pages = (page_of(link) for link in links) if self._slugs else ()
        return frozenset(slug for page in pages if page for slug in self._slugs.get(page, ()))

    def taken_out(self, text: str) -> tuple[frozenset[str], str]:
        """Return the slugs of the articles that a text links to, and the text without those links."""
        found: set[str] = set()

        def without(match: re.Match[str]) -> str:
            # What stands behind a link seldom belongs to it.
            least = len(match[0].rstrip(_AROUND))
            for end in range(least, min(least + _MOST_AROUND, len(match[0])) + 1):
                if slugs := self.linked([match[0][:end]]):
                    found.update(slugs)
                    return f" {match[0][end:]}"
            return match[0]

        rest = _LINK.sub(without, text) if self._slugs else text
        return frozenset(found), " ".join(rest.split()) if found else text


def page_of(link: str) -> str | None:
    """Return one form of an address; None for what is none.

    Scheme, "www.", fragment, tracking parameters, their order and a slash at the end make no difference.
    """
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        host = (parts.hostname or "").removeprefix("www.")
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
        fields = sorted(field for field in parse_qsl(parts.query) if not _TRACKING.fullmatch(field[0]))
    except ValueError:
        return None
    if not host or parts.scheme not in ("http", "https"):
        return None
    query = f"?{urlencode(fields)}" if fields else ""
    return f"{host}{port}{unquote(parts.path).rstrip('/')}{query}"
