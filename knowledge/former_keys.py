"""Former names of keys: a file that still has them is read as if it had the present ones, with a warning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from knowledge.annotations import kind_at, without_optional
from knowledge.article_files import ArticleFiles
from knowledge.composer import YamlPath
from knowledge.documents import Document
from knowledge.errors import Finding, WarningKind

_Located = TypeVar("_Located")


@dataclass(frozen=True, slots=True)
class _Renaming:
    """A key that stands under its former name.

    Attributes:
        holder: The place of the mapping that has it.
        former: Its former name.
        present: Its present name.
    """

    holder: YamlPath
    former: str
    present: str

    @property
    def before(self) -> YamlPath:
        return (*self.holder, self.former)

    @property
    def after(self) -> YamlPath:
        return (*self.holder, self.present)


def with_present_keys(document: Document, shape: type[BaseModel]) -> Document:
    """Return a document with its keys under their present names.

    A key that stands under both names is a flaw; the value under the present one counts.

    Args:
        document: As the file has it.
        shape: Of the file; `former_keys` of it and of the shapes in it maps former names to present ones.
    """
    renamings = list(_renamings(document.data, shape, ()))
    if not renamings:
        return document
    data = deepcopy(document.data)
    flaws = list(document.flaws)
    moved: dict[YamlPath, YamlPath] = {}
    dropped: set[YamlPath] = set()
    for each in renamings:
        holder = data
        for step in each.holder:
            holder = holder[step]
        value = holder.pop(each.former)
        if each.present in holder:
            dropped.add(each.before)
            problem = (
                f"The key {each.former} is called {each.present} now, and here are both: keep {each.present} only."
            )
            flaws.append(document.finding(problem, *each.before, entry_id=document.entry_at(each.before)))
        else:
            holder[each.present] = value
            moved[each.before] = each.after
    return replace(
        document,
        data=data,
        lines=_moved(document.lines, moved, dropped),
        aliases={place: _followed(anchor, moved) for place, anchor in _moved(document.aliases, moved, dropped).items()},
        commented=frozenset(_moved(dict.fromkeys(document.commented), moved, dropped)),
        flaws=tuple(flaws),
        former={after: str(before[-1]) for before, after in moved.items()},
    )


def key_warnings(files: ArticleFiles) -> list[Finding]:
    """Return one warning for each former name that a file has, at its first line; none where article.yaml allows it."""
    data = files.article.data
    allowed = data.get("allow") if isinstance(data, dict) else None
    if isinstance(allowed, list) and WarningKind.FORMER_KEY in allowed:
        return []
    return [warning for document in files.documents for warning in _warnings(document)]


def _warnings(document: Document) -> Iterator[Finding]:
    places: dict[tuple[str, str], list[YamlPath]] = {}
    for place, former in document.former.items():
        places.setdefault((former, str(place[-1])), []).append(place)
    for (former, present), found in places.items():
        written = dict.fromkeys(document.origin(place) for place in found)
        first = min(written, key=lambda place: document.line(*place) or 0)
        others = len(written) - 1
        also = f", here and in {others} other place{'s' if others > 1 else ''}" if others else ""
        problem = f"The key {former} is called {present} now: rename it{also}."
        yield replace(document.finding(problem, *first), warning=WarningKind.FORMER_KEY)


def _renamings(data: Any, kind: Any, place: YamlPath) -> Iterator[_Renaming]:
    """Yield the keys under former names in data of a shape, outer ones first."""
    kind = without_optional(kind)
    if isinstance(data, dict) and isinstance(kind, type) and issubclass(kind, BaseModel):
        for former, present in getattr(kind, "former_keys", {}).items():
            if former in data:
                yield _Renaming(place, former, present)
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(value, dict | list):
                yield from _renamings(value, kind_at(kind, (step,)), (*place, step))


def _moved(
    located: Mapping[YamlPath, _Located], moved: Mapping[YamlPath, YamlPath], dropped: set[YamlPath]
) -> dict[YamlPath, _Located]:
    return {
        _followed(place, moved): value
        for place, value in located.items()
        if not any(place[:length] in dropped for length in range(1, len(place) + 1))
    }


def _followed(place: YamlPath, moved: Mapping[YamlPath, YamlPath]) -> YamlPath:
    """Return a path after some keys in it were renamed."""
    for length in range(len(place), 0, -1):
        if place[:length] in moved:
            return (*moved[place[:length]], *place[length:])
    return place
