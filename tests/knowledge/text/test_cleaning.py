"""Cleaning leaves the words of a message's author."""

import pytest

from knowledge.text.cleaning import clean


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Wh\u043e closed the bridge? https://news.example/a", "Who closed the bridge?"),
        ("Forwarded from News\nКто з\u0061крыл мост", "Кто закрыл мост"),
        ("https://news.example/a @bot", ""),
        ("who is it", "who is it"),
        ("", ""),
    ],
)
def test_a_message_is_cleaned(typed: str, text: str) -> None:
    assert clean(typed) == text
