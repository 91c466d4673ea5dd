"""A reply is found by its question, of which only a keyed digest is stored."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.store.replies import KEPT_SECONDS, QuestionMessage, SentReply
from bot.store.store import Store, open_store

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]


async def test_a_reply_is_recalled_by_chat_and_message(store: Store) -> None:
    await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who?"), 70))
    await store.replies.remember(SentReply(QuestionMessage(8, 1, "When?"), 80))
    await store.replies.remember(SentReply(QuestionMessage(-100_1234567890, 1, "Where?"), None))
    recalled = [await store.replies.find(chat_id, 1) for chat_id in (7, 8, -100_1234567890)]
    assert [known.reply_id if known else "none" for known in recalled] == [70, 80, None]
    assert await store.replies.find(7, 2) is None
    assert await store.replies.find(9, 1) is None


async def test_a_later_reply_takes_the_place_of_the_earlier(store: Store, sql: Sql) -> None:
    await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who?"), None))
    await sql("UPDATE replies SET sent_at = 0")
    await store.replies.remember(SentReply(QuestionMessage(7, 1, "When?"), 71))
    known = await store.replies.find(7, 1)
    assert known is not None
    assert known.reply_id == 71
    assert known.answers("When?")
    assert not known.answers("Who?")
    [(count, sent_at)] = await sql("SELECT count(*), max(sent_at) FROM replies")
    assert count == 1
    assert abs(sent_at - time.time()) < 5


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
@example("half \ud83d", "half \ude00")
async def test_only_the_very_same_text_is_what_was_asked(store: Store, text: str, other: str) -> None:
    await store.replies.remember(SentReply(QuestionMessage(7, 1, text), 70))
    known = await store.replies.find(7, 1)
    assert known is not None
    assert known.answers(text)
    assert known.answers(other) == (other == text)


async def test_no_word_of_a_question_is_stored(store: Store, on_disk: Callable[[], bytes]) -> None:
    await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who is Marc Fogel?"), 70))
    content = on_disk()
    assert b"replies" in content
    assert not any(word in content for word in (b"Who is", b"Marc", b"Fogel"))


async def test_the_digest_is_of_another_key_in_each_database(tmp_path: Path) -> None:
    digests: set[bytes] = set()
    for name in ("a.db", "b.db"):
        with open_store(f"sqlite:///{tmp_path / name}") as store:
            await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who?"), 70))
            digests.add(await store.writer.run(lambda c: c.exec_driver_sql("SELECT asked FROM replies").scalar_one()))
    assert len(digests) == 2
    assert {len(digest) for digest in digests} == {16}


async def test_a_reply_is_known_after_a_restart(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await store.replies.remember(SentReply(QuestionMessage(7, 1, "Who?"), 70))
    with open_store(f"sqlite:///{path}") as store:
        known = await store.replies.find(7, 1)
    assert known is not None
    assert known.answers("Who?"), "though the store is closed by now"


async def test_replies_are_remembered_from_the_first_start_on(store: Store, sql: Sql) -> None:
    before = int(time.time())
    since = await store.replies.since()
    assert before <= since <= time.time()
    await sql("UPDATE keys SET made_at = made_at - 3600")
    assert await store.replies.since() == since - 3600


@pytest.mark.parametrize("age", [KEPT_SECONDS + 60, 365 * 24 * 3600])
async def test_replies_are_remembered_for_two_days_at_most(store: Store, sql: Sql, age: int) -> None:
    await store.replies.since()
    await sql(f"UPDATE keys SET made_at = made_at - {age}")
    assert abs(await store.replies.since() - (time.time() - 48 * 3600)) < 5
