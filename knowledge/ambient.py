"""Tests of messages not addressed to the bot: only a question that the FAQ answers beyond doubt is answered.

Whoever asks a bot wants an answer; whoever asks a group expects none from a bot, and one that is beside the point
disturbs everybody. So only what asks, names somebody whom the article names, and scores as hardly anything else does
is answered.
"""

from __future__ import annotations

from knowledge.library import ANY_ARTICLE, ArticleChoice, Library
from knowledge.matcher import Match, Outcome
from knowledge.text.question_detection import is_one_question

CERTAIN = 98.0
"""The least score, 0 to 100, at which a question that is put to nobody is answered."""


def is_certain(match: Match, least: float = CERTAIN) -> bool:
    """Tell whether a match answers with a score that leaves hardly a doubt."""
    return match.outcome is Outcome.ANSWER and match.candidates[0].score >= least


def asks_about(library: Library, text: str) -> bool:
    """Tell whether a message asks one thing and names somebody whom an article names.

    Without a name, a question ("How long did it last?") may be about anything that the group talks of; a name alone
    ("Donald Trump?") asks nothing.
    """
    languages, lexicon = library.languages, library.lexicon
    if not is_one_question(text, languages) or not lexicon.names_somebody(text, languages):
        return False
    return lexicon.sole_name(text, languages) is None


def certain_match(library: Library, text: str, choice: ArticleChoice = ANY_ARTICLE) -> Match | None:
    """Return the match of a message not addressed to the bot; None unless it is a question answered beyond doubt."""
    if not asks_about(library, text):
        return None
    match = library.decide(text, choice)
    return match if is_certain(match) and match.language in (None, *library.languages) else None
