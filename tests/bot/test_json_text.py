"""JSON from the network is read as far as it can be handled, and written again."""

from __future__ import annotations

import json
import math
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.json_text import DEEPEST, read

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def nested(levels: int) -> bytes:
    """Return arrays and objects in turn, one in the other."""
    return (b'[{"a":' * (levels // 2)) + b"1" + (b"}]" * (levels // 2))


def depth(value: Any) -> int:
    """Count the levels."""
    levels = 0
    while isinstance(value, list | dict):
        levels += 1
        value = value[0] if isinstance(value, list) else value["a"]
    return levels


@pytest.mark.slow
@given(VALUES)
@settings(max_examples=50, deadline=None)
def test_what_is_not_deep_is_read_as_it_is(value: Any) -> None:
    assert read(json.dumps(value).encode()) == value


@pytest.mark.slow
@given(VALUES)
@settings(max_examples=50, deadline=None)
def test_neither_is_anything_left_out_of_what_is_merely_long(value: Any) -> None:
    assert read(json.dumps([value] * (DEEPEST + 1)).encode()) == [value] * (DEEPEST + 1)


@pytest.mark.parametrize("levels", [DEEPEST - 2, DEEPEST, DEEPEST + 2, 900, 970, 990, 5000, 100_000])
def test_what_is_too_deep_is_left_out_and_the_rest_is_kept(levels: int) -> None:
    text = b'{"before": "[{", "deep": %s, "after": ["\\\\\\"]"]}' % nested(levels)
    value = read(text)
    assert value["before"] == "[{"
    assert value["after"] == ['\\"]']
    assert depth(value["deep"]) == min(levels, DEEPEST - 1)
    assert json.loads(json.dumps(value)) == value


@pytest.mark.parametrize("digits", [100, 999, 4300, 4301, 5000, 1_000_000])
def test_an_integer_of_any_length_leaves_the_rest_readable(digits: int) -> None:
    value = read(b'{"long": -%s, "short": 7, "text": "%s"}' % (b"9" * digits, b"9" * 5000))
    assert value["short"] == 7
    assert value["text"] == "9" * 5000
    assert value["long"] is None or value["long"] < 0
    assert json.loads(json.dumps(value)) == value


def test_numbers_that_are_none_and_keys_that_come_twice_are_read() -> None:
    value = read(b'{"a": NaN, "b": -Infinity, "c": 1e999, "d": 1, "d": 2}')
    assert math.isnan(value["a"])
    assert (value["b"], value["c"], value["d"]) == (-math.inf, math.inf, 2)


NO_JSON = [
    b"",
    b"{",
    b"[" * 100_000,
    b"]" * 100_000,
    b'"' * 99_999,
    b"[1,]",
    b"\xff\xfe\xfd",
    b'"\xd0"',
    b"<html>" * 50,
]


@pytest.mark.parametrize("text", [*NO_JSON, nested(500)[:-1], nested(500) + b"]", b'{"a": "' + nested(500)])
def test_what_is_no_json_is_an_error(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        read(text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_neither_is_json_in_another_encoding_however_deep_it_is(encoding: str) -> None:
    for text in ('{"update_id": 1}', '["\\"", {}{},"]'.format("[" * 100_000, "]" * 100_000)):
        with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
            read(text.encode(encoding))


def test_a_byte_order_mark_and_half_a_surrogate_pair_are_no_fault() -> None:
    assert read(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}
    assert read(b'"\xed\xa0\xbd"') == read(b'"\\ud83d"') == "\ud83d"


@pytest.mark.parametrize("inside", [b'\\"', b"\\\\", b'"', b"x", b"\\"])
def test_a_text_that_breaks_off_within_a_string_is_gone_through_once(inside: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        read(b"[" * (DEEPEST + 1) + b'"' + inside * 100_000)
    assert time.monotonic() - started < 1
