"""Grammars: the words by which the press of each language gives people's words, as tables of plain data.

A language is a module with the names of `Grammar`'s tables in capitals; `french` is the fullest example.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, auto
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from knowledge.drafting.languages.inflection import Mood, english_forms, french_forms
from knowledge.text.languages import language

_PREFIXES = ("ex-", "vice-", "co-", "sous-", "co")
# What a whole class of nouns stands for as another one does.
_ALIKE = (("logue", "climatologue"), ("ologist", "biologist"))
_MODULES = {"fr": "french", "en": "english", "ru": "russian", "uk": "ukrainian"}


class Frame(Flag):
    """The ways in which a verb takes what is said."""

    BESIDE = auto()
    THAT = auto()
    OBJECT = auto()
    QUOTED_OBJECT = auto()
    INFINITIVE = auto()


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb by which somebody's words are given.

    Attributes:
        lemmas: The verbs whose form it may be.
        moods: All that the form may be.
        frames: All the ways in which it may take what is said.
    """

    lemmas: tuple[str, ...]
    moods: Mood
    frames: Frame


@dataclass(frozen=True, slots=True)
class Grammar:
    """The tables of one language; words are in lower case, with straight apostrophes.

    Attributes:
        code: ISO 639-1 code.
        verbs: By form.
        auxiliaries: Finite verbs that go before a participle.
        having: Those of them that make the perfect.
        been: Those that make the passive.
        within: Words that may stand inside a group of verbs.
        negations: Words that deny a verb.
        clitics: Pronouns that stand between subject and verb.
        reflexives: Those of them by which a verb refers to its subject.
        leading_into: Verbs before an infinitive that is said all the same ("a tenu à rappeler").
        pronouns: Those that stand for somebody, with "m", "f", "n" or "p" for what they agree with.
        relatives: Pronouns that begin a relative clause.
        articles: Words that begin a noun phrase, with what they agree with.
        definite: Articles of somebody who is known already.
        indefinite: Articles of somebody new.
        possessives: Words that name somebody by another one.
        complements: Words by which a noun goes on.
        prepositions: Words by which a noun phrase is over.
        times: Words of days and hours.
        complementisers: Words before a reported clause.
        clause_ends: Beginnings of what a comma parts from a reported clause.
        according: Prepositions of a source.
        view: Prepositions of a source beside a quotation.
        speech_nouns: Nouns of speech before a colon.
        naming: Words before a name in quotation marks.
        titles: Words before a surname, with what they agree with.
        person_nouns: By noun, those that may stand for the same person.
        organisation_nouns: Nouns of those who speak with one voice.
        generic: Nouns that go before the name of what they are.
        platforms: Networks on which people publish by themselves.
        venue_nouns: Nouns of where and on what medium something is said.
        to_outlet: Words before an outlet to which something is said.
        abbreviations: Nouns by the abbreviated titles that mean them.
        role_verbs: Nouns of a part by the participle that tells of it ("présidé par").
        common_verbs: Frequent verbs that end a noun phrase.
        media_nouns: Nouns that stand for an outlet named before.
        unique_bodies: Nouns of organisations that stand for no other one.
        anybody: Nouns for a person that tell no part.
        offices: Nouns for offices: whoever has one in a text is not meant by another.
        agent: Prepositions of whoever does what a participle says.
        called: Words in a clause that gives a name.
        stop_words: Words without a meaning of their own.
    """

    code: str
    verbs: Mapping[str, Verb]
    auxiliaries: frozenset[str]
    having: frozenset[str]
    been: frozenset[str]
    within: frozenset[str]
    negations: frozenset[str]
    clitics: frozenset[str]
    reflexives: frozenset[str]
    leading_into: frozenset[str]
    pronouns: Mapping[str, str]
    relatives: frozenset[str]
    articles: Mapping[str, str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessives: frozenset[str]
    complements: frozenset[str]
    prepositions: frozenset[str]
    times: frozenset[str]
    complementisers: frozenset[str]
    clause_ends: tuple[str, ...]
    according: tuple[str, ...]
    view: tuple[str, ...]
    speech_nouns: frozenset[str]
    naming: frozenset[str]
    titles: Mapping[str, str]
    person_nouns: Mapping[str, frozenset[str]]
    organisation_nouns: frozenset[str]
    generic: frozenset[str]
    platforms: frozenset[str]
    venue_nouns: frozenset[str]
    to_outlet: tuple[str, ...]
    abbreviations: Mapping[str, str]
    role_verbs: Mapping[str, str]
    common_verbs: frozenset[str]
    media_nouns: frozenset[str]
    unique_bodies: frozenset[str]
    anybody: frozenset[str]
    offices: frozenset[str]
    agent: frozenset[str]
    called: frozenset[str]
    stop_words: frozenset[str]

    def person_noun(self, word: str) -> str | None:
        """Return a word in lower case as a noun for a person, in the singular; None if it is none."""
        bare = word
        for prefix in _PREFIXES:
            bare = bare.removeprefix(prefix)
        for form in (word, bare, bare[:-1] if bare.endswith("s") else ""):
            if form in self.person_nouns:
                return form
        alike = next((known for ending, known in _ALIKE if bare.endswith(ending)), None)
        return alike if alike in self.person_nouns else None

    def gender_of_noun(self, noun: str) -> str:
        """Return "f" or "m" where the form of a noun for a person tells it, else an empty text."""
        if noun.endswith(("woman", "actress", "queen", "princess", "trice", "euse", "ière", "ienne", "eure")):
            return "f"
        if noun.endswith(("sman", "king", "prince", "chairman")):
            return "m"
        if self.code == "fr" and noun.endswith("e") and noun[:-1] in self.person_nouns:
            return "f"
        return "m" if self.code == "fr" and f"{noun}e" in self.person_nouns else ""

    def organisation_noun(self, word: str) -> str | None:
        """Return a word in lower case as a noun for an organisation, in the singular; None if it is none."""
        for form in (word, word[:-1] if word.endswith("s") else ""):
            if form in self.organisation_nouns:
                return form
        return None

    def is_noun(self, word: str) -> bool:
        """Tell if a word in lower case stands for a person or an organisation."""
        return self.person_noun(word) is not None or self.organisation_noun(word) is not None

    def demonym(self, article: str, word: str) -> bool:
        """Tell if a word behind an article, both in lower case, may say where somebody is from: "le Breton"."""
        if article not in ("le", "la", "l'", "the") or word in _NO_DEMONYMS or word.endswith("stan"):
            return False
        return word.endswith(_DEMONYM_ENDINGS.get(self.code, ()))

    def is_function(self, word: str) -> bool:
        """Tell if a word in lower case belongs to no name, whatever its case is."""
        return (
            word in self.articles
            or word in self.pronouns
            or word in self.prepositions
            or word in self.relatives
            or word in self.within
            or word in self.complements
            or word in self.auxiliaries
            or word in self.negations
            or word in self.clitics
            or word in self.complementisers
            or (word in self.stop_words and word not in self.titles)
        )


_DEMONYM_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "fr": tuple(
        """ais aise ois oise ien ienne ain aine an ane and ande ard arde in ine éen éenne ol ole ote iote que eur euse
        iste on onne""".split()
    ),
    "en": tuple("an ese ish crat ative ican scot briton swede dane".split()),
}
_NO_DEMONYMS = frozenset(
    """vatican iran soudan japon liban gabon kremlin oman bhoutan turkménistan taliban mexique afrique amérique
    belgique martinique antarctique pentagone chine argentine palestine ukraine lorraine bretagne allemagne espagne
    guyane toscane sorbonne république""".split()
)


