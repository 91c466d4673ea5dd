"""Loading of a folder of articles, each by itself: errors in one take none of the others down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from knowledge.article_folders import located_articles
from knowledge.cache import TrainedCache
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound
from knowledge.folder_contents import FolderContents
from knowledge.kept_articles import KeptArticles
from knowledge.library import Library
from knowledge.model import Article


@dataclass(frozen=True, slots=True)
class LoadedArticle:
    """One article as it was when its files were last read.

    Attributes:
        slug: The name of its folder.
        digest: Of its files; of other bytes once any of them has changed.
        article: From the last files that held; None if none have.
        warnings: Of keys that those files have under a former name.
        findings: All that is wrong with the files as they are now; none if they hold.
    """

    slug: str
    digest: bytes
    article: Article | None = None
    warnings: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """The changes of a folder of articles since its files had some digests.

    Attributes:
        slugs: Of the articles that are there, in the order of their folders.
        changed: By slug, the articles that are new or whose files have changed.
    """

    slugs: tuple[str, ...]
    changed: Mapping[str, LoadedArticle]


@dataclass(frozen=True, slots=True)
class LoadedArticles:
    """The articles of a folder, those without errors and those with.

    Attributes:
        by_slug: In the order of their folders.
    """

    by_slug: Mapping[str, LoadedArticle] = field(default_factory=lambda: MappingProxyType({}))
    drafts: bool = False

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, each by its last files without errors; those that never had such are left out.

        Drafts are left out, and articles that consist of nothing else.
        """
        held = (each.article for each in self.by_slug.values() if each.article is not None)
        chosen = (each if self.drafts else each.without_drafts() for each in held)
        return tuple(each for each in chosen if each is not None)

    @property
    def only_drafts(self) -> tuple[str, ...]:
        """The slugs of the articles of which nobody has accepted an entry yet."""
        held = {slug: each.article for slug, each in self.by_slug.items() if each.article is not None}
        return tuple(slug for slug, article in held.items() if article.without_drafts() is None)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings about these articles."""
        return tuple(warning for each in self.by_slug.values() for warning in each.warnings)

    @property
    def refused_articles(self) -> Mapping[str, LoadedArticle]:
        """The articles whose files have errors now, by slug."""
        return {slug: each for slug, each in self.by_slug.items() if each.findings}

    @property
    def digests(self) -> Mapping[str, bytes]:
        """The digests of the files, by slug."""
        return {slug: each.digest for slug, each in self.by_slug.items()}

    def library(self, cache: Path | None, vectors: QuestionVectors | None = None) -> Library:
        """Return the library of the articles.

        Args:
            cache: A folder where the models keep what they have learnt; nowhere if None.
            vectors: Tell meaning beside words; by words alone if None.
        """
        return Library(self.articles, TrainedCache(cache) if cache else None, warnings=self.warnings, vectors=vectors)

    def with_changes(self, changes: FolderChanges) -> LoadedArticles:
        """Return the articles after some changes; one whose files have errors now stays as it was before."""
        return replace(self, by_slug={slug: self._after(slug, changes.changed.get(slug)) for slug in changes.slugs})

    def _after(self, slug: str, changed: LoadedArticle | None) -> LoadedArticle:
        if changed is None:
            return self.by_slug[slug]
        known = self.by_slug.get(slug)
        if known is None or not changed.findings:
            return changed
        return replace(changed, article=known.article, warnings=known.warnings)


def load_articles(folder: Path, cache: Path | None = None, *, drafts: bool = False) -> LoadedArticles:
    """Load every article below a folder, each by itself.

    Args:
        folder: Of articles, or of one.
        cache: A folder where articles that hold are kept for the next start; nowhere if None.
        drafts: Take in entries that nobody has accepted yet.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
    """
    return LoadedArticles(drafts=drafts).with_changes(folder_changes(folder, {}, cache))


def file_digests(folder: Path) -> Mapping[str, bytes]:
    """Return a digest of the files of each article below a folder, by its slug.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
    """
    inside, outside = located_articles(folder)
    return _in_order(
        {_slug(each): FolderContents.of(each).digest for each in inside}, {each.path.name: b"" for each in outside}
    )


def folder_changes(folder: Path, known: Mapping[str, bytes], cache: Path | None = None) -> FolderChanges:
    """Load the articles below a folder that have changed.

    Args:
        folder: Of articles, or of one.
        known: By slug, the digests of the files that are known already.
        cache: As of `load_articles`.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
    """
    kept = KeptArticles(TrainedCache(cache)) if cache is not None else None
    inside, outside = located_articles(folder)
    digests: dict[str, bytes] = {}
    changed: dict[str, LoadedArticle] = {}
    for each in inside:
        slug, contents = _slug(each), FolderContents.of(each)
        digests[slug] = contents.digest
        if known.get(slug) != digests[slug]:
            changed[slug] = _load(each, contents, kept)
    leading_out = {each.path.name: LoadedArticle(each.path.name, b"", findings=(each,)) for each in outside}
    refused = {slug: each for slug, each in leading_out.items() if known.get(slug) != b""}
    slugs = tuple(_in_order(digests, leading_out))
    return FolderChanges(slugs, {**refused, **changed})


def _in_order(inside: Mapping[str, bytes], outside: Mapping[str, object]) -> Mapping[str, bytes]:
    """Return digests by slug in the order of the slugs; those of links that lead out are empty."""
    every = {**dict.fromkeys(outside, b""), **inside}
    return {slug: every[slug] for slug in sorted(every)}


def _slug(folder: Path) -> str:
    return folder.resolve().name


def _load(folder: Path, contents: FolderContents, kept: KeptArticles | None) -> LoadedArticle:
    slug, digest = _slug(folder), contents.digest
    if kept is not None and (known := kept.find(slug, digest)) is not None:
        return LoadedArticle(slug, digest, known)
    # They take a tenth of a start at which all articles are kept.
    from knowledge.construction import construct
    from knowledge.files import read_files
    from knowledge.former_keys import key_warnings

    try:
        files = read_files(folder, contents=contents)
        loaded = LoadedArticle(slug, digest, construct(files), tuple(key_warnings(files)))
        if kept is not None and loaded.article is not None and not loaded.warnings:
            kept.keep(loaded.article, digest)
        return loaded
    except InvalidKnowledge as error:
        return LoadedArticle(slug, digest, findings=error.findings)
    except KnowledgeNotFound as error:
        return LoadedArticle(
            slug, digest, findings=(Finding(error.path, None, None, f"It cannot be read: {error.reason}"),)
        )
