"""The evidence lock: digests that tie quotes and sentence numbers to an article that is not here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from knowledge.text.normalise import canonical
from knowledge.text.sentences import number_sentences


def digest(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of a text's canonical form (NFC, one form of apostrophe, single spaces)."""
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
class LockedEntry:
    """The numbers of sentences that an entry had, which are told by them from numbers that were changed later.

    Attributes:
        id: The entry's.
        evidence: As the entry lists it.
        statements: The sentence of each statement.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")
    id: str
    evidence: tuple[int, ...]
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLock:
    """The digests of an article, its sentences and its quotes, taken when its text was last at hand.

    Attributes:
        article: SHA-256 of the article's bytes, in hexadecimal.
        sentences: All of them, in order.
        quotes: All that were found.
        entries: The numbers of all entries, in order; None in a lock that an earlier version wrote.
    """

    article: str
    sentences: tuple[LockedSentence, ...]
    quotes: frozenset[LockedQuote]
    entries: tuple[LockedEntry, ...] | None = None

    @classmethod
    def of(
        cls,
        article: bytes,
        quotes: Iterable[tuple[int, Sequence[str]]],
        entries: tuple[LockedEntry, ...] | None = None,
    ) -> EvidenceLock:
        """Lock an article, quotes (sentence number and fragments) that stand in it, and entries."""
        return cls(
            article=sha256(article).hexdigest(),
            sentences=tuple(
                LockedSentence(sentence.number, sentence.paragraph, digest(sentence.text))
                for sentence in number_sentences(article.decode())
            ),
            quotes=frozenset(locked_quote(sentence, fragments) for sentence, fragments in quotes if fragments),
            entries=entries,
        )

    def confirms(self, earlier: EvidenceLock) -> bool:
        """Tell whether an earlier lock says the same, as far as it goes."""
        return earlier == (replace(self, entries=None) if earlier.entries is None else self)

    @classmethod
    def from_json(cls, text: str) -> EvidenceLock:
        """Read what `to_json` wrote.

        Raises:
            ValueError: The text is no evidence lock.
        """
        try:
            return _LOCK.validate_json(text, strict=True)
        except ValidationError as error:
            raise ValueError(f"not an evidence lock: {error.errors()[0]['msg'].lower()}") from error

    def to_json(self) -> str:
        """Write the lock as JSON, one sentence, quote or entry a line, so that a change reads well in review."""
        sentences = [
            json.dumps({"number": sentence.number, "paragraph": sentence.paragraph, "sha256": sentence.sha256})
            for sentence in self.sentences
        ]
        ordered = sorted(self.quotes, key=lambda quote: (quote.sentence, quote.sha256))
        quotes = [json.dumps({"sentence": quote.sentence, "sha256": quote.sha256}) for quote in ordered]
        lists = {"sentences": sentences, "quotes": quotes}
        if self.entries is not None:
            lists["entries"] = [
                json.dumps({"id": entry.id, "evidence": entry.evidence, "statements": entry.statements})
                for entry in self.entries
            ]
        written = (f'"{name}": [\n' + ",\n".join(lines) + "\n]" for name, lines in lists.items())
        return f'{{\n"article": "{self.article}",\n' + ",\n".join(written) + "\n}\n"


_LOCK = TypeAdapter(EvidenceLock)


def locked_quote(sentence: int, fragments: Sequence[str]) -> LockedQuote:
    """Lock a quote; the order of its fragments counts."""
    return LockedQuote(sentence, digest("\n".join(f"«{canonical(fragment)}»" for fragment in fragments)))
