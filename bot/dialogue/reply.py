"""A reply: parts to show and buttons to press, whatever shows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from knowledge.matcher import Candidate, Outcome

UP, DOWN = "👍", "👎"
"""The labels of buttons to vote."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading."""

    text: str


@dataclass(frozen=True, slots=True)
class MainText:
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
class Footnote:
    """A line in small type: attribution, source, a remark.

    Attributes:
        text: The line.
        url: Where it leads.
        article: The slug of the article whose card it leads to, where a link into the bot can; `url` comes first.
    """

    text: str
    url: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with details below it.

    Attributes:
        text: Its first line.
        details: The lines below.
        folded: Whether it is shown in full only on demand, with its neighbours.
    """

    text: str
    details: tuple[str, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person who is spoken to, and so notified.

    Attributes:
        name: By which they are called.
        person_id: Their id.

    Raises:
        ValueError: The name is empty.
    """

    name: str
    person_id: int

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("A mention needs a name: leave it out where there is none.")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line that points to an answer which stands already.

    Attributes:
        text: What it says.
        url: Where that answer stands, if there are links to it.
        mention: The person whom it is for; None where that is nobody in particular.
    """

    text: str
    url: str | None = None
    mention: Mention | None = None


Part = Title | MainText | QuoteLine | Footnote | Item | Pointer


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
        page: Which part of it; empty for the overview.
    """

    chat_id: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class Settle:
    """Change a setting of a chat.

    Attributes:
        chat_id: The chat, which may be another one than the button's.
        setting: One letter for what is settled.
        value: What it is to be from now on.
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
        verdict: What becomes of it.
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


Curating = ReviewQueue | ReviewVariant | TeachVariant | JudgeGroup | UndoAct
"""The actions of curators alone."""
Settling = OpenSettings | Settle | OpenGroupArticles | AdmitArticle | AdmitAllArticles
"""The actions on pages of settings, which name their chat."""

Action = (
    OpenEntry
    | ChooseEntry
    | RejectChoices
    | BrowseTopics
    | BrowseTopic
    | BrowsePeople
    | BrowsePerson
    | BrowseSources
    | BrowseArticles
    | BrowseArticle
    | BrowseArticleTopics
    | BrowseArticlePeople
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


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a reply.

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
    """A reply to a question, a command or a press.

    Attributes:
        language: ISO 639-1 code of the reply.
        parts: Shown one below the other.
        buttons: Shown below the parts.
        entry_key: The entry that answers, if one does.
        outcome: What the question came to; None for what is no reply to a question.
        candidate: The entry that the question comes nearest to; None if nothing is near.
        subject: The entry that a later "who?" or "and X?" is about, where that is not the one that answers.
        is_lookup: Whether it is about another message than the one that asks.
    """

    language: str
    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = field(default=())
    entry_key: str | None = None
    outcome: Outcome | None = None
    candidate: Candidate | None = None
    subject: str | None = None
    is_lookup: bool = False

    def without_buttons(self) -> Reply:
        """Return the same reply for where nothing can follow it."""
        return replace(self, buttons=())
