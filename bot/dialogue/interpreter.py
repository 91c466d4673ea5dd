"""The interpreter: from an utterance, and what was said before it, to what is to be answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bot.dialogue.facet import Facet, is_about
from bot.dialogue.intent import IntentKind, UtteranceReading, readings, sign_of
from bot.dialogue.question import Question
from bot.dialogue.referents import Referents
from knowledge.library import Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Entry
from knowledge.text.languages import AnswerKind
from knowledge.text.memo import Memo
from knowledge.text.question_detection import begins_as_a_question, word_count
from knowledge.text.tokens import tokenizer
from knowledge.text.utterances import utterances
from knowledge.text.verbs_of_saying import verbs_of_saying

CONTEXT_SECONDS = 15 * 60
"""Seconds within which an utterance in private goes on from the last answer, by Telegram's clock."""
MOST_ANSWERS = 3
"""The most questions of one message that are answered."""
# Of what one message asks, so much is read: a long one would hold everybody up.
_MOST_PARTS = 6
# Entries whose referents are kept.
_MOST_KNOWN = 500
# Scores, 0 to 100. A question that what went before may explain is taken so unless it is clearer by itself.
_VERBATIM = 100.0
_CLEARER = 5.0
# Words of content that a question may have besides its facet, and still be about the answer before.
_MOST_EXPLAINED, _MOST_UNEXPLAINED = 3, 1
_MOST_COUNTERPART_WORDS = 3
# Words that may stand beside courtesy where the article has nothing near.
_MOST_BESIDE_COURTESY = 3
_MOST_ADDRESSED = 2
# Words of courtesy and fillers before a question, and the fewest words of that question.
_MOST_LEADING, _FEWEST_LEFT = 4, 3
# Words that say nothing to the bot under another message: that one is meant.
_MOST_POINTING = 5
# Words of each of several questions; fewer only go on.
_FEWEST_WORDS = 3
# The share of the words of a question with another name that an entry has to have, to be about the same.
_EXPLAINED = 0.5
# The share of the words of content that an entry has to have, to answer what a pronoun stands in.
_LEAST_KNOWN = 0.5
# Words of content from which on a question leaves nothing out.
_ENOUGH_CONTENT = 2
# The share of the first candidate's score from which on another may be meant as well.
_NEAR = 0.5
# The same, where the first cannot be meant.
_AS_NEAR = 0.7
# Words beside the pointing ones that may stand in neither message, and still point.
_MOST_ASIDE = 2
_OF_A_STATEMENT = frozenset({Facet.DATE, Facet.ADDRESSEE, Facet.OUTLET})
_LEADING_ON = frozenset({Facet.MORE, Facet.ELSE})
_DOUBTING = frozenset({"reaction", "insult"})
_WEAK = frozenset({"reaction", "wellbeing", "help"})
_PARTS = re.compile(r"(?<=[?？])\s*|\n+|(?<=[.!…;])\s+")
_LEADING = re.compile(r"\s*([^,.!;:?\n]{1,30})[,.!;:]+\s+(\S.*)", re.DOTALL)
_CLAUSES = re.compile(r"[,;:.!?…()«»\"“”—–]+|\s(?:et|and|и|й|і|та|але|но|mais|but|а)\s")
# "Who … to?"
_ENGLISH_TO = "to"
_FRENCH_PLEASE = "plait"
_FRENCH_SUBJECTS = frozenset({"il", "elle", "on", "ils", "elles"})


