"""Documents brought into their shapes: misfits become findings, the rest can still be checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from knowledge.annotations import kind_at, without_optional
from knowledge.composer import YamlPath
from knowledge.documents import Document
from knowledge.errors import Finding, clip_key, excerpt
from knowledge.shape import LENIENT

_Shape = TypeVar("_Shape", bound=BaseModel)

# What pydantic calls the kinds of value, said for people who edit files.
_WANTED = {
    "string_type": "a text; one that looks like a number, true or null needs quotation marks",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
# The keys whose values are texts by language.
_BY_LANGUAGE = frozenset(("title", "name", "role", "place"))


@dataclass(frozen=True, slots=True)
class ShapedDocument(Generic[_Shape]):
    """A document in its shape.

    Attributes:
        value: The content; where something does not fit, an empty value stands for it.
        findings: All that does not fit.
        misshapen: The places of all that does not fit.
    """

    value: _Shape
    findings: tuple[Finding, ...]
    misshapen: frozenset[YamlPath]

    def fits(self, *place: str | int) -> bool:
        """Tell if nothing at a place, around it or in it is misshapen."""
        return not any(each[: len(place)] == place[: len(each)] for each in self.misshapen)


def shape_document(document: Document, shape: type[_Shape]) -> ShapedDocument[_Shape]:
    """Bring a document into its shape.

    A document without any of the keys of its shape is no such file, and nothing of it is quoted.
    """
    keys = _listed(shape.model_fields)
    if document.data is None:
        problem = f"It is empty: it has to hold the keys {keys}."
        return ShapedDocument(_repaired({}, shape), (document.finding(problem),), frozenset([()]))
    if not isinstance(document.data, dict) or not document.data.keys() & shape.model_fields.keys():
        problem = f"It is no {document.path.name}: that holds the keys {keys}."
        return ShapedDocument(_repaired({}, shape), (document.finding(problem),), frozenset([()]))
    try:
        return ShapedDocument(shape.model_validate(document.data), document.flaws, frozenset())
    except ValidationError as error:
        details = error.errors(include_url=False)
    # What entries name by an alias is written once, and said to be wrong once.
    written: dict[tuple[YamlPath, str], Mapping[str, Any]] = {}
    for detail in details:
        written.setdefault((document.origin(_place(detail)), detail["type"]), detail)
    findings = tuple(_finding(document, shape, detail) for detail in written.values())
    places = frozenset(_place(detail) for detail in details)
    return ShapedDocument(_repaired(document.data, shape), (*document.flaws, *findings), places)


def _finding(document: Document, shape: type[BaseModel], detail: Mapping[str, Any]) -> Finding:
    place = _place(detail)
    where = _where(place, document.entry_at(place) is not None)
    kind = detail["type"]
    if kind == "extra_forbidden" or "[key]" in detail["loc"]:
        keys = _keys(kind_at(shape, place[:-1]))
        wanted = (
            f"remove it or correct its spelling; allowed are {_listed(keys)}"
            if keys
            else f"it has to be {_wanted(detail)}"
        )
        problem = f"The key {where} is unknown here: {wanted}."
    elif kind == "missing":
        problem = f"The key {where} is missing: add it{_nothing(kind_at(shape, place))}."
    else:
        problem = f"{where} cannot be {excerpt(detail['input'])}: it has to be {_wanted(detail)}."
    return document.finding(problem, *place, entry_id=document.entry_at(place))


def _wanted(detail: Mapping[str, Any]) -> str:
    if detail["type"] == "unfit":
        return str(detail["ctx"]["wanted"])
    if detail["type"] == "enum":
        return str(detail["ctx"]["expected"]).replace("'", "")
    if detail["type"] == "string_type" and isinstance(detail["input"], dict):
        return "a text; one with a colon and a space needs quotation marks"
    if detail["loc"] == ("date",):
        return "keys with values: day, month and year, as far as the text gives them ({} if it gives none)"
    if detail["type"] == "dict_type" and detail["loc"][-1] in _BY_LANGUAGE:
        return "a text for each language, as in {en: …, fr: …}"
    return _WANTED.get(detail["type"], "a whole number")


def _nothing(kind: Any) -> str:
    """Return the hint how a file states that the text gives no value for a key."""
    return " (null where the text gives nothing)" if NoneType in get_args(kind) else ""


def _place(detail: Mapping[str, Any]) -> YamlPath:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _where(place: YamlPath, in_entry: bool) -> str:
    """Return a path in words, relative to its entry where there is one: "via of item 2 of statements"."""
    steps = place[2:] if in_entry else place
    names: list[str] = []
    for step in steps:
        if isinstance(step, int):
            names.append(f"item {step + 1}")
        elif names and not names[-1].startswith("item "):
            names[-1] += f".{clip_key(step)}"
        else:
            names.append(clip_key(step))
    return " of ".join(reversed(names)) or "the entry"


def _keys(kind: Any) -> Sequence[str]:
    """The keys that a mapping of some kind may have; none where any will do."""
    kind = without_optional(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return list(kind.model_fields)
    first = next(iter(get_args(kind)), None)
    return [str(each.value) for each in first] if isinstance(first, type) and issubclass(first, Enum) else []


def _listed(keys: Any) -> str:
    return ", ".join(keys)


def _repaired(data: Any, shape: type[_Shape]) -> _Shape:
    """The content with empty values where something does not fit."""
    data = deepcopy(data)
    while True:
        try:
            return shape.model_validate(data, context=LENIENT)
        except ValidationError as error:
            # Each round puts empty values deeper, and nothing is in those.
            for detail in error.errors(include_url=False):
                _repair(data, shape, detail)


def _repair(data: Any, shape: type[BaseModel], detail: Mapping[str, Any]) -> None:
    *parents, last = _place(detail)
    holder = data
    for step in parents:
        holder = holder[step]
    if detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]:
        holder.pop(last, None)
    else:
        holder[last] = _empty(kind_at(shape, (*parents, last)))


def _empty(kind: Any) -> Any:
    if NoneType in get_args(kind):
        return None
    kind = without_optional(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    return {str: "", int: 0, bool: False, list: []}.get(get_origin(kind) or kind, {})
