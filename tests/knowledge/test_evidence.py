"""The lock ties quotes and sentence numbers to a text that is not there."""

import json
import unicodedata

import pytest

from knowledge.evidence import EvidenceLock, digest, locked_quote

ARTICLE = "Le pont ferme\nLa maire veut «un pont sûr et beau pour tous». Le câble est usé.\n".encode()


@pytest.mark.parametrize(
    "other", ["l’été  à\nLorvault", "l'été à\u00a0Lorvault", unicodedata.normalize("NFD", "l'été à Lorvault")]
)
def test_digests_ignore_apostrophes_spaces_and_composition(other: str) -> None:
    assert digest(other) == digest("l'été à Lorvault")


@pytest.mark.parametrize("other", ["L'été à Lorvault", "l'ete à Lorvault", "l'été à Lorvaut", "l'été à Lorvault."])
def test_digests_keep_case_accents_and_letters(other: str) -> None:
    assert digest(other) != digest("l'été à Lorvault")


def test_a_lock_holds_every_sentence_with_its_paragraph() -> None:
    lock = EvidenceLock.of(ARTICLE, [])
    assert [(each.number, each.paragraph, each.sha256) for each in lock.sentences] == [
        (1, 1, digest("Le pont ferme")),
        (2, 2, digest("La maire veut «un pont sûr et beau pour tous».")),
        (3, 2, digest("Le câble est usé.")),
    ]
    assert lock.quotes == frozenset()


def test_a_lock_holds_no_word_of_the_article() -> None:
    written = EvidenceLock.of(ARTICLE, [(2, ["un pont sûr", "pour tous"])]).to_json()
    assert not any(word in written for word in ("pont", "sûr", "tous", "maire"))


def test_statements_without_a_quote_lock_nothing() -> None:
    assert EvidenceLock.of(ARTICLE, [(1, []), (3, [])]).quotes == frozenset()


def test_a_lock_is_read_as_it_was_written() -> None:
    lock = EvidenceLock.of(ARTICLE, [(2, ["un pont sûr", "pour tous"]), (2, ["pour tous"])])
    assert EvidenceLock.from_json(lock.to_json()) == lock


def test_a_lock_has_a_line_for_each_sentence_and_quote() -> None:
    written = EvidenceLock.of(ARTICLE, [(2, ["un pont sûr"]), (2, ["pour tous"])]).to_json()
    assert sum('"number"' in line for line in written.splitlines()) == 3
    assert sum('{"sentence"' in line for line in written.splitlines()) == 2


def test_the_same_quotes_in_another_order_give_the_same_file() -> None:
    quotes = [(2, ["un pont sûr"]), (2, ["pour tous"]), (2, ["beau"])]
    assert EvidenceLock.of(ARTICLE, quotes).to_json() == EvidenceLock.of(ARTICLE, quotes[::-1]).to_json()


def damaged(**changes: object) -> str:
    """A lock with some of its values changed."""
    return json.dumps(json.loads(EvidenceLock.of(ARTICLE, [(2, ["beau"])]).to_json()) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"lock"',
        '{"article": "x"}',
        damaged(sentences=None),
        damaged(sentences=[1]),
        damaged(sentences=[{"number": 1}]),
        damaged(quotes=[{"sentence": 2, "sha256": "x", "more": 1}]),
        damaged(quotes=[{"sentence": [], "sha256": "x"}]),
    ],
)
def test_a_damaged_lock_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an evidence lock"):
        EvidenceLock.from_json(text)


@pytest.mark.parametrize(
    "text",
    [
        damaged(sentences=[{"number": "1", "paragraph": 1, "sha256": "x"}]),
        damaged(sentences=[{"number": 1, "paragraph": None, "sha256": "x"}]),
        damaged(article=None),
    ],
)
def test_a_lock_with_values_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an evidence lock"):
        EvidenceLock.from_json(text)


@pytest.mark.parametrize(
    ("number", "fragments"),
    [
        (3, ["un pont sûr", "pour tous"]),
        (2, ["pour tous", "un pont sûr"]),
        (2, ["un pont sûr pour tous"]),
        (2, ["un pont sûr"]),
        (2, ["un pont sûr", "Pour tous"]),
        (2, ["un pont sur", "pour tous"]),
    ],
)
def test_another_sentence_order_or_letter_is_another_quote(number: int, fragments: list[str]) -> None:
    assert locked_quote(number, fragments) != locked_quote(2, ["un pont sûr", "pour tous"])


def test_a_quote_typed_with_another_apostrophe_is_the_same_quote() -> None:
    assert locked_quote(1, ["l’été", "à  venir"]) == locked_quote(1, ["l'été", "à venir"])
