"""Questions for one thing about the answer before: who, where, when, why, what else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue.entry_index import EntryIndex
from bot.dialogue.facet import LEADING_ON, Facet
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from bot.dialogue.referents import Referents
from bot.dialogue.understood import Understood
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.matcher import Match, Outcome
from knowledge.model import Entry
from knowledge.text.utterances import utterances

# Words of content that a question may have besides its facet, and still be about the answer before.
_MOST_EXPLAINED, _MOST_UNEXPLAINED = 3, 1
# "Who … to?"
_ENGLISH_TO = "to"


class FacetQuestions:
    """The questions for one thing about an entry that was answered with.

    Args:
        match: Matches a question as if nothing had been said before.
        entries: Of the library.
    """

    def __init__(self, match: Callable[[Question], Match], entries: EntryIndex) -> None:
        self._match = match
        self._entries = entries

    def understood(self, each: UtteranceReading, question: Question, context: Entry) -> Understood:
        """Return the question for the facets in an utterance, about an entry."""
        facets = tuple(dict.fromkeys(Facet(kind) for kind in each.facets.kinds))
        if each.words[-1:] == (_ENGLISH_TO,) and {Facet.SPEAKER, Facet.IDENTITY} & set(facets):
            facets = (Facet.ADDRESSEE,)
        if Facet.OUTLET in facets and len(each.question_phrases) <= 1:
            # "Who" in "relayed by whom" asks for no speaker.
            facets = tuple(facet for facet in facets if facet is not Facet.SPEAKER)
        if not set(facets) <= LEADING_ON:
            facets = tuple(facet for facet in facets if facet not in LEADING_ON)
        if Facet.IDENTITY in facets and not each.asks_who_somebody_is:
            facets = (Facet.SPEAKER,)
        if Facet.IDENTITY in facets:
            return self._identity(each, question, context)
        leading = next((facet for facet in (Facet.OTHERS, Facet.ELSE) if facet in facets), None)
        if leading is not None:
            facets = (leading,)
        return Understood(IntentKind.FOLLOW_UP, question, None, each.language, facets=facets, entry_key=context.key)

    def among_words(
        self, each: UtteranceReading, question: Question, bare: Match, context: Entry, referents: Referents
    ) -> Understood | None:
        """Return the question for the facets of an utterance with a few other words; None if it asks something else.

        Args:
            each: The utterance.
            question: The same, with its settings.
            bare: The match of it by itself.
            context: The entry.
            referents: Of the entry.
        """
        facets = set(each.facets.kinds) - LEADING_ON
        if not facets:
            return None
        rest = each.beside_facets
        unexplained = [word for word in rest if not referents.explains(word)]
        if Facet.REASON in facets:
            answers = bare.outcome is Outcome.ANSWER and self._entries.gives_reasons(bare.candidates[0], context)
            return None if answers else self.understood(each, question, context)
        if facets == {Facet.OUTLET} and len(rest) <= _MOST_UNEXPLAINED and bare.outcome is Outcome.ANSWER:
            # An entry on an outlet tells what it relays; asked after an answer, an outlet is that answer's.
            relays = self._entries.shares_evidence(bare.candidates[0], context)
            return None if relays else self.understood(each, question, context)
        if Facet.QUOTE in facets and len(rest) <= _MOST_EXPLAINED:
            return self.understood(each, question, context)
        if "matter" in each.pronouns and len(rest) <= _MOST_UNEXPLAINED and len(unexplained) <= _MOST_UNEXPLAINED:
            return self.understood(each, question, context)
        return None

    def without_answer(
        self, each: UtteranceReading, question: Question, context: Entry, referents: Referents
    ) -> Understood | None:
        """Return the question for the facets of an utterance that no entry answers by itself; None for too many words.

        Args:
            each: The utterance.
            question: The same, with its settings.
            context: The entry.
            referents: Of the entry.
        """
        rest = each.beside_facets
        unexplained = [word for word in rest if not referents.explains(word)]
        may_be_said = not rest or Facet.SPEAKER not in each.facets.kinds
        if rest and set(each.facets.kinds) == {Facet.SPEAKER} and each.genders:
            # "Who agrees with him?" asks for anybody but him.
            nothing = Match(Outcome.ABSTAIN, (), each.language)
            return Understood(IntentKind.FOLLOW_UP, question, nothing, each.language, entry_key=context.key)
        if each.facets.kinds and may_be_said and len(rest) <= _MOST_EXPLAINED and len(unexplained) <= _MOST_UNEXPLAINED:
            return self.understood(each, question, context)
        return None

    def _identity(self, each: UtteranceReading, question: Question, context: Entry) -> Understood:
        """Return the question who somebody is, of the first whom the entry is about and whom the article tells of."""
        asked = utterances(each.language).who_is
        for name in self._entries.referents(context, each.language).names:
            resolved = replace(question, text=asked.format(name))
            match = replace(self._match(resolved), language=each.language)
            if match.outcome is Outcome.ANSWER:
                return Understood(IntentKind.FOLLOW_UP, resolved, match, each.language, entry_key=context.key)
        return Understood(
            IntentKind.FOLLOW_UP, question, None, each.language, facets=(Facet.SPEAKER,), entry_key=context.key
        )
