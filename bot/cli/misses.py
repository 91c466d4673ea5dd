"""`selon misses`."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from bot.printable import one_line
from bot.rendering.terminal import table_console
from bot.settings import read_settings
from bot.store.database import open_read_only, sqlite_path
from bot.store.misses import Miss, all_misses, undecided_misses
from knowledge.text.marks import ALL_MARKS

_COLUMNS = ("id", "day", "language", "surface", "outcome", "entry", "score", "text", "decision")
# With these signs, at the beginning of a cell, a spreadsheet begins a formula. Some take other signs than the file's
# for the end of a cell, and drop quotation marks.
_FORMULA = re.compile(rf"""((?:^|[;,|:\t\r\n])[\s{re.escape(ALL_MARKS)}]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫−\t\r])""")


def run(*, as_csv: bool, everything: bool) -> int:
    """List the misses, the latest first; also while the bot runs."""
    with open_read_only(sqlite_path(read_settings().database_url)) as connection:
        misses = (all_misses if everything else undecided_misses)(connection)[::-1]
    if as_csv:
        _write(misses)
    elif misses:
        table_console().print(_table(misses))
    if not misses:
        print("No questions were asked in vain.", file=sys.stderr)
    return 0


def _write(misses: list[Miss]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for miss in misses:
        writer.writerow(_FORMULA.sub(r"\1'", cell) for cell in _cells(miss))


def _table(misses: list[Miss]) -> Table:
    table = Table()
    for column in _COLUMNS:
        table.add_column(column, justify="right" if column in ("id", "score") else "left")
    for miss in misses:
        # What somebody wrote is no markup.
        table.add_row(*map(Text, _cells(miss)))
    return table


def _cells(miss: Miss) -> Iterator[str]:
    score = "" if miss.score is None else f"{miss.score:g}"
    yield from (str(miss.id), miss.day, miss.language, miss.surface, miss.reason, miss.entry_key or "", score)
    yield one_line(miss.text)
    yield miss.decision or ""
