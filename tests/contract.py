"""The contract of `selon ask --json`, of each object that it prints."""

from __future__ import annotations

from typing import Any

LANGUAGES = ("fr", "en", "ru", "uk")
_MOST = {"answer": (1, 1), "choose": (2, 3), "abstain": (0, 3)}


def check_record(printed: Any) -> None:
    """Fail unless an object has exactly the keys, and the kinds of values, that the contract names."""
    assert set(printed) == {"question", "outcome", "language", "entries"}
    assert isinstance(printed["question"], str)
    assert printed["outcome"] in _MOST
    assert printed["language"] in LANGUAGES
    fewest, most = _MOST[printed["outcome"]]
    assert fewest <= len(printed["entries"]) <= most
    scores = [entry["score"] for entry in printed["entries"]]
    assert scores == sorted(scores, reverse=True), "entries are best first"
    for entry in printed["entries"]:
        _check_entry(entry)


def _check_entry(entry: Any) -> None:
    assert set(entry) == {"id", "article", "score", "evidence", "question", "answer", "attribution"}
    for key in ("id", "article", "question", "answer"):
        assert isinstance(entry[key], str)
        assert entry[key]
    assert 0 <= entry["score"] <= 100
    assert entry["evidence"]
    assert all(type(number) is int and number >= 1 for number in entry["evidence"])
    assert entry["attribution"]
    for statement in entry["attribution"]:
        _check_statement(statement)
        assert statement["sentence"] in entry["evidence"]


def _check_statement(statement: Any) -> None:
    assert set(statement) == {"speaker", "kind", "venue", "via", "quote", "translation", "sentence"}
    assert statement["kind"] in ("quote", "paraphrase", "report")
    for key in ("speaker", "venue", "via", "quote", "translation"):
        assert statement[key] is None or (isinstance(statement[key], str) and statement[key])
    assert (statement["speaker"] is None) == (statement["kind"] == "report")
    assert type(statement["sentence"]) is int
