"""Taught variants work at once, and are refused where they would take an answer from known ones."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from shutil import copytree

import pytest
from articles import sole

from knowledge.article_variant import ArticleVariant
from knowledge.files import load_library
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.teaching import (
    OutcomeFlip,
    Refusal,
    UnusableVariant,
    VariantCollision,
    teach,
    unusable_variants,
    usable_variants,
    with_taught,
    without_taught,
)

SLUG = "passerelle"


def of(entry_id: str | None, language: str, text: str) -> ArticleVariant:
    """A variant or an out-of-scope example of the article about the footbridge."""
    return ArticleVariant(SLUG, entry_id, language, text)


SLANG = of("closing", "fr", "jusqu'à kan on peut y passer")


@pytest.fixture
def small(folder: Path) -> Library:
    """An article about a footbridge, in French and English."""
    return load_library(folder)


def knowing(outcome: Library | Refusal) -> Library:
    """The library that has learnt a variant."""
    assert isinstance(outcome, Library), outcome
    return outcome


def test_a_taught_variant_works_at_once_and_so_does_a_wording_near_it(small: Library) -> None:
    assert sole(small).matcher.decide(SLANG.text).outcome is not Outcome.ANSWER
    new = knowing(teach(small, [SLANG]))
    for text in (SLANG.text, "JUSQU’À KAN on peut y passer ??", "on peut y passer jusqu'à quand"):
        match = sole(new).matcher.decide(text)
        assert (match.outcome, match.candidates[0].entry_id) == (Outcome.ANSWER, "closing"), text


def test_the_library_that_was_and_its_articles_stay_as_they_were(small: Library) -> None:
    new = knowing(teach(small, [SLANG]))
    assert new.articles == small.articles
    assert new.entries[f"{SLUG}/closing"].title("fr") == "Quand la passerelle ferme-t-elle ?"
    assert SLANG.text not in new.entries[f"{SLUG}/closing"].questions("fr")
    assert small.taught == ()
    assert sole(small).matcher.decide(SLANG.text).outcome is not Outcome.ANSWER


def test_a_negative_example_is_not_answered(small: Library) -> None:
    text = "Dans quel état est la passerelle ?"
    matcher, new = sole(small).matcher, sole(knowing(teach(small, [of(None, "fr", text)]))).matcher
    for asked in (text, "dans quel état est cette passerelle", "quel est l'état de la passerelle"):
        assert matcher.decide(asked).outcome is not Outcome.ABSTAIN
        assert new.decide(asked).outcome is Outcome.ABSTAIN


def test_taught_variants_add_up_and_are_taken_back_by_building_again(small: Library) -> None:
    other = of("cable", "en", "is the rope rotten or what")
    both = knowing(teach(knowing(teach(small, [SLANG])), [other]))
    assert both.taught == (SLANG, other)
    undone = with_taught(without_taught(both), [other])
    assert undone.taught == (other,)
    assert sole(undone).matcher.decide(SLANG.text) == sole(with_taught(small, [other])).matcher.decide(SLANG.text)
    assert sole(undone).matcher.decide(other.text).outcome is Outcome.ANSWER
    assert without_taught(small) is small


def test_several_variants_are_taught_together(small: Library) -> None:
    variants = [SLANG, of("safety", "en", "wot does she want"), of(None, "en", "who pays for it all")]
    new = knowing(teach(small, variants))
    assert new.taught == tuple(variants)
    assert [sole(new).matcher.decide(variant.text).outcome for variant in variants] == ["answer", "answer", "abstain"]


@pytest.mark.parametrize(
    "variant",
    [
        of("closing", "fr", "quand la passerelle ferme t'elle"),
        of(None, "fr", "COMBIEN COUTENT LES TRAVAUX"),
    ],
)
def test_what_is_known_already_is_not_learnt_twice(small: Library, variant: ArticleVariant) -> None:
    assert usable_variants(small, [variant]) == ()
    assert with_taught(small, [variant]) is small
    assert teach(small, [variant]) is small


def test_a_taught_variant_is_known(small: Library) -> None:
    new = with_taught(small, [SLANG, SLANG])
    assert new.taught == (SLANG,)
    assert teach(new, [SLANG]) is new


def test_the_same_words_may_be_taught_in_another_language(small: Library) -> None:
    variant = of("closing", "en", "fermeture passerelle mois")
    assert usable_variants(small, [variant]) == (variant,)


@pytest.mark.parametrize(
    ("variant", "refusal"),
    [
        (of("closing", "fr", " ?! 👍"), UnusableVariant(" ?! 👍")),
        (of(None, "fr", ""), UnusableVariant("")),
        (of("closing", "uk", "коли закриють"), UnusableVariant("коли закриють")),
        (of(None, "uk", "коли закриють"), UnusableVariant("коли закриють")),
        (of("gone", "fr", "ça ferme quand"), UnusableVariant("ça ferme quand")),
        (
            of("safety", "fr", "Fermeture, passerelle : mois"),
            VariantCollision("Fermeture, passerelle : mois", f"{SLUG}/closing"),
        ),
        (
            of("safety", "en", "fermeture passerelle mois"),
            VariantCollision("fermeture passerelle mois", f"{SLUG}/closing"),
        ),
        (of(None, "fr", "que veut la maire"), VariantCollision("que veut la maire", f"{SLUG}/safety")),
        (of("safety", "fr", "combien coutent les travaux"), VariantCollision("combien coutent les travaux", None)),
    ],
)
def test_what_cannot_be_taught_is_refused_with_the_reason(
    small: Library, variant: ArticleVariant, refusal: Refusal
) -> None:
    assert teach(small, [SLANG, variant]) == refusal
    assert usable_variants(small, [variant, SLANG]) == (SLANG,)
    assert unusable_variants(small, [variant, SLANG]) == [(variant, refusal)]
    assert with_taught(small, [variant, SLANG]).taught == (SLANG,)


def test_a_variant_collides_with_one_taught_before_or_along_with_it(small: Library) -> None:
    again = of("safety", "fr", SLANG.text.upper())
    collision = VariantCollision(again.text, f"{SLUG}/closing")
    assert teach(with_taught(small, [SLANG]), [again]) == collision
    assert teach(small, [SLANG, again]) == collision


@pytest.mark.parametrize(
    ("variant", "suffers", "now"),
    [
        # Shorthand spelled out, and what only wraps a claim, make these the same words as the variant's.
        (of("safety", "fr", "Qd la passerelle ferme-t-elle ?"), "Quand la passerelle ferme-t-elle ?", None),
        (of("cable", "en", "is it true: What does the mayor want?"), "What does the mayor want?", None),
        (of("closing", "fr", "cb coûtent les travaux"), "Combien coûtent les travaux ?", f"{SLUG}/closing"),
    ],
)
def test_a_variant_that_takes_an_answer_away_is_refused(
    small: Library, variant: ArticleVariant, suffers: str, now: str | None
) -> None:
    (flipped,) = (each for each in small.variants if each.text == suffers)
    assert teach(small, [variant]) == OutcomeFlip(flipped, now)


def test_negative_examples_that_are_near_a_variant_take_no_answer_from_it(small: Library) -> None:
    words = "quand la passerelle ferme-t-elle".split()
    texts = [" ".join(order) for order in permutations(words) if list(order) != words]
    new = knowing(teach(small, [of(None, "fr", text) for text in texts]))
    assert sole(new).matcher.entry_by_words(small.variants[0].text) == "closing"


def test_a_variant_in_one_language_may_take_an_answer_in_another(small: Library) -> None:
    names = of("safety", "en", "Arnaud Tessier")
    new = knowing(teach(small, [names]))
    assert teach(new, [of("cable", "fr", "c'est vrai que Arnaud Tessier")]) == OutcomeFlip(names, None)


def test_a_variant_that_takes_an_answer_from_a_taught_one_is_refused(small: Library) -> None:
    new = knowing(teach(small, [SLANG]))
    assert teach(new, [of("cable", "fr", SLANG.text.replace("kan", "quand"))]) == OutcomeFlip(SLANG, None)


def test_what_was_not_answered_before_does_not_count(small: Library) -> None:
    # A taught variant whose words are those of another entry's variant: by its words alone it was never answered.
    wrong = with_taught(small, [of("cable", "fr", "Qd la passerelle ferme-t-elle ?")])
    assert sole(wrong).matcher.entry_by_words("Quand la passerelle ferme-t-elle ?") is None
    assert isinstance(teach(wrong, [of("safety", "fr", "elle veut koi la maire")]), Library)


def test_a_variant_typed_as_it_stands_hides_what_its_words_come_to(small: Library) -> None:
    wrong = with_taught(small, [of("cable", "fr", "Qd la passerelle ferme-t-elle ?")])
    question = "Quand la passerelle ferme-t-elle ?"
    assert sole(wrong).matcher.decide(question).candidates[0].entry_id == "closing"
    assert sole(small).matcher.entry_by_words(question) == "closing"
    assert sole(wrong).matcher.entry_by_words(question) is None


def test_taught_variants_of_entries_and_languages_that_are_gone_are_left_out_at_a_start(folder: Path) -> None:
    alone = folder.parent / "pont"
    copytree(folder, alone)
    article = alone / "article.yaml"
    article.write_text(article.read_text(encoding="utf-8").replace("[fr, en]", "[fr]"), encoding="utf-8")
    variants = [SLANG, of("cable", "en", "is the rope rotten"), of("gone", "fr", "quoi d'autre")]
    kept, *left_out = (replace(each, article="pont") for each in variants)
    assert with_taught(load_library(alone), [kept, *left_out, SLANG]).taught == (kept,)


def test_what_is_learnt_is_kept_for_the_next_start(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    knowing(teach(load_library(folder, cache=cache), [SLANG]))
    before = {path: path.stat().st_ino for path in cache.rglob("*")}
    again = with_taught(load_library(folder, cache=cache), [SLANG])
    assert sole(again).matcher.decide(SLANG.text).candidates[0].entry_id == "closing"
    again.warm_up()
    assert {path: path.stat().st_ino for path in cache.rglob("*")} == before


@pytest.mark.slow
def test_teaching_in_a_thread_leaves_a_matcher_in_use_alone(small: Library) -> None:
    questions = [variant.text for variant in small.variants] + [
        "cable rouillé",
        "fermture de la passerele",
        "the mayer",
    ]
    expected = [sole(small).matcher.match(question) for question in questions]
    with ThreadPoolExecutor(2) as threads:
        variants = [of("closing", "fr", f"on passe plus {word}") for word in ("dès", "en", "au", "vers")]
        teaching = [threads.submit(teach, small, [variant]) for variant in variants]
        while not all(each.done() for each in teaching):
            assert [sole(small).matcher.match(question) for question in questions] == expected
    assert all(isinstance(each.result(), Library) for each in teaching)


@pytest.mark.slow
def test_an_article_with_thousands_of_variants_is_taught(library: Library) -> None:
    variant = ArticleVariant("appel-trump-poutine", "call-subject", "fr", "le bigophone a chauffé grave entre eux")
    new = knowing(teach(library, [variant]))
    assert sole(new).matcher.decide(f"{variant.text} ptdr").candidates[0].entry_id == "call-subject"
    assert teach(
        new, [ArticleVariant("appel-trump-poutine", "peace-wanted", "fr", f"c'est vrai que {variant.text}")]
    ) == OutcomeFlip(variant, None)
