"""An utterance as the tables of one language read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.facet import Facet
from bot.dialogue.gender import Gender
from knowledge.text.coverage import Coverage
from knowledge.text.languages import AnswerKind
from knowledge.text.phrases import PhraseMatch
from knowledge.text.tokens import tokenizer
from knowledge.text.utterances import utterances
from knowledge.text.verbs_of_saying import verbs_of_saying

_FRENCH_PLEASE = "plait"
_FRENCH_SUBJECTS = frozenset({"il", "elle", "on", "ils", "elles"})


@dataclass(frozen=True, slots=True)
class UtteranceReading:
    """An utterance as the tables of one language read it.

    Attributes:
        language: ISO 639-1 code.
        words: As its tokenizer spells them, slips repaired where that makes a known word.
        courtesy: Covered by courtesy.
        asks_for_a_language: True if it asks for a language, or for which there are.
        pointing: Covered by words that only point.
        facets: Covered by questions about a statement.
        card: Covered by questions about the article itself.
        about_the_bot: Covered by questions about the bot and its makers.
        pronouns: The kinds of what its pronouns stand for.
        starts_with_counterpart: The number of words at its start that lead from one name to another.
        is_certainly_card: True if a whole phrase asks about the article, not words of reading and publishing.
        near_courtesy: Covered by courtesy if one letter is wrong in short words.
    """

    language: str
    words: tuple[str, ...]
    courtesy: Coverage
    asks_for_a_language: bool
    pointing: Coverage
    facets: Coverage
    card: Coverage
    about_the_bot: Coverage
    pronouns: tuple[str, ...]
    starts_with_counterpart: int
    is_certainly_card: bool
    near_courtesy: Coverage

    @property
    def content(self) -> list[str]:
        """The words that say what is asked about, in order: neither question words nor function words."""
        asking = {place for found in self.question_phrases for place in range(found.start, found.end)}
        return [word for place, word in enumerate(self.words) if place not in asking and not self.is_function(word)]

    @property
    def beside_facets(self) -> list[str]:
        """The words of content beside those that ask for a facet, in order."""
        return [word for word in self.facets.uncovered if not self.is_function(word)]

    @property
    def has_question_phrase(self) -> bool:
        """True if a question word or phrase stands in it."""
        return bool(self.question_phrases)

    @property
    def question_phrases(self) -> Sequence[PhraseMatch[AnswerKind]]:
        """The question words and phrases in it, with the kind of thing that they ask for."""
        return tokenizer(self.language).question_phrases(self.words)

    @property
    def says(self) -> bool:
        """True if a verb of saying stands in it."""
        return any(map(self.is_saying, self.words))

    @property
    def names_people(self) -> bool:
        """True if a pronoun for somebody or for some people stands in it."""
        return not {"person", "people"}.isdisjoint(self.pronouns)

    @property
    def asks_for_a_response(self) -> bool:
        """True if it asks what somebody makes of what was said, and no other word says of what."""
        responding = utterances(self.language).responding
        rest = [word for word in self.content if word not in responding]
        return not responding.isdisjoint(self.words) and len(rest) <= 1

    @property
    def genders(self) -> frozenset[Gender]:
        """The genders that its pronouns tell."""
        tables = utterances(self.language)
        told = ((Gender.FEMININE, tables.feminine), (Gender.MASCULINE, tables.masculine))
        return frozenset(gender for gender, pronouns in told if not pronouns.isdisjoint(self.words))

    @property
    def speaks_to_the_bot(self) -> bool:
        """True if the second person stands in it; the "t" of "a-t-il" is none."""
        you = utterances(self.language).you
        return any(
            word in you and not (word == "t" and after in _FRENCH_SUBJECTS) and after != _FRENCH_PLEASE
            for word, after in zip(self.words, (*self.words[1:], ""), strict=True)
        )

    @property
    def asks_who_somebody_is(self) -> bool:
        """True if only pronouns and fillers stand beside "who is he": no verb, of saying or any other."""
        tables = utterances(self.language)
        asking = {word for phrase, kind in tables.facets.items() if kind == Facet.IDENTITY for word in phrase}
        return all(word in asking or word in tables.fillers or (word,) in tables.pronouns for word in self.words)

    def is_function(self, word: str) -> bool:
        """Tell whether a word says nothing of what is asked about."""
        return tokenizer(self.language).tokens([word])[0].function or word in utterances(self.language).generic

    def is_saying(self, word: str) -> bool:
        """Tell whether a word is a verb of saying."""
        return bool(verbs_of_saying(word, self.language))
