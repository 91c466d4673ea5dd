"""The index of articles: their likelihoods by the words of a question, and the ones that are worth asking."""

from __future__ import annotations

from math import exp, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pool_and_museum import pool_and_museum

from knowledge.article_index import ArticleIndex, relative_likelihood
from knowledge.article_model import ArticleModel, Vocabulary

INDEX = ArticleIndex({article.slug: ArticleModel(article).vocabulary for article in pool_and_museum()})
LANES = ArticleIndex(
    {f"article-{number}": {"en": {"lane": 0.1 * number, f"n{number}": 1.0}} for number in range(1, 10)}
)


def test_the_article_that_has_the_words_is_the_likeliest_and_one_that_has_none_is_left_out() -> None:
    assert list(INDEX.likelihoods("how come the closure of the pool")) == ["pool", "museum"]
    assert list(INDEX.likelihoods("how come nobody can swim")) == ["pool"]
    assert list(INDEX.likelihoods("Who stole the vase?")) == ["museum"]
    assert INDEX.likelihoods("ratatouille") == INDEX.likelihoods("") == INDEX.likelihoods("the of and") == {}


def test_a_likelihood_is_the_sum_of_the_words_by_their_shares() -> None:
    index = ArticleIndex({"pool": {"en": {"pool": 0.5, "swim": 0.25}}, "zoo": {"en": {"pool": 0.01}}})
    found = index.likelihoods("the pool, a swim?")
    assert found == pytest.approx({"pool": log1p(0.5 / 0.04) + log1p(0.25 / 0.04), "zoo": log1p(0.01 / 0.04)})


def test_a_question_is_read_in_the_language_that_knows_most_of_its_words() -> None:
    index = ArticleIndex({"pool": {"en": {"accord": 1.0}, "fr": {"prix": 1.0}}, "court": {"fr": {"accord": 0.1}}})
    assert index.likelihoods("combien de points dans l'accord") == pytest.approx({"court": log1p(0.1 / 0.04)})


def test_an_article_that_is_not_served_in_the_language_of_a_question_is_read_in_its_own() -> None:
    index = ArticleIndex({"market": {"ru": {"рынок": 0.5}}, "herald": {"en": {"herald": 0.2}}})
    found = index.likelihoods("что написал Herald про рынок")
    assert found == pytest.approx({"market": log1p(0.5 / 0.04), "herald": log1p(0.2 / 0.04)})


def test_few_articles_are_all_asked_and_of_many_the_likeliest_and_the_one_that_is_talked_of() -> None:
    assert INDEX.likely_articles({}, ["pool"]) == ["pool", "museum"]
    likelihoods = LANES.likelihoods("lane")
    assert list(likelihoods) == [f"article-{number}" for number in range(9, 0, -1)]
    best = [f"article-{number}" for number in (9, 8, 7, 6, 5)]
    assert LANES.likely_articles(likelihoods, ["article-2"]) == [*best, "article-2"]
    assert LANES.likely_articles(likelihoods, ["article-9"]) == best
    assert LANES.likely_articles({}, ["article-2"]) == ["article-2"]


def test_an_index_of_no_articles_has_none_to_ask() -> None:
    empty = ArticleIndex({})
    assert (empty.likelihoods("Why?"), empty.likely_articles({}, [])) == ({}, [])


@given(st.dictionaries(st.sampled_from("abcd"), st.floats(0, 100), max_size=4), st.sampled_from("abcd"))
def test_an_article_is_never_likelier_than_the_likeliest(likelihoods: dict[str, float], slug: str) -> None:
    share = relative_likelihood(likelihoods, slug)
    assert 0 < share <= 1
    if likelihoods:
        assert relative_likelihood(likelihoods, max(likelihoods, key=lambda each: likelihoods[each])) == 1


def test_a_little_less_likely_is_as_likely() -> None:
    likelihoods = {"pool": 3.0, "museum": 2.5, "zoo": 1.3}
    assert relative_likelihood(likelihoods, "museum") == 1
    assert relative_likelihood(likelihoods, "zoo") == pytest.approx(exp(-0.5))


@given(st.text(max_size=300))
def test_any_text_has_likelihoods_above_0_the_likeliest_first(text: str) -> None:
    values = list(INDEX.likelihoods(text).values())
    assert values == sorted(values, reverse=True)
    assert all(value > 0 for value in values)


VOCABULARIES = {f"article-{number}": {"en": {f"marchand{number}": 0.2, "bridg": 0.1 * number}} for number in range(8)}
QUESTIONS = ("Who closed the bridge?", "Marchand3 and the bridge", "marchand5", "hello")


def some(*numbers: int) -> dict[str, dict[str, dict[str, float]]]:
    return {f"article-{number}": VOCABULARIES[f"article-{number}"] for number in numbers}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_index_with_articles_added_and_removed_is_as_one_made_of_the_rest(question: str) -> None:
    first = ArticleIndex(some(0, 1, 2, 3))
    before = first.likelihoods(question)
    changed = first.with_changes(some(1, 2), some(4, 5, 6, 7))
    assert changed.likelihoods(question) == pytest.approx(ArticleIndex(some(0, 3, 4, 5, 6, 7)).likelihoods(question))
    assert first.likelihoods(question) == before


def test_an_index_without_its_articles_knows_no_word() -> None:
    assert ArticleIndex(some(1, 2)).with_changes(some(1, 2), {}).likelihoods("Who closed the bridge?") == {}


def test_articles_without_a_word_in_a_language_are_taken_out_of_the_index() -> None:
    index = ArticleIndex({"a": {"fr": {}}, "b": {"fr": {}}, "c": {"fr": {"pont": 1.0}, "en": {"bridg": 1.0}}})
    left = index.with_changes({"a": {"fr": {}}, "c": {"fr": {"pont": 1.0}, "en": {"bridg": 1.0}}}, {})
    assert left.with_changes({"b": {"fr": {}}}, {}).likelihoods("the bridge, le pont") == {}


@pytest.mark.parametrize("typed", ["Valmorle", "almorel", "Valmurel"])
@pytest.mark.parametrize("others", [VOCABULARIES, some(1)], ids=["many", "few"])
def test_a_misspelled_name_picks_its_article(others: dict[str, Vocabulary], typed: str) -> None:
    index = ArticleIndex({**others, "valmorel": {"en": {"valmorel": 0.2}}})
    assert next(iter(index.likelihoods(f"what about {typed}"))) == "valmorel"
