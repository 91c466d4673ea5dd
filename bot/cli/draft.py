"""`selon draft`."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.cli.new_folder import require_new
from bot.cli.streams import explained_input_errors
from bot.errors import SelonError
from bot.printable import printable
from bot.rendering.statements import marked_article
from bot.rendering.terminal import plain_text, table_console
from bot.web_pages import fetch_page
from knowledge.drafting.drafting import propose
from knowledge.drafting.markdown import without_markup
from knowledge.drafting.statement import ReadArticle
from knowledge.drafting.statements import read_statements
from knowledge.drafting.web_article import web_article
from knowledge.drafting.writing import Origin, written
from knowledge.drafting.written_language import language_of
from knowledge.files import article_text, check_article, text_of
from knowledge.regular_files import MOST_BYTES, replace
from knowledge.shape import LONGEST_QUOTE
from knowledge.text.languages import LANGUAGES

_STANDARD_INPUT = "-"
_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown")


class UnfitArguments(SelonError):
    """Arguments of `selon draft` that are missing, or that do not go together."""

    exit_status = 2


class NothingToDraft(SelonError):
    """A text that no draft can be made of."""


def run(
    source: str,
    *,
    into: Path | None,
    statements: bool,
    as_json: bool,
    language: str | None,
    longest_quote: int | None,
) -> int:
    """Show the statements of an article, or write a proposal of knowledge files.

    Raises:
        UnfitArguments: There is nothing to do, or a language that is not served.
        UnfitFolder: The folder's name is no id, or it has files already.
        NothingToDraft: The text is empty, or in a language that is not served.
        PageNotRead: A page cannot or must not be read.
    """
    if language is not None and language not in LANGUAGES:
        raise UnfitArguments(f"{language} is not served: give --language one of {', '.join(LANGUAGES)}.")
    if into is None and not statements:
        raise UnfitArguments(
            "Say where to write the proposal with --into FOLDER, or see the statements with --statements."
        )
    if into is not None:
        _require_new(into, source)
    text, origin = _read(source)
    if not any(map(str.isalpha, text)):
        raise NothingToDraft(f"{printable(source)} holds no word: give the text of an article.")
    code = language or language_of(text)
    if code is None:
        served = ", ".join(LANGUAGES)
        raise NothingToDraft(
            f"The language of {printable(source)} is none of {served}, or cannot be told: name it with --language."
        )
    found = _found(text, code)
    if statements:
        _show(found, as_json=as_json)
    return _write(found, into, source, longest_quote, origin) if into is not None else 0


def _read(source: str) -> tuple[str, Origin]:
    """Read the text of an article, and its source as far as the page states it."""
    path = Path(source)
    if _is_link(source):
        html, address = fetch_page(source)
        return _article_of(html, source, address)
    if source != _STANDARD_INPUT and path.suffix.lower() in _HTML:
        return _article_of(article_text(path).decode(), source, None)
    return _text(path), Origin()


def _article_of(html: str, source: str, address: str | None) -> tuple[str, Origin]:
    try:
        found = web_article(html, address)
    except ModuleNotFoundError:
        raise UnfitArguments(
            "Pages need the extra `draft`: pip install 'selon[draft]', or save the article's text as a file."
        ) from None
    if found is None:
        raise NothingToDraft(f"{printable(source)} is a page without an article: save its text as a file.")
    return found.text, Origin(found.publisher, found.author, address, found.day)


def _is_link(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _require_new(folder: Path, source: str) -> None:
    require_new(folder)
    if source == _STANDARD_INPUT:
        raise UnfitArguments(
            "--into needs the text as a file, which `selon check` holds the article against later: save it."
        )


def _text(file: Path) -> str:
    if str(file) == _STANDARD_INPUT:
        with explained_input_errors():
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        return text_of(Path("standard input"), content)
    text = article_text(file).decode()
    return without_markup(text) if file.suffix.lower() in _MARKDOWN else text


def _found(text: str, language: str) -> ReadArticle:
    """Read a text, with a bar on standard error while it is read, if that is a terminal."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    error = Console(stderr=True)
    with Progress(*columns, console=error, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Reading", total=None)
        return read_statements(text, language, lambda done, every: progress.update(task, completed=done, total=every))


def _show(found: ReadArticle, *, as_json: bool) -> None:
    text = found.page.text
    if as_json:
        record = {"language": found.page.language, "statements": [each.as_json() for each in found.statements]}
        print(json.dumps(record, ensure_ascii=False))
        return
    if (terminal := table_console()).is_terminal:
        terminal.print(marked_article(found), highlight=False)
        return
    table = Table()
    for column in ("n", "who", "kind", "says", "through", "where"):
        table.add_column(column, justify="right" if column == "n" else "left")
    for each in found.statements:
        speaker = each.speaker or "–"
        table.add_row(
            str(each.sentence),
            plain_text(f"{speaker} (unsure)" if "speaker" in each.unsure else speaker),
            each.kind,
            plain_text(each.content.of(text)),
            plain_text(each.outlet or "–"),
            plain_text(each.venue or "–"),
        )
    table_console().print(table)


def _write(found: ReadArticle, into: Path, source: str, longest_quote: int | None, origin: Origin) -> int:
    """Write the proposal; the exit status is 1 if `selon check` would find something wrong with it.

    Where the text was taken out of something else, it is written beside the folder, under the folder's name.
    """
    longest = longest_quote or LONGEST_QUOTE
    proposal = propose(found, tuple(LANGUAGES), longest_quote=longest)
    into.mkdir(parents=True, exist_ok=True)
    article = Path(source)
    if _is_link(source) or article.suffix.lower() in (*_HTML, *_MARKDOWN):
        article = into.with_suffix(".txt")
        if article.exists():
            raise UnfitArguments(
                f"{printable(str(article))} exists: nothing is overwritten, move it or name another folder."
            )
        replace({article: found.page.text}, into.parent)
    digest = hashlib.sha256(article_text(article)).hexdigest()
    files = written(proposal, digest, longest_quote=longest_quote, origin=origin)
    replace({into / name: content for name, content in files.items()}, into)
    findings = check_article(into, article, write_lock=True)
    for finding in findings:
        print(finding)
    folder, text = printable(str(into)), printable(str(article))
    unsure = sum(bool(each.unsure) for each in found.statements)
    print(
        f"{len(proposal.entries)} drafts, {len(found.statements)} statements ({unsure} with a speaker to be looked at),"
        f" {len(proposal.people)} people and {len(proposal.outlets)} outlets are in {folder}."
    )
    print(f"Their text is {text}: name it with --article to `selon check`.")
    print(f"Look at them with `selon review --drafts --folder {folder} --article {text}`: accept, edit or drop each.")
    print("Until one is accepted, nobody is answered with it.")
    return int(bool(findings))
