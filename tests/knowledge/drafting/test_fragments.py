"""Fragments: short, in order, and never without what turns the meaning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.drafting.fragments import RunLimit, excerpts, fragments


def test_one_word_is_left_out_between_two_fragments() -> None:
    assert fragments("one two three four five six seven", 3) == ("one two three", "five six seven")


def test_a_negation_is_never_what_is_left_out() -> None:
    assert fragments("she will certainly not come back", 3) == ("she will", "not come back")


def test_no_part_of_a_number_is_left_out() -> None:
    assert fragments("the town counts 60 000 people", 3) == ("the town", "60 000 people")


def test_no_fragment_ends_in_a_word_that_leads_on() -> None:
    assert fragments("they signed a truce with the rebels at dawn", 6, ends_whole=True) == (
        "they signed a truce",
        "the rebels at dawn",
    )


def test_an_excerpt_says_where_something_is_left_out() -> None:
    assert excerpts("one two three", 3) == ("one two three",)
    assert excerpts("one two three four five six seven eight nine ten eleven twelve", 3) == (
        "one two three […]",
        "five six seven […]",
        "nine ten eleven […]",
    )


@given(st.lists(st.sampled_from("le pont ne tient pas l’eau, “not” a b".split()), max_size=60), st.integers(2, 12))
def test_no_fragment_is_longer_than_it_may_be(words: list[str], longest: int) -> None:
    text = " ".join(words)
    limit = RunLimit(text, longest)
    for fragment in fragments(text, longest):
        assert fragment in text
        assert limit.allows(fragment)


def test_a_limit_allows_what_is_no_longer_run() -> None:
    limit = RunLimit("The bridge is shut, and it will stay shut.", 3)
    assert limit.allows("the BRIDGE is […] and it will")
    assert not limit.allows("“The bridge is shut”")
