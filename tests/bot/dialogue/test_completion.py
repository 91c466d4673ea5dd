"""Entries are found by the beginnings of their words, whichever articles are looked through."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import village

from bot.dialogue.completion import Completion
from knowledge.library import ANY_ARTICLE, ArticleChoice, Library


def found(library: Library, text: str, language: str) -> list[str]:
    return [key.partition("/")[2] for key in Completion(library).entries(text, language, ANY_ARTICLE)]


@pytest.mark.parametrize(("typed", "language"), [("pes", "en"), ("pes", "uk"), ("ПЄС", "uk"), ("dmit", "fr")])
def test_a_name_is_found_by_its_beginning_in_any_alphabet(library: Library, typed: str, language: str) -> None:
    assert {"peskov-who", "peskov-said"} <= set(found(library, typed, language))


def test_titles_come_before_answers(library: Library) -> None:
    keys = found(library, "nato", "en")
    titled = ["nato" in library.entries[f"appel-trump-poutine/{key}"].title("en").lower() for key in keys]
    assert titled[0]
    assert not titled[-1]
    assert len(set(keys)) == len(keys)


def test_each_word_has_to_begin_one(library: Library) -> None:
    assert found(library, "heg nat", "en")
    assert found(library, "heg zzz", "en") == []


@pytest.mark.parametrize("typed", ["", " ", "t", "?!"])
def test_too_little_lists_nothing(library: Library, typed: str) -> None:
    assert found(library, typed, "en") == []


def test_an_article_that_is_not_among_the_newest_is_looked_through_where_it_is_chosen() -> None:
    articles = tuple(
        replace(
            village(),
            slug=f"pont-{number}",
            entries=tuple(replace(each, article=f"pont-{number}") for each in village().entries),
        )
        for number in range(30)
    )
    library = Library(articles)
    oldest = library.newest_first[-1].slug
    keys = Completion(library).entries("quest", "en", ArticleChoice(frozenset({oldest})))
    assert keys
    assert all(key.startswith(f"{oldest}/") for key in keys)
