"""Proposals: people, outlets and entries as a program suggests them, before a person has looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.model import StatementKind, Wording

Questions = Mapping[Wording, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ProposedPerson:
    """Somebody who speaks.

    Attributes:
        id: For article.yaml.
        name: By language.
        role: By language; None where it cannot be given in each.
        aliases: By language.
    """

    id: str
    name: Mapping[str, str]
    role: Mapping[str, str] | None
    aliases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ProposedStatement:
    """A statement as faq.yaml holds it."""

    speaker: str | None
    kind: StatementKind
    venue: str | None
    via: str | None
    quote: tuple[str, ...]
    sentence: int


@dataclass(slots=True)
class ProposedEntry:
    """An entry with its words.

    Attributes:
        id: Unique within its article.
        topic: The id of its topic.
        evidence: Numbers of sentences.
        statements: At least one.
        answers: By language.
        questions: By language.
    """

    id: str
    topic: str
    evidence: tuple[int, ...]
    statements: tuple[ProposedStatement, ...]
    answers: dict[str, str] = field(default_factory=dict)
    questions: dict[str, Questions] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that is proposed for an article.

    Attributes:
        title: By language.
        language: Of the article, ISO 639-1.
        served: The languages that it is worded in.
        people: Those who speak.
        outlets: Names by id and language.
        venues: Wordings by id and language.
        topics: Labels by id and language.
        entries: In order.
        out_of_scope: By language.
    """

    title: Mapping[str, str]
    language: str
    served: tuple[str, ...]
    people: tuple[ProposedPerson, ...]
    outlets: Mapping[str, Mapping[str, str]]
    venues: Mapping[str, Mapping[str, str]]
    topics: Mapping[str, Mapping[str, str]]
    entries: tuple[ProposedEntry, ...]
    out_of_scope: Mapping[str, tuple[str, ...]]
