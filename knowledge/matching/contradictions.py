"""Contradictions: what makes a question another one than an entry's, however alike their words are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from knowledge.lexicon import Lexicon
from knowledge.matching.features import Reading
from knowledge.matching.index import Index
from knowledge.matching.presupposition import TextStances
from knowledge.matching.replacement import replacement
from knowledge.matching.strangers import Strangers

# The nearest variants, among which may be one that is the question but for a thing.
_MOST_NEAR = 5
# An entry that has a thing less than this, 0 to 1, is not about it.
_UNEXPLAINED = 0.2


class Contradictions:
    """What an article gives, against which questions are held.

    Args:
        texts: By entry number and language, its answer and statements.
        lexicon: Its names and notions.
        is_known: Tells if a word is one of its questions, in any language.
    """

    def __init__(
        self, texts: Mapping[int, Mapping[str, Sequence[str]]], lexicon: Lexicon, is_known: Callable[[str], bool]
    ) -> None:
        self._stances = TextStances(texts)
        every = (text for own in texts.values() for some in own.values() for text in some)
        self._strangers = Strangers(lexicon, every, is_known)

    def stranger(self, text: str) -> str | None:
        """Return somebody or something that a text names and the article does not have; None if there is none."""
        return self._strangers.found_in(text)

    def entries(self, index: Index, reading: Reading, variant: Callable[[int], str]) -> frozenset[int]:
        """Return the numbers of the entries that are near a question and answer another one.

        Args:
            index: Of the language that reads the question.
            reading: Of the question.
            variant: Gives the text of a variant by its position in the index.
        """
        contrary = self._stances.contradicting([token.word for token in reading.tokens], index.language)
        return contrary | self._replaced(index, reading, variant)

    @staticmethod
    def _replaced(index: Index, reading: Reading, variant: Callable[[int], str]) -> frozenset[int]:
        """The entries that have a variant which is the question but for the thing that is asked about."""
        found: set[int] = set()
        rows, _ = index.nearest(reading, _MOST_NEAR)
        for row in rows.tolist():
            owner = int(index.owners[row])
            if owner < 0 or owner in found:
                continue
            things = replacement(reading.tokens, index.read(variant(row)).tokens, index.language)
            unit = next((unit for unit in reading.units if things is not None and unit.feature == things[0]), None)
            if unit is not None and index.support.explained([unit.features])[0, owner] < _UNEXPLAINED:
                found.add(owner)
        return frozenset(found)
