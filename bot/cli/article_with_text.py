"""An article's folder with the text that its numbers stand for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.errors import SelonError
from bot.printable import printable
from knowledge.article_files import ArticleFiles
from knowledge.files import article_text, read_files


class OtherText(SelonError):
    """A text that is missing, or is not the one that an article's numbers stand for."""

    exit_status = 2


def read_with_text(folder: Path, article: Path | None) -> tuple[ArticleFiles, str]:
    """Read the documents of an article, and its text.

    Args:
        folder: The article's folder.
        article: Its text; the file beside the folder, under its name, if None.

    Raises:
        OtherText: The text is missing, or another one.
        InvalidKnowledge: A file cannot be read as what it is.
        KnowledgeNotFound: A file is missing or cannot be read.
    """
    files = read_files(folder)
    path = article or folder.resolve().with_suffix(".txt")
    if article is None and not path.is_file():
        raise OtherText(f"There is no {printable(str(path))}: name the article's text with --article FILE.")
    content = article_text(path)
    if hashlib.sha256(content).hexdigest() != files.article.data.get("sha256"):
        raise OtherText(
            f"{printable(str(path))} is not the text that the numbers in {printable(str(folder))} stand for:"
            f" run `selon check --folder {printable(str(folder))} --article {printable(str(path))} --write-lock` first."
        )
    return files, content.decode()
