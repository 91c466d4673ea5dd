"""How much one person, and one group, may ask: nobody drowns the others, nor makes the bot a nuisance.

Time is that of the questions, so that those which waited while the bot was stopped are not taken for a flood.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum, auto

_MINUTE, _HOUR = 60.0, 3600.0
# How much, within how many seconds.
_A_PERSON_IN_GROUPS = ((6, _MINUTE), (30, _HOUR))
_A_PERSON_IN_PRIVATE = ((15, _MINUTE), (120, _HOUR))
_A_GROUP = ((20, _MINUTE),)
_MOST_KNOWN = 10_000

Rates = tuple[tuple[int, float], ...]


class Verdict(Enum):
    """What becomes of a question."""

    ANSWER = auto()
    NOTICE = auto()
    SILENCE = auto()


@dataclass(slots=True)
class _Bucket:
    """Holds so many questions, and leaks as many within some seconds."""

    most: int
    seconds: float
    level: float = 0.0
    at: float = 0.0

    def has_room(self, now: float) -> bool:
        """Whether one more goes in."""
        self.level = max(0.0, self.level - max(0.0, now - self.at) * self.most / self.seconds)
        self.at = max(now, self.at)
        return self.level + 1 <= self.most


class _Allowance:
    """What one person or one group may ask, and whether they were told that it is too much."""

    def __init__(self, rates: Rates) -> None:
        self._asked = [_Bucket(most, seconds) for most, seconds in rates]
        self._told = [_Bucket(1, seconds) for _, seconds in rates]

    def exceeded(self, now: float) -> int | None:
        """Which rate is used up, the one over the longest time first; None if there is room."""
        full = [number for number, bucket in enumerate(self._asked) if not bucket.has_room(now)]
        return max(full, default=None)

    def use(self) -> None:
        """Counts one question."""
        for bucket in self._asked:
            bucket.level += 1

    def is_to_be_told(self, number: int, now: float) -> bool:
        """Whether a rate is exceeded for the first time within its period; it counts as told then."""
        told = self._told[number]
        if not told.has_room(now):
            return False
        told.level += 1
        return True


class Limits:
    """Counts questions, in memory.

    Args:
        exempt: The ids of those who may ask as much as they like.
        active: Whether there are any limits.
    """

    def __init__(self, exempt: frozenset[int], *, active: bool) -> None:
        self._exempt = exempt
        self._active = active
        self._known: OrderedDict[tuple[int, Rates], _Allowance] = OrderedDict()

    def verdict(self, asker_id: int, chat_id: int, now: float, *, silently: bool = False) -> Verdict:
        """What becomes of one more question; it counts if it is to be answered.

        Args:
            asker_id: Who asks; the chat on whose behalf, where no person is known.
            chat_id: Where; groups have negative ids.
            now: When it is asked, in seconds since 1970.
            silently: Whether nobody is to be told that it is too much.
        """
        if not self._active or asker_id in self._exempt:
            return Verdict.ANSWER
        in_group = chat_id < 0
        allowances = [self._of(asker_id, _A_PERSON_IN_GROUPS if in_group else _A_PERSON_IN_PRIVATE)]
        if in_group:
            allowances.append(self._of(chat_id, _A_GROUP))
        for allowance in allowances:
            number = allowance.exceeded(now)
            if number is not None:
                is_told = not silently and allowance.is_to_be_told(number, now)
                return Verdict.NOTICE if is_told else Verdict.SILENCE
        for allowance in allowances:
            allowance.use()
        return Verdict.ANSWER

    def _of(self, number: int, rates: Rates) -> _Allowance:
        key = (number, rates)
        allowance = self._known.setdefault(key, _Allowance(rates))
        self._known.move_to_end(key)
        while len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return allowance
