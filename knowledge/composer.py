"""Values of a YAML text, composed within limits that hold before anything recurses or multiplies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from knowledge.errors import clip_key

YamlPath = tuple[str | int, ...]

DEEPEST = 20
MOST_VALUES = 100_000
MOST_DIGITS = 18

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+#")
_INTEGER = re.compile(r"-?[0-9]+")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}


class UnreadableYaml(Exception):
    """A text that is no YAML, or exceeds the limits of a knowledge file.

    Attributes:
        line: From 1; None where the text as a whole is meant.
        problem: The fault and its remedy, as a sentence without words of the text.
    """

    def __init__(self, line: int | None, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Flaw:
    """A feature of YAML in a text that knowledge files must not use, though it can be read."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class Composition:
    """The content of a YAML text.

    Attributes:
        data: Mappings with keys of text, lists, texts, whole numbers, booleans and None.
        lines: The line, from 1, of the value at each place.
        aliases: The place of the anchor, by the place of each alias of it.
        commented: The places of unquoted texts that a comment follows on their line.
        flaws: All that has to be put right, in order.
    """

    data: Any
    lines: Mapping[YamlPath, int]
    aliases: Mapping[YamlPath, YamlPath]
    commented: frozenset[YamlPath]
    flaws: tuple[Flaw, ...]


def compose(text: str) -> Composition:
    """Compose the one document of a YAML 1.2 text.

    The events come from the C parser; values are made of them here, so that depth, the number of values once
    aliases are expanded, and the digits of numbers are counted before they cost anything.

    Args:
        text: Without a byte order mark.

    Raises:
        UnreadableYaml: It is not YAML, or goes beyond `DEEPEST`, `MOST_VALUES` or what else is allowed.
    """
    if odd := _UNREADABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise UnreadableYaml(line, f"This is not valid YAML: it holds the character U+{ord(odd[0]):04X}; remove it.")
    if directive := _DIRECTIVE.search(text):
        line = text.count("\n", 0, directive.start()) + 1
        raise UnreadableYaml(
            line, "A line that begins with % is a directive of YAML, which is not used here: remove it."
        )
    try:
        return _Composer(text).composition()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(str(error.problem or error.context or "unreadable").split())
        raise UnreadableYaml(mark.line + 1 if mark else None, f"This is not valid YAML: {problem}.") from error
    except YAMLError as error:
        raise UnreadableYaml(None, "This is not valid YAML.") from error


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that aliases may point to, and the places in it."""

    value: Any
    place: YamlPath
    places: tuple[YamlPath, ...]


class _Composer:
    """A maker of values from the events of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Event] = YAML(typ="safe").parse(text)
        self._lines: dict[YamlPath, int] = {}
        self._places: list[YamlPath] = []
        self._aliases: dict[YamlPath, YamlPath] = {}
        self._commented: set[YamlPath] = set()
        self._anchored: dict[str, _Anchored] = {}
        self._flaws: list[Flaw] = []

    def composition(self) -> Composition:
        data = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise UnreadableYaml(_line(event), "A second document begins here (---): keep one in a file.")
                data = self._value(next(self._events), (), depth=0)
            elif isinstance(event, StreamEndEvent):
                break
        return Composition(data, self._lines, self._aliases, frozenset(self._commented), tuple(self._flaws))

    def _value(self, event: Event, place: YamlPath, *, depth: int) -> Any:
        if isinstance(event, AliasEvent):
            return self._expanded(event, place)
        self._note_tag(event)
        start = len(self._places)
        if isinstance(event, ScalarEvent):
            if event.anchor:
                self._flaw(event, "& at the beginning names a value: put the text in quotation marks if it is one.")
            return self._scalar(event, place)
        if depth == DEEPEST:
            raise UnreadableYaml(_line(event), f"The nesting is deeper than {DEEPEST}: write it flatter.")
        value: Any
        if isinstance(event, MappingStartEvent):
            value = self._mapping(place, depth + 1)
        else:
            value = self._sequence(place, depth + 1)
        if isinstance(event, NodeEvent) and event.anchor:
            self._anchored[event.anchor] = _Anchored(value, place, tuple(self._places[start:]))
        return value

    def _mapping(self, place: YamlPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event)
            if key in mapping:
                self._flaw(event, f"The key {clip_key(key)} stands twice: remove one.")
            self._put(place, key, _line(event))
            mapping[key] = self._value(next(self._events), (*place, key), depth=depth)
        return mapping

    def _key(self, event: Event) -> str:
        if not isinstance(event, ScalarEvent):
            raise UnreadableYaml(
                _line(event), "A key has to be a text: put one that begins with [, { or * in quotation marks."
            )
        self._note_tag(event)
        key = str(event.value)
        if key == "<<" and event.implicit[0]:
            self._flaw(event, "Merge keys (<<) are not used here: write out the keys that are meant.")
        if odd := _CONTROL.search(key):
            self._flaw(event, f"A key holds the control character U+{ord(odd[0]):04X}: remove it.")
        return key

    def _sequence(self, place: YamlPath, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            self._put(place, len(items), _line(event))
            items.append(self._value(event, (*place, len(items)), depth=depth))
        return items

    def _expanded(self, event: AliasEvent, place: YamlPath) -> Any:
        anchored = self._anchored.get(event.anchor)
        if anchored is None:
            problem = "* at the beginning points to an anchor that is not there, or is not complete:"
            raise UnreadableYaml(_line(event), f"{problem} put the text in quotation marks if it is one.")
        self._aliases[place] = anchored.place
        if place and anchored.place in self._lines:
            self._lines[place] = self._lines[anchored.place]
        for inner in anchored.places:
            self._put(place, *inner[len(anchored.place) :], self._lines[inner])
        return deepcopy(anchored.value)

    def _scalar(self, event: ScalarEvent, place: YamlPath) -> Any:
        value = str(event.value)
        if not event.implicit[0]:
            return value
        if value in _NULL:
            return None
        if value in _BOOLEANS:
            return _BOOLEANS[value]
        if _INTEGER.fullmatch(value):
            if len(value) <= MOST_DIGITS:
                return int(value)
            problem = f"This number has {len(value)} digits, {MOST_DIGITS} are the most:"
            self._flaw(event, f"{problem} put it in quotation marks if it is a text.")
        elif _COMMENT.match(self._text, event.end_mark.index):
            self._commented.add(place)
        return value

    def _put(self, place: YamlPath, *rest: Any) -> None:
        *steps, line = rest
        if len(self._places) == MOST_VALUES:
            raise UnreadableYaml(line, f"The file holds more than {MOST_VALUES} values, aliases written out: split it.")
        inner = (*place, *steps)
        self._lines[inner] = line
        self._places.append(inner)

    def _note_tag(self, event: Any) -> None:
        if event.tag is not None:
            self._flaw(
                event, "! at the beginning makes a tag, which is not used here: put the text in quotation marks."
            )

    def _flaw(self, event: Event, problem: str) -> None:
        self._flaws.append(Flaw(_line(event), problem))


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
