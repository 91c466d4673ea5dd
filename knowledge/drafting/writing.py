"""Writing: a proposal as the text of knowledge files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.drafting.proposal import Proposal, ProposedEntry, ProposedStatement
from knowledge.model import FRAGMENT_SEPARATOR

# What YAML takes for the end of a line, or shows nobody, and JSON does not escape.
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of an article, as far as its page tells; the day is a year, a month and a day."""

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    day: tuple[int, int, int] | None = None


def written(
    proposal: Proposal, digest: str, *, longest_quote: int | None = None, origin: Origin | None = None
) -> Mapping[str, str]:
    """Return the files of a proposal by name, evidence.lock apart.

    Every entry is marked as a draft; a quote in another language than the article's is its original, and listed as
    untranslated.

    Args:
        proposal: The proposal.
        digest: The SHA-256 of the article's text.
        longest_quote: The most words of a fragment, where it is not the usual number.
        origin: The origin of the article.
    """
    origin = origin or Origin()
    article: dict[str, Any] = {
        "title": proposal.title,
        "language": proposal.language,
        "served": list(proposal.served),
        "date": dict(zip(("year", "month", "day"), origin.day, strict=True)) if origin.day else {},
        "place": None,
        "publisher": origin.publisher,
        "url": origin.url,
        "sha256": digest,
    }
    if origin.author is not None:
        article["author"] = origin.author
    if longest_quote is not None:
        article["longest_quote"] = longest_quote
    if proposal.people:
        article["people"] = {
            person.id: {
                "name": person.name,
                **({"role": person.role} if person.role else {}),
                **({"aliases": {code: list(some) for code, some in person.aliases.items()}} if person.aliases else {}),
            }
            for person in proposal.people
        }
    if proposal.outlets:
        article["outlets"] = {key: {"name": names} for key, names in proposal.outlets.items()}
    files = {
        "article.yaml": _yaml(article),
        "faq.yaml": _yaml({"entries": [_entry(each) for each in proposal.entries]}),
    }
    quotes = dict.fromkeys(
        FRAGMENT_SEPARATOR.join(each.quote) for entry in proposal.entries for each in entry.statements if each.quote
    )
    for code in proposal.served:
        words: dict[str, Any] = {"topics": {key: labels[code] for key, labels in proposal.topics.items()}}
        if proposal.venues:
            words["venues"] = {key: labels[code] for key, labels in proposal.venues.items()}
        if code != proposal.language and quotes:
            words["quotes"] = {quote: quote for quote in quotes}
            words["untranslated"] = list(quotes)
        words["entries"] = {
            entry.id: {
                "questions": {wording.value: list(texts) for wording, texts in entry.questions[code].items()},
                "answer": entry.answers[code],
            }
            for entry in proposal.entries
        }
        words["out_of_scope"] = list(proposal.out_of_scope[code])
        files[f"{code}.yaml"] = _yaml(words)
    return files


def _entry(entry: ProposedEntry) -> Mapping[str, Any]:
    return {
        "id": entry.id,
        "draft": True,
        "topic": entry.topic,
        "evidence": list(entry.evidence),
        "statements": [_statement(each) for each in entry.statements],
    }


def _statement(statement: ProposedStatement) -> Mapping[str, Any]:
    return {
        "speaker": statement.speaker,
        "kind": statement.kind.value,
        "venue": statement.venue,
        "via": statement.via,
        "quote": list(statement.quote) or None,
        "sentence": statement.sentence,
    }


def _yaml(data: Mapping[str, Any]) -> str:
    """A YAML text, a value a line, with texts in quotation marks; ruamel.yaml takes forty times as long."""
    return "".join(f"{line}\n" for line in _lines(data))


def _lines(value: Any) -> Iterator[str]:
    """The lines of a mapping or list that is not empty."""
    items = value.items() if isinstance(value, Mapping) else ((None, each) for each in value)
    for key, each in items:
        lead = "-" if key is None else f"{_scalar(key)}:"
        if not isinstance(each, Mapping | list) or not each:
            yield f"{lead} {_scalar(each)}"
            continue
        inner = _lines(each)
        if key is None:
            yield f"- {next(inner)}"
        else:
            yield lead
        yield from (f"  {line}" for line in inner)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return value if _plain(value) else _quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value) if isinstance(value, int) else "{}" if isinstance(value, Mapping) else "[]"


def _quoted(text: str) -> str:
    """A text in double quotation marks, in which nothing ends a line."""
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _plain(text: str) -> bool:
    """Tell if a text is an id, a code or a digest, which stands without quotation marks."""
    if text in ("null", "true", "false"):
        return False
    return (
        text.replace("-", "").replace("_", "").isascii()
        and text.replace("-", "").replace("_", "").isalnum()
        and (text[:1].isalpha() and text == text.lower())
    )
