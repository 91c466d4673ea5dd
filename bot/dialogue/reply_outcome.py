"""The outcomes of updates."""

from __future__ import annotations

from enum import StrEnum

from bot.dialogue.reply import Reply
from knowledge.matcher import Outcome


class ReplyOutcome(StrEnum):
    """The outcome of an update: a question's, silence, or a reply to what is no question."""

    ANSWER = Outcome.ANSWER.value
    CHOOSE = Outcome.CHOOSE.value
    ABSTAIN = Outcome.ABSTAIN.value
    SILENT = "silent"
    REPLY = "reply"

    @classmethod
    def of(cls, reply: Reply | None) -> ReplyOutcome:
        """Return the outcome of an update that a reply answers, or nothing does."""
        if reply is None:
            return cls.SILENT
        return cls.REPLY if reply.outcome is None else cls(reply.outcome.value)
