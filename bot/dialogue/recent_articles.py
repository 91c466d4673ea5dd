"""The articles that chats have been answered from lately."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

RECENT_SECONDS = 1800
"""The seconds for which an answer makes its article the one that is talked of."""
_MOST_PLACES = 10_000


class RecentArticles:
    """The article of the last answer in each place, in memory; the places not answered in for longest go first.

    Args:
        most_places: The number of places that are remembered.
    """

    def __init__(self, most_places: int = _MOST_PLACES) -> None:
        self._most_places = most_places
        self._answered: OrderedDict[Hashable, tuple[str, int]] = OrderedDict()

    def put(self, place: Hashable, slug: str, at: int) -> None:
        """Put down the article of an answer.

        Args:
            place: The chat in which it was given, or one of its topics.
            slug: The article.
            at: The time of the answer, by Telegram's clock, in seconds since 1970.
        """
        self._answered[place] = (slug, at)
        self._answered.move_to_end(place)
        if len(self._answered) > self._most_places:
            self._answered.popitem(last=False)

    def find(self, place: Hashable, now: int) -> str | None:
        """Return the slug of the article of the last answer in a place; None if that is too long ago."""
        slug, at = self._answered.get(place, (None, 0))
        return slug if now - at < RECENT_SECONDS else None

    def forget(self, place: Hashable) -> None:
        """Forget the last answer in a place."""
        self._answered.pop(place, None)
