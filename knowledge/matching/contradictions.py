"""Contradictions: what makes a question another one than an entry's, however alike their words are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from knowledge.lexicon import Lexicon
from knowledge.matching.features import Reading
from knowledge.matching.index import Index
from knowledge.matching.presupposition import TextStances
from knowledge.matching.replacement import replacement, things_asked_about
from knowledge.matching.strangers import Strangers
from knowledge.matching.text_quantities import TextQuantities

# The nearest variants, among which may be one that is the question but for a thing.
_MOST_NEAR = 5
# An entry that has a thing less than this, 0 to 1, is not about it.
_UNEXPLAINED = 0.2


class Contradictions:
    """The people, things and stances of an article, which questions may contradict.

    Args:
        texts: By entry number and language, its answer and statements.
        lexicon: Its names and notions.
        is_known: Tells if a word is one of its questions, in any language.
    """

    def __init__(
        self, texts: Mapping[int, Mapping[str, Sequence[str]]], lexicon: Lexicon, is_known: Callable[[str], bool]
    ) -> None:
        self._stances = TextStances(texts)
        self._quantities = TextQuantities(texts)
        every = (text for own in texts.values() for some in own.values() for text in some)
        self._strangers = Strangers(lexicon, every, is_known)

    def stranger(self, text: str) -> str | None:
        """Return somebody or something that a text names and the article does not have; None if there is none."""
        return self._strangers.first_in(text)

    def entries(self, index: Index, reading: Reading, best: int, variant: Callable[[int], str]) -> frozenset[int]:
        """Return the numbers of the entries that are near a question and answer another one.

        Args:
            index: Of the language that reads the question.
            reading: Of the question.
            best: The number of the entry that ranks first, the only one that could answer it.
            variant: Gives the text of a variant by its position in the index.
        """
        contrary = self._stances.contradicting([token.word for token in reading.tokens], index.language)
        contrary |= self._without_the_quantity(index, reading)
        return contrary | {best} if self._has_another_thing(index, reading, best, variant) else contrary

    def _without_the_quantity(self, index: Index, reading: Reading) -> frozenset[int]:
        """The entries that give no quantity where one is asked for, neither in their texts nor by their variants."""
        found = frozenset[int]()
        for kind in reading.kinds:
            found |= self._quantities.entries_without(kind) - frozenset(index.kinds.having(kind).tolist())
        return found

    @staticmethod
    def _has_another_thing(index: Index, reading: Reading, best: int, variant: Callable[[int], str]) -> bool:
        """Tell if the best entry has a variant which is the question but for the thing that is asked about."""
        stems = things_asked_about(reading.tokens, index.language)
        asked = [unit for unit in reading.units if unit.feature in stems]
        explained = index.support.explained_shares([unit.features for unit in asked])[:, best]
        strange = {unit.feature for unit, degree in zip(asked, explained, strict=True) if degree < _UNEXPLAINED}
        if not strange:
            return False
        rows, _ = index.nearest(reading, _MOST_NEAR)
        near = (index.read(variant(row)).tokens for row in rows.tolist() if index.owners[row] == best)
        found = (replacement(reading.tokens, tokens, index.language) for tokens in near)
        return any(each is not None and each[0] in strange for each in found)
