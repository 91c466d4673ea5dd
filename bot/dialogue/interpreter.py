"""The interpreter: from an utterance, and what was said before it, to what is to be answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from bot.dialogue.counterpart import Counterpart, unanswered_follow_up
from bot.dialogue.entry_index import EntryIndex
from bot.dialogue.facet import LEADING_ON, Facet
from bot.dialogue.facet_questions import FacetQuestions
from bot.dialogue.intent import IntentKind, readings, sign_of
from bot.dialogue.look_up import LookUp
from bot.dialogue.loose_courtesy import asks_nothing, goes_on, is_courtesy, loose_courtesy
from bot.dialogue.question import Question
from bot.dialogue.resolution import Resolution
from bot.dialogue.spoken_language import spoken_language
from bot.dialogue.stance import asks_for_an_opinion, asks_who_is_right
from bot.dialogue.understood import NOBODY_MEANT, Understood
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.library import Library
from knowledge.matcher import Match, Outcome
from knowledge.model import Entry
from knowledge.text.question_detection import begins_as_a_question, word_count
from knowledge.text.utterances import utterances

CONTEXT_SECONDS = 15 * 60
"""Seconds within which an utterance in private goes on from the last answer, by Telegram's clock."""
MOST_ANSWERS = 3
"""The most questions of one message that are answered."""
# Of what one message asks, so much is read: a long one would hold everybody up.
_MOST_PARTS = 6
# The score of a variant typed as it stands, 0 to 100.
_VERBATIM = 100.0
# Words of courtesy and fillers before a question, and the fewest words of that question.
_MOST_LEADING, _FEWEST_LEFT = 4, 3
# Words that say nothing to the bot under another message: that one is meant.
_MOST_POINTING = 5
# Words of content from which on a question that is answered by itself needs nobody for its pronoun.
_WHOLE = 2
# What is asked about words, which "she" may be in most languages.
_OF_WORDS = frozenset({Facet.SPEAKER, Facet.OUTLET, Facet.QUOTE})
_ENGLISH = "en"
# Words of each of several questions; fewer only go on.
_FEWEST_WORDS = 3
_DOUBTING = frozenset({"reaction", "insult"})
_PARTS = re.compile(r"(?<=[?？])\s*|\n+|(?<=[.!…;])\s+")
_LEADING = re.compile(r"\s*([^,.!;:?\n]{1,30})[,.!;:]+\s+(\S.*)", re.DOTALL)


def may_go_on(text: str) -> bool:
    """Tell whether an utterance may go on from what was said before, so that it is worth looking up.

    All that is short may: what leaves something out has few words.
    """
    return any(True for _ in readings(text))


