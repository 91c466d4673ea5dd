"""Calls that the bot made to the server, in order."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from botapi.monitor import Monitor
from botapi.wire import Json


@dataclass(frozen=True, slots=True)
class Call:
    """One call.

    Attributes:
        method: Its name as sent.
        body: The parameters, strings as sent; a file appears as ``attach://<file name>``.
        at: The time when it arrived, in seconds of `time.monotonic`.
        response: The JSON answered; empty if the connection was closed or the answer was no JSON.
        answered_at: The time when the server was done with it, in seconds of `time.monotonic`.
    """

    method: str
    body: dict[str, str]
    at: float
    response: Json
    answered_at: float

    @property
    def ok(self) -> bool:
        """True if the bot was told that the call succeeded."""
        return bool(self.response.get("ok"))


class Recorder:
    """The calls so far, in the order in which the server was done with them."""

    def __init__(self, monitor: Monitor) -> None:
        self._monitor = monitor
        self._arrived: Counter[str] = Counter()
        self._under_way: Counter[str] = Counter()
        self._most_under_way: Counter[str] = Counter()
        self._changed_at = time.monotonic()
        self.calls: list[Call] = []

    def arrive(self, method: str) -> int:
        """Note a request, and return how many of this method there have been."""
        method = method.lower()
        with self._monitor.changing():
            self._arrived[method] += 1
            self._under_way[method] += 1
            self._most_under_way[method] = max(self._most_under_way[method], self._under_way[method])
            self._touch(method)
            return self._arrived[method]

    def leave(self, method: str) -> None:
        """Note that a request is over, answered or not."""
        with self._monitor.changing():
            self._under_way[method.lower()] -= 1
            self._touch(method)

    def record(self, method: str, body: dict[str, str], at: float, response: Json) -> None:
        """Keep a call."""
        with self._monitor.changing():
            self.calls.append(Call(method, body, at, response, time.monotonic()))

    def of(self, method: str | None, after: int = 0) -> list[Call]:
        """Return the calls of a method (None: of any but getUpdates), the first `after` calls left out."""
        with self._monitor.reading():
            later = self.calls[after:]
        if method is None:
            return [call for call in later if call.method.lower() != "getupdates"]
        return [call for call in later if call.method.lower() == method.lower()]

    def most_in_flight(self, method: str) -> int:
        """Return how many calls of a method were under way at the same time, at most."""
        return self._most_under_way[method.lower()]

    def quiet_for(self, seconds: float) -> bool:
        """Say whether nothing but getUpdates is under way, or was in the last `seconds`."""
        busy = sum(self._under_way.values()) - self._under_way["getupdates"]
        return not busy and time.monotonic() - self._changed_at >= seconds

    def dump(self, path: Path | str) -> None:
        """Write the calls as JSON lines, ``{"n": 1, "method": …, "body": {…}}``."""
        with self._monitor.reading():
            rows = [{"n": n, "method": call.method, "body": call.body} for n, call in enumerate(self.calls, 1)]
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        Path(path).write_text("".join(lines), encoding="utf-8")

    def _touch(self, method: str) -> None:
        if method.lower() != "getupdates":
            self._changed_at = time.monotonic()
