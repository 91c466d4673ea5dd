"""Inline keyboards: what Telegram checks in them, and finding a button in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from botapi.wire import Arguments, Json, bad_request

_LABELLING = {"text", "style", "icon_custom_emoji_id"}
_MOST_BUTTONS = 100
_MOST_BYTES_OF_DATA = 64


def inline_keyboard(arguments: Arguments) -> Json | None:
    """Read ``reply_markup``; markup other than an inline keyboard leaves no trace in a Message.

    Raises:
        ApiError: A button is not acceptable.
    """
    return checked(arguments.json("reply_markup"))


def checked(markup: Any) -> Json | None:
    """Return an inline keyboard once every button has been checked, or None for any other markup."""
    if not isinstance(markup, dict) or not markup.get("inline_keyboard"):
        return None
    count = 0
    for button in buttons(markup):
        count += 1
        _check(button)
    if count > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": [[dict(button) for button in row] for row in markup["inline_keyboard"] if row]}


def buttons(markup: Json | None) -> Iterator[Json]:
    """Yield the buttons of a keyboard, row by row."""
    for row in (markup or {}).get("inline_keyboard", []):
        yield from row


def drawn(markup: Json | None) -> list[str]:
    """Draw a keyboard, a line a row: ``[Yes] [No]``."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [" ".join(f"[{button['text']}]" for button in row) for row in rows]


def button_labelled(markup: Json | None, label: str) -> Json:
    """Return the button with that text, or the only one whose text contains it.

    Raises:
        AssertionError: There is no such button, or several contain the label.
    """
    every = list(buttons(markup))
    exact = [button for button in every if button["text"] == label]
    near = exact or [button for button in every if label in button["text"]]
    assert len(near) == 1 or exact, f"no single button {label!r} among {[button['text'] for button in every]}"
    return near[0]


def _check(button: Json) -> None:
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    kinds = button.keys() - _LABELLING
    if not button["text"].strip() or len(kinds) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= _MOST_BYTES_OF_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and "." not in str(button["url"]) and not str(button["url"]).startswith("tg://"):
        raise bad_request("BUTTON_URL_INVALID")
