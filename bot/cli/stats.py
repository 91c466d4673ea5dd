"""`selon stats`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.cli.articles import open_library
from bot.dialogue.conversation import Dialogue
from bot.dialogue.count import Count
from bot.dialogue.statistics import Statistics
from bot.rendering.chart import draw_chart
from bot.rendering.plot import check_plot
from bot.rendering.terminal import console, show
from bot.settings import read_settings
from bot.store.counts import counts_since
from bot.store.database import open_read_only, sqlite_path
from bot.store.days import last_days
from bot.store.misses import undecided_misses
from bot.store.votes import tally

_COLUMNS = ("day", "surface", "language", "outcome", "entry_id")


def run(count: int, *, as_csv: bool, plot: Path | None) -> int:
    """Print the statistics of so many days; the last minute of a bot that runs is not in the database yet."""
    settings = read_settings()
    if plot is not None:
        check_plot(plot)
    days = last_days(count)
    with open_read_only(sqlite_path(settings.database_url)) as connection:
        counted = counts_since(connection, days[0])
        votes = tally(connection)
        misses = len(undecided_misses(connection))
    if as_csv:
        _write(counted)
        return 0
    library = open_library(settings)
    dialogue = Dialogue(library, default_language=settings.language)
    language = dialogue.interface_language(None)
    statistics = Statistics(dialogue, days, counted.items(), votes, misses)
    show(statistics.reply(language, drawn=True), console(), numbered=False)
    chart = statistics.chart(language)
    if plot is not None and chart is not None:
        draw_chart(chart, plot)
    return 0


def _write(counted: Mapping[Count, int]) -> None:
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow((*_COLUMNS, "number"))
    rows.writerows(
        sorted(
            (each.day, each.surface, each.language, each.outcome, each.entry_key, number)
            for each, number in counted.items()
        )
    )
