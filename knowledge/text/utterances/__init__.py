"""Utterances of a conversation besides questions: courtesy, words that only point, and questions of one word.

One module a language, as plain text that a native speaker can read and correct. COURTESY, POINTING, FACETS and CARD
have lines of "kind: phrase, phrase"; a phrase belongs to the first kind that has it. GENERIC holds words that say
nothing of what is asked about, FILLERS those that may stand beside courtesy, PRONOUNS what stands for somebody, some
place or a matter, FEMININE and MASCULINE those of them that tell somebody's gender, RESPONDING words for what somebody
makes of what was said, COUNTERPART what leads from one name to another ("and …?"). ARTICLE holds words for the article
itself, READING those that only say something of it together with one of these, PUBLISHING those that do so alone,
TEMPORAL what tells the time in an answer, OPINION what asks the bot for its own, JUDGEMENT the words of questions for
who is right or has won, ADDRESSING to whom something was said in a venue, YOU what the bot is spoken to with. Phrases
are folded when they are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from knowledge.text.tokens import tokenizer

from . import english, french, russian, ukrainian

__all__ = ["LANGUAGES", "Utterances", "utterances"]

_MODULES: Mapping[str, ModuleType] = {"fr": french, "en": english, "ru": russian, "uk": ukrainian}
LANGUAGES = tuple(_MODULES)
"""The languages that have tables, by their ISO 639-1 codes."""

Phrase = tuple[str, ...]
PhraseKinds = Mapping[Phrase, str]


@dataclass(frozen=True, slots=True)
class Utterances:
    """The tables of one language; phrases are sequences of words as its tokenizer spells them.

    Attributes:
        courtesy: Phrases of courtesy with their kind.
        languages: Phrases that ask for a language, or for which there are.
        pointing: Phrases that ask whether something is true, or for its source.
        facets: Phrases that ask for one thing about a statement: its speaker, venue, date …
        card: Phrases that ask about the article itself.
        opinion: Phrases that ask for the opinion of whoever is spoken to.
        judgement: Words of questions for who is right or has won.
        generic: Words that say nothing of what is asked about.
        fillers: Words that may stand beside courtesy.
        pronouns: Words that stand for somebody, some people, a place or a matter, with that kind.
        feminine: Pronouns for a woman; of languages where things have a gender the subject alone.
        masculine: Pronouns for a man, likewise.
        responding: Words for what somebody makes of what was said.
        counterpart: Phrases that lead from one name to another.
        article: Words for the article itself.
        reading: Words that ask about the article only where one for it stands beside them.
        publishing: Words that ask about the article where nothing else is told.
        temporal: Words by which an answer tells the time.
        addressing: Words by which a venue tells to whom something was said.
        you: Words by which the bot is spoken to.
        who_is: The question who somebody is, "{}" for the name.
    """

    courtesy: PhraseKinds
    languages: frozenset[Phrase]
    pointing: PhraseKinds
    facets: PhraseKinds
    card: PhraseKinds
    opinion: frozenset[Phrase]
    judgement: frozenset[str]
    generic: frozenset[str]
    fillers: frozenset[str]
    pronouns: PhraseKinds
    feminine: frozenset[str]
    masculine: frozenset[str]
    responding: frozenset[str]
    counterpart: frozenset[Phrase]
    article: frozenset[str]
    reading: frozenset[str]
    publishing: frozenset[str]
    temporal: frozenset[str]
    addressing: frozenset[str]
    you: frozenset[str]
    who_is: str


@lru_cache(maxsize=len(_MODULES))
def utterances(code: str) -> Utterances:
    """Return the tables of a language.

    Raises:
        KeyError: It has none.
    """
    module, read = _MODULES[code], tokenizer(code).words

    def phrases(table: str) -> Iterator[Phrase]:
        for phrase in table.replace("\n", ",").split(","):
            if words := tuple(read(phrase)):
                yield words

    def kinds(table: str) -> PhraseKinds:
        found: dict[Phrase, str] = {}
        for line in table.strip().splitlines():
            kind, _, listed = line.partition(":")
            for phrase in phrases(listed):
                found.setdefault(phrase, kind)
        return found

    def words(table: str) -> frozenset[str]:
        return frozenset(word for text in table.split() for word in read(text))

    return Utterances(
        courtesy=kinds(module.COURTESY),
        languages=frozenset(phrases(module.LANGUAGES)),
        pointing=kinds(module.POINTING),
        facets=kinds(module.FACETS),
        card=kinds(module.CARD),
        opinion=frozenset(phrases(module.OPINION)),
        judgement=words(module.JUDGEMENT),
        generic=words(module.GENERIC),
        fillers=words(module.FILLERS),
        pronouns=kinds(module.PRONOUNS),
        feminine=words(module.FEMININE),
        masculine=words(module.MASCULINE),
        responding=words(module.RESPONDING),
        counterpart=frozenset(phrases(module.COUNTERPART)),
        article=words(module.ARTICLE),
        reading=words(module.READING),
        publishing=words(module.PUBLISHING),
        temporal=words(module.TEMPORAL),
        addressing=words(module.ADDRESSING),
        you=words(module.YOU),
        who_is=module.WHO_IS,
    )
