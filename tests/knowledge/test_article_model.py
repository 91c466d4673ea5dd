"""An article's model: its variants, its names, and the words that belong to it, kept for the next start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from articles import sole
from invented import village
from pool_and_museum import POOL, asked

from knowledge.article_model import ArticleModel, content_stems
from knowledge.cache import TrainedCache
from knowledge.files import load_library
from knowledge.matcher import Outcome, Variant
from knowledge.model import Article

TAUGHT = Variant("price", "en", "how many quid for a dip")


def kept(folder: Path) -> Iterator[Path]:
    """The files of a cache, its lock apart."""
    return (path for path in folder.rglob("*") if path.is_file() and len(path.name) == 64)


def test_the_variants_are_those_of_the_entries_then_out_of_scope_examples_then_what_was_taught() -> None:
    model = ArticleModel(asked("pool", POOL, out_of_scope=["How deep is the pool?"]), (TAUGHT,))
    texts = [text for some in POOL.values() for text in some]
    assert [variant.text for variant in model.variants] == [*texts, "How deep is the pool?", TAUGHT.text]
    assert [variant.entry_id for variant in model.variants[-2:]] == [None, "price"]
    assert {variant.entry_id for variant in model.variants[:-2]} == POOL.keys()


def test_the_matcher_answers_what_was_taught_and_names_entries_by_their_ids() -> None:
    match = ArticleModel(asked("pool", POOL), (TAUGHT,)).matcher.decide(TAUGHT.text)
    assert (match.outcome, match.candidates[0].entry_id) == (Outcome.ANSWER, "price")


def test_the_lexicon_has_names_aliases_and_notions_in_each_language(folder: Path) -> None:
    aliases = {(alias.language, alias.text) for alias in sole(load_library(folder)).lexicon.aliases}
    for known in (("fr", "Mme Arnaud"), ("en", "the mayor"), ("en", "L’Écho des Berges"), ("fr", "ouvrage")):
        assert known in aliases


def test_a_word_belongs_to_the_article_as_far_as_the_variants_of_an_entry_have_it() -> None:
    words = ArticleModel(asked("pool", POOL)).vocabulary["en"]

    def share(word: str) -> float:
        (stem,) = content_stems(word, "en")
        return words[stem]

    assert (share("pool"), share("swim"), share("lessons"), share("june")) == pytest.approx(
        (2 / 3, 2 / 3, 2 / 3, 1 / 3)
    )
    assert content_stems("the", "en").isdisjoint(words), "a function word belongs to none"


def test_a_name_belongs_to_the_article_though_no_variant_has_it(folder: Path) -> None:
    vocabulary = sole(load_library(folder)).vocabulary
    assert set(vocabulary) == {"fr", "en"}
    (tessier,), (crossing,) = content_stems("Tessier", "en"), content_stems("crossing", "en")
    assert vocabulary["en"][tessier] > 0
    assert vocabulary["en"][crossing] > 0


def test_an_out_of_scope_example_gives_the_article_no_words() -> None:
    with_example = ArticleModel(asked("pool", POOL, out_of_scope=["How deep is the water?"]))
    assert with_example.vocabulary == ArticleModel(asked("pool", POOL)).vocabulary


def test_the_vocabulary_from_the_cache_equals_the_fresh_one(folder: Path, tmp_path: Path) -> None:
    article, cache = load_library(folder).articles[0], TrainedCache(tmp_path / "cache")
    fresh = ArticleModel(article).vocabulary
    assert ArticleModel(article, cache=cache).vocabulary == fresh
    (path,) = kept(tmp_path / "cache")
    written = path.stat().st_ino
    again = ArticleModel(article, cache=cache).vocabulary
    assert again == fresh
    assert {language: list(shares) for language, shares in again.items()} == {
        language: list(shares) for language, shares in fresh.items()
    }
    assert path.stat().st_ino == written, "no other file took its place: nothing was learnt again"


def test_what_is_taught_gives_the_article_words_and_is_kept_beside_the_others(tmp_path: Path) -> None:
    article, cache = asked("pool", POOL), TrainedCache(tmp_path)
    without = ArticleModel(article, cache=cache).vocabulary
    (dip,) = content_stems("dip", "en")
    assert dip not in without["en"]
    assert ArticleModel(article, (TAUGHT,), cache).vocabulary["en"][dip] == pytest.approx(1 / 4)
    assert ArticleModel(article, cache=cache).vocabulary == without


def test_a_damaged_vocabulary_is_learnt_again(tmp_path: Path) -> None:
    article, cache = asked("pool", POOL), TrainedCache(tmp_path)
    fresh = ArticleModel(article, cache=cache).vocabulary
    (path,) = kept(tmp_path)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert ArticleModel(article, cache=cache).vocabulary == fresh


def test_title_place_and_roles_belong_to_the_article_though_no_variant_has_them() -> None:
    person = next(each for each in village().people.values() if each.role)
    mayor = replace(person, role={"en": "mayor of Hollowby", "fr": "maire de Hollowby"})
    article = replace(asked("pool", POOL), title={"en": "The lido"}, place={"en": "Larkmead"}, people={mayor.id: mayor})
    vocabulary = ArticleModel(article).vocabulary
    described = content_stems("lido Larkmead mayor Hollowby", "en")
    assert {stem: vocabulary["en"][stem] for stem in described} == dict.fromkeys(described, 0.5)
    assert "fr" not in vocabulary, "it is not served in it"


def test_an_article_without_entries_has_the_words_of_its_title_alone() -> None:
    assert set(ArticleModel(asked("pool", {})).vocabulary["en"]) == content_stems("pool", "en")


def test_a_model_of_another_title_gives_the_index_other_words_and_keeps_its_matcher() -> None:
    before = ArticleModel(asked("pool", POOL))
    before.warm_up()
    after = ArticleModel(replace(asked("pool", POOL), title={"en": "The lido"})).reusing(before)
    assert not after.has_vocabulary_of(before)
    assert after.matcher is before.matcher


def test_a_model_of_the_same_words_is_asked_by_the_matcher_of_the_one_before() -> None:
    before = ArticleModel(asked("pool", POOL), (TAUGHT,))
    before.warm_up()
    after = ArticleModel(asked("pool", POOL, day=2), (TAUGHT,)).reusing(before)
    assert after.article.date.day == 2
    assert after.has_words_of(before)
    assert after.matcher is before.matcher


def test_a_model_of_an_edited_answer_holds_questions_against_its_words_and_learns_nothing_anew() -> None:
    questions = {
        **POOL,
        "price": ["What does the mayor say of the price?", "mayor on the price", "price and the mayor"],
    }

    def answering(text: str) -> Article:
        article = asked("pool", questions)
        entries = (replace(each, answers={"en": text}) if each.id == "price" else each for each in article.entries)
        return replace(article, entries=tuple(entries))

    def is_answered(model: ArticleModel) -> bool:
        return model.matcher.decide("Why does the mayor criticise the price?").outcome is Outcome.ANSWER

    before = ArticleModel(answering("The mayor praised the price."))
    assert not is_answered(before)
    after = ArticleModel(answering("The mayor criticised the price.")).reusing(before)
    assert is_answered(after)
    assert after.has_words_of(before)
    assert after.matcher.scorer("en") is before.matcher.scorer("en")


def test_a_model_of_other_words_has_other_words_and_another_matcher() -> None:
    before = ArticleModel(asked("pool", POOL))
    before.warm_up()
    for article, taught in (
        (asked("pool", POOL, out_of_scope=["How deep is the pool?"]), ()),
        (asked("pool", {**POOL, "price": ["How much is a swim?"]}), ()),
        (replace(asked("pool", POOL), people=village().people), ()),
        (asked("pool", POOL), (TAUGHT,)),
    ):
        after = ArticleModel(article, taught).reusing(before)
        assert not after.has_words_of(before)
        assert after.matcher is not before.matcher
    assert after.matcher.decide(TAUGHT.text).candidates[0].entry_id == "price"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Is it true that nobody did?"),
        ("en", "what, who and when?"),
        ("en", "thanks, see you tomorrow"),
        ("fr", "est-il vrai que non ?"),
        ("fr", "combien ? à demain"),
        ("ru", "кто и когда?"),
        ("uk", "хто і коли?"),
    ],
)
def test_words_that_any_question_may_have_tell_nothing(language: str, text: str) -> None:
    assert content_stems(text, language) == frozenset()
