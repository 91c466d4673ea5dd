"""Tables of each language that the matcher reads.

The tables live in one module per language, as plain text that a native speaker can read and correct. Every string is
already folded the way the matcher folds text before look-up: lower case, straight apostrophe, no accents on Latin
letters, Cyrillic yo written as ye (the short i and the Ukrainian letters stay), punctuation and hyphens turned into a
space.
Apostrophes stay in every table, so whoever splits French elisions splits these phrases with the same rule.

A question phrase tells what kind of answer is wanted; it may hold words that also carry meaning ("quel prix"), so it is
for recognising, not for deleting.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from . import english, french, russian, ukrainian

__all__ = ["LANGUAGES", "TELLING_KINDS", "AnswerKind", "Language", "language", "primary_subtag"]


class AnswerKind(StrEnum):
    """The kind of thing a question asks for."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    DURATION = "duration"
    NUMBER = "number"
    REASON = "reason"
    MANNER = "manner"
    THING = "thing"
    NAME = "name"
    AGE = "age"
    YES_NO = "yes-no"


TELLING_KINDS = frozenset(AnswerKind) - {AnswerKind.THING, AnswerKind.MANNER, AnswerKind.YES_NO}
"""The kinds that tell questions apart: "what", "how" and yes-or-no questions can be about anything."""


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of one language.

    Attributes:
        code: The ISO 639-1 code, such as "fr".
        stop_words: Function words and polite fillers; neither question words nor negations.
        negations: Words that turn a statement around.
        question_words: Phrases of one to four words that start or mark a question, with the kind of answer wanted.
        kind_words: Other words that say what kind of answer is wanted, as keywords do ("call duration").
        small_talk: Whole messages or words that are greetings, thanks, laughter, farewells or reactions.
        abbreviations: Chat shorthand and phonetic spellings, with the words meant.
        contractions: Words fused by an apostrophe or by grammar, with the words they stand for.
        elisions: Prefixes that lose their vowel before an apostrophe.
        claim_markers: Phrases wrapped around a claim or a question that carry no content, longest first.
    """

    code: str
    stop_words: frozenset[str]
    negations: frozenset[str]
    question_words: Mapping[str, AnswerKind]
    kind_words: Mapping[str, AnswerKind]
    small_talk: frozenset[str]
    abbreviations: Mapping[str, str]
    contractions: Mapping[str, str]
    elisions: frozenset[str]
    claim_markers: tuple[str, ...]


class _Tables(Protocol):
    """The text tables a language module holds.

    Words are separated by blanks, phrases by commas or line ends, and a line of a mapping is "meaning: form, form".
    """

    STOP_WORDS: str
    NEGATIONS: str
    QUESTION_WORDS: str
    KIND_WORDS: str
    SMALL_TALK: str
    ABBREVIATIONS: str
    CONTRACTIONS: str
    ELISIONS: str
    CLAIM_MARKERS: str


def _phrases(text: str) -> Iterator[str]:
    """Yield the phrases of a table.

    Args:
        text: Phrases separated by commas or line ends.

    Yields:
        Each phrase without the blanks around it.
    """
    for phrase in text.replace("\n", ",").split(","):
        if stripped := phrase.strip():
            yield stripped


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a mapping table with their meaning.

    Args:
        text: Lines of "meaning: form, form".

    Yields:
        Each form and what it means.
    """
    for line in text.strip().splitlines():
        meaning, _, forms = line.partition(":")
        for form in _phrases(forms):
            yield form, meaning.strip()


def _build(code: str, tables: _Tables) -> Language:
    """Turn the text tables of a language into its resources.

    Args:
        code: The ISO 639-1 code.
        tables: The module that holds the tables.

    Returns:
        The language.
    """
    kinds = {form: AnswerKind(kind) for form, kind in _pairs(tables.QUESTION_WORDS)}
    markers = sorted(set(_phrases(tables.CLAIM_MARKERS)), key=lambda marker: (-len(marker), marker))
    return Language(
        code=code,
        stop_words=frozenset(tables.STOP_WORDS.split()),
        negations=frozenset(tables.NEGATIONS.split()),
        question_words=MappingProxyType(kinds),
        kind_words=MappingProxyType({form: AnswerKind(kind) for form, kind in _pairs(tables.KIND_WORDS)}),
        small_talk=frozenset(_phrases(tables.SMALL_TALK)),
        abbreviations=MappingProxyType(dict(_pairs(tables.ABBREVIATIONS))),
        contractions=MappingProxyType(dict(_pairs(tables.CONTRACTIONS))),
        elisions=frozenset(tables.ELISIONS.split()),
        claim_markers=tuple(markers),
    )


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "fr": _build("fr", french),
        "en": _build("en", english),
        "ru": _build("ru", russian),
        "uk": _build("uk", ukrainian),
    }
)


def language(code: str) -> Language:
    """Return the tables of a language.

    Args:
        code: The ISO 639-1 code, such as "fr".

    Returns:
        The language, or one whose tables are all empty when the code is unknown.
    """
    known = LANGUAGES.get(code)
    if known is not None:
        return known
    return Language(
        code=code,
        stop_words=frozenset(),
        negations=frozenset(),
        question_words=MappingProxyType({}),
        kind_words=MappingProxyType({}),
        small_talk=frozenset(),
        abbreviations=MappingProxyType({}),
        contractions=MappingProxyType({}),
        elisions=frozenset(),
        claim_markers=(),
    )


def primary_subtag(tag: str) -> str:
    """Return the language of a tag or locale, such as "pt" of "pt-BR" and "fr" of "fr_FR.UTF-8".

    Args:
        tag: An IETF language tag or a POSIX locale; may be empty.

    Returns:
        Its first part in lower case.
    """
    return re.split(r"[-_.@]", tag)[0].lower()
