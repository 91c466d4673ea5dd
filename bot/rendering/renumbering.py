"""The way of an article's sentences into its corrected text, as `selon check` prints it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from bot.rendering.terminal import plain_text
from knowledge.alignment import SentenceFate
from knowledge.renumbering import Renumbering

_NAMES = {
    SentenceFate.REWORDED: "reworded",
    SentenceFate.SPLIT: "split",
    SentenceFate.MERGED: "merged",
    SentenceFate.AMBIGUOUS: "uncertain",
    SentenceFate.GONE: "gone",
}


def renumbering_table(renumbering: Renumbering) -> Table | None:
    """Return old and new numbers of all sentences that are not where they were; None if there are none."""
    rows = _rows(renumbering)
    if not rows:
        return None
    table = Table(title="Sentences of the corrected article", title_justify="left")
    for column in ("was", "is", "", "entries that rest on it"):
        table.add_column(column)
    for row in rows:
        table.add_row(*map(plain_text, row))
    return table


def renumbering_summary(renumbering: Renumbering, *, written: bool) -> str:
    """Return what the numbers mean for the entries: one line, and one more if a person has to look at some.

    Args:
        renumbering: The sentences that were found again.
        written: True if the new numbers stand in the files.
    """
    total, moved = len(renumbering.entries), len(renumbering.moved_entries)
    other = len({remark.entry_id for remark in renumbering.remarks} - {None})
    numbers = f", {moved} of them under {'new' if written else 'other'} numbers" if moved else ""
    line = f"Entries that rest on the same sentences as before: {total - other} of {total}{numbers}."
    return f"{line}\nEntries to look at: {other}." if other else line


def _rows(renumbering: Renumbering) -> list[tuple[str, str, str, str]]:
    """Return the rows of what is not where it was; sentences that moved together share one."""
    rows = []
    runs: list[tuple[int, int, int]] = []
    for each in renumbering.aligned:
        if each.fate is not SentenceFate.KEPT:
            found = ", ".join(map(str, each.found))
            ids = ", ".join(renumbering.resting_on([each.number]))
            rows.append((each.number, (str(each.number), found, _NAMES[each.fate], ids)))
        elif each.present_number is not None and each.present_number != each.number:
            shift = each.present_number - each.number
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
