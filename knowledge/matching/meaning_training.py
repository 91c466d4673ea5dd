"""Training of the meaning model, and of what it weighs beside words, on an article's variants in all languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.gloss_support import GlossSupportTraining
from knowledge.matching.meaning import Meaning, MeaningScores, centre
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import KernelRidge, with_squares
from knowledge.matching.scope import OutOfScopeScores, Scope
from knowledge.matching.scorer import ScoredTrials, TrainedScorer
from knowledge.matching.support import EntrySupport
from knowledge.matching.vectors import Floats, Integers, Singles

# Of the weight of meaning, what it has in people's questions on average: variants know all of their own words.
_USUAL_SHARE = 0.9
# Failures are rare among few trials: neither words nor meaning are taken to be without any.
_LEAST_FAILURES = 0.02
_FEWEST_LANGUAGES = 2
# As log-odds: a curator's wordings in another language are nearer to the variants than people's.
_FOREIGN_CAUTION = 0.7


@dataclass(frozen=True, slots=True)
class _Played:
    """A variant played as a question: its entry, and its scores by words and by meaning."""

    owner: int
    words: EntryScores
    meaning: MeaningScores


@dataclass(frozen=True, slots=True)
class BlendedRidge:
    """A ridge over similarities of its own, with its weight beside the scores by words.

    Attributes:
        dual_coefficients: Of the ridge, shape (landmarks, entries).
        weight: Beside words, 0 to 1.
        scope: Of the scores of both, mixed.
        scope_alone: Of its scores alone.
        intercept: Of the ridge.
    """

    dual_coefficients: Singles
    weight: float
    scope: Scope
    scope_alone: Scope
    intercept: float


def train_meaning(
    vectors: Singles,
    *,
    chosen: Integers,
    owners: Integers,
    languages: Integers,
    entries: int,
    trained: Sequence[tuple[Integers, TrainedScorer]],
    foreign: Sequence[Singles],
    supported: GlossSupportTraining | None = None,
    foreign_support: Sequence[Sequence[EntrySupport]] = (),
    options: MatcherOptions = DEFAULT_OPTIONS,
) -> Meaning:
    """Train a model.

    Args:
        vectors: Unit vectors of the landmarks, shape (landmarks, dimensions).
        chosen: As of `train_blended_ridge`, as are the others.
        owners: See there.
        languages: See there.
        entries: See there.
        trained: See there.
        foreign: For each of them, the unit vectors of the first of its questions that no FAQ answers.
        supported: The glosses of the landmarks, by which questions in a language without variants are judged, too; by
            meaning alone if None.
        foreign_support: By them, for each of the foreign questions.
        options: Those of the matcher.
    """
    mean = vectors.mean(axis=0)
    directions = centre(vectors, mean)
    cosines = directions @ directions.T
    foreign_cosines = [centre(own, mean) @ directions.T for own in foreign]
    beside = train_blended_ridge(
        cosines,
        chosen=chosen,
        owners=owners,
        languages=languages,
        entries=entries,
        trained=trained,
        foreign=foreign_cosines,
        weight=options.meaning.weight,
        options=options,
    )
    of_foreign = None
    if supported is not None:
        of_foreign = foreign_scope(
            cosines,
            owners=owners,
            languages=languages,
            entries=entries,
            foreign=foreign_cosines,
            support=supported.without_language,
            foreign_support=foreign_support,
            has_texts=any(each.has_texts for _, each in trained),
            options=options,
        )
    return Meaning(
        mean,
        directions,
        owners,
        beside.dual_coefficients,
        beside.weight,
        beside.scope,
        of_foreign or beside.scope_alone,
        beside.intercept,
        supported.learnt if supported is not None and of_foreign is not None else None,
        options,
    )


def train_blended_ridge(
    cosines: Singles,
    *,
    chosen: Integers,
    owners: Integers,
    languages: Integers,
    entries: int,
    trained: Sequence[tuple[Integers, TrainedScorer]],
    foreign: Sequence[Singles],
    weight: float | None = None,
    options: MatcherOptions = DEFAULT_OPTIONS,
) -> BlendedRidge:
    """Train a ridge over similarities, and learn its weight beside the scores by words.

    Args:
        cosines: Among the landmarks, shape (landmarks, landmarks).
        chosen: The numbers of the landmarks among the variants, in order.
        owners: The entry number of each landmark; -1 for an out-of-scope example.
        languages: The number of the language of each landmark.
        entries: The number of entries.
        trained: The scorers by words of each language, with the numbers of its variants among those of all.
        foreign: For each of them, the cosines to the landmarks of the first of its questions that no FAQ answers.
        weight: Beside words; settled from the variants if None.
        options: Those of the matcher.
    """
    intercept = 0.0 if (owners < 0).any() else options.ridge.intercept
    kernel = with_squares(cosines, intercept=intercept, squares=options.ridge.squares)
    targets = (owners[:, None] == np.arange(entries)).astype(np.float32)
    model = KernelRidge(kernel, targets, penalty=options.ridge.penalty, held_out=len(owners))
    rehearsal = _Rehearsal(model, cosines, owners, languages)
    within: list[_Played] = []
    negatives: list[_Played] = []
    left_out: list[_Played] = []
    elsewhere: list[_Played] = []
    for (rows, each), own in zip(trained, foreign, strict=True):
        places = np.searchsorted(chosen, rows)
        positions = np.where(chosen[np.minimum(places, len(chosen) - 1)] == rows, places, -1)
        within += rehearsal.play(each.within, positions)
        negatives += rehearsal.play(each.negatives, positions)
        left_out += rehearsal.play(each.left_out, positions)
        for own_cosines, words in zip(own, each.foreign_scores, strict=False):
            relevance = with_squares(own_cosines, intercept=intercept, squares=options.ridge.squares)
            found = MeaningScores.from_cosines(own_cosines, relevance @ model.dual_coefficients, owners)
            elsewhere.append(_Played(-1, words, found))
    settled = _weight(within) if weight is None else weight
    wordings = max((each.wordings for _, each in trained), default=0.0)

    def scope(score: Callable[[_Played], EntryScores], *, has_texts: bool) -> Scope:
        outside = OutOfScopeScores(*(list(map(score, some)) for some in (negatives, left_out, elsewhere)))
        return Scope.learn(
            list(map(score, within)), outside, has_texts=has_texts, wordings=wordings, options=options.scope
        )

    mixed, has_texts = _USUAL_SHARE * settled, any(each.has_texts for _, each in trained)
    return BlendedRidge(
        model.dual_coefficients,
        settled,
        scope(lambda each: each.meaning.mixed_with(each.words, mixed), has_texts=has_texts),
        scope(lambda each: each.meaning.without_words(), has_texts=False),
        intercept,
    )


def foreign_scope(
    cosines: Singles,
    *,
    owners: Integers,
    languages: Integers,
    entries: int,
    foreign: Sequence[Singles],
    support: Callable[[Integers, int], Sequence[EntrySupport]],
    foreign_support: Sequence[Sequence[EntrySupport]],
    has_texts: bool,
    options: MatcherOptions = DEFAULT_OPTIONS,
) -> Scope | None:
    """Learn the scope of questions in a language without variants, by leaving out each language in turn.

    Args:
        cosines: As of `train_blended_ridge`, as are the others.
        owners: See there.
        languages: See there.
        entries: See there.
        foreign: See there.
        support: Returns the support of all entries for some variants, as if a language, by its number, was not there.
        foreign_support: That for the foreign questions.
        has_texts: Entries have other texts than their variants.
        options: See there.

    Returns:
        None if there are not two languages.
    """
    within: list[EntryScores] = []
    negatives: list[EntryScores] = []
    elsewhere: list[EntryScores] = []
    codes = np.unique(languages).tolist()
    if len(codes) < _FEWEST_LANGUAGES:
        return None
    for code, own_foreign, own_support in zip(codes, foreign, foreign_support, strict=True):
        others, own = np.flatnonzero(languages != code), np.flatnonzero(languages == code)
        intercept = 0.0 if (owners[others] < 0).any() else options.ridge.intercept

        def curve(some: Singles, intercept: float = intercept) -> Singles:
            return with_squares(some, intercept=intercept, squares=options.ridge.squares)

        targets = (owners[others, None] == np.arange(entries)).astype(np.float32)
        kernel = curve(cosines[np.ix_(others, others)])
        model = KernelRidge(kernel, targets, penalty=options.ridge.penalty, held_out=0)

        def score(
            rows: Singles,
            supported: Sequence[EntrySupport],
            others: Integers = others,
            model: KernelRidge = model,
            curve: Callable[[Singles], Singles] = curve,
        ) -> list[EntryScores]:
            found = curve(rows) @ model.dual_coefficients
            return [
                MeaningScores.from_cosines(row, relevance, owners[others]).without_words(each)
                for row, relevance, each in zip(rows, found, supported, strict=True)
            ]

        positives = own[(owners[own] >= 0) & np.isin(owners[own], owners[others])]
        negative = own[owners[own] < 0]
        within += score(cosines[np.ix_(positives, others)], support(positives, code))
        negatives += score(cosines[np.ix_(negative, others)], support(negative, code))
        elsewhere += score(own_foreign[:, others], own_support)
    found = Scope.learn(within, OutOfScopeScores(negatives, (), elsewhere), has_texts=has_texts, options=options.scope)
    return replace(found, bias=found.bias - _FOREIGN_CAUTION)


def _weight(played: Sequence[_Played]) -> float:
    """The weight of meaning, 0 to 1: higher the more often words fail where meaning does not."""
    by_words = sum(_fails(each.words.relevance, each.words.numbers, each.owner) for each in played)
    by_meaning = sum(
        _fails(each.meaning.relevance, np.arange(len(each.meaning.relevance)), each.owner) for each in played
    )
    least = _LEAST_FAILURES * max(len(played), 1)
    return (by_words + least) / (by_words + by_meaning + 2 * least)


def _fails(relevance: Floats, numbers: Integers, owner: int) -> bool:
    return not len(relevance) or int(numbers[relevance.argmax()]) != owner


class _Rehearsal:
    """Predictions for landmarks as if they had not been seen.

    Args:
        model: The ridge.
        cosines: Among landmarks, shape (landmarks, landmarks).
        owners: The entry number of each.
        languages: The number of the language of each.
    """

    def __init__(self, model: KernelRidge, cosines: Singles, owners: Integers, languages: Integers) -> None:
        self._model, self._cosines, self._owners = model, cosines, owners
        self._languages = languages
        # What one language says, a curator has said in the others as well: a person's wording nobody has.
        self._twins = _twins(cosines, owners, languages)

    def play(self, rehearsal: ScoredTrials, positions: Integers) -> list[_Played]:
        """Score the variants that trials ask, by words and by meaning, as if they had not been learnt.

        Of each trial only the variants that are landmarks take part.

        Args:
            rehearsal: Of one language, by words.
            positions: Of the language's variants among the landmarks; -1 where it is none.
        """
        found = []
        start = 0
        for trial in rehearsal.trials:
            by_words = rehearsal.scores[start : start + len(trial.played)]
            start += len(trial.played)
            playing = trial.hidden[np.isin(trial.hidden, trial.played)]
            own = positions[playing]
            if not (own >= 0).any():
                continue
            hidden = self._with_twins(positions[trial.hidden])
            relevance = self._model.predict_left_out(hidden)
            is_hidden = np.zeros(len(self._owners), dtype=np.bool_)
            is_hidden[hidden] = True
            for each, words in zip(own.tolist(), by_words, strict=True):
                if each >= 0:
                    row = np.where(is_hidden, 0.0, self._cosines[each])
                    found.append(
                        _Played(
                            int(self._owners[each]),
                            words,
                            MeaningScores.from_cosines(
                                row, relevance[int(np.searchsorted(hidden, each))], self._owners
                            ),
                        )
                    )
        return found

    def _with_twins(self, positions: Integers) -> Integers:
        """The landmarks of one language (-1 for none) with their twins, in order.

        An entry that is hidden as a whole in one language is hidden in all.
        """
        own = positions[positions >= 0]
        found = [own, *(self._twins[each] for each in own)]
        numbers, counts = np.unique(self._owners[own], return_counts=True)
        for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
            same = self._owners == number
            if number >= 0 and count == (same & (self._languages == self._languages[own[0]])).sum():
                found.append(np.flatnonzero(same))
        return np.unique(np.concatenate(found))


def _twins(cosines: Singles, owners: Integers, languages: Integers) -> list[Integers]:
    """Return, for each landmark, the nearest one of the same entry in each other language."""
    found = [np.zeros((len(owners), 0), dtype=np.intp)]
    for language in np.unique(languages):
        others = np.flatnonzero(languages == language)
        same = np.where(owners[:, None] == owners[others], cosines[:, others], -2.0)
        nearest = same.argmax(axis=1)
        twin = np.where((same.max(axis=1) > -2.0) & (languages != language), others[nearest], -1)
        found.append(twin[:, None])
    every = np.concatenate(found, axis=1)
    return [row[row >= 0] for row in every]