@lru_cache(maxsize=8)
def grammar(code: str) -> Grammar:
    """Return the grammar of a served language.

    Args:
        code: ISO 639-1 code.

    Raises:
        KeyError: The language is not served.
    """
    tables = import_module(f"{__name__}.{_MODULES[code]}")
    return Grammar(
        code=code,
        verbs=_verbs(tables, code),
        auxiliaries=frozenset(tables.AUXILIARIES),
        having=frozenset(tables.HAVING),
        been=frozenset(tables.BEEN),
        within=frozenset(tables.WITHIN),
        negations=frozenset((*tables.NEGATIONS, *tables.NEGATION_PARTICLES)),
        clitics=frozenset(tables.CLITICS),
        reflexives=frozenset(tables.REFLEXIVES),
        leading_into=frozenset(tables.LEADING_INTO),
        pronouns=tables.PRONOUNS,
        relatives=frozenset(tables.RELATIVES),
        articles=tables.ARTICLES,
        definite=tables.DEFINITE,
        indefinite=tables.INDEFINITE,
        possessives=tables.POSSESSIVES,
        complements=tables.COMPLEMENTS,
        prepositions=tables.PREPOSITIONS,
        times=tables.TIMES,
        complementisers=tables.COMPLEMENTISERS,
        clause_ends=tables.CLAUSE_ENDS,
        according=tables.ACCORDING,
        view=tables.VIEW,
        speech_nouns=tables.SPEECH_NOUNS,
        naming=tables.NAMING,
        titles=tables.TITLES,
        person_nouns=_synonyms(tables.PERSON_NOUNS),
        organisation_nouns=frozenset(tables.ORGANISATION_NOUNS),
        generic=tables.GENERIC_BEFORE_NAME,
        platforms=tables.PLATFORMS,
        venue_nouns=tables.VENUE_NOUNS,
        to_outlet=tables.TO_OUTLET,
        abbreviations=tables.ABBREVIATIONS,
        role_verbs=tables.ROLE_VERBS,
        common_verbs=tables.COMMON_VERBS,
        media_nouns=tables.MEDIA_NOUNS,
        unique_bodies=tables.UNIQUE_BODIES,
        anybody=tables.ANYBODY,
        offices=tables.OFFICES,
        agent=tables.AGENT,
        called=tables.CALLED,
        stop_words=language(code).stop_words,
    )


