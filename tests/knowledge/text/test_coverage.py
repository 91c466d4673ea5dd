"""Words are covered by the fewest and longest phrases, and what is left over is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.coverage import Cover

KINDS = {("who",): "speaker", ("to", "whom"): "addressee", ("whom",): "speaker", ("thank", "you"): "thanks"}


def test_the_longest_phrase_covers() -> None:
    found = Cover(KINDS, {"said"}.__contains__).of("to whom".split())
    assert (found.kinds, found.uncovered) == (("addressee",), ())
    assert found.is_complete


def test_what_may_stand_anywhere_covers_nothing_by_itself() -> None:
    found = Cover(KINDS, {"said"}.__contains__).of(["said"])
    assert (found.kinds, found.uncovered, found.free_words) == ((), (), ("said",))
    assert not found.is_complete


def test_a_word_that_is_left_over_keeps_the_rest_from_being_complete() -> None:
    found = Cover(KINDS, frozenset().__contains__).of("thank you who phoned".split())
    assert found.kinds == ("thanks", "speaker")
    assert found.uncovered == ("phoned",)
    assert not found.is_complete


@given(st.lists(st.sampled_from(["who", "to", "whom", "thank", "you", "said", "x"]), max_size=12))
def test_every_word_is_covered_free_or_left_over(words: list[str]) -> None:
    found = Cover(KINDS, {"said"}.__contains__).of(words)
    covered = len(words) - len(found.uncovered) - len(found.free_words)
    assert len(found.kinds) <= covered <= 2 * len(found.kinds)
