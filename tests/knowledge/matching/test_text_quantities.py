"""Questions of how long, how many or how old are answered by a number, or not at all."""

import pytest

from knowledge.matcher import Matcher, Outcome, Variant
from knowledge.matching.text_quantities import TextQuantities

TEXTS = {
    0: {"en": ["The ferry was out of service for three weeks."]},
    1: {"en": ["Ada Quill runs the ferry."], "fr": ["Ada Quill dirige le bac."]},
    2: {"en": ["The ferry carries 40 people."]},
}


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [("duration", {1, 2}), ("number", {1}), ("age", {1}), ("place", set()), ("person", set()), ("", set())],
)
def test_entries_without_the_quantity_are_told(kind: str, lacking: set[int]) -> None:
    assert TextQuantities(TEXTS).entries_without(kind) == lacking


WORDINGS = {
    "repair": ["Why was the ferry out of service?", "What happened to the ferry?", "ferry out of service reason"],
    "captain": ["Who runs the ferry?", "Who is Ada Quill?", "name of the ferry's captain"],
    "load": ["Who may take the ferry?", "What does the ferry carry?", "passengers on the ferry"],
}


def test_a_length_is_no_reason_to_answer_who() -> None:
    variants = [Variant(entry, "en", text) for entry, texts in WORDINGS.items() for text in texts]
    texts = dict(zip(WORDINGS, TEXTS.values(), strict=True))
    asked = "How long has Ada Quill run the ferry?"
    for question in (asked, "How old is Ada Quill?"):
        assert Matcher(variants, texts=texts).match(question).outcome is not Outcome.ANSWER
    # A curator who asks so has an answer in other words than numbers.
    asking = [*variants, Variant("captain", "en", "For how long has Ada Quill been running the ferry?")]
    match = Matcher(asking, texts=texts).match(asked)
    assert (match.outcome, match.candidates[0].entry_id) == (Outcome.ANSWER, "captain")
