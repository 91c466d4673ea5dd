"""Pages to browse without a question: topics, people, sources, help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from bot.dialogue.attribution import circumstances, events, own_words
from bot.dialogue.reply import (
    Action,
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    Button,
    Item,
    Lead,
    OpenEntry,
    Part,
    Reply,
    Small,
    Title,
)
from bot.dialogue.retention import Retention
from bot.phrases import Phrases, phrases
from knowledge.library import Library
from knowledge.model import Article, Entry, Outlet, Person, Statement

QUESTIONS_A_PAGE = 6
STATEMENTS_A_PAGE = 6
_EXAMPLES = 3
COMMANDS = ("ask", "topics", "who", "sources", "language", "settings", "privacy", "forget", "help")
CURATING_COMMANDS = ("review", "stats")
"""The commands of the bot's administrators, in private."""

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class _Answered:
    """A statement with the entry that answers with it."""

    article: Article
    entry: Entry
    statement: Statement


class Browser:
    """The pages over a library.

    Args:
        library: The articles.
        operator_contact: Where people reach whoever runs the bot.
        retention: For how long what is kept; the defaults if None.
    """

    def __init__(
        self, library: Library, operator_contact: str | None = None, retention: Retention | None = None
    ) -> None:
        self._library = library
        self._operator_contact = operator_contact
        self._retention = retention or Retention()

    def topics(self, language: str) -> Reply:
        """Return the page of all topics, as buttons."""
        words = phrases(language)
        buttons = [
            Button(
                f"{article.topics[topic][article.served_in(language)]} ({len(entries)})",
                BrowseTopic(f"{article.slug}/{topic}"),
            )
            for article, topic, entries in self._topics()
        ]
        people = Button(words("people-button"), BrowsePeople())
        return Reply(language, (Title(words("topics-title")),), (*buttons, people))

    def topic(self, key: str, page: int, language: str) -> Reply | None:
        """Return a page of the questions of a topic; None if there is no such topic or page."""
        for article, topic, entries in self._topics():
            if f"{article.slug}/{topic}" == key and 0 <= page * QUESTIONS_A_PAGE < len(entries):
                served = article.served_in(language)
                shown, around = _page(entries, page, QUESTIONS_A_PAGE)
                buttons = [Button(entry.title(served), OpenEntry(entry.key)) for entry in shown]
                turns = _turns(language, [BrowseTopic(key, other) for other in around], page)
                browse = Button(phrases(language)("topics-button"), BrowseTopics())
                return Reply(language, (Title(article.topics[topic][served]),), (*buttons, *turns, browse))
        return None

    def people(self, language: str) -> Reply:
        """Return the page of all who are quoted or paraphrased, and of outlets that report themselves, as buttons."""
        words = phrases(language)
        buttons = []
        for speaker, statements in self._speakers():
            count = words("statements", count=len(statements))
            name = speaker.name[statements[0].article.served_in(language)]
            buttons.append(Button(f"{name} ({count})", BrowsePerson(speaker.id)))
        return Reply(language, (Title(words("people-title")),), tuple(buttons))

    def person(self, key: str, page: int, language: str) -> Reply | None:
        """Return a page of a person's or an outlet's statements, with venue, relay and quote; None if there is none."""
        for speaker, statements in self._speakers():
            if speaker.id == key and 0 <= page * STATEMENTS_A_PAGE < len(statements):
                served = statements[0].article.served_in(language)
                role = speaker.role[served] if isinstance(speaker, Person) and speaker.role else None
                name = speaker.name[served]
                shown, around = _page(statements, page, STATEMENTS_A_PAGE)
                parts: list[Part] = [Title(f"{name} ({role})" if role else name)]
                parts.extend(_statements_with_answers(shown, language))
                turns = _turns(language, [BrowsePerson(key, other) for other in around], page)
                buttons = [*turns, Button(phrases(language)("people-title"), BrowsePeople())]
                return Reply(language, tuple(parts), tuple(buttons))
        return None

    def sources(self, language: str) -> Reply:
        """Return the page of what is known of each article, and what is not."""
        words = phrases(language)
        parts: list[Part] = [Title(words("sources-title"))]
        for article in self._library.articles:
            parts.append(Item(article.title[article.served_in(language)], tuple(_source_details(article, language))))
            if article.url:
                parts.append(Small(article.url, article.url))
        return Reply(language, tuple(parts), (Button(words("topics-button"), BrowseTopics()),))

    def privacy(self, language: str) -> Reply:
        """Return the page on privacy: what is kept of whom, for how long, and whom to ask about it."""
        words, retention = phrases(language), self._retention
        votes = _days(words, retention.votes)
        parts: list[Part] = [
            Title(words("privacy-title")),
            Lead(
                words(
                    "privacy-messages",
                    handled=_days(words, retention.handled),
                    failed=_days(words, retention.failed),
                )
            ),
            Lead(words("privacy-replies", days=_days(words, retention.replies))),
            Lead(words("privacy-chats")),
            Lead(words("privacy-posted", days=_days(words, retention.posted))),
            Lead(words("privacy-taps", hours=retention.presses_hours)),
            Lead(words("privacy-votes", days=votes)),
            Lead(words("privacy-misses", days=votes)),
            Lead(words("privacy-taught")),
            Lead(words("privacy-counts", days=votes)),
            Lead(words("privacy-keys")),
            Lead(words("privacy-logs")),
        ]
        if self._operator_contact is not None:
            parts.append(Lead(words("privacy-contact", contact=self._operator_contact)))
        return Reply(language, tuple(parts))

    def forgotten(self, votes: int, language: str, *, questions: int = 0) -> Reply:
        """Return the note of how many votes and questions of somebody's were deleted."""
        words = phrases(language)
        asked = (Lead(words("forgotten-questions", count=questions)),) if questions else ()
        return Reply(language, (Lead(words("forgotten", count=votes)), *asked))

    def help(self, language: str, commands: Sequence[str] = COMMANDS, *, ask: str | None = None) -> Reply:
        """Return the help: what the bot does, with examples that it answers.

        Args:
            language: Of the reply.
            commands: Those to describe.
            ask: How a question begins where people have to address the bot; None where they just type.
        """
        words = phrases(language)
        titles = [article.title[article.served_in(language)] for article in self._library.articles]
        described = tuple(f"/{command} — {words(f'command-{command}')}" for command in commands)
        parts: tuple[Part, ...] = (
            Lead(words("welcome")),
            Item(words("welcome-articles", count=len(titles)), tuple(titles)),
            Item(words("help-commands"), described),
            Small(words("help-examples")),
        )
        examples = [
            Button(self._library.title(entry.key, language), OpenEntry(entry.key))
            for entry in self.main_entries()[:_EXAMPLES]
        ]
        if ask is not None:
            typed = tuple(f"{ask} {button.label}" for button in examples)
            parts = (*parts[:-1], Item(words("help-examples"), typed))
        return Reply(language, parts, (*examples, Button(words("topics-button"), BrowseTopics())))

    def main_entries(self) -> list[Entry]:
        """Return one entry of each topic."""
        return [entries[0] for _, _, entries in self._topics()]

    def _topics(self) -> Iterator[tuple[Article, str, list[Entry]]]:
        for article in self._library.articles:
            for topic in article.topics:
                yield article, topic, [entry for entry in article.entries if entry.topic == topic]

    def _speakers(self) -> Iterator[tuple[Person | Outlet, list[_Answered]]]:
        """The people, then the outlets, each with the statements it is credited with, in the articles' order."""
        people: dict[str, Person] = {}
        outlets: dict[str, Outlet] = {}
        statements: dict[str, list[_Answered]] = {}
        for article in self._library.articles:
            people = {**people, **article.people, **people}
            outlets = {**outlets, **article.outlets, **outlets}
            distinct = {statement: None for entry in article.entries for statement in entry.statements}
            for statement in sorted(distinct, key=lambda statement: statement.sentence):
                if (credited := statement.speaker or statement.via) is not None:
                    answered = (_Answered(article, entry, statement) for entry in _entries_about(article, statement))
                    statements.setdefault(credited, []).extend(answered)
        speakers: list[Person | Outlet] = [*people.values(), *outlets.values()]
        for speaker in speakers:
            if speaker.id in statements:
                yield speaker, statements[speaker.id]


