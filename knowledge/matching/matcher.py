"""Matcher: from a question to an entry of the FAQ, to a choice of a few, or to silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

import numpy as np

from knowledge.cache import TrainedCache
from knowledge.embedding import Embedder, EmbeddingFailed
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.embedding.variant_vectors import Progress, variant_vectors
from knowledge.lexicon import Lexicon
from knowledge.matching.archive import Archive
from knowledge.matching.contradictions import Contradictions
from knowledge.matching.crosslingual import CrossLingual
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.explanation import Explanation, explain
from knowledge.matching.features import Reading
from knowledge.matching.gloss_support import GlossSupportTraining, unexplained_entries
from knowledge.matching.landmarks import choose_landmarks
from knowledge.matching.meaning import Meaning, MeaningScores
from knowledge.matching.meaning_training import train_meaning
from knowledge.matching.options import DEFAULT_OPTIONS, DecisionOptions, MatcherOptions
from knowledge.matching.question_keys import QuestionKeys
from knowledge.matching.scope import Scope
from knowledge.matching.scorer import Scorer, TrainedScorer, train_scorer
from knowledge.matching.vectors import Integers
from knowledge.parameters import Parameters
from knowledge.text.enclosures import without_enclosures
from knowledge.text.glossary import LANGUAGES as GLOSSED
from knowledge.text.homoglyphs import unify_alphabet
from knowledge.text.identify import LanguageIdentifier
from knowledge.text.languages import LANGUAGES
from knowledge.text.layout import corrected_layout
from knowledge.text.normalise import LONGEST_TEXT, fold, question_key, words
from knowledge.text.out_of_scope import general_questions, telling_words
from knowledge.text.passages import passages

NO_TEXTS: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({})
"""No texts of entries."""

# More would take more memory, each for a matrix of its own, and save no time.
_LEARNT_AT_A_TIME = 2
_MOST_CANDIDATES = 5
# Of each language; each takes the time of a vector.
_MOST_FOREIGN = 24
_MOST_RANKED = 50
_FEWEST_CHOICES, _MOST_CHOICES = 2, 3
# The share of the best score that makes a third candidate worth offering.
_CLOSE = 0.5
# Entries below this score are not worth showing.
_NEAR = 15.0
# Fewer words of a language that is rarely asked in here are more likely misspelled ones of another.
_FEWEST_FOREIGN_WORDS = 4
_ANOTHER_LENGTH = (
    "The embeddings have another length than those of the variants, which are learnt anew: if that comes again, "
    "name one model in EMBEDDINGS_MODEL."
)
# The score of an entry that has the question as a variant.
_VERBATIM = 100.0
# Fewer words tell no language by themselves, and say little.
_FEW_WORDS = 2

_Learnt = TypeVar("_Learnt", CrossLingual, LanguageIdentifier, Meaning, QuestionKeys, Scorer)


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


class Matcher:
    """A matcher of questions against the variants of a FAQ.

    Args:
        variants: Of one language or several; out-of-scope examples have no entry.
        lexicon: Names and notions with their spellings; none are needed.
        texts: What else an entry says, its answer and its statements, by its id and their language; none is needed.
        out_of_scope: Gives more questions of a language that nothing here answers, beside chat and general knowledge,
            by the telling words (`text.out_of_scope`) of variants and texts. They only tell the scale of scores, so
            that few out-of-scope examples among the variants are enough.
        cache: Where what is learnt from the variants is kept for the next run; nowhere if None.
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
        # Vectors that are expected, and whether the first question waits until the meaning of variants is learnt.
        self._expected = QuestionVectors(embedder) if embedder is not None else None
        self._awaits_meaning = embedder is not None
        self._meaning: Meaning | None = None
        self._has_own_meaning = self._is_meaning_kept = False
        # A question's vector had another length than those of the variants; that length, once the embedder was asked.
        self._is_meaning_doubted, self._dimensions = False, None
        self._learning_meaning = Lock()
        # By language, what words have scored in trials, until meaning has been weighed by it.
        self._trials: dict[str, TrainedScorer] = {}
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
        self._out_of_scope = out_of_scope
        self._scorers: dict[str, Scorer] = {}
        self._keys: dict[str, QuestionKeys] = {}
        self._sources: dict[str, str] = {}
        # What was learnt and not restored, each with what it was learnt from.
        self._fresh: list[tuple[object, object]] = []
        if earlier is not None:
            self._take_over(earlier)

    def _take_over(self, earlier: Matcher) -> None:
        """Take over what an earlier matcher has learnt from the same variants; another thread may be training it."""
        before = earlier._variants
        same = {language for language, some in self._variants.items() if some == before.get(language)}
        has_same_names = self._lexicon.digest == earlier._lexicon.digest
        self._keys = {language: keys for language, keys in dict(earlier._keys).items() if language in same}
        if has_same_names and self._ids == earlier._ids and self.options == earlier.options:
            self._scorers = {
                language: scorer for language, scorer in dict(earlier._scorers).items() if language in same
            }
        taken: list[object] = [*self._keys.values(), *self._scorers.values()]
        if has_same_names and len(same) == len(before) and list(before) == list(self._variants):
            identifier = vars(earlier).get("_identifier")
            if identifier is not None:
                self._identifier = identifier
                taken.append(identifier)
        self._fresh = [(learnt, source) for learnt, source in earlier._fresh if any(learnt is each for each in taken)]

    @cached_property
    def _owners(self) -> Mapping[str, tuple[str | None, ...]]:
        """The entries of each variant, by its question key."""
        found: dict[str, tuple[str | None, ...]] = {}
        for language, variants in self._variants.items():
            for variant, key in zip(variants, self._question_keys(language), strict=True):
                owners = found.get(key, ())
                if variant.entry_id not in owners:
                    found[key] = (*owners, variant.entry_id)
        found.pop("", None)
        return found

    def _question_keys(self, language: str) -> Sequence[str]:
        """The keys of a language's variants, in their order."""
        if language not in self._keys:
            texts = [variant.text for variant in self._variants[language]]
            self._keys[language] = self._learnt(
                ("questions", texts),
                lambda: QuestionKeys.learn(texts),
                lambda parameters: QuestionKeys.restore(parameters, len(texts)),
            )
        return self._keys[language].keys

    @property
    def is_cached(self) -> bool:
        """True if the cache can restore all that was learnt."""
        return self._cache is not None and all(self._cache.holds(source) for _, source in self._fresh)

    @cached_property
    def _identifier(self) -> LanguageIdentifier:
        names, own_names = self._lexicon.international_words, self._lexicon.own_words
        texts = {language: [variant.text for variant in some] for language, some in self._variants.items()}
        return self._learnt(
            ("languages", texts, sorted(names)),
            lambda: LanguageIdentifier.learn(texts, names=names, own_names=own_names),
            lambda parameters: LanguageIdentifier.restore(parameters, tuple(texts), names=names, own_names=own_names),
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that variants are in, as ISO 639-1 codes."""
        return tuple(self._variants)

    def languages_of(self, text: str) -> frozenset[str] | None:
        """Return the languages whose variants a question is compared with; None until languages can be told apart."""
        if "_identifier" not in vars(self):
            return None
        return frozenset(language for _, some in self.readings(text) for language in some)

    @property
    def unlearnt_languages(self) -> tuple[str, ...]:
        """The languages that are still to be learnt: neither in memory nor in the cache."""
        return tuple(each for each in self._variants if each not in self._scorers and not self._is_kept(each))

    def learn(self, languages: Sequence[str]) -> None:
        """Learn from the variants of some languages now, or restore what the cache has of them.

        Two languages are learnt at a time: while one multiplies matrices, another can read its texts.

        Args:
            languages: By their ISO 639-1 codes.

        Raises:
            KeyError: No variant is in one of them.
        """
        self.learn_languages()
        with ThreadPoolExecutor(_LEARNT_AT_A_TIME) as threads:
            list(threads.map(self.scorer, languages))

    def learn_languages(self) -> None:
        """Learn to tell the languages of questions, and the entries of those that are typed as a variant stands."""
        self._identifier  # noqa: B018 - all languages need it, and one can learn it
        self._owners  # noqa: B018 - kept with the rest

    def warm_up(self, *, restore: bool = True) -> None:
        """Learn from the variants of all languages now; otherwise each waits for the first question that needs it.

        Args:
            restore: Take what an earlier run has kept into memory too; else that waits for the first question that
                needs it, which then takes a tenth of a second longer.
        """
        wanted = (
            tuple(each for each in self._variants if each not in self._scorers) if restore else self.unlearnt_languages
        )
        if restore or wanted:
            self.learn(wanted)
        if self._mixes_glosses and (restore or not self._are_glosses_kept):
            self._crosslingual  # noqa: B018 - learnt now
        self._await_meaning()

    def _await_meaning(self) -> None:
        """Learn meaning if an embedder was given; where that fails, words alone decide."""
        if self._awaits_meaning and self._expected is not None:
            self._learn_meaning_for(self._expected)
            self._awaits_meaning = False

    def _learn_meaning_for(self, vectors: QuestionVectors) -> None:
        try:
            self.learn_meaning()
        except EmbeddingFailed as error:
            vectors.note(error, 0)

    def expect_meaning(self, vectors: QuestionVectors, earlier: Matcher | None = None) -> None:
        """Announce that `learn_meaning` will be called; the cached part is restored at the first question.

        Args:
            vectors: Give questions their vectors, and have the embedder that the variants get theirs from.
            earlier: Of the same FAQ with other variants, whose meaning serves until then.
        """
        self._expected = vectors
        self._is_meaning_kept = (
            self._can_learn_meaning
            and self._cache is not None
            and self._cache.holds(self._meaning_learnt_from(vectors))
        )
        if earlier is not None and earlier.entry_ids == self._ids and earlier._expected is vectors:
            self._meaning = earlier._known_meaning()

    @cached_property
    def _crosslingual(self) -> CrossLingual | None:
        """The model of all variants' glosses; None where variants are too many, or where no entry has any."""
        if not self._can_learn_glosses:
            return None
        owners = np.concatenate([self._owners_of(language) for language in self._variants])
        return self._learnt(
            self._glosses_learnt_from,
            lambda: self._trained_glosses(owners),
            lambda parameters: CrossLingual.restore(
                parameters, owners, len(self._ids), self._lexicon, options=self.options
            ),
        )

    @property
    def _can_learn_glosses(self) -> bool:
        return bool(self._ids) and sum(map(len, self._variants.values())) <= self.options.crosslingual.largest

    @property
    def _mixes_glosses(self) -> bool:
        """True if variants are in several languages, so that glosses add to the words of one."""
        return len(self._variants) > 1 and self._can_learn_glosses

    @property
    def _are_glosses_kept(self) -> bool:
        return self._cache is not None and self._cache.holds(self._glosses_learnt_from)

    @property
    def _glosses_learnt_from(self) -> object:
        return "glosses", [self._learnt_from(language) for language in self._variants]

    def _trained_glosses(self, owners: Integers) -> CrossLingual:
        ends = np.cumsum([0, *map(len, self._variants.values())]).tolist()
        learnt = CrossLingual.learn(
            [(each.language, self._as_learnt(each)) for some in self._variants.values() for each in some],
            owners,
            len(self._ids),
            self._lexicon,
            further=self._texts,
            trained=[
                (np.arange(start, end), self._with_trials(language))
                for (start, end), language in zip(pairwise(ends), self._variants, strict=True)
            ],
            options=self.options,
        )
        if not self._needs_trials_of_meaning:
            self._trials.clear()
        return learnt

    def learn_meaning(self, progress: Progress | None = None) -> None:
        """Learn the meaning of variants; until then questions are answered by words, then by both.

        Nothing is done where it is known, or where the cache has it. A FAQ so large that a language of it makes an
        archive stays with words alone.

        Args:
            progress: Called with the number of variants that have their vectors, and of those that are to have one.

        Raises:
            EmbeddingFailed: There are no vectors of variants to be had; words alone go on.
        """
        with self._learning_meaning:
            vectors = self._expected
            if vectors is None or not self._can_learn_meaning:
                return
            if self._is_meaning_doubted:
                self._check_dimensions(vectors.embedder)
            if self._has_own_meaning or self._is_meaning_kept:
                return
            self._meaning = self._learnt(
                self._meaning_learnt_from(vectors),
                lambda: self._trained_meaning(vectors.embedder, progress),
                self._restored_meaning,
            )
            self._has_own_meaning = True

    def _check_dimensions(self, embedder: Embedder) -> None:
        """Learn meaning anew if the embedder gives vectors of another length now.

        Raises:
            EmbeddingFailed: It gives none.
        """
        self._dimensions = embedder.vectors(("?",)).shape[1]
        self._is_meaning_doubted = False
        if self._meaning is None or len(self._meaning.mean) != self._dimensions:
            self._has_own_meaning = self._is_meaning_kept = False

    def _known_meaning(self) -> Meaning | None:
        """The meaning as far as it is learnt, restored if the cache has it."""
        if self._is_meaning_kept and self._cache is not None and self._expected is not None:
            kept = self._cache.load(self._meaning_learnt_from(self._expected), self._restored_meaning)
            if kept is not None:
                self._meaning, self._has_own_meaning = kept, True
            # What is damaged is learnt anew, when that is next called for.
            self._is_meaning_kept = False
        return self._meaning

    @property
    def _can_learn_meaning(self) -> bool:
        largest = max(map(len, self._variants.values()), default=0)
        return bool(self._ids) and largest <= self.options.archive.largest_index

    def _meaning_learnt_from(self, vectors: QuestionVectors) -> object:
        return "meaning", vectors.embedder.name, [self._learnt_from(language) for language in self._variants]

    def _restored_meaning(self, parameters: Parameters) -> Meaning:
        meaning = Meaning.restored(parameters, len(self._ids), self._lexicon, self.options)
        if self._dimensions not in (None, len(meaning.mean)):
            raise ValueError("The vectors are of an earlier model.")
        return meaning

    def _trained_meaning(self, embedder: Embedder, progress: Progress | None) -> Meaning:
        texts = [self._as_learnt(each) for some in self._variants.values() for each in some]
        every = np.concatenate([self._owners_of(language) for language in self._variants])
        sizes = [len(some) for some in self._variants.values()]
        languages = np.repeat(np.arange(len(sizes)), sizes)
        starts = np.cumsum([0, *sizes])
        chosen = choose_landmarks(every, languages, self.options.meaning.landmarks)
        with ThreadPoolExecutor(_LEARNT_AT_A_TIME) as threads:
            scorers = list(threads.map(self._with_trials, self._variants))
        self._trials.clear()
        foreign = [text for scorer in scorers for text in scorer.foreign[:_MOST_FOREIGN]]
        vectors = variant_vectors(
            embedder,
            [*(texts[number] for number in chosen), *foreign],
            cache=self._cache,
            of=self._ids,
            dimensions=self._dimensions,
            progress=progress,
        )
        ends = np.cumsum([len(chosen), *(len(scorer.foreign[:_MOST_FOREIGN]) for scorer in scorers)])
        supported, foreign_support = None, []
        if self._can_learn_glosses:
            codes = list(self._variants)
            supported = GlossSupportTraining(
                [(codes[languages[number]], texts[number]) for number in chosen],
                every[chosen],
                len(self._ids),
                self._lexicon,
                further=self._texts,
            )
            foreign_support = [
                [
                    supported.learnt.of(supported.learnt.reader.read(text, language))
                    for text in scorer.foreign[:_MOST_FOREIGN]
                ]
                for language, scorer in zip(codes, scorers, strict=True)
            ]
        return train_meaning(
            vectors[: len(chosen)],
            chosen=chosen,
            owners=every[chosen],
            languages=languages[chosen],
            entries=len(self._ids),
            trained=[
                (np.arange(start, start + size), scorer)
                for start, size, scorer in zip(starts.tolist(), sizes, scorers, strict=False)
            ],
            foreign=[vectors[start:end] for start, end in pairwise(ends.tolist())],
            supported=supported,
            foreign_support=foreign_support,
            options=self.options,
        )

    def passages(self, text: str) -> tuple[str, ...]:
        """Return the passages of a text that need a vector to be matched; none while words alone decide."""
        if self._known_meaning() is None:
            return ()
        meant = self._corrected(text)
        return self._passages(meant, self._identifier.plausible(meant))

    def scorer(self, language: str) -> Scorer:
        """Return the scorer of a language, by its ISO 639-1 code, learnt when it is first needed.

        Raises:
            KeyError: No variant is in that language.
        """
        if language not in self._scorers:
            owners, entries, options = self._owners_of(language), len(self._ids), self.options
            self._scorers[language] = self._learnt(
                self._learnt_from(language),
                lambda: self._trained(language).scorer,
                lambda parameters: Scorer.restore(parameters, language, owners.tolist(), entries, options),
            )
        return self._scorers[language]

    def _owners_of(self, language: str) -> Integers:
        """The entry number of each of a language's variants; -1 for an out-of-scope example."""
        every = (variant.entry_id for variant in self._variants[language])
        return np.array([-1 if entry is None else self._numbers[entry] for entry in every], dtype=np.intp)

    def _with_trials(self, language: str) -> TrainedScorer:
        self.scorer(language)
        return self._trials.get(language) or self._trained(language)

    def _trained(self, language: str) -> TrainedScorer:
        texts = [self._as_learnt(variant) for variant in self._variants[language]]
        owners = self._owners_of(language).tolist()
        scorer = train_scorer(
            language,
            texts,
            owners,
            len(self._ids),
            self._lexicon,
            further=self._texts,
            out_of_scope=self._foreign(language),
            options=self.options,
        )
        if self._mixes_glosses or self._needs_trials_of_meaning:
            self._trials[language] = scorer
        return scorer

    @property
    def _needs_trials_of_meaning(self) -> bool:
        return self._expected is not None and not (self._has_own_meaning or self._is_meaning_kept)

    def _foreign(self, language: str) -> tuple[str, ...]:
        """Return questions that nothing here answers, beside the out-of-scope examples."""
        texts = [variant.text for variant in self._variants[language] if variant.entry_id is not None]
        texts += [text for own in self._texts.values() for text in own.get(language, ())]
        known = telling_words(language, texts)
        own = self._out_of_scope(language, known) if self._out_of_scope is not None else ()
        return (*general_questions(language, known), *own)

    def _learnt_from(self, language: str) -> str:
        """Digest of all values that the scorer of a language depends on; it is asked for several times at a start.

        An answer that was edited trains nothing anew, as it is taken up in a second: its new words count beside those
        of the variants when one of these changes.
        """
        if language not in self._sources:
            variants = [(each.entry_id, each.text) for each in self._variants[language]]
            source = language, variants, self._ids, self._lexicon.digest, bool(self._texts), self.options
            self._sources[language] = sha256(repr(source).encode()).hexdigest()
        return self._sources[language]

    def _is_kept(self, language: str) -> bool:
        return self._cache is not None and self._cache.holds(self._learnt_from(language))

    def _learnt(
        self, learnt_from: object, learn: Callable[[], _Learnt], restore: Callable[[Parameters], _Learnt]
    ) -> _Learnt:
        """Restore what an earlier run has kept; otherwise learn it now, and keep it for the next run."""
        if self._cache is None:
            return learn()
        kept = self._cache.load(learnt_from, restore)
        if kept is None:
            kept = learn()
            self._cache.save(learnt_from, kept.parameters())
            self._fresh.append((kept, learnt_from))
        return kept

    def match(self, text: str, *, candidates: int = _MOST_CANDIDATES) -> Match:
        """Match one question; of a long message, the passage that matches best.

        Args:
            text: Any text; what is beyond 4,096 characters is not read.
            candidates: The most to return.

        Returns:
            The outcome with its candidates, best first.
        """
        text = self._without_enclosures(text)
        meant, plausible = self._read(text)
        self._await_meaning()
        asked = self._passages(meant, plausible)
        every = [self._candidates(passage, candidates, (text, passage)) for passage in asked]
        ranked = max(every, key=_first_score)
        return self._matched(text, meant, ranked)

    def entry_by_words(self, text: str) -> str | None:
        """Return the entry that answers a text by its words, or None; a text equal to a variant has no precedence.

        So the words of a variant are matched among those of all others.
        """
        ranked = max(
            (self._candidates(passage, _FEWEST_CHOICES, by_meaning=False) for passage, _ in self.readings(text)),
            key=_first_score,
        )
        return ranked[0].entry_id if outcome_of(ranked, self.options.decision) is Outcome.ANSWER else None

    def readings(self, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the passages of a text that may be its question, each with the languages that read it."""
        meant = self._corrected(text)
        return tuple(
            (passage, self._read_in(passage)) for passage in self._passages(meant, self._identifier.plausible(meant))
        )

    def decide(self, text: str) -> Match:
        """Match a question; where a variant was typed as it stands, without the candidates that it beats.

        Such a variant has the last word, whatever the others score, so they are not scored.
        """
        text = self._without_enclosures(text)
        owners = self._owners.get(question_key(text), ()) if self.options.decision.verbatim else ()
        if len(owners) != 1 or owners[0] is None:
            return self.match(text)
        return self._matched(text, self._corrected(text), (Candidate(owners[0], _VERBATIM),))

    def _matched(self, text: str, meant: str, ranked: tuple[Candidate, ...]) -> Match:
        """The match of a text, given as typed and as corrected, with its candidates."""
        outcome = outcome_of(ranked, self.options.decision)
        # Letters that were typed for punctuation make words of one.
        count = min(len(words(fold(each))) for each in (text, meant))
        if count > _FEW_WORDS:
            return Match(outcome, ranked, self._identifier.identify(meant), self._identifier.plausible(meant))
        # One word is a question only where a curator has written it as one.
        least = self.options.decision.few_words_threshold if count == _FEW_WORDS else _VERBATIM
        few = outcome is Outcome.ANSWER and ranked[0].score < least
        if few and not self._lexicon.names_somebody(meant, self._variants):
            outcome = Outcome.CHOOSE if len(ranked) > 1 else Outcome.ABSTAIN
        if outcome is not Outcome.ANSWER:
            return Match(outcome, ranked, None, self._identifier.plausible(text))
        asked_in = self._identifier.identify(meant) if count == _FEW_WORDS else None
        return Match(outcome, ranked, asked_in, self._identifier.plausible(meant))

    def _read(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the text after correction, and the languages that it may be in."""
        meant = self._corrected(text)
        return meant, self._identifier.plausible(meant)

    def _without_enclosures(self, text: str) -> str:
        """The text up to the longest length, without enclosures, unless there is nothing else."""
        text = text[:LONGEST_TEXT]
        if not self.options.question.enclosures:
            return text
        return without_enclosures(text, self._identifier.names) or text

    def _corrected(self, text: str) -> str:
        return self._in_own_layout(self._in_one_alphabet(text))

    def _in_one_alphabet(self, text: str) -> str:
        text = self._without_enclosures(text)
        return unify_alphabet(text, self._identifier.knows) if self.options.question.homoglyphs else text

    def _in_own_layout(self, text: str) -> str:
        identifier = self._identifier
        if not self.options.question.layout_correction:
            return text
        return corrected_layout(text, identifier.known_share, names=identifier.names)

    def _as_learnt(self, variant: Variant) -> str:
        """The text of a variant as `_corrected` gives it.

        The identifier knows all words of a variant in its language's alphabet, so that no layout knows more.
        """
        text = self._in_one_alphabet(variant.text)
        is_known = text == variant.text and self._identifier.is_in_alphabet(text, variant.language)
        return text if is_known else self._in_own_layout(text)

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
                index = self.scorer(language).index
                reading = index.read(meant)
                found, scope = self._scores_by_words(language, reading, self._meaning_result(meant))
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

    @property
    def entry_ids(self) -> Sequence[str]:
        """The entries in the order of their numbers in `EntryScores`."""
        return self._ids

    def variant(self, language: str, position: int) -> Variant:
        """Return a variant by its position among those of its language."""
        return self._variants[language][position]

    @cached_property
    def _contradictions(self) -> Contradictions | None:
        """Return the contradictions of the answers; None where no answers are at hand."""
        if not self._texts or not self.options.decision.contradictions:
            return None
        return Contradictions(self._texts, self._lexicon, self._identifier.knows)

    def _meaning_result(self, text: str) -> _MeaningResult | None:
        """The scores of a question by its meaning; None where words alone decide."""
        vectors, meaning = self._expected, self._known_meaning()
        vector = vectors.of(text) if vectors is not None and meaning is not None else None
        if vectors is None or meaning is None or vector is None:
            return None
        if len(vector) == len(meaning.mean):
            return _MeaningResult(meaning, meaning.scores(vector))
        self._is_meaning_doubted = vectors.has_another_length = True
        vectors.forget()
        vectors.note(EmbeddingFailed(_ANOTHER_LENGTH), 1)
        if vectors.makes_at_once:
            self._learn_meaning_for(vectors)
        return None

    def _scores(self, language: str, text: str, meant: _MeaningResult | None) -> Iterator[tuple[int, float]]:
        """The entries that one language's index finds, with their scores, 0 to 100."""
        reading = self.scorer(language).index.read(text)
        found, scope = self._scores_by_words(language, reading, meant)
        yield from self._ranked(found, scope, self._contradicted(language, reading, found))

    def _scores_by_words(
        self, language: str, reading: Reading, meant: _MeaningResult | None
    ) -> tuple[EntryScores, Scope]:
        """The scores of entries by one language's words, and by meaning or glosses beside them, with their scope."""
        scorer = self.scorer(language)
        found = scorer.index.scores(reading)
        if meant is not None:
            weight = meant.meaning.weight_for(scorer.index.words.known_share(reading.words))
            return meant.scores.mixed_with(found, weight), meant.meaning.scope
        if self._mixes_glosses and (glosses := self._crosslingual) is not None:
            gloss = glosses.glosses.reader.read_words([token.word for token in reading.tokens], language)
            weight = glosses.weight_for(scorer.index.words.known_share(reading.words))
            return glosses.scores(gloss).mixed_with(found, weight), glosses.scope
        return found, scorer.scope

    def _contradicted(self, language: str, reading: Reading, found: EntryScores) -> frozenset[int]:
        """The entries that are near a question and answer another one."""
        index = self.scorer(language).index
        if self._contradictions is None or isinstance(index, Archive) or not len(found.ranking):
            return frozenset()
        best, variants = int(found.numbers[found.ranking.argmax()]), self._variants[language]
        return self._contradictions.entries(index, reading, best, lambda row: variants[row].text)

    def _scores_by_glosses(self, language: str, text: str) -> Iterator[tuple[int, float]]:
        """The entries that a question asks for which is in a language without variants, with their scores, 0 to 100."""
        if self._crosslingual is not None:
            gloss = self._crosslingual.glosses.reader.read(text, language)
            yield from self._ranked_abroad(self._crosslingual.scores_alone(gloss), self._crosslingual.foreign_scope)

    def _scores_by_meaning(self, language: str | None, text: str, meant: _MeaningResult) -> Iterator[tuple[int, float]]:
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
                scores[doubted] = np.minimum(scores[doubted], self.options.decision.answer_threshold - 1.0)
            best = np.argsort(-scores, kind="stable")[:_MOST_RANKED]
            best = best[scores[best] > 0]
            yield from zip(found.numbers[best].tolist(), scores[best].tolist(), strict=True)

    def _verbatim(self, texts: Sequence[str], scores: dict[int, float]) -> dict[int, float]:
        """The scores, those of a variant that was typed as it stands raised above all others."""
        decision = self.options.decision
        if not decision.verbatim:
            return scores
        owners = next((owners for text in texts if (owners := self._owners.get(question_key(text)))), ())
        if None in owners:
            return {number: min(score, decision.offer_threshold - 1.0) for number, score in scores.items()}
        if not owners:
            return scores
        lowered = {number: min(score, 100.0 * decision.ambiguity_ratio) for number, score in scores.items()}
        return lowered | {self._numbers[entry]: _VERBATIM for entry in owners if entry is not None}

    def _best_score(self, passage: str) -> float:
        return _first_score(self._candidates(passage, 1, (passage,)))

    def _read_in(self, passage: str) -> tuple[str, ...]:
        """The languages that a passage may be in, likely enough to be matched."""
        likely, least = self._identifier.probabilities(passage), self.options.question.language_probability
        return tuple(language for language, probability in likely.items() if probability >= least)

    def _is_foreign(self, passage: str) -> bool:
        return self._foreign_language(passage) is not None

    def _foreign_language(self, passage: str) -> str | None:
        """The language of a passage, if no variant is in it.

        In an alphabet that is theirs, misspelled words and model numbers look like another language, too.
        """
        language = self._identifier.identify(passage)
        if language is None or language in self._variants:
            return None
        is_of_ours = language in LANGUAGES or len(passage.split()) >= _FEWEST_FOREIGN_WORDS
        return language if is_of_ours or not self._identifier.plausible(passage) else None

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
        meant = self._meaning_result(passage) if by_meaning else None
        if meant is not None and self._is_foreign(passage):
            readings = [self._scores_by_meaning(self._foreign_language(passage), passage, meant)]
        else:
            readings = [self._scores(language, passage, meant) for language in self._read_in(passage)]
            if meant is None and (language := self._foreign_language(passage)) in GLOSSED:
                readings.append(self._scores_by_glosses(language, passage))
        for reading in readings:
            for number, score in reading:
                found[number] = max(score, found.get(number, 0.0))
        if self._contradictions is not None and self._contradictions.stranger(passage) is not None:
            offered = self.options.decision.answer_threshold - 1.0
            found = {number: min(score, offered) for number, score in found.items()}
        scores = self._verbatim(typed, found)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:most]
        return tuple(Candidate(self._ids[number], round(score, 2)) for number, score in best)


@dataclass(frozen=True, slots=True)
class _MeaningResult:
    """A question's scores by its meaning, with the model that gives them, which may be replaced at any time."""

    meaning: Meaning
    scores: MeaningScores


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
