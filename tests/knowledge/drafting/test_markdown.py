"""Markdown: what readers see of it, a paragraph a line."""

from __future__ import annotations

from knowledge.drafting.markdown import without_markup


def test_marks_go_and_paragraphs_become_lines() -> None:
    text = "# The bridge\n\nIt is **shut**,\nsays [the _mayor_](https://example.org).\n\n> “For good.”\n\n---\n"
    assert without_markup(text) == "The bridge\nIt is shut, says the mayor.\n“For good.”\n"


def test_marks_inside_words_stay() -> None:
    assert without_markup("snake_case_name and 2*3*4") == "snake_case_name and 2*3*4\n"
