"""The table of methods."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from botapi.monitor import Monitor
from botapi.spec import METHODS
from botapi.wire import ApiError, Arguments

Handler = Callable[[Arguments], Any]


class Methods:
    """Answers calls, one at a time."""

    def __init__(self, monitor: Monitor, *tables: Mapping[str, Handler]) -> None:
        self._monitor = monitor
        self._handlers = {name.lower(): handler for table in tables for name, handler in table.items()}

    def call(self, method: str, arguments: Arguments) -> Any:
        """Return the result of a call; methods of the Bot API that are not simulated return True.

        Raises:
            ApiError: Telegram would refuse.
        """
        name = method.lower()
        if name not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        with self._monitor.changing():
            handler = self._handlers.get(name)
            return handler(arguments) if handler else True
