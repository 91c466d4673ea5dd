"""Matcher: from a question to an entry of the FAQ, to a choice of a few, or to silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

import numpy as np

from knowledge.cache import TrainedCache
from knowledge.lexicon import Lexicon
from knowledge.matching.explanation import Explanation, explain
from knowledge.matching.options import DEFAULT_OPTIONS, DecisionOptions, MatcherOptions
from knowledge.matching.question_keys import QuestionKeys
from knowledge.matching.scorer import Scorer
from knowledge.parameters import Parameters
from knowledge.text.identify import LanguageIdentifier
from knowledge.text.layout import corrected_layout
from knowledge.text.normalise import same_question
from knowledge.text.out_of_scope import general
from knowledge.text.passages import passages

NO_TEXTS: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({})
"""No texts of entries."""
NO_QUESTIONS: Mapping[str, Sequence[str]] = MappingProxyType({})
"""No questions in any language."""

# More would take more memory, each for a matrix of its own, and save no time.
_LEARNT_AT_A_TIME = 2
_MOST_CANDIDATES = 5
_MOST_RANKED = 50
_FEWEST_CHOICES, _MOST_CHOICES = 2, 3
# The share of the best score that makes a third candidate worth offering.
_CLOSE = 0.5
# Entries below this score are not worth showing.
_NEAR = 15.0
# The score of an entry that has the question as a variant.
_VERBATIM = 100.0

Learnt = TypeVar("Learnt", LanguageIdentifier, QuestionKeys, Scorer)


class Outcome(StrEnum):
    """The outcome of a question."""

    ANSWER = "answer"
    CHOOSE = "choose"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask an entry's question.

    Attributes:
        entry_id: The entry; None for an out-of-scope example, a question that nothing here answers.
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
        outcome: Answer with the first candidate, let the user choose among those `shown`, or abstain.
        candidates: Best first; for an abstention the nearest ones, possibly none at all.
        language: The question's language, None where it cannot be told.
        plausible: The languages of the variants that are written in the question's alphabet, likeliest first.
    """

    outcome: Outcome
    candidates: tuple[Candidate, ...]
    language: str | None
    plausible: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Candidate, ...]:
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


