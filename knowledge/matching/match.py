"""Match: the outcome of a question, with the entries that it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.matching.options import DecisionOptions

_FEWEST_CHOICES, _MOST_CHOICES = 2, 3
# The share of the best score that makes a third candidate worth offering.
_CLOSE = 0.5
# Entries below this score are not worth showing.
_NEAR = 15.0


class Outcome(StrEnum):
    """The outcome of a question."""

    ANSWER = "answer"
    CHOOSE = "choose"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer.

    Attributes:
        entry_id: The entry.
        score: 0 to 100, the likelihood that it was asked for, in per cent.
    """

    entry_id: str
    score: float

    @property
    def is_near(self) -> bool:
        """True if it is at all likely to have been meant."""
        return self.score >= _NEAR


@dataclass(frozen=True, slots=True)
class Match:
    """The match of a question.

    Attributes:
        outcome: Answer with the first candidate, let the user choose among those `shown_candidates`, or abstain.
        candidates: Best first; for an abstention the nearest ones, possibly none at all.
        language: The question's language, None where it cannot be told.
        plausible: The languages of the variants that are written in the question's alphabet, likeliest first.
    """

    outcome: Outcome
    candidates: tuple[Candidate, ...]
    language: str | None
    plausible: tuple[str, ...] = ()

    @property
    def shown_candidates(self) -> tuple[Candidate, ...]:
        """The candidates that the outcome shows: the answer, the two or three to choose from, or those at all near."""
        match self.outcome:
            case Outcome.ANSWER:
                return self.candidates[:1]
            case Outcome.CHOOSE:
                least = _CLOSE * self.candidates[0].score
                close = sum(candidate.score >= least for candidate in self.candidates)
                return self.candidates[: min(max(close, _FEWEST_CHOICES), _MOST_CHOICES)]
            case Outcome.ABSTAIN:
                near = (candidate for candidate in self.candidates if candidate.is_near)
                return tuple(near)[:_MOST_CHOICES]


def outcome_of(candidates: Sequence[Candidate], decision: DecisionOptions) -> Outcome:
    """Return the outcome of a question with some candidates, best first."""
    if not candidates or candidates[0].score < decision.offer_threshold:
        return Outcome.ABSTAIN
    next_score = candidates[1].score if len(candidates) > 1 else 0.0
    alone = next_score <= decision.ambiguity_ratio * candidates[0].score
    if candidates[0].score >= decision.answer_threshold and alone:
        return Outcome.ANSWER
    return Outcome.CHOOSE if len(candidates) > 1 else Outcome.ABSTAIN
