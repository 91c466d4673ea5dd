"""A curator's decision is stored in one act, all of it or nothing, and undone as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from clocks import SetClocks

from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.misses import Miss
from bot.store.store import Store, open_store
from knowledge.article_variant import ArticleVariant


def miss(text: str) -> Miss:
    """Something that was asked in private and not answered."""
    return Miss(text, "fr", Surface.PRIVATE, MissReason.ABSTAINED, "call-duration", 31.5)


async def asked(store: Store, *texts: str) -> list[int]:
    """Keep some misses, and return their ids."""
    for text in texts:
        await store.misses.add(miss(text))
    return [each.id for each in await store.misses.undecided() if each.text in texts]


TAUGHT = [ArticleVariant("alaska", "call-duration", "fr", text) for text in ("ça a duré longtemps", "long l'appel ?")]


async def test_what_is_decided_is_no_longer_open_and_is_taught(store: Store) -> None:
    one, other, third = await asked(store, "un", "deux", "trois")
    act = await store.curation.decide([one, other], Decision.TAUGHT, TAUGHT)
    assert act is not None
    assert [each.id for each in await store.misses.undecided()] == [third]
    assert await store.taught.all() == TAUGHT


@pytest.mark.parametrize("decision", Decision)
async def test_an_act_is_undone_as_a_whole_and_no_other_with_it(store: Store, decision: Decision) -> None:
    one, other, third = await asked(store, "un", "deux", "trois")
    act = await store.curation.decide([one, third], decision, TAUGHT)
    later = await store.curation.decide([other], Decision.TAUGHT, TAUGHT[:1])
    assert act is not None
    assert later not in (None, act)
    assert await store.curation.undo(act)
    assert [each.id for each in await store.misses.undecided()] == [one, third]
    assert await store.taught.all() == TAUGHT[:1]
    assert not await store.curation.undo(act), "there is nothing left of it"


@pytest.mark.parametrize("gone", ["decided", "forgotten"])
async def test_nothing_is_decided_of_what_is_no_longer_open(store: Store, gone: str) -> None:
    one, other = await asked(store, "un", "deux")
    if gone == "decided":
        await store.curation.decide([other], Decision.SKIPPED)
    else:
        other += 1
    assert await store.curation.decide([one, other], Decision.TAUGHT, TAUGHT) is None
    assert one in [each.id for each in await store.misses.undecided()]
    assert await store.taught.all() == []


async def test_a_number_is_never_that_of_a_standing_act(store: Store) -> None:
    # Taught variants outlive the misses that they came from: those expire.
    [one] = await asked(store, "un")
    first = await store.curation.decide([one], Decision.TAUGHT, TAUGHT)
    await store.writer.run(lambda c: c.exec_driver_sql("DELETE FROM misses") and None)
    [other] = await asked(store, "deux")
    second = await store.curation.decide([other], Decision.SKIPPED)
    assert first is not None
    assert second is not None
    assert second > first
    assert await store.curation.undo(second)
    assert await store.taught.all() == TAUGHT


async def test_a_number_never_comes_again(store: Store, clocks: SetClocks) -> None:
    # What is left of an act expires with its misses; the button that undoes it stands in the chat for good.
    [one] = await asked(store, "un")
    first = await store.curation.decide([one], Decision.SKIPPED)
    await store.writer.run(lambda c: c.exec_driver_sql("DELETE FROM misses") and None)
    clocks.run(1)
    [other] = await asked(store, "deux")
    await store.curation.decide([other], Decision.TAUGHT, TAUGHT)
    assert first is not None
    assert not await store.curation.undo(first)
    assert await store.taught.all() == TAUGHT


async def test_what_was_taught_is_there_after_a_restart(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        [one] = await asked(store, "un")
        await store.curation.decide([one], Decision.EXCLUDED, [ArticleVariant("alaska", None, "fr", "un")])
    with open_store(f"sqlite:///{path}") as store:
        assert await store.taught.all() == [ArticleVariant("alaska", None, "fr", "un")]
        assert await store.misses.undecided() == []
