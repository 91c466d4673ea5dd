"""The library: all articles that are loaded, as one thing to ask."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from types import MappingProxyType

from knowledge.article_index import ArticleIndex
from knowledge.article_model import ArticleModel
from knowledge.article_variant import ArticleVariant
from knowledge.cache import TrainedCache
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.errors import Finding
from knowledge.inquiry import Inquiry
from knowledge.lexicon import Lexicon
from knowledge.matcher import Candidate, Match, Outcome, Variant
from knowledge.model import Article, Entry, entry_key
from knowledge.model_memory import ModelMemory
from knowledge.text.cleaning import clean
from knowledge.text.normalise import LONGEST_TEXT

_MOST_CANDIDATES = 5
# One article alone is asked whatever the question.
_FEWEST_INDEXED = 2


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """The articles that a question may be answered from, and the one that it is about where its words do not tell.

    Attributes:
        among: The slugs of the articles; all of them if None.
        current: The slug of the article that is talked of; None if there is none.
        newest: True if the newest article answers where there is no current one; else a choice is offered.
    """

    among: frozenset[str] | None = None
    current: str | None = None
    newest: bool = True

    @property
    def admits_none(self) -> bool:
        """True if there is no article left that may answer."""
        return self.among is not None and not self.among


ANY_ARTICLE = ArticleChoice()


@dataclass(frozen=True)
class Library:
    """Articles with their entries and a model of each.

    Attributes:
        articles: In the order of their folders.
        cache: Keeps what the models have learnt; nothing is kept if None.
        taught: Variants taught beside what the articles have; `teaching.with_taught` puts them here.
        warnings: Of keys that files have under a former name.
        loaded: By slug, when an article was first loaded, in seconds since 1970; it orders those without a year.
        known_models: Models of articles that are still as they were in the library that this one comes from.
        known_index: The index of this library, if the one that it comes from had one.
        known_lexicon: The names and notions of the library that this one comes from, with what was looked up in them.
        memory: Lets models that were not used for longest leave memory.
        vectors: Tell meaning beside words, once `learn_meaning` has been called; by words alone if None.
    """

    articles: tuple[Article, ...]
    cache: TrainedCache | None = None
    taught: tuple[ArticleVariant, ...] = ()
    warnings: tuple[Finding, ...] = ()
    loaded: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    known_models: Mapping[str, ArticleModel] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )
    known_index: ArticleIndex | None = field(default=None, compare=False, repr=False)
    known_lexicon: Lexicon | None = field(default=None, compare=False, repr=False)
    memory: ModelMemory = field(default_factory=ModelMemory, compare=False, repr=False)
    vectors: QuestionVectors | None = field(default=None, compare=False, repr=False)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry by its key, in the order of the files."""
        return {entry.key: entry for article in self.articles for entry in article.entries}

    @cached_property
    def by_slug(self) -> Mapping[str, Article]:
        """Every article by its slug."""
        return {article.slug: article for article in self.articles}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that at least one article is served in."""
        return tuple(dict.fromkeys(language for article in self.articles for language in article.served))

    @cached_property
    def newest_first(self) -> tuple[Article, ...]:
        """The articles, the newest first by what they have of a date; without a year last, by their first loading."""
        order = {article.slug: number for number, article in enumerate(self.articles)}

        def age(article: Article) -> tuple[float, ...]:
            date, loaded = article.date, self.loaded.get(article.slug, 0.0)
            dated = (date.year, date.month or 0, date.day or 0, 0.0) if date.year else (0, 0, 0, loaded)
            return (*dated, order[article.slug])

        return tuple(sorted(self.articles, key=age, reverse=True))

    @cached_property
    def models(self) -> Mapping[str, ArticleModel]:
        """The model of each article by its slug; those of unchanged articles are the same as before the change."""
        taught: dict[str, list[Variant]] = {}
        for each in self.taught:
            taught.setdefault(each.article, []).append(each.variant)
        return {article.slug: self._model(article, tuple(taught.get(article.slug, ()))) for article in self.articles}

    @cached_property
    def variants(self) -> tuple[ArticleVariant, ...]:
        """The variants and out-of-scope examples of all articles, those included that were taught."""
        return tuple(each for slug in self.models for each in self.variants_of(slug))

    @cached_property
    def index(self) -> ArticleIndex:
        """The index of the articles' words."""
        return self.known_index or ArticleIndex({slug: model.vocabulary for slug, model in self.models.items()})

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names and notions of all articles; that of a library before this one, if these are the same."""
        lexicons = [model.lexicon for model in self.models.values()]
        if len(lexicons) == 1:
            return lexicons[0]
        aliases = tuple(alias for each in lexicons for alias in each.aliases)
        if self.known_lexicon is not None and self.known_lexicon.aliases == aliases:
            return self.known_lexicon
        return Lexicon(aliases)

    @cached_property
    def _keys_of_ids(self) -> Mapping[str, tuple[str, ...]]:
        keys: dict[str, tuple[str, ...]] = {}
        for key, entry in self.entries.items():
            keys[entry.id] = (*keys.get(entry.id, ()), key)
        return keys

    def variants_of(self, slug: str) -> tuple[ArticleVariant, ...]:
        """Return the variants and out-of-scope examples of an article by its slug, none if there is no such article."""
        model = self.models.get(slug)
        variants = model.variants if model is not None else ()
        return tuple(ArticleVariant(slug, each.entry_id, each.language, each.text) for each in variants)

    def article_of(self, entry: Entry) -> Article:
        """Return the article that an entry belongs to."""
        return self.by_slug[entry.article]

    def title(self, key: str, language: str) -> str:
        """Return the question that stands for an entry, in a language or in the one that its article is served in.

        Raises:
            KeyError: No such entry.
        """
        entry = self.entries[key]
        return entry.title(self.article_of(entry).served_language(language))

    def label(self, key: str, language: str) -> str:
        """Return the short title of an entry, as `title` its question.

        Raises:
            KeyError: No such entry.
        """
        entry = self.entries[key]
        return entry.label(self.article_of(entry).served_language(language))

    def key_of(self, name: str) -> str | None:
        """Return the key of an entry that is named by its key, or by its id where only one article has that.

        Earlier versions stored ids alone.
        """
        keys = self.keys_of(name)
        return keys[0] if len(keys) == 1 else None

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Return the keys of the entries that have a key or an id, in the order of the articles."""
        return (name,) if name in self.entries else self._keys_of_ids.get(name, ())

    def with_taught(self, taught: tuple[ArticleVariant, ...]) -> Library:
        """Return the library with other taught variants; the models of articles that these do not change stay."""
        return self._evolved(replace(self, taught=taught))

    def with_articles(
        self, articles: tuple[Article, ...], warnings: tuple[Finding, ...], loaded: Mapping[str, float]
    ) -> Library:
        """Return the library with other articles; the models of those that are the same objects stay."""
        return self._evolved(replace(self, articles=articles, warnings=warnings, loaded=loaded))

    def warm_up(self, *, restore: bool = True) -> None:
        """Train the models of all articles now; otherwise each waits for the first question that needs it.

        Args:
            restore: True to restore now what the cache has, too.
        """
        for model in self.models.values():
            model.warm_up(restore=restore)
        if len(self.articles) >= _FEWEST_INDEXED:
            self.index  # noqa: B018 - made now

    @property
    def is_to_be_learnt(self) -> bool:
        """True if a model of it is neither in memory nor in the cache."""
        return any(model.matcher.unlearnt_languages for model in self.models.values())

    def can_answer(self, text: str) -> bool:
        """Tell whether all that a question needs is learnt while `warm_up` learns it; true of any afterwards."""
        text = text[:LONGEST_TEXT]
        if len(self.articles) < _FEWEST_INDEXED:
            return all(model.can_answer(text) for model in self.models.values())
        # The index is made last.
        return "index" in vars(self)

    def clean(self, text: str) -> str:
        """Return the words of a message's author, as `knowledge.text.cleaning` leaves them; empty if there are none.

        "@" before a name that an article has goes, the name stays.
        """
        return clean(text, self.lexicon.international_words if "@" in text else frozenset())

    def learn_meaning(self, progress: Callable[[str, int, int], None] | None = None) -> None:
        """Learn the meaning of the variants of all articles, or restore it; nothing without `vectors`.

        Args:
            progress: Called with an article's slug, the number of its variants that have their vectors, and of those
                that are to have one.

        Raises:
            EmbeddingFailed: There are no vectors to be had; what was learnt before stays, and words alone go on.
        """
        for slug, model in self.models.items():
            model.learn_meaning(partial(progress, slug) if progress is not None else None)

    def prepare(self, text: str, choice: ArticleChoice = ANY_ARTICLE) -> None:
        """Make the vectors by which `match` and `decide` match a text; nothing where words alone decide.

        It may take as long as the patience of `vectors`, so it belongs into a thread where others wait.

        Args:
            text: Any text.
            choice: The articles that may answer.
        """
        if self.vectors is None:
            return
        text = text[:LONGEST_TEXT]
        slugs = self.by_slug.keys() if choice.among is None else self.by_slug.keys() & choice.among
        if len(slugs) > 1:
            text = self.clean(text) or text
            likely = self.index.likely_articles(self.index.likelihoods(text), [choice.current or self._newest(slugs)])
            slugs = slugs & set(likely)
        self.vectors.prepare(passage for slug in slugs for passage in self.models[slug].matcher.passages(text))

    def match(self, text: str, choice: ArticleChoice = ANY_ARTICLE, *, candidates: int = _MOST_CANDIDATES) -> Match:
        """Match a question against the articles that it may be about.

        Args:
            text: Any text; what is beyond 4,096 characters is not read.
            choice: The articles that may answer.
            candidates: The most to return.

        Returns:
            The outcome with its candidates, best first, by the keys of their entries.
        """
        return self._match(text, choice, candidates, decide=False)

    def decide(self, text: str, choice: ArticleChoice = ANY_ARTICLE) -> Match:
        """Match as `match` does, but a variant typed as it stands comes without the candidates that it beats."""
        return self._match(text, choice, _MOST_CANDIDATES, decide=True)

    def _match(self, text: str, choice: ArticleChoice, candidates: int, *, decide: bool) -> Match:
        text = text[:LONGEST_TEXT]
        slugs: Set[str] = self.by_slug.keys() if choice.among is None else self.by_slug.keys() & choice.among
        if len(slugs) == 1:
            return self._asked(next(iter(slugs)), text, candidates, decide=decide)
        if not slugs:
            return Match(Outcome.ABSTAIN, (), None)
        text = self.clean(text) or text
        likelihoods = self.index.likelihoods(text)
        if choice.among is not None:
            likelihoods = {slug: value for slug, value in likelihoods.items() if slug in slugs}
        current = choice.current
        fallback = current if current is not None and current in slugs else self._newest(slugs)
        worth_asking = [slug for slug in self.index.likely_articles(likelihoods, [fallback]) if slug in slugs]
        is_talked_of = choice.newest or current == fallback
        return Inquiry(text, self.models, self.index, likelihoods, candidates).match(
            worth_asking, fallback, is_talked_of=is_talked_of, is_current=current == fallback
        )

    def _asked(self, slug: str, text: str, candidates: int, *, decide: bool) -> Match:
        """The match of one article, with the keys of its entries."""
        matcher = self.models[slug].matcher
        match = matcher.decide(text) if decide else matcher.match(text, candidates=candidates)
        keyed = tuple(Candidate(entry_key(slug, each.entry_id), each.score) for each in match.candidates)
        return replace(match, candidates=keyed)

    def _newest(self, slugs: Collection[str]) -> str:
        return next(article.slug for article in self.newest_first if article.slug in slugs)

    def _model(self, article: Article, taught: tuple[Variant, ...]) -> ArticleModel:
        known = self.known_models.get(article.slug)
        if known is not None and known.article is article and known.taught == taught:
            return known
        model = ArticleModel(article, taught, self.cache, self.memory, self.vectors)
        return model if known is None else model.reusing(known)

    def _evolved(self, new: Library) -> Library:
        """Return a new library with the models that it shares with this one; the others may leave memory."""
        shared = replace(new, known_models=self.models)
        before = self.models
        kept = {
            slug for slug, model in shared.models.items() if slug in before and model.has_vocabulary_of(before[slug])
        }
        return replace(
            new,
            known_models=shared.models,
            known_index=self._index_with(shared.models, kept),
            known_lexicon=vars(self).get("lexicon", self.known_lexicon),
        )

    def _index_with(self, models: Mapping[str, ArticleModel], kept: Collection[str]) -> ArticleIndex | None:
        """Return this library's index updated to other models; None if it has no index yet, or none is needed."""
        if "index" not in self.__dict__ or len(models) < _FEWEST_INDEXED:
            return None
        return self.index.with_changes(
            {slug: model.vocabulary for slug, model in self.models.items() if slug not in kept},
            {slug: model.vocabulary for slug, model in models.items() if slug not in kept},
        )
