"""The article of the last answer in a place is known for half an hour, in a bounded memory."""

from __future__ import annotations

from bot.dialogue.recent_articles import RECENT_SECONDS, RecentArticles


def test_an_answer_is_remembered_for_half_an_hour() -> None:
    recent = RecentArticles()
    recent.put((7, 0), "pont", 1000)
    assert recent.find((7, 0), 1000 + RECENT_SECONDS - 1) == "pont"
    assert recent.find((7, 0), 1000 + RECENT_SECONDS) is None
    assert recent.find((7, 1), 1000) is None


def test_the_last_answer_counts_until_it_is_forgotten() -> None:
    recent = RecentArticles()
    recent.put((7, 0), "pont", 1000)
    recent.put((7, 0), "musee", 1001)
    assert recent.find((7, 0), 1001) == "musee"
    recent.forget((7, 0))
    recent.forget((7, 0))
    assert recent.find((7, 0), 1001) is None


def test_the_places_that_were_not_answered_in_for_longest_go_first() -> None:
    recent = RecentArticles(most_places=2)
    for place in (1, 2, 1, 3):
        recent.put(place, "pont", 1000)
    assert [recent.find(place, 1000) for place in (1, 2, 3)] == ["pont", None, "pont"]
