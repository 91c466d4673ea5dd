"""The actions of buttons: what a press opens, settles or decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Answer with an entry, in a new reply."""

    entry_key: str


@dataclass(frozen=True, slots=True)
class ChooseEntry:
    """Answer with the entry that was meant, in place of the choice."""

    entry_key: str


@dataclass(frozen=True, slots=True)
class RejectChoices:
    """Reject all choices: none was meant."""


@dataclass(frozen=True, slots=True)
class BrowseTopics:
    """List the topics."""


@dataclass(frozen=True, slots=True)
class BrowseTopic:
    """List a page of the questions of a topic.

    Attributes:
        topic: As `slug/topic`.
        page: From 0.
    """

    topic: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class BrowsePeople:
    """List the people who are quoted."""


@dataclass(frozen=True, slots=True)
class BrowsePerson:
    """List a page of a person's statements.

    Attributes:
        person: The id of a person, or of an outlet that reports by itself; as `slug/id`, of one article alone.
        page: From 0.
    """

    person: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class BrowseSources:
    """List a page of what is known of the articles.

    Attributes:
        page: From 0.
    """

    page: int


@dataclass(frozen=True, slots=True)
class BrowseArticles:
    """List a page of the articles.

    Attributes:
        page: From 0.
    """

    page: int = 0


@dataclass(frozen=True, slots=True)
class BrowseArticle:
    """Show the card of an article.

    Attributes:
        article: Its slug.
    """

    article: str


@dataclass(frozen=True, slots=True)
class BrowseArticleTopics:
    """List the topics of an article.

    Attributes:
        article: Its slug.
    """

    article: str


@dataclass(frozen=True, slots=True)
class BrowseArticlePeople:
    """List the people who are quoted in an article.

    Attributes:
        article: Its slug.
    """

    article: str


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show the help."""


@dataclass(frozen=True, slots=True)
class ShowPrivacy:
    """Show the whole page on privacy."""


@dataclass(frozen=True, slots=True)
class SettleArticle:
    """Settle which article a chat talks of, where a question does not tell.

    Attributes:
        article: Its slug.
    """

    article: str


@dataclass(frozen=True, slots=True)
class ReleaseArticle:
    """Settle that a chat talks of no article in particular.

    Attributes:
        article: The slug of the one whose card is shown.
    """

    article: str


@dataclass(frozen=True, slots=True)
class AnswerInLanguage:
    """Answer with an entry in another language, in place of the reply.

    Attributes:
        entry_key: The entry.
        language: ISO 639-1 code.
    """

    entry_key: str
    language: str


@dataclass(frozen=True, slots=True)
class HelpInLanguage:
    """Show the help in another language, in place of the reply.

    Attributes:
        language: ISO 639-1 code.
    """

    language: str


@dataclass(frozen=True, slots=True)
class RemoveReply:
    """Remove the reply."""


@dataclass(frozen=True, slots=True)
class Vote:
    """Vote for or against an answer.

    Attributes:
        entry_key: The entry that answers.
        up: For it; else against it.
    """

    entry_key: str
    up: bool


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Show the settings of a chat.

    Attributes:
        chat_id: The chat, which may be another one than the button's.
        page: The part of it to open; empty for the overview.
    """

    chat_id: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class Settle:
    """Change a setting of a chat.

    Attributes:
        chat_id: The chat, which may be another one than the button's.
        setting: One letter for what is settled.
        value: The setting's value from now on.
    """

    chat_id: int
    setting: str
    value: str


@dataclass(frozen=True, slots=True)
class OpenGroupArticles:
    """Show a page of the articles that a group may be answered from.

    Attributes:
        chat_id: The group, which may be another chat than the button's.
        page: From 0.
    """

    chat_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class AdmitArticle:
    """Settle that a group is answered from an article, or is not any more.

    Attributes:
        chat_id: The group, which may be another chat than the button's.
        article: The slug of the article.
        admitted: Answers come from it; else no longer.
    """

    chat_id: int
    article: str
    admitted: bool


@dataclass(frozen=True, slots=True)
class AdmitAllArticles:
    """Settle that a group is answered from all articles.

    Attributes:
        chat_id: The group, which may be another chat than the button's.
    """

    chat_id: int


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Show the group of misses that was asked most."""


@dataclass(frozen=True, slots=True)
class ReviewVariant:
    """Show an entry beside the wordings of a group, before they are taught to it.

    Attributes:
        group: Names the group as it was shown.
        entry_key: The entry.
    """

    group: str
    entry_key: str


@dataclass(frozen=True, slots=True)
class TeachVariant:
    """Teach an entry the wordings of a group.

    Attributes:
        group: Names the group as it was shown.
        entry_key: The entry.
    """

    group: str
    entry_key: str


class ReviewVerdict(StrEnum):
    """A curator's verdict on a group that no entry answers."""

    WANTED = "w"
    OUT_OF_SCOPE = "x"
    SKIPPED = "k"


@dataclass(frozen=True, slots=True)
class JudgeGroup:
    """Give a verdict on a group.

    Attributes:
        group: Names the group as it was shown.
        verdict: The verdict on it.
    """

    group: str
    verdict: ReviewVerdict


@dataclass(frozen=True, slots=True)
class UndoAct:
    """Undo a decision.

    Attributes:
        act: The number of the decision.
    """

    act: int


Browsing = (
    BrowseTopics
    | BrowseTopic
    | BrowsePeople
    | BrowsePerson
    | BrowseSources
    | BrowseArticles
    | BrowseArticle
    | BrowseArticleTopics
    | BrowseArticlePeople
)
"""The actions that turn to a page on what there is to ask about."""
Curating = ReviewQueue | ReviewVariant | TeachVariant | JudgeGroup | UndoAct
"""The actions of curators alone."""
Settling = OpenSettings | Settle | OpenGroupArticles | AdmitArticle | AdmitAllArticles
"""The actions on pages of settings, which name their chat."""

Action = (
    OpenEntry
    | ChooseEntry
    | RejectChoices
    | Browsing
    | ShowHelp
    | ShowPrivacy
    | SettleArticle
    | ReleaseArticle
    | AnswerInLanguage
    | HelpInLanguage
    | RemoveReply
    | Vote
    | Settling
    | Curating
)
