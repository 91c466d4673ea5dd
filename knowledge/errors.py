"""Findings and errors: all that can be wrong with knowledge, in sentences that say what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_LONGEST_KEY = 80
_LONGEST_VALUE = 16
_ASSIGNED = re.compile(r"(=|(?<=\w):(?=\w)).+", re.DOTALL)


def printable(text: str) -> str:
    """Return a text that fits on one line of a terminal or log, whatever stands in it.

    Args:
        text: Any text; characters that do not print (controls, line ends, direction marks) are written as escapes.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in "\u00a0\u202f" else _escaped(char) for char in text)


def clip_key(key: str) -> str:
    """Return a key as a finding quotes it: its first 80 characters, up to what a pasted line of settings assigns."""
    name = _ASSIGNED.sub(r"\1…", key, count=1)
    return name if len(name) <= _LONGEST_KEY else name[:_LONGEST_KEY] + "…"


def excerpt(value: object) -> str:
    """Return as much of a value of the wrong kind as a finding quotes: 16 characters, and nothing of what it holds."""
    if isinstance(value, dict):
        return "a mapping of keys" if value else "{}"
    if isinstance(value, list):
        return "a list" if value else "[]"
    if value is None:
        return "null"
    shown = value if isinstance(value, str) else str(value)
    shown = shown if len(shown) <= _LONGEST_VALUE else shown[:_LONGEST_VALUE] + "…"
    return f"'{shown}'" if isinstance(value, str) else shown


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class WarningKind(StrEnum):
    """The kinds of things that a careful editor would ask about, by the names that `allow` takes."""

    NUMBER = "number"
    NAME = "name"
    SPEAKER = "speaker"
    OUTLET = "outlet"
    VENUE = "venue"
    OMISSION = "omission"
    LANGUAGES = "languages"
    LENGTH = "length"
    OUT_OF_SCOPE = "out-of-scope"
    UNCOVERED = "uncovered"
    UNPAIRED = "unpaired"
    LABEL = "label"
    FORMER_KEY = "former-key"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a knowledge file that is wrong, or that a careful editor would ask about.

    Attributes:
        path: The file.
        line: From 1; None where the file as a whole is meant.
        entry_id: The entry, if it is about one.
        problem: The fault and its remedy, as a sentence.
        warning: The kind of a warning; None for what is wrong.
    """

    path: Path
    line: int | None
    entry_id: str | None
    problem: str
    warning: WarningKind | None = None

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        entry = f"entry {self.entry_id}: " if self.entry_id else ""
        warning = f"warning ({self.warning}): " if self.warning else ""
        return printable(f"{place}: {entry}{warning}{self.problem}")


class KnowledgeError(Exception):
    """Knowledge that cannot be used."""


class KnowledgeNotFound(KnowledgeError):
    """A folder or file of knowledge is missing or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(printable(f"The knowledge in {path} cannot be read: {reason}"))
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[KnowledgeNotFound], tuple[Path, str]]:
        """Make the error picklable, so that it passes from one process to another."""
        return KnowledgeNotFound, (self.path, self.reason)


class KnowledgeNotWritten(KnowledgeError):
    """A file of knowledge cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(printable(f"{path} cannot be written: {reason}"))
        self.path = path


class InvalidKnowledge(KnowledgeError):
    """Knowledge files that contradict their format, each other or the evidence lock."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)


class InvalidQuestions(KnowledgeError):
    """Labelled questions that cannot be scored."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)
