"""Memoised functions: values that are computed once and kept, as far as there is room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Memo(dict[_Key, _Value]):
    """A mapping of a function's arguments to its values, each computed when it is first looked up.

    Args:
        function: Returns the value of a key.
        most: The most values that are kept; when there are more, all are forgotten.
    """

    def __init__(self, function: Callable[[_Key], _Value], *, most: int = 10_000) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: _Key) -> _Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._function(key)
        return value
