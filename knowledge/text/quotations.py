"""Quotations: what stands between the quotation marks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.text import marks
from knowledge.text.verbs_of_saying import verbs_of_saying

_MARK = re.compile("|".join(map(re.escape, sorted({*marks.CLOSERS, "’’", "’"}, key=len, reverse=True))))
# Letters swallowed at the beginning of a word: what stands before them is an apostrophe.
_LONE_N = re.compile(r"(?:^|[\s-])['’‘]n", re.IGNORECASE)
_SWALLOWED = re.compile(r"(?:n['’]|(?:em|tis|twas|til|till|cause|round|bout|cos|coz|nuff|\d\ds)\b)", re.IGNORECASE)
# Nobody quotes in quotations deeper than that, and it bounds the work.
_DEEPEST = 20
_NEARBY = 200
_LEADING = frozenset("([{—–―-/:;,.…!?¿¡'’")
# What may say who speaks: from a comma to the end of the sentence, a verb among its first words.
_ASIDE = re.compile(r"[,!?…]\s+((?:[^\s.!?…]+\s+){0,2}[^\s.!?…]+)[^.!?…]*(?:[.!?…]+|$)")
_TURN = re.compile(rf"(?<=[,.!?…:])\s*[{marks.DIALOGUE_DASHES}]\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a text.

    Attributes:
        outer_start: The offset of its opening mark.
        start: The offset of what is quoted.
        end: The offset after that.
        outer_end: The offset after its closing mark.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """The quotation marks of a text, in pairs.

    Attributes:
        quotations: Those that no other one holds, in order.
        unpaired: The offsets of marks that open what nothing closes, or close what nothing opened. Apostrophes,
            and what may be one, are not among them.
    """

    quotations: tuple[Quotation, ...]
    unpaired: tuple[int, ...]


def pair_quotation_marks(text: str) -> Pairing:
    """Pair the quotation marks of one paragraph."""
    scan = _Scan(text)
    scan.run()
    unpaired = {*scan.stray, *(each.offset for each in scan.open if each.certain)}
    return Pairing(_outermost(scan.closed), tuple(sorted(unpaired)))


def pair_across_paragraphs(paragraphs: Sequence[str]) -> tuple[Pairing, ...]:
    """Pair the quotation marks of paragraphs that follow each other.

    A quotation goes on in the next paragraph if that repeats its mark at the beginning, or has its closing mark
    before another one opens. A paragraph that begins with a dash is dialogue: what is said, and after a further
    dash what is told, in turn.

    Returns:
        A pairing for each; a quotation that goes on ends with the one and begins with the other.
    """
    pairings: list[Pairing] = []
    going_on: _Open | None = None
    for number, text in enumerate(paragraphs):
        scan = _Scan(text, going_on)
        scan.run()
        pending = scan.open[0] if scan.open else None
        going_on = None
        closed, unpaired = list(scan.closed), {*scan.stray, *(each.offset for each in scan.open if each.certain)}
        if (
            pending is not None
            and pending.mark not in marks.SINGLE_MARKS
            and _goes_on(pending.mark, paragraphs[number + 1 :])
        ):
            going_on = pending
            closed.append(Quotation(pending.offset, pending.start, len(text), len(text)))
            unpaired.discard(pending.offset)
        quotations = _outermost([*closed, *_dialogue(text)])
        pairings.append(Pairing(quotations, tuple(sorted(unpaired))))
    return tuple(pairings)


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that has opened a quotation."""

    mark: str
    offset: int
    start: int

    @property
    def certain(self) -> bool:
        return self.mark not in marks.UNCERTAIN_MARKS


