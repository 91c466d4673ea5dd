"""Support: how far the words of a question are those of an entry's variants, answer and statements.

A question that differs from an entry's in one word may be another question: "Did he agree to leave?" beside "Did he
agree to talk?". The word that the entry has nowhere, in any form, tells. So does a word that one of a hundred variants
has, if what the FAQ does not answer has it more often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from knowledge.matching.features import Unit
from knowledge.matching.vectors import Floats, Integers
from knowledge.parameters import Parameters
from knowledge.text.memo import Memo
from knowledge.text.numbering import Numbering

# The share of the questions that the FAQ does not answer and that have a word, if no out-of-scope example has it.
_ELSEWHERE = 0.01
# How far a synonym, or another word of the same stance, explains a word.
_AKIN = 0.6
# Of few out-of-scope examples, one tells little about all that the FAQ does not answer.
_MORE_NEGATIVES = 20
# An entry of whose variants this share asks in the negative gives what is not so.
_NEGATIVE_SHARE = 0.04
# An entry that has a name, or has it first, less than this is not about whoever bears it.
_STRANGER = 0.2
# A name that comes first in this share of an entry's variants is what it is about.
_SUBJECT_SHARE = 0.1
# Variants of an entry from which on their likeness ranks entries better than the words that each has. Without other
# texts, an entry of few variants has too few words for that.
_MANY_VARIANTS = 20
_LEAST_WEIGHT = 1e-9
_FIRST = "^"
SUPPORT_FEATURES = 3
"""The number of features of an entry's support."""


@dataclass(frozen=True, slots=True)
class EntrySupport:
    """The support of each entry for one question; each array has the shape (entries,), and lies between 0 and 1.

    Attributes:
        unexplained: The share of the question's weighted words that the entry does not have.
        heaviest_unexplained: The weight of the heaviest such word: 1 if no entry has it.
        negated: 1 if the question asks for what is not so, and the entry gives what is.
        contradicted: 1 if the entry cannot be what is asked for: that, or the question names somebody whom the entry
            does not name, or its first name, most often of the one who does or says something, never comes first there.
    """

    unexplained: Floats
    heaviest_unexplained: Floats
    negated: Floats
    contradicted: Floats
    ranks: bool = False

    def features(self, entry: int) -> Floats:
        """Return the support of an entry by its number, shape (3,)."""
        return np.array([self.unexplained[entry], self.heaviest_unexplained[entry], self.negated[entry]])


class Support:
    """The words of entries.

    Args:
        columns: The number of each feature.
        lengths: The number of entries that have each feature, shape (features,).
        having: The entries that have each feature, one feature after the other.
        degrees: The degree to which each of these has it as its own, 0 to 1.
        negative_shares: Of each entry's variants, those that ask in the negative, 0 to 1, shape (entries,).
        ranks: True if the order of entries follows what they explain.
    """

    def __init__(
        self,
        columns: Numbering,
        lengths: Integers,
        having: Integers,
        degrees: Floats,
        negative_shares: Floats,
        *,
        ranks: bool,
    ) -> None:
        self._columns = columns
        self._lengths = lengths
        self._starts = np.concatenate(([0], np.cumsum(lengths)))
        self._having = having
        self._degrees = degrees
        self._negative_shares = negative_shares
        self._entries = len(negative_shares)
        self._ranks = ranks

    def parameters(self) -> Parameters:
        """Return parameters from which `restore` makes the same."""
        own = {
            "lengths": self._lengths,
            "having": self._having,
            "degrees": self._degrees,
            "negative_shares": self._negative_shares,
            "ranks": np.array([self._ranks], dtype=np.intp),
        }
        return Parameters.joined({"columns": self._columns.parameters(), "own": Parameters(own, {})})

    @classmethod
    def restore(cls, parameters: Parameters, entries: int) -> Support:
        """Restore a support from its parameters.

        Raises:
            ValueError: They are not those of a support of so many entries.
        """
        columns, own = Numbering.restore(parameters.part("columns")), parameters.part("own")
        lengths = own.integers("lengths", (len(columns),), least=1, most=entries)
        shape = (int(lengths.sum()),)
        having = own.integers("having", shape, most=entries - 1)
        degrees = own.floats("degrees", shape, least=0.0, most=1.0)
        negative_shares = own.floats("negative_shares", (entries,), least=0.0, most=1.0)
        [ranks] = own.integers("ranks", (1,), most=1).tolist()
        return cls(columns, lengths, having, degrees, negative_shares, ranks=bool(ranks))

    def of(self, units: Sequence[Unit], *, negated: bool) -> EntrySupport:
        """Return the support of each entry for a question.

        Args:
            units: Of the question, as in `Reading`.
            negated: The same.
        """
        return self.weigh(self.explained_shares(_every(units)), units, negated=negated)

    def explained_shares(self, every: Sequence[Sequence[str]]) -> Floats:
        """Return how far each entry has some units, 0 to 1, shape (units, entries).

        Args:
            every: The features of each unit: its own, then those akin to it.
        """
        found = np.zeros((len(every), self._entries))
        numbers = iter(self._columns.find([feature for some in every for feature in some]).tolist())
        for row, some in zip(found, every, strict=True):
            for place, number in enumerate(islice(numbers, len(some))):
                if number >= 0:
                    span = slice(self._starts[number], self._starts[number + 1])
                    degrees = self._degrees[span] if place == 0 else _AKIN * self._degrees[span]
                    row[self._having[span]] = np.maximum(row[self._having[span]], degrees)
        return found

    def weigh(self, explained: Floats, units: Sequence[Unit], *, negated: bool) -> EntrySupport:
        """Return the support of each entry; the other arguments are those of `of`.

        Args:
            explained: The degree to which each entry has each unit, then the first name as such.
            units: See there.
            negated: See there.
        """
        own, first = explained[:-1], explained[-1]
        weights = 1.0 - np.log1p(own.sum(axis=1)) / np.log1p(max(self._entries, 1))
        weights *= np.array([unit.weight for unit in units])
        missing = (1.0 - own) * weights[:, None]
        names = own[[unit.feature.startswith("@") for unit in units]]
        strange = (names.min(axis=0, initial=1.0) < _STRANGER) | (first < _STRANGER) if len(names) else False
        turned = np.where(self._negative_shares < _NEGATIVE_SHARE, float(negated), 0.0)
        return EntrySupport(
            unexplained=missing.sum(axis=0) / max(float(weights.sum()), _LEAST_WEIGHT),
            heaviest_unexplained=missing.max(axis=0, initial=0.0),
            negated=turned,
            contradicted=np.where(strange, 1.0, turned),
            ranks=self._ranks,
        )


