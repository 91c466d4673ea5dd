"""An update whose ids are none is told from one that can be answered."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from botapi.server import BotApiServer
from telegram import Update

from bot.updates.ids import are_usable

Json = dict[str, Any]


@pytest.fixture
def updates(server: BotApiServer) -> dict[str, Json]:
    """Good updates, one of each kind."""
    anna = server.user(7, "Anna")
    group = server.group("Débat")
    server.updates.allow(
        {"message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member"}
    )
    asked = server.message(group, anna, "/ask Qui ?")
    server.edit(asked, "/ask Quoi ?")
    server.callback(anna, asked, "x")
    server.callback_inline(anna, "an-inline-id", "x")
    server.inline_query(anna, "nato")
    server.guest_message(anna, "@SelonTestBot qui ?")
    server.my_chat_member(group, anna, "administrator")
    named = {}
    for pushed in server.updates.pushed:
        kind = next(key for key in pushed if key != "update_id")
        named[kind if kind not in named else f"{kind} inline"] = pushed
    return named


def of(update: Json) -> Update:
    """Return an update as python-telegram-bot reads it."""
    return Update.de_json(copy.deepcopy(update), None)


def test_good_updates_of_every_kind_are_usable(updates: dict[str, Json]) -> None:
    assert len(updates) >= 7
    assert all(are_usable(of(update)) for update in updates.values())


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("message", "message.message_id", True),
        ("message", "message.message_id", [[]]),
        ("message", "message.message_id", 1 << 62),
        ("message", "message.message_id", "7"),
        ("message", "message.chat.id", 1.5),
        ("message", "message.from.id", "Infinity"),
        ("message", "message.from.id", 0),
        ("message", "message.from.id", -7),
        ("message", "message.message_thread_id", {}),
        ("edited_message", "edited_message.message_id", None),
        ("callback_query", "callback_query.id", None),
        ("callback_query", "callback_query.from.id", "7"),
        ("callback_query", "callback_query.from.id", -7),
        ("inline_query", "inline_query.from.id", 0),
        ("my_chat_member", "my_chat_member.from.id", -7),
        ("guest_message", "guest_message.from.id", -7),
        ("callback_query", "callback_query.message.message_id", "2:en:7:n"),
        ("callback_query inline", "callback_query.inline_message_id", ""),
        ("inline_query", "inline_query.id", ""),
        ("guest_message", "guest_message.guest_query_id", 5),
        ("guest_message", "guest_message.guest_query_id", "7\ud800"),
        ("callback_query inline", "callback_query.inline_message_id", "7\0"),
    ],
)
def test_an_id_that_is_none_makes_an_update_unusable(
    updates: dict[str, Json], kind: str, path: str, value: object
) -> None:
    broken = copy.deepcopy(updates[kind])
    *parents, last = path.split(".")
    holder = broken
    for parent in parents:
        holder = holder[parent]
    holder[last] = value
    assert not are_usable(of(broken))
