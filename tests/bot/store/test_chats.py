"""A hint is not given twice, a closed chat stays so until it opens, and a chat's settings are kept."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.store.chats import StoredSettings
from bot.store.replies import QuestionMessage, SentReply
from bot.store.store import Store, open_store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
GROUP, SUPERGROUP = -5, -100_1234567890
NOW = 1_790_000_000
_DAY = 24 * 3600


async def test_a_chat_is_told_once_it_is_put_down(store: Store) -> None:
    assert not await store.chats.has_usage_hint(7, NOW)
    assert not await store.chats.has_usage_hint(7, NOW), "to ask tells nothing"
    await store.chats.put_usage_hint(7, NOW)
    await store.chats.put_usage_hint(7, NOW)
    assert await store.chats.has_usage_hint(7, NOW)
    assert not await store.chats.has_usage_hint(8, NOW)


async def test_a_chat_that_was_told_is_told_again_after_a_day(store: Store) -> None:
    await store.chats.put_usage_hint(7, NOW)
    assert await store.chats.has_usage_hint(7, NOW + _DAY - 1)
    assert not await store.chats.has_usage_hint(7, NOW + _DAY)
    await store.chats.put_usage_hint(7, NOW + _DAY)
    assert await store.chats.has_usage_hint(7, NOW + _DAY + 1)


async def test_a_closed_chat_is_listed_with_the_time_until_it_opens(store: Store) -> None:
    before = int(time.time())
    await store.chats.close(7)
    await store.chats.close(8)
    closed = await store.chats.closed_chats()
    assert set(closed) == {7, 8}
    assert all(before <= since <= time.time() for since in closed.values())
    await store.chats.open(7)
    await store.chats.open(9)
    assert set(await store.chats.closed_chats()) == {8}


async def test_closing_and_opening_forgets_nothing_that_was_told(store: Store) -> None:
    await store.chats.put_usage_hint(7, NOW)
    await store.chats.close(7)
    assert await store.chats.has_usage_hint(7, NOW)
    assert set(await store.chats.closed_chats()) == {7}, "telling opens no chat"
    await store.chats.open(7)
    assert await store.chats.has_usage_hint(7, NOW)


async def test_a_chat_that_closes_again_is_closed_since_then(store: Store, sql: Sql) -> None:
    await store.chats.close(7)
    await sql("UPDATE chats SET closed_at = 5")
    await store.chats.close(7)
    assert abs((await store.chats.closed_chats())[7] - time.time()) < 5


async def test_chats_are_known_after_a_restart(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.chats.put_usage_hint(7, NOW)
        await store.chats.close(8)
    with open_store(f"sqlite:///{path}") as store:
        assert await store.chats.has_usage_hint(7, NOW)
        assert set(await store.chats.closed_chats()) == {8}


async def test_a_supergroup_inherits_what_its_group_was_told_but_not_its_replies(store: Store) -> None:
    await store.chats.put_usage_hint(GROUP, NOW)
    await store.replies.remember(SentReply(QuestionMessage(GROUP, 1, "Who?"), 2))
    await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who?"), 2))
    await store.chats.migrate(GROUP, SUPERGROUP)
    assert await store.chats.has_usage_hint(SUPERGROUP, NOW)
    assert not await store.chats.has_usage_hint(GROUP, NOW), "nothing is known of the group any more"
    assert await store.replies.find(GROUP, 1) is None
    assert await store.replies.find(SUPERGROUP, 1) is None
    assert await store.replies.find(7, 1) is not None


async def test_a_supergroup_does_not_inherit_that_its_group_was_closed(store: Store) -> None:
    await store.chats.close(GROUP)
    await store.chats.migrate(GROUP, SUPERGROUP)
    assert await store.chats.closed_chats() == {}


async def test_a_migration_that_is_told_twice_changes_nothing(store: Store, sql: Sql) -> None:
    await store.chats.put_usage_hint(GROUP, NOW)
    await store.chats.put_settings(GROUP, StoredSettings("fr"))
    await store.chats.migrate(GROUP, SUPERGROUP)
    await store.chats.put_settings(SUPERGROUP, StoredSettings("uk"))
    before = await sql("SELECT * FROM chats")
    await store.chats.migrate(GROUP, SUPERGROUP)
    assert await sql("SELECT * FROM chats") == before


async def test_of_a_group_that_nothing_was_known_of_it_is_known_where_it_has_moved(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        assert await store.chats.supergroups() == {}
        await store.chats.migrate(GROUP, SUPERGROUP)
        await store.chats.migrate(-6, -100_6)
    with open_store(f"sqlite:///{path}") as store:
        assert await store.chats.supergroups() == {GROUP: SUPERGROUP, -6: -100_6}
        assert await store.chats.all_settings() == {}


async def test_what_chats_have_settled_is_kept_and_replaced(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        assert await store.chats.all_settings() == {}
        await store.chats.put_usage_hint(8, NOW)
        await store.chats.put_settings(7, StoredSettings("fr", ambient=True, repeat_seconds=0))
        await store.chats.put_settings(GROUP, StoredSettings("uk", ambient=False, repeat_seconds=3600))
        await store.chats.put_settings(GROUP, StoredSettings(None, ambient=False, repeat_seconds=600))
    with open_store(f"sqlite:///{path}") as store:
        assert await store.chats.all_settings() == {
            7: StoredSettings("fr", ambient=True, repeat_seconds=0),
            GROUP: StoredSettings(None, ambient=False, repeat_seconds=600),
        }


async def test_to_settle_forgets_nothing_else_and_nothing_else_forgets_what_is_settled(store: Store) -> None:
    await store.chats.put_usage_hint(7, NOW)
    await store.chats.close(7)
    await store.chats.put_settings(7, StoredSettings("ru"))
    await store.chats.open(7)
    await store.chats.put_usage_hint(7, NOW)
    assert await store.chats.has_usage_hint(7, NOW)
    assert await store.chats.all_settings() == {7: StoredSettings("ru")}


async def test_a_supergroup_inherits_what_its_group_had_settled(store: Store) -> None:
    await store.chats.put_settings(GROUP, StoredSettings("fr", ambient=True, repeat_seconds=0))
    await store.chats.migrate(GROUP, SUPERGROUP)
    assert await store.chats.all_settings() == {SUPERGROUP: StoredSettings("fr", ambient=True, repeat_seconds=0)}


async def test_what_is_settled_about_articles_is_kept(store: Store) -> None:
    settled = StoredSettings(article="pont", articles=frozenset({"pont", "musee"}))
    await store.chats.put_settings(7, settled)
    await store.chats.put_settings(8, StoredSettings(article="pont"))
    assert await store.chats.all_settings() == {7: settled, 8: StoredSettings(article="pont")}
    await store.chats.put_settings(7, StoredSettings())
    assert set(await store.chats.all_settings()) == {8}
