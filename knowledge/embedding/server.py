"""Embeddings from a server that speaks as OpenAI's does: `POST …/embeddings`."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Coroutine, Mapping, Sequence
from http import HTTPStatus
from threading import Lock, Thread
from typing import Any, TypeVar
from weakref import finalize

import aiohttp
import numpy as np
from yarl import URL

from knowledge.embedding.embedder import EmbeddingFailed, Vectors, embeddable
from knowledge.proxy import UnusableProxy, is_loopback, proxy_for

# Seconds for a batch of variants, which nobody waits for.
_PATIENCE = 30.0
_BATCH = 16
# Bytes of an answer: a batch of vectors of 4,096 numbers of 24 digits has less than half of it.
_LARGEST = 4 << 20
_PATH = "/v1/embeddings"
_CLOSE_SECONDS = 1.0
# What is refused so is the text, not whoever asks.
_REFUSALS_OF_TEXTS = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
)

_Result = TypeVar("_Result")


class EmbeddingsServer:
    """A server of embeddings, with one connection kept open, in an event loop of its own.

    Args:
        address: Of the server, `http://HOST:PORT`, with or without the path of its embeddings.
        model: The model that it is asked for; its own choice if None.
        key: Sent as a bearer token; none if None.

    Raises:
        EmbeddingFailed: The environment names a proxy that cannot be used.
    """

    def __init__(self, address: str, *, model: str | None = None, key: str | None = None) -> None:
        root = address.rstrip("/").removesuffix("/embeddings")
        self._url = f"{root}/embeddings" if root.endswith("/v1") else f"{root}{_PATH}"
        self._model = model
        headers = {} if key is None else {"Authorization": f"Bearer {key}"}
        self._connection = _Connection(headers, _proxy(self._url))
        finalize(self, self._connection.close)

    @property
    def name(self) -> str:
        """The server's address with the model's name."""
        return f"{self._url} {self._model or ''}".rstrip()

    def vectors(self, texts: Sequence[str], *, seconds: float | None = None) -> Vectors:
        """Return a unit vector for each text, shape (texts, dimensions).

        Raises:
            EmbeddingFailed: The server cannot be reached, refuses, takes too long, or answers anything else.
        """
        patience = _PATIENCE if seconds is None else seconds
        batches = [list(map(embeddable, texts[start : start + _BATCH])) for start in range(0, len(texts), _BATCH)]
        found = [self._connection.run(self._embedded(batch, patience)) for batch in batches]
        try:
            return np.concatenate(found) if found else np.zeros((0, 0), dtype=np.float32)
        except ValueError as error:
            raise EmbeddingFailed("The embeddings server gives vectors of several lengths: name one model.") from error

    async def _embedded(self, texts: Sequence[str], seconds: float) -> Vectors:
        session = self._connection.session()
        asked = {"input": texts, "encoding_format": "float", **({"model": self._model} if self._model else {})}
        try:
            async with (
                asyncio.timeout(seconds),
                session.post(self._url, json=asked, allow_redirects=False) as response,
            ):
                content = await response.content.read(_LARGEST + 1)
                while len(content) <= _LARGEST and (more := await response.content.read(_LARGEST)):
                    content += more
                status = response.status
        except TimeoutError as error:
            raise EmbeddingFailed(f"The embeddings server took more than {seconds:g} s.") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise EmbeddingFailed(
                f"The embeddings server cannot be reached ({type(error).__name__}): see to it, or unset EMBEDDINGS."
            ) from error
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise EmbeddingFailed(
                f"The embeddings server refuses (HTTP {status}): put its key into EMBEDDINGS_KEY.", is_lasting=True
            )
        if status != HTTPStatus.OK:
            raise EmbeddingFailed(
                f"The embeddings server answers HTTP {status}: check EMBEDDINGS and EMBEDDINGS_MODEL.",
                is_of_texts=status in _REFUSALS_OF_TEXTS,
            )
        return _unit_vectors(content, len(texts))


class _Connection:
    """An event loop in a thread of its own, with the session that keeps the connection open.

    Args:
        headers: Of each request.
        proxy: All requests go through it; none if None.
    """

    def __init__(self, headers: Mapping[str, str], proxy: URL | None) -> None:
        self._headers = headers
        self._proxy = proxy
        self._starting = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """Return the session; called in the loop alone."""
        if self._session is None:
            # Without `trust_env`, by which a login of ~/.netrc would be sent, too.
            self._session = aiohttp.ClientSession(
                headers=self._headers, cookie_jar=aiohttp.DummyCookieJar(), proxy=self._proxy
            )
        return self._session

    def run(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        """Return what some work comes to, done in the loop."""
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                Thread(target=_run, args=(self._loop,), name="embeddings", daemon=True).start()
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        """Close the connection and end the loop."""
        if self._loop is not None:
            with contextlib.suppress(TimeoutError):
                asyncio.run_coroutine_threadsafe(self._closed(), self._loop).result(_CLOSE_SECONDS)
            self._loop.call_soon_threadsafe(self._loop.stop)

    async def _closed(self) -> None:
        if self._session is not None:
            await self._session.close()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()


def _proxy(url: str) -> URL | None:
    """The proxy that the environment names for a server; None for a server on this machine."""
    if is_loopback(URL(url).host or ""):
        return None
    try:
        return proxy_for(url)
    except UnusableProxy as error:
        raise EmbeddingFailed(str(error), is_lasting=True) from None


def _unit_vectors(content: bytes, count: int) -> Vectors:
    """Return the vectors of an answer, in the order of what was asked.

    Raises:
        EmbeddingFailed: It is none, or not of so many.
    """
    try:
        if len(content) > _LARGEST:
            raise ValueError("It is too long.")
        # Whole numbers may have more digits than an array takes.
        rows = sorted(json.loads(content, parse_int=float)["data"], key=lambda row: row["index"])
        if [row["index"] for row in rows] != list(range(count)):
            raise ValueError("There are not as many vectors as texts.")
        # NumPy would read true and "1" as numbers.
        if any(set(map(type, row["embedding"])) != {float} for row in rows):
            raise ValueError("They are no numbers.")
        found = np.array([row["embedding"] for row in rows], dtype=np.float64)
        if found.ndim != 2 or not np.isfinite(found).all():
            raise ValueError("They are no vectors.")
        # So that no square is too large, or nothing.
        largest = np.abs(found).max(axis=1, keepdims=True)
        if not (largest > 0).all():
            raise ValueError("A vector has no direction.")
        found /= largest
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EmbeddingFailed(
            "The embeddings server answers something else than embeddings: check EMBEDDINGS."
        ) from error
