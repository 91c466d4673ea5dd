"""Statistics as a picture; it needs matplotlib, which is optional."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.dialogue.statistics import Chart
from bot.phrases import phrases
from bot.rendering.plot import CannotPlot, load_matplotlib

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# A phone held upright shows it as wide as the screen, with letters as high as a message's.
_INCHES, _DOTS_AN_INCH = (6.4, 6.8), 160
_LETTERS = 12
# Told apart by the colour-blind too, and by the hatching where there is no colour.
_LAYERS = (("#0072b2", ""), ("#e69f00", "///"), ("#d55e00", "xxx"))
_BARS = "#0072b2"
_MOST_LABELS = 4
_CROWDED_DAYS = 62
_one_at_a_time = Lock()
"""Matplotlib is not made for several threads."""


def png(chart: Chart) -> bytes:
    """Return the picture as a PNG file.

    Raises:
        ImportError: Matplotlib is not installed.
    """
    with _one_at_a_time:
        file = BytesIO()
        _figure(chart).savefig(file, format="png")
        return file.getvalue()


def draw_chart(chart: Chart, path: Path) -> None:
    """Draw the picture into a file.

    Args:
        chart: The chart to draw.
        path: The file to write; `check_plot` has accepted it.

    Raises:
        CannotPlot: The file cannot be written.
    """
    with _one_at_a_time:
        try:
            _figure(chart).savefig(path)
        except OSError as error:
            raise CannotPlot(f"{path}: The plot cannot be written: {error.strerror or error}.") from error


def _figure(chart: Chart) -> Figure:
    load_matplotlib()
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(w_pad=0.15, h_pad=0.15)
    figure = Figure(figsize=_INCHES, dpi=_DOTS_AN_INCH, layout=layout, facecolor="white")
    if chart.entries:
        by_day, entries = figure.subplots(2, 1, height_ratios=(3, 0.5 + 0.5 * len(chart.entries)))
        _draw_entries(chart, entries)
    else:
        by_day = figure.subplots()
    _draw_days(chart, by_day)
    return figure


def _draw_days(chart: Chart, axes: Axes) -> None:
    """A column for each day, in layers."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    words = phrases(chart.language)
    count = len(chart.days)
    is_crowded = count > _CROWDED_DAYS
    half = 0.5 if is_crowded else 0.42
    edges = [place for day in range(count) for place in (day - half, day + half)]
    below = [0] * count
    for (name, numbers), (colour, hatch) in zip(chart.outcomes, _LAYERS, strict=True):
        above = [low + number for low, number in zip(below, numbers, strict=True)]
        axes.stairs(
            _with_gaps(above),
            edges,
            baseline=_with_gaps(below),
            fill=True,
            facecolor=colour,
            edgecolor="white",
            linewidth=0,
            hatch=None if is_crowded else hatch,
            label=_plain(words("stats-line", name=name, number=sum(numbers))),
        )
        below = above
    axes.set_title(_plain(chart.title), loc="left", fontsize=_LETTERS + 1, fontweight="bold")
    axes.set_xlim(-0.5, count - 0.5)
    axes.set_ylim(0, max(1, *below) * 1.05)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda number, _: words("stats-number", number=round(number))))
    step = -(-count // _MOST_LABELS)
    # Counted back from the newest day, which is always named.
    named = range(count - 1, -1, -step)
    axes.set_xticks(list(named), [chart.days[number] for number in named])
    axes.tick_params(labelsize=_LETTERS - 1)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="0.9")
    axes.set_axisbelow(True)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False, fontsize=_LETTERS - 1, ncols=1)


def _draw_entries(chart: Chart, axes: Axes) -> None:
    """A bar for each entry, with its title above it: beside it, there is no room on a phone."""
    words = phrases(chart.language)
    numbers = [number for _, number in chart.entries]
    axes.barh(range(len(numbers)), numbers, height=0.36, color=_BARS)
    for row, (name, number) in enumerate(chart.entries):
        axes.text(0, row - 0.26, _plain(name), fontsize=_LETTERS - 1, va="bottom")
        axes.text(number, row, f" {words('stats-number', number=number)}", fontsize=_LETTERS - 1, va="center")
    axes.set_title(_plain(chart.entries_title), loc="left", fontsize=_LETTERS + 1, fontweight="bold")
    axes.set_xlim(0, max(numbers) * 1.15)
    axes.set_ylim(len(numbers) - 0.6, -0.8)
    axes.set_axis_off()


def _with_gaps(heights: Sequence[int]) -> list[int]:
    """The heights of columns, and between each two of them that of a gap, which is none."""
    return [height for column in heights for height in (column, 0)][:-1]


def _plain(text: str) -> str:
    """The text as it is: what stands between two dollar signs would be set as a formula."""
    return text.replace("$", r"\$")
