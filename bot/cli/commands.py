"""The command line: one thin file for each command, loaded when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot import __version__
from bot.cli.streams import BrokenOutputPipe, UnwritableOutput, discard_output, open_streams
from bot.errors import INTERRUPTED, SelonError

# Threads of NumPy's linear algebra wait for each other by turning round: on a busy machine they take several times as
# long as one. It is read when NumPy is imported, which the commands do.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# python-telegram-bot imports httpx, and that its own command line if it finds one, with all of rich and Pygments.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]


class _Commands(TyperGroup):
    """The commands; Ctrl+C ends each of them quietly."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None


app = typer.Typer(
    name="selon",
    cls=_Commands,
    help="Answers questions about a news article and says who said it, where, and who relayed it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"selon {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Take the options of `selon` itself."""


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in any of the served languages.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as one JSON object.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"question": …} lines on standard input, write one answer a line.')
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show why: words, weights, rivals, thresholds.")] = False,
    article: Annotated[
        str | None,
        typer.Option(metavar="SLUG", help="Ask this article alone, by the name of its folder; all if not given."),
    ] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Answer from entries that nobody has accepted yet.")] = False,
) -> None:
    """Answer one question, or many with --jsonl."""
    from bot.cli import ask as command

    raise typer.Exit(
        command.run(question, as_json=as_json, jsonl=jsonl, explain=explain, article=article, drafts=drafts)
    )


@app.command()
def chat() -> None:
    """Hold the dialogue in the terminal, with no token and no network."""
    from bot.cli import chat as command

    raise typer.Exit(command.run())


@app.command()
def check(
    article: Annotated[
        Path | None,
        typer.Option(help="The article's text, to hold numbers and quotes against it; renumbers if it was corrected."),
    ] = None,
    was: Annotated[
        Path | None,
        typer.Option(metavar="OLD_TEXT", help="The text before its correction, to find sentences that were reworded."),
    ] = None,
    write_lock: Annotated[
        bool,
        typer.Option("--write-lock", help="Write evidence.lock from the article's text, and the numbers that changed."),
    ] = False,
    folder: Annotated[
        Path | None, typer.Option(help="Folder of articles, or of one; KNOWLEDGE_DIR if it is not given.")
    ] = None,
) -> None:
    """Validate the knowledge; exit status 1 and all findings if any."""
    from bot.cli import check as command

    raise typer.Exit(command.run(article, was=was, write_lock=write_lock, folder=folder))


@app.command()
def draft(
    source: Annotated[
        str,
        typer.Argument(metavar="FILE", help="The article: text, Markdown, HTML or a link; - reads standard input."),
    ],
    *,
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write a proposal of knowledge files into this new folder.")
    ] = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="Only show who says what, and through which outlet.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the statements as one JSON object.")] = False,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The text's language: fr, en, ru or uk; told from it if not given."),
    ] = None,
    longest_quote: Annotated[
        int | None, typer.Option(min=2, max=99_999, metavar="WORDS", help="The most words of the text in a row; 9.")
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Print what the drafts in a folder miss, for somebody else to fill in.")
    ] = False,
    fill: Annotated[
        Path | None,
        typer.Option(metavar="BRIEF", help="Take a filled brief into a folder, line by line, as far as it holds."),
    ] = None,
    article: Annotated[
        Path | None,
        typer.Option(metavar="TEXT", help="For --brief and --fill, the article's text if it is not beside the folder."),
    ] = None,
) -> None:
    """Propose a FAQ for an article: statements, people, entries, answers and questions, all marked as drafts."""
    if brief or fill is not None:
        from bot.cli import briefing

        folder = Path(source)
        raise typer.Exit(
            briefing.show_brief(folder, article) if fill is None else briefing.take_in(folder, fill, article)
        )
    from bot.cli import draft as command

    raise typer.Exit(
        command.run(
            source, into=into, statements=statements, as_json=as_json, language=language, longest_quote=longest_quote
        )
    )


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder; its name is the article's id.")],
    *,
    article: Annotated[
        Path | None, typer.Option(metavar="TEXT", help="The article's text: its title, digest and lock are written.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The article's language: fr, en, ru or uk; told from its text, else en."),
    ] = None,
) -> None:
    """Write the files of an empty article, with a comment on every key, to be filled in by hand."""
    from bot.cli import init as command

    raise typer.Exit(command.run(folder, article=article, language=language))


@app.command()
def sentences(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The article's text; - reads standard input.")],
    as_tsv: Annotated[bool, typer.Option("--tsv", help="Print tab-separated values instead of a table.")] = False,
) -> None:
    """Print the sentences of an article with the numbers that evidence names."""
    from bot.cli import sentences as command

    raise typer.Exit(command.run(file, as_tsv=as_tsv))


@app.command(name="eval")
def evaluate(
    questions: Annotated[
        Path, typer.Argument(metavar="QUESTIONS", help="The questions: a JSON object with its labels on each line.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    misses: Annotated[bool, typer.Option("--misses/--no-misses", help="List the questions that fell short.")] = True,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw risk and coverage, and the scores, as a png, svg or pdf file."),
    ] = None,
) -> None:
    """Score labelled questions: how many are answered rightly, offered, missed or wrong."""
    from bot.cli import evaluate as command

    raise typer.Exit(command.run(questions, as_json=as_json, misses=misses, plot=plot))


@app.command()
def misses(
    as_csv: Annotated[bool, typer.Option("--csv", help="Print comma-separated values instead of a table.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also list those that a curator has dealt with.")] = False,
) -> None:
    """List the questions that were asked in vain, the latest first."""
    from bot.cli import misses as command

    raise typer.Exit(command.run(as_csv=as_csv, everything=everything))


@app.command()
def review(
    *,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Review the drafts of articles instead: accept, edit, split, merge, drop.")
    ] = False,
    folder: Annotated[
        Path | None,
        typer.Option(help="For --drafts, a folder of articles, or of one; KNOWLEDGE_DIR if it is not given."),
    ] = None,
    article: Annotated[
        Path | None,
        typer.Option(metavar="TEXT", help="For --drafts, the article's text if it is not beside its folder."),
    ] = None,
) -> None:
    """Review what was asked in vain, as /review does; the bot must not be running."""
    if drafts:
        from bot.cli import draft_review

        raise typer.Exit(draft_review.run(folder, article))
    from bot.cli import review as command

    raise typer.Exit(command.run())


@app.command()
def export(
    folder: Annotated[
        Path | None, typer.Option(help="Folder of articles, or of one; KNOWLEDGE_DIR if it is not given.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be written.")] = False,
) -> None:
    """Write the variants that curators have taught into the knowledge files, ready to commit."""
    from bot.cli import export as command

    raise typer.Exit(command.run(folder, dry_run=dry_run))


@app.command()
def stats(
    days: Annotated[int, typer.Option(min=1, max=3650, help="How many days to sum up, today's included.")] = 30,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write the counts themselves as CSV.")] = False,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw them as a png, svg or pdf file too.")] = None,
) -> None:
    """Sum up the questions by day, place, language and outcome."""
    from bot.cli import stats as command

    raise typer.Exit(command.run(days, as_csv=as_csv, plot=plot))


@app.command()
def run() -> None:
    """Run the Telegram bot, by long polling or by webhook."""
    from bot.cli import run as command

    raise typer.Exit(command.run())


def main() -> None:
    """Run `selon`; an error that can be put right is a sentence, never a traceback."""
    open_streams()
    status = _status_of(app)
    # What is left unwritten fails here, where it can still be said.
    sys.exit(_status_of(sys.stdout.flush) or status)


def _status_of(step: Callable[[], object]) -> int:
    """Return the exit status of a step, once an error is told in a sentence."""
    from knowledge.errors import KnowledgeError, KnowledgeNotFound

    try:
        step()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(bool(left.code))
    except KeyboardInterrupt:
        return INTERRUPTED
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, KnowledgeNotFound) else 1
    except BrokenOutputPipe:
        discard_output()
    except SelonError as error:
        print(error, file=sys.stderr)
        if isinstance(error, UnwritableOutput):
            discard_output()
        return error.exit_status
    return 0