class Interpreter:
    """An interpreter of what is said to a library.

    Args:
        library: The articles.
        match: Matches a question as if nothing had been said before.
    """

    def __init__(self, library: Library, match: Callable[[Question], Match]) -> None:
        self._library = library
        self._match = match
        self._entries = EntryIndex(library)
        self._facets = FacetQuestions(match, self._entries)
        self._look_up = LookUp(library, match, self._entries, self._facets)
        self._counterpart = Counterpart(library, match, self._entries, self._facets)
        self._resolution = Resolution(match, self._entries, self._facets)

    def understand(self, question: Question, preferred: str | None = None) -> Understood:
        """Return what an utterance is, and what is to be answered.

        Args:
            question: The utterance, with what it stands under and what was answered before.
            preferred: The language that is likely where words are of several, as ISO 639-1 code.
        """
        understood = self._understood(question, preferred)
        return understood if understood.parts else replace(understood, typed_text=question.text)

    def _understood(self, question: Question, preferred: str | None) -> Understood:
        text = self._library.clean(question.text) or question.text
        sign = sign_of(question.text)
        if sign is not None:
            return Understood(IntentKind.COURTESY, question, details=(sign,))
        read = tuple(readings(text, preferred))
        context = self._context(question)
        listed = self._listed(read, question, context)
        if listed is not None:
            return listed
        several = self._several(text, question, preferred)
        if several is not None:
            return several
        if question.about:
            looked_up = self._look_up.narrowed(read, question)
            if looked_up is not None:
                return looked_up
        question, bare = self._without_courtesy(question)
        followed = self._followed(read, question, bare, context) if context is not None else None
        if followed is not None:
            return followed
        courtesy = loose_courtesy(self._library, read, question, bare)
        if courtesy is not None:
            return courtesy
        if bare.outcome is Outcome.ABSTAIN and question.about and word_count(question.text) <= _MOST_POINTING:
            above = replace(question, text=question.about)
            return Understood(IntentKind.POINTING, above, self._look_up.match_claim(above), is_lookup=True)
        return Understood(IntentKind.QUESTION, question, bare)

    def is_courtesy(self, question: Question) -> bool:
        """Tell whether words are nothing but courtesy, or ask for a language, by closed lists alone."""
        if sign_of(question.text) is not None:
            return True
        doubts = "?" in question.text and bool(question.about or question.after)
        if question.about and any(each.pointing.is_complete for each in readings(question.text)):
            # It is about the message above, and looks that up.
            return False
        read = tuple(readings(question.text))
        if any(asks_for_an_opinion(each, self._library.lexicon) for each in read) and not self._is_variant(question):
            return not question.about
        explains = any(map(_asks_to_explain, read))
        return any(
            each.asks_for_a_language
            or (each.courtesy.is_complete and not explains and not doubts and "help" not in each.courtesy.kinds)
            for each in read
        )

    def _listed(self, read: Sequence[UtteranceReading], question: Question, context: Entry | None) -> Understood | None:
        """Return what closed lists tell; None where they leave a word over."""
        # The "no" and "understood" of "not understood" are no courtesy.
        courtesy = () if any(map(_asks_to_explain, read)) else (self._courtesy,)
        about_the_bot = (self._opinion, *courtesy, self._about_the_bot)
        about_the_article = (self._pointed_up, self._judged, self._card, self._publishing_or_facet, self._pointed_back)
        # Of two languages that share words, the one whose phrases cover more of them is spoken.
        closest = sorted(read, key=lambda each: min(len(each.facets.free_words), len(each.pointing.free_words)))
        steps = [*product(about_the_bot, read), *product(about_the_article, closest)]
        found = (step(each, question, context) for step, each in steps)
        return next((each for each in found if each is not None), None)

    def _courtesy(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return courtesy, or a wish for a language; doubt under another message, or after an answer, points to it."""
        asks = "?" in question.text
        if context is not None and each.names_people:
            # "And his name?" is no question about the bot's.
            return None
        if context is not None and each.facets.is_complete and LEADING_ON.issuperset(each.facets.kinds):
            # "Please" beside "more" is no reaction.
            return None
        if each.courtesy.is_complete and not goes_on(each, question):
            points = asks or each.pointing.is_complete
            is_doubt = set(each.courtesy.kinds) <= _DOUBTING or each.pointing.is_complete or len(each.words) == 1
            if points and question.about and is_doubt:
                return self._look_up.understood(question, each)
            if not (asks and each.pointing.is_complete and (question.about or context is not None)):
                return Understood(IntentKind.COURTESY, question, None, each.language, each.courtesy.kinds)
        if each.asks_for_a_language and not goes_on(each, question):
            return Understood(IntentKind.LANGUAGE, question, None, each.language)
        return None

    def _about_the_bot(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return a question about the bot, or whoever made it, in words that say nothing else."""
        if context is not None or not each.about_the_bot.is_complete or self._is_variant(question):
            return None
        return Understood(IntentKind.COURTESY, question, None, each.language, each.about_the_bot.kinds)

    def _opinion(self, each: UtteranceReading, question: Question, _: Entry | None) -> Understood | None:
        """Return a question for an opinion of the bot, which has none; under another message it points to that."""
        if not asks_for_an_opinion(each, self._library.lexicon) or self._is_variant(question):
            return None
        if question.about:
            return self._look_up.understood(question, each)
        return Understood(IntentKind.COURTESY, question, None, each.language, ("opinion",))

    def _judged(self, each: UtteranceReading, question: Question, _: Entry | None) -> Understood | None:
        """Return a question for who is right or has won, which no entry answers that does not ask that very thing."""
        if not asks_who_is_right(each, self._library.lexicon) or self._is_variant(question):
            return None
        return Understood(IntentKind.QUESTION, question, Match(Outcome.ABSTAIN, (), each.language), each.language)

    def _pointed_up(self, each: UtteranceReading, question: Question, _: Entry | None) -> Understood | None:
        """Return the look-up of the message above that words only point to."""
        asks_who = each.facets.is_complete and set(each.facets.kinds) <= {Facet.SPEAKER, Facet.OUTLET, Facet.QUOTE}
        if question.about and (each.pointing.is_complete or asks_who):
            return self._look_up.understood(question, each)
        return None

    def _card(self, each: UtteranceReading, question: Question, _: Entry | None) -> Understood | None:
        """Return a question about the article itself, asked in a phrase for that."""
        if not each.is_certainly_card:
            return None
        return Understood(IntentKind.CARD, question, None, each.language, each.card.kinds)

    def _publishing_or_facet(
        self, each: UtteranceReading, question: Question, context: Entry | None
    ) -> Understood | None:
        """Return a question about the answer before, else about the article itself; without an answer the other way."""
        steps = (self._publishing, self._facet) if context is None else (self._facet, self._publishing)
        return steps[0](each, question, context) or steps[1](each, question, context)

    def _publishing(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return a question about the article itself, asked in words of writing and publishing."""
        is_of_somebody = context is not None and each.names_people
        if not each.card.is_complete or is_of_somebody or self._is_variant(question):
            return None
        return Understood(IntentKind.CARD, question, None, each.language, each.card.kinds)

    def _facet(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return a question about the answer before, in words that say nothing else; it may be about nothing."""
        if not each.facets.is_complete:
            return None
        if context is not None:
            if self._means_nobody(each, context, is_listed=True):
                return _nobody(each, question)
            return self._words_of(each, question, context) or self._facets.understood(each, question, context)
        if each.speaks_to_the_bot:
            return Understood(IntentKind.COURTESY, question, None, each.language, ("bot",))
        if self._is_variant(question):
            return None
        if set(each.facets.kinds) == {Facet.DATE} and set(each.words) & utterances(each.language).reading:
            return Understood(IntentKind.CARD, question, None, each.language, ("published",))
        return Understood(IntentKind.FOLLOW_UP, question, None, each.language)

    def _words_of(self, each: UtteranceReading, question: Question, context: Entry) -> Understood | None:
        """Return "and what did he say" as a question for the words of somebody of whom none were told yet, or None.

        Neither were those of them of whom it is asked what they said to him.
        """
        is_said = "person" in each.pronouns and each.says
        is_more = set(each.facets.kinds) == {Facet.MORE}
        is_told = any(one.speaker for one in context.statements) and "people" not in each.pronouns
        if not is_said or not is_more or is_told:
            return None
        nothing = Match(Outcome.ABSTAIN, (), each.language)
        found = self._resolution.understood(each, question, nothing, context)
        if {"person", "people"} <= set(each.pronouns) and (found is None or found.match is None):
            return Understood(IntentKind.FOLLOW_UP, question, nothing, each.language, entry_key=context.key)
        return found

    def _pointed_back(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return what only points, to the answer before or to nothing."""
        if not each.pointing.is_complete or (context is None and self._is_answered(question, each)):
            return None
        key = context.key if context is not None else None
        return Understood(IntentKind.POINTING, question, None, each.language, each.pointing.kinds, entry_key=key)

    def _is_answered(self, question: Question, each: UtteranceReading) -> bool:
        """Tell whether the words that ask about the article itself are, by chance, a question that it answers."""
        match = self._match(question)
        return match.outcome is Outcome.ANSWER and (match.language in (None, each.language))

    def _is_variant(self, question: Question) -> bool:
        """Tell whether the words are a variant of an entry as they stand."""
        match = self._match(question)
        return match.outcome is Outcome.ANSWER and match.candidates[0].score >= _VERBATIM

    def _context(self, question: Question) -> Entry | None:
        """Return the entry that was answered with before, or that the message above comes to."""
        if question.about:
            match = self._match(replace(question, text=question.about))
            if match.outcome is Outcome.ANSWER:
                return self._entries.entry(match.candidates[0])
        if not question.after:
            return None
        key = self._library.key_of(question.after)
        return None if key is None else self._library.entries[key]

    def _followed(
        self, read: Sequence[UtteranceReading], question: Question, bare: Match, context: Entry
    ) -> Understood | None:
        """Return what a question is after an answer; None if it is one of its own."""
        if not read or (bare.outcome is Outcome.ANSWER and bare.candidates[0].score >= _VERBATIM):
            return None
        spoken = spoken_language(question.text, bare.language, question.spoken)
        likely = [spoken, *bare.plausible]
        each = min(read, key=lambda each: likely.index(each.language) if each.language in likely else len(likely))
        followed = self._after(each, question, bare, context)
        is_of_both = "people" in each.pronouns and self._entries.referents(context, each.language).are_several
        if (
            each.asks_for_a_response
            and not is_of_both
            and not self._responds(followed.match if followed else bare, context)
        ):
            return unanswered_follow_up(each, question, bare, context)
        return followed

    def _responds(self, match: Match | None, context: Entry) -> bool:
        """Tell whether an answer may be what somebody makes of another: it is on the same matter."""
        if match is None or match.outcome is not Outcome.ANSWER:
            return True
        first = match.candidates[0]
        entry = self._entries.entry(first)
        is_near = entry.topic == context.topic or self._entries.shares_evidence(first, context)
        article = self._library.article_of(context)
        return is_near or self._entries.has_notions_of(first, context.answers[article.language], article.language)

    def _after(self, each: UtteranceReading, question: Question, bare: Match, context: Entry) -> Understood | None:
        """Return what a reading is after an answer; None if it is a question of its own."""
        referents = self._entries.referents(context, each.language)
        if referents.named_in(" ".join(each.words)):
            return self._counterpart.understood(each, question, bare, context)
        is_whole = bare.outcome is Outcome.ANSWER and len(each.content) >= _WHOLE
        if self._means_nobody(each, context) and not is_whole:
            return _nobody(each, question)
        if not all(map(referents.has_somebody, each.genders)):
            # A thing of that gender is meant.
            each = replace(each, pronouns=tuple("matter" if kind == "person" else kind for kind in each.pronouns))
        if self._counterpart.asks_for_words_of_nobody(each):
            return unanswered_follow_up(each, question, bare, context)
        offered = self._counterpart.offered(each, question, bare, context)
        if offered is not None:
            return offered
        is_elsewhere = bare.outcome is Outcome.ANSWER and self._entries.is_elsewhere(bare.candidates[0], each, context)
        if is_elsewhere:
            bare = replace(bare, outcome=Outcome.ABSTAIN)
        faceted = self._facets.among_words(each, question, bare, context, referents)
        followed = faceted or self._resolution.understood(each, question, bare, context)
        if followed is None and not is_elsewhere:
            return self._resolution.offered(each, question, bare, context)
        return followed or unanswered_follow_up(each, question, bare, context)

    def _means_nobody(self, each: UtteranceReading, context: Entry, *, is_listed: bool = False) -> bool:
        """Tell whether a pronoun stands for somebody whom the answer before does not name.

        Things that are no people have a gender, too, but in English; and they are "they", unless they say something.

        Args:
            each: The utterance.
            context: The entry that was answered with.
            is_listed: True if it only asks for one thing about the answer: "they" may then be whoever speaks in it.
        """
        referents = self._entries.referents(context, each.language)
        kinds = set(each.facets.kinds)
        is_bare = not each.content and not each.has_question_phrase
        is_somebody = (
            is_bare or each.asks_for_a_response or Facet.IDENTITY in kinds or (each.says and not kinds & _OF_WORDS)
        )
        may_be_a_thing = each.language != _ENGLISH and not is_somebody
        if not may_be_a_thing and not all(map(referents.has_somebody, each.genders)):
            return True
        is_loose = is_listed and not each.asks_for_a_response and Facet.IDENTITY not in kinds
        return "people" in each.pronouns and is_somebody and not is_loose and not referents.are_several

    def _without_courtesy(self, question: Question) -> tuple[Question, Match]:
        """Return a question and its match, without the courtesy before it where it is clearer so: "thanks, who …?"."""
        whole = self._match(question)
        if whole.outcome is Outcome.ANSWER:
            return question, whole
        rests = [found[2]] if (found := _LEADING.match(question.text)) and is_courtesy(found[1]) else []
        words = question.text.split()
        sizes = range(min(_MOST_LEADING, len(words) - _FEWEST_LEFT), 0, -1)
        if question.after or question.about:
            sizes = range(0)
        rests += [" ".join(words[most:]) for most in sizes if asks_nothing(" ".join(words[:most]))][:1]
        for rest in rests:
            asked = replace(question, text=rest)
            match = self._match(asked)
            if match.outcome is Outcome.ANSWER:
                return asked, match
        return question, whole

    def _several(self, text: str, question: Question, preferred: str | None) -> Understood | None:
        """Return the questions of a message that asks more than one; None for one that does not."""
        if question.about:
            return None
        languages = self._library.languages
        asked = [part.strip() for part in _PARTS.split(text) if any(map(str.isalnum, part))]
        asked = [part for part in asked if part.endswith("?") or begins_as_a_question(part, languages)]
        if len(asked) < 2 or min(map(word_count, asked)) < _FEWEST_WORDS:
            return None
        # A variant may have two sentences; with more, the score of a message is that of the words in it.
        if len(asked) == 2 and self._is_variant(question):
            return None
        found: list[Understood] = []
        after = question.after
        for part in asked[:_MOST_PARTS]:
            understood = self.understand(replace(question, text=part, after=after), preferred)
            if understood.kind in (IntentKind.COURTESY, IntentKind.LANGUAGE):
                continue
            found.append(understood)
            if understood.match is not None and understood.match.outcome is Outcome.ANSWER:
                after = understood.match.candidates[0].entry_id
        answered = [each for each in found if _is_answered(each)]
        others = [each for each in found if not _is_answered(each)]
        are_questions = all(begins_as_a_question(each.typed_text, languages) for each in others)
        if len({each.first_key for each in answered}) < 2 and not (answered and others and are_questions):
            return None
        unanswered = (*(each.typed_text for each in found[MOST_ANSWERS:]), *asked[_MOST_PARTS:])
        return replace(found[0], parts=tuple(found[:MOST_ANSWERS]), unanswered=unanswered)


def _asks_to_explain(each: UtteranceReading) -> bool:
    """Tell whether nothing is said but that an answer was not understood."""
    return each.facets.is_complete and Facet.EXPLANATION in each.facets.kinds


def _nobody(each: UtteranceReading, question: Question) -> Understood:
    """Interpret an utterance as one about somebody whom the answer before does not name."""
    return Understood(IntentKind.FOLLOW_UP, question, None, each.language, (NOBODY_MEANT,))


def _is_answered(each: Understood) -> bool:
    """Tell whether one of several questions is answered, or has a choice for an answer."""
    return each.kind is IntentKind.CARD or (each.first_key is not None and each.outcome is not Outcome.ABSTAIN)
