"""The look-up of the message that an utterance stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialogue.entry_index import EntryIndex
from bot.dialogue.facet_questions import FacetQuestions
from bot.dialogue.intent import IntentKind, readings, sign_of
from bot.dialogue.question import Question
from bot.dialogue.understood import Understood
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.library import Library
from knowledge.matcher import Match, Outcome
from knowledge.text.marks import DIALOGUE_DASHES, DOUBLE_MARKS
from knowledge.text.tokens import tokenizer

# The share of the first candidate's score from which on another may be meant as well.
_NEAR = 0.5
# Words beside the pointing ones that may stand in neither message, and still point.
_MOST_ASIDE = 2
_CLAUSES = re.compile(rf"[,;:.!?…(){DOUBLE_MARKS}{DIALOGUE_DASHES}]+|\s(?:et|and|и|й|і|та|але|но|mais|but|а)\s")


class LookUp:
    """The look-ups of messages that utterances stand under.

    Args:
        library: The articles.
        match: Matches a question as if nothing had been said before.
        entries: Of the library.
        facets: The questions for one thing about an answer.
    """

    def __init__(
        self, library: Library, match: Callable[[Question], Match], entries: EntryIndex, facets: FacetQuestions
    ) -> None:
        self._library = library
        self._match = match
        self._entries = entries
        self._facets = facets

    def understood(self, question: Question, each: UtteranceReading) -> Understood:
        """Look up the message above, to which words only point; without a match where that message says nothing.

        Args:
            question: The words.
            each: The same as they are read.
        """
        details = each.pointing.kinds or each.facets.kinds
        if _says_nothing(question.about):
            return Understood(IntentKind.POINTING, question, None, each.language, details)
        above = replace(question, text=question.about)
        return Understood(IntentKind.POINTING, above, self.match_claim(above), None, details, is_lookup=True)

    def match_claim(self, question: Question) -> Match:
        """Match a claim; a choice becomes an answer if its best entries share their evidence.

        Args:
            question: The claim.

        Returns:
            An answer with the first entry, if each candidate with at least half of its score shares a sentence of the
            article with it; else the match as it is.
        """
        match = self._match(question)
        if match.outcome is not Outcome.CHOOSE:
            return match
        first = match.candidates[0]
        near = [each for each in match.candidates if each.score >= _NEAR * first.score]
        context = self._entries.entry(first)
        is_one = all(self._entries.shares_evidence(each, context) for each in near)
        return replace(match, outcome=Outcome.ANSWER) if is_one else match

    def narrowed(self, read: Sequence[UtteranceReading], question: Question) -> Understood | None:
        """Return the look-up of that part of the message above which the words beside the pointing ones are about.

        Args:
            read: The readings of the words.
            question: The words.

        Returns:
            None if no word points, or if the words are a question of their own.
        """
        pointing = (each for each in read if each.pointing.kinds)
        found = (self._narrowed(each, question) for each in pointing)
        return next((each for each in found if each is not None), None)

    def _narrowed(self, each: UtteranceReading, question: Question) -> Understood | None:
        own = [word for word in each.pointing.uncovered if not each.is_function(word)]
        if not own:
            return self.understood(question, each)
        clause = self._clause(own, question.about, each.language)
        if clause is not None:
            narrow = replace(question, text=clause)
            match = self._match_of_clause(narrow, own, each.language)
            return Understood(IntentKind.POINTING, narrow, match, None, each.pointing.kinds, is_lookup=True)
        whole = self.match_claim(replace(question, text=question.about))
        if whole.outcome is Outcome.ANSWER:
            if each.facets.kinds and len(each.facets.uncovered) <= _MOST_ASIDE:
                return self._facets.understood(each, question, self._entries.entry(whole.candidates[0]))
            return self.understood(question, each)
        bare = self._match(question)
        is_own = bare.outcome is Outcome.ANSWER and self._entries.explains(bare.candidates[0], own, each.language)
        return self.understood(question, each) if not is_own and len(own) <= _MOST_ASIDE else None

    def _clause(self, own: Sequence[str], text: str, language: str) -> str | None:
        """Return the clause that has the most of some words; None if none has any."""
        clauses = [clause for clause in _CLAUSES.split(text) if clause and clause.strip()]
        shared = {clause: self._shared(own, clause, language) for clause in clauses}
        best = max(clauses, key=lambda clause: shared[clause], default="")
        return best if best and shared[best] else None

    def _match_of_clause(self, narrow: Question, own: Sequence[str], language: str) -> Match:
        """Match a clause, with the names of its message where it says too little; no answer has none of the words."""
        match = self.match_claim(narrow)
        if match.outcome is not Outcome.ANSWER:
            names = " ".join(self._names(narrow.about, language))
            match = self.match_claim(replace(narrow, text=f"{narrow.text} {names}"))
        if match.outcome is Outcome.ANSWER and not self._entries.explains(match.candidates[0], own, language):
            return replace(match, outcome=Outcome.ABSTAIN)
        return match

    def _shared(self, own: Sequence[str], clause: str, language: str) -> int:
        """Count the words that a clause has in any form."""
        reader = tokenizer(language)
        stems = {token.stem for token in reader.tokens(reader.words(clause))}
        return sum(token.stem in stems for token in reader.tokens(own))

    def _names(self, text: str, language: str) -> list[str]:
        """Return the names in a text as they are written there."""
        reader = tokenizer(language)
        words = reader.words(text)
        found = self._library.lexicon.concepts_in(reader.tokens(words), language)
        return [" ".join(words[each.start : each.end]) for each in found if each.value.is_name]


def _says_nothing(text: str) -> bool:
    """Tell whether a message is courtesy, or itself only points to another one."""
    return sign_of(text) is not None or any(
        each.courtesy.is_complete or each.pointing.is_complete or each.facets.is_complete for each in readings(text)
    )
