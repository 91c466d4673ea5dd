"""Refusals of the Bot API, which are JSON objects with `"ok": false`, as python-telegram-bot's errors."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

_LONGEST_WAIT = 24 * 3600
_ERRORS: dict[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,
    HTTPStatus.CONFLICT: Conflict,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: BadRequest,
}


def refusal_of(answer: object) -> TelegramError | None:
    """Return the error that a refusal of the Bot API stands for.

    The library's own reading of a refusal fails at odd parameters, and repeats in its message whatever it cannot read.

    Args:
        answer: The value of the answer's JSON.

    Returns:
        The error, which is for the caller to raise; None if this is no refusal by the Bot API.
    """
    if not isinstance(answer, dict) or answer.get("ok") is not False:
        return None
    code = _number(answer.get("error_code"))
    if code is None:
        return None
    given = answer.get("parameters")
    parameters: dict[str, Any] = given if isinstance(given, dict) else {}
    if moved_to := _number(parameters.get("migrate_to_chat_id")):
        return ChatMigrated(moved_to)
    if wait := _number(parameters.get("retry_after")):
        return RetryAfter(max(1, min(wait, _LONGEST_WAIT)))
    description = answer.get("description")
    return _ERRORS.get(code, NetworkError)(description if isinstance(description, str) else f"Error {code}")


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
