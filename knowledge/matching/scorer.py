"""Scorer of questions by the variants of one language: which entry they ask for, and if any at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching import trials
from knowledge.matching.archive import Archive, ArchiveTraining
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.index import Index
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.scope import OutOfScopeScores, Scope
from knowledge.matching.training import NO_TEXTS, FurtherTexts, Training
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

    def parameters(self) -> Parameters:
        """Return parameters from which `restore` makes the same scorer."""
        return Parameters.joined({"index": self.index.parameters(), "scope": self.scope.parameters()})

    @classmethod
    def restore(
        cls,
        parameters: Parameters,
        language: str,
        owners: Sequence[int],
        entries: int,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> Scorer:
        """Restore a scorer from its parameters; the other arguments are those of `train_scorer`.

        Raises:
            ValueError: They are not those of a scorer of such variants.
        """
        scope = Scope.restore(parameters.part("scope"))
        index = parameters.part("index")
        if len(owners) > options.archive.largest_index:
            return cls(Archive.restore(index, language, owners, options), scope)
        return cls(Index.restore(index, language, owners, entries, options), scope)


@dataclass(frozen=True, slots=True)
class ScoredTrials:
    """Trials with the scores by words of the variants that play, one trial after the other.

    Attributes:
        trials: See there.
        scores: As many as there are played.
    """

    trials: Sequence[Trial]
    scores: Sequence[EntryScores]


@dataclass(frozen=True, slots=True)
class TrainedScorer:
    """A scorer with what its scope was learnt from.

    Attributes:
        scorer: Of one language.
        within: Questions in scope.
        negatives: Out-of-scope examples.
        left_out: Variants whose entry is hidden whole.
        foreign: Questions that no FAQ of this kind answers.
        foreign_scores: Of these, by words.
        has_texts: True if entries have other texts than their variants.
        wordings: Variants of an entry, on average.
    """

    scorer: Scorer
    within: ScoredTrials
    negatives: ScoredTrials
    left_out: ScoredTrials
    foreign: Sequence[str]
    foreign_scores: Sequence[EntryScores]
    has_texts: bool
    wordings: float


def train_scorer(
    language: str,
    texts: Sequence[str],
    owners: Sequence[int],
    entries: int,
    lexicon: Lexicon,
    *,
    further: FurtherTexts = NO_TEXTS,
    out_of_scope: Sequence[str] = (),
    options: MatcherOptions = DEFAULT_OPTIONS,
) -> TrainedScorer:
    """Learn from some variants.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for an out-of-scope example, which belongs to none.
        entries: The number of entries.
        lexicon: Names and notions to recognise.
        further: Other texts of an entry, by its number and their language.
        out_of_scope: More questions that nothing here answers, which only tell the scale of scores.
        options: Those of the matcher.
    """
    numbers = np.asarray(owners, dtype=np.intp)
    is_archive = len(texts) > options.archive.largest_index
    most = _MOST_PLAYED_IN_ARCHIVE if is_archive else _MOST_PLAYED
    within = trials.in_scope_trials(numbers, options.scope.hidden_share, most=most)
    negatives = trials.negative_trials(numbers, most=_MOST_PLAYED_OUT_OF_SCOPE)
    left_out = trials.hidden_entry_trials(numbers, most=_MOST_PLAYED_OUT_OF_SCOPE)
    every = (*within, *negatives, *left_out)
    training: Training | ArchiveTraining
    if is_archive:
        training = ArchiveTraining(language, texts, owners, lexicon, trials=every, options=options)
    else:
        training = Training(
            language,
            texts,
            owners,
            entries,
            lexicon,
            further=further,
            trials=every,
            options=options,
        )
    scores = iter(training.scores)
    inside, own, hidden = (
        ScoredTrials(some, list(islice(scores, sum(len(trial.played) for trial in some))))
        for some in (within, negatives, left_out)
    )
    foreign = [training.index.scores(training.index.read(text)) for text in out_of_scope]
    outside = OutOfScopeScores(own.scores, hidden.scores, foreign)
    wordings = float((numbers >= 0).sum()) / max(entries, 1)
    scope = Scope.learn(inside.scores, outside, has_texts=bool(further), wordings=wordings, options=options.scope)
    scorer = Scorer(training.index, scope)
    return TrainedScorer(scorer, inside, own, hidden, out_of_scope, foreign, bool(further), wordings)
