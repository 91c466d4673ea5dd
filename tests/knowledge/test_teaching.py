"""What a library is taught works at once, and is refused where it would take an answer from what is known."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree

import pytest

from knowledge.files import load_library
from knowledge.library import Library
from knowledge.matcher import Outcome, Variant
from knowledge.teaching import Collision, Flip, Refusal, Unusable, taught, teach, untaught, unusable, usable

SLANG = Variant("closing", "fr", "jusqu'à kan on peut y passer")


@pytest.fixture
def small(folder: Path) -> Library:
    """An article about a footbridge, in French and English."""
    return load_library(folder)


def knowing(outcome: Library | Refusal) -> Library:
    """The library that a variant was accepted by."""
    assert isinstance(outcome, Library), outcome
    return outcome


def test_a_taught_variant_works_at_once_and_so_does_a_wording_near_it(small: Library) -> None:
    assert small.matcher.decide(SLANG.text).outcome is not Outcome.ANSWER
    new = knowing(teach(small, [SLANG]))
    for text in (SLANG.text, "JUSQU’À KAN on peut y passer ??", "on peut y passer jusqu'à quand"):
        match = new.matcher.decide(text)
        assert (match.outcome, match.candidates[0].entry_id) == (Outcome.ANSWER, "closing"), text


def test_the_library_that_was_and_its_articles_stay_as_they_were(small: Library) -> None:
    new = knowing(teach(small, [SLANG]))
    assert new.articles == small.articles
    assert new.entries["closing"].title("fr") == "Quand la passerelle ferme-t-elle ?"
    assert SLANG.text not in new.entries["closing"].questions("fr")
    assert small.taught == ()
    assert small.matcher.decide(SLANG.text).outcome is not Outcome.ANSWER


def test_an_out_of_scope_example_is_not_answered(small: Library) -> None:
    text = "Dans quel état est la passerelle ?"
    assert small.matcher.decide(text).outcome is Outcome.CHOOSE
    assert knowing(teach(small, [Variant(None, "fr", text)])).matcher.decide(text).outcome is Outcome.ABSTAIN


def test_taught_variants_add_up_and_are_taken_back_by_building_again(small: Library) -> None:
    other = Variant("cable", "en", "is the rope rotten or what")
    both = knowing(teach(knowing(teach(small, [SLANG])), [other]))
    assert both.taught == (SLANG, other)
    undone = taught(untaught(both), [other])
    assert undone.taught == (other,)
    assert undone.matcher.decide(SLANG.text) == taught(small, [other]).matcher.decide(SLANG.text)
    assert undone.matcher.decide(other.text).outcome is Outcome.ANSWER
    assert untaught(small) is small


def test_several_variants_are_taught_together(small: Library) -> None:
    variants = [SLANG, Variant("safety", "en", "wot does she want"), Variant(None, "en", "who pays for it all")]
    new = knowing(teach(small, variants))
    assert new.taught == tuple(variants)
    assert [new.matcher.decide(variant.text).outcome for variant in variants] == ["answer", "answer", "abstain"]


@pytest.mark.parametrize(
    "variant",
    [
        Variant("closing", "fr", "quand la passerelle ferme t'elle"),
        Variant(None, "fr", "COMBIEN COUTENT LES TRAVAUX"),
    ],
)
def test_what_is_known_already_is_not_learnt_twice(small: Library, variant: Variant) -> None:
    assert usable(small, [variant]) == ()
    assert taught(small, [variant]) is small
    assert teach(small, [variant]) is small


def test_a_variant_that_was_taught_is_known(small: Library) -> None:
    new = taught(small, [SLANG, SLANG])
    assert new.taught == (SLANG,)
    assert teach(new, [SLANG]) is new


def test_the_same_words_may_be_taught_in_another_language(small: Library) -> None:
    variant = Variant("closing", "en", "fermeture passerelle mois")
    assert usable(small, [variant]) == (variant,)


@pytest.mark.parametrize(
    ("variant", "refusal"),
    [
        (Variant("closing", "fr", " ?! 👍"), Unusable(" ?! 👍")),
        (Variant(None, "fr", ""), Unusable("")),
        (Variant("closing", "uk", "коли закриють"), Unusable("коли закриють")),
        (Variant(None, "uk", "коли закриють"), Unusable("коли закриють")),
        (Variant("gone", "fr", "ça ferme quand"), Unusable("ça ferme quand")),
        (Variant("safety", "fr", "Fermeture, passerelle : mois"), Collision("Fermeture, passerelle : mois", "closing")),
        (Variant("safety", "en", "fermeture passerelle mois"), Collision("fermeture passerelle mois", "closing")),
        (Variant(None, "fr", "que veut la maire"), Collision("que veut la maire", "safety")),
        (Variant("safety", "fr", "combien coutent les travaux"), Collision("combien coutent les travaux", None)),
    ],
)
def test_what_cannot_be_taught_is_refused_with_the_reason(small: Library, variant: Variant, refusal: Refusal) -> None:
    assert teach(small, [SLANG, variant]) == refusal
    assert usable(small, [variant, SLANG]) == (SLANG,)
    assert unusable(small, [variant, SLANG]) == [(variant, refusal)]
    assert taught(small, [variant, SLANG]).taught == (SLANG,)


def test_a_taught_variant_collides_with_one_taught_before_or_along_with_it(small: Library) -> None:
    again = Variant("safety", "fr", SLANG.text.upper())
    collision = Collision(again.text, "closing")
    assert teach(taught(small, [SLANG]), [again]) == collision
    assert teach(small, [SLANG, again]) == collision


@pytest.mark.parametrize(
    ("variant", "suffers", "now"),
    [
        # Shorthand spelled out, and what only wraps a claim, make these the same words as the variant's.
        (Variant("safety", "fr", "Qd la passerelle ferme-t-elle ?"), "Quand la passerelle ferme-t-elle ?", None),
        (Variant("cable", "en", "is it true: What does the mayor want?"), "What does the mayor want?", None),
        (Variant("closing", "fr", "cb coûtent les travaux"), "Combien coûtent les travaux ?", "closing"),
    ],
)
def test_a_taught_variant_that_takes_an_answer_away_is_refused(
    small: Library, variant: Variant, suffers: str, now: str | None
) -> None:
    (suffering,) = (known for known in small.variants if known.text == suffers)
    assert teach(small, [variant]) == Flip(suffering, now)


def test_out_of_scope_examples_that_take_an_answer_away_are_refused(small: Library) -> None:
    texts = ("Qd la passerelle ferme-t-elle ?", "c'est vrai : quand la passerelle ferme-t-elle ?")
    flip = teach(small, [Variant(None, "fr", text) for text in texts])
    assert flip == Flip(small.variants[0], None)


def test_a_taught_variant_in_one_language_may_take_an_answer_in_another(small: Library) -> None:
    names = Variant("safety", "en", "Arnaud Tessier")
    new = knowing(teach(small, [names]))
    assert teach(new, [Variant("cable", "fr", "c'est vrai que Arnaud Tessier")]) == Flip(names, None)


def test_a_variant_that_takes_an_answer_from_a_taught_one_is_refused(small: Library) -> None:
    new = knowing(teach(small, [SLANG]))
    assert teach(new, [Variant("cable", "fr", SLANG.text.replace("kan", "quand"))]) == Flip(SLANG, None)


def test_what_was_not_answered_before_does_not_count(small: Library) -> None:
    # A taught variant whose words are those of another entry's variant: by its words alone it was never answered.
    wrong = taught(small, [Variant("cable", "fr", "Qd la passerelle ferme-t-elle ?")])
    assert wrong.matcher.by_words("Quand la passerelle ferme-t-elle ?") is None
    assert isinstance(teach(wrong, [Variant("safety", "fr", "elle veut koi la maire")]), Library)


def test_a_variant_typed_as_it_stands_hides_what_its_words_come_to(small: Library) -> None:
    wrong = taught(small, [Variant("cable", "fr", "Qd la passerelle ferme-t-elle ?")])
    question = "Quand la passerelle ferme-t-elle ?"
    assert wrong.matcher.decide(question).candidates[0].entry_id == "closing"
    assert small.matcher.by_words(question) == "closing"
    assert wrong.matcher.by_words(question) is None


def test_taught_variants_of_entries_and_languages_that_are_gone_are_left_out_at_a_start(folder: Path) -> None:
    alone = folder.parent / "pont"
    copytree(folder, alone)
    article = alone / "article.yaml"
    article.write_text(article.read_text(encoding="utf-8").replace("[fr, en]", "[fr]"), encoding="utf-8")
    variants = [SLANG, Variant("cable", "en", "is the rope rotten"), Variant("gone", "fr", "quoi d'autre")]
    assert taught(load_library(alone), variants).taught == (SLANG,)


def test_what_is_learnt_is_kept_for_the_next_start(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    knowing(teach(load_library(folder, cache=cache), [SLANG]))
    before = {path: path.stat().st_ino for path in cache.rglob("*")}
    again = taught(load_library(folder, cache=cache), [SLANG])
    assert again.matcher.decide(SLANG.text).candidates[0].entry_id == "closing"
    again.matcher.warm_up()
    assert {path: path.stat().st_ino for path in cache.rglob("*")} == before


def test_teaching_in_a_thread_leaves_a_matcher_in_use_alone(small: Library) -> None:
    questions = [variant.text for variant in small.variants] + [
        "cable rouillé",
        "fermture de la passerele",
        "the mayer",
    ]
    expected = [small.matcher.match(question) for question in questions]
    with ThreadPoolExecutor(2) as threads:
        variants = [Variant("closing", "fr", f"on passe plus {word}") for word in ("dès", "en", "au", "vers")]
        teaching = [threads.submit(teach, small, [variant]) for variant in variants]
        while not all(each.done() for each in teaching):
            assert [small.matcher.match(question) for question in questions] == expected
    assert all(isinstance(each.result(), Library) for each in teaching)


@pytest.mark.slow
def test_an_article_with_thousands_of_variants_is_taught(library: Library) -> None:
    variant = Variant("call-subject", "fr", "le bigophone a chauffé grave entre eux")
    new = knowing(teach(library, [variant]))
    assert new.matcher.decide(f"{variant.text} ptdr").candidates[0].entry_id == "call-subject"
    assert teach(new, [Variant("peace-wanted", "fr", f"c'est vrai que {variant.text}")]) == Flip(variant, None)
