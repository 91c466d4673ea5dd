"""Completion: the entries that words which are still being typed may lead to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from bot.dialogue.articles import ordered
from knowledge.library import ArticleChoice, Library
from knowledge.model import Article, Entry
from knowledge.text.normalise import fold, words

# Fewer letters begin words of nearly every entry.
_FEWEST_LETTERS = 2
# Each that is looked through takes its time at every keystroke, and its room from then on.
_MOST_ARTICLES = 20


class Completion:
    """The words of a library's entries, to be found by their beginnings.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words: dict[str, dict[str, tuple[_Words, _Words]]] = {}

    def entries(self, text: str, language: str, choice: ArticleChoice) -> list[str]:
        """Return the keys of the entries that have, for each word, one that begins with it.

        Args:
            text: The words as far as they are typed.
            language: Its words come first; those of others follow, since names are often typed in another alphabet.
            choice: The articles that are looked through, the first twenty of them.

        Returns:
            Those that have them in their titles first, then in answers and names, then in another language.
        """
        typed = words(fold(text))
        if choice.admits_none or not typed or len(typed[-1]) < _FEWEST_LETTERS:
            return []
        found: tuple[list[str], list[str], list[str]] = ([], [], [])
        for article in ordered(self._library, choice)[:_MOST_ARTICLES]:
            titles, texts = self._of(article)[article.served_language(language)]
            for keys, each in zip(
                found, (titles.begun(typed), texts.begun(typed), self._in_any(article, typed)), strict=True
            ):
                keys.extend(entry.key for number, entry in enumerate(article.entries) if number in each)
        return list(dict.fromkeys(key for keys in found for key in keys))

    def _in_any(self, article: Article, typed: Sequence[str]) -> set[int]:
        return {number for _, texts in self._of(article).values() for number in texts.begun(typed)}

    def _of(self, article: Article) -> dict[str, tuple[_Words, _Words]]:
        """The words of an article by language: those of titles, and those with answers and names."""
        if article.slug not in self._words:
            self._words[article.slug] = {
                code: (
                    _Words([_titles(entry, code) for entry in article.entries]),
                    _Words([[*_titles(entry, code), *_texts(article, entry, code)] for entry in article.entries]),
                )
                for code in article.served
            }
        return self._words[article.slug]


class _Words:
    """The words of some entries, each with the numbers of those that have it.

    Args:
        entries: The texts of each entry.
    """

    def __init__(self, entries: Iterable[Sequence[str]]) -> None:
        having: dict[str, set[int]] = {}
        for number, texts in enumerate(entries):
            for word in (word for text in texts for word in words(fold(text))):
                having.setdefault(word, set()).add(number)
        self._words = sorted(having)
        self._having = having

    def begun(self, typed: Iterable[str]) -> set[int]:
        """Return the numbers of the entries that have, for each word, one that begins with it."""
        return set.intersection(*(self._beginning(each) for each in typed))

    def _beginning(self, typed: str) -> set[int]:
        first = bisect_left(self._words, typed)
        known = takewhile(lambda word: word.startswith(typed), self._words[first:])
        return {number for word in known for number in self._having[word]}


def _titles(entry: Entry, code: str) -> list[str]:
    return [entry.title(code), entry.label(code)]


def _texts(article: Article, entry: Entry, code: str) -> Iterator[str]:
    yield entry.answers[code]
    for statement in entry.statements:
        if statement.speaker is not None:
            yield article.people[statement.speaker].name[code]
        if statement.via is not None:
            yield article.outlets[statement.via].name[code]
