"""Reading knowledge from folders, and writing its lock and new variants; `cache` apart, all input and output here."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.cache import TrainedCache
from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound, KnowledgeNotWritten
from knowledge.evidence import EvidenceLock
from knowledge.insertion import inserted
from knowledge.library import Library
from knowledge.matcher import Variant
from knowledge.model import Article, Wording
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
    return found


def read_files(folder: Path) -> ArticleFiles:
    """Reads the documents of one article.

    Raises:
        KnowledgeNotFound: A file is missing or cannot be read.
        InvalidKnowledge: A file is not YAML, or the lock is damaged.
    """
    article = _read(folder / "article.yaml")
    served = article.data.get("served") if isinstance(article.data, dict) else None
    codes = [code for code in served if isinstance(code, str)] if isinstance(served, list) else []
    return ArticleFiles(
        slug=folder.resolve().name,
        article=article,
        faq=_read(folder / "faq.yaml"),
        languages={code: _read(folder / f"{code}.yaml") for code in codes if (folder / f"{code}.yaml").is_file()},
        lock=_read_lock(folder / LOCK),
    )


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
        files = read_files(folder)
        if article is None:
            validated(files)
            return shortfalls(files)
        text = _bytes(article)
        _text(article, text)
        lock, findings = against_article(files, text)
        findings.extend(_unlocked_findings(files))
        if findings:
            return findings
        if write_lock:
            _write(folder / LOCK, lock.to_json())
            files = read_files(folder)
        elif lock != files.lock:
            problem = "It is not what the article gives: run `selon check --article FILE --write-lock`."
            return [Finding(folder / LOCK, None, None, problem)]
        validated(files)
        return shortfalls(files)
    except InvalidKnowledge as error:
        return list(error.findings)


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
            texts[path] = inserted(path, _text(path, _bytes(path)), _items(variants))
            documents[language] = Document.parse(path, texts[path])
            written.append((path, variants))
        validated(replace(files, languages={**files.languages, **documents}))
    if not dry_run:
        _replace(texts)
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


def _read(path: Path) -> Document:
    return Document.parse(path, _text(path, _bytes(path)))


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise KnowledgeNotFound(path, "it is not UTF-8 text.") from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise KnowledgeNotWritten(path, (error.strerror or str(error)) + ".") from error


def _replace(texts: Mapping[Path, str]) -> None:
    """Puts new texts in the place of files, at once, after all of them are on the disk beside them."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, text in texts.items():
            try:
                # A link stays one: what it leads to is replaced.
                target = path.resolve()
                with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
                    ready.append((Path(file.name), target))
                    file.write(text.encode())
                    file.flush()
                    os.fsync(file.fileno())
                shutil.copymode(target, file.name)
            except OSError as error:
                raise KnowledgeNotWritten(path, (error.strerror or str(error)) + ".") from error
        for temporary, target in ready:
            try:
                temporary.replace(target)
            except OSError as error:
                raise KnowledgeNotWritten(target, (error.strerror or str(error)) + ".") from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _read_lock(path: Path) -> EvidenceLock | None:
    if not path.is_file():
        return None
    try:
        return EvidenceLock.from_json(_bytes(path).decode())
    except ValueError as error:
        problem = f"It is damaged ({error}): run `selon check --article FILE --write-lock`."
        raise InvalidKnowledge([Finding(path, None, None, problem)]) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnowledgeNotFound(path, (error.strerror or str(error)) + ".") from error
