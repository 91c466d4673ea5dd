"""Links to articles, however people have copied them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from knowledge.library import Library
from knowledge.text.marks import CLOSING_MARKS, DIALOGUE_DASHES, DOUBLE_MARKS

# Up to a space, an invisible sign, or a further link behind a comma.
_REST = r"(?:(?![,;]+(?:https?://|www\.))[^\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff])+"
_LINK = re.compile(
    rf"""
    (?<![\w.+-])(?![\w.+-]*https?://)[a-z][\w.+-]*://{_REST}        # other schemes, whatever their paths hold
    | (?<![\w./@-])(?:[\w-]+\.)+[\w-]+(?::\d+)?[/?\#\\]{_REST}     # without a scheme
    | (?<![/=\#&@\\.+-])(?<!%[0-9a-f]{{2}})https?://{_REST}
    | (?<![\w/=\#&@\\.+%-])www\.{_REST}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AROUND = f".,;:!?…{CLOSING_MARKS})]}}>*_"
_MOST_AROUND = 3
# No address holds these as they are; behind a question mark, a word without a value may be the question.
_BEHIND = re.compile(rf"[{DIALOGUE_DASHES}{DOUBLE_MARKS}<>…|]|\?(?=[^\W\d_]+[^\w=&%/]*$)")
_MOST_BEHIND = 3
# Put in by whoever shares a link, to be counted; they lead to the same page.
_TRACKING = re.compile(
    "utm_.*|fbclid|gclid|dclid|gbraid|wbraid|yclid|msclkid|igshid|igsh|mc_cid|mc_eid|_openstat|xtor|ref_src|ref_url"
    "|at_(?:medium|campaign|campaign_.*|custom\\d+|creation|format|variant|network|platform|term|channel|emplacement"
    "|general_placement|detail_placement|recipient_.*|send_.*|link_.*|ptr_.*|bbc_.*)",
    re.IGNORECASE,
)
# Fields that are so only with such values.
_TRACKING_VALUES = {"ref": re.compile(r"[a-z][a-z_.-]*", re.IGNORECASE), "amp": re.compile("|1|true", re.IGNORECASE)}
_SAME_PAGES = ("www.", "m.", "amp.")


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
            for end in _ends(match[0]):
                if slugs := self.linked([match[0][:end]]):
                    found.update(slugs)
                    return f" {match[0][end:]}"
            return match[0]

        rest = _LINK.sub(without, text) if self._slugs else text
        return frozenset(found), " ".join(rest.split()) if found else text


def _ends(link: str) -> Iterator[int]:
    """Yield where a link may end: what stands behind it seldom belongs to it."""
    least = len(link.rstrip(_AROUND))
    yield from range(least, min(least + _MOST_AROUND, len(link)) + 1)
    for _, found in zip(range(_MOST_BEHIND), _BEHIND.finditer(link), strict=False):
        yield found.start()


def page_of(link: str) -> str | None:
    """Return one form of an address; None for what is none.

    Scheme, "www." and "m.", tracking parameters, their order, a slash at the end, the way in which letters are encoded
    and a fragment make no difference; a fragment that begins with "!" or "/" is a page of its own.
    """
    try:
        return _page_of(link if "://" in link else f"https://{link}")
    except ValueError:
        return None


def _page_of(link: str) -> str | None:
    parts = urlsplit(link)
    # Browsers read a backslash as a slash: the host would be another.
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or "\\" in link:
        return None
    host = _host(parts.hostname or "")
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    path = "/".join(quote(_composed(unquote(part)), safe="") for part in parts.path.split("/")).rstrip("/")
    fields = (field for field in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(*field))
    query = urlencode(sorted((name, _composed(value)) for name, value in fields))
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    page = f"{host}{port}{path}{query and '?'}{query}{fragment and '#'}{quote(_composed(unquote(fragment)))}"
    return page if host else None


def _host(name: str) -> str:
    name = name.rstrip(".")
    for prefix in _SAME_PAGES:
        if name.startswith(prefix) and "." in name.removeprefix(prefix):
            name = name.removeprefix(prefix)
    return name.encode("idna").decode()


def _is_tracking(name: str, value: str) -> bool:
    values = _TRACKING_VALUES.get(name.lower())
    return bool(_TRACKING.fullmatch(name) or (values and values.fullmatch(value)))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
