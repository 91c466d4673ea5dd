"""The variants of one language as a judge of questions: which entry they are for, and if any at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.lexicon import Lexicon
from knowledge.matching.archive import LARGEST_INDEX, Archive, ArchiveTraining
from knowledge.matching.index import Index
from knowledge.matching.scope import Scope
from knowledge.matching.training import Training
from knowledge.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Scorer:
    """An index, or an archive where the variants are many, with its scope.

    Attributes:
        index: For which entries a question's words are evidence.
        scope: How sure it is that the question is in scope.
    """

    index: Index | Archive
    scope: Scope

    @classmethod
    def learnt(
        cls, language: str, texts: Sequence[str], owners: Sequence[int], entries: int, lexicon: Lexicon
    ) -> Scorer:
        """The scorer of some variants.

        Args:
            language: ISO 639-1 code.
            texts: The variants.
            owners: The entry number of each; -1 for a negative example, which belongs to none.
            entries: How many entries there are.
            lexicon: Names and notions to recognise.
        """
        if len(texts) > LARGEST_INDEX:
            archive = ArchiveTraining(language, texts, owners, lexicon)
            return cls(archive.index, Scope.learnt(archive))
        training = Training(language, texts, owners, entries, lexicon)
        return cls(training.index, Scope.learnt(training))

    def parameters(self) -> Parameters:
        """Parameters from which `restored` makes the same scorer."""
        return Parameters.joined({"index": self.index.parameters(), "scope": self.scope.parameters()})

    @classmethod
    def restored(cls, parameters: Parameters, language: str, owners: Sequence[int], entries: int) -> Scorer:
        """A scorer from its parameters; the other arguments are those of `learnt`.

        Raises:
            ValueError: They are not those of a scorer of such variants.
        """
        scope = Scope.restored(parameters.part("scope"))
        index = parameters.part("index")
        if len(owners) > LARGEST_INDEX:
            return cls(Archive.restored(index, language, owners), scope)
        return cls(Index.restored(index, language, owners, entries), scope)
