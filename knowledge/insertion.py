"""New items in the lists of a YAML text that people edit: every character that stood there stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from knowledge.documents import Document
from knowledge.errors import InvalidKnowledge

_BYTE_ORDER_MARK = "\ufeff"
_INDENT = 2
# What YAML does not take as it is, what ends a line, and marks that show a text in another order than it has.
_ESCAPED = re.compile(
    r'["\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]'
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def insert_items(path: Path, text: str, additions: Mapping[tuple[str, ...], Sequence[str]]) -> str:
    """Insert items at the end of some lists of a text, each as its list is written.

    Args:
        path: Of the file, to name it where something is wrong.
        text: YAML, the top of which is a mapping.
        additions: The items to add, by the keys that lead to the list; the last of them may be missing yet.

    Raises:
        InvalidKnowledge: It is not YAML, or a list is written in a way that nothing can be added to.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    text = text.removeprefix(mark)
    document = Document.parse(path, text)
    expected = deepcopy(document.data)
    for place, items in additions.items():
        try:
            text = _with_items(text, place, items)
            *parents, key = place
            _at(expected, parents).setdefault(key, []).extend(items)
            if Document.parse(path, text).data == expected:
                continue
        except (_NoPlace, InvalidKnowledge, YAMLError, UnicodeError):
            pass
        where = ".".join(place)
        problem = f"Nothing can be added to {where} the way it is written: write it as a list, one item a line."
        raise InvalidKnowledge([document.finding(problem, *place)])
    return mark + text


class _NoPlace(Exception):
    """There is no list, and no place for a new one."""


def _at(data: object, place: Sequence[str]) -> dict[str, list[str]]:
    for key in place:
        data = data[key] if isinstance(data, dict) else None
    if not isinstance(data, dict):
        raise _NoPlace
    return data


def _with_items(text: str, place: Sequence[str], items: Sequence[str]) -> str:
    quoted = [_quoted(item) for item in items]
    node: Node = YAML(typ="safe").compose(text)
    *parents, key = place
    for parent in parents:
        child = _child(node, parent)
        if child is None:
            raise _NoPlace
        node = child
    existing = _child(node, key)
    if isinstance(existing, SequenceNode):
        return _extended(text, existing, quoted)
    if existing is None and isinstance(node, MappingNode) and node.value:
        return _with_list(text, node, key, quoted)
    raise _NoPlace


def _child(node: Node, key: str) -> Node | None:
    """The value of a key; None if the node has none."""
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if isinstance(name, ScalarNode) and name.value == key), None)


def _extended(text: str, sequence: SequenceNode, quoted: Sequence[str]) -> str:
    if not sequence.flow_style:
        return _with_lines(text, sequence, [f"{' ' * sequence.start_mark.column}- {item}" for item in quoted])
    more = ", ".join(quoted)
    if not sequence.value:
        return _spliced(text, sequence.end_mark.index - 1, more)
    return _spliced(text, sequence.value[-1].end_mark.index, f", {more}")


def _with_list(text: str, mapping: MappingNode, key: str, quoted: Sequence[str]) -> str:
    if mapping.flow_style:
        return _spliced(text, mapping.value[-1][1].end_mark.index, f", {key}: [{', '.join(quoted)}]")
    indent = " " * mapping.start_mark.column
    return _with_lines(text, mapping, [f"{indent}{key}:", *(f"{indent}{' ' * _INDENT}- {item}" for item in quoted)])


def _with_lines(text: str, node: Node, lines: Sequence[str]) -> str:
    """The text with lines below the last one of a node, which end as the text's lines do."""
    last = _last(node)
    end = last.end_mark.index
    ending = "\r\n" if "\r\n" in text else "\n"
    # A block of text ends where the next line begins.
    if not (isinstance(last, ScalarNode) and last.style in ("|", ">") and text[:end].endswith("\n")):
        end = text.find("\n", end) + 1
    if not end:
        return text + "".join(ending + line for line in lines)
    return _spliced(text, end, "".join(line + ending for line in lines))


def _last(node: Node) -> Node:
    """The node at the end of a node; a collection written in lines reaches up to the next thing, over comments."""
    while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
    return node


def _spliced(text: str, position: int, more: str) -> str:
    return text[:position] + more + text[position:]


def _quoted(text: str) -> str:
    """A text between double quotes, on one line."""
    return f'"{_ESCAPED.sub(lambda found: _escaped(found[0]), text)}"'


def _escaped(character: str) -> str:
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
