"""The shape of the knowledge files: their keys, and the kind of value that each holds.

A key with a default may be left out; all others have to be there. Files of earlier versions must go on loading: a key
that is added gets a default that says what its absence has meant so far, and one that is renamed stays in
`former_keys` of its shape, by its former name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from knowledge.errors import WarningKind
from knowledge.model import StatementKind, Wording

Value = TypeVar("Value")

LENIENT = "lenient"
"""The validation context under which only keys and kinds of values count, so that the rest can be looked at."""


def _required(holds: Callable[[Any], object], wanted: str) -> AfterValidator:
    """A condition on values of the right kind, with what it wants as the end of "it has to be …"."""

    def required(value: Value, info: ValidationInfo) -> Value:
        if info.context != LENIENT and not holds(value):
            raise PydanticCustomError("unfit", "{wanted}", {"wanted": wanted})
        return value

    return AfterValidator(required)


def _between(least: int, most: int) -> AfterValidator:
    return _required(lambda number: least <= number <= most, f"a whole number from {least} to {most}")


_some = _required(len, "a list of at least one item")

Text = Annotated[str, _required(str.strip, "a text that is not empty")]
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
Number = Annotated[int, _between(1, 99_999)]
ByLanguage = dict[Code, Text]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    former_keys: ClassVar[Mapping[str, str]] = {}


class PersonShape(_Shape):
    """A person or institution in article.yaml."""

    name: ByLanguage
    role: ByLanguage | None = None
    aliases: dict[Code, list[Text]] = Field(default_factory=dict)


class OutletShape(_Shape):
    """A news outlet in article.yaml."""

    name: ByLanguage
    aliases: dict[Code, list[Text]] = Field(default_factory=dict)


class DateShape(_Shape):
    """A date as far as the text gives it."""

    day: Annotated[int, _between(1, 31)] | None = None
    month: Annotated[int, _between(1, 12)] | None = None
    year: Annotated[int, _between(1, 9999)] | None = None


class ArticleShape(_Shape):
    """article.yaml."""

    title: ByLanguage
    language: Code
    served: Annotated[list[Code], _some]
    date: DateShape
    place: ByLanguage | None
    publisher: Text | None
    url: Text | None
    sha256: Digest
    people: dict[Id, PersonShape] = Field(default_factory=dict)
    outlets: dict[str, OutletShape] = Field(default_factory=dict)
    notions: dict[str, dict[Code, list[Text]]] = Field(default_factory=dict)
    allow: list[WarningKind] = Field(default_factory=list)


class StatementShape(_Shape):
    """One item of `statements` in faq.yaml."""

    speaker: Text | None
    kind: StatementKind
    venue: Text | None
    via: Text | None
    quote: Annotated[list[Text], _some] | None
    sentence: Number


class EntryShape(_Shape):
    """One entry of faq.yaml; `allow` names the kinds of warnings that somebody has looked at and that are meant."""

    former_keys: ClassVar[Mapping[str, str]] = {"said": "statements"}

    id: Id
    topic: ShortId
    evidence: Annotated[list[Number], _some]
    statements: Annotated[list[StatementShape], _some]
    allow: list[WarningKind] = Field(default_factory=list)


class FaqShape(_Shape):
    """faq.yaml; `statements` only holds what entries point to."""

    statements: list[StatementShape] = Field(default_factory=list)
    entries: Annotated[list[EntryShape], _some]


class WordsShape(_Shape):
    """An entry's questions and answer in one language."""

    questions: dict[Wording, list[Text]]
    answer: Text


class LanguageShape(_Shape):
    """The file of one language."""

    former_keys: ClassVar[Mapping[str, str]] = {"silences": "out_of_scope"}

    topics: dict[str, Text]
    venues: dict[str, Text] = Field(default_factory=dict)
    quotes: dict[str, Text] = Field(default_factory=dict)
    entries: dict[str, WordsShape]
    out_of_scope: list[Text] = Field(default_factory=list)
