"""Another thing in the place of a variant's makes another question; another wording does not."""

import pytest

from knowledge.matching.replacement import replacement
from knowledge.text.tokens import tokenizer


@pytest.mark.parametrize(
    ("language", "asked", "variant", "things"),
    [
        ("en", "How much was the brewery sold for?", "How much was the lighthouse sold for?", ("breweri", "lighthous")),
        ("en", "When does the school reopen?", "When does the bridge reopen?", ("school", "bridg")),
        ("fr", "Qui a acheté la brasserie ?", "Qui a acheté le phare ?", ("brasser", "phar")),
        ("en", "How much was the lighthouse sold for?", "How much was the lighthouse sold for?", None),
        ("en", "What did Weir sing?", "What did Weir say?", None),
        ("en", "Who bought it?", "Who sold it?", None),
        ("en", "Who bought the brewery and the tower?", "Who bought the lighthouse?", None),
        ("ru", "Кто купил мельницу?", "Кто купил маяк?", None),
        ("en", "", "", None),
    ],
)
def test_a_thing_in_the_place_of_another_is_told(
    language: str, asked: str, variant: str, things: tuple[str, str] | None
) -> None:
    reader = tokenizer(language)
    found = replacement(reader.tokens(reader.words(asked)), reader.tokens(reader.words(variant)), language)
    assert found == things
