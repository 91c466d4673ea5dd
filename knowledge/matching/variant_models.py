"""Models of variants: all that is learnt from the variants of a FAQ, kept from one run to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass
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
from knowledge.matching.crosslingual import CrossLingual
from knowledge.matching.gloss_support import GlossSupportTraining
from knowledge.matching.landmarks import choose_landmarks
from knowledge.matching.meaning import Meaning, MeaningScores
from knowledge.matching.meaning_training import train_meaning
from knowledge.matching.options import DEFAULT_OPTIONS, MatcherOptions
from knowledge.matching.question_keys import QuestionKeys
from knowledge.matching.question_reader import QuestionReader
from knowledge.matching.scorer import Scorer, TrainedScorer, train_scorer
from knowledge.matching.variant import Variant
from knowledge.matching.vectors import Integers
from knowledge.parameters import Parameters
from knowledge.text.identify import LanguageIdentifier
from knowledge.text.out_of_scope import general_questions, telling_words

NO_TEXTS: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({})
"""No texts of entries."""

# More would take more memory, each for a matrix of its own, and save no time.
_LEARNT_AT_A_TIME = 2
_ANOTHER_LENGTH = (
    "The embeddings have another length than those of the variants, which are learnt anew: if that comes again, "
    "name one model in EMBEDDINGS_MODEL."
)

_Learnt = TypeVar("_Learnt", CrossLingual, LanguageIdentifier, Meaning, QuestionKeys, Scorer)


@dataclass(frozen=True, slots=True)
class MeaningResult:
    """A question's scores by its meaning.

    Attributes:
        meaning: The model that gives them, which may be replaced at any time.
        scores: Of the question.
    """

    meaning: Meaning
    scores: MeaningScores


class VariantModels:
    """Models of the variants of a FAQ: of words in each language, of glosses over all of them, and of meaning.

    Args:
        variants: As of `Matcher`, as are the others.
        lexicon: See there.
        texts: See there.
        out_of_scope: See there.
        cache: See there.
        options: See there.
        embedder: See there.
        earlier: Models of which all is taken over that they have learnt from the same variants.

    Attributes:
        options: Those they were made with.
        lexicon: Names and notions.
        ids: The entries, in the order of their numbers.
        numbers: The number of each entry.
        texts: The other texts of each entry, by its number and their language.
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
        earlier: VariantModels | None = None,
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
        self.lexicon = lexicon or Lexicon()
        self._variants: dict[str, list[Variant]] = {}
        for variant in variants:
            self._variants.setdefault(variant.language, []).append(variant)
        every_id = (variant.entry_id for some in self._variants.values() for variant in some)
        self.ids: Sequence[str] = tuple(dict.fromkeys(entry for entry in every_id if entry is not None))
        self.numbers = {entry: number for number, entry in enumerate(self.ids)}
        self.texts = self._numbered(texts)
        self._out_of_scope = out_of_scope
        self._scorers: dict[str, Scorer] = {}
        self._keys: dict[str, QuestionKeys] = {}
        self._sources: dict[str, str] = {}
        # What was learnt and not restored, each with what it was learnt from.
        self._fresh: list[tuple[object, object]] = []
        if earlier is not None:
            self._take_over(earlier)

    def with_texts(self, texts: Mapping[str, Mapping[str, Sequence[str]]]) -> VariantModels:
        """Return models with other texts, which have learnt what these have and learn nothing anew for them."""
        other = copy(self)
        other.texts = self._numbered(texts)
        return other

    def _numbered(self, texts: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[int, Mapping[str, Sequence[str]]]:
        return {self.numbers[entry]: own for entry, own in texts.items() if entry in self.numbers}

    def _take_over(self, earlier: VariantModels) -> None:
        """Take over what an earlier matcher has learnt from the same variants; another thread may be training it."""
        before = earlier._variants
        same = {language for language, some in self._variants.items() if some == before.get(language)}
        has_same_names = self.lexicon.digest == earlier.lexicon.digest
        self._keys = {language: keys for language, keys in dict(earlier._keys).items() if language in same}
        if has_same_names and self.ids == earlier.ids and self.options == earlier.options:
            self._scorers = {
                language: scorer for language, scorer in dict(earlier._scorers).items() if language in same
            }
        taken: list[object] = [*self._keys.values(), *self._scorers.values()]
        if has_same_names and len(same) == len(before) and list(before) == list(self._variants):
            identifier = vars(earlier).get("identifier")
            if identifier is not None:
                self.identifier = identifier
                taken.append(identifier)
        self._fresh = [(learnt, source) for learnt, source in earlier._fresh if any(learnt is each for each in taken)]

    @property
    def is_cached(self) -> bool:
        """True if the cache can restore all that was learnt."""
        return self._cache is not None and all(self._cache.holds(source) for _, source in self._fresh)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that variants are in, as ISO 639-1 codes."""
        return tuple(self._variants)

    @property
    def unlearnt_languages(self) -> tuple[str, ...]:
        """The languages that are still to be learnt: neither in memory nor in the cache."""
        return tuple(each for each in self._variants if each not in self._scorers and not self._is_kept(each))

    @property
    def can_tell_languages(self) -> bool:
        """True once languages can be told apart without learning to."""
        return "identifier" in vars(self)

    @cached_property
    def reader(self) -> QuestionReader:
        """The reader of questions to these variants."""
        return QuestionReader(self.identifier, self.languages, self.options.question)

    def variant(self, language: str, position: int) -> Variant:
        """Return a variant by its position among those of its language."""
        return self._variants[language][position]

    @cached_property
    def identifier(self) -> LanguageIdentifier:
        """The identifier of the languages of questions."""
        names, own_names = self.lexicon.international_words, self.lexicon.own_words
        texts = {language: [variant.text for variant in some] for language, some in self._variants.items()}
        return self._learnt(
            ("languages", texts, sorted(names)),
            lambda: LanguageIdentifier.learn(texts, names=names, own_names=own_names),
            lambda parameters: LanguageIdentifier.restore(parameters, tuple(texts), names=names, own_names=own_names),
        )

    @cached_property
    def owners(self) -> Mapping[str, tuple[str | None, ...]]:
        """The entries of each variant, by its question key."""
        found: dict[str, tuple[str | None, ...]] = {}
        for language, variants in self._variants.items():
            for variant, key in zip(variants, self._question_keys(language), strict=True):
                owners = found.get(key, ())
                if variant.entry_id not in owners:
                    found[key] = (*owners, variant.entry_id)
        found.pop("", None)
        return found

    def scorer(self, language: str) -> Scorer:
        """Return the scorer of a language, by its ISO 639-1 code, learnt when it is first needed.

        Raises:
            KeyError: No variant is in that language.
        """
        if language not in self._scorers:
            owners, entries, options = self._owners_of(language), len(self.ids), self.options
            self._scorers[language] = self._learnt(
                self._learnt_from(language),
                lambda: self._trained(language).scorer,
                lambda parameters: Scorer.restore(parameters, language, owners.tolist(), entries, options),
            )
        return self._scorers[language]

    @cached_property
    def crosslingual(self) -> CrossLingual | None:
        """The model of all variants' glosses; None where variants are too many, or where no entry has any."""
        if not self._can_learn_glosses:
            return None
        owners = np.concatenate([self._owners_of(language) for language in self._variants])
        return self._learnt(
            self._glosses_learnt_from,
            lambda: self._trained_glosses(owners),
            lambda parameters: CrossLingual.restore(
                parameters, owners, len(self.ids), self.lexicon, options=self.options
            ),
        )

    @property
    def mixes_glosses(self) -> bool:
        """True if variants are in several languages, so that glosses add to the words of one."""
        return len(self._variants) > 1 and self._can_learn_glosses

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
        self.identifier  # noqa: B018 - all languages need it, and one can learn it
        self.owners  # noqa: B018 - kept with the rest

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
        if self.mixes_glosses and (restore or not self._are_glosses_kept):
            self.crosslingual  # noqa: B018 - learnt now
        self.await_meaning()

    def await_meaning(self) -> None:
        """Learn meaning if an embedder was given; where that fails, words alone decide."""
        if self._awaits_meaning and self._expected is not None:
            self._learn_meaning_for(self._expected)
            self._awaits_meaning = False

    def expect_meaning(self, vectors: QuestionVectors, earlier: VariantModels | None = None) -> None:
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
        if earlier is not None and earlier.ids == self.ids and earlier._expected is vectors:
            self._meaning = earlier.known_meaning()

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

    def known_meaning(self) -> Meaning | None:
        """The meaning as far as it is learnt, restored if the cache has it."""
        if self._is_meaning_kept and self._cache is not None and self._expected is not None:
            kept = self._cache.load(self._meaning_learnt_from(self._expected), self._restored_meaning)
            if kept is not None:
                self._meaning, self._has_own_meaning = kept, True
            # What is damaged is learnt anew, when that is next called for.
            self._is_meaning_kept = False
        return self._meaning

    def meaning_of(self, text: str) -> MeaningResult | None:
        """Score a question by its meaning; None where words alone decide.

        Vectors of another length than those of the variants have these learnt anew.
        """
        vectors, meaning = self._expected, self.known_meaning()
        vector = vectors.of(text) if vectors is not None and meaning is not None else None
        if vectors is None or meaning is None or vector is None:
            return None
        if len(vector) == len(meaning.mean):
            return MeaningResult(meaning, meaning.scores(vector))
        self._is_meaning_doubted = vectors.has_another_length = True
        vectors.forget()
        vectors.note(EmbeddingFailed(_ANOTHER_LENGTH), 1)
        if vectors.makes_at_once:
            self._learn_meaning_for(vectors)
        return None

    def _learn_meaning_for(self, vectors: QuestionVectors) -> None:
        try:
            self.learn_meaning()
        except EmbeddingFailed as error:
            vectors.note(error, 0)

    def _check_dimensions(self, embedder: Embedder) -> None:
        """Learn meaning anew if the embedder gives vectors of another length now.

        Raises:
            EmbeddingFailed: It gives none.
        """
        self._dimensions = embedder.vectors(("?",)).shape[1]
        self._is_meaning_doubted = False
        if self._meaning is None or len(self._meaning.mean) != self._dimensions:
            self._has_own_meaning = self._is_meaning_kept = False

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
    def _can_learn_glosses(self) -> bool:
        return bool(self.ids) and sum(map(len, self._variants.values())) <= self.options.crosslingual.largest

    @property
    def _are_glosses_kept(self) -> bool:
        return self._cache is not None and self._cache.holds(self._glosses_learnt_from)

    @property
    def _glosses_learnt_from(self) -> object:
        return "glosses", [self._learnt_from(language) for language in self._variants]

    def _trained_glosses(self, owners: Integers) -> CrossLingual:
        ends = np.cumsum([0, *map(len, self._variants.values())]).tolist()
        learnt = CrossLingual.learn(
            [(each.language, self.reader.read_variant(each)) for some in self._variants.values() for each in some],
            owners,
            len(self.ids),
            self.lexicon,
            further=self.texts,
            trained=[
                (np.arange(start, end), self._with_trials(language))
                for (start, end), language in zip(pairwise(ends), self._variants, strict=True)
            ],
            options=self.options,
        )
        if not self._needs_trials_of_meaning:
            self._trials.clear()
        return learnt

    @property
    def _can_learn_meaning(self) -> bool:
        largest = max(map(len, self._variants.values()), default=0)
        return bool(self.ids) and largest <= self.options.archive.largest_index

    def _meaning_learnt_from(self, vectors: QuestionVectors) -> object:
        return "meaning", vectors.embedder.name, [self._learnt_from(language) for language in self._variants]

    def _restored_meaning(self, parameters: Parameters) -> Meaning:
        meaning = Meaning.restored(parameters, len(self.ids), self.lexicon, self.options)
        if self._dimensions not in (None, len(meaning.mean)):
            raise ValueError("The vectors are of an earlier model.")
        return meaning

    def _trained_meaning(self, embedder: Embedder, progress: Progress | None) -> Meaning:
        texts = [self.reader.read_variant(each) for some in self._variants.values() for each in some]
        every = np.concatenate([self._owners_of(language) for language in self._variants])
        sizes = [len(some) for some in self._variants.values()]
        languages = np.repeat(np.arange(len(sizes)), sizes)
        starts = np.cumsum([0, *sizes])
        chosen = choose_landmarks(every, languages, self.options.meaning.landmarks)
        with ThreadPoolExecutor(_LEARNT_AT_A_TIME) as threads:
            scorers = list(threads.map(self._with_trials, self._variants))
        self._trials.clear()
        most = self.options.crosslingual.most_foreign
        foreign = [text for scorer in scorers for text in scorer.foreign[:most]]
        vectors = variant_vectors(
            embedder,
            [*(texts[number] for number in chosen), *foreign],
            cache=self._cache,
            of=self.ids,
            dimensions=self._dimensions,
            progress=progress,
        )
        ends = np.cumsum([len(chosen), *(len(scorer.foreign[:most]) for scorer in scorers)])
        supported, foreign_support = None, []
        if self._can_learn_glosses:
            codes = list(self._variants)
            supported = GlossSupportTraining(
                [(codes[languages[number]], texts[number]) for number in chosen],
                every[chosen],
                len(self.ids),
                self.lexicon,
                further=self.texts,
            )
            foreign_support = [
                [supported.learnt.of(supported.learnt.reader.read(text, language)) for text in scorer.foreign[:most]]
                for language, scorer in zip(codes, scorers, strict=True)
            ]
        return train_meaning(
            vectors[: len(chosen)],
            chosen=chosen,
            owners=every[chosen],
            languages=languages[chosen],
            entries=len(self.ids),
            trained=[
                (np.arange(start, start + size), scorer)
                for start, size, scorer in zip(starts.tolist(), sizes, scorers, strict=False)
            ],
            foreign=[vectors[start:end] for start, end in pairwise(ends.tolist())],
            supported=supported,
            foreign_support=foreign_support,
            options=self.options,
        )

    def _owners_of(self, language: str) -> Integers:
        """The entry number of each of a language's variants; -1 for an out-of-scope example."""
        every = (variant.entry_id for variant in self._variants[language])
        return np.array([-1 if entry is None else self.numbers[entry] for entry in every], dtype=np.intp)

    def _with_trials(self, language: str) -> TrainedScorer:
        self.scorer(language)
        return self._trials.get(language) or self._trained(language)

    def _trained(self, language: str) -> TrainedScorer:
        texts = [self.reader.read_variant(variant) for variant in self._variants[language]]
        owners = self._owners_of(language).tolist()
        scorer = train_scorer(
            language,
            texts,
            owners,
            len(self.ids),
            self.lexicon,
            further=self.texts,
            out_of_scope=self._foreign(language),
            options=self.options,
        )
        if self.mixes_glosses or self._needs_trials_of_meaning:
            self._trials[language] = scorer
        return scorer

    @property
    def _needs_trials_of_meaning(self) -> bool:
        return self._expected is not None and not (self._has_own_meaning or self._is_meaning_kept)

    def _foreign(self, language: str) -> tuple[str, ...]:
        """Return questions that nothing here answers, beside the out-of-scope examples."""
        texts = [variant.text for variant in self._variants[language] if variant.entry_id is not None]
        texts += [text for own in self.texts.values() for text in own.get(language, ())]
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
            source = language, variants, self.ids, self.lexicon.digest, bool(self.texts), self.options
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
