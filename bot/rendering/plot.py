"""An evaluation as a picture; the only module that draws, with matplotlib, which is optional."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import SelonError
from knowledge.evaluation import Evaluation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS = (".png", ".svg", ".pdf")
INSTALL = "pip install -c constraints.txt -e '.[plot]'"
_IN, _OUT = "#0072b2", "#d55e00"
_BINS = range(0, 101, 5)


class CannotPlot(SelonError):
    """A picture was asked for that cannot be drawn or written."""

    exit_status = 2


def check_plot(path: Path) -> None:
    """Make sure that a picture can be drawn, before anything is computed for it.

    Raises:
        CannotPlot: The file's name ends in no known format, its folder is missing, or matplotlib is.
    """
    if path.suffix.lower() not in FORMATS:
        raise CannotPlot(f"{path}: A plot is drawn as png, svg or pdf: let the file's name end in one of them.")
    if path.is_dir() or not path.parent.is_dir():
        raise CannotPlot(f"{path}: A plot cannot be written there: name a file in a folder that exists.")
    try:
        load_matplotlib()
    except ImportError:
        raise CannotPlot(f"--plot needs matplotlib: in the project's folder, {INSTALL} installs it.") from None


def load_matplotlib() -> None:
    """Import matplotlib, whatever display the environment names for it: pictures are files.

    Raises:
        ImportError: It is not installed.
    """
    # A notebook's name for its display, or a mistaken one, would end the import.
    os.environ["MPLBACKEND"] = "agg"
    import matplotlib.figure  # noqa: F401


def draw(evaluation: Evaluation, path: Path) -> None:
    """Draw the risk–coverage curve beside the scores in and out of scope.

    Args:
        evaluation: The evaluation to draw.
        path: The file to write; `check_plot` has accepted it.

    Raises:
        CannotPlot: The file cannot be written.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 4.6), dpi=150, layout="constrained")
    curve, scores = figure.subplots(1, 2)
    _draw_curve(evaluation, curve)
    _draw_scores(evaluation, scores)
    for axes in (curve, scores):
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(color="0.9")
        axes.set_axisbelow(True)
    try:
        figure.savefig(path)
    except OSError as error:
        raise CannotPlot(f"{path}: The plot cannot be written: {error.strerror or error}.") from error


def _draw_curve(evaluation: Evaluation, axes: Axes) -> None:
    axes.set_title("Risk and coverage at every score threshold")
    axes.set_xlabel("questions in scope that are answered (%)")
    axes.set_ylabel("answers that are wrong (%)")
    axes.set_xlim(0, 102)
    points = evaluation.risk_coverage
    if not points:
        _say(axes, "no question in scope" if not evaluation.scores(in_scope=True) else "no candidates")
        return
    coverage, risk = [100 * point.coverage for point in points], [100 * point.risk for point in points]
    # Where there is but one score, there is no line to see: a dot is.
    axes.plot(coverage, risk, color=_IN, marker=".", markersize=3, label="best candidate, by threshold")
    highest = max(risk)
    now = evaluation.operating_point
    if now is not None:
        highest = max(highest, 100 * now.risk)
        place = 100 * now.coverage, 100 * now.risk
        axes.plot(*place, "D", color=_OUT, markersize=8, clip_on=False, label="answers as given")
    # From zero, so that a low risk looks low, with room above the highest.
    axes.set_ylim(0, max(5.0, 1.08 * highest))
    axes.legend(frameon=False, loc="best")


def _draw_scores(evaluation: Evaluation, axes: Axes) -> None:
    axes.set_title("Best scores in and out of scope")
    axes.set_xlabel("score of the best candidate")
    axes.set_ylabel("share of the questions (%)")
    axes.set_xlim(0, 100)
    for in_scope, name, colour in ((True, "in scope", _IN), (False, "out of scope", _OUT)):
        scores = evaluation.scores(in_scope=in_scope)
        if not scores:
            continue
        weights = [100 / len(scores)] * len(scores)
        label = f"{name} (n = {len(scores)})"
        axes.hist(scores, _BINS, weights=weights, histtype="stepfilled", color=colour, alpha=0.25)
        # The outline tells the two apart without colour too.
        style = "solid" if in_scope else "dashed"
        axes.hist(
            scores, _BINS, weights=weights, histtype="step", color=colour, linewidth=1.6, linestyle=style, label=label
        )
    axes.legend(frameon=False, loc="best")


def _say(axes: Axes, text: str) -> None:
    axes.text(0.5, 0.5, text, transform=axes.transAxes, ha="center", va="center", color="0.4")
