"""Short names for what buttons are about: they hold 64 bytes, and an entry's id with its article's has up to 65."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import blake2b
from typing import Literal, NamedTuple

from knowledge.library import Library

CARD = "article_"
"""The beginning of what a link carries that leads to the card of an article; its slug follows."""
SHORT = 8
"""Characters of a short name, of A-Z a-z 0-9 - _."""
_LONGEST_PAYLOAD = 64
# An id and a slug have none.
_BETWEEN = "_"


NameKind = Literal["entry", "topic", "person", "article"]
"""The kinds of things that have names; plain words, since hashing an enumeration's costs more than all else here."""


class Name(NamedTuple):
    """The two names of one thing.

    Attributes:
        short: Of `SHORT` characters; unlikely, but not impossible to be another thing's too.
        full: Unique among all articles.
    """

    short: str
    full: str


def name_of(kind: NameKind, full: str) -> Name:
    """Return a name whose short one is a digest of the full one, the same at every start."""
    digest = blake2b(full.encode(errors="surrogatepass"), digest_size=SHORT * 6 // 8, person=kind.encode()).digest()
    return Name(urlsafe_b64encode(digest).decode(), full)


class Names:
    """The names of all entries, topics, people and articles of a library.

    Args:
        library: The articles.
        naming: Makes the name of a thing from its kind and its full name.
    """

    def __init__(self, library: Library, naming: Callable[[NameKind, str], Name] = name_of) -> None:
        self._naming = naming
        self._names: dict[tuple[NameKind, str], Name] = {}
        self._ids: dict[tuple[NameKind, str], tuple[str, ...]] = {}
        for entry in library.entries.values():
            self._add("entry", entry.key, entry.key)
        for article in library.articles:
            self._add("article", article.slug, article.slug)
            for topic in article.topics:
                self._add("topic", f"{article.slug}/{topic}", f"{article.slug}/{topic}")
            # An outlet that reports by itself is browsed as people are.
            for speaker in (*article.people, *article.outlets):
                self._add("person", speaker, speaker)
                self._add("person", f"{article.slug}/{speaker}", f"{article.slug}/{speaker}")

    def name(self, kind: NameKind, identifier: str) -> Name:
        """Return the name for an id; for one that is not in the library any more, too."""
        return self._names.get((kind, identifier)) or self._naming(kind, f"?/{identifier}")

    def ids(self, kind: NameKind, short: str) -> tuple[str, ...]:
        """Return the ids that have a short name: none, one, or, by chance, several."""
        return self._ids.get((kind, short), ())

    def payload(self, key: str) -> str:
        """Return what a link to an entry carries: "SLUG_ID", or the entry's short name where that is too long.

        Args:
            key: The entry's key.

        Returns:
            At most 64 characters, of A-Z a-z 0-9 - _.
        """
        payload = key.replace("/", _BETWEEN)
        return payload if len(payload) <= _LONGEST_PAYLOAD else self.name("entry", key).short

    def linked_article(self, payload: str) -> str | None:
        """Return the slug of the article whose card a link leads to; None if it leads to none."""
        slug = payload.removeprefix(CARD)
        return slug if slug != payload and ("article", slug) in self._names else None

    def linked_entry(self, payload: str) -> str | None:
        """Return the key of the entry that a link leads to; None if it leads to none, or if nobody can tell which."""
        key = payload.replace(_BETWEEN, "/", 1)
        if ("entry", key) in self._names:
            return key
        keys = self.ids("entry", payload)
        return keys[0] if len(keys) == 1 else None

    def _add(self, kind: NameKind, identifier: str, full: str) -> None:
        if (kind, identifier) not in self._names:
            name = self._names[kind, identifier] = self._naming(kind, full)
            self._ids[kind, name.short] = (*self.ids(kind, name.short), identifier)
