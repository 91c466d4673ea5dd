"""A text is read on another layout or in another alphabet only where its own words say little and those say much."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.layout import corrected_layout
from knowledge.text.normalise import fold, words

KNOWN = frozenset(
    "who is the mayor when does bridge close hello qui est le maire quand ferme pont salut "
    "кто такой мэр когда закроют мост привет хто такий мер коли закриють міст привіт на".split()
)


def known_share(text: str) -> float:
    """The share of the words that are known."""
    every = words(fold(text))
    return sum(word in KNOWN for word in every) / len(every) if every else 0.0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rjulf pfrhj.n vjcn", "когда закроют мост"),
        ("RJULF PFRHJ.N VJCN", "когда закроют мост"),
        ("rjkb pfrhb.nm vscn", "коли закриють міст"),
        ("црут вщуы еру икшвпу сдщыу", "when does the bridge close"),
        ("auqnd fer;e le pont", "quand ferme le pont"),
        ("kogda zakroyut most", "когда закроют мост"),
        ("koly zakryyut mist", "коли закриют міст"),
        ("ghbdtn", "привет"),
    ],
)
def test_a_text_of_unknown_words_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert corrected_layout(typed, known_share) == meant


@pytest.mark.parametrize(
    "text",
    [
        "When does the bridge close?",
        "QUI EST LE MAIRE",
        "Когда закроют мост?",
        "Коли закриють міст?",
        "who is the gardener",
        "when does ghbdtn close",
    ],
)
def test_a_text_whose_words_are_known_stays_as_it_is(text: str) -> None:
    assert corrected_layout(text, known_share) == text


@pytest.mark.parametrize("text", ["xyzzy plugh", "wer ist das", "", " ", "2014", "🙂?!", "市场几点开门", "бвгд жзкл"])
def test_a_text_that_says_nothing_on_any_layout_stays_as_it_is(text: str) -> None:
    assert corrected_layout(text, known_share) == text


def test_one_known_word_in_a_reading_of_many_does_not_convince() -> None:
    assert corrected_layout("yf fgjrf kbgcbc rjnjgtc", known_share) == "yf fgjrf kbgcbc rjnjgtc"


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_readings_that_are_all_as_good_leave_the_text_alone(share: float) -> None:
    def alike(text: str) -> float:
        return share

    assert corrected_layout("Ghbdtn, Kto?", alike) == "Ghbdtn, Kto?"


@given(st.text(max_size=300), st.sampled_from([known_share, lambda text: 0.3, lambda text: float(len(text) % 2)]))
def test_what_was_meant_is_never_known_less_than_what_was_typed(text: str, share: Callable[[str], float]) -> None:
    assert share(corrected_layout(text, share)) >= share(text)


def test_names_stay_in_the_alphabet_that_they_are_written_in() -> None:
    assert (
        corrected_layout("cnn kogda zakroyut most", known_share, names=frozenset({"cnn"})) == "cnn когда закроют мост"
    )
