"""A button that is pressed again is known, for a while and across restarts."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.store.store import Store, open_store
from bot.store.taps import AGAIN_SECONDS, Tap

NOW = int(time.time())
TAP = Tap("-1001234567890", "4242", "3:fr::o:abcdefgh:taptaptapta", 987654321)


async def test_the_first_press_is_the_first_and_the_others_are_not(store: Store) -> None:
    assert not await store.taps.has(TAP, NOW)
    assert [await store.taps.put(TAP, number, NOW) for number in (1, 2, 3)] == [True, False, False]
    assert await store.taps.has(TAP, NOW)


@pytest.mark.parametrize(
    "change", [{"place": "7"}, {"message": "42"}, {"data": "x"}, {"person_id": None}, {"person_id": 7}]
)
async def test_another_place_message_button_or_person_is_another_press(store: Store, change: dict[str, str]) -> None:
    other = replace(TAP, **change)  # type: ignore[arg-type]
    assert await store.taps.put(TAP, 1, NOW)
    assert not await store.taps.has(other, NOW)
    assert await store.taps.put(other, 2, NOW)


async def test_an_update_that_is_handled_again_is_no_second_press(store: Store) -> None:
    assert [await store.taps.put(TAP, 1, NOW) for _ in range(3)] == [True, True, True]
    assert not await store.taps.put(TAP, 2, NOW)


async def test_the_button_of_a_message_that_has_changed_since_is_pressed_anew(store: Store) -> None:
    assert [
        await store.taps.put(TAP, number, NOW, version) for number, version in ((1, 0), (2, 0), (3, 5), (4, 5))
    ] == [True, False, True, False]


async def test_it_is_known_after_a_restart(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        assert await store.taps.put(TAP, 1, NOW)
    with open_store(f"sqlite:///{path}") as store:
        assert not await store.taps.put(TAP, 2, NOW)


async def test_it_is_forgotten_after_a_while(
    store: Store, sql: Callable[[str], Awaitable[list[tuple[Any, ...]]]]
) -> None:
    await store.taps.put(TAP, 1, NOW)
    assert await store.taps.has(TAP, NOW + AGAIN_SECONDS - 1)
    assert not await store.taps.has(TAP, NOW + AGAIN_SECONDS + 1)
    await store.expire(90)
    assert await sql("SELECT count(*) FROM taps") == [(1,)]
    await sql(f"UPDATE taps SET tapped_at = tapped_at - {AGAIN_SECONDS + 2}")
    await store.expire(90)
    assert await sql("SELECT count(*) FROM taps") == [(0,)]


async def test_later_it_is_a_first_press_again(store: Store) -> None:
    later = NOW + AGAIN_SECONDS + 2
    assert await store.taps.put(TAP, 1, NOW)
    assert [await store.taps.put(TAP, number, later) for number in (2, 3)] == [True, False]


async def test_nobody_finds_out_who_pressed_what(store: Store, on_disk: Callable[[], bytes]) -> None:
    await store.taps.put(TAP, 1, NOW)
    for secret in (TAP.place, TAP.message, TAP.data, str(TAP.person_id)):
        assert secret.encode() not in on_disk()


async def test_any_text_is_put_down(store: Store) -> None:
    odd = Tap("inline", "\ud800\u0000", "\udfff:" * 30)
    assert [await store.taps.put(odd, number, NOW) for number in (1, 2)] == [True, False]
