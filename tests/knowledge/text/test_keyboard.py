"""A text typed with the wrong keyboard layout is read as what the same keys say on another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.keyboard import retype

# The three rows of letters as they lie on the keys.
KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю"


def on(layout: str, keys: str, text: str) -> str:
    """Return a text as it comes out when typed on `layout` with the keys that `keys` would need."""
    return text.translate(str.maketrans(keys, layout))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("Ghbdtn!", "привет!"),
        ("rnj pfrhsk vjcn", "кто закрыл мост"),
        ("cj,frf", "собака"),
        ("`krf", "ёлка"),
        ("ghbdsn", "привіт"),
        ("rjkb pfrhb.nm vscn", "коли закриють міст"),
        ("];f", "їжа"),
        ("ukf'pf", "глаэза"),
        ("руддщ", "hello"),
        ("Црщ шы еру ьфнщк", "who is the mayor"),
        ("вщтэе", "don't"),
        ("кщишт рщщв", "robin hood"),
    ],
)
def test_a_text_on_the_wrong_layout_is_retyped(typed: str, meant: str) -> None:
    assert meant in list(retype(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("auqnd", "quand"),
        ("aui est ;qrc", "qui est marc"),
        ("co;bien de te;ps", "combien de temps"),
        ("wone", "zone"),
        ("zhqt ti;e is it", "what time is it"),
    ],
)
def test_azerty_and_qwerty_are_told_apart(typed: str, meant: str) -> None:
    assert meant in list(retype(typed))


@pytest.mark.parametrize(("typed", "meant"), [("hoz ,qny", "how many"), (",qyor", "mayor")])
def test_an_m_typed_on_azerty_as_if_it_were_qwerty_is_an_m(typed: str, meant: str) -> None:
    assert meant in list(retype(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("{jxe pyfnm", "хочу знать"), ("<elmnt", "будьте"), ('"nj djqyf', "это война")],
)
def test_a_capital_is_retyped_where_its_key_has_a_mark_on_the_other_layout(typed: str, meant: str) -> None:
    assert meant in list(retype(typed))


@pytest.mark.parametrize("text", ["", " ", "2014", "?!", "市场", "مرحبا", "🙂"])
def test_a_text_without_latin_or_cyrillic_letters_is_left_alone(text: str) -> None:
    assert list(retype(text)) == []


def test_the_alphabet_of_most_letters_is_the_one_that_was_typed() -> None:
    assert "who is песков" not in list(retype("црщ шы песков"))
    assert any("who is" in text for text in retype("црщ шы песков ok"))
    assert any("кто такой" in text for text in retype("rnj nfrjq песков"))


@given(st.text(RUSSIAN + " ", max_size=30).filter(lambda text: set(text) - set(" хъжэбю")))
def test_russian_typed_on_a_latin_layout_comes_back(text: str) -> None:
    assert text in list(retype(on(KEYS, RUSSIAN, text)))


@given(st.text(UKRAINIAN + " ", max_size=30).filter(lambda text: set(text) - set(" хїжєбю")))
def test_ukrainian_typed_on_a_latin_layout_comes_back(text: str) -> None:
    assert text in list(retype(on(KEYS, UKRAINIAN, text)))


@pytest.mark.parametrize("layout", [RUSSIAN, UKRAINIAN])
@given(text=st.text("abcdefghijklmnopqrstuvwxyz ", max_size=30).filter(str.strip))
def test_latin_typed_on_a_cyrillic_layout_comes_back(text: str, layout: str) -> None:
    assert text in list(retype(on(layout, KEYS, text)))


@given(st.text(max_size=300))
def test_any_text_is_retyped_key_by_key_in_small_letters(text: str) -> None:
    for other in retype(text):
        assert len(other) == len(text.lower())
        assert other == other.lower()
