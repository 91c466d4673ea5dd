"""The knowledge base: the one owner of the knowledge that is answered from, which is replaced as a whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import TypeAlias

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from bot.store.store import Store
from knowledge.article_variant import ArticleVariant
from knowledge.errors import Finding
from knowledge.library import Library
from knowledge.model import Article
from knowledge.teaching import Refusal, teach, usable_variants, variants_in_files
from knowledge.training_process import stop_training

_LOG = logging.getLogger(__name__)
# Between two looks if a question's language is learnt.
_LOOK_SECONDS = 0.1
# Of a database from which the taught variants are to come, until somebody is told that it is waited for.
_PATIENT_SECONDS = 2.0

Commit: TypeAlias = Callable[[Sequence[ArticleVariant]], Awaitable[int | None]]
"""Put variants into the store; returns the number of the act, or None if they are not to be taught after all."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The knowledge at one time: other articles or taught variants make another snapshot.

    Whoever holds one gets answers from the same entries and wordings. Only its models grow in place: a language is
    learnt when a question first needs it, and meaning beside words in the background.

    Attributes:
        library: The articles with the taught variants; its models may still be learning.
        dialogue: Answers from this library.
    """

    library: Library
    dialogue: Dialogue


class KnowledgeBase:
    """The current snapshot, and all that may replace it: one change at a time, trained in a thread.

    Args:
        store: Holds the taught variants.
        library: The articles as their files have them.
        dialogue: Makes the dialogue over a library.

    Attributes:
        has_new_models: Set whenever the snapshot is replaced; whoever learns meaning for it clears it.
        is_ready: Set, but for while `load_taught` lasts.
    """

    def __init__(self, store: Store, library: Library, dialogue: Callable[[Library], Dialogue] = Dialogue) -> None:
        self._store = store
        self._written = library
        self._dialogue = dialogue
        self._current = Snapshot(library, dialogue(library))
        self._changing = asyncio.Lock()
        self.has_new_models = asyncio.Event()
        self.is_ready = asyncio.Event()
        self.is_ready.set()
        self._has_taught = True

    @property
    def current(self) -> Snapshot:
        """The snapshot to answer from; taken once where two answers have to agree, since it may be replaced."""
        return self._current

    async def load_taught(self) -> None:
        """Load the taught variants from the store, and delete those from it that the files have got since.

        The snapshot has them before its models are learnt: `ready_for` waits for what a question needs. If it is
        cancelled meanwhile, what another process learns is given up.

        Raises:
            StoreUnavailable: The store could not be read or written; the snapshot is as it was.
        """
        self.is_ready.clear()
        self._has_taught = False
        try:
            async with self._changing:
                variants = await _warn_if_late(self._store.taught.all())
                library = await asyncio.to_thread(self._library, self._written, variants)
                self._current = self._snapshot(library)
                self._has_taught = True
                await _in_daemon(partial(library.warm_up, restore=False))
                self._replace(self._current)
                await self._forget_written(self._written, variants)
        except asyncio.CancelledError:
            stop_training()
            self.is_ready.set()
            raise
        # Otherwise questions go on waiting: they stay in the inbox, for a start that succeeds.
        self.is_ready.set()
        _LOG.info("The articles are learnt: every question is answered.")

    async def ready_for(self, question: Question) -> None:
        """Wait until a question can be answered: at a start, all that its language needs may still be learnt."""
        while not (self.is_ready.is_set() or (self._has_taught and self._current.dialogue.can_answer(question))):
            await asyncio.sleep(_LOOK_SECONDS)

    async def reload(
        self, articles: tuple[Article, ...], warnings: tuple[Finding, ...], loaded: Mapping[str, float]
    ) -> None:
        """Answer from other articles, with all that the store has taught them; answers go on meanwhile.

        Articles that are the same objects as before keep their models. What the others have learnt is restored from
        the cache, or learnt now in a thread.

        Args:
            articles: As their files have them; at least one.
            warnings: About their files.
            loaded: By slug, when an article was first loaded, in seconds since 1970.

        Raises:
            StoreUnavailable: The store could not be read or written; the snapshot is as it was.
        """
        async with self._changing:
            library = await asyncio.to_thread(self._written.with_articles, articles, warnings, loaded)
            await self._load(library, at_once=True)

    async def teach(self, variants: Sequence[ArticleVariant], commit: Commit) -> int | Refusal | None:
        """Teach some variants if they do no harm, which takes seconds; answers go on meanwhile.

        Args:
            variants: To be taught, all or none of them.
            commit: Called once they are known to do no harm, before they are answered with.

        Returns:
            The number of the act, which `undo` takes; a refusal with its reason; None if `commit` returned None.

        Raises:
            StoreUnavailable: From `commit`; nothing is taught then.
        """
        async with self._changing:
            new = await asyncio.to_thread(self._teach, variants)
            if not isinstance(new, Snapshot):
                return new
            act = await commit(variants)
            if act is not None:
                self._replace(new)
            return act

    async def undo(self, act: int) -> bool:
        """Undo an act in the store, and answer without the variants that were taught by it.

        Args:
            act: The number that `teach` or the store gave it.

        Returns:
            Whether there was anything to undo.

        Raises:
            StoreUnavailable: The store could not be read or written.
        """
        async with self._changing:
            was_undone = await self._store.curation.undo(act)
            # Also where there was nothing: an earlier try may have failed after the store had undone it.
            await self._load(self._written)
            return was_undone

    async def _load(self, library: Library, *, at_once: bool = False) -> None:
        """Answer from a library as its files have it, with the taught variants.

        Args:
            library: The articles.
            at_once: True to restore now what the cache has of models that are new, so that no question waits for it.
        """
        variants = await self._store.taught.all()
        self._replace(await asyncio.to_thread(self._taught, library, variants, at_once=at_once))
        self._written = library
        await self._forget_written(library, variants)

    async def _forget_written(self, library: Library, variants: Sequence[ArticleVariant]) -> None:
        """Delete from the store those taught variants that the files of a library have got, once it is used."""
        in_files = set(await asyncio.to_thread(variants_in_files, library, variants))
        if in_files:
            await self._store.taught.forget([each for each in variants if each in in_files])

    def _replace(self, snapshot: Snapshot) -> None:
        self._current = snapshot
        self.has_new_models.set()

    def _library(self, library: Library, variants: Sequence[ArticleVariant]) -> Library:
        """A library with taught variants, its models not learnt yet; the current one if that is the same."""
        known = self._current.library
        # From the current one, so that articles keep their models with what they were taught.
        articles = known.with_articles(library.articles, library.warnings, library.loaded)
        library = articles.with_taught(usable_variants(library, variants) if variants else ())
        # What was undone had taught nothing.
        return known if library == known else library

    def _taught(self, library: Library, variants: Sequence[ArticleVariant], *, at_once: bool) -> Snapshot:
        known = self._current.library
        library = self._library(library, variants)
        # What is kept is restored in a moment when a question needs it.
        library.warm_up(restore=False)
        snapshot = self._snapshot(library)
        if at_once:
            for slug, model in library.models.items():
                if known.models.get(slug) is not model:
                    model.matcher.warm_up()
            snapshot.dialogue.warm_up()
        return snapshot

    def _teach(self, variants: Sequence[ArticleVariant]) -> Snapshot | Refusal:
        library = teach(self._current.library, variants)
        return self._snapshot(library) if isinstance(library, Library) else library

    def _snapshot(self, library: Library) -> Snapshot:
        """The snapshot of a library; the current one if it has this very library."""
        return self._current if library is self._current.library else Snapshot(library, self._dialogue(library))


async def _warn_if_late(work: Awaitable[Sequence[ArticleVariant]]) -> Sequence[ArticleVariant]:
    """Return the result of some work on the store, with a line in the log if it takes long."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait((task,), timeout=_PATIENT_SECONDS)
        if not task.done():
            _LOG.warning(
                "Questions wait until the database gives what the bot was taught: if another program has locked it, "
                "close that."
            )
        return await task
    finally:
        task.cancel()


async def _in_daemon(work: Callable[[], None]) -> None:
    """Do some work in a thread that the process does not wait for when it ends."""
    done: Future[None] = Future()

    def run() -> None:
        try:
            work()
            done.set_result(None)
        except BaseException as error:  # noqa: BLE001 - for whoever waits
            done.set_exception(error)

    Thread(target=run, name="learning", daemon=True).start()
    # Cancelled, it would refuse the result.
    await asyncio.shield(asyncio.wrap_future(done))