@dataclass(frozen=True, slots=True)
class Understood:
    """An utterance, as it is understood.

    Attributes:
        kind: What kind of thing it is.
        question: The question that is answered, with the text that was matched.
        match: The match of it; None where nothing was looked up.
        language: ISO 639-1 code of the table that decided; None where the question itself tells.
        details: The kinds of courtesy, of pointing or of questions about the article.
        facets: The things asked about the entry that was answered with before.
        entry_key: That entry; None without one.
        is_lookup: Whether another message was looked up.
        parts: The several questions of one message, each as it is understood.
        asked: The words, as they were typed.
    """

    kind: IntentKind
    question: Question
    match: Match | None = None
    language: str | None = None
    details: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    entry_key: str | None = None
    is_lookup: bool = False
    parts: tuple[Understood, ...] = ()
    asked: str = ""


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
        self._known = Memo(self._new_referents, most=_MOST_KNOWN)

    def understand(self, question: Question, preferred: str | None = None) -> Understood:
        """Return what an utterance is, and what is to be answered.

        Args:
            question: The utterance, with what it stands under and what was answered before.
            preferred: The language that is likely where words are of several, as ISO 639-1 code.
        """
        text = self._library.clean(question.text) or question.text
        sign = sign_of(question.text)
        if sign is not None:
            return Understood(IntentKind.COURTESY, question, details=(sign,))
        read = tuple(readings(text, preferred))
        context = self._context(question)
        said = self._said(read, question, context)
        if said is not None:
            return said
        parts = self._several(text, question)
        if parts:
            return replace(parts[0], parts=parts)
        if question.about:
            looked_up = self._narrowed(read, question)
            if looked_up is not None:
                return looked_up
        question, bare = self._without_courtesy(question)
        followed = self._followed(read, question, bare, context) if context is not None else None
        if followed is not None:
            return followed
        loose = self._loose_courtesy(read, question, bare)
        if loose is not None:
            return loose
        if bare.outcome is Outcome.ABSTAIN and question.about and word_count(question.text) <= _MOST_POINTING:
            above = replace(question, text=question.about)
            return Understood(IntentKind.POINTING, above, self._checked(above), is_lookup=True)
        return Understood(IntentKind.QUESTION, question, bare)

    def is_courtesy(self, question: Question) -> bool:
        """Tell whether words are nothing but courtesy, or ask for a language, by closed lists alone."""
        if sign_of(question.text) is not None:
            return True
        doubts = "?" in question.text and bool(question.about or question.after)
        if question.about and any(each.pointing.is_complete for each in readings(question.text)):
            # It is about the message above, and looks that up.
            return False
        return any(
            (each.courtesy.is_complete and "help" not in each.courtesy.kinds and not doubts) or each.asks_for_a_language
            for each in readings(question.text)
        )

    def _said(self, read: Sequence[UtteranceReading], question: Question, context: Entry | None) -> Understood | None:
        """Return what closed lists tell; None where they leave a word over."""
        about_the_bot = (self._courtesy, self._about_the_bot)
        about_the_article = (self._pointed_up, self._card, self._publishing_or_facet, self._pointed_back)
        # Of two languages that share words, the one whose phrases cover more of them is spoken.
        closest = sorted(read, key=lambda each: min(len(each.facets.free_words), len(each.pointing.free_words)))
        steps = [*product(about_the_bot, read), *product(about_the_article, closest)]
        found = (step(each, question, context) for step, each in steps)
        return next((each for each in found if each is not None), None)

    def _courtesy(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return courtesy, or a wish for a language; doubt under another message, or after an answer, points to it."""
        asks = "?" in question.text
        if each.courtesy.is_complete:
            points = asks or each.pointing.is_complete
            is_doubt = set(each.courtesy.kinds) <= _DOUBTING or each.pointing.is_complete or len(each.words) == 1
            if points and question.about and is_doubt:
                return self._looked_up(replace(question, text=question.about), each)
            if not (asks and each.pointing.is_complete and (question.about or context is not None)):
                return Understood(IntentKind.COURTESY, question, None, each.language, each.courtesy.kinds)
        if each.asks_for_a_language:
            return Understood(IntentKind.LANGUAGE, question, None, each.language)
        return None

    def _pointed_up(self, each: UtteranceReading, question: Question, _: Entry | None) -> Understood | None:
        """Return the look-up of the message above that words only point to."""
        if question.about and (each.pointing.is_complete or self._is_speaker_alone(each)):
            return self._looked_up(replace(question, text=question.about), each)
        return None

    def _card(self, each: UtteranceReading, question: Question, _: Entry | None) -> Understood | None:
        """Return a question about the article itself, asked in a phrase for that."""
        if not each.is_certainly_card:
            return None
        return Understood(IntentKind.CARD, question, None, each.language, each.card.kinds)

    def _facet(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return a question about the answer before, in words that say nothing else; it may be about nothing."""
        if not each.facets.is_complete:
            return None
        if context is not None:
            said = None
            if self._asks_for_first_words(each, context):
                nothing = Match(Outcome.ABSTAIN, (), each.language)
                said = self._resolved(each, question, nothing, context, self._referents(context, each.language))
                is_found = said is not None and said.match is not None
                if not is_found and {"person", "people"} <= set(each.pronouns):
                    return Understood(IntentKind.FOLLOW_UP, question, nothing, each.language, entry_key=context.key)
            return said or self._facets(each, question, context)
        if _speaks_to_the_bot(each):
            return Understood(IntentKind.COURTESY, question, None, each.language, ("bot",))
        if self._is_variant(question):
            return None
        return Understood(IntentKind.FOLLOW_UP, question, None, each.language)

    def _asks_for_first_words(self, each: UtteranceReading, context: Entry) -> bool:
        """Tell whether "and what did he say" asks for the words of somebody of whom none were told yet.

        Neither are those of them of whom it is asked what they said to him.
        """
        is_said = "person" in each.pronouns and any(_is_saying(word, each) for word in each.words)
        is_more = set(each.facets.kinds) == {Facet.MORE}
        is_told = any(one.speaker for one in context.statements) and "people" not in each.pronouns
        return is_said and is_more and not is_told

    def _about_the_bot(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return a question about the bot, or whoever made it, in words that say nothing else."""
        if context is not None or not each.about_the_bot.is_complete or self._is_variant(question):
            return None
        return Understood(IntentKind.COURTESY, question, None, each.language, each.about_the_bot.kinds)

    def _publishing_or_facet(
        self, each: UtteranceReading, question: Question, context: Entry | None
    ) -> Understood | None:
        """Return a question about the answer before, else about the article itself; without an answer the other way."""
        steps = (self._publishing, self._facet) if context is None else (self._facet, self._publishing)
        return steps[0](each, question, context) or steps[1](each, question, context)

    def _publishing(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return a question about the article itself, asked in words of writing and publishing."""
        is_of_somebody = context is not None and bool({"person", "people"} & set(each.pronouns))
        if not each.card.is_complete or is_of_somebody or self._is_variant(question):
            return None
        return Understood(IntentKind.CARD, question, None, each.language, each.card.kinds)

    def _pointed_back(self, each: UtteranceReading, question: Question, context: Entry | None) -> Understood | None:
        """Return what only points, to the answer before or to nothing."""
        if not each.pointing.is_complete or (context is None and self._is_answered(question, each)):
            return None
        key = context.key if context is not None else None
        return Understood(IntentKind.POINTING, question, None, each.language, each.pointing.kinds, entry_key=key)

    def _is_speaker_alone(self, each: UtteranceReading) -> bool:
        return each.facets.is_complete and set(each.facets.kinds) <= {Facet.SPEAKER, Facet.OUTLET, Facet.QUOTE}

    def _is_answered(self, question: Question, each: UtteranceReading) -> bool:
        """Tell whether the words that ask about the article itself are, by chance, a question that it answers."""
        match = self._match(question)
        return match.outcome is Outcome.ANSWER and (match.language in (None, each.language))

    def _is_variant(self, question: Question) -> bool:
        """Tell whether the words are a variant of an entry as they stand."""
        match = self._match(question)
        return match.outcome is Outcome.ANSWER and match.candidates[0].score >= _VERBATIM

    def _facets(self, each: UtteranceReading, question: Question, context: Entry) -> Understood | None:
        """Return the question about an entry that was answered with; None where it is rather one about somebody."""
        facets = tuple(dict.fromkeys(Facet(kind) for kind in each.facets.kinds))
        if each.words[-1:] == (_ENGLISH_TO,) and {Facet.SPEAKER, Facet.IDENTITY} & set(facets):
            facets = (Facet.ADDRESSEE,)
        if not set(facets) <= _LEADING_ON:
            facets = tuple(facet for facet in facets if facet not in _LEADING_ON)
        if Facet.IDENTITY in facets and not _asks_who_somebody_is(each):
            facets = (Facet.SPEAKER,)
        if Facet.IDENTITY in facets:
            return self._identity(each, question, context)
        if Facet.ELSE in facets:
            facets = (Facet.ELSE,)
        return Understood(IntentKind.FOLLOW_UP, question, None, each.language, facets=facets, entry_key=context.key)

    def _identity(self, each: UtteranceReading, question: Question, context: Entry) -> Understood | None:
        """Return the question who somebody is, of the first whom the entry is about and whom the article tells of."""
        asked = utterances(each.language).who_is
        for name in self._referents(context, each.language).names:
            resolved = replace(question, text=asked.format(name))
            match = self._match(resolved)
            if match.outcome is Outcome.ANSWER:
                return Understood(IntentKind.FOLLOW_UP, resolved, match, each.language, entry_key=context.key)
        return Understood(
            IntentKind.FOLLOW_UP, question, None, each.language, facets=(Facet.SPEAKER,), entry_key=context.key
        )

    def _looked_up(self, question: Question, each: UtteranceReading) -> Understood:
        match = self._checked(question)
        return Understood(
            IntentKind.POINTING, question, match, None, each.pointing.kinds or each.facets.kinds, is_lookup=True
        )

    def _checked(self, question: Question) -> Match:
        """Match a claim: of entries to choose from that rest on a sentence of the first, that one checks it."""
        match = self._match(question)
        if match.outcome is not Outcome.CHOOSE:
            return match
        first = match.candidates[0]
        near = [each for each in match.candidates if each.score >= _NEAR * first.score]
        context = self._library.entries[first.entry_id]
        is_one = all(self._shares(each, context) for each in near)
        return replace(match, outcome=Outcome.ANSWER) if is_one else match

    def _narrowed(self, read: Sequence[UtteranceReading], question: Question) -> Understood | None:
        """Return the look-up of that part of a message which the words beside the pointing ones are about."""
        for each in read:
            if not each.pointing.kinds:
                continue
            own = [word for word in each.pointing.uncovered if not self._is_function(word, each.language)]
            if not own:
                return self._looked_up(replace(question, text=question.about), each)
            clauses = [clause for clause in _CLAUSES.split(question.about) if clause and clause.strip()]
            shared = {clause: self._shared(own, clause, each.language) for clause in clauses}
            best = max(clauses, key=lambda clause: shared[clause], default="")
            whole = self._checked(replace(question, text=question.about))
            if best and shared[best]:
                narrow = replace(question, text=best)
                match = self._checked(narrow)
                if match.outcome is not Outcome.ANSWER:
                    named = replace(question, text=f"{best} {' '.join(self._names(question.about, each.language))}")
                    match = self._checked(named)
                if match.outcome is Outcome.ANSWER and not self._explains(match.candidates[0], own, each.language):
                    match = replace(match, outcome=Outcome.ABSTAIN)
                return Understood(IntentKind.POINTING, narrow, match, None, each.pointing.kinds, is_lookup=True)
            if whole.outcome is Outcome.ANSWER:
                after = self._library.entries[whole.candidates[0].entry_id]
                if each.facets.kinds and len(each.facets.uncovered) <= _MOST_UNEXPLAINED + 1:
                    found = self._facets(each, question, after)
                    if found is not None:
                        return found
                return Understood(
                    IntentKind.POINTING,
                    replace(question, text=question.about),
                    whole,
                    None,
                    each.pointing.kinds,
                    is_lookup=True,
                )
            bare = self._match(question)
            is_own = bare.outcome is Outcome.ANSWER and self._explains(bare.candidates[0], own, each.language)
            if not is_own and len(own) <= _MOST_ASIDE:
                return self._looked_up(replace(question, text=question.about), each)
        return None

    def _shared(self, own: Sequence[str], clause: str, language: str) -> int:
        reader = tokenizer(language)
        stems = {token.stem for token in reader.tokens(reader.words(clause))}
        return sum(token.stem in stems for token in reader.tokens(own))

    def _names(self, text: str, language: str) -> list[str]:
        reader = tokenizer(language)
        words = reader.words(text)
        found = self._library.lexicon.concepts_in(reader.tokens(words), language)
        return [" ".join(words[each.start : each.end]) for each in found if each.value.is_name]

    def _is_function(self, word: str, language: str) -> bool:
        return tokenizer(language).tokens([word])[0].function or word in utterances(language).generic

    def _context(self, question: Question) -> Entry | None:
        """The entry that was answered with before, or that the message above comes to."""
        if question.about:
            match = self._match(replace(question, text=question.about))
            if match.outcome is Outcome.ANSWER:
                return self._library.entries[match.candidates[0].entry_id]
        if not question.after:
            return None
        key = self._library.key_of(question.after)
        return None if key is None else self._library.entries[key]

    def _referents(self, entry: Entry, language: str) -> Referents:
        return self._known[entry.key, language]

    def _new_referents(self, key: tuple[str, str]) -> Referents:
        entry = self._library.entries[key[0]]
        article = self._library.article_of(entry)
        return Referents(entry, article, self._library.models[article.slug].lexicon, key[1])

    def _followed(
        self, read: Sequence[UtteranceReading], question: Question, bare: Match, context: Entry
    ) -> Understood | None:
        """Return what a question is after an answer; None if it is one of its own."""
        is_answered = bare.outcome is Outcome.ANSWER
        if is_answered and bare.candidates[0].score >= _VERBATIM:
            return None
        likely = [bare.language, *bare.plausible]
        spoken = sorted(read, key=lambda each: likely.index(each.language) if each.language in likely else len(likely))
        for each in spoken[:1]:
            referents = self._referents(context, each.language)
            if self._named(each, referents):
                content = [word for word in self._content(each) if not referents.named_in(word)]
                leads_on = each.facets.kinds and set(each.facets.kinds) <= _LEADING_ON
                if leads_on and set(self._named(each, referents)) <= {one.speaker for one in context.statements}:
                    return self._facets(each, question, context)
                if is_answered and self._goes_on_vainly(each, content, bare.candidates[0]):
                    silent = Match(Outcome.ABSTAIN, bare.candidates, bare.language or each.language, bare.plausible)
                    return Understood(IntentKind.FOLLOW_UP, question, silent, each.language, entry_key=context.key)
                if is_answered and content and tokenizer(each.language).question_phrases(each.words):
                    return None
                return self._counterpart(each, question, bare, context, referents)
            if self._asks_for_words_of_nobody(each):
                silent = Match(Outcome.ABSTAIN, bare.candidates, bare.language or each.language, bare.plausible)
                return Understood(IntentKind.FOLLOW_UP, question, silent, each.language, entry_key=context.key)
            return self._faceted(each, question, bare, context, referents) or self._resolved(
                each, question, bare, context, referents
            )
        return None

    def _goes_on_vainly(self, each: UtteranceReading, content: Sequence[str], candidate: Candidate) -> bool:
        """Tell whether somebody else's view of what went before is asked for, and an entry says nothing of it."""
        return (
            bool(each.starts_with_counterpart and each.pronouns and content)
            and not any(_is_saying(word, each) for word in each.words)
            and not self._explains(candidate, content, each.language)
        )

    def _asks_for_words_of_nobody(self, each: UtteranceReading) -> bool:
        """Tell whether somebody is asked about, as in "and Europe, what does it say?", whom no article knows."""
        content = self._content(each)
        if (
            not each.starts_with_counterpart
            or len(content) != 1
            or not any(_is_saying(one, each) for one in each.words)
        ):
            return False
        words = [word for word in each.words[each.starts_with_counterpart :] if len(word) > 1]
        kinds = utterances(each.language).pronouns
        # French takes up a name with a pronoun right behind it.
        behind = [kinds.get((word,)) for word in words[2 if each.language == "fr" else 1 :]]
        return words[:1] == content and not {"person", "people"} & set(behind)

    def _faceted(
        self, each: UtteranceReading, question: Question, bare: Match, context: Entry, referents: Referents
    ) -> Understood | None:
        """Return a question about the statement of the answer before, in a few words besides those that ask for it."""
        facets = set(each.facets.kinds) - {Facet.MORE, Facet.ELSE}
        if not facets:
            return None
        rest = [word for word in each.facets.uncovered if not self._is_function(word, each.language)]
        unexplained = [word for word in rest if not referents.explains(word)]
        if Facet.REASON in facets:
            answers = bare.outcome is Outcome.ANSWER and self._gives_reasons(bare.candidates[0], context)
            return None if answers else self._facets(each, question, context)
        if Facet.QUOTE in facets and len(rest) <= _MOST_EXPLAINED:
            return self._facets(each, question, context)
        if "matter" in each.pronouns and len(rest) <= _MOST_UNEXPLAINED and len(unexplained) <= _MOST_UNEXPLAINED:
            return self._facets(each, question, context)
        return None

    def _gives_reasons(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether an entry gives reasons, for what somebody says whose words were answered with."""
        entry = self._library.entries[candidate.entry_id]
        speakers = {one.speaker for one in context.statements} & {one.speaker for one in entry.statements} - {None}
        return bool(speakers) and is_about(entry, self._library.article_of(entry), AnswerKind.REASON)

    def _shares(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether an entry rests on a sentence that another rests on."""
        return bool(set(self._library.entries[candidate.entry_id].evidence) & set(context.evidence))

    def _named(self, each: UtteranceReading, referents: Referents) -> list[str]:
        return referents.named_in(" ".join(each.words))

    def _counterpart(
        self, each: UtteranceReading, question: Question, bare: Match, context: Entry, referents: Referents
    ) -> Understood | None:
        """Return the last question with another name in its place, if the words are little but that name."""
        tables, reader = utterances(each.language), tokenizer(each.language)
        words = each.words[each.starts_with_counterpart :]
        tokens = reader.tokens(words)
        model = self._library.models[context.article]
        found = [one for one in model.lexicon.concepts_in(tokens, each.language) if one.value.is_name]
        if len(found) != 1:
            return None
        [named] = found
        rest = [
            word
            for place, word in enumerate(words)
            if not named.start <= place < named.end
            and not self._is_function(word, each.language)
            and word not in tables.fillers
            and (word,) not in tables.pronouns
        ]
        if len(rest) > (_MOST_COUNTERPART_WORDS if each.starts_with_counterpart else 0):
            return None
        if rest and any(not (referents.explains(word) or _is_saying(word, each)) for word in rest):
            return None
        name = " ".join(words[named.start : named.end])
        says = any(_is_saying(word, each) for word in each.words)
        best = self._with_name(name, named.value.id, each, question, context)
        is_own = bare.outcome is Outcome.ANSWER and self._credits(bare.candidates[0], named.value.id)
        # Whoever is asked for words of their own has to have said something.
        stands = not says or is_own or bare.outcome is not Outcome.ANSWER
        if bare.outcome is Outcome.ANSWER and not rest and not says:
            stands = False
        if best is None and stands and "matter" not in each.pronouns and reader.question_phrases(each.words):
            return None
        if best is None and not rest and not says and referents.stands_alone(named.value.id):
            same = Match(Outcome.ANSWER, (Candidate(context.key, _VERBATIM),), each.language)
            return Understood(IntentKind.FOLLOW_UP, question, same, each.language, entry_key=context.key)
        if best is None:
            # The bare name is offered what there is about it.
            silent = Match(Outcome.ABSTAIN, bare.candidates, bare.language or each.language, bare.plausible)
            return Understood(IntentKind.FOLLOW_UP, question, silent, each.language, entry_key=context.key)
        return Understood(IntentKind.FOLLOW_UP, best[1], best[0], each.language, entry_key=context.key)

    def _with_name(
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
        referents = self._referents(context, each.language)
        says = any(_is_saying(word, each) for word in each.words)
        speakers = {one.speaker for one in context.statements}
        for text, replaced in referents.with_counterpart(name):
            asked = replace(question, text=text)
            match = self._match(asked)
            if match.outcome is Outcome.ABSTAIN:
                continue
            first = match.candidates[0]
            is_repeated = first.entry_id == context.key and not referents.stands_alone(identifier)
            if is_repeated or (says and not self._credits(first, identifier)):
                continue
            is_told = self._tells(first, identifier, each, text, is_said=replaced in speakers)
            if is_told and (best is None or first.score > best[0].candidates[0].score):
                best = (match, asked)
        return best

    def _credits(self, candidate: Candidate, identifier: str) -> bool:
        """Tell whether somebody says, or an outlet relays, what an entry tells."""
        entry = self._library.entries[candidate.entry_id]
        return any(identifier in (one.speaker, one.via) for one in entry.statements)

    def _tells(
        self, candidate: Candidate, identifier: str, each: UtteranceReading, text: str, *, is_said: bool
    ) -> bool:
        """Tell whether an entry is about somebody, and about what a question with their name asks.

        Args:
            candidate: The entry.
            identifier: The person or outlet.
            each: The utterance.
            text: The question.
            is_said: Whether the entry before is about something that was said: then they have to have said something.
        """
        entry = self._library.entries[candidate.entry_id]
        referents = self._referents(entry, each.language)
        if referents.explained(text) < _EXPLAINED:
            return False
        if self._credits(candidate, identifier):
            return True
        served = self._library.article_of(entry).served_language(each.language)
        return not is_said and identifier in referents.named_in(f"{entry.title(served)} {entry.answers[served]}")

    def _resolved(
        self, each: UtteranceReading, question: Question, bare: Match, context: Entry, referents: Referents
    ) -> Understood | None:
        """Return a question with what it leaves out or only points to; None if it is clearer by itself."""
        best = choice = None
        is_said = any(_is_saying(word, each) for word in each.words)
        # They may have talked without a word of it being told; what one of them said is told by somebody.
        is_one = is_said and "people" not in each.pronouns
        for text in referents.resolved(each.words, each.pronouns):
            asked = replace(question, text=text)
            match = self._match(asked)
            if is_one:
                match = self._said_by_somebody(match)
            if (
                match.outcome is Outcome.ANSWER
                and self._is_explained(match.candidates[0], each)
                and not (is_said and self._repeats_them(match.candidates[0], context, each))
            ):
                best = (match, asked)
                break
            if match.outcome is Outcome.CHOOSE and choice is None:
                choice = (match, asked)
        new = [word for word in self._content(each) if not referents.explains(word)]
        if best is not None and new and not self._explains(best[0].candidates[0], new, each.language):
            best = None
        own = bare.candidates[0].score if bare.outcome is Outcome.ANSWER else 0.0
        points = bool({"person", "people"} & set(each.pronouns))
        is_whole = bool(own) and (len(new) >= _ENOUGH_CONTENT or (bool(new) and not points))
        is_same = best is not None and best[0].candidates[0].entry_id == context.key
        if is_same and _OF_A_STATEMENT & set(each.facets.kinds):
            return self._facets(each, question, context)
        if best is not None and not is_whole and best[0].candidates[0].score + _CLEARER >= own:
            return Understood(IntentKind.FOLLOW_UP, best[1], best[0], each.language, entry_key=context.key)
        if own and points and choice is not None and not is_whole and not self._shares(bare.candidates[0], context):
            return Understood(IntentKind.FOLLOW_UP, choice[1], choice[0], each.language, entry_key=context.key)
        if own:
            return None
        rest = [word for word in each.facets.uncovered if not self._is_function(word, each.language)]
        unexplained = [word for word in rest if not referents.explains(word)]
        may_be_said = not rest or Facet.SPEAKER not in each.facets.kinds
        if each.facets.kinds and may_be_said and len(rest) <= _MOST_EXPLAINED and len(unexplained) <= _MOST_UNEXPLAINED:
            return self._facets(each, question, context)
        return None

    def _is_explained(self, candidate: Candidate, each: UtteranceReading) -> bool:
        """Tell whether an entry has enough of what is asked, where more than a word of it says something."""
        content = self._content(each)
        referents = self._referents(self._library.entries[candidate.entry_id], each.language)
        known = sum(map(referents.explains, content))
        return len(content) < _ENOUGH_CONTENT or known >= _LEAST_KNOWN * len(content)

    def _is_of_nobody(self, candidate: Candidate) -> bool:
        """Tell whether nobody speaks in an entry, and no outlet tells it: it answers no question for words."""
        statements = self._library.entries[candidate.entry_id].statements
        return any(each.speaker is None and each.via is None for each in statements)

    def _said_by_somebody(self, match: Match) -> Match:
        """Return a match without the entries in which nobody speaks; it answers if what is left is near enough."""
        said = tuple(one for one in match.candidates if not self._is_of_nobody(one))
        if match.outcome is not Outcome.ANSWER or said == match.candidates:
            return match
        is_near = bool(said) and said[0].score >= _AS_NEAR * match.candidates[0].score
        return replace(match, candidates=said, outcome=Outcome.ANSWER if is_near else Outcome.ABSTAIN)

    def _repeats_them(self, candidate: Candidate, context: Entry, each: UtteranceReading) -> bool:
        """Tell whether an entry gives the words of those to whom somebody else is asked to have said something."""
        entry = self._library.entries[candidate.entry_id]
        speakers = {one.speaker for one in context.statements} & {one.speaker for one in entry.statements} - {None}
        return {"person", "people"} <= set(each.pronouns) and bool(speakers)

    def _explains(self, candidate: Candidate, words: Sequence[str], language: str) -> bool:
        """Tell whether an entry has at least one of some words, in any form."""
        referents = self._referents(self._library.entries[candidate.entry_id], language)
        return any(map(referents.explains, words))

    def _content(self, each: UtteranceReading) -> list[str]:
        """Return the words that say what is asked about."""
        reader = tokenizer(each.language)
        asking = {place for found in reader.question_phrases(each.words) for place in range(found.start, found.end)}
        return [
            word
            for place, word in enumerate(each.words)
            if place not in asking and not self._is_function(word, each.language)
        ]

    def _without_courtesy(self, question: Question) -> tuple[Question, Match]:
        """Return a question and its match, without the courtesy before it where it is clearer so: "thanks, who …?"."""
        whole = self._match(question)
        if whole.outcome is Outcome.ANSWER:
            return question, whole
        rests = [found[2]] if (found := _LEADING.match(question.text)) and _is_courtesy(found[1]) else []
        words = question.text.split()
        sizes = range(min(_MOST_LEADING, len(words) - _FEWEST_LEFT), 0, -1)
        if question.after or question.about:
            sizes = range(0)
        rests += [" ".join(words[most:]) for most in sizes if _is_beside_the_question(" ".join(words[:most]))][:1]
        for rest in rests:
            asked = replace(question, text=rest)
            match = self._match(asked)
            if match.outcome is Outcome.ANSWER:
                return asked, match
        return question, whole

    def _several(self, text: str, question: Question) -> tuple[Understood, ...]:
        """Return the questions of a message that asks more than one; the only one that is left, or none."""
        if question.about:
            return ()
        languages = self._library.languages
        asked = [part.strip() for part in _PARTS.split(text) if any(map(str.isalnum, part))]
        asked = [part for part in asked if part.endswith("?") or begins_as_a_question(part, languages)]
        asked = asked[:_MOST_PARTS]
        if len(asked) < 2 or min(map(word_count, asked)) < _FEWEST_WORDS or self._is_variant(question):
            return ()
        found: list[Understood] = []
        after = question.after
        for part in asked:
            understood = self.understand(replace(question, text=part, after=after))
            if understood.kind not in (IntentKind.QUESTION, IntentKind.FOLLOW_UP):
                continue
            found.append(replace(understood, asked=part))
            if understood.match is not None and understood.match.outcome is Outcome.ANSWER:
                after = understood.match.candidates[0].entry_id
        answered = {_first(each) for each in found if _outcome(each) is not Outcome.ABSTAIN}
        if len(answered) < 2:
            return ()
        return tuple(found[:MOST_ANSWERS])

    def _loose_courtesy(self, read: Iterable[UtteranceReading], question: Question, bare: Match) -> Understood | None:
        """Return courtesy in words that the lists do not have, where the article has no answer.

        The words speak to the bot, or courtesy stands among a few others; nobody whom an article names is named.
        """
        if bare.outcome is Outcome.ANSWER and bare.candidates[0].score >= _VERBATIM:
            return None
        found = self._nearly_courtesy(read, question, bare)
        # To look names up takes longer, and seldom has to be done.
        if found is None or self._library.lexicon.names_somebody(question.text, self._library.languages):
            return None
        return found

    def _nearly_courtesy(self, read: Iterable[UtteranceReading], question: Question, bare: Match) -> Understood | None:
        for each in read:
            strong = [kind for kind in each.courtesy.kinds if kind not in _WEAK]
            reader = tokenizer(each.language)
            asked = reader.question_phrases(each.words)
            is_nearly_all = len(each.courtesy.uncovered) == 1 and len(each.words) >= _FEWEST_WORDS
            if each.courtesy.kinds and is_nearly_all and not asked:
                return Understood(IntentKind.COURTESY, question, None, each.language, each.courtesy.kinds)
            rest = [word for word in each.courtesy.uncovered if not self._is_function(word, each.language)]
            rest = [word for word in rest if word not in utterances(each.language).you]
            most = _MOST_UNEXPLAINED if set(strong) == {"greeting"} else _MOST_BESIDE_COURTESY
            few = len(each.courtesy.uncovered) <= most
            if bare.outcome is not Outcome.ABSTAIN and (asked or len(rest) > _MOST_UNEXPLAINED or not strong):
                continue
            if strong and few and (not asked or ("insult" in strong and len(rest) <= _MOST_UNEXPLAINED)):
                return Understood(IntentKind.COURTESY, question, None, each.language, tuple(strong))
            if _speaks_to_the_bot(each) and len(rest) <= _MOST_ADDRESSED:
                return Understood(IntentKind.COURTESY, question, None, each.language, tuple(strong) or ("bot",))
        return None


def _is_courtesy(text: str) -> bool:
    return any(each.courtesy.is_complete for each in readings(text))


def _is_beside_the_question(text: str) -> bool:
    """Tell whether words are courtesy, laughter or fillers, none of which asks anything."""
    return any(
        not each.courtesy.uncovered
        and not each.pronouns
        and not each.starts_with_counterpart
        and not tokenizer(each.language).question_phrases(each.words)
        for each in readings(text)
    )


def _speaks_to_the_bot(each: UtteranceReading) -> bool:
    """Tell whether the second person stands in an utterance; the "t" of "a-t-il" is none."""
    you = utterances(each.language).you
    return any(
        word in you and not (word == "t" and after in _FRENCH_SUBJECTS) and after != _FRENCH_PLEASE
        for word, after in zip(each.words, (*each.words[1:], ""), strict=True)
    )


def _asks_who_somebody_is(each: UtteranceReading) -> bool:
    """Tell whether nothing but pronouns and fillers stands beside "who is he": no verb, of saying or any other."""
    tables = utterances(each.language)
    asking = {word for phrase, kind in tables.facets.items() if kind == Facet.IDENTITY for word in phrase}
    return all(word in asking or word in tables.fillers or (word,) in tables.pronouns for word in each.words)


def _is_saying(word: str, each: UtteranceReading) -> bool:
    return bool(verbs_of_saying(word, each.language))


def _outcome(each: Understood) -> Outcome:
    """The outcome of what was understood: what is asked about an answer is answered from it."""
    return Outcome.ANSWER if each.match is None else each.match.outcome


def _first(each: Understood) -> str | None:
    return each.match.candidates[0].entry_id if each.match is not None and each.match.candidates else each.entry_key
