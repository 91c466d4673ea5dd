"""Variants of an article's entries, and its out-of-scope examples, wherever they are kept."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.matcher import Variant
from knowledge.model import entry_key


@dataclass(frozen=True, slots=True)
class ArticleVariant:
    """A variant of an entry, or an out-of-scope example, of one article.

    Attributes:
        article: The slug of the article.
        entry_id: The entry, by its id within the article; None for an out-of-scope example.
        language: ISO 639-1 code.
        text: The question.
    """

    article: str
    entry_id: str | None
    language: str
    text: str

    @property
    def variant(self) -> Variant:
        """The same for the article's own matcher."""
        return Variant(self.entry_id, self.language, self.text)

    @property
    def key(self) -> str | None:
        """The key of the entry; None for an out-of-scope example."""
        return None if self.entry_id is None else entry_key(self.article, self.entry_id)
