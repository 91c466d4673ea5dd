"""The turn of one update: from when its handling begins until it is known what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.dialogue.reply import Reply
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.store.inbox import ReceivedUpdate, UpdateState


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
        person_id: The person who sent them; the chat on whose behalf, where no person is known.
    """

    kind: SubjectKind
    chat_id: int
    message_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a turn after which its update is not handled again.

    Attributes:
        state: The state of its row in the inbox: done, unknown or failed, which is quarantined.
    """

    state: UpdateState


@dataclass(frozen=True, slots=True)
class Postponed:
    """The end of a turn after which its update is handled again.

    Attributes:
        subject: The message and person of the postponed edit or vote: a later one about the same takes its place.
        seconds: After how many seconds it is handled again, or an earlier one of the same person's.
    """

    subject: Subject
    seconds: float


@dataclass(frozen=True, slots=True)
class Superseding:
    """The end of a turn after which no earlier update about the same is to be handled.

    Attributes:
        subject: The message and person of the edit or vote that was done: postponed ones about the same are dropped.
    """

    subject: Subject


TurnEnd = Ended | Postponed | Superseding
"""The end of a turn."""


class TurnOver(RuntimeError):
    """A second message is about to be sent for an update that one has ended already.

    Attributes:
        update_id: The number of the update.
    """

    def __init__(self, update_id: int, state: UpdateState) -> None:
        super().__init__(
            f"The turn of update {update_id} is over, its row is {state}: send all that answers it in one message."
        )
        self.update_id = update_id


@dataclass(slots=True)
class Turn:
    """The turn of one update, handed along by whoever handles it.

    Attributes:
        received: The update as it came.
        asker_id: The person who sent it, or the chat on whose behalf; its chat where neither is known.
        message_id: The message that it brings, or that the pressed button stands under; 0 without one.
        surface: The way in, by the kind of the update until a handler knows better; None where it brings nothing that
            the bot handles.
        outcome: The outcome of the reply, as it is counted; None if nothing was asked of the bot.
        language: ISO 639-1 code of the reply; None without one.
        entry_key: The entry that the reply answers with; None without one.
        end: Its end; None until then. A message that is sent ends it before its handler returns.
    """

    received: ReceivedUpdate
    asker_id: int
    message_id: int = 0
    surface: Surface | None = None
    outcome: ReplyOutcome | None = None
    language: str | None = None
    entry_key: str | None = None
    end: TurnEnd | None = None

    @property
    def update_id(self) -> int:
        """The number of the update."""
        return self.received.update_id

    @property
    def sent_at(self) -> int:
        """The time when it was made, by Telegram's clock, in seconds since 1970."""
        return self.received.sent_at

    @property
    def chat_id(self) -> int:
        """Its chat; whoever sent it where the bot sees none, 0 where neither is known."""
        return self.received.chat_id

    def subject(self, kind: SubjectKind) -> Subject:
        """Return the message and person that an edit or vote is about."""
        return Subject(kind, self.chat_id, self.message_id, self.asker_id)

    def conclude(self, reply: Reply | None) -> None:
        """Put down the outcome, the language and the entry of the reply.

        Args:
            reply: Answers it; None for silence.
        """
        self.outcome = ReplyOutcome.of(reply)
        self.language = reply.language if reply is not None else None
        self.entry_key = reply.entry_key if reply is not None else None
