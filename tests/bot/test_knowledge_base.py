"""The knowledge base is replaced as a whole, by one change at a time, and by none that is refused or not stored."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from invented import village
from pool_and_museum import pool_and_museum

from bot.dialogue.conversation import Dialogue
from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.question import Question
from bot.dialogue.surface import Surface
from bot.knowledge_base import KnowledgeBase, Snapshot
from bot.store.errors import StoreUnavailable
from bot.store.misses import Miss
from bot.store.store import Store, open_store
from knowledge.article_model import ArticleModel
from knowledge.article_variant import ArticleVariant
from knowledge.cache import TrainedCache
from knowledge.library import Library
from knowledge.model import Wording
from knowledge.model_memory import Evictable, ModelMemory
from knowledge.teaching import OutcomeFlip, VariantCollision

LIBRARY = Library((village(),))
TAUGHT = ArticleVariant("pont", "closed", "en", "gendarmes barring the way")
ANOTHER = ArticleVariant("pont", "vote", "en", "a show of hands at dusk")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as opened:
        yield opened


def committing(store: Store) -> Callable[[Sequence[ArticleVariant]], Awaitable[int | None]]:
    """Put variants into the store, as a curator does who closes no misses by it."""
    return lambda variants: store.curation.decide([], Decision.TAUGHT, variants)


def texts(snapshot: Snapshot) -> list[str]:
    """The taught variants of a snapshot."""
    return [variant.text for variant in snapshot.library.taught]


def answered(snapshot: Snapshot, text: str) -> str | None:
    """The entry that a question is answered with."""
    return snapshot.dialogue.ask(Question(text)).entry_key


async def test_what_was_taught_is_loaded_without_what_the_files_have_got_since(store: Store) -> None:
    variants = [
        TAUGHT,
        ArticleVariant("pont", None, "en", "any tram?"),
        ArticleVariant("pont", "closed", "fr", "route barrée"),
    ]
    await store.curation.decide([], Decision.TAUGHT, variants)
    first = village().entries[0]
    wordings = {**first.variants, "en": {Wording.COLLOQUIAL: ["Gendarmes barring the WAY!"]}}
    written = replace(
        village(),
        entries=(replace(first, variants=wordings), *village().entries[1:]),
        out_of_scope={"fr": [], "en": []},
    )
    knowledge_base = KnowledgeBase(store, Library((written,)))
    await knowledge_base.load_taught()
    assert await store.taught.all() == variants[1:]
    assert set(texts(knowledge_base.current)) == {"any tram?", "route barrée"}


async def test_what_is_taught_is_answered_from_the_next_snapshot_on(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    before = knowledge_base.current
    act = await knowledge_base.teach([TAUGHT], committing(store))
    after = knowledge_base.current
    assert isinstance(act, int)
    assert (answered(before, TAUGHT.text), answered(after, TAUGHT.text)) == (None, TAUGHT.key)
    assert before.library is LIBRARY
    assert await store.taught.all() == [TAUGHT]


async def test_library_and_dialogue_are_of_one_snapshot_and_the_dialogue_keeps_its_settings(store: Store) -> None:
    made: list[Library] = []

    def dialogue(library: Library) -> Dialogue:
        made.append(library)
        return Dialogue(library, default_language="en")

    knowledge_base = KnowledgeBase(store, LIBRARY, dialogue)
    await knowledge_base.teach([TAUGHT], committing(store))
    assert made == [LIBRARY, knowledge_base.current.library]
    assert knowledge_base.current.dialogue.interface_language(None) == "en"


async def test_what_is_refused_leaves_the_snapshot_and_the_store(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    before = knowledge_base.current
    known = village().entries[0].variants["en"][Wording.QUESTION][0]
    collided = await knowledge_base.teach([replace(ANOTHER, text=known)], committing(store))
    flipped = await knowledge_base.teach([replace(ANOTHER, text=f"is it true: {known}")], committing(store))
    assert isinstance(collided, VariantCollision)
    assert isinstance(flipped, OutcomeFlip)
    assert knowledge_base.current is before
    assert await store.taught.all() == []


async def test_what_is_not_committed_is_not_taught(store: Store) -> None:
    async def nothing(_: Sequence[ArticleVariant]) -> int | None:
        return None

    async def unavailable(_: Sequence[ArticleVariant]) -> int | None:
        raise StoreUnavailable("the disk is full")

    knowledge_base = KnowledgeBase(store, LIBRARY)
    before = knowledge_base.current
    assert await knowledge_base.teach([TAUGHT], nothing) is None
    assert knowledge_base.current is before
    with pytest.raises(StoreUnavailable):
        await knowledge_base.teach([TAUGHT], unavailable)
    assert knowledge_base.current is before
    assert isinstance(await knowledge_base.teach([TAUGHT], committing(store)), int)


async def test_nothing_is_answered_with_before_it_is_committed(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    seen: list[str | None] = []

    async def commit(variants: Sequence[ArticleVariant]) -> int | None:
        seen.append(answered(knowledge_base.current, TAUGHT.text))
        return await store.curation.decide([], Decision.TAUGHT, variants)

    await knowledge_base.teach([TAUGHT], commit)
    assert seen == [None]


async def test_changes_made_at_once_are_made_one_after_another_and_none_is_lost(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    teach = partial(knowledge_base.teach, commit=committing(store))
    one, other, _ = await asyncio.gather(teach([TAUGHT]), teach([ANOTHER]), knowledge_base.load_taught())
    assert isinstance(one, int)
    assert isinstance(other, int)
    assert texts(knowledge_base.current) == [TAUGHT.text, ANOTHER.text]
    assert await knowledge_base.undo(one)
    assert texts(knowledge_base.current) == [ANOTHER.text]
    assert await store.taught.all() == [ANOTHER]


async def test_of_two_that_teach_the_same_to_several_one_is_refused(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    teach = partial(knowledge_base.teach, commit=committing(store))
    one, other = await asyncio.gather(teach([TAUGHT]), teach([replace(ANOTHER, text=TAUGHT.text)]))
    assert isinstance(one, int)
    assert other == VariantCollision(TAUGHT.text, TAUGHT.key)


async def test_undoing_what_taught_nothing_leaves_the_snapshot(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    first = await knowledge_base.teach([TAUGHT], committing(store))
    assert isinstance(first, int)
    before = knowledge_base.current
    assert not await knowledge_base.undo(first + 1)
    await store.misses.add(Miss("how deep is it?", "en", Surface.PRIVATE, MissReason.ABSTAINED, None, None))
    skipped = await store.curation.decide([miss.id for miss in await store.misses.undecided()], Decision.SKIPPED)
    assert skipped is not None
    assert await knowledge_base.undo(skipped)
    assert len(await store.misses.undecided()) == 1
    assert knowledge_base.current is before


async def test_what_the_store_has_undone_is_forgotten_when_it_is_undone_again(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    act = await knowledge_base.teach([TAUGHT], committing(store))
    assert isinstance(act, int)
    await store.curation.undo(act)
    assert answered(knowledge_base.current, TAUGHT.text) == TAUGHT.key
    assert not await knowledge_base.undo(act)
    assert answered(knowledge_base.current, TAUGHT.text) is None


class NotedMemory(ModelMemory):
    """A memory that notes the articles whose models are used."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def use(self, model: Evictable, variants: int) -> None:
        """Note it."""
        assert isinstance(model, ArticleModel)
        self.used.add(model.article.slug)
        super().use(model, variants)


