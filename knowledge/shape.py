"""The shape of the knowledge files: which keys they have and what kind of value each holds."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from knowledge.model import StatementKind, Wording

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
# Ids travel in buttons, which hold 64 bytes.
Id = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,39}$")]
ShortId = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,15}$")]
ByLanguage = dict[str, Text]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonShape(_Shape):
    """A person or institution in article.yaml."""

    name: ByLanguage
    role: ByLanguage | None = None
    aliases: dict[str, list[Text]] = Field(default_factory=dict)


class OutletShape(_Shape):
    """A news outlet in article.yaml."""

    name: ByLanguage
    aliases: dict[str, list[Text]] = Field(default_factory=dict)


class DateShape(_Shape):
    """A date as far as the text gives it."""

    day: Annotated[int, Field(ge=1, le=31)] | None = None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    year: int | None = None


class ArticleShape(_Shape):
    """article.yaml."""

    title: ByLanguage
    language: Text
    served: Annotated[list[Text], Field(min_length=1)]
    date: DateShape
    place: ByLanguage | None
    publisher: Text | None
    url: Text | None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    people: dict[Id, PersonShape] = Field(default_factory=dict)
    outlets: dict[str, OutletShape] = Field(default_factory=dict)
    notions: dict[str, dict[str, list[Text]]] = Field(default_factory=dict)


class StatementShape(_Shape):
    """One item of `said` in faq.yaml."""

    speaker: Text | None
    kind: StatementKind
    venue: Text | None
    via: Text | None
    quote: Annotated[list[Text], Field(min_length=1)] | None
    sentence: Annotated[int, Field(ge=1)]


class EntryShape(_Shape):
    """One entry of faq.yaml."""

    id: Id
    topic: ShortId
    evidence: Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=1)]
    said: Annotated[list[StatementShape], Field(min_length=1)]


class FaqShape(_Shape):
    """faq.yaml; `statements` only holds what entries point to."""

    statements: list[StatementShape] = Field(default_factory=list)
    entries: Annotated[list[EntryShape], Field(min_length=1)]


class WordsShape(_Shape):
    """An entry's questions and answer in one language."""

    questions: dict[Wording, list[Text]]
    answer: Text


class LanguageShape(_Shape):
    """The file of one language."""

    topics: ByLanguage
    venues: ByLanguage = Field(default_factory=dict)
    quotes: ByLanguage = Field(default_factory=dict)
    entries: dict[str, WordsShape]
    silences: list[Text] = Field(default_factory=list)
