"""`selon check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from bot.errors import SelonError
from bot.rendering.renumbering import renumbering_summary, renumbering_table
from bot.rendering.terminal import table_console
from bot.settings import read_settings
from knowledge.article_folders import article_folders, unread_articles
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.files import (
    check_article,
    load_library,
    proofread_article,
    renumber_article,
)
from knowledge.model import Article, Wording
from knowledge.renumbering import Renumbering


class IncompatibleArguments(SelonError):
    """Arguments of `selon check` that do not go together: several articles and one text, a lock and no text."""

    exit_status = 2


def run(article: Path | None, *, was: Path | None = None, write_lock: bool, folder: Path | None) -> int:
    """Check the knowledge; the exit status is 1 if anything is wrong, which warnings are not.

    It is 1, too, where the article was corrected and a person has to look at an entry, or nothing was written yet.
    """
    root = folder or read_settings().knowledge_dir
    folders = article_folders(root)
    if article is not None and len(folders) > 1:
        raise IncompatibleArguments("--article belongs to one article: name its folder with --folder.")
    for option, given in (("--write-lock", write_lock), ("--was", was is not None)):
        if given and article is None:
            raise IncompatibleArguments(f"{option} needs the article's text: name it with --article.")
    remarks: Sequence[Finding] = ()
    if article is not None:
        try:
            renumbering = renumber_article(folders[0], article, was=was, write=write_lock)
        except InvalidKnowledge as error:
            print(error)
            return _failed(error.findings)
        if renumbering is not None:
            remarks = _show(renumbering, written=write_lock)
            if not write_lock:
                print("Nothing was written: this is what --write-lock does.")
                return 1
    return _check(root, folders, article, write_lock=write_lock) or int(bool(remarks))


def _show(renumbering: Renumbering, *, written: bool) -> Sequence[Finding]:
    """Print how the sentences were renumbered; return the findings that a person has to look at."""
    if table := renumbering_table(renumbering):
        table_console().print(table)
    print(renumbering_summary(renumbering, written=written))
    # What is lost by now is found in the files themselves.
    remarks = renumbering.reworded_entries if written else renumbering.remarks
    for remark in remarks:
        print(remark)
    return remarks


def _check(root: Path, folders: Sequence[Path], article: Path | None, *, write_lock: bool) -> int:
    """Print errors and warnings, and the counts of entries and variants if there are no errors."""
    findings = [finding for each in folders for finding in check_article(each, article, write_lock=write_lock)]
    warnings = [warning for each in folders for warning in proofread_article(each, article)]
    for finding in (*unread_articles(root), *findings, *warnings):
        print(finding)
    if warnings:
        where = "of the entry, or of article.yaml where no entry is named"
        print(f"{_counted(len(warnings), 'warning')}: where one is meant, list its kind as `allow` {where}.")
    if findings:
        return _failed(findings)
    for loaded in load_library(root).articles:
        table_console().print(_table(loaded))
        print(_coverage(loaded))
        print(_terms(loaded))
    return 0


def _failed(findings: Sequence[Finding]) -> int:
    """Print the number of findings; return the exit status that they give."""
    print(f"{len(findings)} to put right." if len(findings) > 1 else "1 thing to put right.")
    return 1


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _table(article: Article) -> Table:
    """Return the numbers of variants by language and kind of wording."""
    table = Table(title=article.slug, title_justify="left")
    table.add_column("language")
    for wording in Wording:
        table.add_column(wording.value, justify="right")
    table.add_column("variants", justify="right")
    table.add_column("fewest an entry", justify="right")
    table.add_column("out of scope", justify="right")
    for language in article.served:
        counts = [len(entry.questions(language)) for entry in article.entries]
        kinds = [
            sum(len(entry.variants[language].get(wording, ())) for entry in article.entries) for wording in Wording
        ]
        numbers = [*kinds, sum(counts), min(counts), len(article.out_of_scope[language])]
        table.add_row(language, *(str(number) for number in numbers))
    return table


def _coverage(article: Article) -> str:
    used = {sentence for entry in article.entries for sentence in entry.evidence}
    unused = sorted(article.paragraphs.keys() - used)
    drafts = sum(entry.draft for entry in article.entries)
    entries = f"{len(article.entries)} entries{f' ({drafts} of them drafts)' if drafts else ''}"
    if not unused:
        return f"{entries} rest on all {len(article.paragraphs)} sentences."
    return f"{entries}; no entry rests on sentence {', '.join(str(number) for number in unused)}."


def _terms(article: Article) -> str:
    public = "may be shown to everybody" if article.text_is_public else "is not public"
    return f"Its text {public}; a fragment of a quote has at most {_counted(article.longest_quote, 'word')}."
