"""Items taken out of a YAML text that people edit: all other lines stay, comments too."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from knowledge.composer import YamlPath
from knowledge.documents import Document
from knowledge.errors import InvalidKnowledge


def remove_items(path: Path, text: str, places: Iterable[YamlPath]) -> str:
    """Remove keys and items, each with its lines; what is left empty by that is removed with them.

    Args:
        path: Of the file, to name it where something is wrong.
        text: YAML, the top of which is a mapping.
        places: Keys and positions that lead from the top to what is removed.

    Raises:
        InvalidKnowledge: It is not YAML, or written in a way that no line can be taken from.
    """
    document = Document.parse(path, text)
    wanted = _with_emptied(document.data, set(places))
    if not wanted:
        return text
    expected = deepcopy(document.data)
    for place in sorted(wanted, key=_order, reverse=True):
        *parents, last = place
        holder = expected
        for step in parents:
            holder = holder[step]
        del holder[last]
    root: Node = YAML(typ="safe").compose(text.removeprefix("\ufeff"))
    lines = text.splitlines(keepends=True)
    removed = {line for place in wanted for line in _lines(root, place)}
    rest = "".join(line for number, line in enumerate(lines) if number not in removed)
    try:
        if Document.parse(path, rest).data == expected:
            return rest
    except InvalidKnowledge:
        pass
    first = sorted(wanted, key=_order)[0]
    where = ".".join(map(str, first))
    problem = f"Nothing can be removed from {where} the way it is written: write each key and item on lines of its own."
    raise InvalidKnowledge([document.finding(problem, *first)])


def _with_emptied(data: Any, places: set[YamlPath]) -> set[YamlPath]:
    """Return the outermost places to remove: instead of all that something holds, the thing itself."""
    while True:
        for holder in sorted({place[:-1] for place in places if len(place) > 1}, key=len, reverse=True):
            inside = {place for place in places if place[:-1] == holder}
            value = data
            for step in holder:
                value = value[step]
            if len(inside) == len(value):
                places = {place for place in places if place[: len(holder)] != holder} | {holder}
                break
        else:
            return places


def _order(place: YamlPath) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in place)


def _lines(root: Node, place: YamlPath) -> range:
    """The lines, from 0, of a key with its value or of an item, without the comments below it."""
    start: Node = root
    node: Node = root
    for step in place:
        if isinstance(node, MappingNode):
            start, node = next(
                (key, value) for key, value in node.value if isinstance(key, ScalarNode) and key.value == str(step)
            )
        elif isinstance(node, SequenceNode):
            start = node = node.value[int(step)]
    last = _last(node)
    end = last.end_mark
    # A block of text ends where the next line begins.
    after = end.line if end.column == 0 and end.line > start.start_mark.line else end.line + 1
    return range(start.start_mark.line, after)


def _last(node: Node) -> Node:
    while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
    return node
