"""Which reply belongs to which question, and what has been said once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.memory import Answered, OnceAChat, ReplyMemory

KEYS = st.tuples(st.integers(-3, 3), st.integers(1, 6))


def test_a_reply_is_recalled_by_chat_and_question() -> None:
    memory = ReplyMemory()
    memory.remember(-5, 1, Answered(2, "Qui ?"))
    memory.remember(-6, 1, Answered(9, "Quand ?"))
    assert memory.recall(-5, 1) == Answered(2, "Qui ?")
    assert memory.recall(-6, 1) == Answered(9, "Quand ?")
    assert memory.recall(-5, 2) is None


def test_what_is_remembered_last_of_a_question_counts() -> None:
    memory = ReplyMemory()
    memory.remember(-5, 1, Answered(2, "Qui ?"))
    memory.remember(-5, 1, Answered(2, "Quand ?"))
    assert memory.recall(-5, 1) == Answered(2, "Quand ?")


def test_the_oldest_reply_is_forgotten_first_and_a_reply_remembered_again_is_young() -> None:
    memory = ReplyMemory(most=2)
    memory.remember(1, 1, Answered(10, "a"))
    memory.remember(1, 2, Answered(20, "b"))
    memory.remember(1, 1, Answered(10, "c"))
    memory.remember(1, 3, Answered(30, "d"))
    assert memory.recall(1, 2) is None
    assert memory.recall(1, 1) == Answered(10, "c")
    assert memory.recall(1, 3) == Answered(30, "d")


@given(st.lists(KEYS, max_size=40), st.integers(1, 8))
def test_never_more_than_the_latest_replies_are_kept(keys: list[tuple[int, int]], most: int) -> None:
    memory = ReplyMemory(most=most)
    for number, (chat, message) in enumerate(keys):
        memory.remember(chat, message, Answered(number, str(number)))
    latest = {key: number for number, key in enumerate(keys)}
    kept = sorted(latest.items(), key=lambda item: item[1])[-most:]
    recalled = {key: memory.recall(*key) for key in latest}
    assert {key: found.reply_id for key, found in recalled.items() if found} == dict(kept)


def test_a_chat_is_told_once() -> None:
    once = OnceAChat()
    assert [once.first_time(chat) for chat in (1, 2, 1, 2, 3)] == [True, True, False, False, True]


def test_a_chat_that_is_forgotten_is_told_again() -> None:
    once = OnceAChat(most=2)
    assert [once.first_time(chat) for chat in (1, 2, 3, 3, 1)] == [True, True, True, False, True]
