"""The model of one article: its lexicon, its matcher and its vocabulary, each made when it is first needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from threading import Event

import numpy as np

from knowledge.cache import TrainedCache
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.embedding.variant_vectors import Progress
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matcher import Matcher, Variant
from knowledge.model import Article, Entry, Outlet, Person
from knowledge.model_memory import ModelMemory
from knowledge.parameters import Parameters
from knowledge.text.out_of_scope import questions_about
from knowledge.text.tokens import tokenizer
from knowledge.training_process import TrainingProcess, TrainingRequest

Vocabulary = Mapping[str, Mapping[str, float]]
"""The stems of an article's content words by language, each with the largest share of an entry's variants that have it,
0 to 1: a word that most variants of some entry have belongs to the article, one in passing hardly does. The words of
its title, place and roles belong to it whatever the variants have."""
# A name belongs to the article even if no variant has it, a word of a longer name or of a notion less so. What
# describes the article itself tells it from another of the same kind, whose variants are as near.
_NAME, _PART, _DESCRIPTION = 0.2, 0.1, 0.5
# Fewer languages, or variants in all of them, are learnt in less than the half second in which a process starts.
_FEWEST_SHARED, _FEWEST_VARIANTS = 2, 2_000
# After an edit all variants but one are known.
_MOST_TEXTS = 16_384


@dataclass(frozen=True)
class ArticleModel:
    """An article with what is learnt from it alone.

    Attributes:
        article: The article as its files have it.
        taught: Variants taught beside those of the files, by the ids of the article's entries.
        cache: Keeps what was learnt for the next run; nothing is kept if None.
        memory: Lets matchers that were not used for longest leave memory; those that are in the cache.
        vectors: Tell meaning beside words, once `learn_meaning` has been called; by words alone if None.
    """

    article: Article
    taught: tuple[Variant, ...] = ()
    cache: TrainedCache | None = None
    memory: ModelMemory = field(default_factory=ModelMemory, compare=False, repr=False)
    vectors: QuestionVectors | None = field(default=None, compare=False, repr=False)
    _has_learnt: Event = field(default_factory=Event, init=False, compare=False, repr=False)
    # While others are still to be learnt, the languages that need not be waited for.
    _learnt: set[str] = field(default_factory=set, init=False, compare=False, repr=False)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The variants, then the out-of-scope examples, then those that were taught."""
        article = self.article
        variants = [
            Variant(entry.id, language, text)
            for entry in article.entries
            for language in article.served
            for text in entry.questions(language)
        ]
        out_of_scope = [
            Variant(None, language, text) for language in article.served for text in article.out_of_scope[language]
        ]
        return (*variants, *out_of_scope, *self.taught)

    @property
    def texts(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The texts of each entry beside its variants, by its id and language: its answer and its statements."""
        article = self.article
        return {
            entry.id: {language: tuple(_texts(article, entry, language)) for language in article.served}
            for entry in article.entries
        }

    @cached_property
    def lexicon(self) -> Lexicon:
        """The article's names and notions, however they are written."""
        return Lexicon(_aliases(self.article))

    @property
    def matcher(self) -> Matcher:
        """A matcher over the variants; each language learns, or is restored, when a question first needs it."""
        matcher = self._matcher
        self.memory.use(self, len(self.variants))
        return matcher

    def has_words_of(self, other: ArticleModel) -> bool:
        """Tell whether another model has the same variants and lexicon; answers may differ."""
        if self.article is other.article:
            return self.taught == other.taught
        served = self.article.served
        return (
            self.taught == other.taught
            and served == other.article.served
            and all(_words(self.article, language) == _words(other.article, language) for language in served)
            and self._has_names_of(other)
        )

    def has_vocabulary_of(self, other: ArticleModel) -> bool:
        """Tell whether another model gives the index the same words."""
        return self.has_words_of(other) and _descriptions(self.article) == _descriptions(other.article)

    def _has_names_of(self, other: ArticleModel) -> bool:
        return self.article.served == other.article.served and _names(self.article) == _names(other.article)

    def reusing(self, earlier: ArticleModel) -> ArticleModel:
        """Return this model with the parts of an earlier one that were learnt from the same words."""
        # Another thread may let the earlier one leave memory, or teach it.
        own, known = vars(self), dict(vars(earlier))
        names: tuple[str, ...] = ()
        if self.has_words_of(earlier):
            names = ("variants", "lexicon", "_matcher")
        elif self._has_names_of(earlier):
            names = ("lexicon",)
        own.update({name: value for name, value in known.items() if name in names})
        matcher = known.get("_matcher")
        if matcher is None:
            return self
        if "_matcher" not in names:
            own["_matcher"] = self._new_matcher(matcher)
        elif self.texts != earlier.texts:
            own["_matcher"] = matcher.with_texts(self.texts)
        return self

    @cached_property
    def _matcher(self) -> Matcher:
        return self._new_matcher(None)

    def _new_matcher(self, earlier: Matcher | None) -> Matcher:
        matcher = Matcher(
            self.variants,
            lexicon=self.lexicon,
            texts=self.texts,
            out_of_scope=self._out_of_scope,
            cache=self.cache,
            earlier=earlier,
        )
        if self.vectors is not None:
            matcher.expect_meaning(self.vectors, earlier)
        return matcher

    def learn_meaning(self, progress: Progress | None = None) -> None:
        """Learn the meaning of variants, or restore it; nothing without `vectors`.

        Args:
            progress: Called with the number of variants that have their vectors, and of those that are to have one.

        Raises:
            EmbeddingFailed: There are no vectors to be had.
        """
        if self.vectors is not None:
            self.matcher.learn_meaning(progress)

    def _out_of_scope(self, language: str, known: frozenset[str]) -> tuple[str, ...]:
        """Return questions that the article, of some telling words, does not answer, beside its own examples."""
        return questions_about(language, known, [person.name[language] for person in self.article.people.values()])

    def learn(self, language: str) -> None:
        """Learn from the variants of one language now, or restore what the cache has of them.

        Raises:
            KeyError: No variant is in it.
        """
        self.matcher.learn([language])

    def warm_up(self, *, restore: bool = True) -> None:
        """Learn from the variants now; otherwise each language waits for the first question that needs it.

        Args:
            restore: True to restore now what the cache has, too.
        """
        if restore or not self._has_learnt.is_set():
            missing = self.matcher.unlearnt_languages
            self._learnt.update(set(self.matcher.languages) - set(missing))
            self._learn_in_two_processes(missing)
            self.matcher.warm_up(restore=restore)
            self._has_learnt.set()

    def can_answer(self, text: str) -> bool:
        """Tell whether all that a question needs is learnt; true of any once `warm_up` has been called."""
        if self._has_learnt.is_set():
            return True
        languages = self.matcher.languages_of(text)
        return languages is not None and languages <= self._learnt

    def _learn_in_two_processes(self, missing: Sequence[str]) -> None:
        """Learn what the cache does not have, if it is so much that another process saves time.

        What is learnt there comes without the scores of trials, by which meaning is weighed.
        """
        cache = self.cache
        count = sum(each.language in missing for each in self.variants)
        if cache is None or self.vectors is not None or len(missing) < _FEWEST_SHARED or count < _FEWEST_VARIANTS:
            return
        with TrainingProcess() as process:
            # Both need it, and the other process takes as long to start.
            self.matcher.learn_languages()
            process.train(TrainingRequest(self.article, self.taught, cache, missing[1::2]), self._learnt.add)
            # One after the other: two at a time would take more memory.
            for language in missing[::2]:
                self.learn(language)
                self._learnt.add(language)

    def evict(self) -> None:
        """Free the matcher's memory if the cache can restore it."""
        matcher = self.__dict__.get("_matcher")
        if matcher is not None and matcher.is_cached:
            for name in ("_matcher", "lexicon", "variants"):
                self.__dict__.pop(name, None)

    @property
    def vocabulary(self) -> Vocabulary:
        """The stems of content words, with how much each belongs to the article, by language of its answers.

        It is made, or restored, each time: only the index needs it, and that once.
        """
        asked = [(each.language, each.entry_id, each.text) for each in self.variants if each.entry_id is not None]
        named = [(alias.language, alias.text, alias.concept.is_name) for alias in self.lexicon.aliases]
        described = _descriptions(self.article)
        learnt_from = ("vocabulary", asked, named, described)
        kept = self.cache.load(learnt_from, _restored) if self.cache is not None else None
        if kept is None:
            kept = _vocabulary(asked, named, described)
            if self.cache is not None:
                self.cache.save(learnt_from, _parameters(kept))
        return kept


def _vocabulary(
    asked: Iterable[tuple[str, str, str]], named: Iterable[tuple[str, str, bool]], described: Iterable[tuple[str, str]]
) -> Vocabulary:
    variants: Counter[tuple[str, str]] = Counter()
    having: Counter[tuple[str, str, str]] = Counter()
    for language, entry_id, text in asked:
        variants[language, entry_id] += 1
        having.update((language, entry_id, stem) for stem in content_stems(text, language))
    shares: dict[str, dict[str, float]] = {}
    for language, text, is_name in named:
        own, stems = shares.setdefault(language, {}), content_stems(text, language)
        share = _NAME if is_name and len(stems) == 1 else _PART
        own.update({stem: max(share, own.get(stem, 0.0)) for stem in stems})
    for language, text in described:
        shares.setdefault(language, {}).update(dict.fromkeys(sorted(content_stems(text, language)), _DESCRIPTION))
    for (language, entry_id, stem), count in having.items():
        own = shares.setdefault(language, {})
        own[stem] = max(own.get(stem, 0.0), count / variants[language, entry_id])
    return shares


@lru_cache(maxsize=_MOST_TEXTS)
def content_stems(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words that tell what a text is about, as a language reads them.

    Left out are function words, those of questions and of small talk, and those wrapped around a claim: any article may
    be asked so.
    """
    reader = tokenizer(language)
    tokens = reader.tokens(reader.without_markers(reader.words(text)))
    return frozenset(token.stem for token in tokens if not token.function and token.word not in reader.known_words)


def _parameters(vocabulary: Vocabulary) -> Parameters:
    languages = sorted(vocabulary)
    shares = [share for each in languages for share in vocabulary[each].values()]
    return Parameters(
        {"shares": np.array(shares, dtype=np.float64)},
        {"languages": languages, "stems": [list(vocabulary[each]) for each in languages]},
    )


def _restored(parameters: Parameters) -> Vocabulary:
    stems = parameters.groups("stems")
    shares = iter(parameters.floats("shares", (sum(map(len, stems)),), least=0.0, most=1.0).tolist())
    languages = parameters.strings("languages")
    return {language: dict(zip(own, shares, strict=False)) for language, own in zip(languages, stems, strict=True)}


def _words(article: Article, language: str) -> object:
    """All values that the variants and out-of-scope examples of a language depend on."""
    entries = [(entry.id, entry.questions(language)) for entry in article.entries]
    return entries, list(article.out_of_scope[language])


def _names(article: Article) -> object:
    """All values that the lexicon depends on."""
    named: dict[str, Person | Outlet] = {**article.people, **article.outlets}
    return [(name, bearer.name, bearer.aliases) for name, bearer in named.items()], article.notions


def _descriptions(article: Article) -> list[tuple[str, str]]:
    """Title, place and roles, each after its language."""
    every = [article.title, article.place, *(person.role for person in article.people.values())]
    return [(language, text) for each in every if each for language, text in each.items() if language in article.served]


def _texts(article: Article, entry: Entry, language: str) -> Iterator[str]:
    yield entry.answers[language]
    for statement in entry.statements:
        if statement.speaker is not None:
            yield article.people[statement.speaker].name[language]
        if statement.via is not None:
            yield article.outlets[statement.via].name[language]
        if statement.venue is not None:
            yield article.venues[statement.venue][language]
        quote = statement.quote_line if language == article.language else article.translation(statement, language)
        if quote is not None:
            yield quote


def _aliases(article: Article) -> list[Alias]:
    """Every way to write the article's names and notions."""
    named: dict[str, Person | Outlet] = {**article.people, **article.outlets}
    names = [
        Alias(Concept(name, is_name=True), language, text)
        for name, bearer in named.items()
        for language in article.served
        for text in (bearer.name[language], *bearer.aliases.get(language, ()))
    ]
    return names + [
        Alias(Concept(notion, is_name=False), language, text)
        for notion, languages in article.notions.items()
        for language, texts in languages.items()
        for text in texts
    ]
