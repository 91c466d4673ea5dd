"""Statements: who says what in an article, how, where and through which outlet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from knowledge.drafting.cues import find_cues
from knowledge.drafting.entities import Entities
from knowledge.drafting.joining import joined
from knowledge.drafting.languages import grammar
from knowledge.drafting.loose_quotations import LooseQuotationReader
from knowledge.drafting.page import Page
from knowledge.drafting.phrases import begins_phrase, phrase_end, segments, with_apposition
from knowledge.drafting.quoted_passage import PassageState, placed
from knowledge.drafting.relays import relays
from knowledge.drafting.reports import ReportReader
from knowledge.drafting.sources import SourceReader
from knowledge.drafting.speeches import SpeechReader
from knowledge.drafting.statement import FoundStatement, ReadArticle

SentenceProgress: TypeAlias = Callable[[int, int], None]


def read_statements(text: str, language: str, progress: SentenceProgress | None = None) -> ReadArticle:
    """Find the statements in an article.

    Args:
        text: The article; a line of its own is a paragraph.
        language: ISO 639-1 code of a served language.
        progress: Called with the number of sentences that are read, and of those that there are.
    """
    page = joined(Page.of(text, language), grammar(language))
    entities = Entities(page, grammar(language))
    return ReadArticle(page, entities, _Reader(page, entities).statements(progress))


class _Reader(SpeechReader, SourceReader, ReportReader, LooseQuotationReader):
    """One reading of a page."""

    def statements(self, progress: SentenceProgress | None) -> tuple[FoundStatement, ...]:
        for index in range(len(self._page.passages)):
            self._read(index)
            if progress is not None:
                progress(index + 1, len(self._page.passages))
        self._resolve_headings()
        return tuple(sorted(self._statements, key=lambda each: each.content))

    def _read(self, index: int) -> None:
        passage = self._page.passages[index]
        words = passage.words
        state = PassageState(index, passage, words, placed(passage), list(find_cues(words, self._known)))
        if self._goes_on(state):
            return
        self._speeches(state)
        self._as_said(state)
        self._sources(state)
        self._reports(state)
        self._alone(state)
        if not state.found:
            self._note_subject(state)
        self._outlets.extend(each.name for each in relays(state.words, 0, len(state.words), self._entities, index))
        for each in sorted(state.found, key=lambda each: each.content):
            self._statements.append(self._continued(each, state))
            if each.entity is not None:
                self._references.presence.mention(index, each.entity)

    def _note_subject(self, state: PassageState) -> None:
        """Remember whom a sentence without statements is about."""
        if not state.words:
            return
        found = self._first_phrase(state)
        reference = self._references.resolve(state.index, *found) if found is not None else None
        if reference is None or not (reference.entity.is_person or reference.entity.has_name):
            named = [
                each for each, _ in self._entities.at(state.index, 0, len(state.words)) if each.is_person is not False
            ]
            if len(dict.fromkeys(map(id, named))) == 1:
                self._references.presence.mention(state.index, named[0])
                return
        if (
            reference is not None
            and reference.certain
            and (reference.entity.has_name or reference.entity.is_person or self._is_organisation(reference.entity))
        ):
            self._references.presence.mention(state.index, reference.entity)

    def _first_phrase(self, state: PassageState) -> tuple[int, int] | None:
        words = state.words
        for first, last in segments(words, 0, len(words)):
            if begins_phrase(words, first, self._known) and words[first].lower not in self._known.prepositions - set(
                self._known.articles
            ):
                end = phrase_end(words, first, self._known)
                return first, with_apposition(words, end, self._known)
            clock = not any(each.text.isalpha() for each in words[first:last])
            if not (clock or words[first].lower in self._known.prepositions or words[first].lower in self._known.times):
                return None
        return None

    def _continued(self, statement: FoundStatement, state: PassageState) -> FoundStatement:
        """Carry outlet and venue over to a direct continuation of the same speech."""
        if not self._statements or statement.entity is None:
            return statement
        previous = self._statements[-1]
        if previous.entity is not statement.entity:
            return statement
        there = self._page.passage(previous.sentence)
        same_paragraph = there.paragraph == state.passage.paragraph
        follows = previous.sentence >= state.passage.number - 1 and not there.is_heading
        if not (same_paragraph or follows):
            return statement
        new_venue = statement.venue is not None
        outlet = statement.outlet or (previous.outlet if same_paragraph and not new_venue else None)
        return replace(
            statement, outlet=outlet, venue=statement.venue or (previous.venue if same_paragraph or follows else None)
        )
