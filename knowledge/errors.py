"""What can be wrong with knowledge, said in sentences that tell what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in a knowledge file.

    Attributes:
        path: The file.
        line: From 1; None where the file as a whole is meant.
        entry_id: The entry, if it is about one.
        problem: What is wrong and what to do, as a sentence.
    """

    path: Path
    line: int | None
    entry_id: str | None
    problem: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: entry {self.entry_id}: {self.problem}" if self.entry_id else f"{place}: {self.problem}"


class KnowledgeError(Exception):
    """Knowledge that cannot be used."""


class KnowledgeNotFound(KnowledgeError):
    """A folder or file of knowledge is missing or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The knowledge in {path} cannot be read: {reason}")
        self.path = path


class KnowledgeNotWritten(KnowledgeError):
    """A file of knowledge cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}")
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
