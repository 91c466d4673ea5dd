"""A stance is told by its verbs in four languages, and other words are none."""

import pytest

from knowledge.text.stances import OPPOSITES, stance


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("agree", {"fr": "accepte", "en": "agreed", "ru": "согласился", "uk": "погодився"}),
        ("refuse", {"fr": "refusent", "en": "refused", "ru": "отказался", "uk": "відмовилася"}),
        ("promise", {"fr": "promis", "en": "promises", "ru": "пообещал", "uk": "обіцяв"}),
        ("threaten", {"fr": "menace", "en": "threatened", "ru": "пригрозил", "uk": "погрожував"}),
        ("fear", {"fr": "craint", "en": "afraid", "ru": "боится", "uk": "боїться"}),
        ("thank", {"fr": "remercie", "en": "thanked", "ru": "поблагодарил", "uk": "подякував"}),
        ("deny", {"fr": "dement", "en": "denies", "ru": "опроверг", "uk": "заперечив"}),
        ("apologise", {"fr": "excuses", "en": "apologised", "ru": "извинился", "uk": "вибачився"}),
        ("hide", {"fr": "dissimule", "en": "hid", "ru": "скрыл", "uk": "приховав"}),
        ("say", {"fr": "dit", "en": "says", "ru": "сказал", "uk": "каже"}),
    ],
)
def test_a_stance_is_the_same_in_every_language(name: str, words: dict[str, str]) -> None:
    assert {code: stance(word, code) for code, word in words.items()} == dict.fromkeys(words, name)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("fr", "ville"),
        ("en", "market"),
        ("en", "backyard"),
        ("ru", "город"),
        ("uk", "місто"),
        ("de", "sagt"),
        ("en", ""),
    ],
)
def test_other_words_are_of_no_stance(code: str, word: str) -> None:
    assert stance(word, code) is None


def test_opposites_answer_each_other() -> None:
    assert {OPPOSITES[OPPOSITES[name]] for name in OPPOSITES} == set(OPPOSITES)
