"""The interpretation of an utterance: its kind, and the question or the entry that the reply is about."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.facet import Facet
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from knowledge.matcher import Match, Outcome

NOBODY_MEANT = "nobody"
"""The detail of what goes on with a pronoun for somebody whom the answer before does not name."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The interpretation of an utterance, from which a reply is made.

    Attributes:
        kind: The kind of the utterance, such as a question, courtesy, or a question about the answer before.
        question: The question to answer; its text is the one that was matched, which may be that of another message.
        match: The match of that text; None where nothing was matched.
        language: ISO 639-1 code of the table of phrases that was recognised; None where the text tells it.
        details: The names of the phrases that were recognised: kinds of courtesy, of pointing, or of questions about
            the article.
        facets: The things that are asked about the entry of the answer before, such as its date.
        entry_key: The key of that entry; None without one.
        is_lookup: True if the text that was matched is that of the message above.
        parts: The interpretations of the several questions of one message; empty for one question.
        unanswered: The questions of the message beyond those parts, as they were typed.
        typed_text: The words as they were typed; of one of several questions, that question alone.
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
    typed_text: str = ""

    @property
    def outcome(self) -> Outcome:
        """The outcome of the match; what is asked about an answer is answered from it."""
        return Outcome.ANSWER if self.match is None else self.match.outcome

    @property
    def first_key(self) -> str | None:
        """The key of the first entry that answers, else of the one that was answered with before."""
        found = self.match.candidates if self.match is not None else ()
        return found[0].entry_id if found else self.entry_key
