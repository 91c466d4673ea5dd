"""Pages of articles: a list to turn over or to search by words, and a card of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bot.dialogue.actions import (
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowseArticleTopics,
    BrowseTopic,
    ReleaseArticle,
    SettleArticle,
)
from bot.dialogue.attribution import events
from bot.dialogue.labels import cut
from bot.dialogue.parts import Footnote, MainText, Part, Title
from bot.dialogue.reply import Button, Reply
from bot.phrases import phrases
from knowledge.library import ANY_ARTICLE, ArticleChoice, Library
from knowledge.model import Article
from knowledge.text.normalise import fold

ARTICLES_A_PAGE = 8
_MOST_TOPICS = 10
# What is asked about an article and told in a line; of its publication no date is known.
_LINES = frozenset({"author", "publisher", "published", "link", "title"})
# As rapidfuzz gives it, 0 to 100: a letter wrong in a word of five.
_ALIKE = 80


def ordered(library: Library, choice: ArticleChoice = ANY_ARTICLE) -> tuple[Article, ...]:
    """Return the articles that may answer: the one that is talked of, then the newest first.

    Args:
        library: All articles.
        choice: Those that may answer, and the current one.

    Returns:
        At least one: a choice of articles that are all gone leaves every article.
    """
    newest_first = library.newest_first
    chosen = [each for each in newest_first if choice.among is None or each.slug in choice.among] or newest_first
    return tuple(sorted(chosen, key=lambda article: article.slug != choice.current))


def distinct_title(article: Article, articles: Iterable[Article], language: str) -> str:
    """Return an article's title, with its slug before it where another of some articles has the same.

    Args:
        article: The article.
        articles: All that people may tell it from.
        language: Of the title, if the article is served in it.
    """
    title = article.title[article.served_language(language)]
    same = (
        each for each in articles if each.title[each.served_language(language)] == title and each.slug != article.slug
    )
    return title if next(same, None) is None else f"{article.slug}: {title}"


class ArticlePages:
    """The pages of a library's articles.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def overview(
        self, text: str, language: str, choice: ArticleChoice = ANY_ARTICLE, settled: str | None = None
    ) -> Reply:
        """Return the articles that some words fit, or all without words; the card where there is but one article.

        Args:
            text: The words; may be empty.
            language: Of the reply.
            choice: The articles that are looked through.
            settled: The slug of the article that the chat has settled to talk of.
        """
        first, *others = ordered(self._library, choice)
        if not others:
            return self.card(first, language, settled)
        every = self.articles(language, choice, settled=settled)
        return self.found(text, language, choice, settled) if text.strip() or every is None else every

    def articles(
        self, language: str, choice: ArticleChoice = ANY_ARTICLE, page: int = 0, settled: str | None = None
    ) -> Reply | None:
        """Return a page of the articles, the newest first; None if there is no such page.

        Args:
            language: Of the reply.
            choice: The articles that are listed.
            page: From 0.
            settled: The slug of the article that the chat has settled to talk of, which is marked.
        """
        articles = ordered(self._library, replace(choice, current=None))
        if not 0 <= page * ARTICLES_A_PAGE < len(articles):
            return None
        words = phrases(language)
        shown = articles[page * ARTICLES_A_PAGE : (page + 1) * ARTICLES_A_PAGE]
        last = (len(articles) - 1) // ARTICLES_A_PAGE
        turns = [
            Button(words("next-page" if other > page else "previous-page"), BrowseArticles(other))
            for other in (page - 1, page + 1)
            if 0 <= other <= last
        ]
        buttons = (*self._buttons(shown, language, settled), *turns)
        return Reply(language, (Title(words("articles-title")), Footnote(words("articles-search"))), buttons)

    def found(self, text: str, language: str, choice: ArticleChoice = ANY_ARTICLE, settled: str | None = None) -> Reply:
        """Return the articles that some words fit best, or the card of the only one.

        Args:
            text: The words.
            language: Of the reply.
            choice: The articles that are looked through.
            settled: The slug of the article that the chat has settled to talk of.
        """
        words, found = phrases(language), self._found(text, ordered(self._library, choice))
        if not found:
            every = Button(words("articles-button"), BrowseArticles())
            return Reply(language, (MainText(words("articles-not-found")),), (every,))
        if len(found) == 1:
            return self.card(found[0], language, settled)
        parts: tuple[Part, ...] = (Title(words("articles-found")),)
        if len(found) > ARTICLES_A_PAGE:
            parts = (*parts, Footnote(words("articles-more", count=len(found) - ARTICLES_A_PAGE)))
        return Reply(language, parts, tuple(self._buttons(found[:ARTICLES_A_PAGE], language, settled)))

    def current(self, language: str, choice: ArticleChoice = ANY_ARTICLE, settled: str | None = None) -> Reply:
        """Return the card of the article that is talked of, else of the newest.

        Args:
            language: Of the reply.
            choice: The articles that may answer, and the current one.
            settled: The slug of the article that the chat has settled to talk of.
        """
        return self.card(ordered(self._library, choice)[0], language, settled)

    def article(self, slug: str, language: str, settled: str | None = None) -> Reply | None:
        """Return the card of an article; None if there is no such article."""
        article = self._library.by_slug.get(slug)
        return None if article is None else self.card(article, language, settled)

    def line(self, article: Article, asked: Sequence[str], language: str) -> Reply | None:
        """Return what is known of one thing asked about an article, with a button to its card.

        Args:
            article: The article.
            asked: Kinds of questions about an article.
            language: Of the reply.

        Returns:
            None for its subject or a summary, which the card gives.
        """
        if not asked or not set(asked) <= _LINES:
            return None
        words, title = phrases(language), distinct_title(article, self._library.articles, language)
        parts: list[Part] = []
        for kind in dict.fromkeys(asked):
            if kind == "title":
                parts.append(MainText(title))
            elif kind == "author" and article.author:
                parts.append(MainText(words("source-author", author=article.author)))
            elif kind == "publisher" and article.publisher:
                parts.append(MainText(words("source-publisher", publisher=article.publisher)))
            elif kind == "link" and article.url:
                parts.append(Footnote(article.url, article.url))
            else:
                parts.append(MainText(words(f"card-{kind}-unknown")))
        dated = events(article, words)
        if "published" in asked and dated is not None:
            parts.append(Footnote(dated[0].upper() + dated[1:]))
        if asked != ("title",):
            parts.append(Footnote(title, article.url, article.slug))
        return Reply(language, tuple(parts), (Button(words("article-button"), BrowseArticle(article.slug)),))

    def card(self, article: Article, language: str, settled: str | None = None) -> Reply:
        """Return the card of an article: all that is known of it, and the ways into it.

        Args:
            article: The article.
            language: Of the reply.
            settled: The slug of the article that the chat has settled to talk of.
        """
        words, served = phrases(language), article.served_language(language)
        parts: list[Part] = [Title(distinct_title(article, self._library.articles, language))]
        if article.summary is not None:
            parts.append(MainText(article.summary.texts[served]))
        parts.extend(map(Footnote, article_details(article, language)))
        if article.people:
            names = ", ".join(person.name[served] for person in article.people.values())
            parts.append(Footnote(words("article-people", names=names)))
        if article.url:
            parts.append(Footnote(article.url, article.url))
        topics = topic_buttons(article, language)
        if len(topics) > _MOST_TOPICS:
            topics = [Button(words("topics-button"), BrowseArticleTopics(article.slug))]
        people = Button(words("people-button"), BrowseArticlePeople(article.slug))
        if len(self._library.articles) == 1:
            return Reply(language, tuple(parts), (*topics, people))
        settle = Button(words("article-settle"), SettleArticle(article.slug))
        if article.slug == settled:
            settle = Button(words("article-release"), ReleaseArticle(article.slug))
        every = Button(words("articles-button"), BrowseArticles())
        return Reply(language, tuple(parts), (*topics, people, settle, every))

    def _buttons(self, articles: Sequence[Article], language: str, settled: str | None) -> Iterator[Button]:
        for article in articles:
            title = distinct_title(article, self._library.articles, language)
            label = cut(f"✓ {title}" if article.slug == settled else title)
            yield Button(label, BrowseArticle(article.slug))

    def _found(self, text: str, articles: Sequence[Article]) -> list[Article]:
        """The articles whose title or publisher has all words, typing errors aside; else those likely asked about."""
        wanted = fold(text).split()
        titled = [article for article in articles if all(_has(article, word) for word in wanted)]
        if titled:
            return titled
        likelihoods = self._library.index.likelihoods(text)
        likely = [article for article in articles if article.slug in likelihoods]
        return sorted(likely, key=lambda article: -likelihoods[article.slug])


