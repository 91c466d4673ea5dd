"""Updates that wait until the person whose acts they are may act again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.store.inbox import ReceivedUpdate


class SubjectKind(StrEnum):
    """The kind of updates of which only the last counts."""

    EDIT = "edit"
    VOTE = "vote"


class Subject(NamedTuple):
    """The one thing that several updates of a person are about, of which only the last counts.

    Attributes:
        kind: Of the updates.
        chat_id: The chat that orders them.
        message_id: The message that they are about.
        person_id: Whose they are; the chat on whose behalf, where no person is known.
    """

    kind: SubjectKind
    chat_id: int
    message_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Postponed:
    """The end of an update's handling that leaves it for later.

    Attributes:
        subject: What it is about.
        seconds: After how many seconds it is handled again, or an earlier one of the same person's.
    """

    subject: Subject
    seconds: float


@dataclass(frozen=True, slots=True)
class Superseding:
    """The end of an update's handling after which no earlier one about the same is to be handled.

    Attributes:
        subject: What it is about.
    """

    subject: Subject


@dataclass(slots=True)
class _Line:
    """What waits of one person, in order.

    Attributes:
        waiting: By what it is about.
        due: What is being handled again.
        number: Of that update.
        timer: Until the first is.
    """

    waiting: dict[Subject, ReceivedUpdate] = field(default_factory=dict)
    due: Subject | None = None
    number: int = 0
    timer: asyncio.TimerHandle | None = None


class Postponements:
    """Postponed updates, kept in memory and given back one after the other, each person's apart from the others'.

    However many a person has, one of them is tried at a time: they are no load.

    Args:
        again: Takes one whose time has come.
        most: So many are kept.
    """

    def __init__(self, again: Callable[[ReceivedUpdate], None], most: int) -> None:
        self._again = again
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
            self._come_back(line)
        line.waiting[subject] = received
        if line.due is None and line.timer is None:
            loop = asyncio.get_running_loop()
            line.timer = loop.call_later(postponed.seconds, self._is_time, subject.person_id)
        if earlier is not None:
            return earlier if earlier.update_id != received.update_id else None
        self._count += 1
        return self._one_too_many() if self._count > self._most else None

    def end(self, subject: Subject) -> ReceivedUpdate | None:
        """Keep no update about something any more, and return that which was kept."""
        line = self._lines.get(subject.person_id)
        received = line.waiting.pop(subject, None) if line is not None else None
        if line is None or received is None:
            return None
        self._count -= 1
        if line.due == subject:
            self._come_back(line)
            self._go_on(subject.person_id, line)
        return received

    def due(self, update_id: int) -> Subject | None:
        """Tell what an update is about that is being handled again; None for any other."""
        return self._due.get(update_id)

    def stop(self) -> None:
        """Give nothing back any more."""
        for line in self._lines.values():
            if line.timer is not None:
                line.timer.cancel()

    def _is_time(self, person_id: int) -> None:
        line = self._lines[person_id]
        line.timer = None
        self._go_on(person_id, line)

    def _go_on(self, person_id: int, line: _Line) -> None:
        """Give back the first of a person's; those behind it as soon as that has come to its end."""
        if not line.waiting:
            del self._lines[person_id]
            return
        line.due = next(iter(line.waiting))
        received = line.waiting[line.due]
        line.number = received.update_id
        self._due[line.number] = line.due
        self._again(received)

    def _come_back(self, line: _Line) -> None:
        """Note that nothing of a line is being handled again."""
        del self._due[line.number]
        line.due = None

    def _one_too_many(self) -> ReceivedUpdate | None:
        line = max(self._lines.values(), key=lambda each: len(each.waiting) - (each.due is not None))
        kept = (subject for subject in line.waiting if subject != line.due)
        return self.end(max(kept, key=lambda subject: line.waiting[subject].update_id))

    def end_all(self, kind: SubjectKind, person_id: int) -> list[ReceivedUpdate]:
        """Keep no update of a kind of a person's any more, and return those that were kept."""
        line = self._lines.get(person_id)
        # The one that is being handled again last: the end of that one gives back another.
        subjects = [subject for subject in line.waiting if subject.kind == kind] if line is not None else []
        subjects.sort(key=lambda subject: line is not None and subject == line.due)
        return [received for subject in subjects if (received := self.end(subject)) is not None]