async def test_a_reload_uses_no_model_but_those_of_other_words(store: Store, tmp_path: Path) -> None:
    pool, museum = pool_and_museum()
    memory = NotedMemory()
    library = Library((pool, museum, same := village()), TrainedCache(tmp_path / "cache"), memory=memory)
    library.warm_up()
    knowledge_base = KnowledgeBase(store, library)
    memory.used.clear()
    for model in library.models.values():
        model.evict()
    reworded = replace(museum, out_of_scope={"en": ["How old is the museum?"]})
    await knowledge_base.reload((replace(pool, publisher="The Herald"), reworded, same), (), {})
    assert "museum" in memory.used
    assert "pont" not in memory.used, "its files are as they were"


async def test_after_a_restart_it_answers_as_before(store: Store) -> None:
    await KnowledgeBase(store, LIBRARY).teach([TAUGHT], committing(store))
    restarted = KnowledgeBase(store, LIBRARY)
    assert answered(restarted.current, TAUGHT.text) is None
    await restarted.load_taught()
    assert answered(restarted.current, TAUGHT.text) == TAUGHT.key


async def test_a_question_waits_at_the_start_until_its_language_is_learnt(store: Store, tmp_path: Path) -> None:
    await store.curation.decide([], Decision.TAUGHT, [TAUGHT])
    knowledge_base = KnowledgeBase(store, Library((village(),), TrainedCache(tmp_path / "cache")))
    loading = asyncio.create_task(knowledge_base.load_taught())
    await asyncio.sleep(0)
    assert not knowledge_base.is_ready.is_set()
    await knowledge_base.ready_for(Question("gendarmes barring the way?"))
    [model] = knowledge_base.current.library.models.values()
    assert "en" not in model.matcher.unlearnt_languages
    assert texts(knowledge_base.current) == [TAUGHT.text]
    assert answered(knowledge_base.current, "gendarmes barring the way?") == "pont/closed"
    await loading
    assert knowledge_base.is_ready.is_set()


