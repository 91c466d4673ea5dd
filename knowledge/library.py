"""All the articles that are loaded, as one thing to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.cache import TrainedCache
from knowledge.errors import Finding
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matcher import Matcher, Variant
from knowledge.model import Article, Entry, Outlet, Person


@dataclass(frozen=True)
class Library:
    """Articles with the entries and the matcher over all of them.

    Attributes:
        articles: In the order of their folders.
        cache: Where the matcher keeps what it has learnt; nowhere if None.
        taught: Variants that the matcher was taught beside what the articles have; `teaching.taught` puts them here.
        warnings: Of keys that files have under a former name.
    """

    articles: tuple[Article, ...]
    cache: TrainedCache | None = None
    taught: tuple[Variant, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry by its id, in the order of the files."""
        return {entry.id: entry for article in self.articles for entry in article.entries}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that at least one article is served in."""
        return tuple(dict.fromkeys(language for article in self.articles for language in article.served))

    def article_of(self, entry: Entry) -> Article:
        """Return the article that an entry belongs to."""
        return next(article for article in self.articles if article.slug == entry.article)

    def title(self, entry_id: str, language: str) -> str:
        """Return the question that stands for an entry, in a language or in the one that its article is served in.

        Raises:
            KeyError: No such entry.
        """
        entry = self.entries[entry_id]
        return entry.title(self.article_of(entry).served_in(language))

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The variants and out-of-scope examples of all articles, then what was taught: all that the matcher learns."""
        return (*(example for article in self.articles for example in _examples(article)), *self.taught)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names and notions of all articles."""
        return Lexicon([alias for article in self.articles for alias in _aliases(article)])

    @cached_property
    def matcher(self) -> Matcher:
        """A matcher over the variants of all articles and the taught ones, built on first use."""
        return Matcher(self.variants, lexicon=self.lexicon, cache=self.cache)


def _examples(article: Article) -> list[Variant]:
    """Every variant, and the out-of-scope examples as variants of no entry."""
    variants = [
        Variant(entry.id, language, text)
        for entry in article.entries
        for language in article.served
        for text in entry.questions(language)
    ]
    return variants + [
        Variant(None, language, text) for language in article.served for text in article.out_of_scope[language]
    ]


def _aliases(article: Article) -> list[Alias]:
    """Every way to write the article's names and notions."""
    named: dict[str, Person | Outlet] = {**article.people, **article.outlets}
    names = [
        Alias(Concept(name, is_name=True), language, text)
        for name, bearer in named.items()
        for language in article.served
        for text in (bearer.name[language], *bearer.aliases.get(language, ()))
    ]
    return names + [
        Alias(Concept(notion, is_name=False), language, text)
        for notion, languages in article.notions.items()
        for language, texts in languages.items()
        for text in texts
    ]
