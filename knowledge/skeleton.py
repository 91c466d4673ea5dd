"""Skeletons: the files of an article that is still to be written, with a comment on every key."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from knowledge.model import Wording
from knowledge.shape import (
    ArticleShape,
    DateShape,
    EntryShape,
    FaqShape,
    LanguageShape,
    OutletShape,
    PersonShape,
    StatementShape,
    WordsShape,
)

_WIDTH = 110
_HEADING = "# docs/curating.md tells more of each key, in the order of this file."
_ENTRY, _TOPIC, _PERSON, _OUTLET, _VENUE = "first-entry", "topic", "somebody", "an-outlet", "a-venue"


@dataclass(frozen=True, slots=True)
class _Keys:
    """Values of the keys of a shape; those that are missing are written as comments."""

    shape: type[BaseModel]
    values: Mapping[str, Any]


def skeleton(language: str, served: Sequence[str], title: str, digest: str) -> Mapping[str, str]:
    """Return the files of an article with one entry for an example, evidence.lock apart.

    Args:
        language: ISO 639-1 code of the article's language.
        served: The codes of the languages to write it in; the article's own is among them.
        title: Of the article.
        digest: The SHA-256 of its text.

    Returns:
        Each file's content by its name. The files hold; the entry is a draft, which nobody is answered with.
    """
    by_language = dict.fromkeys(served, "…")
    article = _Keys(
        ArticleShape,
        {
            "title": dict.fromkeys(served, title),
            "language": language,
            "served": list(served),
            "date": _Keys(DateShape, {}),
            "place": None,
            "publisher": None,
            "url": None,
            "sha256": digest,
            "people": {_PERSON: _Keys(PersonShape, {"name": by_language})},
            "outlets": {_OUTLET: _Keys(OutletShape, {"name": by_language})},
        },
    )
    statement = _Keys(
        StatementShape,
        {"speaker": _PERSON, "kind": "paraphrase", "venue": _VENUE, "via": _OUTLET, "quote": None, "sentence": 1},
    )
    entry = _Keys(
        EntryShape, {"id": _ENTRY, "topic": _TOPIC, "evidence": [1], "statements": [statement], "draft": True}
    )
    files = {"article.yaml": article, "faq.yaml": _Keys(FaqShape, {"entries": [entry]})}
    for code in served:
        questions = {kind.value: [f"… ({kind.value} {number}, {code})" for number in (1, 2)] for kind in Wording}
        words = _Keys(WordsShape, {"questions": questions, "answer": "…"})
        files[f"{code}.yaml"] = _Keys(
            LanguageShape, {"topics": {_TOPIC: "…"}, "venues": {_VENUE: "…"}, "entries": {_ENTRY: words}}
        )
    return {name: "".join(f"{line}\n" for line in (_HEADING, *_of(keys, ""))) for name, keys in files.items()}


def _of(keys: _Keys, indent: str) -> Iterator[str]:
    for key, field in keys.shape.model_fields.items():
        about = f"{field.description}{'' if field.is_required() else ' (may be left out)'}"
        yield from textwrap.wrap(about, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}#   ")
        if key in keys.values:
            yield from _value(key, keys.values[key], indent)
        else:
            yield f"{indent}# {key}:"


def _value(key: str, value: Any, indent: str) -> Iterator[str]:
    inner = f"{indent}  "
    if isinstance(value, _Keys) and not value.values:
        yield f"{indent}{key}: {{}}"
        yield from (f"{indent}# {line}" for line in _of(value, ""))
    elif isinstance(value, _Keys):
        yield f"{indent}{key}:"
        yield from _of(value, inner)
    elif isinstance(value, Mapping):
        yield f"{indent}{key}:"
        for name, each in value.items():
            yield from _value(name, each, inner)
    elif isinstance(value, list):
        yield f"{indent}{key}:"
        for each in value:
            yield from _item(each, inner)
    else:
        yield f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if not isinstance(item, _Keys):
        yield f"{indent}- {json.dumps(item, ensure_ascii=False)}"
        return
    lines = list(_of(item, f"{indent}  "))
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from lines[:first]
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]
