"""The chat, the sender and the message of an update are told before it is parsed."""

from __future__ import annotations

from typing import Any

import pytest
from states import turn

from bot.updates.origin import chat_of

Json = dict[str, Any]


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"edited_message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"guest_message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"callback_query": {"from": {"id": 7}, "message": {"chat": {"id": -5}, "date": 0}}}, -5),
        ({"callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, 7),
        ({"inline_query": {"from": {"id": 7}, "query": "nato"}}, 7),
        ({"my_chat_member": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"poll": {"id": "1"}}, 0),
        ({"message": "no message"}, 0),
        ({"message": {"chat": "no chat", "from": None}}, 0),
        ({"message": {"chat": {"id": "no number"}}}, 0),
        ({"message": {"chat": {"id": True}}}, 0),
        ({"message": {"chat": {"id": 1 << 80}}}, 0),
        ({}, 0),
    ],
)
def test_what_orders_an_update_is_its_chat_or_else_its_sender(update: Json, chat: int) -> None:
    assert chat_of({"update_id": 1, **update}) == chat


def test_an_edit_waits_for_the_message_and_a_press_for_the_reply_in_the_same_chat() -> None:
    chat = {"id": -5}
    kinds: list[Json] = [{"message": {"chat": chat}}, {"edited_message": {"chat": chat}}]
    kinds.append({"callback_query": {"from": {"id": 7}, "message": {"chat": chat}}})
    assert {chat_of({"update_id": 1, **kind}) for kind in kinds} == {-5}


@pytest.mark.parametrize(
    ("update", "asker_id", "message_id"),
    [
        ({"message": {"message_id": 3, "chat": {"id": -5}, "from": {"id": 7}}}, 7, 3),
        ({"edited_message": {"message_id": 3, "chat": {"id": -5}, "from": {"id": 7}}}, 7, 3),
        ({"message": {"message_id": 3, "chat": {"id": -5}, "from": {"id": 7}, "sender_chat": {"id": -9}}}, -9, 3),
        ({"callback_query": {"from": {"id": 7}, "message": {"message_id": 4, "chat": {"id": -5}}}}, 7, 4),
        ({"callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, 7, 0),
        ({"inline_query": {"from": {"id": 7}, "query": "nato"}}, 7, 0),
        ({"my_chat_member": {"chat": {"id": -5}, "from": {"id": 7}}}, 7, 0),
        ({"message": {"message_id": "no number", "chat": {"id": -5}}}, -5, 0),
        ({}, 0, 0),
    ],
)
def test_a_turn_knows_who_asks_and_by_which_message(update: Json, asker_id: int, message_id: int) -> None:
    made = turn({"update_id": 1, **update})
    assert (made.update_id, made.asker_id, made.message_id) == (1, asker_id, message_id)
    assert (made.surface, made.outcome, made.end) == (None, None, None)
