"""Items taken out of a YAML text: every other line stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import InvalidKnowledge
from knowledge.removal import remove_items

TEXT = """# at the top
entries:
  - id: one   # first
    evidence: [1]
  # about the second
  - id: two
    text: |
      a
      b
  # at the end
quotes:
  "a": "x"  # ours
  b: y
"""


def removed(*places: tuple[str | int, ...]) -> str:
    return remove_items(Path("faq.yaml"), TEXT, places)


def test_an_item_goes_with_its_lines_and_no_other() -> None:
    assert removed(("entries", 0)) == TEXT.replace("  - id: one   # first\n    evidence: [1]\n", "")
    assert removed(("entries", 1)) == TEXT.replace("  - id: two\n    text: |\n      a\n      b\n", "")


def test_a_key_goes_with_its_value_and_what_was_left_empty_too() -> None:
    assert removed(("quotes", "a")) == TEXT.replace('  "a": "x"  # ours\n', "")
    assert removed(("quotes", "a"), ("quotes", "b")) == TEXT.partition("quotes:")[0]


def test_nothing_to_remove_changes_nothing() -> None:
    assert removed() == TEXT


def test_what_stands_on_one_line_with_others_is_refused_in_a_sentence() -> None:
    with pytest.raises(InvalidKnowledge, match="on lines of its own"):
        remove_items(Path("faq.yaml"), "entries: [{id: one}, {id: two}]\n", [("entries", 0)])
