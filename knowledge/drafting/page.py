"""A page: an article's text as passages, each with its words and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from knowledge.drafting.span import Span, trimmed
from knowledge.drafting.words import Word, words_of
from knowledge.text.marks import ALL_MARKS
from knowledge.text.sentences import Sentence, number_sentences

# "MARLOW FALLS — ", "VESHTOK (Reuters) - ", "PARIS, 3 mai (AFP) – ".
_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÝА-ЯЁІЇЄ][\wÀ-ÿ.'’-]*(?:[ ,/][ ]?)?){1,5}[^()\n—–-]{0,20}\([^()\n]{2,30}\)\s*[—–:-]\s+"
    r"|(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+[ ,]*){1,4}[—–-]\s+"
)
_ENDS = ".!?…"
# No sentence of an article is as long; one that is, a list or a text without full stops, is read as far as this.
_MOST_WORDS = 600


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article.

    Attributes:
        number: From 1, as evidence names it.
        paragraph: From 1.
        span: In the article, a dateline left out.
        quotations: The words inside quotation marks; one that goes on in the next sentence is cut here.
        words: All words and marks, the first 600 of them in a longer one.
        is_heading: True if it is a line without a full stop, or the first line.
    """

    number: int
    paragraph: int
    span: Span
    quotations: tuple[Span, ...]
    words: tuple[Word, ...]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Page:
    """An article's text, cut into passages.

    Attributes:
        text: The whole text.
        language: ISO 639-1 code.
        passages: In order.
    """

    text: str
    language: str
    passages: tuple[Passage, ...]

    def passage(self, number: int) -> Passage:
        """Return the passage that begins with the sentence of a number."""
        position = bisect_right(self.passages, number, key=lambda each: each.number) - 1
        return self.passages[position]

    @classmethod
    def of(cls, text: str, language: str) -> Page:
        """Cut a text in a language into passages."""
        return cls(text, language, tuple(_passages(text, language)))


def _passages(text: str, language: str) -> Iterator[Passage]:
    paragraph = 0
    for sentence in number_sentences(text):
        begins = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        end = sentence.start + len(sentence.text)
        start = sentence.start
        if begins and (dateline := _DATELINE.match(text, start, end)):
            start = dateline.end()
        span = Span(start, end)
        quotations = tuple(islice(_quotations(sentence, span), _MOST_WORDS))
        marked = tuple(_with_marks(text, each, span) for each in quotations)
        words = tuple(islice(words_of(text, span, language, marked), _MOST_WORDS))
        last = words[-1].end if words else span.start
        heading = begins and (paragraph == 1 or not _is_closed(sentence.text))
        yield Passage(
            number=sentence.number,
            paragraph=paragraph,
            span=span,
            quotations=tuple(trimmed(text, *each) for each in quotations if each.end <= last),
            words=words,
            is_heading=heading,
        )


def _quotations(sentence: Sentence, span: Span) -> Iterator[Span]:
    for start, end in sentence.quoted:
        each = Span(max(span.start, start + sentence.start), end + sentence.start)
        if each.start < each.end:
            yield each


def _with_marks(text: str, quotation: Span, within: Span) -> Span:
    """A quotation with the marks around it."""
    start, end = quotation
    while start > within.start and text[start - 1] in ALL_MARKS and start > quotation.start - 2:
        start -= 1
    while end < within.end and text[end] in ALL_MARKS and end < quotation.end + 2:
        end += 1
    return Span(start, end)


def _is_closed(text: str) -> bool:
    return text.rstrip(ALL_MARKS + " \u00a0\u202f)")[-1:] in _ENDS or ":" in text[-1:]
