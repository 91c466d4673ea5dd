"""`selon eval`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from bot.cli.library import ready_library
from bot.dialogue.conversation import Dialogue
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from bot.dialogue.understood import Understood
from bot.errors import SelonError
from bot.printable import one_line
from bot.rendering.plot import check_plot, draw
from bot.rendering.terminal import console, table_console
from bot.settings import read_settings
from knowledge.errors import InvalidQuestions
from knowledge.evaluation import (
    IN_SCOPE,
    OUT_OF_SCOPE,
    Evaluation,
    JudgedQuestion,
    LabelledQuestion,
    QuestionKind,
    judge,
    labelled_questions,
    verdicts,
)
from knowledge.library import Library
from knowledge.matcher import Outcome

_MOST_BYTES = 16 << 20
"""The most bytes of a file: some hundred thousand questions."""


class UnusableQuestions(SelonError):
    """The labelled questions are missing, or something is wrong with them."""

    exit_status = 2


def run(path: Path, *, as_json: bool, misses: bool, plot: Path | None) -> int:
    """Score the labelled questions of a file; the exit status is 0 whatever the figures."""
    settings = read_settings()
    if plot is not None:
        check_plot(plot)
    content = _content(path)
    library = ready_library(settings)
    try:
        questions = labelled_questions(path, content, library)
    except InvalidQuestions as error:
        raise UnusableQuestions(str(error)) from None
    dialogue = Dialogue(library, default_language=settings.language)
    evaluation = Evaluation(tuple(_judged(_progress(questions), library, dialogue)))
    if as_json:
        print(json.dumps(evaluation.figures), flush=True)
    else:
        _show(evaluation, console(), misses=misses)
    if plot is not None:
        draw(evaluation, plot)
    return 0


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnusableQuestions(f"{path}: There is no such file.") from None
    except OSError as error:
        raise UnusableQuestions(f"{path}: It cannot be read: {error.strerror or error}.") from error
    if len(content) > _MOST_BYTES:
        raise UnusableQuestions(f"{path}: It holds more than {_MOST_BYTES >> 20} MiB, which is the most: split it.")
    return content


def _judged(questions: Iterable[LabelledQuestion], library: Library, dialogue: Dialogue) -> Iterator[JudgedQuestion]:
    """Ask each question as `selon ask` does."""
    for labelled in questions:
        question = Question(labelled.text)
        match = dialogue.match(question)
        language = dialogue.language(Understood(IntentKind.QUESTION, question, match))
        yield judge(labelled, match, language.code, library)


def _progress(questions: tuple[LabelledQuestion, ...]) -> Iterator[LabelledQuestion]:
    """The questions, with a bar on standard error while they are gone through, if that is a terminal."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    error = Console(stderr=True)
    with Progress(*columns, console=error, transient=True, disable=not sys.stderr.isatty()) as progress:
        yield from progress.track(questions, description="Asking")


def _show(evaluation: Evaluation, terminal: Console, *, misses: bool) -> None:
    table_console().print(_table(evaluation))
    terminal.print(_languages(evaluation.figures), highlight=False)
    if not misses:
        return
    terminal.print()
    for miss in evaluation.misses:
        terminal.print(*_miss(miss), sep="\n", highlight=False)
    short = len(evaluation.misses)
    terminal.print(f"{short} of {len(evaluation.judged)} fell short.", highlight=False)


def _languages(figures: Mapping[str, float | int]) -> str:
    """Return the share of replies, silence included, in the language of the question's label."""
    told = f"Replies in the question's language: {figures['language.right']} % of {figures['language.n']}"
    if not figures["language.untold.n"]:
        return f"{told}."
    return f"{told}; {figures['language.untold.right']} % of {figures['language.untold.n']} that do not tell theirs."


def _table(evaluation: Evaluation) -> Table:
    """A row for each group and kind: how many questions, and how many of them, in per cent, got each verdict."""
    table = Table(title="Verdicts, in per cent", title_justify="left")
    table.add_column("lang")
    table.add_column("kind")
    for name in ("n", *IN_SCOPE, *OUT_OF_SCOPE):
        table.add_column(name, justify="right")
    former = None
    for (group, kind), counts in evaluation.tally.items():
        if former not in (None, group):
            table.add_section()
        figures = {verdict: f"{evaluation.figures[f'{group}.{kind}.{verdict}']:.1f}" for verdict in verdicts(kind)}
        shares = (figures.get(verdict, "") for verdict in (*IN_SCOPE, *OUT_OF_SCOPE))
        table.add_row("" if former == group else group, kind, str(counts.total()), *shares)
        former = group
    return table


def _miss(miss: JudgedQuestion) -> tuple[Text, Padding]:
    """A question that fell short, and what was expected of it and came."""
    question = miss.question
    labels = f" {one_line(question.id)} {question.language} {question.kind} "
    head = Text.assemble((f"{miss.verdict:7}", "bold red"), (labels, "dim"), one_line(question.text))
    return head, Padding(Text(f"expected {_expected(question)}; came {_came(miss)}"), (0, 0, 0, 8), expand=False)


def _expected(question: LabelledQuestion) -> str:
    if question.kind is not QuestionKind.IN:
        return "silence"
    if question.entries:
        return " or ".join(sorted(question.entries))
    numbers = ", ".join(str(number) for number in sorted(question.gold))
    return f"sentence {numbers}" if len(question.gold) == 1 else f"any of sentences {numbers}"


def _came(miss: JudgedQuestion) -> str:
    shown = ", ".join(f"{candidate.entry_id} ({candidate.score:.1f})" for candidate in miss.match.shown_candidates)
    match miss.match.outcome:
        case Outcome.ANSWER:
            return shown
        case Outcome.CHOOSE:
            return f"a choice of {shown}"
        case Outcome.ABSTAIN:
            return f"silence, the nearest being {shown}" if shown else "silence"
