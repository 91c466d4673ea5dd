"""The table of quotation marks holds together."""

import pytest

from knowledge.text import marks


@pytest.mark.parametrize("code", sorted(marks.PRINTED_MARKS))
def test_the_marks_that_a_language_prints_close_what_they_open(code: str) -> None:
    printed = marks.PRINTED_MARKS[code]
    assert printed.closing.strip() in marks.CLOSERS[printed.opening.strip()]
    assert printed.inner_closing in marks.CLOSERS[printed.inner_opening]
    assert printed.inner_opening != printed.opening


@pytest.mark.parametrize(
    "group",
    [
        marks.CLOSING_MARKS,
        marks.OPENING_MARKS,
        marks.ONLY_OPENING_MARKS,
        marks.EITHER_WAY_MARKS,
        marks.SELF_CLOSING_MARKS,
        marks.STRAIGHT_MARKS,
        marks.SINGLE_MARKS,
        marks.UNCERTAIN_MARKS - {",,"},
    ],
)
def test_every_mark_is_among_all_marks(group: str | frozenset[str]) -> None:
    assert set("".join(group)) <= set(marks.ALL_MARKS)


def test_a_mark_that_only_opens_closes_nothing_of_its_own() -> None:
    assert all(mark not in marks.CLOSERS[mark] for mark in marks.ONLY_OPENING_MARKS)
    assert all(mark in marks.CLOSERS[mark] for mark in marks.SELF_CLOSING_MARKS | marks.STRAIGHT_MARKS)
