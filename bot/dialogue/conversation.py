"""The dialogue: replies to questions and to buttons."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from bot.dialogue.attribution import source_line, statement_parts
from bot.dialogue.browse import Browser
from bot.dialogue.languages import reply_language
from bot.dialogue.names import Names
from bot.dialogue.question import AUTOMATIC, ChatSettings, Question
from bot.dialogue.reply import (
    Action,
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    Button,
    ChooseEntry,
    Lead,
    OpenEntry,
    Part,
    RejectChoices,
    Reply,
    Small,
)
from bot.dialogue.retention import Retention
from bot.phrases import LANGUAGES, phrases
from knowledge.ambient import certain_match
from knowledge.library import Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Article, Entry
from knowledge.text.languages import primary_subtag

_RELATED = 2
_MOST_LISTED = 50


class Dialogue:
    """The replies that a library gives.

    Args:
        library: The articles.
        default_language: Of replies where nothing else tells the language, as ISO 639-1 code.
        operator_contact: The address of whoever runs the bot.
        retention: The times for which data are kept.
    """

    def __init__(
        self,
        library: Library,
        *,
        default_language: str | None = None,
        operator_contact: str | None = None,
        retention: Retention | None = None,
    ) -> None:
        self._library = library
        self._default_language = default_language
        self._answers: dict[tuple[str, str], Reply] = {}
        self.browse = Browser(library, operator_contact, retention)

    @cached_property
    def names(self) -> Names:
        """The short names of all that is in the library, for the data of buttons."""
        return Names(self._library)

    def match(self, question: Question) -> Match:
        """Return the match of a question, with the candidates that its outcome shows."""
        return self._library.decide(question.text, question.choice)

    def ask(self, question: Question, settings: ChatSettings = AUTOMATIC, *, brief: bool = False) -> Reply:
        """Return the reply to a question: an answer, a choice, or word that the article is silent.

        Args:
            question: What was asked.
            settings: Of the chat.
            brief: Whether others read along: then silence is told in one short line.
        """
        return self._said(self.match(question), question, settings, brief=brief)

    def ask_unasked(self, question: Question, settings: ChatSettings = AUTOMATIC) -> Reply | None:
        """Return the reply to a question that is put to nobody; None unless it is answered beyond doubt."""
        match = certain_match(self._library, question.text, question.choice)
        return None if match is None else self._said(match, question, settings, brief=True)

    def _said(self, match: Match, question: Question, settings: ChatSettings, *, brief: bool) -> Reply:
        language, instead = self.language(match, question, settings)
        if match.outcome is Outcome.ANSWER:
            reply = self.answer(match.candidates[0].entry_id, language)
        elif match.outcome is Outcome.CHOOSE:
            reply = self._choice(match, language)
        elif brief:
            reply = Reply(language, (Lead(phrases(language)("abstain-short")),), outcome=match.outcome)
        else:
            reply = self._abstention(match, language)
        reply = replace(reply, candidate=next(iter(match.candidates), None))
        if instead and not (brief and match.outcome is Outcome.ABSTAIN):
            words = phrases(reply.language)
            remark = Small(words("not-served", language=words(f"language-{reply.language}")))
            reply = replace(reply, parts=(remark, *reply.parts))
        return reply

    def listed(self, question: Question) -> list[Reply]:
        """Return the entries that fit some words, best first, as answers; without words, one of each topic."""
        if not question.text.strip():
            language = self.interface_language(question.language_code)
            return [self.answer(entry.key, language) for entry in self.browse.main_entries()]
        match = self._library.match(question.text, question.choice, candidates=_MOST_LISTED)
        language, _ = self.language(match, question, AUTOMATIC)
        return [self.answer(candidate.entry_id, language) for candidate in match.candidates if candidate.is_near]

    def title(self, reply: Reply) -> str:
        """Return one line for a reply: its entry's question, or its own first words."""
        if reply.entry_id is not None:
            return self._library.entries[reply.entry_id].title(reply.language)
        return next((part.text for part in reply.parts), "")

    def knows(self, entry_id: str) -> bool:
        """Tell whether there is such an entry."""
        return entry_id in self._library.entries

    def key_of(self, name: str) -> str | None:
        """Return the key of an entry by its key, or by its id alone where only one article has that; else None."""
        return self._library.key_of(name)

    def candidate(self, question: Question, entry_id: str) -> Candidate:
        """Return an entry with the score that a question has with it, 0 to 100."""
        match = self._library.match(question.text, question.choice, candidates=_MOST_LISTED)
        found = (each for each in match.candidates if each.entry_id == entry_id)
        return next(found, Candidate(entry_id, 0.0))

    def without_words(self, question: Question, settings: ChatSettings = AUTOMATIC) -> Reply:
        """Return the reply to a message that holds no words, in a chat with some settings."""
        language = self.interface_language(question.language_code, settings)
        return Reply(language, (Lead(phrases(language)("no-words")),), (self._browse_button(language),))

    def interface_language(self, language_code: str | None, settings: ChatSettings = AUTOMATIC) -> str:
        """Return the language where no question tells: the chat's, else the app's if there are phrases in it.

        Where neither is: the default, or that of the first article.
        """
        if settings.language is not None:
            return settings.language
        code = primary_subtag(language_code or "")
        if code in LANGUAGES:
            return code
        return self._default_language or self._library.articles[0].language

    def language(self, match: Match, question: Question, settings: ChatSettings) -> tuple[str, bool]:
        """Return the language of the reply to a match, and whether it is not the question's, which is not served."""
        article = self._library.articles[0]
        if match.candidates:
            article = self._library.article_of(self._library.entries[match.candidates[0].entry_id])
        chosen = reply_language(article, match, question, settings, self._default_language)
        return chosen.code, chosen.instead

    def answer(self, entry_id: str, language: str) -> Reply:
        """Return an entry's answer, with its attribution and related questions.

        Raises:
            KeyError: No such entry.
        """
        known = self._answers.get((entry_id, language))
        if known is None:
            known = self._answers[entry_id, language] = self._answer(self._library.entries[entry_id], language)
        return known

    def _answer(self, entry: Entry, language: str) -> Reply:
        article = self._library.article_of(entry)
        served = article.served_in(language)
        parts: list[Part] = [Lead(entry.answers[served])]
        parts.extend(statement_parts(article, entry.statements, served))
        parts.append(source_line(article, entry, served))
        buttons = [Button(other.title(served), OpenEntry(other.key)) for other in _related(article, entry)]
        return Reply(served, tuple(parts), tuple(buttons), entry.key, Outcome.ANSWER)

    def act(self, action: Action, language: str) -> Reply | None:
        """Return the reply that a button opens; None if its target is gone, or if it opens none."""
        match action:
            case OpenEntry(name) | ChooseEntry(name):
                # Buttons of earlier versions have the id alone.
                key = self._library.key_of(name)
                return self.answer(key, language) if key is not None else None
            case RejectChoices():
                return self._rejection(language)
            case BrowseTopics():
                return self.browse.topics(language)
            case BrowseTopic(topic, page):
                return self.browse.topic(topic, page, language)
            case BrowsePeople():
                return self.browse.people(language)
            case BrowsePerson(person, page):
                return self.browse.person(person, page, language)
            case _:
                return None

    def _choice(self, match: Match, language: str) -> Reply:
        words = phrases(language)
        buttons = [self._button(candidate.entry_id, language, choose=True) for candidate in match.shown]
        reject = Button(words("none-of-these"), RejectChoices())
        return Reply(language, (Lead(words("choose")),), (*buttons, reject), outcome=match.outcome)

    def _abstention(self, match: Match, language: str) -> Reply:
        words = phrases(language)
        buttons = [self._button(candidate.entry_id, language, choose=False) for candidate in match.shown]
        parts = (Lead(words("abstain-near", count=len(buttons)) if buttons else words("abstain")),)
        return Reply(language, parts, (*buttons, self._browse_button(language)), outcome=match.outcome)

    def _rejection(self, language: str) -> Reply:
        parts = (Lead(phrases(language)("rejected")),)
        return Reply(language, parts, (self._browse_button(language),), outcome=Outcome.ABSTAIN)

    def _browse_button(self, language: str) -> Button:
        return Button(phrases(language)("topics-button"), BrowseTopics())

    def _button(self, entry_id: str, language: str, *, choose: bool) -> Button:
        title = self._library.title(entry_id, language)
        return Button(title, ChooseEntry(entry_id) if choose else OpenEntry(entry_id))


def _related(article: Article, entry: Entry) -> list[Entry]:
    """The entries that somebody who asked this one would ask next: close evidence, the same speaker or topic."""
    speakers = {statement.speaker for statement in entry.statements if statement.speaker}

    def closeness(other: Entry) -> float:
        shared = len(speakers & {statement.speaker for statement in other.statements})
        nearest = min(abs(mine - theirs) for mine in entry.evidence for theirs in other.evidence)
        return (other.topic == entry.topic) + shared / (1 + len(other.statements)) + 1 / (1 + nearest)

    others = [other for other in article.entries if other.id != entry.id]
    return sorted(others, key=closeness, reverse=True)[:_RELATED]
