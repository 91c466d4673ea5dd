"""`selon init`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.cli.new_folder import require_new
from bot.errors import SelonError
from bot.printable import printable
from knowledge.drafting.written_language import language_of
from knowledge.files import article_text, check_article
from knowledge.regular_files import replace
from knowledge.skeleton import skeleton
from knowledge.text.languages import LANGUAGES
from knowledge.text.sentences import number_sentences

_NO_DIGEST = "0" * 64


class NoSuchLanguage(SelonError):
    """A language that is not served, or that has to be named."""

    exit_status = 2


def run(folder: Path, *, article: Path | None, language: str | None) -> int:
    """Write the files of an article that is still to be written; the exit status is 0.

    Args:
        folder: A new folder, whose name is the article's id.
        article: The article's text, whose title and digest are put in, and whose lock is written.
        language: ISO 639-1 code of the article; told from its text, or English, if None.

    Raises:
        UnfitFolder: The folder's name is no id, or it has files already.
        NoSuchLanguage: The language is not served, or cannot be told.
    """
    if language is not None and language not in LANGUAGES:
        raise NoSuchLanguage(f"{language} is not served: give --language one of {', '.join(LANGUAGES)}.")
    require_new(folder)
    content = article_text(article) if article is not None else b""
    sentences = number_sentences(content.decode())
    code = language or (language_of(content.decode()) if sentences else "en")
    if code is None:
        raise NoSuchLanguage(f"The language cannot be told: name it with --language, one of {', '.join(LANGUAGES)}.")
    digest = hashlib.sha256(content).hexdigest() if content else _NO_DIGEST
    title = " ".join(sentences[0].text.split()[:9]) if sentences else "…"
    folder.mkdir(parents=True, exist_ok=True)
    files = skeleton(code, tuple(LANGUAGES), title, digest)
    replace({folder / name: text for name, text in files.items()}, folder)
    name = printable(str(folder))
    if article is not None:
        check_article(folder, article, write_lock=True)
        print(f"{name} has one entry for an example. `selon check --folder {name}` says what is still to be done.")
    else:
        print(
            f"{name} has one entry for an example. Give the text's digest in article.yaml, then run"
            f" `selon check --folder {name} --article FILE --write-lock`."
        )
    print("Every key has a comment; an entry counts once its line `draft: true` is gone.")
    return 0
