"""Reading knowledge from folders, and writing its lock and new variants; `cache` apart, all input and output here."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from knowledge.cache import TrainedCache
from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound
from knowledge.evidence import EvidenceLock
from knowledge.insertion import inserted
from knowledge.library import Library
from knowledge.matcher import Variant
from knowledge.model import Article, Wording
from knowledge.regular_files import read, replace
from knowledge.shape import LANGUAGE_CODE
from knowledge.validation import ArticleFiles, against_article, shortfalls, validated

BUNDLED = Path(__file__).parent / "articles"
LOCK = "evidence.lock"


def load_library(folder: Path = BUNDLED, *, cache: Path | None = None) -> Library:
    """Loads every article below a folder.

    Args:
        folder: Of articles, or of one.
        cache: A folder where the matcher keeps what it has learnt for the next run; nowhere if None.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
        InvalidKnowledge: Everything that is wrong with its files.
    """
    articles: list[Article] = []
    findings: list[Finding] = []
    owners: dict[str, str] = {}
    for article in article_folders(folder):
        try:
            files = read_files(article)
            articles.append(validated(files))
        except InvalidKnowledge as error:
            findings.extend(error.findings)
        else:
            findings.extend(_ids_used_before(files, articles[-1], owners))
    if findings:
        raise InvalidKnowledge(findings)
    return Library(tuple(articles), TrainedCache(cache) if cache else None)


def article_folders(folder: Path) -> list[Path]:
    """The folders of articles in a folder, by name; the folder itself if it is one.

    Raises:
        KnowledgeNotFound: There is none.
        InvalidKnowledge: One is a link that leads out of the folder.
    """
    if (folder / "article.yaml").is_file():
        return [folder]
    try:
        found = sorted(path.parent for path in folder.glob("*/article.yaml"))
    except OSError as error:
        raise KnowledgeNotFound(folder, error.strerror or str(error)) from error
    if not folder.is_dir():
        raise KnowledgeNotFound(folder, "there is no such folder; set KNOWLEDGE_DIR to one that holds articles.")
    if not found:
        raise KnowledgeNotFound(folder, "no folder in it holds an article.yaml.")
    leading_out = [path for path in found if not path.resolve().is_relative_to(folder.resolve())]
    if leading_out:
        problem = "It is a link that leads out of the folder of articles: put the article's folder there."
        raise InvalidKnowledge([Finding(path, None, None, problem) for path in leading_out])
    return found


def read_files(folder: Path, *, with_lock: bool = True) -> ArticleFiles:
    """Read the documents of one article.

    Args:
        folder: The article's folder.
        with_lock: Whether to read evidence.lock; not while it is about to be written.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
        InvalidKnowledge: Files that are not regular ones of the folder, not YAML or too large, or a damaged lock.
    """
    findings: list[Finding] = []

    def document(name: str) -> Document | None:
        try:
            return _document(folder / name)
        except InvalidKnowledge as error:
            findings.extend(error.findings)
            return None

    article, faq = document("article.yaml"), document("faq.yaml")
    languages = {code: document(f"{code}.yaml") for code in _served(article) if _exists(folder / f"{code}.yaml")}
    lock = None
    try:
        lock = _read_lock(folder / LOCK) if with_lock else None
    except InvalidKnowledge as error:
        findings.extend(error.findings)
    if article is None or faq is None or findings:
        raise InvalidKnowledge(findings)
    return ArticleFiles(
        slug=folder.resolve().name,
        article=article,
        faq=faq,
        languages={code: each for code, each in languages.items() if each is not None},
        lock=lock,
    )


def _served(article: Document | None) -> list[str]:
    """The codes of the languages that an article says it is served in; nothing that could lead out of its folder."""
    served = article.data.get("served") if article is not None and isinstance(article.data, dict) else None
    codes = served if isinstance(served, list) else []
    return [code for code in codes if isinstance(code, str) and LANGUAGE_CODE.fullmatch(code)]


def _exists(path: Path) -> bool:
    return os.path.lexists(path)


def check_article(folder: Path, article: Path | None = None, *, write_lock: bool = False) -> list[Finding]:
    """Everything that `selon check` has to say about one article.

    Args:
        folder: The article's folder.
        article: The article's text, if it is at hand.
        write_lock: Whether to write evidence.lock from that text, if nothing else is wrong.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
        KnowledgeNotWritten: The lock cannot be written.
    """
    try:
        files = read_files(folder, with_lock=not write_lock)
        if article is None:
            validated(files)
            return shortfalls(files)
        text = _article_text(article)
        lock, findings = against_article(files, text)
        findings.extend(_unlocked_findings(files))
        if findings:
            return findings
        if write_lock:
            replace({folder / LOCK: lock.to_json()}, folder)
            files = read_files(folder)
        elif lock != files.lock:
            problem = "It is not what the article gives: run `selon check --article FILE --write-lock`."
            return [Finding(folder / LOCK, None, None, problem)]
        validated(files)
        return shortfalls(files)
    except InvalidKnowledge as error:
        return list(error.findings)


def proofread_article(folder: Path, article: Path | None = None) -> list[Finding]:
    """Warnings of what a careful editor would ask about in one article; none while something is wrong with it.

    Args:
        folder: The article's folder.
        article: The article's text, if it is at hand.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
    """
    from knowledge.proofreading import proofread  # tables that answering has no use for

    try:
        files = read_files(folder)
        text = _article_text(article).decode() if article is not None else None
        return proofread(files, validated(files), text)
    except InvalidKnowledge:
        return []


def add_variants(
    folder: Path, additions: Mapping[str, Sequence[Variant]], *, dry_run: bool = False
) -> list[tuple[Path, list[Variant]]]:
    """Adds variants and negative examples to the files of articles, everything else in them as it was.

    Either all files are written, each at once, or none: not if the articles could no longer be loaded.

    Args:
        folder: Of articles, or of one.
        additions: By the slug of the article; they must be new to it, of entries and languages that it has.
        dry_run: Whether to stop short of writing.

    Returns:
        The files, each with what is added to it.

    Raises:
        KnowledgeNotFound: The folder or a file is missing or cannot be read.
        KnowledgeNotWritten: A file cannot be written.
        InvalidKnowledge: What would be wrong with the files, or a list in them is written too unusually to extend.
    """
    written: list[tuple[Path, list[Variant]]] = []
    texts: dict[Path, str] = {}
    for article in article_folders(folder):
        files = read_files(article)
        added: dict[str, list[Variant]] = {}
        for variant in additions.get(files.slug, ()):
            added.setdefault(variant.language, []).append(variant)
        documents = {}
        for language, variants in added.items():
            path = files.languages[language].path
            texts[path] = inserted(path, _decoded(path, read(path, article)), _items(variants))
            documents[language] = Document.parse(path, texts[path])
            written.append((path, variants))
        validated(dataclasses.replace(files, languages={**files.languages, **documents}))
    if not dry_run:
        replace(texts, folder)
    return written


def _items(variants: Sequence[Variant]) -> dict[tuple[str, ...], list[str]]:
    """Where the files of a language hold such variants: what people typed is colloquial."""
    items: dict[tuple[str, ...], list[str]] = {}
    for variant in variants:
        entry = variant.entry_id
        place = ("silences",) if entry is None else ("entries", entry, "questions", Wording.COLLOQUIAL.value)
        items.setdefault(place, []).append(variant.text)
    return items


def _unlocked_findings(files: ArticleFiles) -> list[Finding]:
    """What is wrong with the files whatever the lock holds."""
    try:
        validated(files, locked=False)
    except InvalidKnowledge as error:
        return list(error.findings)
    return []


def _ids_used_before(files: ArticleFiles, article: Article, owners: dict[str, str]) -> Iterator[Finding]:
    """The entries whose id an earlier article uses; the others are put down as this one's."""
    for number, entry in enumerate(article.entries):
        if entry.id in owners:
            problem = f"The article {owners[entry.id]} has an entry of this id too: rename one."
            yield files.faq.finding(problem, "entries", number, entry_id=entry.id)
        owners.setdefault(entry.id, article.slug)


def _document(path: Path) -> Document:
    return Document.parse(path, _decoded(path, read(path, path.parent)))


def _article_text(path: Path) -> bytes:
    """The bytes of an article's text, which are UTF-8."""
    content = read(path, path.parent)
    _decoded(path, content)
    return content


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidKnowledge([Finding(path, line, None, "This is not UTF-8 text: save it as UTF-8.")]) from error


def _read_lock(path: Path) -> EvidenceLock | None:
    if not _exists(path):
        return None
    try:
        return EvidenceLock.from_json(read(path, path.parent).decode())
    except (ValueError, RecursionError) as error:
        problem = "It is damaged: run `selon check --article FILE --write-lock`."
        raise InvalidKnowledge([Finding(path, None, None, problem)]) from error
