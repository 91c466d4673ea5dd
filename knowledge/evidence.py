"""The evidence lock: digests that tie quotes and sentence numbers to an article that is not here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from knowledge.text.normalise import canonical
from knowledge.text.sentences import Sentence, number_sentences

_NEXT_WORD = re.compile(r"\W*\w+")
_QUOTATION = re.compile(r"«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|\"[^\"]*\"?")


def digest(text: str) -> str:
    """The SHA-256 of a text in its canonical form (NFC, one form of apostrophe, single spaces), in hexadecimal."""
    return sha256(canonical(text).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LockedSentence:
    """A sentence of the article: its number, paragraph and digest."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")
    number: int
    paragraph: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LockedQuote:
    """A quote that was found in a sentence."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")
    sentence: int
    sha256: str


@dataclass(frozen=True, slots=True)
class EvidenceLock:
    """What was seen when the article was last at hand.

    Attributes:
        article: SHA-256 of the article's bytes, in hexadecimal.
        sentences: All of them, in order.
        quotes: All that were found.
    """

    article: str
    sentences: tuple[LockedSentence, ...]
    quotes: frozenset[LockedQuote]

    @classmethod
    def of(cls, article: bytes, quotes: Iterable[tuple[int, Sequence[str]]]) -> EvidenceLock:
        """Locks an article and quotes (sentence number and fragments) that `missing_fragment` has found in it."""
        return cls(
            article=sha256(article).hexdigest(),
            sentences=tuple(
                LockedSentence(sentence.number, sentence.paragraph, digest(sentence.text))
                for sentence in number_sentences(article.decode())
            ),
            quotes=frozenset(locked_quote(sentence, fragments) for sentence, fragments in quotes if fragments),
        )

    @classmethod
    def from_json(cls, text: str) -> EvidenceLock:
        """Reads what `to_json` wrote.

        Raises:
            ValueError: The text is no evidence lock.
        """
        try:
            return _LOCK.validate_json(text, strict=True)
        except ValidationError as error:
            raise ValueError(f"not an evidence lock: {error.errors()[0]['msg'].lower()}") from error

    def to_json(self) -> str:
        """The lock as JSON, one sentence or quote a line, so that a change reads well in review."""
        sentences = [
            json.dumps({"number": sentence.number, "paragraph": sentence.paragraph, "sha256": sentence.sha256})
            for sentence in self.sentences
        ]
        ordered = sorted(self.quotes, key=lambda quote: (quote.sentence, quote.sha256))
        quotes = [json.dumps({"sentence": quote.sentence, "sha256": quote.sha256}) for quote in ordered]
        return (
            f'{{\n"article": "{self.article}",\n"sentences": [\n'
            + ",\n".join(sentences)
            + '\n],\n"quotes": [\n'
            + ",\n".join(quotes)
            + "\n]\n}\n"
        )


_LOCK = TypeAdapter(EvidenceLock)


def locked_quote(sentence: int, fragments: Sequence[str]) -> LockedQuote:
    """The lock of a quote; the order of its fragments counts."""
    return LockedQuote(sentence, digest("\n".join(f"«{canonical(fragment)}»" for fragment in fragments)))


def missing_fragment(sentence: Sentence, fragments: Sequence[str]) -> str | None:
    """The first fragment that the sentence does not quote after the ones before it; None if it quotes all.

    Between two fragments at least one word is left out. A fragment has to be whole words inside
    quotation marks; a sentence without any marks (the middle of
    a quotation that runs over several) counts as quoted throughout.
    """
    text, position = canonical(sentence.text), 0
    quoted = [found.span() for found in _QUOTATION.finditer(text)] or [(0, len(text))]
    for fragment in fragments:
        if position and (left_out := _NEXT_WORD.match(text, position)):
            position = left_out.end()
        plain = canonical(fragment)
        whole = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")
        found = next(
            (m for m in whole.finditer(text, position) if any(a <= m.start() and m.end() <= b for a, b in quoted)), None
        )
        if found is None:
            return fragment
        position = found.end()
    return None