def article_details(article: Article, language: str) -> Iterator[str]:
    """Yield lines on an article: date, place, publisher, author, in one line what is not known, outlets, size."""
    words = phrases(language)
    dated = events(article, words)
    if dated is not None:
        yield dated[0].upper() + dated[1:]
    if article.place:
        yield words("source-place", place=article.place[article.served_language(language)])
    if article.publisher:
        yield words("source-publisher", publisher=article.publisher)
    if article.author:
        yield words("source-author", author=article.author)
    known = {
        "missing-date": dated is not None,
        "missing-year": dated is None or article.date.year is not None,
        "missing-place": article.place,
        "missing-publisher": article.publisher,
        "missing-author": article.author,
        "missing-link": article.url,
    }
    if missing := [words(key) for key, is_known in known.items() if not is_known]:
        yield words("source-unknown", missing=", ".join(missing))
    outlets = [outlet.name[article.served_language(language)] for outlet in article.outlets.values()]
    yield words("source-outlets", outlets=", ".join(outlets)) if outlets else words("source-no-outlets")
    yield words("source-entries", entries=len(article.entries), sentences=len(article.paragraphs))


def topic_buttons(article: Article, language: str) -> list[Button]:
    """Return a button to the questions of each topic of an article, with their number."""
    counts = Counter(entry.topic for entry in article.entries)
    return [
        Button(f"{labels[article.served_language(language)]} ({counts[topic]})", BrowseTopic(f"{article.slug}/{topic}"))
        for topic, labels in article.topics.items()
    ]


def _has(article: Article, word: str) -> bool:
    """Tell whether a title, in any language, or the publisher has a word that begins with this one or is like it."""
    texts = (*article.title.values(), article.publisher or "")
    own = {each for text in texts for each in fold(text).split()}
    return any(each.startswith(word) or fuzz.ratio(each, word) >= _ALIKE for each in own)
