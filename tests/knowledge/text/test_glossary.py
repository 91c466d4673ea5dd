"""The tables of the glossary hold what their docstring promises."""

import pytest

from knowledge.text.glossary import LANGUAGES, glossary
from knowledge.text.normalise import fold
from knowledge.text.tokens import tokenizer


def test_every_language_has_forms_for_the_same_things() -> None:
    things = {code: list(glossary(code)) for code in LANGUAGES}
    assert len(things["en"]) > 500
    assert all(own == things["en"] for own in things.values())


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_forms_are_folded_and_none_stands_twice(code: str) -> None:
    for forms in glossary(code).values():
        assert [fold(form) for form in forms] == list(forms)
        assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_thing_has_a_form_that_is_no_function_word(code: str) -> None:
    reader = tokenizer(code)
    bare = [
        thing
        for thing, forms in glossary(code).items()
        if all(token.function for form in forms for token in reader.tokens(reader.words(form)))
    ]
    assert bare == []


def test_a_language_without_a_table_has_no_forms() -> None:
    assert not glossary("tlh")
