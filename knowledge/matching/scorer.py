"""Scorer of questions by the variants of one language: which entry they ask for, and if any at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.lexicon import Lexicon
from knowledge.matching.archive import Archive, ArchiveTraining
from knowledge.matching.index import Index
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.scope import Scope
from knowledge.matching.training import Training
from knowledge.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Scorer:
    """An index, or an archive where the variants are many, with its scope.

    Attributes:
        index: Scores the entries.
        scope: Scores the question, whatever its entry.
    """

    index: Index | Archive
    scope: Scope

    @classmethod
    def learnt(
        cls,
        language: str,
        texts: Sequence[str],
        owners: Sequence[int],
        entries: int,
        lexicon: Lexicon,
        *,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> Scorer:
        """Learn from some variants.

        Args:
            language: ISO 639-1 code.
            texts: The variants.
            owners: The entry number of each; -1 for an out-of-scope example, which belongs to none.
            entries: The number of entries.
            lexicon: Names and notions to recognise.
            options: Those of the matcher.
        """
        training: Training | ArchiveTraining
        if len(texts) > options.archive.largest_index:
            training = ArchiveTraining(language, texts, owners, lexicon, options=options)
        else:
            training = Training(language, texts, owners, entries, lexicon, options=options)
        return cls(training.index, Scope.learnt(training, options.scope))

    def parameters(self) -> Parameters:
        """Return parameters from which `restored` makes the same scorer."""
        return Parameters.joined({"index": self.index.parameters(), "scope": self.scope.parameters()})

    @classmethod
    def restored(
        cls,
        parameters: Parameters,
        language: str,
        owners: Sequence[int],
        entries: int,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> Scorer:
        """Restore a scorer from its parameters; the other arguments are those of `learnt`.

        Raises:
            ValueError: They are not those of a scorer of such variants.
        """
        scope = Scope.restored(parameters.part("scope"))
        index = parameters.part("index")
        if len(owners) > options.archive.largest_index:
            return cls(Archive.restored(index, language, owners, options), scope)
        return cls(Index.restored(index, language, owners, entries, options), scope)
