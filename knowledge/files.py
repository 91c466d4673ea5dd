"""Folders of knowledge, read and written (lock, variants, numbers); `cache` apart, all input and output is here."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from knowledge.article_files import ArticleFiles
from knowledge.article_folders import BUNDLED, article_folders, located_articles
from knowledge.article_shapes import ArticleShapes
from knowledge.cache import TrainedCache
from knowledge.collation import collate
from knowledge.construction import construct
from knowledge.documents import Document
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.evidence import EvidenceLock
from knowledge.folder_contents import LOCK, FolderContents
from knowledge.former_keys import key_warnings, with_present_keys
from knowledge.insertion import insert_items
from knowledge.library import Library
from knowledge.matcher import Variant
from knowledge.model import Article, Wording
from knowledge.regular_files import read, replace, require_size
from knowledge.renumbering import Renumbering, is_corrected, renumber
from knowledge.shape import LANGUAGE_CODE, ArticleShape, FaqShape, LanguageShape
from knowledge.shortfalls import shortfalls
from knowledge.validation import validate


def load_library(
    folder: Path = BUNDLED, *, cache: Path | None = None, vectors: QuestionVectors | None = None
) -> Library:
    """Load every article below a folder.

    Args:
        folder: Of articles, or of one.
        cache: A folder where the matcher keeps what it has learnt for the next run; nowhere if None.
        vectors: Tell meaning beside words; by words alone if None.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
        InvalidKnowledge: Everything that is wrong with its files.
    """
    articles: list[Article] = []
    findings: list[Finding] = []
    warnings: list[Finding] = []
    for article in article_folders(folder):
        try:
            files = read_files(article)
            articles.append(construct(files))
        except InvalidKnowledge as error:
            findings.extend(error.findings)
        else:
            warnings.extend(key_warnings(files))
    if findings:
        raise InvalidKnowledge(findings)
    return Library(tuple(articles), TrainedCache(cache) if cache else None, warnings=tuple(warnings), vectors=vectors)


def read_files(folder: Path, *, with_lock: bool = True, contents: FolderContents | None = None) -> ArticleFiles:
    """Read the documents of one article.

    Args:
        folder: The article's folder.
        with_lock: True to read evidence.lock; not while it is about to be written.
        contents: Of the folder; they are read now if None.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
        InvalidKnowledge: Files that are not regular ones of the folder, not YAML or too large, or a damaged lock.
    """
    findings: list[Finding] = []
    held = FolderContents.of(folder) if contents is None else contents

    def document(name: str, shape: type[BaseModel]) -> Document | None:
        path = folder / name
        try:
            return with_present_keys(Document.parse(path, text_of(path, held.content(path))), shape)
        except InvalidKnowledge as error:
            findings.extend(error.findings)
            return None

    article, faq = document("article.yaml", ArticleShape), document("faq.yaml", FaqShape)
    languages = {
        code: document(f"{code}.yaml", LanguageShape)
        for code in _served(article)
        if folder / f"{code}.yaml" in held.read
    }
    lock = None
    try:
        lock = _read_lock(folder / LOCK, held) if with_lock else None
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
    """The codes of the languages that an article is served in; only well-formed ones, as they become file names."""
    served = article.data.get("served") if article is not None and isinstance(article.data, dict) else None
    codes = served if isinstance(served, list) else []
    return [code for code in codes if isinstance(code, str) and LANGUAGE_CODE.fullmatch(code)]


def check_article(folder: Path, article: Path | None = None, *, write_lock: bool = False) -> list[Finding]:
    """Return all that `selon check` finds wrong with one article.

    Args:
        folder: The article's folder.
        article: The article's text, if it is at hand.
        write_lock: True to write evidence.lock from that text, if nothing else is wrong.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
        KnowledgeNotWritten: The lock cannot be written.
    """
    try:
        files = read_files(folder, with_lock=not write_lock)
        if article is None:
            construct(files)
            return shortfalls(files)
        text = article_text(article)
        if write_lock and is_corrected(dataclasses.replace(files, lock=_lock_if_whole(folder)), text):
            problem = "It was written for another text, whose sentences may have other numbers: renumber them first."
            return [Finding(folder / LOCK, None, None, problem)]
        lock, findings = collate(files, text)
        findings.extend(validate(ArticleShapes.of(files), locked=False))
        if findings:
            return findings
        if write_lock:
            replace({folder / LOCK: lock.to_json()}, folder)
            files = read_files(folder)
        elif files.lock is None or not lock.confirms(files.lock):
            what = "It is not written yet" if files.lock is None else "It is not what the article gives"
            problem = f"{what}: run `selon check --folder {folder} --article {article} --write-lock`."
            return [Finding(folder / LOCK, None, None, problem)]
        construct(files)
        return shortfalls(files)
    except InvalidKnowledge as error:
        return list(error.findings)


def renumber_article(
    folder: Path, article: Path, *, was: Path | None = None, write: bool = False
) -> Renumbering | None:
    """Bring the numbers of sentences up to date with a corrected text, and the digests with them.

    `article.yaml`, `faq.yaml` and `evidence.lock` are replaced one after the other, in this order, once all of them
    are on the disk. While the lock is the old one the article does not load, and calling this again completes it:
    whoever is interrupted leaves the files as they were, or a state that says so.

    Args:
        folder: The article's folder.
        article: The corrected text.
        was: The text as it was when the lock was written; without, sentences that were reworded are not found.
        write: True to write; else it is only a plan.

    Returns:
        What is changed, also where it is nothing but digests; None if the lock is this text's, cannot be read or is not
        there, or if the files cannot be read, which `check_article` says.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
        KnowledgeNotWritten: A file cannot be written.
        InvalidKnowledge: Everything that keeps from it.
    """
    try:
        files = dataclasses.replace(read_files(folder, with_lock=False), lock=_lock_if_whole(folder))
        text = article_text(article)
    except InvalidKnowledge:
        return None
    if files.lock is None or not is_corrected(files, text):
        return None
    paths = (files.article.path, files.faq.path)
    contents = {path: text_of(path, read(path, folder)) for path in paths}
    renumbering = renumber(files, files.lock, contents, text, article_text(was) if was is not None else None)
    if write:
        if files.lock != renumbering.before:
            # What tells an interrupted renumbering from numbers that somebody has changed.
            replace({folder / LOCK: renumbering.before.to_json()}, folder)
        after = dict(zip(paths, (renumbering.article, renumbering.faq), strict=True))
        renumbered = dataclasses.replace(
            files,
            article=with_present_keys(Document.parse(files.article.path, renumbering.article), ArticleShape),
            faq=with_present_keys(Document.parse(files.faq.path, renumbering.faq), FaqShape),
        )
        lock, _ = collate(renumbered, text)
        replace({**after, folder / LOCK: lock.to_json()}, folder)
    return renumbering


def proofread_article(folder: Path, article: Path | None = None) -> list[Finding]:
    """Return warnings about one article: all that a careful editor would ask about, and keys under former names.

    While something is wrong with it, only the latter.

    Args:
        folder: The article's folder.
        article: The article's text, if it is at hand.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
    """
    from knowledge.proofreading import proofread  # tables that answering has no use for

    warnings: list[Finding] = []
    try:
        files = read_files(folder)
        warnings = key_warnings(files)
        text = article_text(article).decode() if article is not None else None
        return warnings + proofread(files, construct(files), text)
    except InvalidKnowledge:
        return warnings


def add_variants(
    folder: Path, additions: Mapping[str, Sequence[Variant]], *, dry_run: bool = False
) -> list[tuple[Path, list[Variant]]]:
    """Add variants and out-of-scope examples to the files of articles, everything else in them as it was.

    Either all files are written, each at once, or none: not if one of those articles could no longer be loaded.
    Articles without additions are not read.

    Args:
        folder: Of articles, or of one.
        additions: By the slug of the article; they must be new to it, of entries and languages that it has.
        dry_run: True to stop short of writing.

    Returns:
        The files, each with what is added to it.

    Raises:
        KnowledgeNotFound: The folder or a file is missing or cannot be read.
        KnowledgeNotWritten: A file cannot be written.
        InvalidKnowledge: What would be wrong with the files, or a list in them is written too unusually to extend.
    """
    written: list[tuple[Path, list[Variant]]] = []
    texts: dict[Path, str] = {}
    for article in located_articles(folder)[0]:
        variants = additions.get(article.resolve().name, ())
        if not variants:
            continue
        files = read_files(article)
        added: dict[str, list[Variant]] = {}
        for variant in variants:
            added.setdefault(variant.language, []).append(variant)
        documents = {}
        for language, of_language in added.items():
            document = files.languages[language]
            path = document.path
            texts[path] = insert_items(path, text_of(path, read(path, article)), _items(of_language, document))
            documents[language] = with_present_keys(Document.parse(path, texts[path]), LanguageShape)
            written.append((path, of_language))
        construct(dataclasses.replace(files, languages={**files.languages, **documents}))
    if not dry_run:
        replace(texts, folder)
    return written


def _items(variants: Sequence[Variant], document: Document) -> dict[tuple[str, ...], list[str]]:
    """The texts of variants by the path of their list in a language file; those of entries are colloquial."""
    out_of_scope = document.former.get(("out_of_scope",), "out_of_scope")
    items: dict[tuple[str, ...], list[str]] = {}
    for variant in variants:
        entry = variant.entry_id
        place = (out_of_scope,) if entry is None else ("entries", entry, "questions", Wording.COLLOQUIAL.value)
        items.setdefault(place, []).append(variant.text)
    return items


def article_text(path: Path) -> bytes:
    """Return the bytes of an article's text, which are UTF-8.

    Raises:
        KnowledgeNotFound: The file is missing or cannot be read.
        InvalidKnowledge: It is no regular file, too large or no text.
    """
    content = read(path, path.parent)
    text_of(path, content)
    return content


def text_of(path: Path, content: bytes) -> str:
    """Return the text that a file holds.

    Args:
        path: Of the file, to name it where something is wrong.
        content: Its bytes.

    Raises:
        InvalidKnowledge: They are not UTF-8, or more than a file may hold.
    """
    require_size(path, content)
    try:
        # UTF-16 without its mark, and much that is no text, would pass but for these.
        if (zero := content.find(0)) >= 0:
            raise UnicodeDecodeError("utf-8", content, zero, zero + 1, "no text")
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidKnowledge([Finding(path, line, None, "This is not UTF-8 text: save it as UTF-8.")]) from error


def _lock_if_whole(folder: Path) -> EvidenceLock | None:
    """The lock of an article; None if there is none, or if it cannot be read."""
    try:
        return _read_lock(folder / LOCK, FolderContents.of(folder))
    except InvalidKnowledge:
        return None


def _read_lock(path: Path, contents: FolderContents) -> EvidenceLock | None:
    if path not in contents.read:
        return None
    try:
        return EvidenceLock.from_json(contents.content(path).decode())
    except (ValueError, RecursionError) as error:
        problem = "It is damaged: run `selon check --article FILE --write-lock`."
        raise InvalidKnowledge([Finding(path, None, None, problem)]) from error
