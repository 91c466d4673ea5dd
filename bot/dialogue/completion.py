"""Completion: the entries that words which are still being typed may lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from bot.dialogue.articles import ordered
from knowledge.library import ArticleChoice, Library
from knowledge.model import Article, Entry
from knowledge.text.normalise import fold, words

# Fewer letters begin words of nearly every entry.
_FEWEST_LETTERS = 2
# Every entry of these is looked through at each keystroke.
_MOST_ARTICLES = 20


class Completion:
    """The words of a library's entries, to be found by their beginnings.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def entries(self, text: str, language: str, choice: ArticleChoice) -> list[str]:
        """Return the keys of the entries that have, for each word, one that begins with it.

        Args:
            text: The words as far as they are typed.
            language: Whose words come first; those of others follow, since names are often typed in another alphabet.
            choice: The articles that are looked through.

        Returns:
            Those that have them in their titles first, then in answers and names, then in another language.
        """
        typed = words(fold(text))
        if not typed or len(typed[-1]) < _FEWEST_LETTERS:
            return []
        ranked: list[tuple[int, str]] = []
        for article in ordered(self._library, choice)[:_MOST_ARTICLES]:
            for entry in article.entries:
                rank = self._rank(entry, article, language, typed)
                if rank is not None:
                    ranked.append((rank, entry.key))
        return [key for _, key in sorted(ranked, key=lambda each: each[0])]

    def _rank(self, entry: Entry, article: Article, language: str, typed: Iterable[str]) -> int | None:
        served = article.served_in(language)
        own, others = self._words[entry.key][served], self._words[entry.key]
        if _begins(own[0], typed):
            return 0
        if _begins(own[0] | own[1], typed):
            return 1
        return 2 if any(_begins(titles | texts, typed) for titles, texts in others.values()) else None

    @cached_property
    def _words(self) -> dict[str, dict[str, tuple[frozenset[str], frozenset[str]]]]:
        """By entry and language, the words of its titles, and those of its answer and of who says it."""
        return {
            entry.key: {
                code: (
                    _folded([entry.title(code), entry.label(code)]),
                    _folded([entry.answers[code], *_names(article, entry, code)]),
                )
                for code in article.served
            }
            for article in self._library.newest_first[:_MOST_ARTICLES]
            for entry in article.entries
        }


def _names(article: Article, entry: Entry, code: str) -> Iterator[str]:
    for statement in entry.statements:
        if statement.speaker is not None:
            yield article.people[statement.speaker].name[code]
        if statement.via is not None:
            yield article.outlets[statement.via].name[code]


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(fold(text)))


def _begins(known: frozenset[str], typed: Iterable[str]) -> bool:
    return all(any(word.startswith(beginning) for word in known) for beginning in typed)
