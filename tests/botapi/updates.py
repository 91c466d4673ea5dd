"""The queue of updates: kept in order, and given again until they are confirmed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection
from dataclasses import dataclass

from botapi.monitor import Monitor
from botapi.spec import ON_REQUEST_ONLY, UPDATE_KINDS
from botapi.wire import Json


@dataclass(slots=True)
class Pending:
    """An update that the bot has not confirmed.

    Attributes:
        sequence: Its place in the queue, also its identifier unless it repeats an earlier update.
        value: The Update.
        is_repeat: Its identifier is an earlier one: it counts as confirmed only once it has been given.
        given: It has been returned at least once.
    """

    sequence: int
    value: Json
    is_repeat: bool = False
    given: bool = False

    def is_confirmed_by(self, offset: int) -> bool:
        """Say whether a getUpdates with this positive offset confirms the update."""
        if self.is_repeat:
            return self.given
        return self.sequence < offset


class Updates:
    """Updates on their way to the bot."""

    def __init__(self, monitor: Monitor, first_id: int = 500_000_001) -> None:
        self._monitor = monitor
        self._next_id = first_id
        self._pending: list[Pending] = []
        self._allowed: frozenset[str] = frozenset()
        self.pushed: list[Json] = []
        """Every update so far, confirmed or not."""
        self.on_push: list[Callable[[], None]] = []
        """Called after every push, under the lock, in the thread that pushed."""

    @property
    def pending(self) -> list[Pending]:
        """Those not yet confirmed."""
        with self._monitor.reading():
            return list(self._pending)

    @property
    def allowed(self) -> list[str]:
        """The kinds of updates that the bot last asked for; empty is every kind but `ON_REQUEST_ONLY`."""
        return sorted(self._allowed)

    def allow(self, kinds: Collection[str]) -> None:
        """Remember which kinds to queue from now on; empty restores the default."""
        self._allowed = frozenset(kinds) & UPDATE_KINDS

    def push(self, kind: str, payload: Json) -> Json | None:
        """Queue an update of a kind that the bot asked for.

        Returns:
            The Update, or None if the bot did not ask for this kind.
        """
        return self.push_raw({kind: payload})

    def push_raw(self, value: Json) -> Json | None:
        """Queue anything, with the next ``update_id`` unless it brings one.

        An ``update_id`` ahead of the queue moves the queue forward, as after an idle week; an earlier one is
        a repetition. What is not a known kind of update is queued whatever the bot asked for.
        """
        with self._monitor.changing():
            if not self._wanted(value):
                return None
            value = copy.deepcopy(value)
            given = value.get("update_id", self._next_id)
            sequence = self._next_id
            is_repeat = not isinstance(given, int) or given < self._next_id
            if not is_repeat:
                sequence = given
            self._next_id = sequence + 1
            self._pending.append(Pending(sequence, {"update_id": given, **value}, is_repeat))
            self.pushed.append(self._pending[-1].value)
            for listener in self.on_push:
                listener()
            return copy.deepcopy({"update_id": given, **value})

    def fetch(self, offset: int, limit: int) -> list[Json]:
        """Confirm as getUpdates does with this offset, and return the next updates.

        A negative offset keeps the last ``-offset`` updates only; one ahead of the queue confirms nothing.
        """
        with self._monitor.changing():
            if offset < 0:
                self._pending = self._pending[offset:]
            elif 0 < offset <= self._next_id:
                self._pending = [pending for pending in self._pending if not pending.is_confirmed_by(offset)]
            batch = self._pending[:limit]
            for pending in batch:
                pending.given = True
            return [pending.value for pending in batch]

    def confirm(self, sequence: int) -> None:
        """Forget one update, delivered by webhook."""
        with self._monitor.changing():
            self._pending = [pending for pending in self._pending if pending.sequence != sequence]

    def drop(self) -> None:
        """Forget all that is pending."""
        with self._monitor.changing():
            self._pending = []

    def _wanted(self, value: Json) -> bool:
        kinds = UPDATE_KINDS & value.keys()
        if not kinds:
            return True
        return bool(kinds & self._allowed) if self._allowed else not kinds <= ON_REQUEST_ONLY
