"""The table of codes has a line for each action, and says so where one does not fit."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from bot.action_codes import ACTION_CODES, ActionCode, pack, unpack
from bot.dialogue.actions import Action, BrowseTopic, OpenEntry, Vote
from bot.dialogue.names import NameKind
from bot.field_codecs import NamedIdCodec, TextCodec


def plain(_: NameKind, identifier: str) -> str:
    return identifier


def members(union: object) -> set[object]:
    return {inner for each in get_args(union) for inner in members(each)} if get_args(union) else {union}


def test_every_action_has_a_code_and_no_code_has_two_actions() -> None:
    assert {each.action for each in ACTION_CODES} == members(Action)
    assert set(Counter(each.code for each in ACTION_CODES).values()) == {1}


def test_an_action_is_its_code_and_its_fields() -> None:
    assert pack(BrowseTopic("visit/food", 3), plain) == "t:visit/food:3"
    assert list(unpack("t:visit/food:3", lambda _, name: (name,))) == [BrowseTopic("visit/food", 3)]


def test_a_fixed_field_is_told_by_the_code_alone() -> None:
    assert [pack(Vote("hours", up), plain) for up in (True, False)] == ["u:hours", "d:hours"]
    assert list(unpack("d:hours", lambda _, name: (name,))) == [Vote("hours", up=False)]


def test_a_name_of_several_ids_stands_for_each_of_them() -> None:
    assert list(unpack("o:x", lambda _, name: (f"{name}1", f"{name}2"))) == [OpenEntry("x1"), OpenEntry("x2")]


@pytest.mark.parametrize(
    "text", ["", ":", "o", "o:", "o:a:b", "n:", "t:a", "t:a:1000", "t:a:x", "z:a", "j:1-2:z", "U:"]
)
def test_a_text_that_no_action_is_packed_as_is_none(text: str) -> None:
    assert list(unpack(text, lambda _, name: (name,))) == []


@pytest.mark.parametrize("codecs", [(), (NamedIdCodec("entry"), TextCodec("[0-9]", int))])
def test_a_line_with_a_codec_too_few_or_too_many_is_refused(codecs: tuple[NamedIdCodec, ...]) -> None:
    with pytest.raises(ValueError, match="OpenEntry needs a codec for each of"):
        ActionCode("o", OpenEntry, *codecs)
