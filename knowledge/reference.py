"""The reference of the keys that knowledge files have, from their shapes; `python -m knowledge.reference` prints it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from knowledge.shape import (
    ArticleShape,
    DateShape,
    EntryShape,
    FaqShape,
    LanguageShape,
    OutletShape,
    PersonShape,
    StatementShape,
    SummaryShape,
    WordsShape,
)

HEADINGS: Mapping[type[BaseModel], str] = {
    ArticleShape: "key of `article.yaml`",
    DateShape: "key of `date`",
    PersonShape: "key of a person",
    OutletShape: "key of an outlet",
    FaqShape: "key of `faq.yaml`",
    SummaryShape: "key of `summary` in `faq.yaml`",
    EntryShape: "key of an entry",
    StatementShape: "key of a statement",
    LanguageShape: "key of a language file",
    WordsShape: "key of an entry's words",
}
"""All shapes, each with the heading of its keys."""


def key_table(shape: type[BaseModel]) -> str:
    """Return the keys of a shape as a table in Markdown, a row each; ○ marks one that may be left out."""
    rows = [
        f"| `{key}`{'' if field.is_required() else ' ○'} | {field.description} |"
        for key, field in shape.model_fields.items()
    ]
    return "\n".join([f"| {HEADINGS[shape]} | holds |", "|---|---|", *rows]) + "\n"


if __name__ == "__main__":
    print("\n".join(map(key_table, HEADINGS)))
