"""Short names stand for what is in a library, article by article."""

from __future__ import annotations

from dataclasses import replace

from invented import REOPENS, village
from invented import entry as entry_of

from bot.dialogue.names import SHORT, Names
from knowledge.library import Library

LIBRARY = Library((village(),))
NAMES = Names(LIBRARY)


def test_everything_has_a_short_name_that_leads_back_to_it() -> None:
    article = LIBRARY.articles[0]
    for entry in article.entries:
        name = NAMES.name("entry", entry.key)
        assert (len(name.short), name.full) == (SHORT, f"{article.slug}/{entry.id}")
        assert NAMES.ids("entry", name.short) == (entry.key,)
    for topic in article.topics:
        key = f"{article.slug}/{topic}"
        assert NAMES.ids("topic", NAMES.name("topic", key).short) == (key,)
    for person in article.people:
        assert NAMES.ids("person", NAMES.name("person", person).short) == (person,)


def test_a_name_stays_the_same_whatever_else_there_is() -> None:
    key = next(iter(LIBRARY.entries))
    other = replace(village(), slug="other", entries=())
    assert Names(Library((other, village()))).name("entry", key) == NAMES.name("entry", key)


def test_names_of_one_kind_or_article_say_nothing_in_another() -> None:
    key = next(iter(LIBRARY.entries))
    short = NAMES.name("entry", key).short
    assert NAMES.ids("topic", short) == NAMES.ids("person", short) == ()
    moved = replace(village(), slug="y", entries=tuple(replace(entry, article="y") for entry in village().entries))
    moved_key = next(iter(Library((moved,)).entries))
    assert Names(Library((moved,))).name("entry", moved_key) != NAMES.name("entry", key)


def test_what_is_not_there_has_a_name_that_leads_nowhere() -> None:
    name = NAMES.name("entry", "no-such-entry \ud800")
    assert len(name.short) == SHORT
    assert NAMES.ids("entry", name.short) == ()


def test_somebody_who_is_in_two_articles_is_one_person() -> None:
    both = Names(Library((village(), replace(village(), slug="other", entries=()))))
    person = next(iter(village().people))
    assert both.ids("person", both.name("person", person).short) == (person,)


def test_a_link_carries_slug_and_id_or_a_short_name_where_these_are_too_long() -> None:
    assert NAMES.payload("pont/closed") == "pont_closed"
    assert NAMES.linked_entry("pont_closed") == "pont/closed"
    long = entry_of("e" * 40, "bridge", REOPENS, article="a" * 24)
    names = Names(Library((replace(village(), slug="a" * 24, entries=(long,)),)))
    assert len(names.payload(long.key)) == SHORT
    assert names.linked_entry(names.payload(long.key)) == long.key
    assert names.linked_entry("a" * 24 + "_" + "e" * 40) == long.key


def test_a_person_has_a_name_for_all_articles_and_one_for_each() -> None:
    for identifier in ("mayor", "pont/mayor"):
        assert NAMES.ids("person", NAMES.name("person", identifier).short) == (identifier,)
    assert NAMES.ids("article", NAMES.name("article", "pont").short) == ("pont",)
