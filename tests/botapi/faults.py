"""Failures that a test orders: the server answers badly, late, or not at all."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from botapi.monitor import Monitor
from botapi.wire import ApiError, Json

Drop = Literal["before_reading", "after_reading", "after_work"]
"""The moment of the loss: unread and unrecorded; read and recorded but not done; done but not answered."""

HTML_502 = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
_DESCRIPTIONS = {
    400: "Bad Request: refused by the test",
    403: "Forbidden: bot was blocked by the user",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    413: "Request Entity Too Large",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One failure.

    Attributes:
        status: The HTTP status to answer with instead of doing the work; None does the work.
        retry_after: Seconds, for status 429.
        description: Telegram's sentence; by default the usual one for the status.
        html: Answer with a proxy's HTML page instead of JSON; by default for status 502.
        drop: Close the connection instead of answering.
        delay: Seconds to wait, after reading, before anything else.
    """

    status: int | None = None
    retry_after: int | None = None
    description: str = ""
    html: bool | None = None
    drop: Drop | None = None
    delay: float = 0.0

    @property
    def is_html(self) -> bool:
        """True if the answer is a page instead of JSON."""
        return self.status == 502 if self.html is None else self.html

    def error(self) -> ApiError | None:
        """Return the refusal to answer with, if there is one."""
        if self.status is None:
            return None
        parameters: Json | None = None if self.retry_after is None else {"retry_after": self.retry_after}
        usual = _DESCRIPTIONS.get(self.status, "Internal Server Error")
        if self.status == 429:
            usual = f"Too Many Requests: retry after {self.retry_after or 0}"
        return ApiError(self.status, self.description or usual, parameters)


OnRequest = Callable[[str, Mapping[str, str], int], Fault | None]
"""Called with the method, its body, and how many requests of that method there have been, this one included."""


class Faults:
    """Failures waiting for their requests, in the order in which they were ordered."""

    def __init__(self, monitor: Monitor) -> None:
        self._monitor = monitor
        self._waiting: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.on_request: OnRequest | None = None

    def fail_next(
        self,
        method: str,
        *,
        status: int | None = None,
        retry_after: int | None = None,
        description: str = "",
        html: bool | None = None,
        drop: Drop | None = None,
        delay: float = 0.0,
        times: int = 1,
    ) -> None:
        """Make the next `times` calls of a method fail as `Fault` says."""
        fault = Fault(status, retry_after, description, html, drop, delay)
        with self._monitor.changing():
            self._waiting[method.lower()].extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        """Return the failure that waits for this request, and forget it."""
        with self._monitor.changing():
            waiting = self._waiting[method.lower()]
            return waiting.popleft() if waiting else None

    def asked(self, method: str, body: Mapping[str, str], nth: int) -> Fault | None:
        """Ask the test's own function, outside the lock."""
        return self.on_request(method, body, nth) if self.on_request else None
