"""Markdown: what readers see of it, a paragraph a line."""

from __future__ import annotations

import time

import pytest

from knowledge.drafting.markdown import without_markup


def test_marks_go_and_paragraphs_become_lines() -> None:
    text = "# The bridge\n\nIt is **shut**,\nsays [the _mayor_](https://example.org).\n\n> “For good.”\n\n---\n"
    assert without_markup(text) == "The bridge\nIt is shut, says the mayor.\n“For good.”\n"


def test_marks_inside_words_stay() -> None:
    assert without_markup("snake_case_name and 2 * 3 * 4") == "snake_case_name and 2 * 3 * 4\n"


def test_pictures_and_references_leave_their_words_alone() -> None:
    text = "![a map](map.png)\n\nThe [mayor][1] said \\*no\\*.\n\n- one\n- two\n\n[1]: https://example.org\n"
    assert without_markup(text) == "The mayor said *no*.\none\ntwo\n"


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["[", "![", "**a ", "_a ", "[a](", "> ", "`"])
def test_marks_that_nothing_closes_cost_no_more_than_words(mark: str) -> None:
    began = time.process_time()
    without_markup((mark * 50_000)[:50_000])
    assert time.process_time() - began < 10
