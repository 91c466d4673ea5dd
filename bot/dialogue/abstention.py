"""Abstention: word that nothing was found, in one article or in several, and ways to go on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.actions import BrowseTopics
from bot.dialogue.articles import distinct_title, ordered
from bot.dialogue.parts import MainText
from bot.dialogue.reply import Button, Reply
from bot.phrases import phrases
from knowledge.library import ArticleChoice, Library
from knowledge.matcher import Outcome

_OF_SEVERAL = {
    "abstain": "abstain-many",
    "abstain-near": "abstain-near-many",
    "abstain-short": "abstain-short-many",
    "rejected": "rejected-many",
}
"""Phrases of abstention, and those for the abstention of several articles."""


class Abstention:
    """The replies for what a library does not answer.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def reply(
        self, language: str, choice: ArticleChoice, near: Sequence[Button], others: Sequence[Button] = ()
    ) -> Reply:
        """Return word that no answer was found.

        Args:
            language: Of the reply.
            choice: The articles that were asked.
            near: Buttons to the nearest entries, which the line announces.
            others: Buttons that follow them.
        """
        if near:
            lead = MainText(self._line("abstain-near", language, choice, count=len(near)))
        else:
            lead = MainText(self._line("abstain", language, choice))
        return Reply(language, (lead,), (*near, *others, browse_button(language)), outcome=Outcome.ABSTAIN)

    def rejection(self, language: str, choice: ArticleChoice) -> Reply:
        """Return the reply to "none of these"."""
        parts = (MainText(self._line("rejected", language, choice)),)
        return Reply(language, parts, (browse_button(language),), outcome=Outcome.ABSTAIN)

    def named(self, language: str, choice: ArticleChoice) -> Reply:
        """Return one line where others read along, who may not know which article is meant."""
        title = distinct_title(ordered(self._library, choice)[0], self._library.articles, language)
        line = self._line("abstain-short", language, choice, title=phrases(language).quoted(title))
        return Reply(language, (MainText(line),), outcome=Outcome.ABSTAIN)

    def _line(self, key: str, language: str, choice: ArticleChoice, **values: str | int) -> str:
        several = len(ordered(self._library, choice)) > 1
        return phrases(language)(_OF_SEVERAL[key] if several else key, **values)


def browse_button(language: str) -> Button:
    """Return the button to all topics."""
    return Button(phrases(language)("topics-button"), BrowseTopics())
