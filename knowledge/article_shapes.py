"""The documents of one article in their shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.article_files import ArticleFiles
from knowledge.composer import YamlPath
from knowledge.errors import Finding
from knowledge.evidence import LockedEntry
from knowledge.shape import ArticleShape, FaqShape, LanguageShape, StatementShape
from knowledge.shaping import ShapedDocument, shape_document


@dataclass(frozen=True, slots=True)
class ArticleShapes:
    """Every document of an article in its shape, as far as it fits.

    Attributes:
        files: The documents.
        article: article.yaml.
        faq: faq.yaml.
        languages: The language files that are there, by code.
    """

    files: ArticleFiles
    article: ShapedDocument[ArticleShape]
    faq: ShapedDocument[FaqShape]
    languages: Mapping[str, ShapedDocument[LanguageShape]]

    @classmethod
    def of(cls, files: ArticleFiles) -> ArticleShapes:
        """Bring every document into its shape."""
        return cls(
            files,
            shape_document(files.article, ArticleShape),
            shape_document(files.faq, FaqShape),
            {code: shape_document(document, LanguageShape) for code, document in files.languages.items()},
        )

    def findings(self) -> Iterator[Finding]:
        """Yield findings on values that do not fit."""
        yield from self.article.findings
        yield from self.faq.findings
        for each in self.languages.values():
            yield from each.findings

    def locked_entries(self) -> tuple[LockedEntry, ...]:
        """Return the numbers of sentences of each entry, as a lock keeps them."""
        return tuple(
            LockedEntry(entry.id, tuple(entry.evidence), tuple(each.sentence for each in entry.statements))
            for entry in self.faq.value.entries
        )

    def statements(self) -> Iterator[tuple[YamlPath, str | None, StatementShape]]:
        """Yield every statement once with its place in faq.yaml and the id of its entry.

        One that entries name by an alias comes with the place of its anchor, and without an entry if that stands in
        none.
        """
        for number, statement in enumerate(self.faq.value.statements):
            yield ("statements", number), None, statement
        for number, entry in enumerate(self.faq.value.entries):
            for position, statement in enumerate(entry.statements):
                place = ("entries", number, "statements", position)
                if self.files.faq.origin(place) == place:
                    yield place, entry.id, statement
