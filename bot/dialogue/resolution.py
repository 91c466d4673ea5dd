"""The resolution of pronouns: a question with the names that "he", "they" and "there" stand for after an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue.entry_index import EntryIndex
from bot.dialogue.facet import LEADING_ON, Facet
from bot.dialogue.facet_questions import FacetQuestions
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from bot.dialogue.understood import Understood
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Entry

# A question that what went before may explain is taken so unless it is clearer by itself; of scores from 0 to 100.
_CLEARER = 5.0
# The share of the words of content that an entry has to have, to answer what a pronoun stands in.
_LEAST_KNOWN = 0.5
# Words of content from which on a question leaves nothing out.
_ENOUGH_CONTENT = 2
# The share of the first candidate's score from which on another may be meant, where the first cannot be.
_AS_NEAR = 0.7
# Words of content of a short question, and the score, 0 to 100, from which on it is clear by itself all the same.
_FEW_WORDS = 2
_CLEAR = 85.0
# Entries that may be meant beside the one that answers a question by itself.
_MOST_MEANT = 2
_OF_A_STATEMENT = frozenset({Facet.DATE, Facet.ADDRESSEE, Facet.OUTLET})


class Resolution:
    """The resolution of what questions leave out or only point to.

    Args:
        match: Matches a question as if nothing had been said before.
        entries: Of the library.
        facets: The questions for one thing about an answer.
    """

    def __init__(self, match: Callable[[Question], Match], entries: EntryIndex, facets: FacetQuestions) -> None:
        self._match = match
        self._entries = entries
        self._facets = facets

    def understood(self, each: UtteranceReading, question: Question, bare: Match, context: Entry) -> Understood | None:
        """Return a question with what it leaves out or only points to; None if it is clearer by itself.

        Args:
            each: The utterance.
            question: The same, with its settings.
            bare: The match of it by itself.
            context: The entry that was answered with.
        """
        referents = self._entries.referents(context, each.language)
        best, choice = self._best(each, question, context)
        new = [word for word in each.content if not referents.explains(word)]
        if best is not None and new and not self._entries.explains(best[0].candidates[0], new, each.language):
            best = None
        own = bare.candidates[0].score if bare.outcome is Outcome.ANSWER else 0.0
        is_whole = bool(own) and (len(new) >= _ENOUGH_CONTENT or (bool(new) and not each.names_people))
        is_same = best is not None and best[0].candidates[0].entry_id == context.key
        if is_same and _OF_A_STATEMENT & set(each.facets.kinds):
            return self._facets.understood(each, question, context)
        if best is not None and not is_whole and best[0].candidates[0].score + _CLEARER >= own:
            return Understood(IntentKind.FOLLOW_UP, best[1], best[0], each.language, entry_key=context.key)
        is_elsewhere = own and each.names_people and not is_whole
        if is_elsewhere and choice is not None and not self._entries.shares_evidence(bare.candidates[0], context):
            return Understood(IntentKind.FOLLOW_UP, choice[1], choice[0], each.language, entry_key=context.key)
        return None if own else self._facets.without_answer(each, question, context, referents)

    def offered(self, each: UtteranceReading, question: Question, bare: Match, context: Entry) -> Understood | None:
        """Return a choice between what a short question is by itself and what it is after an answer on another matter.

        Args:
            each: The utterance.
            question: The same, with its settings.
            bare: The match of it by itself.
            context: The entry that was answered with.

        Returns:
            None where the question is long or clear enough to be one of its own, or where nothing else is meant.
        """
        if bare.outcome is not Outcome.ANSWER or not 0 < len(each.content) <= _FEW_WORDS:
            return None
        [first, *_] = bare.candidates
        is_near = self._entries.shares_evidence(first, context) or self._entries.entry(first).topic == context.topic
        if is_near or first.score >= _CLEAR:
            return None
        referents = self._entries.referents(context, each.language)
        told = [word for word in each.content if self._entries.explains(first, [word], each.language)]
        new = (not referents.explains(word) and self._entries.is_rare(word, context, each.language) for word in told)
        if told and all(new):
            return None
        resolved = [self._match(replace(question, text=text)) for text in referents.resolved(each.words, each.pronouns)]
        meant = [match.candidates[0] for match in resolved if match.outcome is not Outcome.ABSTAIN]
        others = [one for one in dict.fromkeys(one.entry_id for one in meant) if one != first.entry_id]
        if not others:
            return None
        near = tuple(next(one for one in meant if one.entry_id == key) for key in others)
        match = Match(Outcome.CHOOSE, (first, *near[:_MOST_MEANT]), each.language)
        return Understood(IntentKind.FOLLOW_UP, question, match, each.language, entry_key=context.key)

    def _best(
        self, each: UtteranceReading, question: Question, context: Entry
    ) -> tuple[tuple[Match, Question] | None, tuple[Match, Question] | None]:
        """Return the first resolved question that an entry answers, and the first that there is a choice for."""
        choice = None
        # They may have talked without a word of it being told; what one of them said is told by somebody.
        is_one = each.says and "people" not in each.pronouns
        referents = self._entries.referents(context, each.language)
        for text in referents.resolved(each.words, each.pronouns):
            # Names that are put behind a question outweigh a word or two.
            is_named = not text.startswith(" ".join(each.words))
            asked = replace(question, text=text)
            match = replace(self._match(asked), language=each.language)
            if is_one:
                match = self._of_somebody(_without_repetition(self._of_somebody(match), context))
            is_repeated = match.outcome is Outcome.ANSWER and match.candidates[0].entry_id == context.key
            if (
                match.outcome is Outcome.ANSWER
                and self._is_explained(match.candidates[0], each)
                and not (each.content and not is_named and self._is_of_names_alone(match.candidates[0], each))
                and not (each.facets.kinds and set(each.facets.kinds) <= LEADING_ON and is_repeated)
                and not self._entries.is_elsewhere(match.candidates[0], each, context)
                and not (each.says and self._repeats_them(match.candidates[0], context, each))
            ):
                return (match, asked), choice
            if match.outcome is Outcome.CHOOSE and choice is None:
                choice = (match, asked)
        return None, choice

    def _is_explained(self, candidate: Candidate, each: UtteranceReading) -> bool:
        """Tell whether an entry has enough of what is asked beside the names that pronouns stand for.

        Of those names alone an entry on who somebody is has enough: "he" apart, that is not asked for.
        """
        content = each.content
        is_asked = "person" in each.pronouns and each.has_question_phrase
        if (
            not is_asked
            and self._entries.tells_identity(candidate)
            and not self._entries.explains(candidate, content, each.language)
        ):
            return False
        referents = self._entries.referents(self._entries.entry(candidate), each.language)
        known = sum(map(referents.explains, content))
        return len(content) < _ENOUGH_CONTENT or known >= _LEAST_KNOWN * len(content)

    def _is_of_names_alone(self, candidate: Candidate, each: UtteranceReading) -> bool:
        """Tell whether an entry has no word of what is asked."""
        return not self._entries.explains(candidate, each.content, each.language)

    def _of_somebody(self, match: Match) -> Match:
        """Return a match without the entries in which nobody speaks; it answers if what is left is near enough."""
        said = tuple(one for one in match.candidates if not self._entries.credits_nobody(one))
        if match.outcome is not Outcome.ANSWER or said == match.candidates:
            return match
        is_near = bool(said) and said[0].score >= _AS_NEAR * match.candidates[0].score
        return replace(match, candidates=said, outcome=Outcome.ANSWER if is_near else Outcome.ABSTAIN)

    def _repeats_them(self, candidate: Candidate, context: Entry, each: UtteranceReading) -> bool:
        """Tell whether an entry gives the words of those to whom somebody else is asked to have said something."""
        return {"person", "people"} <= set(each.pronouns) and self._entries.shares_speakers(candidate, context)


def _without_repetition(match: Match, context: Entry) -> Match:
    """Return a choice without the entry that was just answered with; an answer if one entry alone is left near."""
    left = tuple(each for each in match.candidates if each.entry_id != context.key)
    if match.outcome is not Outcome.CHOOSE or not left or left == match.candidates:
        return match
    near = [each for each in left if each.score >= _AS_NEAR * match.candidates[0].score]
    return replace(match, candidates=left, outcome=Outcome.ANSWER) if len(near) == 1 else match
