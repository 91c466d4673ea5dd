"""`selon check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from bot.errors import SelonError
from bot.rendering.terminal import plain_text, table_console
from bot.settings import read_settings
from knowledge.alignment import Fate
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.files import article_folders, check_article, load_library, proofread_article, renumber_article
from knowledge.model import Article, Wording
from knowledge.renumbering import Renumbering

_NAMES = {
    Fate.REWORDED: "reworded",
    Fate.SPLIT: "split",
    Fate.MERGED: "merged",
    Fate.AMBIGUOUS: "uncertain",
    Fate.GONE: "gone",
}


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
            return _to_put_right(error.findings)
        if renumbering is not None:
            _show(renumbering, written=write_lock)
            # What is lost by now is found in the files themselves.
            remarks = renumbering.reworded if write_lock else renumbering.remarks
            for remark in remarks:
                print(remark)
            if not write_lock:
                print("Nothing was written: this is what --write-lock does.")
                return 1
    findings = [finding for each in folders for finding in check_article(each, article, write_lock=write_lock)]
    warnings = [warning for each in folders for warning in proofread_article(each, article)]
    for finding in (*findings, *warnings):
        print(finding)
    if warnings:
        where = "of the entry, or of article.yaml where no entry is named"
        print(f"{_counted(len(warnings), 'warning')}: where one is meant, list its kind as `allow` {where}.")
    if findings:
        return _to_put_right(findings, printed=True)
    for loaded in load_library(root).articles:
        table_console().print(_table(loaded))
        print(_coverage(loaded))
        print(_terms(loaded))
    return 1 if remarks else 0


def _to_put_right(findings: Sequence[Finding], *, printed: bool = False) -> int:
    if not printed:
        for finding in findings:
            print(finding)
    print(f"{len(findings)} to put right." if len(findings) > 1 else "1 thing to put right.")
    return 1


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _show(renumbering: Renumbering, *, written: bool) -> None:
    """Print what became of the sentences, as a table, and what that means for the entries, in a line."""
    rows = list(_rows(renumbering))
    if rows:
        table = Table(title="Sentences of the corrected article", title_justify="left")
        for column in ("was", "is", "", "entries that rest on it"):
            table.add_column(column)
        for row in rows:
            table.add_row(*map(plain_text, row))
        table_console().print(table)
    total, moved = len(renumbering.entries), len(renumbering.moved)
    other = len({remark.entry_id for remark in renumbering.remarks})
    kept = f"All {total} entries" if not other else f"{total - other} of {total} entries"
    share = "all" if moved == total else str(moved)
    numbers = f", {share} of them under {'new' if written else 'other'} numbers" if moved else ""
    print(f"{kept} rest on the sentences that they rested on before{numbers}.")
    if other:
        print(f"Look at {'the other one' if other == 1 else f'the other {other}'}:")


def _rows(renumbering: Renumbering) -> list[tuple[str, str, str, str]]:
    """Return the rows of what is not where it was; sentences that moved together share one."""
    rows = []
    runs: list[tuple[int, int, int]] = []
    for each in renumbering.aligned:
        if each.fate is not Fate.KEPT:
            found = ", ".join(map(str, each.found))
            ids = ", ".join(renumbering.resting_on([each.number]))
            rows.append((each.number, (str(each.number), found, _NAMES[each.fate], ids)))
        elif each.now is not None and each.now != each.number:
            shift = each.now - each.number
            if runs and runs[-1][1:] == (each.number - 1, shift):
                runs[-1] = (runs[-1][0], each.number, shift)
            else:
                runs.append((each.number, each.number, shift))
    for first, last, shift in runs:
        count = len(renumbering.resting_on(range(first, last + 1)))
        entries = f"{count} {'entry' if count == 1 else 'entries'}" if count else ""
        row = (_range(first, last), _range(first + shift, last + shift), "moved", entries)
        rows.append((first, row))
    listed = [row for _, row in sorted(rows)]
    return listed + [("", _range(first, last), "new", "") for first, last in _ranges(renumbering.added)]


def _ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


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
    entries = f"{len(article.entries)} entries"
    if not unused:
        return f"{entries} rest on all {len(article.paragraphs)} sentences."
    return f"{entries}; no entry rests on sentence {', '.join(str(number) for number in unused)}."


def _terms(article: Article) -> str:
    public = "may be shown to everybody" if article.text_is_public else "is not public"
    return f"Its text {public}; a fragment of a quote has at most {_counted(article.longest_quote, 'word')}."
