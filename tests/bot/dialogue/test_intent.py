"""Utterances are told from questions by closed lists: nothing may be left over."""

from __future__ import annotations

import pytest

from bot.dialogue.intent import is_emoji, readings, sign_of
from bot.dialogue.utterance_reading import UtteranceReading


def read(text: str, language: str) -> UtteranceReading:
    """The reading of an utterance in its language."""
    return next(each for each in readings(text, language) if each.language == language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bonjour à tous !", "fr"),
        ("merciii beaucoup", "fr"),
        ("godo mornign everyone", "en"),
        ("thanks a lot, you are great", "en"),
        ("ахахах спасибо", "ru"),
        ("всем доброе утро", "ru"),
        ("дякую, на все добре", "uk"),
        ("okok", "fr"),
        ("meeeerci", "fr"),
        ("agreed", "en"),
        ("на здоровье", "ru"),
        ("розумничка!", "uk"),
    ],
)
def test_courtesy_is_courtesy_with_slips_and_laughter_too(text: str, language: str) -> None:
    assert read(text, language).courtesy.is_complete


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("merci, et quand ont-ils parlé ?", "fr"),
        ("hello, who is Hegseth?", "en"),
        ("спасибо, а что сказал Песков?", "ru"),
        ("привіт, хто такий Фогель?", "uk"),
        ("Trump and Putin said hello", "en"),
    ],
)
def test_a_question_behind_courtesy_is_none(text: str, language: str) -> None:
    assert not any(each.courtesy.is_complete for each in readings(text, language))


@pytest.mark.parametrize(
    ("text", "language", "facet"),
    [
        ("où a-t-il dit ça ?", "fr", "venue"),
        ("À qui a-t-il dit cela ?", "fr", "addressee"),
        ("who did he say that to?", "en", "addressee"),
        ("was that word for word?", "en", "quote"),
        ("и когда это было", "ru", "date"),
        ("через кого?", "ru", "outlet"),
        ("чому?", "uk", "reason"),
        ("а хто це сказав?", "uk", "speaker"),
    ],
)
def test_a_question_about_a_statement_is_told_by_its_words(text: str, language: str, facet: str) -> None:
    reading = read(text, language)
    assert reading.facets.is_complete
    assert facet in reading.facets.kinds


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("de quoi parle l'article ?", "fr"),
        ("tldr", "en"),
        ("who wrote this article?", "en"),
        ("дай ссылку на статью", "ru"),
        ("коли вийшла стаття?", "uk"),
    ],
)
def test_a_question_about_the_article_itself_is_told(text: str, language: str) -> None:
    assert read(text, language).card.is_complete


@pytest.mark.parametrize("text", ["qui s'exprime dans cet article ?", "Что Песков говорит в статье?"])
def test_whoever_speaks_in_the_article_is_not_asked_of_the_article_itself(text: str) -> None:
    assert not any(each.card.is_complete for each in readings(text))


@pytest.mark.parametrize("text", ["👍", "🙏❤️", ":)", "<3", "😂😂😂"])
def test_emoji_alone_are_told(text: str) -> None:
    assert is_emoji(text)
    assert sign_of(text) == "emoji"


@pytest.mark.parametrize("text", ["👍 ok", "?", "...", "12", ""])
def test_what_has_words_or_no_emoji_is_no_emoji(text: str) -> None:
    assert not is_emoji(text)


def test_whoever_writes_much_is_not_read() -> None:
    assert list(readings("merci " * 40)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("privet", "ru"), ("spasibo bolshoe", "ru"), ("ghbdtn", "ru"), ("cgfcb,j", "ru"), ("dyakuyu", "uk")],
)
def test_courtesy_in_other_letters_is_read(text: str, language: str) -> None:
    [found] = [each for each in readings(text) if each.courtesy.is_complete]
    assert found.language == language


@pytest.mark.parametrize("text", ["kto takoy Peskov", "net", "poka Trump", "the borders"])
def test_other_letters_make_no_courtesy_of_a_question(text: str) -> None:
    assert not any(each.courtesy.is_complete for each in readings(text))


@pytest.mark.parametrize(("text", "language"), [("mersy bien", "fr"), ("bonjor", "fr"), ("helol", "en")])
def test_a_letter_may_be_wrong_in_a_short_word_of_courtesy(text: str, language: str) -> None:
    assert read(text, language).near_courtesy.is_complete
