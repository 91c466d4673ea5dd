"""A reply: parts to show and buttons to press, whatever shows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from knowledge.matcher import Candidate, Outcome


@dataclass(frozen=True, slots=True)
class Title:
    """A heading."""

    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The text that matters most."""

    text: str


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A speaker's own words.

    Attributes:
        text: In the article's language, with its quotation marks.
        language_label: The name of that language, where the reader's is another.
        translation: In the reader's language, with its quotation marks and marked as a translation.
    """

    text: str
    language_label: str | None = None
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Small:
    """A line in small type: attribution, source, a remark."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with details below it."""

    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line that points to an answer which stands already.

    Attributes:
        text: What it says.
        url: Where that answer stands, if there are links to it.
        name: Whom it is for; empty where they have none.
        person_id: Their id, so that they are notified.
    """

    text: str
    url: str | None = None
    name: str = ""
    person_id: int = 0


Part = Title | Lead | QuoteLine | Small | Item | Pointer


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Answers with an entry, in a new reply."""

    entry_id: str


@dataclass(frozen=True, slots=True)
class ChooseEntry:
    """Answers with the entry that was meant, in place of the choice."""

    entry_id: str


@dataclass(frozen=True, slots=True)
class RejectChoices:
    """None of the choices was meant."""


@dataclass(frozen=True, slots=True)
class BrowseTopics:
    """Lists the topics."""


@dataclass(frozen=True, slots=True)
class BrowseTopic:
    """Lists the questions of a topic, from a page on.

    Attributes:
        topic: As `slug/topic`.
        page: From 0.
    """

    topic: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class BrowsePeople:
    """Lists the people who are quoted."""


@dataclass(frozen=True, slots=True)
class BrowsePerson:
    """Lists what a person said, from a page on."""

    person: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class RemoveReply:
    """Takes the reply away."""


@dataclass(frozen=True, slots=True)
class Vote:
    """Says whether an answer helped.

    Attributes:
        entry_id: The entry that answers.
        up: Whether it did.
    """

    entry_id: str
    up: bool


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Shows what a chat has settled.

    Attributes:
        chat_id: The chat, which may be another one than the button's.
        page: Which part of it; empty for the overview.
    """

    chat_id: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class Settle:
    """Settles something for a chat.

    Attributes:
        chat_id: The chat, which may be another one than the button's.
        setting: One letter for what is settled.
        value: What it is to be from now on.
    """

    chat_id: int
    setting: str
    value: str


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Shows what was asked in vain, the most asked first."""


@dataclass(frozen=True, slots=True)
class ReviewVariant:
    """Shows what it would mean to teach an entry the wordings of a group.

    Attributes:
        group: Names the group as it was shown.
        entry_id: The entry.
    """

    group: str
    entry_id: str


@dataclass(frozen=True, slots=True)
class TeachVariant:
    """Teaches an entry the wordings of a group.

    Attributes:
        group: Names the group as it was shown.
        entry_id: The entry.
    """

    group: str
    entry_id: str


class ReviewVerdict(StrEnum):
    """What becomes of a group that no entry answers."""

    WANTED = "w"
    OUT_OF_SCOPE = "x"
    SKIPPED = "k"


@dataclass(frozen=True, slots=True)
class JudgeGroup:
    """Says what becomes of a group.

    Attributes:
        group: Names the group as it was shown.
        verdict: What becomes of it.
    """

    group: str
    verdict: ReviewVerdict


@dataclass(frozen=True, slots=True)
class UndoAct:
    """Takes back what was decided.

    Attributes:
        act: The number of the decision.
    """

    act: int


Curating = ReviewQueue | ReviewVariant | TeachVariant | JudgeGroup | UndoAct
"""What curators alone may do."""

Action = (
    OpenEntry
    | ChooseEntry
    | RejectChoices
    | BrowseTopics
    | BrowseTopic
    | BrowsePeople
    | BrowsePerson
    | RemoveReply
    | Vote
    | OpenSettings
    | Settle
    | Curating
)


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press.

    Attributes:
        label: What it says.
        action: What it does.
        beside: Whether it stands beside the button before it, not below.
        url: Where it leads instead, where links can be followed; None where it only acts.
    """

    label: str
    action: Action
    beside: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said in return.

    Attributes:
        language: ISO 639-1 code of the reply.
        parts: Shown one below the other.
        buttons: Shown below the parts.
        entry_id: The entry that answers, if one does.
        outcome: What the question came to; None for what is no reply to a question.
        candidate: The entry that the question comes nearest to; None if nothing is near.
    """

    language: str
    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = field(default=())
    entry_id: str | None = None
    outcome: Outcome | None = None
    candidate: Candidate | None = None

    def without_buttons(self) -> Reply:
        """The same reply where nothing can follow it."""
        return replace(self, buttons=())
