"""YAML documents that remember their lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from knowledge.errors import Finding, InvalidKnowledge

Place = Sequence[str | int]
Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that was read.

    Attributes:
        path: Where it stands.
        data: Its content: mappings, lists and scalars.
        lines: The line, from 1, of the value at each place (keys and positions from the top).
    """

    path: Path
    data: Any
    lines: Mapping[Place, int]

    @classmethod
    def parse(cls, path: Path, text: str) -> Document:
        """Parses YAML 1.2.

        The nodes are composed by the C parser where there is one and turned into values here: twenty
        times faster than ruamel.yaml's round-trip loader, which alone would give the lines otherwise.

        Raises:
            InvalidKnowledge: It is not YAML, or a key stands twice.
        """
        try:
            node = YAML(typ="safe").compose(text)
        except MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else None
            problem = " ".join(str(error.problem or error.context or "unreadable").split())
            raise InvalidKnowledge([Finding(path, line, None, f"This is not valid YAML: {problem}.")]) from error
        except YAMLError as error:
            problem = " ".join(str(error).split())
            raise InvalidKnowledge([Finding(path, None, None, f"This is not valid YAML: {problem}.")]) from error
        lines: dict[Place, int] = {}
        findings: list[Finding] = []
        try:
            data = _value(node, (), lines, findings, path)
        except RecursionError as error:
            problem = "An anchor points into itself, or the nesting is too deep: write it out."
            raise InvalidKnowledge([Finding(path, None, None, problem)]) from error
        if findings:
            raise InvalidKnowledge(findings)
        return cls(path, data, lines)

    def line(self, *place: str | int) -> int | None:
        """The line, from 1, of the value at a place, or of the nearest one around it."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return None

    def finding(self, problem: str, *place: str | int, entry_id: str | None = None) -> Finding:
        """A finding at a place of this document."""
        return Finding(self.path, self.line(*place), entry_id, problem)

    def shaped(self, shape: type[Shape]) -> Shape:
        """The content in its shape.

        Raises:
            InvalidKnowledge: A key is unknown or missing, or a value is of the wrong kind.
        """
        try:
            return shape.model_validate(self.data)
        except ValidationError as error:
            raise InvalidKnowledge([self._misshapen(detail) for detail in error.errors()]) from error

    def _misshapen(self, detail: Any) -> Finding:
        place: Place = [step for step in detail["loc"] if step != "[key]"]
        where = ".".join(str(step) for step in place) or "the file"
        if detail["type"] == "extra_forbidden":
            problem = f"The key {where} is unknown here: remove it or correct its spelling."
        elif detail["type"] == "missing":
            problem = f"The key {where} is missing: add it (null where the text gives nothing)."
        else:
            problem = f"{where} cannot be {detail['input']!r:.80}: {detail['msg'].lower()}."
        return self.finding(problem, *place, entry_id=self._entry_at(place))

    def _entry_at(self, place: Place) -> str | None:
        if len(place) < 2 or place[0] != "entries":
            return None
        if isinstance(place[1], str):
            return place[1]
        try:
            return str(self.data["entries"][place[1]]["id"])
        except (KeyError, IndexError, TypeError):
            return None


def _value(
    node: Node | None, place: tuple[str | int, ...], lines: dict[Place, int], findings: list[Finding], path: Path
) -> Any:
    """The value of a node; the lines of what is in it are put down on the way."""
    if isinstance(node, MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = _scalar(key_node) if isinstance(key_node, ScalarNode) else str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in mapping:
                findings.append(Finding(path, line, None, f"The key {key} stands twice: remove one."))
            lines[*place, key] = line
            mapping[key] = _value(value_node, (*place, key), lines, findings, path)
        return mapping
    if isinstance(node, SequenceNode):
        items = []
        for position, item in enumerate(node.value):
            lines[*place, position] = item.start_mark.line + 1
            items.append(_value(item, (*place, position), lines, findings, path))
        return items
    return _scalar(node) if isinstance(node, ScalarNode) else None


def _scalar(node: ScalarNode) -> Any:
    kind = str(node.tag).rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return str(node.value).lower() == "true"
    if kind == "int" and str(node.value).lstrip("-").isdecimal():
        return int(node.value)
    return str(node.value)