def _synonyms(lines: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines:
        group = line.strip().split("|")
        for noun in group:
            found.setdefault(noun, set()).update(group)
    return {noun: frozenset(group) for noun, group in found.items()}


def _verbs(tables: ModuleType, code: str) -> dict[str, Verb]:
    frames: dict[str, Frame] = {}
    for names, frame in (
        (tables.THAT, Frame.THAT | Frame.BESIDE),
        (tables.THAT_IRREGULAR, Frame.THAT | Frame.BESIDE),
        (tables.BESIDE, Frame.BESIDE),
        (tables.OBJECT, Frame.OBJECT | Frame.BESIDE),
        (tables.QUOTED_OBJECT, Frame.QUOTED_OBJECT),
        (tables.INFINITIVE, Frame.INFINITIVE),
    ):
        for name in names:
            lemma = _lemma(name)
            frames[lemma] = frames.get(lemma, Frame(0)) | frame
    verbs: dict[str, Verb] = {}
    irregular = {_lemma(name): forms for name, forms in tables.IRREGULAR.items()}
    for lemma in {*frames, *irregular}:
        for form, mood in _forms(lemma, irregular.get(lemma), code):
            known = verbs.get(form, Verb((), Mood(0), Frame(0)))
            verbs[form] = Verb(
                (*known.lemmas, lemma), known.moods | mood, known.frames | frames.get(lemma, Frame.BESIDE)
            )
    return verbs


def _lemma(name: str) -> str:
    return name.removeprefix("se ").removeprefix("s'")


def _forms(lemma: str, irregular: str | None, code: str) -> Iterator[tuple[str, Mood]]:
    if irregular is not None:
        for part, mood in zip(irregular.split(";"), Mood, strict=False):
            for form in part.split():
                yield form, mood
    elif code == "fr" and lemma.endswith(("er", "ir")):
        yield from french_forms(lemma)
    elif code == "en":
        yield from english_forms(lemma)
