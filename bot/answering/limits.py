"""Limits to what one person, and one group, may ask: nobody drowns the others, nor makes the bot a nuisance.

Time is Telegram's, read off the updates, so that what waited while the bot was stopped is not taken for a flood.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

_MINUTE, _HOUR = 60.0, 3600.0
MOST_KNOWN = 20_000


class Act(Enum):
    """An act that somebody can trigger: each costs allowance."""

    ASK = auto()
    """A question or a command: a message is sent."""
    PRESS = auto()
    """A button: a message is edited or deleted."""
    EDIT = auto()
    """An edited question: its answer is edited."""
    VOTE = auto()
    INLINE = auto()
    """An inline query: one at every keystroke."""
    HEAR = auto()
    """A message that is looked up and then met with silence."""
    COURTESY = auto()
    """Thanks and the like, which are met with a word."""


class LimitDecision(Enum):
    """The decision on an act."""

    ANSWER = auto()
    NOTICE = auto()
    SILENCE = auto()


@dataclass(frozen=True, slots=True)
class Budget:
    """Numbers of acts within some seconds that one person or one group is granted.

    Attributes:
        name: Of the acts.
        rates: Pairs of a number and of seconds, the shorter ones first; all of them hold.
    """

    name: str
    rates: tuple[tuple[int, float], ...]


_QUESTIONS_IN_GROUPS = Budget("questions in groups", ((6, _MINUTE), (30, _HOUR)))
_QUESTIONS_IN_PRIVATE = Budget("questions in private", ((15, _MINUTE), (120, _HOUR)))
_WRITES_IN_GROUPS = Budget("writes in groups", ((12, _MINUTE), (90, _HOUR)))
_WRITES_IN_PRIVATE = Budget("writes in private", ((30, _MINUTE), (300, _HOUR)))
_VOTES = Budget("votes", ((20, _MINUTE), (200, _HOUR)))
_INLINE = Budget("inline queries", ((120, _MINUTE), (1500, _HOUR)))
_HEARD = Budget("heard", ((30, _MINUTE), (300, _HOUR)))
_COURTESY = Budget("courtesy", ((3, _MINUTE), (20, _HOUR)))
_A_GROUP = Budget("a group", ((20, _MINUTE),))

_IN_GROUPS = {
    Act.ASK: (_QUESTIONS_IN_GROUPS, _WRITES_IN_GROUPS),
    Act.PRESS: (_WRITES_IN_GROUPS,),
    Act.EDIT: (_WRITES_IN_GROUPS,),
    Act.VOTE: (_VOTES,),
    Act.INLINE: (_INLINE,),
    Act.HEAR: (_HEARD,),
    Act.COURTESY: (_COURTESY,),
}
_IN_PRIVATE = _IN_GROUPS | {
    Act.ASK: (_QUESTIONS_IN_PRIVATE, _WRITES_IN_PRIVATE),
    Act.PRESS: (_WRITES_IN_PRIVATE,),
    Act.EDIT: (_WRITES_IN_PRIVATE,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgets:
    """The budgets that each act is charged to.

    Attributes:
        in_groups: Of one person, for what they do in groups.
        in_private: Of one person, for what they do in private.
        of_a_group: Of one group, for what is written in it.
    """

    in_groups: Mapping[Act, Sequence[Budget]]
    in_private: Mapping[Act, Sequence[Budget]]
    of_a_group: Budget


BUDGETS = Budgets(in_groups=_IN_GROUPS, in_private=_IN_PRIVATE, of_a_group=_A_GROUP)
_WRITING = (Act.ASK, Act.PRESS, Act.EDIT, Act.COURTESY)


@dataclass(slots=True)
class _Bucket:
    """A leaky bucket: it holds a number of acts, and leaks as many within some seconds."""

    most: int
    seconds: float
    level: float = 0.0
    at: float = 0.0

    def has_room(self, now: float) -> bool:
        """Tell whether one more goes in."""
        self.level = max(0.0, self.level - max(0.0, now - self.at) * self.most / self.seconds)
        self.at = max(now, self.at)
        return self.level + 1 <= self.most

    def pause(self, now: float) -> float:
        """Return the seconds after which one more goes in."""
        missing = 0.0 if self.has_room(now) else self.level + 1 - self.most
        return missing * self.seconds / self.most


class _Allowance:
    """An account of a budget: of one person or one group, and whether they were told that it is used up."""

    def __init__(self, budget: Budget) -> None:
        self._used = [_Bucket(most, seconds) for most, seconds in budget.rates]
        self._told = [_Bucket(1, seconds) for _, seconds in budget.rates]

    def exceeded(self, now: float) -> int | None:
        """Return which rate is used up, the one over the longest time first; None if there is room."""
        full = [number for number, bucket in enumerate(self._used) if not bucket.has_room(now)]
        return max(full, default=None)

    def pause(self, now: float) -> float:
        """Return the seconds after which there is room."""
        return max(bucket.pause(now) for bucket in self._used)

    def use(self) -> None:
        """Count one act."""
        for bucket in self._used:
            bucket.level += 1

    def is_to_be_told(self, number: int, now: float) -> bool:
        """Tell whether a rate is exceeded for the first time within its period; it counts as told then."""
        told = self._told[number]
        if not told.has_room(now):
            return False
        told.level += 1
        return True


class Limits:
    """The limits; acts are counted in memory.

    Args:
        exempt: The ids of those who may do as much as they like.
        active: False if there are no limits.
        most_known: The number of allowances of people and groups that are kept, those that were used last.
        budgets: Of people and groups.
    """

    def __init__(
        self, exempt: frozenset[int], *, active: bool, most_known: int = MOST_KNOWN, budgets: Budgets = BUDGETS
    ) -> None:
        self._budgets = budgets
        self._exempt = exempt
        self._active = active
        self._most_known = most_known
        self._known: OrderedDict[tuple[int, Budget], _Allowance] = OrderedDict()

    def decide(self, act: Act, person_id: int, chat_id: int, now: float, *, silently: bool = False) -> LimitDecision:
        """Return the decision on one more act; it counts if it is to be answered.

        Args:
            act: The act.
            person_id: The person who does it; the chat on whose behalf, where no person is known.
            chat_id: The chat; groups have negative ids.
            now: The time, in seconds since 1970.
            silently: True if nobody is to be told that it is too much.
        """
        allowances = self._allowances(act, person_id, chat_id)
        for allowance in allowances:
            number = allowance.exceeded(now)
            if number is not None:
                is_told = not silently and allowance.is_to_be_told(number, now)
                return LimitDecision.NOTICE if is_told else LimitDecision.SILENCE
        for allowance in allowances:
            allowance.use()
        return LimitDecision.ANSWER

    def pause(self, act: Act, person_id: int, chat_id: int, now: float) -> float:
        """Return the seconds after which one more act would be answered."""
        return max((each.pause(now) for each in self._allowances(act, person_id, chat_id)), default=0.0)

    def _allowances(self, act: Act, person_id: int, chat_id: int) -> Sequence[_Allowance]:
        if not self._active or person_id in self._exempt:
            return ()
        if chat_id >= 0:
            return [self._of(person_id, budget) for budget in self._budgets.in_private[act]]
        own = [self._of(person_id, budget) for budget in self._budgets.in_groups[act]]
        return [*own, self._of(chat_id, self._budgets.of_a_group)] if act in _WRITING else own

    def _of(self, number: int, budget: Budget) -> _Allowance:
        key = (number, budget)
        allowance = self._known.get(key)
        if allowance is None:
            allowance = self._known[key] = _Allowance(budget)
            if len(self._known) > self._most_known:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return allowance
