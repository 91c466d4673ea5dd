"""Senders take turns, however many chats one of them has, and no more is kept than may be."""

from __future__ import annotations

from collections import Counter

from bot.updates.waiting_chats import WaitingChats

NOBODY_HOLDS: Counter[int] = Counter()


def waiting(*pairs: tuple[int, int], most: int = 100) -> WaitingChats:
    """Return chats that wait, added in order, each with a sender."""
    chats = WaitingChats(most)
    for chat_id, sender_id in pairs:
        chats.add(chat_id, sender_id)
    return chats


def taken(chats: WaitingChats) -> list[tuple[int, int] | None]:
    """Take all turns, and one more."""
    return [chats.take(NOBODY_HOLDS, 1) for _ in range(len(chats) + 1)]


def test_senders_take_turns_and_each_has_its_chats_in_their_order() -> None:
    chats = waiting((1, 70), (2, 70), (3, 70), (4, 80), (5, 90))
    assert taken(chats) == [(1, 70), (4, 80), (5, 90), (2, 70), (3, 70), None]
    assert (len(chats), chats.sender_count) == (0, 0)


def test_a_sender_who_holds_enough_chats_has_no_turn() -> None:
    chats = waiting((1, 70), (2, 80))
    assert chats.take(Counter({70: 2}), 2) == (2, 80)
    assert chats.take(Counter({70: 2}), 2) is None
    assert chats.take(Counter({70: 1}), 2) == (1, 70)


def test_a_chat_in_which_several_have_written_has_one_turn_of_the_first() -> None:
    chats = waiting((1, 70), (1, 80), (2, 80))
    assert len(chats) == 2
    assert taken(chats) == [(1, 70), (2, 80), None]


def test_a_chat_waits_no_longer_for_any_sender_once_it_is_discarded() -> None:
    chats = waiting((1, 70), (1, 80))
    chats.discard(1)
    chats.discard(2)
    assert 1 not in chats
    assert taken(chats) == [None]


def test_beyond_the_limit_no_chat_is_known_to_wait_until_there_is_room() -> None:
    chats = waiting((1, 70), (2, 70), most=2)
    assert chats.is_full
    assert not chats.add(3, 80)
    assert chats.add(1, 80), "the chat is known to wait for another sender"
    assert 3 not in chats
    assert chats.take(NOBODY_HOLDS, 1) == (1, 70)
    assert chats.add(3, 80)
