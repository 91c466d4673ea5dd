"""Taught variants are kept in order, and can be read while a bot runs."""

from __future__ import annotations

from pathlib import Path

from bot.store.database import open_read_only
from bot.store.store import Store, open_store
from bot.store.taught_variants import put_taught, taught_variants
from knowledge.article_variant import ArticleVariant

SOME = [
    ArticleVariant("pont", "reopening", "fr", "ça rouvre kan « le pont » ?"),
    ArticleVariant("pont", None, "en", "who pays for it all\nand why 👍"),
    ArticleVariant("pont", "safety", "en", 'is it "safe" ?'),
]


async def teach(store: Store, *some: ArticleVariant) -> None:
    """Store taught variants."""
    await store.writer.run(lambda connection: put_taught(connection, 1, some))


async def test_taught_variants_come_back_in_the_order_in_which_they_were_taught(store: Store) -> None:
    assert await store.taught.all() == []
    await teach(store)
    await teach(store, *SOME[:2])
    await teach(store, *SOME[2:])
    assert await store.taught.all() == SOME


async def test_taught_variants_survive_a_restart(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await teach(store, *SOME)
    with open_store(f"sqlite:///{path}") as store:
        assert await store.taught.all() == SOME


async def test_taught_variants_can_be_read_while_a_bot_runs(store: Store, path: Path) -> None:
    await teach(store, *SOME)
    with open_read_only(path) as connection:
        assert taught_variants(connection) == SOME
    await teach(store, *SOME[:1])
    assert len(await store.taught.all()) == 4
