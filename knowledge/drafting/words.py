"""Words of a passage, with their offsets, elisions and inversions taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.drafting.span import Span
from knowledge.text.marks import APOSTROPHES

_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_INVERSION = r"-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous|ce)\b"
# Capitals at both sides of an apostrophe within a sentence are a name: "N'Guyen", "Tanguy D'Hervilly".
_ELIDED_NAME = r"(?-i:(?:[NM]|(?<=[a-zà-ÿ]\ )D)['’][A-ZÀ-Ý][^\W_]*(?:-[^\W_]+)*)"
_PIECES = {
    "fr": re.compile(
        rf"""{_ELIDED_NAME} | (?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w) | {_INVERSION}
        | (?:[A-ZÀ-Ý]\.){{2,}} | \d+(?:[.,]\d+)*
        | [^\W_]+(?:(?!{_INVERSION})[-'’&.](?=[^\W_])[^\W_]+)* | \S""",
        re.VERBOSE | re.IGNORECASE,
    ),
    "en": re.compile(
        r"""['’]s\b | (?:[A-Z]\.){2,} | \d+(?:[.,]\d+)* | [^\W_]+(?:[-.&](?=[^\W_])[^\W_]+|['’](?!s\b)[^\W_]+)* | \S""",
        re.VERBOSE | re.IGNORECASE,
    ),
}
# Marks of Markdown in a text that is not said to be any.
_EMPHASIS = ("*", "#", ">")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-'’ʼ.](?=[^\W_])[^\W_]+)*|\S")


class Word(NamedTuple):
    """A word, or a mark of punctuation.

    Attributes:
        text: As it stands.
        lower: In lower case, with straight apostrophes, and without the hyphens of an inversion ("il" for "-t-il").
        start: Its offset in the article.
        end: The offset after it.
        quoted: True inside quotation marks.
        inverted: True of a pronoun that is joined to the verb before it.
    """

    text: str
    lower: str
    start: int
    end: int
    quoted: bool = False
    inverted: bool = False

    @property
    def is_word(self) -> bool:
        """Tell if it is no punctuation."""
        return self.text[0].isalnum() or len(self.text) > 1

    @property
    def is_capital(self) -> bool:
        """Tell if it begins with a capital."""
        return self.text[0].isupper()


def words_of(text: str, span: Span, language: str, quoted: tuple[Span, ...] = ()) -> Iterator[Word]:
    """Yield the words of a part of a text.

    Args:
        text: The whole text.
        span: The part.
        language: ISO 639-1 code.
        quoted: The parts of the text inside quotation marks, their marks counted, in order.
    """
    position = 0
    for found in _PIECES.get(language, _PLAIN).finditer(text, *span):
        start, end = found.span()
        while position < len(quoted) and quoted[position].end <= start:
            position += 1
        inside = position < len(quoted) and quoted[position].start <= start
        written = found[0]
        if written in _EMPHASIS:
            continue
        lower = written.lower().translate(_APOSTROPHES)
        inverted = language == "fr" and written.startswith("-") and len(written) > 1
        if inverted:
            lower = lower.rsplit("-", 1)[-1]
        yield Word(written, lower, start, end, inside, inverted)
