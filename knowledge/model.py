"""Articles, entries and attributions, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from knowledge.text.normalise import canonical

FRAGMENT_SEPARATOR = " […] "


class StatementKind(StrEnum):
    """The ways in which the article gives a statement."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    REPORT = "report"


class Wording(StrEnum):
    """The ways people ask that every entry must have variants for."""

    QUESTION = "question"
    KEYWORDS = "keywords"
    COLLOQUIAL = "colloquial"
    CLAIM = "claim"
    OBLIQUE = "oblique"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or an institution) that the article quotes or names."""

    id: str
    name: Mapping[str, str]
    role: Mapping[str, str] | None
    aliases: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet that the article credits."""

    id: str
    name: Mapping[str, str]
    aliases: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Statement:
    """The chain behind a statement: speaker, venue, relaying outlet, sentence of the article.

    Attributes:
        speaker: A person's id; None for a report.
        kind: The way in which the article gives it.
        venue: A venue's id; None where the sentence states none.
        via: The id of the outlet that the article credits, if any.
        quote: Fragments of the speaker's own words, in order, something left out between two.
        sentence: The number of the article's sentence.
    """

    speaker: str | None
    kind: StatementKind
    venue: str | None
    via: str | None
    quote: tuple[str, ...]
    sentence: int

    @property
    def quote_line(self) -> str | None:
        """The quote on one line, omissions marked; None without one."""
        return FRAGMENT_SEPARATOR.join(self.quote) or None


def entry_key(article: str, entry_id: str) -> str:
    """Return the key of an entry, unique over all articles: the article's slug, a slash, the entry's id."""
    return f"{article}/{entry_id}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A curated item of the FAQ: questions and an answer in each language, evidence, statements.

    Attributes:
        id: Unique within its article.
        article: The slug of its article.
        topic: The id of its topic.
        evidence: Numbers of the article's sentences.
        statements: The attribution, one by one.
        variants: By language and wording.
        answers: By language.
        labels: Short titles by language, as buttons show them; languages without one have the first question.
        draft: True if a program proposed it and nobody has accepted it yet.
    """

    id: str
    article: str
    topic: str
    evidence: tuple[int, ...]
    statements: tuple[Statement, ...]
    variants: Mapping[str, Mapping[Wording, Sequence[str]]]
    answers: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False

    @property
    def key(self) -> str:
        """The slug of the article and the id, unique over all articles."""
        return entry_key(self.article, self.id)

    def title(self, language: str) -> str:
        """Return the entry's question in a language, as lists show it."""
        return self.variants[language][Wording.QUESTION][0]

    def label(self, language: str) -> str:
        """Return the entry's short title in a language, as buttons show it; its question where it has none."""
        return self.labels.get(language) or self.title(language)

    def questions(self, language: str) -> tuple[str, ...]:
        """Return every variant of a language."""
        return tuple(text for texts in self.variants[language].values() for text in texts)


@dataclass(frozen=True, slots=True)
class Summary:
    """A curated summary of an article.

    Attributes:
        texts: By language.
        evidence: Numbers of the article's sentences.
    """

    texts: Mapping[str, str]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """A date as far as the text gives it."""

    day: int | None
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """All that is known of one article.

    Attributes:
        slug: The name of its folder.
        title: In the project's own words, by language.
        language: Of the article itself; its quotes are in it.
        served: The languages of its answers; the article's own is among them.
        topics: Labels by topic id and language, in order.
        venues: Phrases by venue id and language.
        translations: Of quotes, by language and quote in its canonical form; `translation` looks them up.
        paragraphs: The paragraph of each sentence, from 1.
        out_of_scope: Questions near the article that it does not answer, by language.
        longest_quote: The most words that a fragment of a quote may have.
        text_is_public: True if the article's text may be shown to everybody.
        author: Its name, if it is known.
        summary: In the project's own words; None if nobody has written one.
    """

    slug: str
    title: Mapping[str, str]
    language: str
    served: tuple[str, ...]
    date: ArticleDate
    place: Mapping[str, str] | None
    publisher: str | None
    url: str | None
    people: Mapping[str, Person]
    outlets: Mapping[str, Outlet]
    notions: Mapping[str, Mapping[str, Sequence[str]]]
    topics: Mapping[str, Mapping[str, str]]
    venues: Mapping[str, Mapping[str, str]]
    translations: Mapping[str, Mapping[str, str]]
    paragraphs: Mapping[int, int]
    entries: tuple[Entry, ...]
    out_of_scope: Mapping[str, Sequence[str]]
    longest_quote: int = 9
    text_is_public: bool = False
    author: str | None = None
    summary: Summary | None = None

    def without_drafts(self) -> Article | None:
        """Return the article with the entries that a person has accepted; None if there are none."""
        accepted = tuple(entry for entry in self.entries if not entry.draft)
        if len(accepted) == len(self.entries):
            return self
        return replace(self, entries=accepted) if accepted else None

    def served_language(self, language: str) -> str:
        """Return the language to serve a reader of a language in: that one if it is served, else the article's own."""
        return language if language in self.served else self.language

    def translation(self, statement: Statement, language: str) -> str | None:
        """Return the translation of a statement's quote; None without a quote, or in the article's own language."""
        if statement.quote_line is None or language == self.language:
            return None
        return self.translations[language].get(canonical(statement.quote_line))
