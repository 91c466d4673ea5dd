"""Training of an index on the variants of one language, done once when the knowledge changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.compatibility import Compatibility
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.features import FeatureReader, Reading, Unit
from knowledge.matching.grams import gram_space
from knowledge.matching.index import Index
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.ridge import KernelRidge, with_squares
from knowledge.matching.support import SupportTraining
from knowledge.matching.trials import Trial
from knowledge.matching.vectors import Integers, Singles, VectorSpace
from knowledge.text.spelling import Spelling
from knowledge.text.stances import stance
from knowledge.text.tokens import tokenizer

FurtherTexts = Mapping[int, Mapping[str, Sequence[str]]]
NO_TEXTS: FurtherTexts = MappingProxyType({})
"""Texts of entries beside their variants, by the entry's number and their language."""

# Rows of the kernel that are worked out at once.
_BLOCK = 256
_NONE = np.zeros(0, dtype=np.intp)

# A kernel is by far the largest thing in memory.
_one_at_a_time = Lock()


class Training:
    """A training on variants.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for a negative example, which belongs to none.
        entries: The number of entries.
        lexicon: Names and notions to recognise.
        further: Other texts of an entry, by its number and their language.
        trials: Variants to score as if they had not been seen.
        options: Those of the matcher.

    Attributes:
        index: The model.
        scores: Of what the trials play, one trial after the other.
    """

    def __init__(
        self,
        language: str,
        texts: Sequence[str],
        owners: Sequence[int],
        entries: int,
        lexicon: Lexicon,
        *,
        further: FurtherTexts = NO_TEXTS,
        trials: Sequence[Trial] = (),
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> None:
        reader = FeatureReader.learn(language, lexicon, options.features)
        similarity, compatibility = options.similarity, options.compatibility
        spelled = [reader.content_words(text) for text in texts]
        marks: list[_Marks] = []
        lettered: list[Sequence[str]] = []

        def word_features() -> Iterator[Mapping[str, float]]:
            # Each reading is let go as soon as it is taken in: together they take more memory than what is learnt.
            for words in spelled:
                reading = reader.read(words)
                marks.append(_Marks.of(reading))
                lettered.append(reading.gram_words)
                yield reading.words

        words = VectorSpace.learn(word_features(), owners, unknown=similarity.unknown_word_weight)
        grams = gram_space(lettered, owners, unknown=similarity.unknown_gram_weight)
        numbers = np.asarray(owners, dtype=np.intp)
        intercept = 0.0 if (numbers < 0).any() else options.ridge.intercept
        with _one_at_a_time:
            fit = _Fit(words, grams, numbers, entries, trials=trials, intercept=intercept, options=options)
        supported = SupportTraining(
            [each.units for each in marks],
            [each.negated for each in marks],
            owners,
            entries,
            {number: _units(own, reader) for number, own in further.items()},
        )
        self.index = Index(
            language=language,
            owners=numbers,
            reader=reader,
            spelling=_spelling(language, spelled, lexicon, options),
            words=words,
            grams=grams,
            dual_coefficients=fit.dual_coefficients,
            names=Compatibility.learn(
                [each.names for each in marks], owners, entries, exponent=compatibility.name_exponent
            ),
            kinds=_kinds(marks, owners, entries, compatibility.kind_exponent),
            intercept=intercept,
            small_talk_entries=np.unique(numbers[[each.small_talk for each in marks]]),
            support=supported.support,
            options=options,
        )
        played = np.concatenate([_NONE, *(trial.played for trial in trials)])
        self.scores: Sequence[EntryScores] = [
            self.index.combine(
                relevance,
                nearest,
                nearest_negative,
                names=marks[number].names,
                kinds=marks[number].kinds,
                support=support,
            )
            for number, relevance, nearest, nearest_negative, support in zip(
                played,
                fit.relevance,
                fit.nearest.tolist(),
                fit.nearest_negative.tolist(),
                [each for trial in trials for each in supported.without(trial.hidden, trial.played)],
                strict=True,
            )
        ]


@dataclass(frozen=True, slots=True)
class _Marks:
    """The part of a variant's reading that its entry is known by."""

    names: frozenset[str]
    kinds: frozenset[str]
    small_talk: bool
    units: Sequence[Unit]
    negated: bool

    @classmethod
    def of(cls, reading: Reading) -> _Marks:
        """Take the marks of a variant out of its reading."""
        return cls(reading.names, reading.kinds, reading.small_talk, reading.units, reading.negated)


class _Fit:
    """The ridge fitted on the similarities among variants, and its predictions for trials.

    Args:
        words: The variants' word features.
        grams: Their n-grams.
        owners: The entry number of each.
        entries: The number of entries.
        trials: Variants to predict as if they had not been seen.
        intercept: Of the ridge.
        options: Those of the matcher.

    Attributes:
        dual_coefficients: Of the ridge, shape (variants, entries).
        relevance: Of each entry for what the trials play, one trial after the other, shape (played, entries).
        nearest: The similarity of the nearest variant that is not hidden, shape (played,).
        nearest_negative: That of the nearest negative example, shape (played,).
    """

    def __init__(
        self,
        words: VectorSpace,
        grams: VectorSpace,
        owners: Integers,
        entries: int,
        *,
        trials: Sequence[Trial],
        intercept: float,
        options: MatcherOptions,
    ) -> None:
        # Those that the trials hide come last: what the ridge needs to leave them out is smallest then.
        held_out = np.unique(np.concatenate([_NONE, *(trial.hidden for trial in trials)]))
        order = np.concatenate((np.setdiff1d(np.arange(len(owners)), held_out), held_out))
        places = np.argsort(order)
        share, ridge = options.similarity.gram_share, options.ridge
        kernel = np.zeros((len(owners), len(owners)), dtype=np.float32)
        words.add_similarities(kernel, weight=1.0 - share, places=places)
        grams.add_similarities(kernel, weight=share, places=places)
        is_positive = owners[order] >= 0
        nearest = [np.zeros((0, 2))]
        for trial in trials:
            similarities = _similarities(kernel, places[trial.played])
            similarities[:, places[trial.hidden]] = 0.0
            nearest.append(
                np.column_stack(
                    [similarities[:, some].max(axis=1, initial=0.0) for some in (is_positive, ~is_positive)]
                )
            )
        self.nearest, self.nearest_negative = np.concatenate(nearest).T
        for start in range(0, len(kernel), _BLOCK):
            rows = slice(start, start + _BLOCK)
            kernel[rows] = with_squares(kernel[rows], intercept=intercept, squares=ridge.squares)
        targets = (owners[order, None] == np.arange(entries)).astype(np.float32)
        model = KernelRidge(kernel, targets, penalty=ridge.penalty, held_out=len(held_out))
        self.dual_coefficients = model.dual_coefficients[places]
        predicted = [
            model.predict_left_out(places[trial.hidden])[np.isin(trial.hidden, trial.played)] for trial in trials
        ]
        self.relevance = np.concatenate([np.zeros((0, entries)), *predicted])


def _units(texts: Mapping[str, Sequence[str]], reader: FeatureReader) -> list[Sequence[Unit]]:
    """The units of each of an entry's texts; of those in other languages than the reader's, the stances."""
    found: list[Sequence[Unit]] = []
    for language, own in texts.items():
        if language == reader.language:
            found.extend(reader.read(reader.content_words(text)).units for text in own)
        else:
            every = {stance(word, language) for text in own for word in tokenizer(language).words(text)}
            found.extend([Unit(f"!{each}")] for each in sorted(each for each in every if each is not None))
    return found


def _similarities(kernel: Singles, rows: Integers) -> Singles:
    """Return some rows of a symmetric matrix, of which only the lower triangle is read."""
    found = kernel[rows]
    for row, number in zip(found, rows, strict=True):
        row[number:] = kernel[number:, number]
    return found


def _kinds(marks: Sequence[_Marks], owners: Sequence[int], entries: int, exponent: float) -> Compatibility:
    """The kinds of thing that each entry gives, learnt from its variants that ask for a kind."""
    telling = [(each.kinds, owner) for each, owner in zip(marks, owners, strict=True) if each.kinds]
    return Compatibility.learn(
        [kinds for kinds, _ in telling], [owner for _, owner in telling], entries, exponent=exponent
    )


def _spelling(language: str, spelled: Sequence[Sequence[str]], lexicon: Lexicon, options: MatcherOptions) -> Spelling:
    tokens = options.features.tokens
    counts = Counter(word for text in spelled for word in dict.fromkeys(text))
    known_as = lexicon.notion_synonyms(language, set(counts), tokens)
    counts.update(word for word in sorted(lexicon.words(language, tokens)) if word not in counts)
    return Spelling(
        counts,
        language=language,
        prefixes=tokenizer(language).language.elisions,
        known_as=known_as,
        options=options.spelling,
    )
