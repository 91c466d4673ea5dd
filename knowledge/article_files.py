"""The documents of one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.documents import Document
from knowledge.evidence import EvidenceLock


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The documents of one article, and its lock if there is one.

    Attributes:
        slug: The name of its folder.
        article: article.yaml.
        faq: faq.yaml.
        languages: The language files that are there, by code.
        lock: evidence.lock; None before it was first written.
    """

    slug: str
    article: Document
    faq: Document
    languages: Mapping[str, Document]
    lock: EvidenceLock | None

    @property
    def documents(self) -> Iterator[Document]:
        """All of the documents: article.yaml, faq.yaml, then the language files."""
        yield from (self.article, self.faq, *self.languages.values())
