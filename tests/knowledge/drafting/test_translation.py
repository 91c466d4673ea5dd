"""Words of a sentence that the glossary has, in another language."""

from __future__ import annotations

from knowledge.drafting.translation import translated


def test_things_keep_their_order_and_stand_once() -> None:
    assert translated(["palais", "trêve", "palais"], "fr", "en") == ("palace", "truce")


def test_a_form_that_is_in_the_glossary_comes_before_one_of_the_same_stem() -> None:
    assert translated(["diplomate"], "fr", "ru") == ("дипломат",)


def test_a_verb_of_a_stance_is_named_by_its_noun() -> None:
    assert translated(["denied"], "en", "ru") == ("опровержение",)


def test_another_word_for_a_thing_is_chosen_by_its_number() -> None:
    first, second = (translated(["truce"], "en", "fr", choice=choice) for choice in (0, 1))
    assert (first, second) == (("treve",), ("cessez-le-feu",))


def test_words_without_a_translation_are_left_out() -> None:
    assert translated(["Larkmead", "bridge"], "en", "uk") == ("міст",)


def test_of_things_whose_stems_are_alike_the_one_whose_form_is_nearest_is_meant() -> None:
    assert translated(["fermera"], "fr", "en") == ("close",)
