"""Calibration: of the questions that score s, how many the best entry answers.

    python benchmarks/calibration.py [--folder FOLDER] QUESTIONS.jsonl … [--plot FILE]

A row for each band of scores, over all questions: how many score so, their mean score, and the share of them that the
best entry answers, in per cent. A score that means what it says has both the same. QUESTIONS.jsonl is labelled as
`selon eval` takes it; FOLDER holds its article, the bundled one if it is left out. `--plot` draws it as png, svg or
pdf, with the extra `plot`: a dot for each band, as large as it has questions, beside the line where both are the same.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from bot.rendering.plot import check_plot
from knowledge.article_folders import BUNDLED
from knowledge.evaluation import JudgedQuestion, judge, labelled_questions
from knowledge.files import load_library
from knowledge.library import Library

_EDGES = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 101)


@dataclass(frozen=True, slots=True)
class Band:
    """A band of scores.

    Attributes:
        count: The questions that score so.
        mean: Of their scores, 0 to 100.
        right: The share of them that the best entry answers, in per cent.
    """

    count: int
    mean: float
    right: float


def judged(questions: Path, library: Library) -> Iterator[JudgedQuestion]:
    """Yield what comes of each labelled question."""
    for question in labelled_questions(questions, questions.read_bytes(), library):
        yield judge(question, library.match(question.text), question.language, library)


def bands(every: Iterable[JudgedQuestion]) -> list[Band]:
    """Return the bands that hold a question, from the lowest on."""
    some = list(every)
    found = []
    for least, end in pairwise(_EDGES):
        own = [each for each in some if least <= each.score < end]
        if own:
            right = sum(each.is_in_scope and each.first_answers for each in own)
            found.append(Band(len(own), sum(each.score for each in own) / len(own), 100.0 * right / len(own)))
    return found


def draw(found: Sequence[Band], path: Path) -> None:
    """Draw the bands into a file that `check_plot` has accepted."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.2, 4.2), dpi=144, layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 100], [0, 100], color="#999999", linewidth=1)
    most = max(band.count for band in found)
    sizes = [30 + 270 * band.count / most for band in found]
    axes.scatter([band.mean for band in found], [band.right for band in found], s=sizes, color="#0072b2", alpha=0.8)
    for band in found:
        axes.annotate(str(band.count), (band.mean, band.right), xytext=(9, -11), textcoords="offset points", fontsize=8)
    axes.set(xlim=(-3, 108), ylim=(-5, 108), xlabel="score", ylabel="answered by the best entry, %")
    figure.savefig(path)


def main() -> None:
    """Print a Markdown table, and draw it if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--folder", type=Path, default=BUNDLED)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    if args.plot is not None:
        check_plot(args.plot)
    library = load_library(args.folder)
    library.warm_up()
    found = bands(chain.from_iterable(judged(questions, library) for questions in args.questions))
    print("| questions | mean score | answered by the best entry |")
    print("|---:|---:|---:|")
    for band in found:
        print(f"| {band.count} | {band.mean:.1f} | {band.right:.1f} |")
    if args.plot is not None:
        draw(found, args.plot)


if __name__ == "__main__":
    main()