def _days(words: Phrases, count: int) -> str:
    return words("days", count=count)


def _entries_about(article: Article, statement: Statement) -> list[Entry]:
    """The entries that say most precisely what a statement says: those with the fewest statements.

    A quote shows what was said, and one entry introduces it. What is only told may be several things, each of
    them in an entry of its own.
    """
    entries = [entry for entry in article.entries if statement in entry.statements]
    fewest = min(len(entry.statements) for entry in entries)
    precise = [entry for entry in entries if len(entry.statements) == fewest]
    return precise[:1] if statement.quote else precise


def _statements_with_answers(shown: Iterable[_Answered], language: str) -> Iterator[Item]:
    """Yield statements in our words, then in the speaker's, with venue and outlet; an answer stands once."""
    for answer, group in groupby(shown, key=lambda one: one.entry.answers[one.article.served_in(language)]):
        details: list[str] = []
        for one in group:
            served = one.article.served_in(language)
            details.extend(own_words(one.article, one.statement, served))
            details.append(circumstances(one.article, one.statement, served))
        yield Item(answer, tuple(details))


def _source_details(article: Article, language: str) -> Iterator[str]:
    words = phrases(language)
    dated = events(article, words)
    if dated is None:
        yield words("source-no-date")
    else:
        dated = dated[0].upper() + dated[1:]
        yield dated if article.date.year else words("source-date", events=dated)
    if article.place:
        yield words("source-place", place=article.place[article.served_in(language)])
    if article.publisher:
        yield words("source-publisher", publisher=article.publisher)
    else:
        yield words("source-no-publisher")
    outlets = [outlet.name[article.served_in(language)] for outlet in article.outlets.values()]
    yield words("source-outlets", outlets=", ".join(outlets)) if outlets else words("source-no-outlets")
    yield words("source-entries", entries=len(article.entries), sentences=len(article.paragraphs))


def _page(listed: Sequence[Listed], page: int, size: int) -> tuple[Sequence[Listed], list[int]]:
    """Return the items of a page, and the numbers of the pages before and after it."""
    last = (len(listed) - 1) // size
    around = [other for other in (page - 1, page + 1) if 0 <= other <= last]
    return listed[page * size : (page + 1) * size], around


def _turns(language: str, targets: Sequence[BrowseTopic | BrowsePerson], page: int) -> list[Button]:
    words = phrases(language)
    turns: list[Button] = []
    for target in targets:
        action: Action = target
        turns.append(Button(words("next-page" if target.page > page else "previous-page"), action))
    return turns
