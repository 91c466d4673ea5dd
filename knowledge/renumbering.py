"""Renumbering of the sentences that entries rest on, once the article's text was corrected.

A number that follows its sentence is written in the place of the old one, every other character of the files stays. The
number of a sentence that is not found for certain becomes that number below zero: such a file does not load, and says
which entry has to be looked at, instead of pointing at whatever has that number now.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from knowledge.alignment import AlignedSentence, SentenceFate, align
from knowledge.article_files import ArticleFiles
from knowledge.article_shapes import ArticleShapes
from knowledge.composer import YamlPath
from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.evidence import EvidenceLock, LockedEntry, digest, locked_quote
from knowledge.shape import EntryShape
from knowledge.text.sentences import Sentence, number_sentences
from knowledge.validation import lost_sentences, validate

_BYTE_ORDER_MARK = "\ufeff"
_UNDO = (
    "undo that, or first write the lock from the text as it was (`selon check --article OLD_TEXT --write-lock`); if all"
    " numbers are by the new text already, remove evidence.lock"
)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """The way from an article's former sentences to its present ones.

    Attributes:
        aligned: The fate of each former sentence, in order.
        added: The numbers of present sentences that are no former one.
        entries: The numbers of each entry before, in order.
        findings: A finding on each sentence of an entry that is not as it was, with its fate.
        before: evidence.lock as it was, with the numbers of the entries.
        article: article.yaml as it becomes.
        faq: faq.yaml as it becomes.
    """

    aligned: tuple[AlignedSentence, ...]
    added: tuple[int, ...]
    entries: tuple[LockedEntry, ...]
    findings: tuple[tuple[Finding, SentenceFate], ...]
    before: EvidenceLock
    article: str
    faq: str

    def resting_on(self, numbers: Collection[int]) -> list[str]:
        """Return the ids of the entries that rest on one of some former sentences."""
        wanted = frozenset(numbers)
        return [entry.id for entry in self.entries if not wanted.isdisjoint(entry.evidence)]

    @property
    def moved_entries(self) -> list[str]:
        """The ids of the entries whose sentences all stand there as they did, some under other numbers."""
        changed = set(self.resting_on([each.number for each in self.aligned if each.fate is not SentenceFate.KEPT]))
        moved = self.resting_on(
            [each.number for each in self.aligned if each.present_number not in (None, each.number)]
        )
        return [entry for entry in moved if entry not in changed]

    @property
    def reworded_entries(self) -> list[Finding]:
        """The remarks on entries that point to a sentence which changed in words."""
        return [remark for remark, fate in self.findings if fate is SentenceFate.REWORDED]

    @property
    def remarks(self) -> list[Finding]:
        """All that a person has to look at: entries that rest on a sentence which changed, or is not found."""
        return [remark for remark, _ in self.findings]


def is_corrected(files: ArticleFiles, article: bytes) -> bool:
    """Tell whether a text differs from the one that the lock was written for, so that numbers may mean other sentences.

    Not if the lock is that of another article altogether, with no sentence and no entry of this one: whoever begins
    with a copy of another article's files has its lock.

    Args:
        files: The article's documents.
        article: Its text, in UTF-8.
    """
    lock = files.lock
    if lock is None:
        return False
    present = [digest(sentence.text) for sentence in number_sentences(article.decode())]
    former = [sentence.sha256 for sentence in lock.sentences]
    if lock.article == sha256(article).hexdigest() and former == present:
        return False
    ids = {entry.id for entry in ArticleShapes.of(files).faq.value.entries}
    is_another = lock.entries is not None and ids.isdisjoint(entry.id for entry in lock.entries)
    return not (is_another and set(former).isdisjoint(present))


def renumber(
    files: ArticleFiles, lock: EvidenceLock, texts: Mapping[Path, str], article: bytes, was: bytes | None
) -> Renumbering:
    """Find the sentences of entries in a corrected text, and update their numbers.

    Args:
        files: The article's documents.
        lock: evidence.lock as it is.
        texts: article.yaml and faq.yaml as they are, by their paths.
        article: The corrected text, in UTF-8.
        was: The text that the lock was written for, if it is at hand.

    Raises:
        InvalidKnowledge: Everything that keeps from it: what is wrong anyway, a text that is hardly this article's, or
            numbers that were changed after the lock was written, so that they may belong to either text.
    """
    shapes = ArticleShapes.of(files)
    lost = set(lost_sentences(shapes))
    findings = [finding for finding in validate(shapes, locked=False) if finding not in lost]
    findings += _of_other_texts(shapes, lock, article, was)
    if findings:
        raise InvalidKnowledge(findings)
    present = number_sentences(article.decode())
    wordings = {digest(each.text): each.text for each in number_sentences(was.decode())} if was is not None else {}
    aligned = align(lock.sentences, present, wordings)
    _require_alike(files, lock, aligned, was)
    numbers = {each.number: each.present_number or -each.number for each in aligned}
    entries = shapes.locked_entries()
    before = lock if lock.entries is not None else dataclasses.replace(lock, entries=entries)
    # article.yaml is written first: with its former digest, nothing of ours has been interrupted.
    begun = shapes.article.value.sha256 == sha256(article).hexdigest()
    done = begun and before.entries is not None and entries == _renumbered(before.entries, numbers) != before.entries
    # Where no number changes, those that an entry has got since are by either text.
    changes = any(now != number for number, now in numbers.items())
    if changes and not done and (findings := _changed_since(shapes, before)):
        raise InvalidKnowledge(findings)
    faq = texts[files.faq.path]
    return Renumbering(
        aligned=aligned,
        added=_added(aligned, present),
        entries=before.entries if done and before.entries else entries,
        findings=tuple(_remarks(shapes, aligned, done=done, was=was is not None)),
        before=before,
        article=_with_digest(files.article.path, texts[files.article.path], sha256(article).hexdigest()),
        faq=faq if done else _with_numbers(files.faq.path, faq, lambda number: numbers.get(number, number)),
    )


def _of_other_texts(shapes: ArticleShapes, lock: EvidenceLock, article: bytes, was: bytes | None) -> Iterator[Finding]:
    present, named = sha256(article).hexdigest(), shapes.article.value.sha256
    if named not in (lock.article, present) and shapes.article.fits("sha256"):
        problem = f"sha256 is neither that of this text, which is {present}, nor that in evidence.lock: is it the right"
        yield shapes.files.article.finding(f"{problem} file?", "sha256")
    if was is not None and sha256(was).hexdigest() != lock.article:
        problem = "It was not written for the text that --was names: name the text as it was then, or leave --was out."
        yield Finding(_lock_path(shapes.files), None, None, problem)


def _require_alike(
    files: ArticleFiles, lock: EvidenceLock, aligned: Sequence[AlignedSentence], was: bytes | None
) -> None:
    found = sum(each.fate is not SentenceFate.GONE for each in aligned)
    if 2 * found >= len(lock.sentences):
        return
    hint = "" if was is not None else " If most are reworded, name the text as it was with --was."
    problem = (
        f"Of its {len(lock.sentences)} sentences this text has {found}: is it the right file?{hint} If it is another"
        " article, remove evidence.lock and see to every number in faq.yaml."
    )
    raise InvalidKnowledge([Finding(_lock_path(files), None, None, problem)])


def _changed_since(shapes: ArticleShapes, lock: EvidenceLock) -> list[Finding]:
    """Yield findings on numbers and quotes that are not those that the lock was written for."""
    faq = shapes.files.faq
    findings: list[Finding] = []
    locked = {entry.id: entry for entry in lock.entries or ()}
    known = {sentence.number for sentence in lock.sentences}
    for number, entry in enumerate(shapes.locked_entries()):
        problems = [
            f"evidence.lock knows no sentence {sentence}: {_UNDO}."
            for sentence in entry.evidence
            if sentence > 0 and sentence not in known
        ]
        if locked.get(entry.id) != entry:
            problem = "evidence.lock does not hold its numbers as they are here, so it cannot be told which text they"
            problems.append(f"{problem} belong to: {_UNDO}.")
        place = ("entries", number, "evidence")
        findings.extend(faq.finding(problem, *place, entry_id=entry.id) for problem in problems)
    for statement_place, entry_id, statement in shapes.statements():
        quote = statement.quote
        if quote and statement.sentence > 0 and locked_quote(statement.sentence, quote) not in lock.quotes:
            problem = f"evidence.lock does not hold this quote of sentence {statement.sentence}: {_UNDO}."
            findings.append(faq.finding(problem, *statement_place, entry_id=entry_id))
    return findings


def _renumbered(entries: Sequence[LockedEntry], numbers: Mapping[int, int]) -> tuple[LockedEntry, ...]:
    return tuple(
        LockedEntry(
            entry.id,
            tuple(numbers.get(each, each) for each in entry.evidence),
            tuple(numbers.get(each, each) for each in entry.statements),
        )
        for entry in entries
    )


def _added(aligned: Sequence[AlignedSentence], present: Sequence[Sentence]) -> tuple[int, ...]:
    found = {number for each in aligned for number in each.found}
    return tuple(sentence.number for sentence in present if sentence.number not in found)


def _remarks(
    shapes: ArticleShapes, aligned: Sequence[AlignedSentence], *, done: bool, was: bool
) -> Iterator[tuple[Finding, SentenceFate]]:
    """Yield one finding for each changed sentence and each entry that rests on it."""
    by_number = {(each.present_number or -each.number) if done else each.number: each for each in aligned}
    faq = shapes.faq.value
    resting: list[tuple[YamlPath, str | None, Sequence[int]]] = [
        (("entries", position), entry.id, entry.evidence) for position, entry in enumerate(faq.entries)
    ]
    if faq.summary is not None:
        resting.append((("summary",), None, faq.summary.evidence))
    for place, entry_id, evidence in resting:
        for item, number in enumerate(evidence):
            each = by_number.get(number)
            if each is not None and each.fate is not SentenceFate.KEPT:
                finding = shapes.files.faq.finding(_remark(each, was=was), *place, "evidence", item, entry_id=entry_id)
                yield finding, each.fate


def _remark(each: AlignedSentence, *, was: bool) -> str:
    found = " and ".join(map(str, each.found))
    match each.fate:
        case SentenceFate.REWORDED:
            return (
                f"Sentence {each.number} is worded otherwise now, as sentence {found}: see whether what rests on it"
                f" still holds. It was “{each.former}”, it is “{each.present}”."
            )
        case SentenceFate.SPLIT:
            return f"Sentence {each.number} was split into the sentences {found}: put those that the entry rests on."
        case SentenceFate.MERGED:
            return f"Sentence {each.number} became a part of sentence {found}: see whether the entry rests on that."
        case SentenceFate.AMBIGUOUS:
            return (
                f"Sentence {each.number} may be sentence {found.replace(' and ', ' or ')}: put the one that is meant."
            )
    gone = f"Sentence {each.number} is gone from the text: see whether the entry still holds."
    return gone if was else f"{gone} If it was reworded, --was OLD_TEXT finds it."


def _lock_path(files: ArticleFiles) -> Path:
    return files.faq.path.with_name("evidence.lock")


def _with_digest(path: Path, text: str, digest_of_text: str) -> str:
    """Return the text of article.yaml with another digest."""
    expected = deepcopy(Document.parse(path, text).data)
    expected["sha256"] = digest_of_text
    return _rewritten(path, text, lambda top: dict.fromkeys(_values(top, "sha256"), digest_of_text), expected)


def _with_numbers(path: Path, text: str, now: Callable[[int], int]) -> str:
    """Return the text of faq.yaml with other numbers of sentences."""
    expected = deepcopy(Document.parse(path, text).data)
    entries = expected["entries"]
    resting = (*entries, *([expected["summary"]] if expected.get("summary") else ()))
    statements = [each for holder in (expected, *entries) for key in _STATEMENTS for each in holder.get(key) or ()]
    lists = [(entry["evidence"], position) for entry in resting for position in range(len(entry["evidence"]))]
    for holder, key in (*lists, *((statement, "sentence") for statement in statements)):
        # What only looks like a number ("6", 6.0, true) would be passed over.
        if type(holder[key]) is not int:
            raise _unwritable(path)
        holder[key] = now(holder[key])
    return _rewritten(
        path,
        text,
        lambda top: {node: str(now(int(node.value))) for node in _numbers(top)},
        expected,
    )


_STATEMENTS = ("statements", *EntryShape.former_keys)


def _rewritten(path: Path, text: str, changes: Callable[[Node], Mapping[ScalarNode, str]], expected: object) -> str:
    """Return a text with other values of some scalars, each in the style in which it was written.

    Raises:
        InvalidKnowledge: The result would not say what is expected.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    text = text.removeprefix(mark)
    top: Node = YAML(typ="safe").compose(text)
    # From the end, so that offsets hold; what is named by several aliases is written once.
    new = text
    for start, end, old, value in sorted(
        {(node.start_mark.index, node.end_mark.index, node.value, value) for node, value in changes(top).items()},
        reverse=True,
    ):
        new = new[:start] + new[start:end].replace(old, value, 1) + new[end:]
    if Document.parse(path, new).data != expected:
        raise _unwritable(path)
    return mark + new


def _unwritable(path: Path) -> InvalidKnowledge:
    problem = "The numbers cannot be rewritten the way they are written: write them plainly, as the example does."
    return InvalidKnowledge([Finding(path, None, None, problem)])


def _numbers(top: Node) -> Iterator[ScalarNode]:
    entries = [entry for each in _values(top, "entries") for entry in _items(each)]
    for entry in (*entries, *_values(top, "summary")):
        for evidence in _values(entry, "evidence"):
            yield from _items(evidence)
    for holder in (top, *entries):
        for key in _STATEMENTS:
            for statements in _values(holder, key):
                for statement in _items(statements):
                    yield from _values(statement, "sentence")


def _values(node: Node, key: str) -> list[Any]:
    pairs = node.value if isinstance(node, MappingNode) else []
    return [value for name, value in pairs if isinstance(name, ScalarNode) and name.value == key]


def _items(node: Node) -> list[Any]:
    return node.value if isinstance(node, SequenceNode) else []