class SupportTraining:
    """A training of the words of entries on their variants and further texts.

    Args:
        units: Of each variant.
        negated: True for each that asks in the negative.
        owners: The entry number of each; -1 for an out-of-scope example.
        entries: The number of entries.
        further: The units of each of an entry's other texts, by its number.

    Attributes:
        support: The words of the entries.
    """

    def __init__(
        self,
        units: Sequence[Sequence[Unit]],
        negated: Sequence[bool],
        owners: Sequence[int],
        entries: int,
        further: Mapping[int, Sequence[Sequence[Unit]]],
    ) -> None:
        self._units, self._negated, self._owners = units, negated, owners
        self._every = [_every(each) for each in units]
        self._own = [frozenset(chain.from_iterable(each)) for each in self._every]
        self._counts: list[Counter[str]] = [Counter() for _ in range(entries)]
        self._further = [
            frozenset(feature for text in further.get(number, ()) for some in _every(text) for feature in some)
            for number in range(entries)
        ]
        self._sizes = np.zeros(entries)
        self._outside: Counter[str] = Counter()
        negatives = 0
        negative_counts = np.zeros(entries)
        for own, is_negative, owner in zip(self._own, negated, owners, strict=True):
            if owner >= 0:
                self._counts[owner].update(own)
                self._sizes[owner] += 1
                negative_counts[owner] += is_negative
            else:
                self._outside.update(own)
                negatives += 1
        self._outside_size = negatives + _MORE_NEGATIVES
        having: dict[str, list[tuple[int, float]]] = {}
        for number, (counts, texts) in enumerate(zip(self._counts, self._further, strict=True)):
            for feature in {**dict.fromkeys(counts), **dict.fromkeys(sorted(texts))}:
                degree = self._degree(number, feature, counts[feature], self._sizes[number])
                having.setdefault(feature, []).append((number, degree))
        flat = [each for some in having.values() for each in some]
        self.support = Support(
            Numbering.learn(having),
            np.array(list(map(len, having.values())), dtype=np.intp),
            np.array([number for number, _ in flat], dtype=np.intp),
            np.array([degree for _, degree in flat], dtype=np.float64),
            negative_counts / np.maximum(self._sizes, 1),
            ranks=any(self._further) and self._sizes.mean() < _MANY_VARIANTS,
        )
        # Variants have most units in common.
        distinct = list(dict.fromkeys(chain.from_iterable(self._every)))
        self._explained = dict(zip(distinct, self.support.explained_shares(distinct), strict=True))

    def without(self, hidden: Integers, played: Integers) -> list[EntrySupport]:
        """Return the support for some variants as questions, as if hidden ones, all of one entry, were not there."""
        owner = self._owners[hidden[0]]
        gone: Counter[str] = Counter()
        size = 0
        if owner >= 0:
            for number in hidden:
                gone.update(self._own[number])
            size = self._sizes[owner] - len(hidden)

        def by_the_others(features: tuple[str, ...]) -> float:
            degrees = (self._degree(owner, each, self._counts[owner][each] - gone[each], size) for each in features)
            return max(((_AKIN if place else 1.0) * degree for place, degree in enumerate(degrees)), default=0.0)

        own = Memo(by_the_others)
        found = []
        for number in played:
            units = self._units[number]
            every = self._every[number]
            explained = np.array([self._explained[some] for some in every])
            if owner >= 0:
                explained[:, owner] = [own[some] for some in every]
            found.append(self.support.weigh(explained, units, negated=self._negated[number]))
        return found

    def _degree(self, entry: int, feature: str, count: int, size: float) -> float:
        """Return the degree, 0 to 1, to which a feature of some of an entry's variants is the entry's own."""
        if feature in self._further[entry]:
            return 1.0
        if count <= 0:
            return 0.0
        own, outside = count / max(size, 1), self._outside[feature] / self._outside_size
        if feature.startswith(_FIRST):
            return min(1.0, own / (_SUBJECT_SHARE + outside))
        return own / (own + outside + _ELSEWHERE)


def _every(units: Sequence[Unit]) -> list[tuple[str, ...]]:
    """The features of each unit, then the feature of the first name in the text."""
    return [*(unit.features for unit in units), _first(units)]


def _first(units: Sequence[Unit]) -> tuple[str, ...]:
    """The feature that marks which name comes first in a text; none without a name."""
    name = next((unit.feature for unit in units if unit.feature.startswith("@")), None)
    return () if name is None else (_FIRST + name,)
