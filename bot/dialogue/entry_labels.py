"""Labels of entries to choose from, with the titles of their articles where these are several."""

from __future__ import annotations

from bot.dialogue.actions import ChooseEntry, OpenEntry
from bot.dialogue.articles import distinct_title
from bot.dialogue.labels import LONGEST_LABEL, cut
from bot.dialogue.reply import Button
from knowledge.library import Library
from knowledge.matcher import Match

# Characters of a label that an article's title may take from the question beside it.
_LONGEST_TITLE = 13
_BETWEEN = " · "


class EntryLabels:
    """The labels of a library's entries.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def label(self, entry_key: str, language: str, *, titled: bool) -> str:
        """Return the label of a button to an entry.

        Args:
            entry_key: The entry.
            language: Of the label.
            titled: True if the title of its article follows; both are cut then.
        """
        question = self._library.label(entry_key, language)
        if not titled:
            return question
        title = cut(self._title(entry_key, language), _LONGEST_TITLE)
        return f"{cut(question, LONGEST_LABEL - len(title) - len(_BETWEEN))}{_BETWEEN}{title}"

    def offer(self, entry_key: str, language: str, *, titled: bool) -> str:
        """Return the whole line for an entry to choose, of which a button shows the label.

        Args:
            entry_key: The entry.
            language: Of the line.
            titled: True if the title of its article follows.
        """
        question = self._library.title(entry_key, language)
        return f"{question}{_BETWEEN}{self._title(entry_key, language)}" if titled else question

    def buttons(self, match: Match, language: str, action: type[OpenEntry] | type[ChooseEntry]) -> list[Button]:
        """Return the candidates of a match as buttons, with the titles of their articles where these are several."""
        shown = [candidate.entry_id for candidate in match.shown_candidates]
        titled = len({self._library.entries[key].article for key in shown}) > 1
        return [Button(self.label(key, language, titled=titled), action(key)) for key in shown]

    def _title(self, entry_key: str, language: str) -> str:
        article = self._library.by_slug[self._library.entries[entry_key].article]
        return distinct_title(article, self._library.articles, language)
