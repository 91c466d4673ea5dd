"""The tables of synonyms hold what their docstring promises."""

import pytest

from knowledge.text.languages import LANGUAGES
from knowledge.text.normalise import fold
from knowledge.text.synonyms import synonyms
from knowledge.text.tokens import tokenizer


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_group_has_at_least_two_members_which_are_folded(code: str) -> None:
    assert len(synonyms(code)) > 300
    for group in synonyms(code):
        assert len(group) >= 2
        assert [fold(member) for member in group] == list(group)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_stands_in_two_groups_however_it_is_inflected(code: str) -> None:
    reader = tokenizer(code)
    groups: dict[tuple[str, ...], str] = {}
    for group in synonyms(code):
        for member in group:
            stems = tuple(token.stem for token in reader.tokens(reader.words(member)))
            assert groups.setdefault(stems, group[0]) == group[0], member


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_function_word_is_a_member(code: str) -> None:
    reader = tokenizer(code)
    members = [member for group in synonyms(code) for member in group]
    assert [m for m in members if all(token.function for token in reader.tokens(reader.words(m)))] == []


def test_a_language_without_a_table_has_no_synonyms() -> None:
    assert synonyms("tlh") == ()
