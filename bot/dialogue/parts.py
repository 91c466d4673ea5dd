"""The parts of a reply: lines and quotations, whatever shows them."""

from __future__ import annotations

from dataclasses import dataclass


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
        url: The address that it leads to.
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
        folded: True if it is shown in full only on demand, with its neighbours.
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
        text: The words of the line.
        url: The link to that answer, if there are links to it.
        mention: The person whom it is for; None where that is nobody in particular.
    """

    text: str
    url: str | None = None
    mention: Mention | None = None


Part = Title | MainText | QuoteLine | Footnote | Item | Pointer
