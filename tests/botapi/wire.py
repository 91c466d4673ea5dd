"""The wire between a bot and the server: JSON objects, arguments as sent, and refusals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal in the words of Telegram.

    Args:
        code: The HTTP status, repeated as ``error_code``.
        description: The sentence, with its prefix ("Bad Request: …").
        parameters: ``retry_after`` or ``migrate_to_chat_id``, if any.
    """

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def payload(self) -> Json:
        """Return the body of the response."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> ApiError:
    """Return the 400 whose description is "Bad Request: <reason>"."""
    return ApiError(400, f"Bad Request: {reason}")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parameters of one call, strings as sent, and the files sent with it."""

    body: Mapping[str, str]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.body

    def text(self, name: str) -> str:
        """Return a parameter, or the empty string if it is absent."""
        return self.body.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """Return a parameter as an integer; one that is no integer counts as absent, as on Telegram."""
        try:
            return int(self.body.get(name, ""))
        except ValueError:
            return default

    def boolean(self, name: str) -> bool:
        """Return a parameter as a boolean; absent is false."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def json(self, name: str) -> Any:
        """Return a JSON-serialised parameter, or None if it is absent or empty.

        Raises:
            ApiError: It is not JSON.
        """
        text = self.text(name)
        if not text:
            return None
        try:
            return json.loads(text)
        except ValueError as error:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error
