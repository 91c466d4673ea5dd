"""Matcher: from a question to an entry of the FAQ, to a choice of a few, or to silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

import numpy as np

from knowledge.cache import TrainedCache
from knowledge.embedding import Embedder
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.embedding.variant_vectors import Progress
from knowledge.lexicon import Lexicon
from knowledge.matching.archive import Archive
from knowledge.matching.contradictions import Contradictions
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.explanation import Explanation, explain
from knowledge.matching.features import Reading
from knowledge.matching.gloss_support import unexplained_entries
from knowledge.matching.match import Candidate, Match, Outcome, outcome_of
from knowledge.matching.options import DEFAULT_OPTIONS, DecisionOptions, MatcherOptions
from knowledge.matching.scope import Scope
from knowledge.matching.scorer import Scorer
from knowledge.matching.variant import Variant
from knowledge.matching.variant_models import NO_TEXTS, MeaningResult, VariantModels
from knowledge.text.glossary import LANGUAGES as GLOSSED
from knowledge.text.normalise import fold, question_key, words

_MOST_CANDIDATES = 5
_MOST_RANKED = 50
_FEWEST_CHOICES = 2
# The score of an entry that has the question as a variant.
_VERBATIM = 100.0
# Fewer words tell no language by themselves, and say little.
_FEW_WORDS = 2


class Matcher:
    """A matcher of questions against the variants of a FAQ.

    Args:
        variants: Of one language or several; out-of-scope examples have no entry.
        lexicon: Names and notions with their spellings; none are needed.
        texts: The other words of an entry, its answer and its statements, by its id and their language; none is needed.
        out_of_scope: Gives more questions of a language that nothing here answers, beside chat and general knowledge,
            by the telling words (`text.out_of_scope`) of variants and texts. They only tell the scale of scores, so
            that few out-of-scope examples among the variants are enough.
        cache: Keeps what is learnt from the variants for the next run; nothing is kept if None.
        options: Weights, thresholds and switches.
        embedder: Tells meaning beside words, from the first question on; by words alone if None.
        earlier: A matcher of which all is taken over that it has learnt from the same; it may be in use meanwhile.

    Attributes:
        options: Those it was made with.
    """

    def __init__(
        self,
        variants: Iterable[Variant],
        *,
        lexicon: Lexicon | None = None,
        texts: Mapping[str, Mapping[str, Sequence[str]]] = NO_TEXTS,
        out_of_scope: Callable[[str, frozenset[str]], Sequence[str]] | None = None,
        cache: TrainedCache | None = None,
        options: MatcherOptions = DEFAULT_OPTIONS,
        embedder: Embedder | None = None,
        earlier: Matcher | None = None,
    ) -> None:
        self.options = options
        self._models: VariantModels = VariantModels(
            variants,
            lexicon=lexicon,
            texts=texts,
            out_of_scope=out_of_scope,
            cache=cache,
            options=options,
            embedder=embedder,
            earlier=earlier._models if earlier is not None else None,
        )

    @cached_property
    def decision(self) -> DecisionOptions:
        """The options of deciding, with the ambiguity ratio for as many entries as there are."""
        decision = self.options.decision
        return replace(decision, ambiguity_ratio=decision.ambiguity_ratio_for(len(self._models.ids)))

    @property
    def entry_ids(self) -> Sequence[str]:
        """The entries in the order of their numbers in `EntryScores`."""
        return self._models.ids

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that variants are in, as ISO 639-1 codes."""
        return self._models.languages

    @property
    def unlearnt_languages(self) -> tuple[str, ...]:
        """The languages that are still to be learnt: neither in memory nor in the cache."""
        return self._models.unlearnt_languages

    @property
    def is_cached(self) -> bool:
        """True if the cache can restore all that was learnt."""
        return self._models.is_cached

    def learn(self, languages: Sequence[str]) -> None:
        """Learn from the variants of some languages now, or restore what the cache has of them.

        Two languages are learnt at a time: while one multiplies matrices, another can read its texts.

        Args:
            languages: By their ISO 639-1 codes.

        Raises:
            KeyError: No variant is in one of them.
        """
        self._models.learn(languages)

    def learn_languages(self) -> None:
        """Learn to tell the languages of questions, and the entries of those that are typed as a variant stands."""
        self._models.learn_languages()

    def warm_up(self, *, restore: bool = True) -> None:
        """Learn from the variants of all languages now; otherwise each waits for the first question that needs it.

        Args:
            restore: Take what an earlier run has kept into memory too; else that waits for the first question that
                needs it, which then takes a tenth of a second longer.
        """
        self._models.warm_up(restore=restore)
        if restore:
            self._contradictions  # noqa: B018 - made now

    def with_texts(self, texts: Mapping[str, Mapping[str, Sequence[str]]]) -> Matcher:
        """Return a matcher with other texts of the same entries, which has learnt what this one has.

        Args:
            texts: As they are given to a matcher.
        """
        other = copy(self)
        other._models = self._models.with_texts(texts)
        vars(other).pop("_contradictions", None)
        return other

    def expect_meaning(self, vectors: QuestionVectors, earlier: Matcher | None = None) -> None:
        """Announce that `learn_meaning` will be called; the cached part is restored at the first question.

        Args:
            vectors: Give questions their vectors, and have the embedder that the variants get theirs from.
            earlier: Of the same FAQ with other variants, whose meaning serves until then.
        """
        self._models.expect_meaning(vectors, earlier._models if earlier is not None else None)

    def learn_meaning(self, progress: Progress | None = None) -> None:
        """Learn the meaning of variants; until then questions are answered by words, then by both.

        Nothing is done where it is known, or where the cache has it. A FAQ so large that a language of it makes an
        archive stays with words alone.

        Args:
            progress: Called with the number of variants that have their vectors, and of those that are to have one.

        Raises:
            EmbeddingFailed: There are no vectors of variants to be had; words alone go on.
        """
        self._models.learn_meaning(progress)

    def scorer(self, language: str) -> Scorer:
        """Return the scorer of a language, by its ISO 639-1 code, learnt when it is first needed.

        Raises:
            KeyError: No variant is in that language.
        """
        return self._models.scorer(language)

    def variant(self, language: str, position: int) -> Variant:
        """Return a variant by its position among those of its language."""
        return self._models.variant(language, position)

    def languages_of(self, text: str) -> frozenset[str] | None:
        """Return the languages whose variants a question is compared with; None until languages can be told apart."""
        if not self._models.can_tell_languages:
            return None
        return frozenset(language for _, some in self.readings(text) for language in some)

    def passages(self, text: str) -> tuple[str, ...]:
        """Return the passages of a text that need a vector to be matched; none while words alone decide."""
        if self._models.known_meaning() is None:
            return ()
        reader = self._models.reader
        return reader.passages(reader.corrected(text))

    def readings(self, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the passages of a text that may be its question, each with the languages that read it."""
        return self._models.reader.readings(text)

    def match(self, text: str, *, candidates: int = _MOST_CANDIDATES) -> Match:
        """Match one question; of a long message, the passage that matches best.

        Args:
            text: Any text; what is beyond 4,096 characters is not read.
            candidates: The most to return.

        Returns:
            The outcome with its candidates, best first.
        """
        reader = self._models.reader
        text = reader.without_enclosures(text)
        meant = reader.corrected(text)
        self._models.await_meaning()
        every = [self._candidates(passage, candidates, (text, passage)) for passage in reader.passages(meant)]
        ranked = max(every, key=_first_score)
        return self._matched(text, meant, ranked)

    def decide(self, text: str) -> Match:
        """Match a question; where a variant was typed as it stands, without the candidates that it beats.

        Such a variant has the last word, whatever the others score, so they are not scored.
        """
        text = self._models.reader.without_enclosures(text)
        owners = self._models.owners.get(question_key(text), ()) if self.decision.verbatim else ()
        if len(owners) != 1 or owners[0] is None:
            return self.match(text)
        return self._matched(text, self._models.reader.corrected(text), (Candidate(owners[0], _VERBATIM),))

    def entry_by_words(self, text: str) -> str | None:
        """Return the entry that answers a text by its words, or None; a text equal to a variant has no precedence.

        So the words of a variant are matched among those of all others.
        """
        ranked = max(
            (self._candidates(passage, _FEWEST_CHOICES, by_meaning=False) for passage, _ in self.readings(text)),
            key=_first_score,
        )
        return ranked[0].entry_id if outcome_of(ranked, self.decision) is Outcome.ANSWER else None

    def explain(self, text: str) -> tuple[str, tuple[Explanation, ...]]:
        """Explain a match: return what was looked up, and the steps of each plausible language, likeliest first."""
        reader = self._models.reader
        whole = reader.corrected(text)
        meant = max(reader.passages(whole), key=self._best_score)
        likely = self._models.identifier.probabilities(meant)
        explanations = []
        for language, probability in sorted(likely.items(), key=lambda item: -item[1]):
            if probability >= self.options.question.language_probability:
                index = self.scorer(language).index
                reading = index.read(meant)
                found, scope = self._scores_by_words(language, reading, self._models.meaning_of(meant))
                explanations.append(
                    explain(
                        index,
                        meant,
                        probability=probability,
                        score=scope.score(found),
                        entry_scores=found,
                        stranger=self._contradictions.stranger(meant) if self._contradictions is not None else None,
                        contradicted=self._contradicted(language, reading, found),
                    )
                )
        return meant, tuple(explanations)

    def nearest_examples(self, text: str) -> tuple[float, float]:
        """Return how alike a question is to the nearest variant, and to the nearest out-of-scope example, 0 to 1."""
        found = [
            self.scorer(language).index.scores(self.scorer(language).index.read(passage))
            for passage, languages in self.readings(text)
            for language in languages
        ]
        variant = max((each.nearest for each in found), default=0.0)
        return variant, max((each.nearest_negative for each in found), default=0.0)

    def _matched(self, text: str, meant: str, ranked: tuple[Candidate, ...]) -> Match:
        """The match of a text, given as typed and as corrected, with its candidates."""
        outcome, identifier = outcome_of(ranked, self.decision), self._models.identifier
        # Letters that were typed for punctuation make words of one.
        count = min(len(words(fold(each))) for each in (text, meant))
        if count > _FEW_WORDS:
            return Match(outcome, ranked, identifier.identify(meant), identifier.plausible(meant))
        # One word is a question only where a curator has written it as one.
        least = self.decision.few_words_threshold if count == _FEW_WORDS else _VERBATIM
        few = outcome is Outcome.ANSWER and ranked[0].score < least
        if few and not self._models.lexicon.names_somebody(meant, self.languages):
            outcome = Outcome.CHOOSE if len(ranked) > 1 else Outcome.ABSTAIN
        if outcome is not Outcome.ANSWER:
            return Match(outcome, ranked, None, identifier.plausible(text))
        asked_in = identifier.identify(meant) if count == _FEW_WORDS else None
        return Match(outcome, ranked, asked_in, identifier.plausible(meant))

    @cached_property
    def _contradictions(self) -> Contradictions | None:
        """Return the contradictions of the answers; None where no answers are at hand."""
        if not self._models.texts or not self.decision.contradictions:
            return None
        return Contradictions(self._models.texts, self._models.lexicon, self._models.identifier.knows)

    def _scores(self, language: str, text: str, meant: MeaningResult | None) -> Iterator[tuple[int, float]]:
        """The entries that one language's index finds, with their scores, 0 to 100."""
        reading = self.scorer(language).index.read(text)
        found, scope = self._scores_by_words(language, reading, meant)
        yield from self._ranked(found, scope, self._contradicted(language, reading, found))

    def _scores_by_words(
        self, language: str, reading: Reading, meant: MeaningResult | None
    ) -> tuple[EntryScores, Scope]:
        """The scores of entries by one language's words, and by meaning or glosses beside them, with their scope."""
        scorer = self.scorer(language)
        found = scorer.index.scores(reading)
        if meant is not None:
            weight = meant.meaning.weight_for(scorer.index.words.known_share(reading.words))
            return meant.scores.mixed_with(found, weight), meant.meaning.scope
        if self._models.mixes_glosses and (glosses := self._models.crosslingual) is not None:
            gloss = glosses.support.reader.read_words([token.word for token in reading.tokens], language)
            weight = glosses.weight_for(scorer.index.words.known_share(reading.words))
            return glosses.scores(gloss).mixed_with(found, weight), glosses.scope
        return found, scorer.scope

    def _contradicted(self, language: str, reading: Reading, found: EntryScores) -> frozenset[int]:
        """The entries that are near a question and answer another one."""
        index = self.scorer(language).index
        if self._contradictions is None or isinstance(index, Archive) or not len(found.ranking):
            return frozenset()
        best = int(found.numbers[found.ranking.argmax()])
        return self._contradictions.entries(index, reading, best, lambda row: self.variant(language, row).text)

    def _scores_by_glosses(self, language: str, text: str) -> Iterator[tuple[int, float]]:
        """The entries that a question asks for which is in a language without variants, with their scores, 0 to 100."""
        if self._models.crosslingual is not None:
            gloss = self._models.crosslingual.support.reader.read(text, language)
            yield from self._ranked_abroad(
                self._models.crosslingual.scores_alone(gloss), self._models.crosslingual.foreign_scope
            )

    def _scores_by_meaning(self, language: str | None, text: str, meant: MeaningResult) -> Iterator[tuple[int, float]]:
        """The same where embeddings understand it, in whatever language."""
        glosses = meant.meaning.glosses
        support = None
        if glosses is not None and language in GLOSSED:
            support = glosses.of(glosses.reader.read(text, language))
        yield from self._ranked_abroad(meant.scores.without_words(support), meant.meaning.foreign_scope)

    def _ranked_abroad(self, found: EntryScores, scope: Scope) -> Iterator[tuple[int, float]]:
        yield from self._ranked(found, scope, unexplained_entries(found.support) if found.support is not None else ())

    def _ranked(
        self, found: EntryScores, scope: Scope, contradicted: Collection[int] = ()
    ) -> Iterator[tuple[int, float]]:
        ranking = found.ranking
        strongest = ranking.max(initial=0.0)
        if strongest:
            scores = scope.score(found) * ranking / strongest
            if found.support is not None:
                doubted = found.support.contradicted[found.numbers] > 0.0
                doubted |= np.isin(found.numbers, list(contradicted))
                scores[doubted] = np.minimum(scores[doubted], self.decision.answer_threshold - 1.0)
            best = np.argsort(-scores, kind="stable")[:_MOST_RANKED]
            best = best[scores[best] > 0]
            yield from zip(found.numbers[best].tolist(), scores[best].tolist(), strict=True)

    def _verbatim(self, texts: Sequence[str], scores: dict[int, float]) -> dict[int, float]:
        """The scores, those of a variant that was typed as it stands raised above all others."""
        decision = self.decision
        if not decision.verbatim:
            return scores
        owners = next((owners for text in texts if (owners := self._models.owners.get(question_key(text)))), ())
        if None in owners:
            return {number: min(score, decision.offer_threshold - 1.0) for number, score in scores.items()}
        if not owners:
            return scores
        lowered = {number: min(score, 100.0 * decision.ambiguity_ratio) for number, score in scores.items()}
        return lowered | {self._models.numbers[entry]: _VERBATIM for entry in owners if entry is not None}

    def _best_score(self, passage: str) -> float:
        return _first_score(self._candidates(passage, 1, (passage,)))

    def _candidates(
        self, passage: str, most: int, typed: Sequence[str] = (), *, by_meaning: bool = True
    ) -> tuple[Candidate, ...]:
        """The entries that a question may mean, best first.

        Args:
            passage: The question as it is to be read.
            most: The most to return.
            typed: Texts that have the last word if a variant equals one of them.
            by_meaning: Look at its meaning, too.
        """
        found: dict[int, float] = {}
        meant = self._models.meaning_of(passage) if by_meaning else None
        reader = self._models.reader
        foreign = reader.foreign_language(passage)
        if meant is not None and foreign is not None:
            readings = [self._scores_by_meaning(foreign, passage, meant)]
        else:
            readings = [self._scores(language, passage, meant) for language in reader.languages_of(passage)]
            if meant is None and foreign in GLOSSED:
                readings.append(self._scores_by_glosses(foreign, passage))
        for reading in readings:
            for number, score in reading:
                found[number] = max(score, found.get(number, 0.0))
        if self._contradictions is not None and self._contradictions.stranger(passage) is not None:
            offered = self.decision.answer_threshold - 1.0
            found = {number: min(score, offered) for number, score in found.items()}
        scores = self._verbatim(typed, found)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:most]
        return tuple(Candidate(self._models.ids[number], round(score, 2)) for number, score in best)


def _first_score(candidates: Sequence[Candidate]) -> float:
    return candidates[0].score if candidates else 0.0
