"""`selon sentences`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from bot.cli.streams import explained_input_errors
from bot.printable import printable
from bot.rendering.terminal import plain_text, table_console
from knowledge.files import article_text, text_of
from knowledge.regular_files import MOST_BYTES
from knowledge.text.sentences import Sentence, number_sentences

_COLUMNS = ("n", "paragraph", "sentence")
_STANDARD_INPUT = Path("-")


def run(file: Path, *, as_tsv: bool) -> int:
    """Print the numbered sentences of a text; the exit status is 1 if it has none."""
    sentences = number_sentences(_text(file))
    if as_tsv:
        _write(sentences)
    elif sentences:
        table_console().print(_table(sentences))
    if not sentences:
        print(f"{printable(str(file))} holds no sentence: a line needs a word.", file=sys.stderr)
        return 1
    return 0


def _text(file: Path) -> str:
    if file != _STANDARD_INPUT:
        return article_text(file).decode()
    with explained_input_errors():
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
    return text_of(Path("standard input"), content)


def _write(sentences: Sequence[Sentence]) -> None:
    """Write a line for each sentence, in which no tab or line end is left that could part it."""
    rows = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    rows.writerow(_COLUMNS)
    for sentence in sentences:
        rows.writerow((sentence.number, sentence.paragraph, printable(sentence.text)))


def _table(sentences: Sequence[Sentence]) -> Table:
    table = Table()
    for column in _COLUMNS:
        table.add_column(column, justify="left" if column == "sentence" else "right")
    for sentence in sentences:
        table.add_row(str(sentence.number), str(sentence.paragraph), plain_text(sentence.text))
    return table