class Matcher:
    """A matcher of questions against the variants of a FAQ.

    Args:
        variants: Of one language or several; out-of-scope examples have no entry.
        lexicon: Names and notions with their spellings; none are needed.
        texts: What else an entry says, its answer and its statements, by its id and their language; none is needed.
        out_of_scope: By language, more questions that nothing here answers, beside chat and general knowledge. They
            only tell the scale of scores, so that few out-of-scope examples among the variants are enough.
        cache: Where what is learnt from the variants is kept for the next run; nowhere if None.
        options: Weights, thresholds and switches.

    Attributes:
        options: Those it was made with.
    """

    def __init__(
        self,
        variants: Iterable[Variant],
        *,
        lexicon: Lexicon | None = None,
        texts: Mapping[str, Mapping[str, Sequence[str]]] = NO_TEXTS,
        out_of_scope: Mapping[str, Sequence[str]] = NO_QUESTIONS,
        cache: TrainedCache | None = None,
        options: MatcherOptions = DEFAULT_OPTIONS,
    ) -> None:
        self._cache = cache
        self.options = options
        self._lexicon = lexicon or Lexicon()
        self._variants: dict[str, list[Variant]] = {}
        for variant in variants:
            self._variants.setdefault(variant.language, []).append(variant)
        every_id = (variant.entry_id for some in self._variants.values() for variant in some)
        self._ids: Sequence[str] = tuple(dict.fromkeys(entry for entry in every_id if entry is not None))
        self._numbers = {entry: number for number, entry in enumerate(self._ids)}
        self._texts = {self._numbers[entry]: own for entry, own in texts.items() if entry in self._numbers}
        self._out_of_scope = {language: tuple(some) for language, some in out_of_scope.items()}
        self._scorers: dict[str, Scorer] = {}
        # What was learnt and not restored, by what it was learnt from.
        self._fresh: list[object] = []

    @cached_property
    def _owners(self) -> Mapping[str, tuple[str | None, ...]]:
        """The entries of each variant, by what is the same for all texts that are the same question."""
        variants = [variant for some in self._variants.values() for variant in some]
        texts = [variant.text for variant in variants]
        questions = self._learnt(
            ("questions", texts),
            lambda: QuestionKeys.learnt(texts),
            lambda parameters: QuestionKeys.restored(parameters, len(texts)),
        )
        found: dict[str, tuple[str | None, ...]] = {}
        for variant, key in zip(variants, questions.keys, strict=True):
            owners = found.get(key, ())
            if variant.entry_id not in owners:
                found[key] = (*owners, variant.entry_id)
        found.pop("", None)
        return found

    @property
    def is_kept(self) -> bool:
        """True if the cache can restore all that was learnt."""
        return self._cache is not None and all(map(self._cache.holds, self._fresh))

    @cached_property
    def _identifier(self) -> LanguageIdentifier:
        names = self._lexicon.international_words
        texts = {language: [variant.text for variant in some] for language, some in self._variants.items()}
        return self._learnt(
            ("languages", texts, sorted(names)),
            lambda: LanguageIdentifier.learnt(texts, names=names),
            lambda parameters: LanguageIdentifier.restored(parameters, tuple(texts), names=names),
        )

    def warm_up(self, *, restore: bool = True) -> None:
        """Learn from the variants of all languages now; otherwise each waits for the first question that needs it.

        Two languages are learnt at a time: while one multiplies matrices, another can read its texts.

        Args:
            restore: Take what an earlier run has kept into memory too; else that waits for the first question that
                needs it, which then takes a tenth of a second longer.
        """
        wanted = [language for language in self._variants if restore or not self._is_kept(language)]
        if wanted:
            self._identifier  # noqa: B018 - all need it, and one can learn it
            self._owners  # noqa: B018 - kept with the rest
        with ThreadPoolExecutor(_LEARNT_AT_A_TIME) as threads:
            list(threads.map(self.scorer, wanted))

    def scorer(self, language: str) -> Scorer:
        """Return the scorer of a language, by its ISO 639-1 code, learnt when it is first needed.

        Raises:
            KeyError: No variant is in that language.
        """
        if language not in self._scorers:
            variants, entries, options = self._variants[language], len(self._ids), self.options
            owners = [-1 if variant.entry_id is None else self._numbers[variant.entry_id] for variant in variants]
            self._scorers[language] = self._learnt(
                self._learnt_from(language),
                lambda: Scorer.learnt(
                    language,
                    [self._corrected(variant.text) for variant in variants],
                    owners,
                    entries,
                    self._lexicon,
                    further=self._texts,
                    out_of_scope=self._foreign(language),
                    options=options,
                ),
                lambda parameters: Scorer.restored(parameters, language, owners, entries, options),
            )
        return self._scorers[language]

    def _foreign(self, language: str) -> tuple[str, ...]:
        """Questions that nothing here answers, beside the out-of-scope examples."""
        texts = [variant.text for variant in self._variants[language] if variant.entry_id is not None]
        texts += [text for own in self._texts.values() for text in own.get(language, ())]
        return (*general(language, texts), *self._out_of_scope.get(language, ()))

    def _learnt_from(self, language: str) -> object:
        """All that the scorer of a language depends on."""
        variants = [(each.entry_id, each.text) for each in self._variants[language]]
        texts = [(number, sorted(own.items())) for number, own in sorted(self._texts.items())]
        further = (texts, self._out_of_scope.get(language, ()))
        return language, variants, self._ids, self._lexicon.digest, further, self.options

    def _is_kept(self, language: str) -> bool:
        return self._cache is not None and self._cache.holds(self._learnt_from(language))

    def _learnt(
        self, learnt_from: object, learn: Callable[[], Learnt], restore: Callable[[Parameters], Learnt]
    ) -> Learnt:
        """What was kept of an earlier run, or what is learnt now and kept for the next."""
        if self._cache is None:
            return learn()
        kept = self._cache.load(learnt_from, restore)
        if kept is None:
            kept = learn()
            self._cache.save(learnt_from, kept.parameters())
            self._fresh.append(learnt_from)
        return kept

    def match(self, text: str, *, candidates: int = _MOST_CANDIDATES) -> Match:
        """Match one question; of a long message, the part that asks something that is known best.

        Args:
            text: Any text; what is beyond 4,096 characters is not read.
            candidates: The most to return.

        Returns:
            The outcome with its candidates, best first.
        """
        meant, asked_in, plausible = self._read(text)
        if not self._ids:
            return Match(Outcome.ABSTAIN, (), asked_in, plausible)
        every = [self._candidates(passage, candidates, (text, passage)) for passage in self._passages(meant, plausible)]
        ranked = max(every, key=_first_score)
        return Match(outcome_of(ranked, self.options.decision), ranked, asked_in, plausible)

    def by_words(self, text: str) -> str | None:
        """Return the entry that answers a text by its words, or None; a variant typed as it stands has no last word.

        So the words of a variant are matched among those of all others.
        """
        ranked = max(
            (self._candidates(passage, _FEWEST_CHOICES) for passage, _ in self.reading(text)), key=_first_score
        )
        return ranked[0].entry_id if outcome_of(ranked, self.options.decision) is Outcome.ANSWER else None

    def reading(self, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the passages of a text that may be its question, each with the languages that read it."""
        meant = self._corrected(text)
        return tuple(
            (passage, self._read_in(passage)) for passage in self._passages(meant, self._identifier.plausible(meant))
        )

    def decide(self, text: str) -> Match:
        """Match a question; where a variant was typed as it stands, without the candidates that it beats.

        Such a variant has the last word, whatever the others score, so they are not scored.
        """
        owners = self._owners.get(same_question(text), ()) if self.options.decision.verbatim else ()
        if len(owners) != 1 or owners[0] is None:
            return self.match(text)
        _, asked_in, plausible = self._read(text)
        return Match(Outcome.ANSWER, (Candidate(owners[0], _VERBATIM),), asked_in, plausible)

    def _read(self, text: str) -> tuple[str, str | None, tuple[str, ...]]:
        """The text as it was meant, the language it is in, and those that it may be in."""
        meant = self._corrected(text)
        return meant, self._identifier.identify(meant), self._identifier.plausible(meant)

    def _corrected(self, text: str) -> str:
        if not self.options.question.layout_correction:
            return text
        return corrected_layout(text, self._identifier.known_share, names=self._identifier.names)

    def _passages(self, text: str, plausible: tuple[str, ...]) -> tuple[str, ...]:
        return passages(text, plausible) if self.options.question.passages else (text,)

    def explain(self, text: str) -> tuple[str, tuple[Explanation, ...]]:
        """Explain a match: return what was looked up, and the steps of each plausible language, likeliest first."""
        whole = self._corrected(text)
        meant = max(self._passages(whole, self._identifier.plausible(whole)), key=self._best_score)
        likely = self._identifier.probabilities(meant)
        explanations = []
        for language, probability in sorted(likely.items(), key=lambda item: -item[1]):
            if probability >= self.options.question.language_probability:
                scorer = self.scorer(language)
                index = scorer.index
                score = scorer.scope.score(index.scores(index.read(meant)))
                explanations.append(explain(index, meant, probability=probability, score=score))
        return meant, tuple(explanations)

    def nearest_examples(self, text: str) -> tuple[float, float]:
        """Return how alike a question is to the nearest variant, and to the nearest out-of-scope example, 0 to 1."""
        found = [
            self.scorer(language).index.scores(self.scorer(language).index.read(passage))
            for passage, languages in self.reading(text)
            for language in languages
        ]
        variant = max((each.nearest for each in found), default=0.0)
        return variant, max((each.nearest_negative for each in found), default=0.0)

    @property
    def entry_ids(self) -> Sequence[str]:
        """The entries in the order of their numbers in `EntryScores`."""
        return self._ids

    def variant(self, language: str, position: int) -> Variant:
        """Return a variant by its position among those of its language."""
        return self._variants[language][position]

    def _scores(self, language: str, text: str) -> Iterator[tuple[int, float]]:
        """The entries that one language's index finds, with their scores, 0 to 100."""
        scorer = self.scorer(language)
        found = scorer.index.scores(scorer.index.read(text))
        ranking = found.ranking
        strongest = ranking.max(initial=0.0)
        if strongest:
            scores = scorer.scope.score(found) * ranking / strongest
            best = np.argsort(-scores, kind="stable")[:_MOST_RANKED]
            best = best[scores[best] > 0]
            yield from zip(found.numbers[best].tolist(), scores[best].tolist(), strict=True)

    def _verbatim(self, texts: Sequence[str], scores: dict[int, float]) -> dict[int, float]:
        """The scores, with the last word given to a variant that was typed as it stands."""
        decision = self.options.decision
        if not decision.verbatim:
            return scores
        owners = next((owners for text in texts if (owners := self._owners.get(same_question(text)))), ())
        if None in owners:
            return {number: min(score, decision.offer_threshold - 1.0) for number, score in scores.items()}
        if not owners:
            return scores
        lowered = {number: min(score, 100.0 * decision.ambiguity_ratio) for number, score in scores.items()}
        return lowered | {self._numbers[entry]: _VERBATIM for entry in owners if entry is not None}

    def _best_score(self, passage: str) -> float:
        return _first_score(self._candidates(passage, 1, (passage,)))

    def _read_in(self, passage: str) -> tuple[str, ...]:
        """The languages that read a passage."""
        likely, least = self._identifier.probabilities(passage), self.options.question.language_probability
        return tuple(language for language, probability in likely.items() if probability >= least)

    def _candidates(self, passage: str, most: int, typed: Sequence[str] = ()) -> tuple[Candidate, ...]:
        """The entries that a question may mean, best first.

        Args:
            passage: The question as it is to be read.
            most: The most to return.
            typed: Texts that have the last word if a variant equals one of them.
        """
        found: dict[int, float] = {}
        for language in self._read_in(passage):
            for number, score in self._scores(language, passage):
                found[number] = max(score, found.get(number, 0.0))
        scores = self._verbatim(typed, found)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:most]
        return tuple(Candidate(self._ids[number], round(score, 2)) for number, score in best)


def _first_score(candidates: Sequence[Candidate]) -> float:
    return candidates[0].score if candidates else 0.0


def outcome_of(candidates: Sequence[Candidate], decision: DecisionOptions) -> Outcome:
    """Return the outcome of a question with some candidates, best first."""
    if not candidates or candidates[0].score < decision.offer_threshold:
        return Outcome.ABSTAIN
    next_score = candidates[1].score if len(candidates) > 1 else 0.0
    alone = next_score <= decision.ambiguity_ratio * candidates[0].score
    if candidates[0].score >= decision.answer_threshold and alone:
        return Outcome.ANSWER
    return Outcome.CHOOSE if len(candidates) > 1 else Outcome.ABSTAIN
