"""Articles that are loaded together are one thing to ask."""

from pathlib import Path
from shutil import copytree

import pytest
from articles import sole

from knowledge.files import load_library
from knowledge.library import Library
from knowledge.matcher import Outcome


@pytest.fixture
def two(folder: Path) -> Library:
    """Two articles: one about a footbridge, one about a market that is served in French only."""
    market = folder.parent / "marche"
    copytree(folder, market)
    for name in ("faq.yaml", "fr.yaml"):
        path = market / name
        content = path.read_text(encoding="utf-8")
        for old, new in (("closing", "stalls"), ("safety", "fish"), ("cable", "prices")):
            content = content.replace(f"id: {old}", f"id: {new}").replace(f"  {old}:\n    q", f"  {new}:\n    q")
        path.write_text(content.replace("la passerelle ferme", "le marché ferme"), encoding="utf-8")
    article = (market / "article.yaml").read_text(encoding="utf-8").replace("served: [fr, en]", "served: [fr]")
    (market / "article.yaml").write_text(article, encoding="utf-8")
    return load_library(folder.parent)


def test_entries_are_found_by_id_in_the_order_of_the_files(folder: Path) -> None:
    library = load_library(folder)
    assert list(library.entries) == ["closing", "safety", "cable"]
    assert all(entry.id == key for key, entry in library.entries.items())


def test_the_entries_of_all_articles_stand_together(two: Library) -> None:
    assert [article.slug for article in two.articles] == ["marche", "passerelle"]
    assert list(two.entries) == ["stalls", "fish", "prices", "closing", "safety", "cable"]


def test_an_entry_knows_its_article(two: Library) -> None:
    for article in two.articles:
        assert all(two.article_of(entry) is article for entry in article.entries)


def test_the_languages_are_those_of_at_least_one_article(two: Library) -> None:
    assert set(two.languages) == {"fr", "en"}
    assert len(two.languages) == 2


def test_questions_find_entries_of_both_articles(two: Library) -> None:
    for question, entry in (
        ("Quand le marché ferme-t-il ?", "stalls"),
        ("Quand la passerelle ferme-t-elle ?", "closing"),
        ("When does the footbridge close?", "closing"),
    ):
        assert two.match(question).candidates[0].entry_id == entry


def test_the_matcher_is_built_once(folder: Path) -> None:
    library = load_library(folder)
    assert sole(library).matcher is sole(library).matcher


def test_a_name_is_recognised_by_its_aliases(folder: Path) -> None:
    matcher = sole(load_library(folder)).matcher
    named, by_role = matcher.match("que veut Mme Arnaud ?"), matcher.match("Que veut la maire ?")
    assert named.candidates[0].entry_id == by_role.candidates[0].entry_id == "safety"


def test_an_out_of_scope_example_is_answered_by_no_entry(folder: Path) -> None:
    assert sole(load_library(folder)).matcher.match("Combien coûtent les travaux ?").outcome is Outcome.ABSTAIN


def test_a_library_of_no_articles_abstains() -> None:
    library = Library(())
    assert library.languages == ()
    assert dict(library.entries) == {}
    assert sole(library).matcher.match("Quand ferme la passerelle ?").outcome is Outcome.ABSTAIN
