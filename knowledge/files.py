"""Reading knowledge from folders, and writing its evidence lock: the only input and output of the package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound
from knowledge.evidence import EvidenceLock
from knowledge.library import Library
from knowledge.model import Article
from knowledge.validation import ArticleFiles, against_article, shortfalls, validated

BUNDLED = Path(__file__).parent / "articles"
LOCK = "evidence.lock"


def load_library(folder: Path = BUNDLED) -> Library:
    """Loads every article below a folder.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
        InvalidKnowledge: Everything that is wrong with its files.
    """
    articles: list[Article] = []
    findings: list[Finding] = []
    for article in article_folders(folder):
        try:
            articles.append(validated(read_files(article)))
        except InvalidKnowledge as error:
            findings.extend(error.findings)
    findings.extend(_ids_used_twice(folder, articles))
    if findings:
        raise InvalidKnowledge(findings)
    return Library(tuple(articles))


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
    """
    try:
        files = read_files(folder)
        if article is None:
            validated(files)
            return shortfalls(files)
        validated(files, locked=False)
        lock, findings = against_article(files, _bytes(article))
        if findings:
            return findings
        if write_lock:
            (folder / LOCK).write_text(lock.to_json(), encoding="utf-8")
            files = read_files(folder)
        elif lock != files.lock:
            problem = "It is not what the article gives: run `selon check --article FILE --write-lock`."
            return [Finding(folder / LOCK, None, None, problem)]
        validated(files)
        return shortfalls(files)
    except InvalidKnowledge as error:
        return list(error.findings)


def _ids_used_twice(folder: Path, articles: list[Article]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for article in articles:
        for entry in article.entries:
            if entry.id in owners:
                problem = f"The article {owners[entry.id]} has an entry of this id too: rename one."
                yield Finding(folder / article.slug / "faq.yaml", None, entry.id, problem)
            owners[entry.id] = article.slug


def _read(path: Path) -> Document:
    try:
        return Document.parse(path, _bytes(path).decode())
    except UnicodeDecodeError as error:
        raise KnowledgeNotFound(path, "it is not UTF-8 text.") from error


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
