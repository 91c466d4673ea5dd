"""Meaning beside words: learnt in the background, and the vectors of questions made off the event loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from time import monotonic

from telegram.ext import ExtBot

from bot.answering.administrators import tell_of_embeddings
from bot.answering.context import Services
from bot.dialogue.question import Question
from knowledge.embedding import EmbeddingFailed
from knowledge.library import Library

_LOG = logging.getLogger(__name__)
# Seconds after which vectors of variants are asked for again, and between two lines of progress.
_RETRY_SECONDS, _PROGRESS_SECONDS = 60.0, 10.0


async def prepare(services: Services, question: Question) -> None:
    """Make the vectors that a question is matched by in a thread; it takes half a second at most.

    Where there are none in time, or none at all, words alone decide.
    """
    snapshot = services.knowledge_base.current
    if snapshot.library.vectors is not None and question.text.strip():
        await asyncio.to_thread(snapshot.dialogue.prepare, question)


async def follow_meaning(services: Services, bot: ExtBot[None], admin_ids: Sequence[int]) -> None:
    """Learn the meaning of variants whenever articles are new, in a thread, until cancelled.

    The first failure, of variants or of a question, is told to the administrators.

    Args:
        services: What the handlers share.
        bot: Who tells.
        admin_ids: Whom.
    """
    vectors = services.knowledge_base.current.library.vectors
    if vectors is None:
        return
    loop, failed, telling = asyncio.get_running_loop(), asyncio.Event(), _Telling()

    def on_failure(problem: str) -> None:
        telling.problem = problem
        loop.call_soon_threadsafe(failed.set)

    vectors.on_first_failure = on_failure

    async def tell() -> None:
        await failed.wait()
        await tell_of_embeddings(services, bot, admin_ids, telling.problem)

    told = asyncio.create_task(tell())
    try:
        while True:
            services.knowledge_base.has_new_models.clear()
            try:
                await asyncio.to_thread(_learn, services.knowledge_base.current.library)
            except EmbeddingFailed as error:
                vectors.note(error, 0)
                await _changed_or_late(services.knowledge_base.has_new_models)
            else:
                await services.knowledge_base.has_new_models.wait()
    finally:
        told.cancel()


class _Telling:
    """The problem that administrators are to be told of."""

    problem = ""


async def _changed_or_late(changed: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(_RETRY_SECONDS):
            await changed.wait()
    except TimeoutError:
        pass


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

    library.learn_meaning(progress)
    if learning:
        _LOG.info("The meaning of %s is learnt, in %.0f s.", ", ".join(sorted(learning)), monotonic() - began)
