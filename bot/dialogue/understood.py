"""An utterance as it is understood: what it is, and what is to be answered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.facet import Facet
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from knowledge.matcher import Match, Outcome


@dataclass(frozen=True, slots=True)
class Understood:
    """An utterance as it is understood.

    Attributes:
        kind: Its kind.
        question: The question that is answered, with the text that was matched.
        match: The match of it; None where nothing was looked up.
        language: ISO 639-1 code of the table that decided; None where the question itself tells.
        details: The kinds of courtesy, of pointing or of questions about the article.
        facets: The things asked about the entry that was answered with before.
        entry_key: That entry; None without one.
        is_lookup: True if another message was looked up.
        parts: The several questions of one message, each as it is understood.
        unanswered: The questions of the message beyond those parts, as they were typed.
        asked: The words as they were typed; of one of several questions, that question alone.
    """

    kind: IntentKind
    question: Question
    match: Match | None = None
    language: str | None = None
    details: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    entry_key: str | None = None
    is_lookup: bool = False
    parts: tuple[Understood, ...] = ()
    unanswered: tuple[str, ...] = ()
    asked: str = ""

    @property
    def outcome(self) -> Outcome:
        """The outcome of the match; what is asked about an answer is answered from it."""
        return Outcome.ANSWER if self.match is None else self.match.outcome

    @property
    def first_key(self) -> str | None:
        """The key of the first entry that answers, else of the one that was answered with before."""
        found = self.match.candidates if self.match is not None else ()
        return found[0].entry_id if found else self.entry_key
