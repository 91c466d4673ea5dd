"""The counterpart: "and Zelensky?" after an answer, as its question with that name in the place of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialogue.entry_index import EntryIndex
from bot.dialogue.facet import LEADING_ON, Facet
from bot.dialogue.facet_questions import FacetQuestions
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from bot.dialogue.referents import Referents
from bot.dialogue.understood import Understood
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.library import Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Entry
from knowledge.text.tokens import tokenizer
from knowledge.text.utterances import utterances

# Words that may stand beside the name.
_MOST_WORDS = 3
# What is asked about an event or a statement as a whole.
_OF_AN_EVENT = frozenset({Facet.DATE, Facet.VENUE, Facet.OUTLET, Facet.QUOTE})
# The share of the words of a question with another name that an entry has to have, to be about the same.
_EXPLAINED = 0.5
# The share of the best score from which on an entry is offered beside it, and the fewest that are a choice.
_NEAR, _FEWEST_OFFERED = 0.5, 2
# The score of what is certain, 0 to 100.
_CERTAIN = 100.0


class Counterpart:
    """The counterparts of those whom answers are about.

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

    def understood(self, each: UtteranceReading, question: Question, bare: Match, context: Entry) -> Understood | None:
        """Interpret an utterance that names somebody after an answer; None if it is a question of its own.

        Args:
            each: The utterance.
            question: The same, with its settings.
            bare: The match of it by itself.
            context: The entry that was answered with.
        """
        referents = self._entries.referents(context, each.language)
        named = referents.named_in(" ".join(each.words))
        content = [word for word in each.content if not referents.named_in(word)]
        leads_on = each.facets.kinds and set(each.facets.kinds) <= LEADING_ON
        if leads_on and set(named) <= {one.speaker for one in context.statements}:
            return self._facets.understood(each, question, context)
        is_answered = bare.outcome is Outcome.ANSWER
        if not is_answered and self._asks_of_the_same(each, named, content, referents):
            return self._facets.understood(each, question, context)
        if is_answered and self._asks_in_vain(each, content, bare.candidates[0]):
            return unanswered_follow_up(each, question, bare, context)
        if is_answered and content and each.has_question_phrase:
            return None
        return self._replaced(each, question, bare, context, referents)

    def offered(self, each: UtteranceReading, question: Question, bare: Match, context: Entry) -> Understood | None:
        """Offer what there is about a place or a body that no answer is credited to, as in "and Moscow?".

        Nobody says that the answer before has anything to do with it.

        Args:
            each: The utterance.
            question: The same, with its settings.
            bare: The match of it by itself.
            context: The entry that was answered with.

        Returns:
            None if anything else is asked for, or if only one entry is near.
        """
        if not each.starts_with_counterpart or len(each.content) != 1 or each.facets.kinds or each.says:
            return None
        if not self._entries.is_proper(each.content[0], context, each.language):
            return None
        first = bare.candidates[0] if bare.outcome is Outcome.ANSWER else None
        if first is not None and first.entry_id != context.key and self._entries.shares_matter(first, context):
            return Understood(IntentKind.FOLLOW_UP, question, bare, each.language, entry_key=context.key)
        near = tuple(one for one in bare.shown_candidates if one.score >= _NEAR * bare.candidates[0].score)
        if bare.outcome is Outcome.ABSTAIN or len(bare.candidates) < _FEWEST_OFFERED:
            return unanswered_follow_up(each, question, bare, context)
        offered = near if len(near) >= _FEWEST_OFFERED else bare.candidates[:_FEWEST_OFFERED]
        match = replace(bare, outcome=Outcome.CHOOSE, candidates=offered)
        return Understood(IntentKind.FOLLOW_UP, question, match, each.language, entry_key=context.key)

    def asks_for_words_of_nobody(self, each: UtteranceReading) -> bool:
        """Tell whether somebody is asked about, as in "and Europe, what does it say?", whom no article knows."""
        content = each.content
        if not each.starts_with_counterpart or len(content) != 1 or not each.says:
            return False
        words = [word for word in each.words[each.starts_with_counterpart :] if len(word) > 1]
        kinds = utterances(each.language).pronouns
        # French takes up a name with a pronoun right behind it.
        behind = [kinds.get((word,)) for word in words[2 if each.language == "fr" else 1 :]]
        return words[:1] == content and not {"person", "people"} & set(behind)

    def _asks_of_the_same(
        self, each: UtteranceReading, named: Sequence[str], content: Sequence[str], referents: Referents
    ) -> bool:
        """Tell whether one thing is asked about the answer before, in words and with names that all stand in it."""
        return (
            bool(_OF_AN_EVENT & set(each.facets.kinds))
            and set(named) <= set(referents.identifiers)
            and all(map(referents.explains, content))
        )

    def _asks_in_vain(self, each: UtteranceReading, content: Sequence[str], candidate: Candidate) -> bool:
        """Tell whether somebody else's view of what went before is asked for, and an entry says nothing of it."""
        return (
            bool(each.starts_with_counterpart and each.pronouns and content)
            and not each.says
            and not self._entries.explains(candidate, content, each.language)
        )

    def _replaced(
        self, each: UtteranceReading, question: Question, bare: Match, context: Entry, referents: Referents
    ) -> Understood | None:
        """Return the last question with another name in its place, if the words are little but that name."""
        words = each.words[each.starts_with_counterpart :]
        tokens = tokenizer(each.language).tokens(words)
        lexicon = self._library.models[context.article].lexicon
        found = [one for one in lexicon.concepts_in(tokens, each.language) if one.value.is_name]
        if len(found) != 1:
            return None
        [named] = found
        rest = _beside(each, [*words[: named.start], *words[named.end :]])
        if len(rest) > (_MOST_WORDS if each.starts_with_counterpart else 0):
            return None
        if rest and any(not (referents.explains(word) or each.is_saying(word)) for word in rest):
            return None
        name, identifier = " ".join(words[named.start : named.end]), named.value.id
        best = self._best(name, identifier, each, question, context)
        if best is not None:
            return Understood(IntentKind.FOLLOW_UP, best[1], best[0], each.language, entry_key=context.key)
        if self._stands(each, bare, rest, identifier) and "matter" not in each.pronouns and each.has_question_phrase:
            return None
        if not rest and not each.says and referents.stands_alone(identifier):
            same = Match(Outcome.ANSWER, (Candidate(context.key, _CERTAIN),), each.language)
            return Understood(IntentKind.FOLLOW_UP, question, same, each.language, entry_key=context.key)
        # The bare name is offered what there is about it.
        return unanswered_follow_up(each, question, bare, context)

    def _stands(self, each: UtteranceReading, bare: Match, rest: Sequence[str], identifier: str) -> bool:
        """Tell whether a question with a name stands by itself.

        Whoever is asked for words of their own has to have said something.
        """
        if bare.outcome is not Outcome.ANSWER:
            return True
        return self._entries.credits(bare.candidates[0], identifier) if each.says else bool(rest)

    def _best(
        self, name: str, identifier: str, each: UtteranceReading, question: Question, context: Entry
    ) -> tuple[Match, Question] | None:
        """Match the question of an entry with another name in it; return the best match that is about that name.

        Args:
            name: As it is typed.
            identifier: The person or outlet that it names.
            each: The utterance.
            question: The same, with its settings.
            context: The entry.
        """
        best: tuple[Match, Question] | None = None
        same: tuple[Match, Question] | None = None
        referents = self._entries.referents(context, each.language)
        speakers = {one.speaker for one in context.statements}
        for text, replaced in referents.with_counterpart(name):
            asked = replace(question, text=text)
            match = replace(self._match(asked), language=each.language)
            if match.outcome is Outcome.ABSTAIN:
                continue
            match = self._beside_repetition(match, context)
            first = match.candidates[0]
            is_repeated = first.entry_id == context.key and not referents.stands_alone(identifier)
            if is_repeated or (each.says and not self._entries.credits(first, identifier)):
                continue
            is_told = self._tells(first, identifier, each, text, is_said=replaced in speakers)
            # What somebody said to one, or of one, is not told of another by what nobody says.
            is_report = self._entries.credits_nobody(first) and bool(speakers - {replaced, None})
            if not is_told or is_report:
                continue
            if first.entry_id == context.key:
                same = same or (match, asked)
            elif best is None or first.score > best[0].candidates[0].score:
                best = (match, asked)
        return best or same

    def _beside_repetition(self, match: Match, context: Entry) -> Match:
        """Return a match with the next candidate first where the first is the entry before, and another is near."""
        first, *others = match.candidates
        if first.entry_id != context.key:
            return match
        near = [one for one in others if one.score >= _NEAR * first.score]
        return replace(match, outcome=Outcome.ANSWER, candidates=tuple(near)) if near else match

    def _tells(
        self, candidate: Candidate, identifier: str, each: UtteranceReading, text: str, *, is_said: bool
    ) -> bool:
        """Tell whether an entry is about somebody, and about what a question with their name asks.

        Args:
            candidate: The entry.
            identifier: The person or outlet.
            each: The utterance.
            text: The question.
            is_said: True if the entry before is about something that was said: then they have to have said something.
        """
        entry = self._entries.entry(candidate)
        referents = self._entries.referents(entry, each.language)
        if referents.explained(text) < _EXPLAINED or not referents.has_names_of(text, identifier):
            return False
        if not self._entries.has_notions_of(candidate, text, each.language):
            return False
        if self._entries.credits(candidate, identifier):
            return True
        served = self._library.article_of(entry).served_language(each.language)
        return not is_said and identifier in referents.named_in(f"{entry.title(served)} {entry.answers[served]}")


def unanswered_follow_up(each: UtteranceReading, question: Question, bare: Match, context: Entry) -> Understood:
    """Interpret an utterance as a question about the answer before to which no entry is the answer.

    Args:
        each: The utterance.
        question: The same, with its settings.
        bare: The match of it by itself, whose candidates are the nearest entries.
        context: The entry that was answered with.
    """
    match = Match(Outcome.ABSTAIN, bare.candidates, bare.language or each.language, bare.plausible)
    return Understood(IntentKind.FOLLOW_UP, question, match, each.language, entry_key=context.key)


def _beside(each: UtteranceReading, words: Sequence[str]) -> list[str]:
    """Return the words that say something beside a name."""
    tables = utterances(each.language)
    return [
        word
        for word in words
        if not each.is_function(word) and word not in tables.fillers and (word,) not in tables.pronouns
    ]
