"""`selon draft FOLDER --brief` and `--fill`."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.cli.article_with_text import read_with_text
from bot.cli.streams import explained_input_errors
from bot.printable import printable
from knowledge.construction import construct
from knowledge.drafting.brief import brief
from knowledge.drafting.filling import fill
from knowledge.files import article_text, text_of
from knowledge.regular_files import MOST_BYTES, read, replace

_STANDARD_INPUT = "-"


def show_brief(folder: Path, article: Path | None) -> int:
    """Print the brief of an article; the exit status is 0.

    Args:
        folder: The article's folder.
        article: Its text; the file beside the folder, under its name, if None.

    Raises:
        OtherText: The text is missing, or another one.
        InvalidKnowledge: The files do not hold.
    """
    files, text = read_with_text(folder, article)
    print(brief(files, construct(files), text), end="")
    return 0


def take_in(folder: Path, filled: Path, article: Path | None) -> int:
    """Take a filled brief in, and print each line that is refused; the exit status is 1 if one is.

    Args:
        folder: The article's folder.
        filled: The brief; "-" reads standard input.
        article: The article's text; the file beside the folder, under its name, if None.

    Raises:
        OtherText: The text is missing, or another one.
        InvalidKnowledge: The files do not hold.
    """
    files, text = read_with_text(folder, article)
    if str(filled) == _STANDARD_INPUT:
        with explained_input_errors():
            content = text_of(Path("standard input"), sys.stdin.buffer.read(MOST_BYTES + 1))
    else:
        content = article_text(filled).decode()
    contents = {code: text_of(each.path, read(each.path, folder)) for code, each in files.languages.items()}
    filling = fill(files, contents, text, content)
    if filling.contents:
        replace(dict(filling.contents), folder)
    for refusal in filling.refusals:
        print(printable(f"line {refusal.number}: {refusal.reason}"))
    print(f"{filling.taken} lines are taken in as drafts, {len(filling.refusals)} are refused.")
    return int(bool(filling.refusals))
