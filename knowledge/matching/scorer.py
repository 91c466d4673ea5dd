"""Scorer of questions by the variants of one language: which entry they ask for, and if any at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching import trials
from knowledge.matching.archive import Archive, ArchiveTraining
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.index import Index
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.scope import Scope
from knowledge.matching.training import Training
from knowledge.matching.trials import Trial
from knowledge.parameters import Parameters

# Variants that play questions in the trials. In scope they are scored together, but one by one in an archive.
_MOST_PLAYED, _MOST_PLAYED_IN_ARCHIVE, _MOST_PLAYED_OUT_OF_SCOPE = 1000, 400, 400


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
        """Learn from some variants; the arguments are those of `trained`."""
        return trained(language, texts, owners, entries, lexicon, options=options).scorer

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


@dataclass(frozen=True, slots=True)
class TrainedScorer:
    """A scorer with the trials that its scope was learnt from.

    Attributes:
        scorer: Of one language.
        within: Trials of questions in scope.
        within_scores: Of what they play, one trial after the other.
        without: Trials of questions out of scope.
        without_scores: Of what these play.
        has_negatives: True if those out of scope are out-of-scope examples.
    """

    scorer: Scorer
    within: Sequence[Trial]
    within_scores: Sequence[EntryScores]
    without: Sequence[Trial]
    without_scores: Sequence[EntryScores]
    has_negatives: bool


def trained(
    language: str,
    texts: Sequence[str],
    owners: Sequence[int],
    entries: int,
    lexicon: Lexicon,
    *,
    options: MatcherOptions = DEFAULT_OPTIONS,
) -> TrainedScorer:
    """Learn from some variants.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for an out-of-scope example, which belongs to none.
        entries: The number of entries.
        lexicon: Names and notions to recognise.
        options: Those of the matcher.
    """
    numbers = np.asarray(owners, dtype=np.intp)
    is_archive = len(texts) > options.archive.largest_index
    most = _MOST_PLAYED_IN_ARCHIVE if is_archive else _MOST_PLAYED
    within = trials.in_scope(numbers, options.scope.hidden_share, most=most)
    without = trials.out_of_scope(numbers, most=_MOST_PLAYED_OUT_OF_SCOPE)
    training: Training | ArchiveTraining
    if is_archive:
        training = ArchiveTraining(language, texts, owners, lexicon, trials=(*within, *without), options=options)
    else:
        training = Training(language, texts, owners, entries, lexicon, trials=(*within, *without), options=options)
    count = sum(len(trial.played) for trial in within)
    has_negatives = bool((numbers < 0).sum() >= trials.ENOUGH_NEGATIVES)
    scope = Scope.learnt(
        training.scores[:count],
        training.scores[count:],
        has_negatives=has_negatives,
        options=options.scope,
    )
    return TrainedScorer(
        Scorer(training.index, scope),
        within,
        training.scores[:count],
        without,
        training.scores[count:],
        has_negatives=has_negatives,
    )
