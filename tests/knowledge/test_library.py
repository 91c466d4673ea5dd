"""Articles that are loaded together are one thing to ask."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from articles import sole
from pool_and_museum import MUSEUM, POOL, asked, pool_and_museum

from knowledge.article_variant import ArticleVariant
from knowledge.files import load_library
from knowledge.library import ArticleChoice, Library
from knowledge.matcher import Outcome
from knowledge.model import ArticleDate


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


def test_entries_are_found_by_key_in_the_order_of_the_files(folder: Path) -> None:
    library = load_library(folder)
    assert list(library.entries) == ["passerelle/closing", "passerelle/safety", "passerelle/cable"]
    assert all(entry.key == key for key, entry in library.entries.items())


def test_the_entries_of_all_articles_stand_together(two: Library) -> None:
    assert [article.slug for article in two.articles] == ["marche", "passerelle"]
    marche, passerelle = ("stalls", "fish", "prices"), ("closing", "safety", "cable")
    assert list(two.entries) == [*(f"marche/{each}" for each in marche), *(f"passerelle/{each}" for each in passerelle)]


def test_an_entry_knows_its_article(two: Library) -> None:
    for article in two.articles:
        assert all(two.article_of(entry) is article for entry in article.entries)


def test_the_languages_are_those_of_at_least_one_article(two: Library) -> None:
    assert set(two.languages) == {"fr", "en"}
    assert len(two.languages) == 2


def test_questions_find_entries_of_both_articles(two: Library) -> None:
    for question, entry in (
        ("Quand le marché ferme-t-il ?", "marche/stalls"),
        ("Quand la passerelle ferme-t-elle ?", "passerelle/closing"),
        ("When does the footbridge close?", "passerelle/closing"),
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
    assert library.newest_first == ()
    for match in (library.match("Quand ferme la passerelle ?"), library.decide("?", ArticleChoice(current="pont"))):
        assert (match.outcome, match.candidates) == (Outcome.ABSTAIN, ())
    library.warm_up()


def shown(library: Library, question: str, choice: ArticleChoice) -> tuple[Outcome, set[str]]:
    """The outcome of a question with the keys of the entries that it shows."""
    match = library.decide(question, choice)
    return match.outcome, {each.entry_id for each in match.shown_candidates}


@pytest.fixture(scope="module")
def both() -> Library:
    """An older article about a pool and a newer one about a museum, which both have an entry `closed`."""
    return Library(pool_and_museum())


@pytest.mark.parametrize("choice", [ArticleChoice(), ArticleChoice(newest=False), ArticleChoice(current="pool")])
def test_a_question_of_one_article_is_not_answered_from_the_other(both: Library, choice: ArticleChoice) -> None:
    for slug, questions in (("pool", POOL), ("museum", MUSEUM)):
        for entry, texts in questions.items():
            for text in (*texts, f"{texts[0].rstrip('?').lower()} pls"):
                assert shown(both, text, choice) == (Outcome.ANSWER, {f"{slug}/{entry}"}), text


@pytest.mark.parametrize("matching", ["match", "decide"])
def test_only_the_articles_that_were_chosen_are_asked(both: Library, matching: str) -> None:
    for slug in ("pool", "museum"):
        for texts in (*POOL.values(), *MUSEUM.values()):
            match = getattr(both, matching)(texts[0], ArticleChoice(frozenset({slug})))
            assert {both.entries[each.entry_id].article for each in match.candidates} == {slug}


def test_a_question_is_asked_of_none_where_the_chosen_article_is_gone(both: Library) -> None:
    match = both.match("Why is the pool closed?", ArticleChoice(frozenset({"harbour"})))
    assert (match.outcome, match.candidates) == (Outcome.ABSTAIN, ())


@pytest.mark.parametrize(
    ("choice", "entries"),
    [
        (ArticleChoice(), {"museum/closed"}),
        (ArticleChoice(current="pool"), {"pool/closed"}),
        (ArticleChoice(current="museum"), {"museum/closed"}),
        (ArticleChoice(current="harbour"), {"museum/closed"}),
        (ArticleChoice(current="pool", newest=False), {"pool/closed"}),
        (ArticleChoice(current="harbour", newest=False), {"pool/closed", "museum/closed"}),
        (ArticleChoice(newest=False), {"pool/closed", "museum/closed"}),
        (ArticleChoice(among=frozenset({"pool"}), current="museum"), {"pool/closed"}),
    ],
)
def test_a_question_that_fits_both_is_answered_from_the_current_or_newest_article_or_offered(
    both: Library, choice: ArticleChoice, entries: set[str]
) -> None:
    outcome = Outcome.ANSWER if len(entries) == 1 else Outcome.CHOOSE
    assert shown(both, "reason of the closure", choice) == (outcome, entries)


def test_words_that_are_another_articles_count_more_than_the_current_one(both: Library) -> None:
    assert shown(both, "why was the museum closed", ArticleChoice(current="pool"))[1] == {"museum/closed"}


def test_of_two_articles_the_one_that_was_loaded_later_is_newer_where_they_have_no_date() -> None:
    articles = tuple(replace(each, date=replace(each.date, year=None)) for each in pool_and_museum())
    library = Library(articles, loaded={"pool": 2.0, "museum": 1.0})
    assert [article.slug for article in library.newest_first] == ["pool", "museum"]
    dated = replace(articles[0], slug="dated", date=ArticleDate(None, None, 1999))
    later = replace(dated, slug="later", date=ArticleDate(None, 3, 1999))
    assert [article.slug for article in Library((*articles, later, dated)).newest_first][:2] == ["later", "dated"]
    assert shown(library, "reason of the closure", ArticleChoice())[1] == {"pool/closed"}


def test_only_the_model_of_the_article_that_was_taught_is_made_anew(both: Library) -> None:
    variant = ArticleVariant("pool", "closed", "en", "no more splashing")
    new = both.with_taught((variant,))
    assert new.models["museum"] is both.models["museum"]
    assert new.models["pool"] is not both.models["pool"]
    assert variant in new.variants
    assert shown(new, variant.text, ArticleChoice())[1] == {"pool/closed"}
    assert variant not in both.variants
    again = new.with_taught((variant,))
    assert dict(again.models) == dict(new.models)
    assert all(again.models[slug] is model for slug, model in new.models.items())


def test_only_the_models_of_articles_that_changed_are_made_anew(both: Library) -> None:
    pool, museum = both.articles
    variant = ArticleVariant("museum", "thief", "en", "who nicked that pot")
    before = both.with_taught((variant,))
    harbour = asked("harbour", {"boats": ["How many boats are there?"]}, day=3)
    changed = replace(pool, out_of_scope={"en": ["How deep is the pool?"]})
    after = before.with_articles((changed, museum, harbour), (), {})
    assert after.models["museum"] is before.models["museum"]
    assert after.models["pool"] is not before.models["pool"]
    assert after.models["pool"].article is changed
    assert shown(after, "How many boats are there?", ArticleChoice()) == (Outcome.ANSWER, {"harbour/boats"})
    assert shown(after, variant.text, ArticleChoice())[1] == {"museum/thief"}


def test_a_name_after_an_at_sign_stays_in_the_question_of_several_articles(two: Library) -> None:
    assert two.clean("@Arnaud and @somebody") == two.clean("Arnaud and @somebody")
    for question in ("que veut @Arnaud ?", "@Arnaud"):
        match, plain = two.match(question), two.match(question.replace("@", ""))
        assert (match.outcome, match.candidates) == (plain.outcome, plain.candidates)


@pytest.mark.parametrize("current", [None, "larkmead"])
@pytest.mark.parametrize("place", [{"en": "Hollowby"}, None])
def test_a_place_picks_its_article_of_two_with_the_same_questions(
    current: str | None, place: dict[str, str] | None
) -> None:
    hollowby = replace(asked("hollowby", POOL, day=1), place=place, title={"en": "The pool" if place else "Hollowby"})
    larkmead = replace(asked("larkmead", POOL, day=2), title={"en": "The pool at Larkmead"})
    library, choice = Library((hollowby, larkmead)), ArticleChoice(current=current)
    for question in ("Why is the pool at Hollowby closed?", "When do the swimming lessons at hollowbi start?"):
        outcome, keys = shown(library, question, choice)
        assert (outcome, {key.partition("/")[0] for key in keys}) == (Outcome.ANSWER, {"hollowby"}), question
    assert shown(library, "Why is the pool closed?", choice)[1] == {"larkmead/closed"}


def test_a_new_title_is_in_the_index_at_once(both: Library) -> None:
    pool, museum = both.articles
    assert both.index.likelihoods("the lido") == {}
    after = both.with_articles((replace(pool, title={"en": "The lido"}), museum), (), {})
    assert list(after.index.likelihoods("the lido")) == ["pool"]


def test_an_article_that_is_gone_is_not_kept_in_memory(both: Library) -> None:
    alone = both.with_articles(both.articles[1:], (), {})
    assert list(alone.models) == list(alone.known_models) == ["museum"]
    assert alone.models["museum"] is both.models["museum"]
    assert not any(key.startswith("pool/") for key in shown(alone, "How much is a swim?", ArticleChoice())[1])


def test_an_entry_is_called_by_its_key_or_by_an_id_that_one_article_has(both: Library) -> None:
    names = ("pool/closed", "museum/closed", "price", "closed", "pool/thief", "gone", "")
    assert [both.key_of(name) for name in names] == [
        "pool/closed",
        "museum/closed",
        "pool/price",
        None,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("ask", [Library.match, Library.decide])
def test_what_is_beyond_the_longest_message_is_not_read(ask: Callable[[Library, str], object]) -> None:
    library = Library((asked("pool", POOL), asked("museum", MUSEUM)))
    message = ("It rains in the village, and nobody knows why. " * 100)[:4095] + "\n"
    assert ask(library, message + "Who stole the vase?") == ask(library, message)
