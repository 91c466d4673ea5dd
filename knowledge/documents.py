"""YAML documents that remember their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.composer import UnreadableYaml, YamlPath, compose
from knowledge.errors import Finding, InvalidKnowledge, clip_key


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that was read.

    Attributes:
        path: The path of the file.
        data: Its content: mappings, lists and scalars.
        lines: The line, from 1, of the value at each place (keys and positions from the top).
        aliases: The place of the anchor, by the place of each alias of it.
        commented: The places of unquoted texts that a comment follows on their line.
        flaws: Tags, merge keys and keys that stand twice, which knowledge does not use.
        former: The places of keys that the file has under a former name, with that name.
    """

    path: Path
    data: Any
    lines: Mapping[YamlPath, int]
    aliases: Mapping[YamlPath, YamlPath]
    commented: frozenset[YamlPath]
    flaws: tuple[Finding, ...]
    former: Mapping[YamlPath, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, path: Path, text: str) -> Document:
        """Parse YAML 1.2, with or without a byte order mark.

        Raises:
            InvalidKnowledge: It is not YAML, or goes beyond what a knowledge file may hold.
        """
        try:
            composed = compose(text.removeprefix("\ufeff"))
        except UnreadableYaml as error:
            raise InvalidKnowledge([Finding(path, error.line, None, error.problem)]) from error
        flaws = tuple(Finding(path, flaw.line, None, flaw.problem) for flaw in composed.flaws)
        return cls(path, composed.data, composed.lines, composed.aliases, composed.commented, flaws)

    def line(self, *place: str | int) -> int | None:
        """Return the line, from 1, of the value at a place, or of the nearest one around it."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return None

    def origin(self, place: YamlPath) -> YamlPath:
        """Return the place where a value is written: that of the anchor for what comes from an alias."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.aliases:
                return self.origin((*self.aliases[place[:length]], *place[length:]))
        return place

    def finding(self, problem: str, *place: str | int, entry_id: str | None = None) -> Finding:
        """Return a finding at a place of this document."""
        return Finding(self.path, self.line(*place), entry_id, problem)

    def entry_at(self, place: YamlPath) -> str | None:
        """Return the id of the entry that a place is in; None outside the entries, or without one that can be shown."""
        if len(place) < 2 or place[0] != "entries":
            return None
        if isinstance(place[1], str):
            return clip_key(place[1])
        try:
            entry_id = self.data["entries"][place[1]]["id"]
        except (KeyError, IndexError, TypeError):
            return None
        return clip_key(entry_id) if isinstance(entry_id, str) else None
