"""Settings of chats, as handlers see them: at once, after a restart, and in the supergroup that a group became."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat_settings_cache import ChatSettingsCache
from bot.dialogue.question import AUTOMATIC, ChatSettings
from bot.store.chats import StoredSettings
from bot.store.store import Store, open_store

GROUP, SUPERGROUP = -5, -100_1234567890


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the database."""
    return tmp_path / "selon.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new store in that file."""
    with open_store(f"sqlite:///{path}") as opened:
        yield opened


def speaks(language: str | None) -> Callable[[ChatSettings], ChatSettings]:
    return lambda settings: replace(settings, language=language)


def repeats(seconds: int) -> Callable[[ChatSettings], ChatSettings]:
    return lambda settings: replace(settings, repeat_seconds=seconds)


async def test_a_chat_that_has_settled_nothing_has_the_defaults(store: Store) -> None:
    chat_settings = ChatSettingsCache(store.chats)
    assert await chat_settings.of(7) == AUTOMATIC
    assert (AUTOMATIC.language, AUTOMATIC.ambient, AUTOMATIC.repeat_seconds) == (None, False, 600)


async def test_a_column_that_is_empty_means_the_default(store: Store) -> None:
    await store.chats.put_settings(7, StoredSettings("fr"))
    assert await ChatSettingsCache(store.chats).of(7) == ChatSettings("fr", AUTOMATIC.ambient, AUTOMATIC.repeat_seconds)


async def test_a_change_counts_at_once_and_after_a_restart_and_for_its_chat_alone(store: Store) -> None:
    chat_settings = ChatSettingsCache(store.chats)
    assert await chat_settings.change(7, speaks("fr")) == ChatSettings("fr")
    await chat_settings.change(7, repeats(0))
    for known in (chat_settings, ChatSettingsCache(store.chats)):
        assert await known.of(7) == ChatSettings("fr", ambient=False, repeat_seconds=0)
        assert await known.of(8) == AUTOMATIC
    await chat_settings.change(7, speaks(None))
    assert await ChatSettingsCache(store.chats).of(7) == ChatSettings(None, ambient=False, repeat_seconds=0)


async def test_two_changes_at_once_are_both_kept(store: Store) -> None:
    chat_settings = ChatSettingsCache(store.chats)
    _, _, known = await asyncio.gather(
        chat_settings.change(GROUP, speaks("uk")), chat_settings.change(GROUP, repeats(3600)), chat_settings.of(GROUP)
    )
    assert known == AUTOMATIC
    for each in (chat_settings, ChatSettingsCache(store.chats)):
        assert await each.of(GROUP) == ChatSettings("uk", ambient=False, repeat_seconds=3600)


async def test_settings_move_along_once_and_the_old_id_leads_to_them(store: Store) -> None:
    chat_settings = ChatSettingsCache(store.chats)
    await chat_settings.change(GROUP, speaks("ru"))
    assert await chat_settings.current(GROUP) == GROUP
    await chat_settings.migrate(GROUP, SUPERGROUP)
    await chat_settings.change(SUPERGROUP, repeats(0))
    await chat_settings.migrate(GROUP, SUPERGROUP)
    for known in (chat_settings, ChatSettingsCache(store.chats)):
        assert (
            await known.of(SUPERGROUP) == await known.of(GROUP) == ChatSettings("ru", ambient=False, repeat_seconds=0)
        )
        assert await known.current(GROUP) == await known.current(SUPERGROUP) == SUPERGROUP


async def test_a_change_that_names_the_old_group_is_one_of_the_supergroup(store: Store) -> None:
    chat_settings = ChatSettingsCache(store.chats)
    await chat_settings.migrate(GROUP, SUPERGROUP)
    await chat_settings.change(GROUP, speaks("en"))
    assert await store.chats.all_settings() == {SUPERGROUP: StoredSettings("en", ambient=False, repeat_seconds=600)}
    assert await chat_settings.of(SUPERGROUP) == ChatSettings("en")


async def test_what_is_settled_about_articles_is_known_to_another_cache(store: Store) -> None:
    settled = ChatSettings(article="pont", articles=frozenset({"pont"}))
    assert await ChatSettingsCache(store.chats).change(7, lambda _: settled) == settled
    assert await ChatSettingsCache(store.chats).of(7) == settled
