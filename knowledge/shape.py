"""The shape of the knowledge files: their keys, and the kind of value that each holds.

A key with a default may be left out; all others have to be there. Files of earlier versions must go on loading: a key
that is added gets a default that says what its absence has meant so far, and one that is renamed stays in
`former_keys` of its shape, by its former name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, ValidationInfo
from pydantic_core import PydanticCustomError

from knowledge.errors import WarningKind
from knowledge.model import StatementKind, Wording

_Value = TypeVar("_Value")

LONGEST_QUOTE = 9
LONGEST_LABEL = 300
LONGEST_BUTTON = 30
"""Characters that a button shows whole on a telephone 360 pixels wide."""
LAST_NUMBER = 99_999

LENIENT = "lenient"
"""The validation context under which only keys and kinds of values count, so that the rest can be looked at."""


def _required(holds: Callable[[Any], object], wanted: str) -> AfterValidator:
    """A condition on values of the right kind, with what it wants as the end of "it has to be …"."""

    def required(value: _Value, info: ValidationInfo) -> _Value:
        if info.context != LENIENT and not holds(value):
            raise PydanticCustomError("unfit", "{wanted}", {"wanted": wanted})
        return value

    return AfterValidator(required)


def _between(least: int, most: int) -> AfterValidator:
    return _required(lambda number: least <= number <= most, f"a whole number from {least} to {most}")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_some = _required(len, "a list of at least one item")

Text = Annotated[str, _required(str.strip, "a text that is not empty")]
Label = Annotated[
    Text,
    _required(lambda text: len(text) <= LONGEST_LABEL, f"a text of at most {LONGEST_LABEL} characters: shorten it"),
]
"""A text that stands in one line with others, on every answer of its article."""
# Ids travel in buttons, which hold 64 bytes.
Id = Annotated[
    str,
    _required(re.compile("[a-z0-9][a-z0-9-]{0,39}").fullmatch, "1 to 40 of a-z, 0-9 and -, no - at the beginning"),
]
ShortId = Annotated[
    str,
    _required(re.compile("[a-z0-9][a-z0-9-]{0,15}").fullmatch, "1 to 16 of a-z, 0-9 and -, no - at the beginning"),
]
LANGUAGE_CODE = re.compile("[a-z]{2,3}")
# Codes name files.
Code = Annotated[
    str, _required(LANGUAGE_CODE.fullmatch, "the code of a language, two or three small letters as in fr, en, ru or uk")
]
Digest = Annotated[
    str,
    # `sha256sum` prints the file's name behind it.
    _required(
        lambda text: not re.match(r"[0-9a-f]{64}\s", text), "64 of 0-9 and a-f and no more: leave out what follows"
    ),
    _required(
        re.compile("[0-9a-f]{64}").fullmatch,
        "the SHA-256 of the article's text, 64 of 0-9 and a-f (`sha256sum FILE` prints it)",
    ),
]
# Below zero: the number that a sentence had before the article was corrected and it could not be found any more.
Number = Annotated[
    int, _required(lambda number: number and abs(number) <= LAST_NUMBER, f"a whole number from 1 to {LAST_NUMBER}")
]
Day = Annotated[str, _required(_is_day, "a day as in 2026-11-30")]
ByLanguage = dict[Code, Label]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    former_keys: ClassVar[Mapping[str, str]] = {}


def _key(holds: str, **default: Any) -> Any:
    """A key with a sentence, without its full stop, on what it holds, as the page for curators gives it."""
    return Field(description=holds, **default)


_ALIASES = "other ways to write the name or to say who is meant, a list in each language"
_ALLOW = "kinds of warnings that are meant"


class PersonShape(_Shape):
    """A person or institution in article.yaml."""

    name: ByLanguage = _key("the name, in each language")
    role: ByLanguage | None = _key("the office or part, in each language", default=None)
    aliases: dict[Code, list[Text]] = _key(_ALIASES, default_factory=dict)


class OutletShape(_Shape):
    """A news outlet in article.yaml."""

    name: ByLanguage = _key("the outlet's name, in each language")
    aliases: dict[Code, list[Text]] = _key(_ALIASES, default_factory=dict)


class DateShape(_Shape):
    """A date as far as the text gives it."""

    day: Annotated[int, _between(1, 31)] | None = _key("1 to 31", default=None)
    month: Annotated[int, _between(1, 12)] | None = _key("1 to 12", default=None)
    year: Annotated[int, _between(1, 9999)] | None = _key("in full", default=None)


class ArticleShape(_Shape):
    """article.yaml."""

    title: ByLanguage = _key("a title, in each language")
    language: Code = _key("the language of the article: `fr`, `en`, `ru` or `uk`")
    served: Annotated[list[Code], _some] = _key("the languages that it is served in, its own among them")
    date: DateShape = _key("the day of the events, as far as the text gives it; `{}` if it gives none")
    place: ByLanguage | None = _key("the place of the events, in each language; `null` if the text gives none")
    publisher: Label | None = _key("who published it; `null` if that is not known")
    author: Label | None = _key("who wrote it; `null` if that is not known", default=None)
    url: Text | None = _key("the address where it can be read; `null` if there is none")
    sha256: Digest = _key("the digest of the text")
    longest_quote: Annotated[int, _between(1, LAST_NUMBER)] = _key(
        f"the most words that a fragment of a quote may have; {LONGEST_QUOTE} unless it says otherwise",
        default=LONGEST_QUOTE,
    )
    text_is_public: StrictBool = _key(
        "`true` if the article's text may be shown to everybody; `false` unless it says otherwise", default=False
    )
    people: dict[Id, PersonShape] = _key(
        "by an id, everybody who speaks or is named, institutions too", default_factory=dict
    )
    outlets: dict[str, OutletShape] = _key(
        "by an id that is no person's, the outlets that are credited", default_factory=dict
    )
    notions: dict[str, dict[Code, list[Text]]] = _key(
        "by an id, other names and things that go by several words: a list of them in each language",
        default_factory=dict,
    )
    allow: list[WarningKind] = _key(f"{_ALLOW}, of those about no entry; see below", default_factory=list)


class StatementShape(_Shape):
    """One item of `statements` in faq.yaml."""

    speaker: Text | None = _key("the id of a person; `null` if nobody is named as the speaker")
    kind: StatementKind = _key(
        "`quote`: the whole statement is in the speaker's own words. `paraphrase`: the article words it; it may still"
        " carry the words that it quotes. `report`: no speaker, the article or the outlet tells it"
    )
    venue: Text | None = _key(
        'an id, worded in the language files as the end of a line ("at the town hall"); `null` if the text gives none'
    )
    via: Text | None = _key("the id of the outlet that the article credits; `null` if it credits none")
    quote: Annotated[list[Text], _some] | None = _key("a list of fragments, or `null`; see below")
    sentence: Number = _key("the number of the sentence, which is also in `evidence`")


class EntryShape(_Shape):
    """One entry of faq.yaml; `allow` names the kinds of warnings that somebody has looked at and that are meant."""

    former_keys: ClassVar[Mapping[str, str]] = {"said": "statements"}

    id: Id = _key("1 to 40 of a-z, 0-9 and `-`; no other entry of the article may have it")
    topic: ShortId = _key("1 to 16 of a-z, 0-9 and `-`; its label is in the language files")
    evidence: Annotated[list[Number], _some] = _key("the numbers of the sentences that the answer rests on")
    statements: Annotated[list[StatementShape], _some] = _key(
        "the statements, at least one, in the order in which the bot gives them"
    )
    allow: list[WarningKind] = _key(f"{_ALLOW}; see below", default_factory=list)
    draft: StrictBool = _key(
        "`true` if a program proposed it and nobody has accepted it yet: it is answered with to nobody", default=False
    )
    accepted: Day | None = _key("the day on which a draft was accepted, as in 2026-11-30", default=None)


class SummaryShape(_Shape):
    """The summary in faq.yaml; its words are in the language files."""

    evidence: Annotated[list[Number], _some] = _key("the numbers of the sentences that it rests on")


class FaqShape(_Shape):
    """faq.yaml; `statements` only holds what entries point to."""

    summary: SummaryShape | None = _key("of the article, if the language files have one", default=None)
    statements: list[StatementShape] = _key("statements that several entries share, see below", default_factory=list)
    entries: Annotated[list[EntryShape], _some] = _key("the entries, in the order of menus")


class WordsShape(_Shape):
    """An entry's questions and answer in one language."""

    label: Text | None = _key(
        f"its title on buttons, at most {LONGEST_BUTTON} characters; unless it is given, the first question",
        default=None,
    )
    questions: dict[Wording, list[Text]] = _key("its variants by their kind, a list of each; see Variants")
    answer: Text = _key("its answer")


class LanguageShape(_Shape):
    """The file of one language."""

    former_keys: ClassVar[Mapping[str, str]] = {"silences": "out_of_scope"}

    summary: Text | None = _key(
        "the article in about three sentences of your own, on its card; `summary` in `faq.yaml` says what it rests on",
        default=None,
    )
    topics: dict[str, Text] = _key("the label of each topic")
    venues: dict[str, Text] = _key("the words for each venue", default_factory=dict)
    quotes: dict[str, Text] = _key(
        "the translation of each quote; the key is its fragments, joined by ` […] `", default_factory=dict
    )
    untranslated: list[Text] = _key(
        "those keys of `quotes` that stand there in the article's language until somebody translates them",
        default_factory=list,
    )
    entries: dict[str, WordsShape] = _key("by id, the words of each entry")
    out_of_scope: list[Text] = _key("out-of-scope examples", default_factory=list)
