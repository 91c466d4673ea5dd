"""The store as a whole: one bot's, one process's, and all of it on the disk once it is closed."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from states import receive, states, waiting

from bot.dialogue.count import Count
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.errors import SettingsError
from bot.store.chats import StoredSettings
from bot.store.days import days_ago, today
from bot.store.inbox import UpdateState
from bot.store.misses import Miss
from bot.store.replies import QuestionMessage, SentReply
from bot.store.store import Store, open_store
from bot.store.votes import VotedAnswer


async def test_a_database_is_that_of_the_bot_that_came_first(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        assert await store.claim(123456)
        assert await store.claim(123456)
        assert not await store.claim(654321)
    with open_store(f"sqlite:///{path}") as store:
        assert not await store.claim(654321)
        assert await store.claim(123456)


async def test_a_store_that_is_closed_is_one_file_that_holds_everything(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await receive(store, [{"update_id": 1}, {"update_id": 2}])
        await store.inbox.mark_done(1, SentReply(QuestionMessage(7, 1, "Who?"), 70))
        await store.chats.close(7)
    assert path.stat().st_size
    assert not path.with_name(f"{path.name}-wal").exists()
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    with open_store(f"sqlite:///{copy}") as store:
        assert await waiting(store) == [{"update_id": 2}]
        assert (await states(store))[UpdateState.DONE] == 1
        assert await store.replies.find(7, 1) is not None
        assert set(await store.chats.closed_chats()) == {7}


async def test_a_store_is_closed_whatever_ended_its_use(path: Path) -> None:
    async def use() -> None:
        with open_store(f"sqlite:///{path}") as store:
            await receive(store, [{"update_id": 1}])
            raise KeyError

    with pytest.raises(KeyError):
        await use()
    with open_store(f"sqlite:///{path}") as store:
        assert await waiting(store) == [{"update_id": 1}]


async def test_what_nobody_waited_for_is_stored_when_a_store_is_closed(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        tasks = [asyncio.create_task(receive(store, [{"update_id": number}])) for number in range(100)]
        await asyncio.sleep(0)
    assert not any(thread.name == "store" for thread in threading.enumerate())
    await asyncio.gather(*tasks)
    with open_store(f"sqlite:///{path}") as store:
        assert len(await waiting(store)) == 100


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL"), open_store("postgresql://localhost/selon"):
        pass


async def test_a_store_tells_whether_it_can_be_written(
    sql: Callable[[str], Awaitable[list[tuple[Any, ...]]]], store: Store
) -> None:
    [(pages,)] = await sql("PRAGMA page_count")
    await sql(f"PRAGMA max_page_count = {pages}")
    assert not await store.can_write()
    await sql("PRAGMA max_page_count = 1000000")
    assert await store.can_write()
    store.writer.close()
    assert not await store.can_write()


@pytest.mark.parametrize("retention_days", [1, 2, 90])
async def test_votes_misses_and_counts_expire_after_so_many_days(
    sql: Callable[[str], Awaitable[list[tuple[Any, ...]]]], store: Store, retention_days: int
) -> None:
    ages = [0, retention_days - 1, retention_days, retention_days + 1, 4000]
    days = [days_ago(age) for age in ages]
    for number, day in enumerate(days):
        await store.votes.cast(7, VotedAnswer(7, number, "fogel-who", "fr"), up=True)
        await sql(f"UPDATE votes SET day = '{day}' WHERE rowid = (SELECT max(rowid) FROM votes)")
        await store.misses.add(Miss("Qui ?", "fr", Surface.PRIVATE, MissReason.ABSTAINED, None, None, day=day))
    await store.counts.add({Count(day, Surface.PRIVATE, "fr", ReplyOutcome.ABSTAIN, ""): 1 for day in days})
    await store.expire(retention_days)
    left = {(day,) for day in days[:2]}
    for table in ("votes", "misses", "counts"):
        assert set(await sql(f"SELECT day FROM {table}")) == left, table


async def test_what_is_kept_today_is_there_after_expiry(
    sql: Callable[[str], Awaitable[list[tuple[Any, ...]]]], store: Store
) -> None:
    await store.votes.cast(
        7,
        VotedAnswer(7, 1, "fogel-who", "fr"),
        Miss("Qui ?", "fr", Surface.GROUP, MissReason.VOTED_DOWN, None, None),
        up=False,
    )
    await store.expire(1)
    assert await sql("SELECT day FROM votes UNION ALL SELECT day FROM misses") == [(today(),)] * 2


async def test_that_a_chat_was_closed_is_forgotten_once_it_is_tried_again_and_so_is_a_chat_that_was_only_closed(
    sql: Callable[[str], Awaitable[list[tuple[Any, ...]]]], store: Store
) -> None:
    for chat in range(1, 7):
        await store.chats.close(chat)
    await store.chats.put_usage_hint(2, int(time.time()))
    await store.chats.put_settings(3, StoredSettings("fr"))
    await store.chats.migrate(6, 7)
    now = int(time.time())
    await sql(f"UPDATE chats SET closed_at = {now - 3700} WHERE chat_id < 4")
    await sql(f"UPDATE chats SET closed_at = {now + 86400} WHERE chat_id = 5")
    await store.expire(30)
    assert set(await store.chats.closed_chats()) == {4}
    assert await sql("SELECT chat_id FROM chats ORDER BY chat_id") == [(2,), (3,), (4,), (6,)]
