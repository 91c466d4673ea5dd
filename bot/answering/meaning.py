"""Meaning beside words: learnt in the background, and the vectors of questions made off the event loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from telegram.ext import ExtBot

from bot.answering.administrators import tell_of_embeddings
from bot.answering.context import Services
from bot.dialogue.question import Question
from bot.logs import error_location
from knowledge.embedding import EmbeddingFailed
from knowledge.library import Library

_LOG = logging.getLogger(__name__)
# Seconds after which vectors of variants are asked for again, and between two lines of progress.
_RETRY_SECONDS, _PROGRESS_SECONDS = 60.0, 10.0
# Beyond the patience, in which whoever makes vectors tells by himself that it takes too long.
_GRACE_SECONDS = 0.1
# Of their own, since whatever else waits for a thread must not wait for vectors.
_THREADS = ThreadPoolExecutor(4, "vectors")


async def prepare(services: Services, question: Question) -> None:
    """Wait until a question's language is learnt, and make the vectors that it is matched by in a thread.

    Only while the bot starts something may still be to be learnt. The vectors take half a second at most; where there
    are none in time, or none at all, words alone decide.
    """
    await services.knowledge_base.ready_for(question)
    snapshot = services.knowledge_base.current
    vectors = snapshot.library.vectors
    if vectors is None or not question.text.strip():
        return
    work = _THREADS.submit(snapshot.dialogue.prepare, question)
    try:
        async with asyncio.timeout(vectors.patience + _GRACE_SECONDS):
            await asyncio.wrap_future(work)
    except TimeoutError:
        if work.cancelled():
            vectors.note(EmbeddingFailed("Too many questions wait for their vectors.", is_of_texts=True), 1)


async def follow_meaning(
    services: Services, bot: ExtBot[None], admin_ids: Sequence[int], *, retry_seconds: float = _RETRY_SECONDS
) -> None:
    """Learn the meaning of variants whenever articles are new, in a thread, until cancelled.

    The first failure, of variants or of a question, is told to the administrators. Whatever fails is tried again, and
    so is what was learnt from vectors of another length than questions get now.

    Args:
        services: Of all handlers.
        bot: Tells them.
        admin_ids: The administrators.
        retry_seconds: Between two tries.
    """
    vectors = services.knowledge_base.current.library.vectors
    if vectors is None:
        return
    loop, failed, telling = asyncio.get_running_loop(), asyncio.Event(), _Telling()

    def on_failure(problem: str) -> None:
        telling.problem = problem
        loop.call_soon_threadsafe(failed.set)

    vectors.on_first_failure = on_failure
    # It learns from what words have learnt.
    await services.knowledge_base.is_ready.wait()

    async def tell() -> None:
        await failed.wait()
        await tell_of_embeddings(services, bot, admin_ids, telling.problem)

    told = asyncio.create_task(tell())
    try:
        while True:
            services.knowledge_base.has_new_models.clear()
            vectors.has_another_length = False
            is_learnt = False
            try:
                await asyncio.to_thread(_learn, services.knowledge_base.current.library)
                is_learnt = True
            except EmbeddingFailed as error:
                vectors.note(error, 0)
            except Exception as error:  # noqa: BLE001 - words go on, and so does the next try
                _LOG.error(
                    "The meaning of variants could not be learnt; it is tried again (%s).", error_location(error)
                )
                unexpected = f"The meaning of variants could not be learnt ({type(error).__name__}): report a bug."
                vectors.note(EmbeddingFailed(unexpected), 0)
            while await _is_unchanged(services.knowledge_base.has_new_models, retry_seconds):
                if not is_learnt or vectors.has_another_length:
                    break
    finally:
        told.cancel()


class _Telling:
    """The problem that administrators are to be told of."""

    problem = ""


async def _is_unchanged(changed: asyncio.Event, seconds: float) -> bool:
    """Wait for a change, and tell after some seconds if there was none."""
    try:
        async with asyncio.timeout(seconds):
            await changed.wait()
    except TimeoutError:
        return True
    return False


def _learn(library: Library) -> None:
    """Learn the meaning of a library's variants, with a line of progress now and then."""
    began = logged = monotonic()
    learning: set[str] = set()

    def progress(slug: str, done: int, every: int) -> None:
        nonlocal logged
        learning.add(slug)
        if monotonic() - logged >= _PROGRESS_SECONDS or done == every:
            logged = monotonic()
            _LOG.info("%s: %d of %d variants have their vectors; words alone decide meanwhile.", slug, done, every)

    if library.vectors is not None:
        # A model in this process is loaded before a question waits for that.
        library.vectors.embedder.vectors(("?",))
    library.learn_meaning(progress)
    if learning:
        _LOG.info("The meaning of %s is learnt, in %.0f s.", ", ".join(sorted(learning)), monotonic() - began)