@dataclass(slots=True)
class _Scan:
    """One pass over the marks of a paragraph."""

    text: str
    going_on: _Open | None = None
    open: list[_Open] = field(default_factory=list)
    closed: list[Quotation] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)

    def run(self) -> None:
        start = 0
        if self.going_on is not None:
            start = _repeated(self.text, self.going_on.mark)
            self.open.append(_Open(self.going_on.mark, 0, start))
        for found in _MARK.finditer(self.text, start):
            self._take(found[0], found.start(), found.end())

    def _take(self, mark: str, start: int, end: int) -> None:
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if _is_apostrophe(self.text, start, end):
            return
        opener = self._closable(mark)
        if opener is not None and self._closes(mark, self.open[opener].mark, before, after, end):
            opening = self.open[opener]
            self.stray.extend(each.offset for each in self.open[opener + 1 :] if each.certain)
            del self.open[opener:]
            self.closed.append(Quotation(opening.offset, opening.start, start, end))
        elif _opens(mark, before, after) and len(self.open) < _DEEPEST:
            self.open.append(_Open(mark, start, end))
        elif (
            mark not in marks.UNCERTAIN_MARKS
            and mark not in marks.SINGLE_MARKS
            and not (mark == '"' and before.isdigit())
        ):
            self.stray.append(start)

    def _closable(self, mark: str) -> int | None:
        """The position of the innermost quotation that a mark may close."""
        for position in range(len(self.open) - 1, -1, -1):
            if mark in marks.CLOSERS[self.open[position].mark]:
                return position
        return None

    def _closes(self, mark: str, opening: str, before: str, after: str, end: int) -> bool:
        """Tell if a mark that may close a quotation does, and neither opens another one nor is an apostrophe."""
        if mark in ("'", "’"):
            return not _is_blank(before) and not (before in "sS" and self._closed_later(opening, after, end))
        if mark == opening and mark in marks.SELF_CLOSING_MARKS:
            return not _is_blank(before) and before not in "([{/-" + marks.DIALOGUE_DASHES
        return True

    def _closed_later(self, opening: str, after: str, end: int) -> bool:
        """Tell if another mark closes the quotation: then the one after an s is a plural's apostrophe."""
        if not after.isspace() or not self.text[end + 1 : end + 2].islower():
            return False
        for found in _MARK.finditer(self.text, end, end + _NEARBY):
            before, following = self.text[found.start() - 1 : found.start()], self.text[found.end() : found.end() + 1]
            if _is_apostrophe(self.text, found.start(), found.end()):
                continue
            if found[0] == opening and _opens(found[0], before, following):
                return False
            if found[0] in marks.CLOSERS[opening] and not _is_blank(before):
                return True
        return False


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """Tell if a single mark stands inside a word, or for letters that were swallowed."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start:end] not in marks.SINGLE_MARKS - {"‚"}:
        return False
    if before.isalnum() and after.isalnum():
        return True
    if before.isalnum():
        # The second one of "rock 'n' roll".
        return bool(_LONE_N.fullmatch(text[max(0, start - 3) : start]))
    return bool(_SWALLOWED.match(text, end))


def _opens(mark: str, before: str, after: str) -> bool:
    if mark not in marks.CLOSERS:
        return False
    if mark in marks.ONLY_OPENING_MARKS:
        return True
    if mark == "“" and after.isspace() and _is_leading(before):
        # Typed in French, with the spaces of « ».
        return True
    if mark in marks.EITHER_WAY_MARKS or mark in marks.SINGLE_MARKS or mark == ",,":
        # Opening marks stand before a word; only those of French have a space between.
        return (
            _is_leading(before) and not _is_blank(after) and (after.isalnum() or after in marks.OPENING_MARKS + "([…-")
        )
    return False


def _is_leading(before: str) -> bool:
    return not before or before.isspace() or before in _LEADING or before in marks.OPENING_MARKS


def _is_blank(char: str) -> bool:
    return not char or char.isspace()


def _repeated(text: str, mark: str) -> int:
    """The offset after a mark that is repeated at the beginning of a paragraph; 0 if it is not."""
    begun = len(text) - len(text.lstrip())
    for each in (mark, *marks.CLOSERS[mark]):
        if text.startswith(each, begun):
            rest = text[begun + len(each) :]
            if each == mark or rest[:1].isspace() or rest[:1].isalnum():
                return begun + len(each)
    return 0


def _goes_on(mark: str, following: Sequence[str]) -> bool:
    """Tell if a quotation that its paragraph does not close goes on in the next one."""
    if not following:
        return False
    if following[0].lstrip().startswith(mark):
        return True
    if mark in marks.STRAIGHT_MARKS:
        return False
    for text in following:
        if _repeated(text, mark):
            return True
        for found in _MARK.finditer(text):
            if found[0] in marks.CLOSERS[mark] and found[0] != mark:
                return True
            if found[0] == mark:
                return False
    return False


def _dialogue(text: str) -> Iterator[Quotation]:
    """Return what is said in a line of dialogue."""
    begun = len(text) - len(text.lstrip())
    if text[begun : begun + 1] not in tuple(marks.DIALOGUE_DASHES):
        return
    turns = [begun + 1, *(edge for turn in _TURN.finditer(text, begun + 2) for edge in turn.span()), len(text)]
    for position in range(0, len(turns) - 1, 4):
        for start, end in _without_asides(text, turns[position], turns[position + 1]):
            yield Quotation(start, start, end, end)


def _without_asides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of what is said around "…, she answered the council." and its like, up to the end of that sentence."""
    for aside in _ASIDE.finditer(text, start, end):
        if any(verbs_of_saying(aside[1], language) for language in ("fr", "en", "ru", "uk")):
            yield start, aside.start()
            start = aside.end()
    yield start, end


def _outermost(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    kept: list[Quotation] = []
    for each in sorted(quotations, key=lambda each: (each.outer_start, -each.outer_end)):
        if not kept or each.outer_start >= kept[-1].outer_end:
            kept.append(each)
    return tuple(kept)
