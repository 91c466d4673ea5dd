"""Statements of an article, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.drafting.entities import Entities
from knowledge.drafting.entity import Entity
from knowledge.drafting.page import Page
from knowledge.drafting.span import Span


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """Something that an article says somebody has said.

    Attributes:
        content: The words that were said; inside the marks if they are one quotation.
        quotes: The parts of it inside quotation marks.
        speaker: The fullest form of the name, or a description; None where nobody can be told.
        speaker_span: The words that stand for the speaker here; None if they are only implied.
        cue: The words that say that it was said; None where the sentence before has them.
        outlet: The name of the outlet that passed it on; None if none is credited.
        venue: The place or the medium, in the words of the text.
        sentence: The number of its sentence, from 1.
        unsure: Those of "speaker", "outlet" and "venue" that a person has to look at.
        entity: All that the page says of the speaker.
    """

    content: Span
    quotes: tuple[Span, ...]
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    outlet: str | None
    venue: str | None
    sentence: int
    unsure: frozenset[str] = frozenset()
    entity: Entity | None = None

    @property
    def kind(self) -> str:
        """Return "direct" for one quotation, "mixed" with quotations in it, "indirect" without any."""
        if not self.quotes:
            return "indirect"
        return (
            "direct"
            if self.quotes[0].start == self.content.start and self.quotes[-1].end == self.content.end
            else "mixed"
        )

    def as_json(self) -> Mapping[str, Any]:
        """Return it as plain values; spans are pairs of offsets."""
        return {
            "content": list(self.content),
            "kind": self.kind,
            "quotes": [list(each) for each in self.quotes],
            "speaker": self.speaker,
            "speaker_span": list(self.speaker_span) if self.speaker_span else None,
            "cue": list(self.cue) if self.cue else None,
            "outlet": self.outlet,
            "venue": self.venue,
            "sentence": self.sentence,
            "unsure": sorted(self.unsure),
        }


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """A page with what was found in it.

    Attributes:
        page: The page.
        entities: Those whom it names or describes.
        statements: In the order of their contents.
    """

    page: Page
    entities: Entities
    statements: tuple[FoundStatement, ...]
