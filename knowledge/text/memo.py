"""Memoised functions: values that are computed once and kept, as far as there is room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """A mapping of a function's arguments to its values, each computed when it is first looked up.

    Args:
        function: Returns the value of a key.
        most: The most values that are kept; when there are more, all are forgotten.
    """

    def __init__(self, function: Callable[[Key], Value], *, most: int = 10_000) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._function(key)
        return value
