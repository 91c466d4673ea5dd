"""A question, and the settings of the chat that it is asked in."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.library import ANY_ARTICLE, ArticleChoice


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was typed.

    Attributes:
        text: Any text.
        language_code: The language of the asker's app or terminal, as an IETF tag, if known.
        choice: The articles that may answer.
        links: Addresses that belong to the question but do not stand in its text, such as those in the message that it
            is about: an article's own selects that article.
        about: The words of the message that the question stands under, empty for none.
        after: The key of the entry that was answered with before, if that is recent enough to go on from; empty if what
            stood before was looked up in vain; None without anything before.
        spoken: The language of that answer, as ISO 639-1 code; None if it is not known.
        number: Any number that differs from one message to the next: what is said without thinking is varied by it.
    """

    text: str
    language_code: str | None = None
    choice: ArticleChoice = ANY_ARTICLE
    links: tuple[str, ...] = ()
    about: str = ""
    after: str | None = None
    spoken: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The settings of a chat.

    Attributes:
        language: Answer in this language where the question does not tell; None for automatic.
        ambient: True if questions that are put to nobody are answered, in a group.
        repeat_seconds: Seconds for which an answer is pointed to instead of being posted again, in a group.
        article: The slug of the article that is talked of where no answer has been given lately; None for none.
        articles: The slugs of the articles that a group is answered from; None for all.
    """

    language: str | None = None
    ambient: bool = False
    repeat_seconds: int = 600
    article: str | None = None
    articles: frozenset[str] | None = None


AUTOMATIC = ChatSettings()
"""The settings of a chat that has changed none."""
