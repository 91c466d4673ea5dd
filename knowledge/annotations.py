"""Annotations of shapes: the type of the value at a path."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def kind_at(shape: Any, place: Sequence[str | int]) -> Any:
    """Return the annotation of the value at a path of a shape; None for an unknown path."""
    kind: Any = shape
    for step in place:
        kind = without_optional(kind)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            field = kind.model_fields.get(str(step))
            kind = field.annotation if field else None
        else:
            kind = get_args(kind)[-1] if get_origin(kind) in (list, dict) else None
    return kind


def without_optional(kind: Any) -> Any:
    """Return an annotation without `Annotated`, and without None as an alternative."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        kind = next(each for each in get_args(kind) if each is not NoneType)
    return kind