def out_of_memory(*_: object, **__: object) -> None:
    """Learn nothing."""
    raise MemoryError


async def test_questions_go_on_waiting_where_loading_has_failed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge_base = KnowledgeBase(store, Library((village(),)))
    monkeypatch.setattr(Library, "warm_up", out_of_memory)
    with pytest.raises(MemoryError):
        await knowledge_base.load_taught()
    assert not knowledge_base.is_ready.is_set()


async def test_a_reload_that_fails_leaves_what_was_taught(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await store.curation.decide([], Decision.TAUGHT, [TAUGHT])
    knowledge_base = KnowledgeBase(store, Library((village(),)))
    await knowledge_base.load_taught()
    closed, *others = village().entries
    questions = {**closed.variants["en"], Wording.CLAIM: [TAUGHT.text]}
    written = replace(village(), entries=(replace(closed, variants={**closed.variants, "en": questions}), *others))
    with monkeypatch.context() as patched:
        patched.setattr(Library, "warm_up", out_of_memory)
        with pytest.raises(MemoryError):
            await knowledge_base.reload((written,), (), {})
    assert await store.taught.all() == [TAUGHT]
    await knowledge_base.undo(99)
    assert answered(knowledge_base.current, TAUGHT.text) == "pont/closed"
    await knowledge_base.reload((written,), (), {})
    assert await store.taught.all() == []
    assert answered(knowledge_base.current, TAUGHT.text) == "pont/closed"


async def test_no_question_waits_once_loading_was_given_up(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, LIBRARY)
    loading = asyncio.create_task(knowledge_base.load_taught())
    await asyncio.sleep(0)
    loading.cancel()
    await asyncio.gather(loading, return_exceptions=True)
    await knowledge_base.ready_for(Question("Is the bridge closed?"))


async def test_the_log_says_what_a_locked_database_keeps_waiting_at_the_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "locked.db"
    with open_store(f"sqlite:///{path}", busy_seconds=0.1) as store:
        knowledge_base = KnowledgeBase(store.retrying(Counter()), LIBRARY)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        loading = asyncio.create_task(knowledge_base.load_taught())
        async with asyncio.timeout(30):
            while "Questions wait until the database gives what the bot was taught" not in caplog.text:
                await asyncio.sleep(0.05)
        other.execute("ROLLBACK")
        other.close()
        await loading
