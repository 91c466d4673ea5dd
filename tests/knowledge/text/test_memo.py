"""Values that are worked out once and kept."""

from __future__ import annotations

from knowledge.text.memo import Memo


class Counting:
    """A function that counts how often it works a length out."""

    def __init__(self, most: int) -> None:
        self.worked_out: list[str] = []
        self.lengths = Memo(self.length, most=most)

    def length(self, word: str) -> int:
        self.worked_out.append(word)
        return len(word)


def test_a_value_is_worked_out_once() -> None:
    counting = Counting(most=2)
    assert [counting.lengths["fish"], counting.lengths["fish"]] == [4, 4]
    assert counting.worked_out == ["fish"]


def test_no_more_are_kept_than_may_be() -> None:
    counting = Counting(most=2)
    for word in ("a", "an", "the", "fish"):
        assert counting.lengths[word] == len(word)
        assert len(counting.lengths) <= 2


def test_what_was_forgotten_is_worked_out_again() -> None:
    counting = Counting(most=1)
    assert [counting.lengths[word] for word in ("fish", "trout", "fish")] == [4, 5, 4]
    assert counting.worked_out == ["fish", "trout", "fish"]
