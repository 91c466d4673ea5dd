"""Updates that wait until the person whose acts they are may act again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.store.inbox import ReceivedUpdate
from bot.turn import Postponed, Subject, SubjectKind


@dataclass(slots=True)
class _Line:
    """Updates of one person that wait, in order.

    Attributes:
        waiting: The updates, by what they are about.
        due: The subject of the one that is being handled again.
        update_id: The number of that one.
        timer: Runs until the first is.
    """

    waiting: dict[Subject, ReceivedUpdate] = field(default_factory=dict)
    due: Subject | None = None
    update_id: int = 0
    timer: asyncio.TimerHandle | None = None


class Postponements:
    """Postponed updates, kept in memory and given back one after the other, each person's apart from the others'.

    However many a person has, one of them is tried at a time: they are no load.

    Args:
        resume: Takes one whose time has come.
        most: The number that is kept.
    """

    def __init__(self, resume: Callable[[ReceivedUpdate], None], most: int) -> None:
        self._resume = resume
        self._most = most
        self._lines: dict[int, _Line] = {}
        self._due: dict[int, Subject] = {}
        self._count = 0

    def of_chat(self, chat_id: int) -> list[int]:
        """List the numbers of a chat's updates that wait, or are being handled again."""
        return [
            received.update_id
            for line in self._lines.values()
            for received in line.waiting.values()
            if received.chat_id == chat_id
        ]

    def put(self, received: ReceivedUpdate, postponed: Postponed) -> ReceivedUpdate | None:
        """Keep an update in place of an earlier one about the same.

        Returns:
            The one that is not kept any more: that one; or, where there are too many, the newest of whoever has most.
        """
        subject = postponed.subject
        line = self._lines.setdefault(subject.person_id, _Line())
        earlier = line.waiting.get(subject)
        if line.due == subject:
            # It goes behind the others, which may be refused for less long.
            del line.waiting[subject]
            self._clear_due(line)
        line.waiting[subject] = received
        if line.due is None and line.timer is None:
            loop = asyncio.get_running_loop()
            line.timer = loop.call_later(postponed.seconds, self._on_timer, subject.person_id)
        if earlier is not None:
            return earlier if earlier.update_id != received.update_id else None
        self._count += 1
        return self._evict() if self._count > self._most else None

    def discard(self, subject: Subject) -> ReceivedUpdate | None:
        """Keep no update about something any more, and return that which was kept."""
        line = self._lines.get(subject.person_id)
        received = line.waiting.pop(subject, None) if line is not None else None
        if line is None or received is None:
            return None
        self._count -= 1
        if line.due == subject:
            self._clear_due(line)
            self._hand_back(subject.person_id, line)
        return received

    def due(self, update_id: int) -> Subject | None:
        """Return the subject of an update that is being handled again; None for any other."""
        return self._due.get(update_id)

    def stop(self) -> None:
        """Give no update back any more."""
        for line in self._lines.values():
            if line.timer is not None:
                line.timer.cancel()

    def _on_timer(self, person_id: int) -> None:
        """Give back the first of a person's, whose time has come."""
        line = self._lines[person_id]
        line.timer = None
        self._hand_back(person_id, line)

    def _hand_back(self, person_id: int, line: _Line) -> None:
        """Give back the first of a person's; those behind it as soon as that has come to its end."""
        if not line.waiting:
            del self._lines[person_id]
            return
        line.due = next(iter(line.waiting))
        received = line.waiting[line.due]
        line.update_id = received.update_id
        self._due[line.update_id] = line.due
        self._resume(received)

    def _clear_due(self, line: _Line) -> None:
        """Put down that no update of a line is being handled again."""
        del self._due[line.update_id]
        line.due = None

    def _evict(self) -> ReceivedUpdate | None:
        """Keep the newest of whoever has most no longer, and return it."""
        line = max(self._lines.values(), key=lambda each: len(each.waiting) - (each.due is not None))
        kept = (subject for subject in line.waiting if subject != line.due)
        return self.discard(max(kept, key=lambda subject: line.waiting[subject].update_id))

    def discard_all(self, kind: SubjectKind, person_id: int) -> list[ReceivedUpdate]:
        """Keep no update of a kind of a person's any more, and return those that were kept."""
        line = self._lines.get(person_id)
        # The one that is being handled again last: the end of that one gives back another.
        subjects = [subject for subject in line.waiting if subject.kind == kind] if line is not None else []
        subjects.sort(key=lambda subject: line is not None and subject == line.due)
        return [received for subject in subjects if (received := self.discard(subject)) is not None]
