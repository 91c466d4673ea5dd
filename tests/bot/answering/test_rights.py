"""Buttons are the asker's in a group and anybody's in private; a chat's posts are its administrators'."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, User
from telegram.constants import ChatType

from bot.answering.rights import Permission, asker_alone, pressers_of
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Asker

ANNA = User(7, "Anna", is_bot=False)
CHANNEL = Chat(-100_5, ChatType.CHANNEL)


def message(type: str, sender: User | None = ANNA, sender_chat: Chat | None = None) -> Message:
    """A message of a chat of some type."""
    chat = Chat(7 if type == ChatType.PRIVATE else -100_1, type)
    return Message(1, datetime.now(UTC), chat, from_user=sender, sender_chat=sender_chat)


def test_in_private_anybody_may_press() -> None:
    assert pressers_of(message(ChatType.PRIVATE)) == ANYBODY


@pytest.mark.parametrize("type", [ChatType.GROUP, ChatType.SUPERGROUP])
def test_in_a_group_the_author_of_the_question_may_press(type: str) -> None:
    assert pressers_of(message(type)) == asker_alone(message(type)) == Asker(7)


def test_what_a_chat_writes_is_pressed_by_administrators() -> None:
    assert pressers_of(message(ChatType.SUPERGROUP, sender_chat=CHANNEL)) == ADMINISTRATORS
    assert asker_alone(message(ChatType.CHANNEL, None, CHANNEL)) == ADMINISTRATORS


@pytest.mark.parametrize(("is_granted", "permission"), [(True, Permission.GRANTED), (False, Permission.REFUSED)])
def test_a_permission_that_is_known_is_granted_or_refused(is_granted: bool, permission: Permission) -> None:
    assert Permission.given(is_granted) is permission
