"""Answers: an entry's answer in a language, with who said it, the source and related questions."""

from __future__ import annotations

from bot.dialogue.actions import OpenEntry
from bot.dialogue.attribution import source_line, statement_parts
from bot.dialogue.parts import MainText, Part
from bot.dialogue.reply import Button, Reply
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.model import Article, Entry

_MOST_RELATED = 2


class Answers:
    """The answers of a library's entries; each is made once.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[tuple[str, str], Reply] = {}

    def answer(self, entry_key: str, language: str) -> Reply:
        """Return an entry's answer, with its attribution and related questions.

        Raises:
            KeyError: No such entry.
        """
        known = self._made.get((entry_key, language))
        if known is None:
            known = self._made[entry_key, language] = self._new(self._library.entries[entry_key], language)
        return known

    def _new(self, entry: Entry, language: str) -> Reply:
        article = self._library.article_of(entry)
        served = article.served_language(language)
        parts: list[Part] = [MainText(entry.answers[served])]
        parts.extend(statement_parts(article, entry.statements, served))
        parts.append(source_line(article, entry, served))
        buttons = [Button(other.label(served), OpenEntry(other.key)) for other in related(article, entry)]
        return Reply(served, tuple(parts), tuple(buttons), entry.key, Outcome.ANSWER)


def related(article: Article, entry: Entry) -> list[Entry]:
    """Return the entries that somebody who asked this one would ask next: close evidence, the same speaker or topic."""
    speakers = {statement.speaker for statement in entry.statements if statement.speaker}

    def closeness(other: Entry) -> float:
        shared = len(speakers & {statement.speaker for statement in other.statements})
        nearest = min(abs(mine - theirs) for mine in entry.evidence for theirs in other.evidence)
        return (other.topic == entry.topic) + shared / (1 + len(other.statements)) + 1 / (1 + nearest)

    others = [other for other in article.entries if other.id != entry.id]
    return sorted(others, key=closeness, reverse=True)[:_MOST_RELATED]
