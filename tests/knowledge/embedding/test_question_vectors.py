"""The vector of a question is made once, and done without where it fails."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
from embeddings import OddServer, free_port, odd_server

from knowledge.embedding import EmbeddingFailed, embedder
from knowledge.embedding.question_vectors import QuestionVectors


@pytest.fixture
def odd() -> Iterator[OddServer]:
    with odd_server() as server:
        server.answer = (200, json.dumps({"data": [{"index": 0, "embedding": [1.0, 0.0]}]}).encode())
        yield server


def test_a_question_is_embedded_once(odd: OddServer) -> None:
    vectors = QuestionVectors(embedder(odd.address))
    found = [vectors.of("Who?"), vectors.of("Who?")]
    assert [each.tolist() for each in found if each is not None] == [[1.0, 0.0], [1.0, 0.0]]
    assert len(odd.asked) == 1


def test_whoever_answers_many_waits_for_nothing_that_was_not_prepared(odd: OddServer) -> None:
    vectors = QuestionVectors(embedder(odd.address), makes_at_once=False)
    assert vectors.of("Who?") is None
    assert not odd.asked
    vectors.prepare(["Who?"])
    assert vectors.of("Who?") is not None


def test_a_failure_is_counted_logged_once_and_told_once(odd: OddServer, caplog: pytest.LogCaptureFixture) -> None:
    odd.answer = (500, b"")
    vectors = QuestionVectors(embedder(odd.address))
    told: list[str] = []
    vectors.on_first_failure = told.append
    with caplog.at_level(logging.WARNING):
        found = [vectors.of(f"Is Anna {number}?") for number in range(5)]
    assert found == [None] * 5
    assert vectors.failures == 5
    assert len(told) == 1
    assert len(caplog.records) == 1
    assert "Anna" not in caplog.text
    # What has just failed is not asked again at once.
    assert len(odd.asked) == 1


def test_a_slow_server_costs_a_question_no_more_than_the_patience(odd: OddServer) -> None:
    odd.may_answer.clear()
    vectors = QuestionVectors(embedder(odd.address), patience=0.05)
    assert vectors.of("Who?") is None
    assert vectors.failures == 1


def test_a_text_that_is_refused_costs_nobody_else_a_vector(odd: OddServer) -> None:
    vectors = QuestionVectors(embedder(odd.address))
    told: list[str] = []
    vectors.on_first_failure = told.append
    good, odd.answer = odd.answer, (400, b"")
    assert vectors.of("Who?") is None
    odd.answer = good
    assert vectors.of("When?") is not None
    assert vectors.of("Who?") is not None
    assert vectors.failures == 1
    assert told == []


def test_variants_that_are_refused_are_told_of() -> None:
    vectors = QuestionVectors(embedder(f"http://127.0.0.1:{free_port()}"))
    told: list[str] = []
    vectors.on_first_failure = told.append
    for _ in range(2):
        vectors.note(EmbeddingFailed("Refused.", is_of_texts=True), 0)
    assert told == ["Refused."]
