"""Writing: a proposal as the text of knowledge files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from knowledge.drafting.proposal import Proposal, ProposedEntry, ProposedStatement
from knowledge.model import FRAGMENT_SEPARATOR

_WIDTH = 1_000_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from, as far as its page tells: publisher, address, and year, month and day."""

    publisher: str | None = None
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
        origin: Where the article comes from.
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
    """A YAML text with every text in quotation marks, as curators are told to write them."""
    stream = io.StringIO()
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.representer.add_representer(
        type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    yaml.dump(_quoted(data), stream)
    return stream.getvalue()


def _quoted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_key(key): _quoted(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_quoted(each) for each in value]
    return DoubleQuotedScalarString(value) if isinstance(value, str) and not _plain(value) else value


def _key(key: str) -> str:
    return key if _plain(key) else DoubleQuotedScalarString(key)


def _plain(text: str) -> bool:
    """Tell if a text is an id, a code or a digest, which stands without quotation marks."""
    if text in ("null", "true", "false"):
        return False
    return (
        text.replace("-", "").replace("_", "").isascii()
        and text.replace("-", "").replace("_", "").isalnum()
        and (text[:1].isalpha() and text == text.lower())
    )
