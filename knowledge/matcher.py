"""From a question to an entry of the FAQ, to a choice of a few, or to silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.scoring.index import Index
from knowledge.scoring.scope import Scope
from knowledge.scoring.vectors import Floats
from knowledge.text.identify import LanguageIdentifier
from knowledge.text.normalise import fold, words

_MOST_CANDIDATES = 5
_MOST_CHOICES = 3
# Languages less likely than this do not read the question.
_PLAUSIBLE = 0.05


class Outcome(StrEnum):
    """What a question comes to."""

    ANSWER = "answer"
    CHOOSE = "choose"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask an entry's question.

    Attributes:
        entry_id: The entry; None for a negative example, a question that nothing here answers.
        language: ISO 639-1 code.
        text: The question as a person would type it.
    """

    entry_id: str | None
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer.

    Attributes:
        entry_id: The entry.
        score: 0 to 100, how likely it is the one that was asked for, times 100.
    """

    entry_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """What the matcher makes of a question.

    Attributes:
        outcome: Answer with the first candidate, let the user choose among `choices`, or abstain.
        candidates: Best first; for an abstention the nearest ones, possibly none.
        language: The question's language, None where it cannot be told.
    """

    outcome: Outcome
    candidates: tuple[Candidate, ...]
    language: str | None

    @property
    def choices(self) -> tuple[Candidate, ...]:
        """The candidates that the outcome shows: one, two or three, or none."""
        if self.outcome is Outcome.ANSWER:
            return self.candidates[:1]
        return self.candidates[:_MOST_CHOICES] if self.outcome is Outcome.CHOOSE else ()


class Matcher:
    """Matches questions against the variants of a FAQ.

    Args:
        variants: Of one language or several; negative examples have no entry.
        lexicon: Names and notions with their spellings; none are needed.
        answer_threshold: The least score, 0 to 100, at which one entry answers.
        offer_threshold: The least score at which entries are offered as a choice.
        ambiguity_ratio: The share of the best score, 0 to 1, that the next may reach while the best answers alone.
    """

    def __init__(
        self,
        variants: Iterable[Variant],
        *,
        lexicon: Lexicon | None = None,
        answer_threshold: float = 70.0,
        offer_threshold: float = 40.0,
        ambiguity_ratio: float = 0.92,
    ) -> None:
        self._answer_threshold = answer_threshold
        self._offer_threshold = offer_threshold
        self._ambiguity_ratio = ambiguity_ratio
        self._lexicon = lexicon or Lexicon()
        self._variants: dict[str, list[Variant]] = {}
        for variant in variants:
            self._variants.setdefault(variant.language, []).append(variant)
        every_id = (variant.entry_id for some in self._variants.values() for variant in some)
        self._ids: Sequence[str] = tuple(dict.fromkeys(entry for entry in every_id if entry is not None))
        self._identifier = LanguageIdentifier(
            {language: [variant.text for variant in some] for language, some in self._variants.items()},
            names=frozenset(
                word for alias in self._lexicon.aliases if alias.concept.is_name for word in words(fold(alias.text))
            ),
        )
        self._trained: dict[str, tuple[Index, Scope]] = {}

    def warm_up(self) -> None:
        """Builds the indexes of all languages now; otherwise each is built when the first question needs it."""
        for language in self._variants:
            self._index(language)

    def _index(self, language: str) -> tuple[Index, Scope]:
        if language not in self._trained:
            numbers = {entry: number for number, entry in enumerate(self._ids)}
            variants = self._variants[language]
            owners = [-1 if variant.entry_id is None else numbers[variant.entry_id] for variant in variants]
            index = Index(language, [variant.text for variant in variants], owners, len(self._ids), self._lexicon)
            self._trained[language] = index, Scope.learnt(index)
        return self._trained[language]

    def match(self, text: str) -> Match:
        """Matches one question.

        Args:
            text: Any text; what is beyond 4,096 characters is not read.

        Returns:
            The outcome with its candidates, best first.
        """
        likely = self._identifier.probabilities(text)
        scores = np.zeros(len(self._ids))
        for language, probability in likely.items():
            if probability >= _PLAUSIBLE:
                scores = np.maximum(scores, self._scores(language, text))
        candidates = self._candidates(scores)
        return Match(self._outcome(candidates), candidates, self._identifier.identify(text))

    def _scores(self, language: str, text: str) -> Floats:
        """The score of each entry, 0 to 100: that of the strongest is how likely the question is in scope."""
        index, scope = self._index(language)
        evidence = index.evidence(index.read(text))
        positive = np.maximum(evidence.entries, 0.0)
        strongest = positive.max(initial=0.0)
        if not strongest:
            return positive
        return 100.0 * scope.probability(evidence) * positive / strongest

    def _candidates(self, scores: Floats) -> tuple[Candidate, ...]:
        best = np.argsort(-scores, kind="stable")[:_MOST_CANDIDATES]
        return tuple(Candidate(self._ids[number], round(float(scores[number]), 2)) for number in best if scores[number])

    def _outcome(self, candidates: Sequence[Candidate]) -> Outcome:
        if not candidates or candidates[0].score < self._offer_threshold:
            return Outcome.ABSTAIN
        next_score = candidates[1].score if len(candidates) > 1 else 0.0
        alone = next_score <= self._ambiguity_ratio * candidates[0].score
        if candidates[0].score >= self._answer_threshold and alone:
            return Outcome.ANSWER
        return Outcome.CHOOSE if len(candidates) > 1 else Outcome.ABSTAIN
