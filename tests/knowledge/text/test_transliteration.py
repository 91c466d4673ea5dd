"""Russian and Ukrainian typed in Latin letters are read in Cyrillic ones."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.transliteration import phonetic_form, to_cyrillic


def read(text: str) -> dict[str, str]:
    """Return a text as it would be in each language, by the first reading."""
    return {language: cyrillic for cyrillic, language in reversed(list(to_cyrillic(text)))}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kto zakryl most", "кто закрыл мост"),
        ("Kto takoy mer?", "кто такой мер?"),
        ("kto takoj mer", "кто такой мер"),
        ("chto sluchilos", "что случилос"),
        ("skolko stoit", "сколко стоит"),
        ("shchuka", "щука"),
        ("schuka", "щука"),
        ("zhara", "жара"),
        ("tsar", "цар"),
        ("khleb", "хлеб"),
        ("hleb", "хлеб"),
        ("yuriy", "юрий"),
        ("juriy", "юрий"),
        ("yozh", "еж"),
        ("moy dom", "мой дом"),
        ("den' rozhdeniya", "день рождения"),
        ("den’", "день"),
        ("4to eto", "что ето"),
        ("novyy most", "новый мост"),
        ("novyj most", "новый мост"),
        ("siniy most", "синий мост"),
        ("vchera i segodnya", "вчера и сегодня"),
    ],
)
def test_russian_in_latin_letters_is_read(typed: str, meant: str) -> None:
    assert read(typed)["ru"] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khto zakryv mist", "хто закрив міст"),
        ("shcho stalosya", "що сталося"),
        ("skilky tryvala rozmova", "скілки тривала розмова"),
        ("chomu", "чому"),
        ("yizha", "їжа"),
        ("jizha", "їжа"),
        ("novyy mist", "новий міст"),
        ("novyj mist", "новий міст"),
        ("zaliznytsia", "залізниця"),
        ("yevropa", "європа"),
        ("koly hovoryv", "коли говорив"),
    ],
)
def test_ukrainian_in_latin_letters_is_read(typed: str, meant: str) -> None:
    assert read(typed)["uk"] == meant


@pytest.mark.parametrize(("typed", "meant"), [("khto takyi", "хто такий"), ("novyi mist", "новий міст")])
def test_the_ending_that_passports_spell_yi_is_read(typed: str, meant: str) -> None:
    assert read(typed)["uk"] == meant


def test_the_capital_of_ukraine_is_read_as_it_spells_itself() -> None:
    assert read("chy hotovyy Kyiv")["uk"] == "чи готовий київ"


@pytest.mark.parametrize(("typed", "meant"), [("pam'yat", "пам'ят"), ("m’yaso", "м'ясо")])
def test_an_apostrophe_before_a_vowel_is_the_ukrainian_apostrophe(typed: str, meant: str) -> None:
    assert read(typed)["uk"] == meant


@pytest.mark.parametrize("text", ["", "2014", "?!", "Кто такой мэр?", "市场", "🙂"])
def test_a_text_without_latin_letters_is_left_alone(text: str) -> None:
    assert read(text) == {}


def test_what_is_cyrillic_already_stays() -> None:
    assert read("kto закрыл most") == {"ru": "кто закрыл мост", "uk": "кто закрыл мост"}


def test_digits_marks_and_spaces_stay() -> None:
    assert read("skolko, 15 ili 20?!\n")["ru"] == "сколко, 15 или 20?!\n"


@given(st.text(max_size=300))
def test_any_text_is_read_without_latin_letters(text: str) -> None:
    for cyrillic, language in to_cyrillic(text):
        assert language in {"ru", "uk"}
        assert not re.search("[a-z]", cyrillic)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("diplomat", "дипломат"),
        ("terminal", "термінал"),
        ("philippe", "филипе"),
        ("moscou", "москоу"),
        ("nikki", "ники"),
    ],
)
def test_a_word_looks_as_it_sounds_in_either_alphabet(latin: str, cyrillic: str) -> None:
    assert phonetic_form(latin) == phonetic_form(cyrillic)
